import Glibc
import LanewiseEngine
import LanewiseKernels
import Testing

private typealias Function = UnaryOp
private typealias BinaryFunction = BinaryOp

extension Build {
  fileprivate func map(_ function: Function, _ x: [Float]) throws -> [Float] {
    try run(KernelIndex.unary(function, .f32), count: x.count, [x])
  }

  fileprivate func map(_ function: BinaryFunction, _ x: [Float], _ y: [Float]) throws -> [Float] {
    try run(KernelIndex.binary(function, .f32, .rr), count: x.count, [x, y])
  }
}

/// Elementary functions of float32 against double precision, in units in the last place.
@Suite struct F32MathTests {
  /// The worst error allowed, and an interval in which the function is neither trivial nor an overflow.
  private struct Case: CustomTestStringConvertible, Sendable {
    let function: Function
    let bound: Double
    let interval: ClosedRange<Float>
    let reference: @Sendable (Double) -> Double
    var testDescription: String { "\(function)" }
  }

  private static let cases: [Case] = [
    Case(function: .exp, bound: 1.1, interval: -88...88) { exp($0) },
    Case(function: .exp2, bound: 1.3, interval: -127...127) { exp2($0) },
    Case(function: .expm1, bound: 1.4, interval: -10...10) { expm1($0) },
    Case(function: .log, bound: 1.0, interval: 0...10) { log($0) },
    Case(function: .log1p, bound: 1.5, interval: -1...10) { log1p($0) },
    Case(function: .sin, bound: 1.6, interval: -100...100) { sin($0) },
    Case(function: .cos, bound: 1.6, interval: -100...100) { cos($0) },
    Case(function: .tan, bound: 2.5, interval: -100...100) { tan($0) },
    Case(function: .asin, bound: 1.6, interval: -1...1) { asin($0) },
    Case(function: .acos, bound: 1.4, interval: -1...1) { acos($0) },
    Case(function: .atan, bound: 1.6, interval: -10...10) { atan($0) },
    Case(function: .sinh, bound: 1.5, interval: -10...10) { sinh($0) },
    Case(function: .cosh, bound: 1.8, interval: -10...10) { cosh($0) },
    Case(function: .tanh, bound: 2.5, interval: -10...10) { tanh($0) },
    Case(function: .asinh, bound: 0.6, interval: -10...10) { asinh($0) },
    Case(function: .acosh, bound: 0.6, interval: 1...10) { acosh($0) },
    Case(function: .atanh, bound: 0.6, interval: -1...1) { atanh($0) },
    Case(function: .logistic, bound: 2.5, interval: -20...20) { 1 / (1 + exp(-$0)) },
    Case(function: .erf, bound: 1.7, interval: -5...5) { erf($0) },
    Case(function: .erfc, bound: 0.6, interval: -5...11) { erfc($0) },
    Case(function: .lgamma, bound: 0.7, interval: 0...10) {
      var sign: Int32 = 0
      return lgamma_r($0, &sign)
    },
    Case(function: .digamma, bound: 0.7, interval: 0...10) { referenceDigamma($0) },
    Case(function: .besselI0e, bound: 0.6, interval: -20...20) { SpecialFunction.besselI0e.value($0) },
    Case(function: .besselI1e, bound: 0.6, interval: -20...20) { SpecialFunction.besselI1e.value($0) },
    Case(function: .ndtri, bound: 0.6, interval: 0...1) { SpecialFunction.ndtri.value($0) },
    Case(function: .logNdtr, bound: 0.6, interval: -20...10) { SpecialFunction.logNdtr.value($0) },
    Case(function: .cbrt, bound: 0.8, interval: -10...10) { cbrt($0) },
    Case(function: .rsqrt, bound: 1.6, interval: 0...10) { 1 / $0.squareRoot() },
  ]

  @Test(arguments: Build.all, cases)
  private func staysWithinItsBound(_ build: Build, _ test: Case) throws {
    var random = SplitMix(state: 21)
    // Half from the interval, half over all bit patterns: every exponent, NaNs, infinities and subnormals.
    let x = (0..<50_001).map { i in
      i % 2 == 0
        ? Float.random(in: test.interval, using: &random)
        : Float(bitPattern: UInt32.random(in: 0...(.max), using: &random))
    }
    var worst = 0.0
    var worstArgument = Float.nan
    for (argument, result) in try zip(x, build.map(test.function, x)) {
      let expected = test.reference(Double(argument))
      // Near the zeros of these two on the negative side the reference itself has few digits.
      if argument < 0, test.function == .lgamma || test.function == .digamma, abs(expected) < 0.1 { continue }
      let error = ulps(result, expected)
      if error > worst { (worst, worstArgument) = (error, argument) }
    }
    #expect(worst <= test.bound, "\(worst) ULP at \(worstArgument)")
  }

