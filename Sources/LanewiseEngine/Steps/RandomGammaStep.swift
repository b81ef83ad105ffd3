import Glibc
import LanewiseKernelABI

/// Samples of the gamma distribution (JAX's `random_gamma`), each from a key of its own, by the method of Marsaglia and
/// Tsang (2000). The keys and draws are JAX's.
///
/// - Operands: keys of a shape K; parameters of a floating-point dtype and a shape K + L.
/// - Result: samples of that shape, or their logarithms.
package struct RandomGammaStep: Step {
  package let inLogSpace: Bool

  package init(inLogSpace: Bool) { self.inLogSpace = inLogSpace }

  package var name: String { "random_gamma" }

  package func run(_ call: StepCall) {
    let keys = call.operandTypes[0]
    let type = call.resultTypes[0]
    guard type.count > 0 else { return }
    let count = type.count / keys.count
    withScratch(UInt64.self, type.count) { split in
      RandomSplitStep().run(
        [UnsafeRawPointer(call.operand(0))], [UnsafeMutableRawPointer(split)], [keys],
        [AbstractArray(Shape([keys.count, count]), keys.dtype)])
      let draw = GammaDraws(
        keys: UnsafeRawPointer(split).assumingMemoryBound(to: UInt32.self), parameters: call.operand(1),
        result: call.result(0), layout: keys.dtype == .partitionableKey ? .partitionable : .original,
        inLogSpace: inLogSpace)
      forEachRange(type.count, grain: 64, nanoseconds: 500) { range in
        switch type.dtype {
        case .float64: draw.fill(range, Double.self, DoubleDraw())
        case .float16: draw.fill(range, Half.self, FloatDraw(bitWidth: 16, mantissaBits: 10))
        case .bfloat16: draw.fill(range, BrainFloat.self, FloatDraw(bitWidth: 8, mantissaBits: 7))
        default: draw.fill(range, Float.self, FloatDraw(bitWidth: 32, mantissaBits: 23))
        }
      }
    }
  }
}

extension Step {
  /// Runs the step within another.
  fileprivate func run(
    _ operands: [UnsafeRawPointer], _ results: [UnsafeMutableRawPointer], _ operandTypes: [AbstractArray],
    _ resultTypes: [AbstractArray]
  ) {
    operands.withUnsafeBufferPointer { operands in
      results.withUnsafeBufferPointer { results in
        run(
          StepCall(
            operands: operands.baseAddress!, results: results.baseAddress!, operandTypes: operandTypes,
            resultTypes: resultTypes))
      }
    }
  }
}

/// The numbers that a key gives in a floating-point format, as `Random.uniform` and `Random.normal` make them.
private protocol Draw {
  associatedtype Number: BinaryFloatingPoint
  /// In [0, 1).
  func unit(_ key: ScalarKey) -> Number
  func normal(_ key: ScalarKey) -> Number
  func log(_ x: Number) -> Number
  func log1p(_ x: Number) -> Number
  func pow(_ x: Number, _ y: Number) -> Number
}

private struct FloatDraw: Draw {
  let bitWidth: Int, mantissaBits: Int
  private let erfInv = InverseErrorFunction<Float>(.float32)

  init(bitWidth: Int, mantissaBits: Int) { (self.bitWidth, self.mantissaBits) = (bitWidth, mantissaBits) }

  func unit(_ key: ScalarKey) -> Float {
    let bits = key.bits32() & (UInt32.max >> UInt32(32 - bitWidth))
    let mantissa = bits >> UInt32(bitWidth - mantissaBits)
    return Float(bitPattern: 0x3f80_0000 | mantissa << UInt32(23 - mantissaBits)) - 1
  }
  func normal(_ key: ScalarKey) -> Float {
    let low = Float(sign: .plus, exponent: -mantissaBits - 1, significand: 1) - 1
    return Float(2).squareRoot() * erfInv(max(low, fmaf(unit(key), 1 - low, low)))
  }
  func log(_ x: Float) -> Float { logf(x) }
  func log1p(_ x: Float) -> Float { log1pf(x) }
  func pow(_ x: Float, _ y: Float) -> Float { powf(x, y) }
}

private struct DoubleDraw: Draw {
  private let erfInv = InverseErrorFunction<Double>(.float64)

  func unit(_ key: ScalarKey) -> Double { Double(bitPattern: 0x3ff0_0000_0000_0000 | key.bits64() >> 12) - 1 }
  func normal(_ key: ScalarKey) -> Double {
    let low = 0x1p-53 - 1
    return 2.0.squareRoot() * erfInv(max(low, fma(unit(key), 1 - low, low)))
  }
  func log(_ x: Double) -> Double { Glibc.log(x) }
  func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
}

/// The kernels' erf⁻¹ of one number.
private struct InverseErrorFunction<Number: BinaryFloatingPoint> {
  let kernel: Kernel

  init(_ dtype: DType) { kernel = KernelTable.kernel(KernelIndex.unary(.erfInv, dtype.lane))! }

  func callAsFunction(_ x: Number) -> Number {
    // As long as the vectors that the kernel works on.
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 64) { memory in
      let operand = memory.baseAddress.unsafelyUnwrapped
      operand.initializeMemory(as: UInt8.self, repeating: 0, count: 128)
      operand.assumingMemoryBound(to: Number.self).pointee = x
      callKernel(kernel, result: operand + 128, operand, count: 1)
      return (operand + 128).load(as: Number.self)
    }
  }
}

private struct GammaDraws: @unchecked Sendable {
  let keys: UnsafePointer<UInt32>
  let parameters: UnsafeRawPointer
  let result: UnsafeMutableRawPointer
  let layout: RandomStream.Layout
  let inLogSpace: Bool

  func fill<E: Element, D: Draw>(_ range: Range<Int>, _ type: E.Type, _ draw: D) {
    let parameters = parameters.assumingMemoryBound(to: type)
    let result = result.assumingMemoryBound(to: type)
    for i in range {
      let key = ScalarKey(keys[2 * i], keys[2 * i + 1], layout)
      let sample = sample(key, D.Number(parameters[i].wide.real), draw)
      result[i] = E(wide: Complex(Double(sample), 0))
    }
  }

  private func sample<D: Draw>(_ key: ScalarKey, _ parameter: D.Number, _ draw: D) -> D.Number {
    // Below 1, a sample for the parameter plus 1 is made smaller by the power of a uniform number.
    let isLarge = parameter >= 1
    let alpha = isLarge ? parameter : parameter + 1
    let third = D.Number(1.0 / 3.0)
    let d = alpha - third
    let c = third / d.squareRoot()
    var (key, boostKey) = key.split()
    var cube: D.Number
    repeat {
      let keys = key.split3()
      key = keys.0
      var next = keys.1
      var x: D.Number
      var v: D.Number
      repeat {
        let pair = next.split()
        next = pair.0
        x = draw.normal(pair.1)
        v = D.Number(1).addingProduct(x, c)
      } while v <= 0
      let square = x * x
      cube = v * v * v
      let u = draw.unit(keys.2)
      guard u >= 1 - D.Number(0.0331) * (square * square),
        draw.log(u) >= square * 0.5 + d * (1 - cube + draw.log(cube))
      else { break }
    } while true
    if inLogSpace {
      let exponent = draw.log1p(-draw.unit(boostKey))
      let boost = isLarge || exponent == 0 ? 0 : exponent * (1 / parameter)
      return draw.log(d) + draw.log(cube) + boost
    }
    let boost = isLarge ? 1 : draw.pow(1 - draw.unit(boostKey), 1 / parameter)
    return d * cube * boost
  }
}
