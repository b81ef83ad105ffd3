import Foundation
import LanewiseKernels
import Testing

typealias Z = Pair<Double>

extension Pair<Double> {
  fileprivate static func + (a: Z, b: Z) -> Z { Z(a.re + b.re, a.im + b.im) }
  fileprivate static func - (a: Z, b: Z) -> Z { Z(a.re - b.re, a.im - b.im) }
  fileprivate static func * (a: Z, b: Z) -> Z { Z(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re) }
  fileprivate static func / (a: Z, b: Z) -> Z {
    let d = b.re * b.re + b.im * b.im
    return Z((a.re * b.re + a.im * b.im) / d, (a.im * b.re - a.re * b.im) / d)
  }
  fileprivate var size: Double { hypot(re, im) }
}

/// Complex functions against their definitions and identities, in both precisions.
@Suite struct ComplexTests {
  private static let points: [Z] = {
    let axis = [-3.0, -1.2, -0.5, -0.01, 0.02, 0.4, 1.1, 2.7]
    return axis.flatMap { x in axis.map { Z(x, $0) } }
  }()

  private func apply(_ build: Build, _ op: UnaryOp, _ z: [Z]) throws -> [Z] {
    let wide: [Z] = try build.run(KernelIndex.unary(op, .c128), count: z.count, [z])
    let narrow: [Pair<Float>] = try build.run(
      KernelIndex.unary(op, .c64), count: z.count, [z.map { Pair(Float($0.re), Float($0.im)) }])
    for i in z.indices where wide[i].size.isFinite {
      let rounded = Z(Double(narrow[i].re), Double(narrow[i].im))
      #expect((rounded - wide[i]).size <= 1e-5 * (1 + wide[i].size), "\(op) in complex64 at \(z[i])")
    }
    return wide
  }

  private func expect(_ got: [Z], _ want: [Z], _ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for i in want.indices {
      #expect(
        (got[i] - want[i]).size <= 2e-14 * (1 + want[i].size),
        "\(what) at \(Self.points[i]): \(got[i]), not \(want[i])",
        sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: Build.all) func arithmetic(_ build: Build) throws {
    let z = Self.points
    let w = Array(z.reversed())
    for (op, f) in [
      (BinaryOp.add, { $0 + $1 }), (.sub, { $0 - $1 }), (.mul, { $0 * $1 }), (.div, { $0 / $1 }),
    ] as [(BinaryOp, (Z, Z) -> Z)] {
      expect(try build.run(KernelIndex.binary(op, .c128, .rr), count: z.count, [z, w]), zip(z, w).map(f), "\(op)")
      expect(
        try build.run(KernelIndex.binary(op, .c128, .rc), count: z.count, [z, [w[3]]]), z.map { f($0, w[3]) }, "\(op)")
      expect(
        try build.run(KernelIndex.binary(op, .c128, .cr), count: z.count, [[w[3]], z]), z.map { f(w[3], $0) }, "\(op)")
    }
    expect(try apply(build, .neg, z), z.map { Z(0, 0) - $0 }, "neg")
    expect(try apply(build, .square, z), z.map { $0 * $0 }, "square")
    expect(try apply(build, .conj, z), z.map { Z($0.re, -$0.im) }, "conj")
    expect(try apply(build, .sign, z), z.map { Z($0.re / $0.size, $0.im / $0.size) }, "sign")
    expect(try apply(build, .reciprocal, z), z.map { Z(1, 0) / $0 }, "reciprocal")
    let real: [Double] = try build.run(KernelIndex.unary(.real, .c128), count: z.count, [z])
    let imaginary: [Double] = try build.run(KernelIndex.unary(.imag, .c128), count: z.count, [z])
    let magnitude: [Double] = try build.run(KernelIndex.unary(.abs, .c128), count: z.count, [z])
    #expect(real == z.map(\.re) && imaginary == z.map(\.im) && magnitude == z.map(\.size))
    for (sources, x, y) in [(Sources.rr, real, imaginary), (.rc, real, [2]), (.cr, [2], imaginary)] {
      let made: [Z] = try build.run(KernelIndex.binary(.complex, .f64, sources), count: z.count, [x, y])
      #expect(made == z.indices.map { Z(x.count == 1 ? 2 : x[$0], y.count == 1 ? 2 : y[$0]) })
    }
  }

  /// Of float32 sixteen at a time; of float64, and beyond the limits of the vectors, one by one.
  @Test(arguments: Build.all, [UnaryOp.exp, .log, .sqrt, .sin, .cos, .tan, .sinh, .cosh, .tanh])
  func vectorsOfParts(_ build: Build, _ op: UnaryOp) throws {
    let parts: [Float] = [
      0, -0.0, 0.5, -3, 40, -79, 81, -88, 1e6, 1e-37, -3e38, 1.0001, -1e-3, .infinity, -.infinity, .nan,
    ]
    let z = parts.flatMap { x in parts.map { Pair(x, $0) } }
    for count in [1, 7, 8, 9, 15, 16, 17, z.count] {
      let all = Array(z.prefix(count))
      let narrow: [Pair<Float>] = try build.run(KernelIndex.unary(op, .c64), count: count, [all], length: count)
      let wide: [Z] = try build.run(
        KernelIndex.unary(op, .c128), count: count, [all.map { Z(Double($0.re), Double($0.im)) }])
      for i in 0..<count {
        for (got, want) in [(narrow[i].re, Float(wide[i].re)), (narrow[i].im, Float(wide[i].im))] {
          let size = Float(max(wide[i].re.magnitude, wide[i].im.magnitude))
          #expect(
            got == want || (got.isNaN && want.isNaN) || (got - want).magnitude <= 2e-6 * size,
            "\(op) of \(all[i]): \(narrow[i]), not \(wide[i])")
        }
      }
    }
  }

