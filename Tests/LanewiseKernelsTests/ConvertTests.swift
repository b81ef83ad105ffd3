import LanewiseKernels
import Testing

/// A number in one of the formats, and what the formats make of it.
private enum Value {
  case integer(Int128)
  case real(Double)

  func integer<T: FixedWidthInteger>(_: T.Type) -> T {
    switch self {
    case .integer(let x): return T(truncatingIfNeeded: x)
    case .real(let x):
      if x.isNaN { return 0 }
      // The bounds of every type are exact as float64, or one above MAX.
      if x >= Double(sign: .plus, exponent: T.isSigned ? T.bitWidth - 1 : T.bitWidth, significand: 1) { return .max }
      if x <= Double(T.min) { return .min }
      return T(x)
    }
  }

  var float: Float {
    switch self {
    case .integer(let x): x < 0 ? Float(Int64(x)) : Float(UInt64(x))
    case .real(let x): Float(x)
    }
  }

  var double: Double {
    switch self {
    case .integer(let x): x < 0 ? Double(Int64(x)) : Double(UInt64(x))
    case .real(let x): x
    }
  }

  var isZero: Bool {
    switch self {
    case .integer(let x): x == 0
    case .real(let x): x == 0
    }
  }

  /// float64 rounds to half precision directly, integers by way of float32.
  var half: Float16 {
    switch self {
    case .integer: Float16(float)
    case .real(let x): Float16(x)
    }
  }

  /// The nearer of the two neighbours; of two as near, the one with an even last bit.
  var brain: UInt16 {
    let x = float
    if x.isNaN { return 0x7FC0 }
    let down = x.bitPattern & 0xFFFF_0000
    let up = down &+ 0x1_0000
    let rest = x.bitPattern & 0xFFFF
    let even = (down >> 16) & 1 == 0
    return UInt16((rest < 0x8000 || (rest == 0x8000 && even) ? down : up) >> 16)
  }
}

@Suite struct ConvertTests {
  /// Converts `bits` of format `from`, whose values are `values`, to every format.
  private func check<T>(_ build: Build, _ from: Format, _ bits: [T], _ values: [Value]) throws {
    func to<R: Awkward>(_ format: Format, _ want: (Value) -> R) throws {
      let got: [R] = try build.run(KernelIndex.convert(from: from, to: format), count: bits.count, [bits])
      expectSame(got, values.map(want), "\(from) to \(format)")
    }
    try to(.i8) { $0.integer(Int8.self) }
    try to(.i16) { $0.integer(Int16.self) }
    try to(.i32) { $0.integer(Int32.self) }
    try to(.i64) { $0.integer(Int64.self) }
    try to(.u8) { $0.integer(UInt8.self) }
    try to(.u16) { $0.integer(UInt16.self) }
    try to(.u32) { $0.integer(UInt32.self) }
    try to(.u64) { $0.integer(UInt64.self) }
    try to(.f32) { $0.float }
    try to(.f64) { $0.double }
    if from != .c64 && from != .c128 { try to(.bool) { $0.isZero ? 0 : 1 as UInt8 } }

    let half: [UInt16] = try build.run(KernelIndex.convert(from: from, to: .f16), count: bits.count, [bits])
    let brain: [UInt16] = try build.run(KernelIndex.convert(from: from, to: .bf16), count: bits.count, [bits])
    for (i, value) in values.enumerated() {
      let isNaN = value.half.isNaN
      #expect(isNaN ? Float16(bitPattern: half[i]).isNaN : half[i] == value.half.bitPattern, "\(from) \(value) to f16")
      #expect(isNaN ? brain[i] & 0x7FFF > 0x7F80 : brain[i] == value.brain, "\(from) \(value) to bf16")
    }

    guard from != .c64 && from != .c128 else { return }
    let single: [Pair<Float>] = try build.run(KernelIndex.convert(from: from, to: .c64), count: bits.count, [bits])
    let double: [Pair<Double>] = try build.run(KernelIndex.convert(from: from, to: .c128), count: bits.count, [bits])
    expectSame(single.map(\.re), values.map(\.float), "\(from) to c64")
    expectSame(double.map(\.re), values.map(\.double), "\(from) to c128")
    #expect(single.allSatisfy { $0.im == 0 } && double.allSatisfy { $0.im == 0 })
  }

  private func check<T: FixedWidthInteger & Awkward>(_ build: Build, _ from: Format, _: T.Type) throws {
    try check(build, from, T.awkward, T.awkward.map { .integer(Int128($0)) })
  }

