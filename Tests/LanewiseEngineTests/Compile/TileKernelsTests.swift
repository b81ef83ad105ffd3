import LanewiseEngine
import LanewiseKernels
import Testing

/// What tiles load by index maps: views of every kind, against the definition of a view.
@Suite struct TileKernelsTests {
  private func check<T: BitwiseCopyable & FixedWidthInteger>(
    _ dtype: DType, _ generator: inout Generator, _ seed: UInt64, _: T.Type
  ) {
    let rank = Int.random(in: 1...4, using: &generator)
    let shape = (0..<rank).map { _ in [1, 2, 3, 4, 5, 17, 40, 100].randomElement(using: &generator)! }
    guard shape.reduce(1, *) <= 9_000 else { return }
    // Steps that repeat, go on, skip and go back; the offset is where the lowest of them stays inside.
    let strides = shape.map { _ in Int.random(in: -3...3, using: &generator) }
    let lowest = zip(shape, strides).reduce(0) { $0 + min(0, ($1.0 - 1) * $1.1) }
    let highest = zip(shape, strides).reduce(0) { $0 + max(0, ($1.0 - 1) * $1.1) }
    let x = (0..<highest - lowest + 3).map { _ in T(truncatingIfNeeded: generator.next()) }
    let expected = indexVectors(shape).map { index in x[zip(index, strides).reduce(-lowest) { $0 + $1.0 * $1.1 }] }
    let program = makeProgram([AbstractArray([x.count], dtype)]) { b, slots in
      [b.view(slots[0], shape: Shape(shape), offset: -lowest, strides: strides)]
    }
    let got = program.run([TestArray(x, [x.count], dtype)])[0].elements(T.self)
    #expect(Bool(got == expected), "seed \(seed): \(dtype) \(shape) by \(strides)")
  }

  @Test func viewsOfEveryKind() {
    let seed = UInt64.random(in: 0..<1 << 32)
    var generator = Generator(seed)
    for _ in 0..<100 {
      check(.uint8, &generator, seed, UInt8.self)
      check(.uint16, &generator, seed, UInt16.self)
      check(.uint32, &generator, seed, UInt32.self)
      check(.uint64, &generator, seed, UInt64.self)
      check(.complex128, &generator, seed, UInt128.self)
    }
  }
}