  /// Quotients that overflow, vanish or are infinite.
  @Test(arguments: Build.all) func quotients(_ build: Build) throws {
    let big = 1e300
    let a = [Z(big, big), Z(1, 0), Z(0, 0), Z(.infinity, 1), Z(1, 2), Z(1e-300, 1e-300)]
    let b = [Z(big, big), Z(0, 0), Z(0, 0), Z(1, 1), Z(.infinity, 0), Z(1e-300, 0)]
    let got: [Z] = try build.run(KernelIndex.binary(.div, .c128, .rr), count: a.count, [a, b])
    #expect((got[0] - Z(1, 0)).size < 1e-15)
    #expect(got[1].re == .infinity)
    #expect(got[2].re.isNaN)
    #expect(got[3].re.isInfinite || got[3].im.isInfinite)
    #expect(got[4].size == 0)
    #expect((got[5] - Z(1, 1)).size < 1e-15)
  }

  /// Of float32 sixteen at a time: as those of float64, and where these are infinite or NaN, so are they.
  @Test(arguments: Build.all) func quotientsOfParts(_ build: Build) throws {
    let parts: [Float] = [0, -0.0, 0.5, -3, 1e8, -1e-8, .infinity, .nan]
    let z = parts.flatMap { x in parts.map { Pair(x, $0) } }
    let a = z.flatMap { number in z.map { _ in number } }
    let b = z.flatMap { _ in z }
    func wide(_ z: [Pair<Float>]) -> [Z] { z.map { Z(Double($0.re), Double($0.im)) } }
    for count in [1, 15, 16, 17, a.count] {
      let (a, b) = (Array(a.prefix(count)), Array(b.prefix(count)))
      let index = KernelIndex.binary(.div, .c64, .rr)
      let narrow: [Pair<Float>] = try build.run(index, count: count, [a, b], length: count)
      let expected: [Z] = try build.run(
        KernelIndex.binary(.div, .c128, .rr), count: count, [wide(a), wide(b)])
      for i in 0..<count {
        let size = expected[i].size
        for (got, want) in [(narrow[i].re, expected[i].re), (narrow[i].im, expected[i].im)] {
          let isNear = (Double(got) - want).magnitude <= 1e-6 * size
          #expect(
            got.isNaN == want.isNaN && (got.isNaN || Double(got) == want || isNear),
            "\(a[i]) / \(b[i]): \(narrow[i]), not \(expected[i])")
        }
      }
    }
  }

  @Test(arguments: Build.all) func functions(_ build: Build) throws {
    let z = Self.points
    let exponential = z.map { Z(exp($0.re) * cos($0.im), exp($0.re) * sin($0.im)) }
    let one = Z(1, 0)
    expect(try apply(build, .exp, z), exponential, "exp")
    expect(try apply(build, .expm1, z), exponential.map { $0 - one }, "expm1")
    expect(
      try apply(build, .exp2, z),
      z.map {
        let r = pow(2, $0.re)
        let angle = $0.im * log(2)
        return Z(r * cos(angle), r * sin(angle))
      }, "exp2")
    expect(try apply(build, .log, z), z.map { Z(log($0.size), atan2($0.im, $0.re)) }, "log")
    expect(try apply(build, .log1p, z), z.map { Z(log(($0 + one).size), atan2($0.im, $0.re + 1)) }, "log1p")
    expect(try apply(build, .logistic, z), exponential.map { $0 / ($0 + one) }, "logistic")

    let sinh = z.map { Z(Foundation.sinh($0.re) * cos($0.im), Foundation.cosh($0.re) * sin($0.im)) }
    let cosh = z.map { Z(Foundation.cosh($0.re) * cos($0.im), Foundation.sinh($0.re) * sin($0.im)) }
    let sine = z.map { Z(sin($0.re) * Foundation.cosh($0.im), cos($0.re) * Foundation.sinh($0.im)) }
    let cosine = z.map { Z(cos($0.re) * Foundation.cosh($0.im), -sin($0.re) * Foundation.sinh($0.im)) }
    expect(try apply(build, .sinh, z), sinh, "sinh")
    expect(try apply(build, .cosh, z), cosh, "cosh")
    expect(try apply(build, .tanh, z), zip(sinh, cosh).map { $0 / $1 }, "tanh")
    expect(try apply(build, .sin, z), sine, "sin")
    expect(try apply(build, .cos, z), cosine, "cos")
    expect(try apply(build, .tan, z), zip(sine, cosine).map { $0 / $1 }, "tan")
  }

  /// A function undoes its inverse, and the inverse keeps to its principal branch.
  @Test(arguments: Build.all) func inverses(_ build: Build) throws {
    let z = Self.points
    func check(_ inverse: UnaryOp, _ function: UnaryOp, _ isPrincipal: (Z) -> Bool) throws {
      let back = try apply(build, inverse, z)
      expect(try apply(build, function, back), z, "\(function) of \(inverse)")
      let principal = back.allSatisfy(isPrincipal)
      #expect(principal, "\(inverse)")
    }
    try check(.sqrt, .square) { $0.re >= 0 }
    try check(.asin, .sin) { abs($0.re) <= .pi / 2 }
    try check(.acos, .cos) { 0...Double.pi ~= $0.re }
    try check(.atan, .tan) { abs($0.re) <= .pi / 2 }
    try check(.asinh, .sinh) { abs($0.im) <= .pi / 2 }
    try check(.acosh, .cosh) { $0.re >= 0 && abs($0.im) <= .pi }
    try check(.atanh, .tanh) { abs($0.im) <= .pi / 2 }
    let root = try apply(build, .sqrt, z)
    expect(try apply(build, .rsqrt, z), root.map { Z(1, 0) / $0 }, "rsqrt")
  }

  @Test(arguments: Build.all) func powers(_ build: Build) throws {
    let z = Self.points
    let cube: [Z] = try build.run(KernelIndex.binary(.pow, .c128, .rc), count: z.count, [z, [Z(3, 0)]])
    expect(cube, z.map { $0 * $0 * $0 }, "cube")
    let edges: [Z] = try build.run(
      KernelIndex.binary(.pow, .c128, .rr), count: 3, [[Z(0, 0), Z(0, 0), Z(4, 0)], [Z(0, 0), Z(2, 1), Z(0.5, 0)]])
    #expect(edges[0] == Z(1, 0) && edges[1] == Z(0, 0) && (edges[2] - Z(2, 0)).size < 1e-15)
  }

  /// Of float32, sixteen at a time and fewer: within about a unit in the last place, whatever overflows on the way.
  @Test(arguments: Build.all) func magnitudes(_ build: Build) throws {
    var random = SplitMix(state: 31)
    let scales: [Float] = [1, 1e30, 1e-30, 3e38, 1e-44]
    let z = (0..<997).map { number in
      let scale = scales[number % 97 < 90 ? 0 : number % 5]
      return Pair(Float.random(in: -1...1, using: &random) * scale, Float.random(in: -1...1, using: &random) * scale)
    }
    let corners: [Pair<Float>] = [
      Pair(0, 0), Pair(-0.0, 0), Pair(.infinity, .nan), Pair(.nan, -.infinity), Pair(.nan, 1), Pair(3, -4),
      Pair(0, 1e-40),
    ]
    for count in [1, 15, 16, 17, 1004] {
      let given = Array((corners + z).prefix(count))
      let got: [Float] = try build.run(KernelIndex.unary(.abs, .c64), count: count, [given])
      for (z, magnitude) in zip(given, got) {
        let want = Float(hypot(Double(z.re), Double(z.im)))
        #expect(
          magnitude == want || magnitude.isNaN && want.isNaN || abs(magnitude - want) <= 1.2 * want.ulp, "|\(z)|")
      }
    }
  }

  /// The order of `max` and `min`; roots and magnitudes that must not overflow on the way; zeros and infinities.
  @Test(arguments: Build.all) func corners(_ build: Build) throws {
    let a = [Z(1, 2), Z(1, 3), Z(.nan, 0)]
    let b = [Z(1, 3), Z(0, 9), Z(5, 5)]
    let largest: [Z] = try build.run(KernelIndex.binary(.max, .c128, .rr), count: 3, [a, b])
    #expect(largest[0] == b[0] && largest[1] == a[1] && largest[2].re.isNaN)
    let smallest: [Z] = try build.run(KernelIndex.binary(.min, .c128, .rr), count: 3, [a, b])
    #expect(smallest[0] == a[0] && smallest[1] == b[1])

    let extreme = [Z(1e308, 1e308), Z(-1e308, 0), Z(5e-324, 0), Z(0, -0.0), Z(.infinity, .nan), Z(-.infinity, 1)]
    let root: [Z] = try build.run(KernelIndex.unary(.sqrt, .c128), count: extreme.count, [extreme])
    #expect((root[0] * Z(1e-154, 0) - Z(1.0986841134678098, 0.45508986056222733)).size < 1e-14)
    #expect((root[1] * Z(1e-154, 0) - Z(0, 1)).size < 1e-14)
    #expect(abs(root[2].re / 2.2227587494850775e-162 - 1) < 1e-14)
    #expect(root[3].size == 0 && root[3].im.sign == .minus)
    #expect(root[4].re == .infinity && root[5].im == .infinity && root[5].re == 0)

    let isFinite: [UInt8] = try build.run(KernelIndex.unary(.isFinite, .c128), count: extreme.count, [extreme])
    #expect(isFinite == [1, 1, 1, 1, 0, 0])
    let grown: [Z] = try build.run(
      KernelIndex.unary(.exp, .c128), count: 3, [[Z(-.infinity, .infinity), Z(.infinity, 0), Z(709.9, 1.57)]])
    #expect(grown[0] == Z(0, 0) && grown[1] == Z(.infinity, 0) && grown[2].re.isFinite)
    let saturated: [Z] = try build.run(KernelIndex.unary(.tanh, .c128), count: 2, [[Z(800, 1), Z(-800, 1)]])
    #expect(saturated.map(\.re) == [1, -1])
    let nearOne: [Z] = try build.run(KernelIndex.unary(.log, .c128), count: 1, [[Z(1, 1e-10)]])
    #expect(abs(nearOne[0].re / 5e-21 - 1) < 1e-9)
    let sign: [Z] = try build.run(KernelIndex.unary(.sign, .c128), count: 1, [[Z(0, 0)]])
    #expect(sign[0] == Z(0, 0))
  }
}
