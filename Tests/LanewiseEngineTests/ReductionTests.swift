import LanewiseEngine
import LanewiseKernels
import Testing

/// Reductions of floats that round, over shapes that take every way through the tile runner.
@Suite(.serialized) struct ReductionTests {
  private static let cases: [(Shape, [Int])] = [
    ([300_000], [0]), ([7, 100_001], [1]), ([3000, 90], [1]), ([50_000, 3], [0]), ([4000, 64], [0]),
    ([2500, 300], [0]), ([6, 3000, 40], [1]), ([5, 200, 1000], [1]), ([40, 50, 60], [0, 2]), ([1, 1], [0, 1]),
    ([5], [0]),
  ]

  private func inputs(_ count: Int) -> Storage {
    var generator = SeededGenerator(UInt64(count))
    let storage = Storage(byteCount: count * 4)
    for index in 0..<count {
      storage.address.storeBytes(
        of: Float.random(in: -1...1, using: &generator), toByteOffset: index * 4, as: Float.self)
    }
    return storage
  }

  private func executable(_ shape: Shape, _ axes: [Int]) -> (Executable, AbstractArray) {
    let builder = ProgramBuilder()
    let x = builder.input(AbstractArray(shape, .float32))
    let scale = builder.scalar(bits: UInt64(Float(1.25).bitPattern), .float32)
    let sum = builder.reduce(.sum, builder.binary(.mul, x, scale), axes: axes)
    let type = builder.type(sum)
    return (Executable(builder.finish([sum])), type)
  }

  @Test(arguments: cases) func bitsDoNotDependOnTheNumberOfThreads(shape: Shape, axes: [Int]) {
    let before = Workers.threadCount
    defer { Workers.threadCount = before }
    let x = inputs(shape.count)
    let (executable, type) = executable(shape, axes)
    var results: [[Double]] = []
    for threads in [1, 2, 5] {
      Workers.threadCount = threads
      for _ in 0..<3 { results.append(Interpreter.elements(executable.run([x])[0], type)) }
    }
    #expect(results.allSatisfy { $0 == results[0] })
  }

  @Test(arguments: cases) func sumsAreClose(shape: Shape, axes: [Int]) {
    let x = inputs(shape.count)
    let (executable, type) = executable(shape, axes)
    let found = Interpreter.elements(executable.run([x])[0], type)
    let builder = ProgramBuilder()
    let wide = builder.input(AbstractArray(shape, .float64))
    let scale = builder.scalar(bits: Double(1.25).bitPattern, .float64)
    let program = builder.finish([builder.reduce(.sum, builder.binary(.mul, wide, scale), axes: axes)])
    let expected = Interpreter.run(program, [Interpreter.elements(x, AbstractArray(shape, .float32))])[0]
    let terms = Double(shape.count / max(1, type.count))
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-6 * terms.squareRoot() * 8 + 1e-5 })
  }

  @Test func foldingNothingGivesTheIdentity() {
    for (op, expected) in [(FoldOp.sum, 0.0), (.prod, 1), (.max, -.infinity), (.min, .infinity)] {
      let builder = ProgramBuilder()
      let x = builder.input(AbstractArray([0, 3], .float32))
      let result = Executable(builder.finish([builder.reduce(op, x, axes: [0]), x])).run([Storage(byteCount: 0)])
      #expect(Interpreter.elements(result[0], AbstractArray([3], .float32)) == [expected, expected, expected])
    }
  }
}
