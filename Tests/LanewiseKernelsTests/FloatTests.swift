import Foundation
import LanewiseKernels
import Testing

/// Arithmetic, rounding and signs of float32 and float64 bit for bit; elementary functions to within a few ULPs.
@Suite struct FloatTests {
  @Test(arguments: Build.all) func float32(_ build: Build) throws { try exact(build, Float.self) }
  @Test(arguments: Build.all) func float64(_ build: Build) throws { try exact(build, Double.self) }

  private func unary<T: BinaryFloatingPoint>(_ op: UnaryOp, _ a: T) -> T? {
    switch op {
    case .neg: -a
    case .abs: a.magnitude
    case .sign: a.isNaN || a == 0 ? a : T(signOf: a, magnitudeOf: 1)
    case .square: a * a
    case .floor: a.rounded(.down)
    case .ceil: a.rounded(.up)
    case .roundAwayFromZero: a.rounded(.toNearestOrAwayFromZero)
    case .roundToEven: a.rounded(.toNearestOrEven)
    case .sqrt: a.squareRoot()
    case .rsqrt: 1 / a.squareRoot()
    case .reciprocal: 1 / a
    default: nil
    }
  }

  private func binary<T: BinaryFloatingPoint>(_ op: BinaryOp, _ a: T, _ b: T) -> T? {
    switch op {
    case .add: return a + b
    case .sub: return a - b
    case .mul: return a * b
    case .div: return a / b
    case .rem: return a.truncatingRemainder(dividingBy: b)
    case .max:
      if a.isNaN || b.isNaN { return .nan }
      return a == b ? (a.sign == .plus ? a : b) : Swift.max(a, b)
    case .min:
      if a.isNaN || b.isNaN { return .nan }
      return a == b ? (a.sign == .minus ? a : b) : Swift.min(a, b)
    case .nextafter:
      if a.isNaN || b.isNaN { return .nan }
      if a == b { return b }
      return a < b ? (a == 0 ? .leastNonzeroMagnitude : a.nextUp) : (a == 0 ? -.leastNonzeroMagnitude : a.nextDown)
    default: return nil
    }
  }

