import Glibc
import LanewiseKernels
import Testing

// The reference is x86's 80-bit arithmetic; elsewhere there is none that is wider than what is tested.
#if arch(x86_64)

  extension Build {
    fileprivate func map(_ function: UnaryOp, _ x: [Double]) throws -> [Double] {
      try run(KernelIndex.unary(function, .f64), count: x.count, [x])
    }

    fileprivate func map(_ function: BinaryOp, _ x: [Double], _ y: [Double]) throws -> [Double] {
      try run(KernelIndex.binary(function, .f64, .rr), count: x.count, [x, y])
    }
  }

  /// Elementary functions of float64 against wider arithmetic, in units in the last place.
  @Suite struct F64MathTests {
    /// The worst error allowed, and an interval in which the function is neither trivial nor an overflow.
    private struct Case: CustomTestStringConvertible, Sendable {
      let function: UnaryOp
      let bound: Double
      let interval: ClosedRange<Double>
      let reference: @Sendable (Float80) -> Float80
      var testDescription: String { "\(function)" }
    }

    private static let cases: [Case] = [
      Case(function: .exp, bound: 1.2, interval: -700...700) { expl($0) },
      Case(function: .exp2, bound: 1.2, interval: -1000...1000) { exp2l($0) },
      Case(function: .expm1, bound: 1.2, interval: -10...10) { expm1l($0) },
      Case(function: .log, bound: 1, interval: 0...10) { logl($0) },
      Case(function: .log1p, bound: 1.4, interval: -1...10) { log1pl($0) },
      Case(function: .sin, bound: 1.1, interval: -100...100) { sinl($0) },
      Case(function: .cos, bound: 1.1, interval: -100...100) { cosl($0) },
      Case(function: .tan, bound: 1.4, interval: -100...100) { tanl($0) },
      Case(function: .asin, bound: 1.3, interval: -1...1) { asinl($0) },
      Case(function: .acos, bound: 1.3, interval: -1...1) { acosl($0) },
      Case(function: .atan, bound: 1.3, interval: -10...10) { atanl($0) },
      Case(function: .sinh, bound: 1.8, interval: -10...10) { sinhl($0) },
      Case(function: .cosh, bound: 1.6, interval: -10...10) { coshl($0) },
      Case(function: .tanh, bound: 2.5, interval: -10...10) { tanhl($0) },
      Case(function: .asinh, bound: 1.8, interval: -10...10) { asinhl($0) },
      Case(function: .acosh, bound: 2.1, interval: 1...10) { acoshl($0) },
      Case(function: .atanh, bound: 1.8, interval: -1...1) { atanhl($0) },
      Case(function: .logistic, bound: 2.2, interval: -30...30) { 1 / (1 + expl(-$0)) },
      Case(function: .erf, bound: 1.6, interval: -5...5) { erfl($0) },
      Case(function: .erfc, bound: 5.5, interval: -5...27) { erfcl($0) },
      Case(function: .cbrt, bound: 1, interval: -10...10) { cbrtl($0) },
    ]

    @Test(arguments: Build.all, cases)
    private func staysWithinItsBound(_ build: Build, _ test: Case) throws {
      var random = SplitMix64(state: 21)
      // Half from the interval, half over all bit patterns: every exponent, NaNs, infinities and subnormals.
      let x = (0..<50_001).map { i in
        i % 2 == 0
          ? Double.random(in: test.interval, using: &random)
          : Double(bitPattern: UInt64.random(in: 0...(.max), using: &random))
      }
      var worst = 0.0
      var worstArgument = Double.nan
      for (argument, result) in try zip(x, build.map(test.function, x)) {
        let error = ulps(result, test.reference(Float80(argument)))
        if error > worst { (worst, worstArgument) = (error, argument) }
      }
      #expect(worst <= test.bound, "\(worst) ULP at \(worstArgument)")
    }

    @Test(arguments: Build.all)
    func powerAngleAndLength(_ build: Build) throws {
      var random = SplitMix64(state: 3)
      let special: [Double] = [
        .nan, .infinity, -.infinity, 0, -0.0, 1, -1, 2, -2, 3, 0.5, -0.5, 1e300, -1e300, 1e-300, 9_007_199_254_740_993,
        .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
      ]
      var x: [Double] = []
      var y: [Double] = []
      for a in special {
        x += special.map { _ in a }
        y += special
      }
      for i in 0..<60_000 {
        if i % 2 == 0 {
          x.append(.random(in: -3...10, using: &random))
          y.append(i % 4 == 0 ? .random(in: -99...99, using: &random) : Double(Int.random(in: -9...9, using: &random)))
        } else {
          x.append(Double(bitPattern: .random(in: 0...(.max), using: &random)))
          y.append(.random(in: -1...1, using: &random))
        }
      }
      let powers = try build.map(BinaryOp.pow, x, y)
      let angles = try build.map(BinaryOp.atan2, y, x)
      let lengths = try build.map(BinaryOp.hypot, x, y)
      for i in x.indices {
        if ulps(powers[i], powl(Float80(x[i]), Float80(y[i]))) > 1.4 {
          Issue.record("pow(\(x[i]), \(y[i])) = \(powers[i])")
        }
        if ulps(angles[i], atan2l(Float80(y[i]), Float80(x[i]))) > 1.7 {
          Issue.record("atan2(\(y[i]), \(x[i])) = \(angles[i])")
        }
        if ulps(lengths[i], hypotl(Float80(x[i]), Float80(y[i]))) > 1.3 {
          Issue.record("hypot(\(x[i]), \(y[i])) = \(lengths[i])")
        }
      }
    }

    /// Exact values, down to the sign of zero, in every lane beside ordinary ones.
    @Test(arguments: Build.all)
    func specialValues(_ build: Build) throws {
      let inf = Double.infinity
      let table: [(UnaryOp, [(Double, Double)])] = [
        (.exp, [(0, 1), (-0.0, 1), (inf, inf), (-inf, 0), (710, inf), (-746, 0), (.nan, .nan)]),
        (.exp2, [(0, 1), (-3, 0.125), (1023, 0x1p1023), (1024, inf), (-1074, 0x1p-1074), (-inf, 0), (.nan, .nan)]),
        (.expm1, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -1), (1e-310, 1e-310), (.nan, .nan)]),
        (.log, [(1, 0), (0, -inf), (-0.0, -inf), (-1, .nan), (inf, inf), (-inf, .nan), (.nan, .nan)]),
        (.log1p, [(0, 0), (-0.0, -0.0), (-1, -inf), (-2, .nan), (inf, inf), (1e-310, 1e-310), (.nan, .nan)]),
        (.sin, [(0, 0), (-0.0, -0.0), (inf, .nan), (-inf, .nan), (1e-310, 1e-310), (.nan, .nan)]),
        (.cos, [(0, 1), (-0.0, 1), (inf, .nan), (.nan, .nan)]),
        (.tan, [(0, 0), (-0.0, -0.0), (inf, .nan), (1e-310, 1e-310), (.nan, .nan)]),
        (.asin, [(0, 0), (-0.0, -0.0), (1, .pi / 2), (-1, -.pi / 2), (1.1, .nan), (.nan, .nan)]),
        (.acos, [(1, 0), (-1, .pi), (-2, .nan), (.nan, .nan)]),
        (.atan, [(0, 0), (-0.0, -0.0), (-1e-310, -1e-310), (inf, .pi / 2), (-1e200, -.pi / 2), (.nan, .nan)]),
        (.sinh, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -inf), (711, inf), (.nan, .nan)]),
        (.cosh, [(0, 1), (inf, inf), (-inf, inf), (711, inf), (.nan, .nan)]),
        (.tanh, [(0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (20, 1), (1e-310, 1e-310), (.nan, .nan)]),
        (.asinh, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -inf), (.nan, .nan)]),
        (.acosh, [(1, 0), (0.5, .nan), (-inf, .nan), (inf, inf), (.nan, .nan)]),
        (.atanh, [(0, 0), (-0.0, -0.0), (1, inf), (-1, -inf), (2, .nan), (.nan, .nan)]),
        (.logistic, [(0, 0.5), (inf, 1), (-inf, 0), (1000, 1), (.nan, .nan)]),
        (.erf, [(0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (7, 1), (.nan, .nan)]),
        (.erfc, [(0, 1), (inf, 0), (-inf, 2), (28, 0), (.nan, .nan)]),
        (.erfInv, [(0, 0), (-0.0, -0.0), (1, inf), (-1, -inf), (1.5, .nan), (-2, .nan), (.nan, .nan)]),
        (.cbrt, [(0, 0), (-0.0, -0.0), (27, 3), (-8, -2), (inf, inf), (-inf, -inf), (.nan, .nan)]),
      ]
      for (function, values) in table {
        for (argument, expected) in values {
          for lane in 0..<16 {
            var x = [Double](repeating: 0.75, count: 16)
            let ordinary = try build.map(function, x)[0]
            x[lane] = argument
            let result = try build.map(function, x)
            #expect(same(result[lane], expected), "\(function)(\(argument)) in lane \(lane) = \(result[lane])")
            #expect(
              same(result[(lane + 1) % 16], ordinary), "\(function): \(argument) in lane \(lane) disturbs another")
          }
        }
      }
    }

    @Test(arguments: Build.all)
    func inverseErrorFunctionInvertsIt(_ build: Build) throws {
      var random = SplitMix64(state: 5)
      let x = (0..<20_000).map { _ in Double.random(in: -1...1, using: &random) } + [0.9995, 0.999999999, -1 + 1e-15]
      for (argument, result) in try zip(x, build.map(.erfInv, x)) {
        // erf changes by its derivative times the error of its argument.
        let slope = 2 / Double.pi.squareRoot() * exp(-result * result)
        let error = Double(abs(erfl(Float80(result)) - Float80(argument))) / slope / result.ulp
        if error > 8 { Issue.record("erfInv(\(argument)) = \(result), \(error) ULP off") }
      }
    }
  }

  /// |result − expected| in units of the last place of `expected` rounded to float64; infinite where one is NaN, has the
  /// wrong sign, or is infinite and the other is not about to be.
  private func ulps(_ result: Double, _ expected: Float80) -> Double {
    if result.isNaN || expected.isNaN { return result.isNaN == expected.isNaN ? 0 : .infinity }
    if result.sign != expected.sign { return .infinity }
    let rounded = Double(expected)
    if rounded.isInfinite || result.isInfinite {
      if rounded == result { return 0 }
      return expected.isFinite && abs(expected) >= Float80(Double.greatestFiniteMagnitude)
        && result.magnitude >= Double.greatestFiniteMagnitude ? 1 : .infinity
    }
    return Double(abs(Float80(result) - expected) / Float80(max(rounded.ulp, .leastNonzeroMagnitude)))
  }

  private func same(_ a: Double, _ b: Double) -> Bool { a.isNaN ? b.isNaN : a.bitPattern == b.bitPattern }

  private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

#endif
