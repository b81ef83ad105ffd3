import LanewiseShims

/// Elementary functions of float64, eight lanes at a time.
///
/// They are built as those of float32 are (see ``F32Math``): a range reduction, a minimax polynomial in Estrin's form,
/// and an outlined slow path for a vector in which any lane is out of the ordinary. Errors are below 1.6 ULP, and below
/// 2.5 where a function is put together of two. `Scripts/fit-polynomials.py` made the coefficients.
enum F64Math {
  typealias Doubles = SIMD8<Double>
  typealias Longs = SIMD8<Int64>

  /// `f` of both halves of a vector of 16.
  @inline(__always) static func halves(_ x: SIMD16<Double>, _ f: (Doubles) -> Doubles) -> SIMD16<Double> {
    lw_e_join(f(lw_e_low(x)), f(lw_e_high(x)))
  }

  @inline(__always) static func halves(
    _ x: SIMD16<Double>, _ y: SIMD16<Double>, _ f: (Doubles, Doubles) -> Doubles
  ) -> SIMD16<Double> {
    lw_e_join(f(lw_e_low(x), lw_e_low(y)), f(lw_e_high(x), lw_e_high(y)))
  }
}

// MARK: - Lanes

extension F64Math {
  @inline(__always) static func splat(_ a: Double) -> Doubles { lw_e_splat(a) }
  @inline(__always) static func splat(_ a: Int64) -> Longs { lw_e_splat_l(a) }

  /// a·b + c, rounded once where the target has the instruction.
  @inline(__always) static func fma(_ a: Doubles, _ b: Doubles, _ c: Doubles) -> Doubles { lw_e_fma(a, b, c) }
  @inline(__always) static func fma(_ a: Doubles, _ b: Doubles, _ c: Double) -> Doubles { lw_e_fma(a, b, splat(c)) }
  @inline(__always) static func fma(_ a: Doubles, _ b: Double, _ c: Doubles) -> Doubles { lw_e_fma(a, splat(b), c) }
  @inline(__always) static func fma(_ a: Doubles, _ b: Double, _ c: Double) -> Doubles {
    lw_e_fma(a, splat(b), splat(c))
  }
  static var hasFMA: Bool { @inline(__always) get { lw_m_has_fma() != 0 } }

  @inline(__always) static func bits(_ a: Doubles) -> Longs { unsafeBitCast(a, to: Longs.self) }
  @inline(__always) static func double(bits a: Longs) -> Doubles { unsafeBitCast(a, to: Doubles.self) }
  @inline(__always) static func abs(_ a: Doubles) -> Doubles { double(bits: bits(a) & splat(Int64.max)) }
  @inline(__always) static func sign(_ a: Doubles) -> Longs { bits(a) & splat(Int64.min) }
  /// `a`, which is not negative, with the sign of `b`.
  @inline(__always) static func copySign(_ a: Doubles, _ b: Doubles) -> Doubles { double(bits: bits(a) | sign(b)) }
  @inline(__always) static func flip(_ a: Doubles, _ signs: Longs) -> Doubles { double(bits: bits(a) ^ signs) }
  @inline(__always) static func negate(_ a: Doubles) -> Doubles { flip(a, splat(Int64.min)) }

  /// Mask of the lanes where `a` is not below `bound`: those where it is NaN, too.
  @inline(__always) static func notBelow(_ bound: Double, _ a: Doubles) -> Longs { ~lw_e_lt(a, splat(bound)) }
  @inline(__always) static func any(_ mask: Longs) -> Bool { _slowPath(lw_e_any(mask) != 0) }
  @inline(__always) static func select(_ mask: Longs, _ a: Doubles, _ b: Doubles) -> Doubles {
    lw_e_select(mask, a, b)
  }
  /// `x` between the bounds; NaN stays NaN.
  @inline(__always) static func clamp(_ x: Doubles, _ low: Double, _ high: Double) -> Doubles {
    lw_e_max(splat(low), lw_e_min(splat(high), x))
  }

  /// `result` with the lanes of `mask` replaced by `f(x)`, a function of one number.
  @inline(__always) static func redo(
    _ mask: Longs, _ x: Doubles, _ result: Doubles, _ f: (Double) -> Double
  ) -> Doubles {
    redo(mask, x, x, result) { x, _ in f(x) }
  }

  @inline(__always) static func redo(
    _ mask: Longs, _ x: Doubles, _ y: Doubles, _ result: Doubles, _ f: (Double, Double) -> Double
  ) -> Doubles {
    var result = result
    var lane = 0
    while lane < 8 {
      if mask[lane] != 0 { result[lane] = f(x[lane], y[lane]) }
      lane &+= 1
    }
    return result
  }
}

// MARK: - Two words

extension F64Math {
  /// a·b as the rounded product and what rounding lost (Dekker 1971, where there is no fused multiply-add).
  @inline(__always) static func product(_ a: Doubles, _ b: Doubles) -> (high: Doubles, low: Doubles) {
    let high = a * b
    if hasFMA { return (high, fma(a, b, negate(high))) }
    let (a1, a2) = split(a)
    let (b1, b2) = split(b)
    return (high, ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  /// c − a·b, where that is much smaller than c.
  @inline(__always) static func residual(_ a: Doubles, _ b: Doubles, _ c: Doubles) -> Doubles {
    if hasFMA { return fma(negate(a), b, c) }
    let (high, low) = product(a, b)
    return (c - high) - low
  }

  /// The upper 26 bits of a number below 2⁹⁹⁶, and the rest.
  @inline(__always) private static func split(_ a: Doubles) -> (Doubles, Doubles) {
    let scaled = a * splat(0x1p27 + 1)
    let high = scaled - (scaled - a)
    return (high, a - high)
  }

  /// The sum of two parts as the rounded sum and what rounding lost; the first is the larger.
  @inline(__always) static func inOrder(_ parts: (Doubles, Doubles)) -> (high: Doubles, low: Doubles) {
    let high = parts.0 + parts.1
    return (high, parts.1 - (high - parts.0))
  }
}

// MARK: - Polynomials, in Estrin's form

extension F64Math {
  /// c0 + c1·x + c2·x² + c3·x³
  @inline(__always) static func cubic(
    _ x: Doubles, _ x2: Doubles, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double
  ) -> Doubles {
    fma(fma(x, c3, c2), x2, fma(x, c1, c0))
  }

  /// c0 + c1·x + … + c7·x⁷
  @inline(__always) static func septic(
    _ x: Doubles, _ x2: Doubles, _ x4: Doubles, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double,
    _ c5: Double, _ c6: Double, _ c7: Double
  ) -> Doubles {
    fma(cubic(x, x2, c4, c5, c6, c7), x4, cubic(x, x2, c0, c1, c2, c3))
  }
}
