import Glibc
import LanewiseKernelABI

/// The numbers that keys side by side give in a floating-point format, one each, as `Random.uniform` and
/// `Random.normal` make them.
protocol RandomDraw {
  associatedtype Number: BinaryFloatingPoint, BitwiseCopyable
  static var lane: Lane { get }
  /// The smallest number above −1 that counts as uniform.
  var low: Number { get }
  /// In [0, 1). The scratch row may be that of the keys.
  func units(_ keys: KeyRow, _ count: Int, into result: UnsafeMutablePointer<Number>, scratch: KeyRow)
  func log(_ x: Number) -> Number
  func pow(_ x: Number, _ y: Number) -> Number
}

extension RandomDraw {
  /// √2·erf⁻¹ of uniform numbers in (−1, 1). The keys are lost.
  func normals(_ keys: KeyRow, _ count: Int, into result: UnsafeMutablePointer<Number>) {
    units(keys, count, into: result, scratch: keys)
    withUnsafeBytes(of: (1 - low, low)) {
      callKernel(
        KernelTable.kernel(KernelIndex.fma(Self.lane, .rcc))!, result: result, result, $0.baseAddress,
        $0.baseAddress! + MemoryLayout<Number>.stride, count: count)
    }
    for i in 0..<count { result[i] = max(low, result[i]) }
    apply(.erfInv, to: result, count)
    for i in 0..<count { result[i] *= Number(2).squareRoot() }
  }

  /// The function of each number, in its place.
  func apply(_ op: UnaryOp, to row: UnsafeMutablePointer<Number>, _ count: Int) {
    callKernel(KernelTable.kernel(KernelIndex.unary(op, Self.lane))!, result: row, row, count: count)
  }

  /// a·b + c, as the kernels round it.
  func multiplyAdd(
    _ a: UnsafeMutablePointer<Number>, _ b: UnsafeMutablePointer<Number>, _ c: Number, _ count: Int,
    into result: UnsafeMutablePointer<Number>
  ) {
    withUnsafeBytes(of: c) {
      callKernel(
        KernelTable.kernel(KernelIndex.fma(Self.lane, .rrc))!, result: result, a, b, $0.baseAddress, count: count)
    }
  }
}

struct FloatDraw: RandomDraw {
  /// As many bits as are drawn of 32; those of the significand.
  let bitWidth: Int, mantissaBits: Int

  static var lane: Lane { .f32 }
  var low: Float { Float(sign: .plus, exponent: -mantissaBits - 1, significand: 1) - 1 }

  func units(_ keys: KeyRow, _ count: Int, into result: UnsafeMutablePointer<Float>, scratch: KeyRow) {
    let bits = UnsafeMutableRawPointer(result).assumingMemoryBound(to: UInt32.self)
    keys.bits32(count, into: bits, scratch: scratch.words1)
    for i in 0..<count {
      let drawn = bits[i] & (UInt32.max >> UInt32(32 - bitWidth))
      let mantissa = drawn >> UInt32(bitWidth - mantissaBits)
      result[i] = Float(bitPattern: 0x3f80_0000 | mantissa << UInt32(23 - mantissaBits)) - 1
    }
  }

  func log(_ x: Float) -> Float { logf(x) }
  func pow(_ x: Float, _ y: Float) -> Float { powf(x, y) }
}

struct DoubleDraw: RandomDraw {
  static var lane: Lane { .f64 }
  var low: Double { 0x1p-53 - 1 }

  func units(_ keys: KeyRow, _ count: Int, into result: UnsafeMutablePointer<Double>, scratch: KeyRow) {
    keys.bits64(count, into: scratch.words0, scratch.words1)
    for i in 0..<count {
      let bits = UInt64(scratch.words0[i]) << 32 | UInt64(scratch.words1[i])
      result[i] = Double(bitPattern: 0x3ff0_0000_0000_0000 | bits >> 12) - 1
    }
  }

  func log(_ x: Double) -> Double { Glibc.log(x) }
  func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
}