  @Test func everyFunctionIsCovered() {
    let exact: [Function] = [
      .neg, .abs, .sign, .square, .floor, .ceil, .roundAwayFromZero, .roundToEven, .isFinite, .sqrt, .reciprocal,
    ]
    let all = Function.allCases.filter { Build.all[0].table[KernelIndex.unary($0, .f32)] != nil }
    #expect(Set(Self.cases.map(\.function)).union([.erfInv]) == Set(all).subtracting(exact))
  }

  @Test(arguments: Build.all)
  func powerAndAngle(_ build: Build) throws {
    var random = SplitMix(state: 3)
    let special: [Float] = [
      .nan, .infinity, -.infinity, 0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1e30, -1e30, 16_777_215, 33_554_432,
      .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
    ]
    var x: [Float] = []
    var y: [Float] = []
    for a in special {
      x += special.map { _ in a }
      y += special
    }
    for i in 0..<60_000 {
      if i % 2 == 0 {
        x.append(.random(in: -3...10, using: &random))
        y.append(i % 4 == 0 ? .random(in: -10...10, using: &random) : Float(Int.random(in: -9...9, using: &random)))
      } else {
        x.append(Float(bitPattern: .random(in: 0...(.max), using: &random)))
        y.append(.random(in: -1...1, using: &random))
      }
    }
    let powers = try build.map(BinaryFunction.pow, x, y)
    let angles = try build.map(BinaryFunction.atan2, y, x)
    let lengths = try build.map(BinaryFunction.hypot, x, y)
    for i in x.indices {
      if ulps(powers[i], pow(Double(x[i]), Double(y[i]))) > 1.6 {
        Issue.record("pow(\(x[i]), \(y[i])) = \(powers[i])")
      }
      if ulps(angles[i], atan2(Double(y[i]), Double(x[i]))) > 2 {
        Issue.record("atan2(\(y[i]), \(x[i])) = \(angles[i])")
      }
      if ulps(lengths[i], hypot(Double(x[i]), Double(y[i]))) > 1.3 {
        Issue.record("hypot(\(x[i]), \(y[i])) = \(lengths[i])")
      }
    }
  }

