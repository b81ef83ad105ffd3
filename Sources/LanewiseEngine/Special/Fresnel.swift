import Glibc

/// Fresnel's integrals S(x) = ∫₀ˣ sin(πt²/2) dt and C(x) = ∫₀ˣ cos(πt²/2) dt.
enum Fresnel {
  static func sine(_ x: Double) -> Double { both(x).sine }
  static func cosine(_ x: Double) -> Double { both(x).cosine }

  private static func both(_ x: Double) -> (sine: Double, cosine: Double) {
    if x < 0 {
      let (sine, cosine) = both(-x)
      return (-sine, -cosine)
    }
    if x.isNaN { return (x, x) }
    return x <= 1.6 ? series(x) : x > 1e8 ? (0.5, 0.5) : fraction(x)
  }

  /// The power series (DLMF 7.6.4, 7.6.6).
  private static func series(_ x: Double) -> (sine: Double, cosine: Double) {
    let phase = .pi * x * x / 2
    var term = x  // x · phaseᵏ / k!
    var sine = 0.0
    var cosine = 0.0
    for k in 0...60 {
      let part = (k % 4 < 2 ? term : -term) / Double(2 * k + 1)
      if k % 2 == 0 { cosine += part } else { sine += part }
      if k > 2 && term.isNegligible(beside: cosine) { break }
      term *= phase / Double(k + 1)
    }
    return (sine, cosine)
  }

  /// C + iS = (1 + i)/2 · erf(z), z = √π/2 · (1 − i)x, by the continued fraction of erfc (DLMF 7.9.2, contracted).
  private static func fraction(_ x: Double) -> (sine: Double, cosine: Double) {
    let phase = .pi * x * x / 2
    // 1 + 2z² = 1 − iπx²; each further denominator is larger by 4. Lentz's method, in complex numbers.
    var b = Pair(1, -2 * phase)
    var d = b.inverse
    var c = Pair(1e300, 0)
    var h = d
    for k in 1...500 {
      let a = -Double((2 * k - 1) * (2 * k))
      b.real += 4
      d = (d.scaled(a) + b).inverse
      c = b + c.inverse.scaled(a)
      let change = c * d
      h = h * change
      if abs(change.real - 1) + abs(change.imaginary) < 0x1p-52 { break }
    }
    // erfc(z) = 2z e^(−z²)/√π · h, and e^(−z²) = e^(i·phase)
    let scaled = Pair(x, -x) * h
    // The phase modulo 2π from x² modulo 4, which is exact in two parts.
    let high = x * x
    let low = (-high).addingProduct(x, x)
    let turn = .pi / 2 * (high.truncatingRemainder(dividingBy: 4) + low)
    let wave = Pair(cos(turn), sin(turn)) * scaled
    let result = Pair(0.5, 0.5) * Pair(1 - wave.real, -wave.imaginary)
    return (result.imaginary, result.real)
  }

  private struct Pair {
    var real: Double, imaginary: Double
    init(_ real: Double, _ imaginary: Double) { (self.real, self.imaginary) = (real, imaginary) }
    static func + (a: Pair, b: Pair) -> Pair { Pair(a.real + b.real, a.imaginary + b.imaginary) }
    static func * (a: Pair, b: Pair) -> Pair {
      Pair(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
    }
    func scaled(_ factor: Double) -> Pair { Pair(real * factor, imaginary * factor) }
    var inverse: Pair {
      let square = real * real + imaginary * imaginary
      return square == .infinity ? Pair(0, 0) : Pair(real / square, -imaginary / square)
    }
  }
}
