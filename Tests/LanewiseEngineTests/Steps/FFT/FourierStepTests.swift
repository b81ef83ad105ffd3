import Foundation
import LanewiseEngine
import Testing

/// Transforms against the sum that defines them, in float64.
@Suite struct FourierStepTests {
  typealias Z = Complex<Double>

  /// Σ x e^(∓2πi·jk/n) along every one of the last axes.
  static func direct(_ x: [Z], _ shape: [Int], over count: Int, inverse: Bool) -> [Z] {
    var x = x
    for axis in shape.count - count..<shape.count {
      let n = shape[axis]
      let inner = shape[(axis + 1)...].reduce(1, *)
      let roots = (0..<n).map { j in
        let angle = (inverse ? 2 : -2) * Double.pi * Double(j) / Double(n)
        return Z(cos(angle), sin(angle))
      }
      var result = x
      for (place, _) in x.enumerated() {
        let (line, k) = (place / (n * inner) * n * inner + place % inner, place / inner % n)
        var total = Z(0, 0)
        for j in 0..<n { total = Z.sum(total, Z.product(x[line + j * inner], roots[j * k % n])) }
        result[place] = inverse ? Z(total.real / Double(n), total.imaginary / Double(n)) : total
      }
      x = result
    }
    return x
  }

  static func numbers(_ count: Int, seed: UInt64) -> [Z] {
    var generator = Generator(seed)
    return (0..<count).map { _ in Z(.random(in: -1...1, using: &generator), .random(in: -1...1, using: &generator)) }
  }

  /// The greatest distance, as a part of the greatest number.
  static func distance(_ a: [Z], _ b: [Z]) -> Double {
    func size(_ z: Z) -> Double { max(abs(z.real), abs(z.imaginary)) }
    let greatest = max(b.map(size).max() ?? 0, 1e-300)
    return (zip(a, b).map { size(Z($0.real - $1.real, $0.imaginary - $1.imaginary)) }.max() ?? 0) / greatest
  }

  static func run(_ x: [Z], _ shape: [Int], over count: Int, inverse: Bool = false) -> (double: [Z], single: [Z]) {
    let step = FourierStep(inverse ? .inverse : .forward, lengths: Array(shape.suffix(count)))
    let double = step.result([TestArray(x, shape, .complex128)], shape, .complex128, Z.self)
    let narrow = x.map { Complex<Float>(Float($0.real), Float($0.imaginary)) }
    let single = step.result([TestArray(narrow, shape, .complex64)], shape, .complex64, Complex<Float>.self)
    return (double, single.map(\.wide))
  }

  func check(_ shape: [Int], over count: Int, seed: UInt64 = 7) {
    let x = Self.numbers(shape.reduce(1, *), seed: seed)
    for inverse in [false, true] {
      let expected = Self.direct(x, shape, over: count, inverse: inverse)
      let got = Self.run(x, shape, over: count, inverse: inverse)
      let (double, single) = (Self.distance(got.double, expected), Self.distance(got.single, expected))
      #expect(double < 1e-14, "\(shape) over \(count), inverse \(inverse), seed \(seed): float64 is off by \(double)")
      #expect(single < 2e-6, "\(shape) over \(count), inverse \(inverse), seed \(seed): float32 is off by \(single)")
    }
  }

  @Test func everyShortLength() {
    for n in 1...64 {
      check([n], over: 1)
      check([3, n], over: 1)
      check([19, n], over: 1)
    }
  }

  @Test func primesAndMixedLengths() {
    for n in [67, 97, 100, 127, 144, 210, 211, 243, 251, 256, 343, 360, 385, 500, 509, 512, 961] {
      check([n], over: 1)
      if n < 300 { check([9, n], over: 1) }
    }
  }

  @Test func severalAxes() {
    for shape in [[4, 6], [5, 7], [33, 8], [2, 3, 4], [3, 5, 40], [2, 67, 3], [2, 1, 3, 9]] {
      for count in 1...min(3, shape.count) { check(shape, over: count) }
    }
  }

  /// Too long to be checked but at a few places.
  @Test func longLines() {
    for n in [4096, 19_683, 10_007, 1 << 16, 100_000] {
      let x = Self.numbers(n, seed: 3)
      let got = Self.run(x, [n], over: 1)
      let places = [0, 1, 2, n / 3, n / 2, n - 1]
      let expected = places.map { k in
        (0..<n).reduce(Z(0, 0)) { total, j in
          let angle = -2 * Double.pi * Double(j * k % n) / Double(n)
          return Z.sum(total, Z.product(x[j], Z(cos(angle), sin(angle))))
        }
      }
      #expect(Self.distance(places.map { got.double[$0] }, expected) < 1e-13, "\(n)")
      #expect(Self.distance(places.map { got.single[$0] }, expected) < 1e-5, "\(n)")
      // Parseval: the energy is the same on both sides.
      func energy(_ z: [Z]) -> Double { z.reduce(0) { $0 + $1.real * $1.real + $1.imaginary * $1.imaginary } }
      #expect(abs(energy(got.double) / Double(n) / energy(x) - 1) < 1e-13, "\(n)")
      let back = Self.run(got.double, [n], over: 1, inverse: true)
      #expect(Self.distance(back.double, x) < 1e-13, "\(n)")
    }
  }