  /// Exact values, down to the sign of zero.
  @Test(arguments: Build.all)
  func specialValues(_ build: Build) throws {
    let inf = Float.infinity
    let table: [(Function, [(Float, Float)])] = [
      (.exp, [(0, 1), (-0.0, 1), (inf, inf), (-inf, 0), (89, inf), (-104, 0), (.nan, .nan)]),
      (.exp2, [(0, 1), (-3, 0.125), (127, 0x1p127), (128, inf), (-149, 0x1p-149), (-inf, 0), (.nan, .nan)]),
      (.expm1, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -1), (1e-40, 1e-40), (.nan, .nan)]),
      (.log, [(1, 0), (0, -inf), (-0.0, -inf), (-1, .nan), (inf, inf), (-inf, .nan), (.nan, .nan)]),
      (.log1p, [(0, 0), (-0.0, -0.0), (-1, -inf), (-2, .nan), (inf, inf), (1e-40, 1e-40), (.nan, .nan)]),
      (.sin, [(0, 0), (-0.0, -0.0), (inf, .nan), (-inf, .nan), (1e-40, 1e-40), (.nan, .nan)]),
      (.cos, [(0, 1), (-0.0, 1), (inf, .nan), (.nan, .nan)]),
      (.tan, [(0, 0), (-0.0, -0.0), (inf, .nan), (1e-40, 1e-40), (.nan, .nan)]),
      (.asin, [(0, 0), (-0.0, -0.0), (1, 0x1.921fb6p0), (-1, -0x1.921fb6p0), (1.1, .nan), (.nan, .nan)]),
      (.acos, [(1, 0), (-2, .nan), (.nan, .nan)]),
      (.atan, [(0, 0), (-0.0, -0.0), (-1e-40, -1e-40), (.nan, .nan)]),
      (.sinh, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -inf), (90, inf), (.nan, .nan)]),
      (.cosh, [(0, 1), (inf, inf), (-inf, inf), (90, inf), (.nan, .nan)]),
      (.tanh, [(0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (20, 1), (1e-40, 1e-40), (.nan, .nan)]),
      (.asinh, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -inf), (.nan, .nan)]),
      (.acosh, [(1, 0), (0.5, .nan), (-inf, .nan), (inf, inf), (.nan, .nan)]),
      (.atanh, [(0, 0), (-0.0, -0.0), (1, inf), (-1, -inf), (2, .nan), (.nan, .nan)]),
      (.logistic, [(0, 0.5), (inf, 1), (-inf, 0), (100, 1), (.nan, .nan)]),
      (.erf, [(0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (5, 1), (.nan, .nan)]),
      (.erfc, [(0, 1), (inf, 0), (-inf, 2), (11, 0), (.nan, .nan)]),
      (.erfInv, [(0, 0), (-0.0, -0.0), (1, inf), (-1, -inf), (1.5, .nan), (-2, .nan), (.nan, .nan)]),
      (.lgamma, [(1, 0), (2, 0), (0, inf), (-1, inf), (inf, inf), (-inf, inf), (.nan, .nan)]),
      (.digamma, [(0, .nan), (-1, .nan), (inf, inf), (-inf, .nan), (.nan, .nan)]),
      (.besselI0e, [(0, 1), (inf, 0), (-inf, 0), (.nan, .nan)]),
      (.besselI1e, [(0, 0), (-0.0, -0.0), (1e-40, 5e-41), (inf, 0), (-inf, -0.0), (.nan, .nan)]),
      (.ndtri, [(0.5, 0), (0, -inf), (-0.0, -inf), (1, inf), (-1e-20, .nan), (1.5, .nan), (inf, .nan), (.nan, .nan)]),
      (.logNdtr, [(inf, -0.0), (-inf, -inf), (.nan, .nan)]),
      (
        .cbrt,
        [
          (0, 0), (-0.0, -0.0), (27, 3), (-8, -2), (inf, inf), (-inf, -inf), (.nan, .nan),
          (.greatestFiniteMagnitude, 6.9814635e12),
        ]
      ),
      (.rsqrt, [(4, 0.5), (0, inf), (-0.0, -inf), (-1, .nan), (inf, 0), (.nan, .nan)]),
    ]
    for (function, values) in table {
      // Each in every lane, beside ordinary ones, so that neither disturbs the other.
      for (argument, expected) in values {
        let lone = try build.map(function, [argument])[0]
        #expect(same(lone, expected), "\(function)(\(argument)) = \(lone)")
        for lane in 0..<16 {
          var x = [Float](repeating: 0.75, count: 16)
          let ordinary = try build.map(function, x)[0]
          x[lane] = argument
          let result = try build.map(function, x)
          #expect(same(result[lane], expected), "\(function)(\(argument)) in lane \(lane) = \(result[lane])")
          #expect(same(result[(lane + 1) % 16], ordinary), "\(function): \(argument) in lane \(lane) disturbs another")
        }
      }
    }
  }

  /// Random.normal's bits depend on every bit of the inverse error function.
  @Test(arguments: Build.all)
  func inverseErrorFunctionHasTheRecipesBits(_ build: Build) throws {
    var random = SplitMix(state: 5)
    var x = (0..<60_000).map { _ in Float.random(in: -1...1, using: &random) }
    x += (0..<20_000).map { _ in Float(bitPattern: .random(in: 0...0x3f80_0000, using: &random)) }
    x += (0..<1000).map { Float(1).nextDown - Float($0) * 0x1p-24 }
    x += [0, -0.0, 1, -1, Float(-1).nextUp]
    for (argument, result) in try zip(x, build.map(.erfInv, x)) {
      let expected = ReferenceErfInv.erfInv(argument)
      if result.bitPattern != expected.bitPattern {
        Issue.record("erfInv(\(argument)) = \(result), not \(expected)")
      }
    }
    // JAX's normal distribution for key 21 begins with √2·erfInv of these three uniform numbers.
    let uniforms: [UInt32] = [0xbf7e_2137, 0xbf0c_fce3, 0xbe6e_204c]
    let normals = try build.map(.erfInv, uniforms.map(Float.init(bitPattern:))).map {
      (Float(2).squareRoot() * $0).bitPattern
    }
    #expect(normals == [0xc02b_af5f, 0xbf41_b315, 0xbe97_66bb])
  }

  /// The last, partial vector.
  @Test(arguments: Build.all)
  func anyCount(_ build: Build) throws {
    for count in 0..<40 {
      let x = (0..<count).map { Float($0) * 0.1 }
      let result = try build.map(.exp, x)
      #expect(zip(x, result).allSatisfy { ulps($1, exp(Double($0))) <= 1.1 })
    }
  }
}

