/// Special functions of float32 as programs in float64: to 1e−9, which is rounded away. They are fused with what is
/// around them, and computed in vectors.
extension SpecialFunction {
  /// The function of float32 operands, or of 16 bits, as a float64 value: not a number where the formula does not hold,
  /// and ``SpecialStep`` has to be asked. Nil if there is no formula.
  package func formula(_ x: [Slot], _ b: ProgramBuilder) -> Slot? {
    func operand(_ index: Int) -> Formula { Formula(x[index], b) }
    return switch self {
    case .zeta: SpecialFunction.zeta(operand(0), operand(1)).slot
    case .polygamma: SpecialFunction.polygamma(operand(0), operand(1)).slot
    case .spence: SpecialFunction.spence(operand(0)).slot
    case .fresnelSine: SpecialFunction.fresnel(operand(0)).sine.slot
    case .fresnelCosine: SpecialFunction.fresnel(operand(0)).cosine.slot
    default: nil
    }
  }

  /// Whether the formula holds everywhere.
  package var hasWholeFormula: Bool { self == .fresnelSine || self == .fresnelCosine }

  /// ζ(s, q) by eight terms and the formula of Euler and Maclaurin (DLMF 25.11.5), for q > 0 and s ≥ 1.
  private static func zeta(_ s: Formula, _ q: Formula) -> Formula {
    func power(_ base: Formula) -> Formula {
      let exponent: Formula = s * base(.log)
      return exponent(.neg)(.exp)
    }
    var sum = power(q)
    for k in 1..<8 { sum = sum + power(q + Double(k)) }
    let base = q + 8
    let last = power(base)
    let inverse = 1 / base
    let square = inverse * inverse
    // Σ Bₖ s(s + 1)…(s + 2k − 2) / base²ᵏ⁻²
    var tail = square * 0
    for k in (0..<8).reversed() {
      let two = Double(2 * k)
      let rising = (s + (two + 1)) * (s + (two + 2))
      tail = tail * (rising * square) + Zeta.bernoulli[k]
    }
    let corrections: Formula = tail * (s * inverse)
    let integral = base / (s - 1)
    let value = sum + last * (integral + corrections + 0.5)
    return value.valid(where: (q, 0), (s, 0x1.fffffep-1))
  }

  /// ψ⁽ⁿ⁾(x) = (−1)ⁿ⁺¹ n! ζ(n + 1, x) for x > 0 and n = 1, 2, …
  private static func polygamma(_ n: Formula, _ x: Formula) -> Formula {
    let next = n + 1
    let half = n * 0.5
    // 0 or ½
    let oddness: Formula = half - half(.floor)
    let sign = oddness * 4 - 1
    let value = sign * next(.lgamma)(.exp) * zeta(next, x)
    // 0 for integers
    let fraction: Formula = n(.floor) - n
    return value.valid(where: (n, 0.5), (fraction, -0x1p-60))
  }

  /// Li₂(1 − x) for x > 0, by reflection and inversion (DLMF 25.12.6, 25.12.4) to z from 1/2 to 2, and there by the
  /// series in u = −log z.
  private static func spence(_ x: Formula) -> Formula {
    let inverse = 1 / x
    let z = x.isBelow(0.5, 1 - x, else: x.isBelow(2, x, else: 1 - inverse))
    let logZ = z(.log)
    let u = x.isBelow(2, 0 - logZ, else: logZ)
    let square = u * u
    // B₂ₖ / (2k + 1)!
    let odd = square.polynomial(
      1 / 36, -1 / 3600, 1 / 211_680, -1 / 10_886_400, 1 / 526_901_760, -4.0647616451442255e-11, 8.921691020456452e-13)
    let even: Formula = u - square * 0.25
    let near: Formula = even + u * square * odd
    let (logX, sixth) = (x(.log), Double.pi * Double.pi / 6)
    let reflected: Formula = logZ * logX + near
    let logarithm = logX + logZ
    let inverted: Formula = logarithm * logarithm * 0.5 + near
    let small = sixth - reflected
    let large = -sixth - inverted
    return x.isBelow(0.5, small, else: x.isBelow(2, near, else: large))
  }

  /// Fresnel's integrals: the power series (DLMF 7.6.4, 7.6.6), from 3/4 on the auxiliary functions f and g (7.5.3,
  /// 7.5.4), which are a polynomial over powers of a + 3/2 in u = 1 − 9/2 · 1/(a + 3/2), to 3e−10.
  private static func fresnel(_ x: Formula) -> (sine: Formula, cosine: Formula) {
    let square = x * x
    let fourth = square * square
    let nearSine =
      x * square
      * fourth.polynomial(
        0.5235987755982989, -0.09228058535803518, 0.007244784204197004, -0.0003121169423545792, 8.444272883545254e-06,
        -1.564714450092211e-07)
    let nearCosine =
      x
      * fourth.polynomial(
        1.0, -0.24674011002723398, 0.028185500877894225, -0.0016048831356425355, 5.4074133814083916e-05,
        -1.2000972558600288e-06)
    let a = x(.abs).min(0x1p60)
    let inverse = 1 / (a + 1.5)
    let u = 1 - inverse * 4.5
    let f =
      inverse
      * u.polynomial(
        0.47574355183958533, -0.2279270470144034, 0.08871071667978103, -0.007600952597721442, -0.02817815761071544,
        0.026374473171535576, -0.005906602242516665, -0.009464986449452767, 0.008130931497210857, 0.0016679108178829058,
        -0.0049506825465197805, 0.00023771863477858044, 0.0023102106032680406, -0.0002607609948011206,
        -0.0007614927965601055, 5.906619628255748e-05, 0.00012599017533407083)
    let g =
      inverse * inverse * inverse
      * u.polynomial(
        0.3359779690979493, -0.4703556851889722, 0.3731333507822012, -0.14727172325857618, -0.056583448128842334,
        0.1208380714924665, -0.04864140923838869, -0.043337075024750406, 0.04986362471525813, 0.008220789920580628,
        -0.03219945420388509, 0.0011751843853479958, 0.01629263090595026, -0.00139091814222516, -0.005707813766009858,
        0.00032548846978940185, 0.0009816095860420875)
    // The square of a float32 is exact, and so is what it is modulo 4.
    let whole = a * a
    let turns = whole * 0.25
    let phase = (turns - turns(.floor)) * (2 * Double.pi)
    let (sine, cosine) = (phase(.sin), phase(.cos))
    let sign = x(.sign)
    let missingSine: Formula = f * cosine + g * sine
    let missingCosine: Formula = g * cosine - f * sine
    let farSine = sign * (0.5 - missingSine)
    let farCosine = sign * (0.5 - missingCosine)
    return (a.isBelow(0.75, nearSine, else: farSine), a.isBelow(0.75, nearCosine, else: farCosine))
  }
}
