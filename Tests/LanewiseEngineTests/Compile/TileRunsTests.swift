import LanewiseEngine
import Testing

@Suite struct TileRunsTests {
  /// Rows of any length at any distance, forwards and backwards, of every width.
  @Test func runsAtAnyDistance() {
    func check<T: FixedWidthInteger & BitwiseCopyable>(_ dtype: DType, _: T.Type) {
      for columns in [1, 3, 7, 8, 9, 16, 23, 100, 3000] {
        for stride in [-3, -2, -1, 0, 1, 2, 3, 5] {
          let width = columns * max(1, abs(stride))
          let offset = stride < 0 ? (columns - 1) * -stride : 0
          let program = makeProgram([AbstractArray([4, width], dtype)]) { b, x in
            [b.view(x[0], shape: [4, columns], offset: offset, strides: [width, stride])]
          }
          let x = (0..<4 * width).map { T(truncatingIfNeeded: $0 &* 40_503) }
          let got = program.run([TestArray(x, [4, width], dtype)])[0].elements(T.self)
          let want = (0..<4 * columns).map { x[$0 / columns * width + offset + $0 % columns * stride] }
          #expect(Bool(got == want), "\(dtype) \(columns) \(stride)")
        }
      }
    }
    check(.uint8, UInt8.self)
    check(.int16, Int16.self)
    check(.int32, Int32.self)
    check(.int64, Int64.self)
  }
}