/// |result − expected| in units of the last place of `expected` rounded to float32; infinite where one is NaN, has the
/// wrong sign, or is infinite and the other is not about to be.
private func ulps(_ result: Float, _ expected: Double) -> Double {
  if result.isNaN || expected.isNaN { return result.isNaN == expected.isNaN ? 0 : .infinity }
  if result.sign != expected.sign { return .infinity }
  let rounded = Float(expected)
  if rounded.isInfinite || result.isInfinite {
    if rounded == result { return 0 }
    return abs(expected) >= Double(Float.greatestFiniteMagnitude) && expected.isFinite
      && result.magnitude >= Float.greatestFiniteMagnitude ? 1 : .infinity
  }
  return abs(Double(result) - expected) / Double(max(rounded.ulp, .leastNonzeroMagnitude))
}

private func same(_ a: Float, _ b: Float) -> Bool { a.isNaN ? b.isNaN : a.bitPattern == b.bitPattern }

struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func referenceDigamma(_ argument: Double) -> Double {
  if argument <= 0, argument == argument.rounded() || argument.isInfinite { return .nan }
  if argument < 0 {
    return referenceDigamma(1 - argument) - .pi / tan(.pi * (argument - argument.rounded(.toNearestOrEven)))
  }
  if argument.isInfinite { return argument }
  var x = argument
  var sum = 0.0
  while x < 15 {
    sum -= 1 / x
    x += 1
  }
  let i = 1 / (x * x)
  return sum + log(x) - 0.5 / x - i * (1 / 12 - i * (1 / 120 - i * (1 / 252 - i * (1 / 240 - i / 132))))
}

/// XLA's inverse error function for a CPU, one number at a time.
private enum ReferenceErfInv {
  static func fma(_ a: Float, _ b: Float, _ c: Float) -> Float { c.addingProduct(a, b) }

  static func horner(_ x: Float, _ coefficients: [Float]) -> Float {
    coefficients.dropFirst().reduce(coefficients[0]) { fma($0, x, $1) }
  }

  static func log(_ argument: Float) -> Float {
    let c: [Float] = [
      7.0376836292E-2, -1.1514610310E-1, 1.1676998740E-1, -1.2420140846E-1, 1.4249322787E-1, -1.6668057665E-1,
      2.0000714765E-1, -2.4999993993E-1, 3.3333331174E-1,
    ]
    let bits = max(argument, .leastNormalMagnitude).bitPattern
    var e = Float(Int32(bits >> 23) - 127) + 1
    var t = Float(bitPattern: (bits & 0x807f_ffff) | 0x3f00_0000)
    let low = t < 0.707106781186547524
    let kept = low ? t : 0
    t -= 1
    e -= low ? 1 : 0
    t += kept
    let t2 = t * t
    let t3 = t2 * t
    var y = fma(horner(t, Array(c[0...2])), t3, horner(t, Array(c[3...5])))
    y = fma(y, t3, horner(t, Array(c[6...8])))
    y = fma(y, t3, -2.12194440e-4 * e)
    let result = ((t - 0.5 * t2) + y) + 0.693359375 * e
    return argument == 0 ? -.infinity : argument < 0 || argument.isNaN ? .nan : result
  }

  static func log1p(_ x: Float) -> Float {
    let numerator = horner(
      x,
      [
        4.5270000862445199635215E-5, 4.9854102823193375972212E-1, 6.5787325942061044846969E0,
        2.9911919328553073277375E1, 6.0949667980987787057556E1, 5.7112963590585538103336E1,
        2.0039553499201281259648E1,
      ])
    let denominator = horner(
      x,
      [
        1, 1.5062909083469192043167E1, 8.3047565967967209469434E1, 2.2176239823732856465394E2,
        3.0909872225312059774938E2, 2.1642788614495947685003E2, 6.0118660497603843919306E1,
      ])
    let x2 = x * x
    let near = x + fma(x * x2, numerator / denominator, -0.5 * x2)
    return abs(x) < 0.41421356237309504880 ? near : log(x + 1)
  }

  static func erfInv(_ x: Float) -> Float {
    if abs(x) == 1 { return x * .infinity }
    let w = -log1p(x * -x)
    let p =
      w < 5
      ? horner(
        w - 2.5,
        [
          2.81022636e-08, 3.43273939e-07, -3.5233877e-06, -4.39150654e-06, 0.00021858087, -0.00125372503,
          -0.00417768164, 0.246640727, 1.50140941,
        ])
      : horner(
        w.squareRoot() - 3,
        [
          -0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613, 0.00943887047,
          1.00167406, 2.83297682,
        ])
    return p * x
  }
}