  @Test func realOnesAreHalfOfComplexOnes() {
    var generator = Generator(11)
    for shape in [[1], [2], [7], [8], [64], [97], [300], [20, 6], [3, 5], [4, 3, 10], [2, 30, 9]] {
      for count in 1...min(2, shape.count) {
        let x = (0..<shape.reduce(1, *)).map { _ in Double.random(in: -1...1, using: &generator) }
        let n = shape.last!
        let halfShape = shape.dropLast() + [n / 2 + 1]
        let lengths = Array(shape.suffix(count))
        let half = FourierStep(.real, lengths: lengths).result(
          [TestArray(x, shape, .float64)], Array(halfShape), .complex128, Z.self)
        let whole = Self.direct(x.map { Z($0, 0) }, shape, over: count, inverse: false)
        let expected = whole.enumerated().filter { $0.offset % n <= n / 2 }.map(\.element)
        #expect(Self.distance(half, expected) < 1e-14, "\(shape) over \(count)")
        let back = FourierStep(.realInverse, lengths: lengths).result(
          [TestArray(half, Array(halfShape), .complex128)], shape, .float64, Double.self)
        #expect(Self.distance(back.map { Z($0, 0) }, x.map { Z($0, 0) }) < 1e-14, "\(shape) over \(count)")
      }
    }
  }

  /// Many lines and few, short and long, of even and odd lengths, beside the complex transforms of the same numbers.
  @Test func realLinesAreComplexOnes() {
    let seed = UInt64.random(in: 0..<1 << 32)
    var generator = Generator(seed)
    func check<P: RealElement>(
      _ real: DType, _ complex: DType, _ lines: Int, _ n: Int, _ tolerance: Double, _: P.Type
    ) where P.BitPattern: HasDoubleWidth {
      let x = (0..<lines * n).map { _ in P(Double.random(in: -1...1, using: &generator)) }
      let half = FourierStep(.real, lengths: [n]).result(
        [TestArray(x, [lines, n], real)], [lines, n / 2 + 1], complex, Complex<P>.self)
      let whole = FourierStep(.forward, lengths: [n]).result(
        [TestArray(x.map { Complex($0, 0) }, [lines, n], complex)], [lines, n], complex, Complex<P>.self)
      let expected = whole.indices.filter { $0 % n <= n / 2 }.map { whole[$0].wide }
      let got = half.map(\.wide)
      let back = FourierStep(.realInverse, lengths: [n]).result(
        [TestArray(half, [lines, n / 2 + 1], complex)], [lines, n], real, P.self)
      let distances = (Self.distance(got, expected), Self.distance(back.map(\.wide), x.map(\.wide)))
      #expect(
        distances.0 < tolerance && distances.1 < tolerance, "seed \(seed): \(real) \(lines) of \(n): \(distances)")
    }
    for _ in 0..<80 {
      let lines = Int.random(in: 1...70, using: &generator)
      let n = Int.random(in: 1...400, using: &generator)
      check(.float32, .complex64, lines, n, 2e-6, Float.self)
      check(.float64, .complex128, lines, n, 1e-14, Double.self)
    }
    for (lines, n) in [(1, 1 << 17), (3, 40_000), (9, 20_002)] {
      check(.float32, .complex64, lines, n, 1e-5, Float.self)
      check(.float64, .complex128, lines, n, 1e-13, Double.self)
    }
  }

  /// What a spectrum of real numbers cannot have is not looked at.
  @Test func imaginaryPartsOfTheEndsAreIgnored() {
    let half = [Z(1, 5), Z(2, 1), Z(3, -7)]
    let clean = [Z(1, 0), Z(2, 1), Z(3, 0)]
    let results = [half, clean].map {
      FourierStep(.realInverse, lengths: [4]).result([TestArray($0, [3], .complex128)], [4], .float64, Double.self)
    }
    #expect(results[0] == results[1])
  }

  @Test func nothingToTransform() {
    let none = FourierStep(.forward, lengths: [4]).result(
      [TestArray([Z](), [0, 4], .complex128)], [0, 4], .complex128, Z.self)
    #expect(none.isEmpty)
  }

  @Test func theBitsDoNotDependOnTheThreads() {
    let x = Self.numbers(60_000, seed: 5)
    for shape in [[60_000], [100, 600], [2, 30_000]] {
      let results = [1, 2, 3].map { threads in
        withThreads(threads) {
          FourierStep(.forward, lengths: [shape.last!]).results(
            [TestArray(x, shape, .complex128)], [(shape, .complex128)])[0].bytes
        }
      }
      #expect(results[0] == results[1] && results[1] == results[2])
    }
  }
}