  private func exact<T: BinaryFloatingPoint & Awkward>(_ build: Build, _: T.Type) throws {
    // The float32 reciprocal root is among the elementary functions.
    for op in UnaryOp.allCases where unary(op, T(1)) != nil && !(op == .rsqrt && T.lane == .f32) {
      let got: [T] = try build.run(KernelIndex.unary(op, T.lane), count: T.awkward.count, [T.awkward])
      expectSame(got, T.awkward.map { unary(op, $0)! }, "\(op) \(T.self)")
    }
    #expect(
      try build.run(KernelIndex.unary(.isFinite, T.lane), count: T.awkward.count, [T.awkward])
        == T.awkward.map { $0.isFinite ? 1 : 0 } as [UInt8])
    let (a, b) = T.pairs
    for op in BinaryOp.allCases where binary(op, T(1), T(1)) != nil {
      let got: [T] = try build.run(KernelIndex.binary(op, T.lane, .rr), count: a.count, [a, b])
      expectSame(got, zip(a, b).map { binary(op, $0, $1)! }, "\(op) \(T.self)")
      for constant in T.awkward {
        let right: [T] = try build.run(
          KernelIndex.binary(op, T.lane, .rc), count: T.awkward.count, [T.awkward, [constant]])
        expectSame(right, T.awkward.map { binary(op, $0, constant)! }, "\(op) \(T.self) constant \(constant)")
        let left: [T] = try build.run(
          KernelIndex.binary(op, T.lane, .cr), count: T.awkward.count, [[constant], T.awkward])
        expectSame(left, T.awkward.map { binary(op, constant, $0)! }, "\(op) constant \(constant) \(T.self)")
      }
    }
  }

  /// Fused in one build, rounded twice in the other; the order of the operands either way.
  @Test(arguments: Build.all) func multiplyAdd(_ build: Build) throws {
    let x: [Float] = (0..<50).map { Float($0) * 0.37 - 3 }
    let y: [Float] = (0..<50).map { 1 / (Float($0) + 1) }
    let z: [Float] = (0..<50).map { Float($0 * $0) - 7 }
    for (sources, b, c) in [
      (FMASources.rrr, y, z), (.rrc, y, [z[3]]), (.rcr, [y[3]], z), (.rcc, [y[3]], [z[3]]),
    ] {
      let got: [Float] = try build.run(KernelIndex.fma(.f32, sources), count: 50, [x, b, c])
      let wide: [Double] = try build.run(
        KernelIndex.fma(.f64, sources), count: 50, [x.map(Double.init), b.map(Double.init), c.map(Double.init)])
      for i in 0..<50 {
        let product = Double(x[i]) * Double(b.count == 1 ? b[0] : b[i])
        let want = product + Double(c.count == 1 ? c[0] : c[i])
        #expect(abs(Double(got[i]) - want) <= 1e-6 * (abs(product) + abs(want)))
        #expect(abs(wide[i] - want) <= 1e-15 * (abs(product) + abs(want)))
      }
    }
  }

  private static let functions: [(UnaryOp, @Sendable (Double) -> Double)] = [
    (.cbrt, cbrt), (.exp, exp), (.exp2, exp2), (.expm1, expm1), (.log, log), (.log1p, log1p), (.sin, sin), (.cos, cos),
    (.tan, tan), (.asin, asin), (.acos, acos), (.atan, atan), (.sinh, sinh), (.cosh, cosh), (.tanh, tanh),
    (.asinh, asinh), (.acosh, acosh), (.atanh, atanh), (.logistic, { 1 / (1 + exp(-$0)) }), (.erf, erf), (.erfc, erfc),
    (.lgamma, { lgamma($0) }),
  ]

  private static let points: [Double] =
    [0.001, 0.03, 0.2, 0.5, 0.75, 0.96, 1, 1.5, 2, 3.3, 6, 10, 20, 80].flatMap { [$0, -$0] }
    + [0, -0.0, .infinity, -.infinity, .nan]

  @Test(arguments: Build.all) func elementaryFunctions(_ build: Build) throws {
    for (op, f) in Self.functions {
      let points = Self.points.map { Double(Float($0)) }
      let got64: [Double] = try build.run(KernelIndex.unary(op, .f64), count: points.count, [points])
      let got32: [Float] = try build.run(
        KernelIndex.unary(op, .f32), count: points.count, [points.map { Float($0) }])
      for (i, x) in points.enumerated() {
        let want = f(x)
        expectClose(got64[i], want, 1e-14, "\(op)(\(x))")
        expectClose(Double(got32[i]), Double(Float(want)), 4e-6, "float32 \(op)(\(x))")
      }
    }
  }

  @Test(arguments: Build.all) func powersAnglesAndLengths(_ build: Build) throws {
    let a = Self.points.flatMap { x in Self.points.map { _ in Double(Float(x)) } }
    let b = Self.points.flatMap { _ in Self.points.map { Double(Float($0)) } }
    for (op, f) in [(BinaryOp.pow, { pow($0, $1) }), (.atan2, { atan2($0, $1) }), (.hypot, { hypot($0, $1) })]
      as [(BinaryOp, (Double, Double) -> Double)]
    {
      let got64: [Double] = try build.run(KernelIndex.binary(op, .f64, .rr), count: a.count, [a, b])
      let got32: [Float] = try build.run(
        KernelIndex.binary(op, .f32, .rr), count: a.count, [a.map { Float($0) }, b.map { Float($0) }])
      for i in a.indices {
        expectClose(got64[i], f(a[i], b[i]), 1e-13, "\(op)(\(a[i]), \(b[i]))")
        expectClose(Double(got32[i]), Double(Float(f(a[i], b[i]))), 2e-5, "float32 \(op)(\(a[i]), \(b[i]))")
      }
    }
  }

  /// The inverse undoes the function; the derivative of log Γ fits its difference quotient, recurrence and reflection.
  @Test(arguments: Build.all) func functionsWithoutReference(_ build: Build) throws {
    let x = stride(from: -0.995, through: 0.995, by: 0.01).map { $0 } + [0.99999, 0.9999999999]
    let inverse: [Double] = try build.run(KernelIndex.unary(.erfInv, .f64), count: x.count, [x])
    for i in x.indices { expectClose(erf(inverse[i]), x[i], 1e-14, "erfInv(\(x[i]))") }
    let ends: [Double] = try build.run(KernelIndex.unary(.erfInv, .f64), count: 4, [[1, -1, 1.5, .nan]])
    expectSame(ends, [.infinity, -.infinity, .nan, .nan], "erfInv")

    let y = [0.1, 0.7, 1, 1.46163214496836, 2.5, 9, 30, 1e6, -0.4, -3.7]
    let digamma: [Double] = try build.run(KernelIndex.unary(.digamma, .f64), count: y.count, [y])
    let next: [Double] = try build.run(KernelIndex.unary(.digamma, .f64), count: y.count, [y.map { $0 + 1 }])
    for i in y.indices { #expect(abs(next[i] - digamma[i] - 1 / y[i]) <= 4e-15 * (1 + abs(1 / y[i]) + abs(next[i]))) }
    expectClose(digamma[2], -0.577215664901532861, 1e-15, "digamma(1)")
    #expect(abs(digamma[3]) < 1e-14)
    let poles: [Double] = try build.run(KernelIndex.unary(.digamma, .f64), count: 4, [[0, -1, .infinity, .nan]])
    expectSame(poles, [.nan, .nan, .infinity, .nan], "digamma")
    // Beside the pole at 0 it is −1/x − γ, on either side.
    let beside = [-1e-300, -1e-10, 1e-10]
    let steep: [Double] = try build.run(KernelIndex.unary(.digamma, .f64), count: 3, [beside])
    for (x, y) in zip(beside, steep) { #expect(abs(y * x + 1) <= 1e-9 && abs(y + 1 / x + 0.5772156649) <= 1e-15 / abs(x)) }
  }
}

/// Relative error at most `tolerance`, or the same special value.
func expectClose(
  _ got: Double, _ want: Double, _ tolerance: Double, _ what: @autoclosure () -> String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let same = want.isNaN ? got.isNaN : got == want || abs(got - want) <= tolerance * abs(want) + 0x1p-149
  #expect(same, "\(what()) is \(got), not \(want)", sourceLocation: sourceLocation)
}
