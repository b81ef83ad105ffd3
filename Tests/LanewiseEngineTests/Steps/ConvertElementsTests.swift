import LanewiseEngine
import Testing

@Suite struct ConvertElementsTests {
  func convert<A: BitwiseCopyable, B: BitwiseCopyable>(_ x: [A], _ from: DType, _ to: DType, _: B.Type) -> [B] {
    var result = TestArray(zerosOf: AbstractArray([x.count], to))
    result.bytes.withUnsafeMutableBytes { target in
      x.withUnsafeBytes {
        convertElements(from: $0.baseAddress!, from, to: target.baseAddress!, to, count: x.count)
      }
    }
    return result.elements(B.self)
  }

  @Test func integersWrap() {
    #expect(convert([300, -1] as [Int32], .int32, .uint8, UInt8.self) == [44, 255])
    #expect(convert([-1, 5] as [Int8], .int8, .uint64, UInt64.self) == [.max, 5])
    #expect(convert([0, 7] as [Int16], .int16, .bool, UInt8.self) == [0, 1])
  }

  @Test func floatsRoundAndClamp() {
    #expect(convert([1.5, -2.75, 3e9, .nan] as [Float], .float32, .int32, Int32.self) == [1, -2, .max, 0])
    #expect(convert([1.5, -2] as [Double], .float64, .complex64, SIMD2<Float>.self) == [SIMD2(1.5, 0), SIMD2(-2, 0)])
    #expect(convert([SIMD2<Float>(3, 4)], .complex64, .float32, Float.self) == [3])
  }

  /// Every half-precision number there is, there and back.
  @Test func halfPrecisionIsExact() {
    let all = (0...UInt16.max).map { $0 }
    for dtype in [DType.float16, .bfloat16] {
      let floats = convert(all, dtype, .float32, Float.self)
      let back = convert(floats, .float32, dtype, UInt16.self)
      #expect(zip(all.indices, back).allSatisfy { all[$0] == $1 || floats[$0].isNaN })
    }
    #expect(convert(all, .float16, .float32, Float.self)[0x3c00] == 1)
    #expect(
      convert([0x0001, 0x7bff, 0xfc00] as [UInt16], .float16, .float32, Float.self) == [0x1p-24, 65504, -.infinity])
  }

  @Test func halfPrecisionRoundsToEven() {
    let x: [Float] = [1 + 0x1p-11, 1 + 0x1p-11 + 0x1p-20, 1 + 0x3p-11, 65519, 65520, 0x1p-25, 0x1.8p-25, -1e9]
    #expect(
      convert(x, .float32, .float16, UInt16.self)
        == [0x3c00, 0x3c01, 0x3c02, 0x7bff, 0x7c00, 0x0000, 0x0001, 0xfc00])
    #expect(
      convert([1 + 0x1p-8, 1 + 0x3p-8, 3.4e38] as [Float], .float32, .bfloat16, UInt16.self) == [
        0x3f80, 0x3f82, 0x7f80,
      ])
  }
}