  @Test(arguments: Build.all) func fromIntegers(_ build: Build) throws {
    try check(build, .i8, Int8.self)
    try check(build, .i16, Int16.self)
    try check(build, .i32, Int32.self)
    try check(build, .i64, Int64.self)
    try check(build, .u8, UInt8.self)
    try check(build, .u16, UInt16.self)
    try check(build, .u32, UInt32.self)
    try check(build, .u64, UInt64.self)
    let bools = (0..<37).map { UInt8($0 * 5 / 3 & 1) }
    try check(build, .bool, bools, bools.map { .integer(Int128($0)) })
  }

  /// Values at the edges of the integer types and of half precision: ties, overflow, subnormals.
  private static let edges: [Double] = {
    let edges: [Double] = [
      0, 0.5, 1.5, 2.999, 127, 127.9, 128, 255, 255.9, 256, 32767.5, 32768, 65535.9, 65536, 2_147_483_520,
      2_147_483_647, 2_147_483_648, 4_294_967_040, 4_294_967_295, 4_294_967_296, 9.223372036854775e18, 0x1p63,
      1.8446744073709550e19, 0x1p64, 1e30, 65504, 65519, 65520, 2049, 2051, 1.00048828125, 1.0004882812500002, 0x1p-24,
      0x1p-25, 0x1.000002p-25, 0x1.8p-24, 6.1e-5, 1.00390625, 1.01171875, 1e-40, 1e300, .infinity,
    ]
    return edges + edges.map { -$0 } + [.nan]
  }()

  @Test(arguments: Build.all) func fromFloats(_ build: Build) throws {
    try check(build, .f64, Self.edges, Self.edges.map { .real($0) })
    let singles = Self.edges.map { Float($0) }
    try check(build, .f32, singles, singles.map { .real(Double($0)) })
  }

  @Test(arguments: Build.all) func fromHalves(_ build: Build) throws {
    let all = (0...UInt16.max).map { $0 }
    let widened: [Float] = try build.run(KernelIndex.convert(from: .f16, to: .f32), count: all.count, [all])
    expectSame(widened, all.map { Float(Float16(bitPattern: $0)) }, "f16 to f32")
    let brains: [Float] = try build.run(KernelIndex.convert(from: .bf16, to: .f32), count: all.count, [all])
    expectSame(brains, all.map { Float(bitPattern: UInt32($0) << 16) }, "bf16 to f32")

    let some = stride(from: 0, through: 0xFFFF, by: 37).map { UInt16($0) }
    try check(build, .f16, some, some.map { .real(Double(Float16(bitPattern: $0))) })
    try check(build, .bf16, some, some.map { .real(Double(Float(bitPattern: UInt32($0) << 16))) })
  }

  /// Every float32 in steps, to half precision.
  @Test(arguments: Build.all) func toHalf(_ build: Build) throws {
    let some = stride(from: 0, through: UInt32.max - 5000, by: 4999).map { Float(bitPattern: $0) }
    let got: [UInt16] = try build.run(KernelIndex.convert(from: .f32, to: .f16), count: some.count, [some])
    let want = some.map { Float16($0) }
    #expect(some.indices.allSatisfy { want[$0].isNaN ? got[$0] & 0x7FFF > 0x7C00 : got[$0] == want[$0].bitPattern })
  }

  @Test(arguments: Build.all, counts) func fromComplex(_ build: Build, _ count: Int) throws {
    let values = (0..<count).map { Self.edges[$0 % Self.edges.count] }
    let wide = values.map { Pair($0, 7) }
    try check(build, .c128, wide, values.map { .real($0) })
    let narrow = values.map { Pair(Float($0), 7) }
    try check(build, .c64, narrow, values.map { .real(Double(Float($0))) })
    let zeros = (0..<count).map { Pair<Float>(0, $0 % 3 == 0 ? 0 : 1) }
    #expect(
      try build.run(KernelIndex.convert(from: .c64, to: .bool), count: count, [zeros])
        == zeros.map { $0.im == 0 ? 0 : 1 } as [UInt8])
    let doubled: [Pair<Double>] = try build.run(KernelIndex.convert(from: .c64, to: .c128), count: count, [zeros])
    #expect(doubled == zeros.map { Pair(Double($0.re), Double($0.im)) })
    let halved: [Pair<Float>] = try build.run(KernelIndex.convert(from: .c128, to: .c64), count: count, [doubled])
    #expect(halved == zeros)
  }

  /// A conversion to complex numbers writes nothing behind the last of them.
  @Test(arguments: Build.all, counts) func toComplexIsExact(_ build: Build, _ count: Int) throws {
    let got: [UInt64] = try build.run(
      KernelIndex.convert(from: .i32, to: .c128), count: count, [(0..<count).map { Int32($0) }], length: 2 * count + 8)
    #expect(got.dropFirst(2 * count).allSatisfy { $0 == 0xA5A5_A5A5_A5A5_A5A5 })
  }
}
