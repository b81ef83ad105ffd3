import LanewiseEngine
import LanewiseKernels
import Testing

@Suite struct TransposeProgramTests {
  /// Matrices, and stacks of them, with and without whole tiles, of every width.
  func check<T: BitwiseCopyable & FixedWidthInteger>(_ dtype: DType, _: T.Type) {
    var generator = Generator(61)
    for dims in [
      [64, 64], [128, 256], [70, 90], [9, 600], [600, 9], [3, 65, 130], [5000, 1], [140, 200], [1000, 77],
    ] {
      let x = (0..<dims.reduce(1, *)).map { _ in T(truncatingIfNeeded: generator.next()) }
      let shape = Shape(dims)
      let order = Array(dims.indices.dropLast(2)) + [dims.count - 1, dims.count - 2]
      let turned = Shape(order.map { dims[$0] })
      let program = makeProgram([AbstractArray(shape, dtype)]) { b, slots in
        [b.view(slots[0], shape: turned, offset: 0, strides: order.map { shape.strides[$0] })]
      }
      let expected = indexVectors(turned.dims).map { at -> T in
        var from = at
        from.swapAt(at.count - 1, at.count - 2)
        return x[offset(from, in: dims)]
      }
      for threads in [1, 2] {
        let got = withThreads(threads) { program.run([TestArray(x, dims, dtype)]) }
        #expect(Bool(got[0].elements(T.self) == expected), "\(dtype) \(dims) \(threads)")
      }
    }
  }

  @Test func rowsBecomeColumns() {
    check(.uint8, UInt8.self)
    check(.uint16, UInt16.self)
    check(.uint32, UInt32.self)
    check(.uint64, UInt64.self)
    check(.complex128, UInt128.self)
  }

  /// What reads the transposes of matrices row by row is computed with a few of their rows at a time.
  @Test func rowsOfTransposes() {
    func check<T: Numeric & BitwiseCopyable>(_ dtype: DType, _: T.Type) {
      for (rows, columns) in [(200, 300), (300, 77), (64, 4000)] {
        let (matrix, turned) = (AbstractArray([rows, columns], dtype), AbstractArray([columns, rows], dtype))
        let program = makeProgram([matrix, matrix, turned]) { b, x in
          let views = x.prefix(2).map { b.view($0, shape: turned.shape, offset: 0, strides: [1, columns]) }
          return [b.binary(.add, b.binary(.mul, views[0], x[2]), views[1])]
        }
        let text = Executable(program).description
        #expect(text.contains("blocks 0") && text.contains("rows0 = in") && text.contains("rows1 = in"), "\(text)")
        let x = (0..<rows * columns).map { T(exactly: $0 % 7)! }
        let y = (0..<rows * columns).map { T(exactly: $0 % 5)! }
        let want = (0..<rows * columns).map { place -> T in
          let source = place % rows * columns + place / rows
          return x[source] * y[place] + y[source]
        }
        let operands = [[rows, columns], [rows, columns], [columns, rows]]
        for threads in [1, 2] {
          let got = withThreads(threads) {
            program.run(zip([x, y, y], operands).map { TestArray($0, $1, dtype) })[0].elements(T.self)
          }
          #expect(Bool(got == want), "\(dtype) \(rows) \(columns)")
        }
      }
    }
    check(.float32, Float.self)
    check(.float64, Double.self)
    check(.uint8, UInt8.self)
    check(.int16, Int16.self)
  }

  /// Where they are computed with, transposes are made before, once for all groups.
  @Test func transposesOfOperands() {
    let (rows, columns) = (80, 90)
    let x = (0..<rows * columns).map { Float($0 % 1009) }
    let program = makeProgram([array(.float32, rows, columns), array(.float32, columns, rows)]) { b, slots in
      let turned = b.view(slots[0], shape: [columns, rows], offset: 0, strides: [1, columns])
      let product = b.binary(.mul, turned, slots[1])
      return [product, b.binary(.add, b.reshape(b.reduce(.sum, product, axes: [0, 1]), [1, 1]), turned)]
    }
    let text = Executable(program).description
    #expect(text.split(separator: "\n").count { $0.contains("transpose") } == 1, "\(text)")
    let turned = (0..<rows * columns).map { x[$0 % rows * columns + $0 / rows] }
    let ones = TestArray(x.map { _ in Float(1) }, [columns, rows], .float32)
    let got = program.run([TestArray(x, [rows, columns], .float32), ones]).map(\.floats)
    #expect(got == [turned, turned.map { $0 + x.reduce(0, +) }])
  }
}
