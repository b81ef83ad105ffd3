import LanewiseShims

/// Elementary functions of float32, sixteen lanes at a time.
///
/// Each function is a polynomial (Estrin's form: Horner's is bound by latency) after a range reduction, valid for all
/// ordinary arguments. What it is not valid for, one test over all lanes finds, and an outlined slow path redoes those
/// lanes: blends for special values would cost every call 20–50 %.
///
/// The polynomials are minimax fits with single-precision coefficients. Special values follow IEEE 754: NaN in, NaN
/// out; zeros keep their sign; subnormal arguments and results are not flushed.
enum F32Math {
  typealias Floats = SIMD16<Float>
  typealias Ints = SIMD16<Int32>
  typealias Doubles = SIMD16<Double>
  typealias Longs = SIMD16<Int64>
}

// MARK: - Lanes

extension F32Math {
  @inline(__always) static func splat(_ a: Float) -> Floats { lw_m_splat(a) }
  @inline(__always) static func splat(_ a: Int32) -> Ints { lw_m_splat_i(a) }
  @inline(__always) static func splat(_ a: Double) -> Doubles { lw_m_splat_d(a) }
  @inline(__always) static func splat(_ a: Int64) -> Longs { lw_m_splat_l(a) }

  /// a·b + c, rounded once where the target has the instruction.
  @inline(__always) static func fma(_ a: Floats, _ b: Floats, _ c: Floats) -> Floats { lw_m_fma(a, b, c) }
  @inline(__always) static func fma(_ a: Floats, _ b: Floats, _ c: Float) -> Floats { lw_m_fma(a, b, splat(c)) }
  @inline(__always) static func fma(_ a: Floats, _ b: Float, _ c: Floats) -> Floats { lw_m_fma(a, splat(b), c) }
  @inline(__always) static func fma(_ a: Floats, _ b: Float, _ c: Float) -> Floats {
    lw_m_fma(a, splat(b), splat(c))
  }
  @inline(__always) static func fma(_ a: Doubles, _ b: Doubles, _ c: Doubles) -> Doubles { lw_m_fma_d(a, b, c) }
  @inline(__always) static func fma(_ a: Doubles, _ b: Doubles, _ c: Double) -> Doubles {
    lw_m_fma_d(a, b, splat(c))
  }
  @inline(__always) static func fma(_ a: Doubles, _ b: Double, _ c: Doubles) -> Doubles {
    lw_m_fma_d(a, splat(b), c)
  }

  @inline(__always) static func bits(_ a: Floats) -> Ints { unsafeBitCast(a, to: Ints.self) }
  @inline(__always) static func bits(_ a: Doubles) -> Longs { unsafeBitCast(a, to: Longs.self) }
  @inline(__always) static func float(bits a: Ints) -> Floats { unsafeBitCast(a, to: Floats.self) }
  @inline(__always) static func double(bits a: Longs) -> Doubles { unsafeBitCast(a, to: Doubles.self) }

  @inline(__always) static func abs(_ a: Floats) -> Floats { float(bits: bits(a) & splat(Int32.max)) }
  @inline(__always) static func sign(_ a: Floats) -> Ints { bits(a) & splat(Int32.min) }
  /// `a`, which is not negative, with the sign of `b`.
  @inline(__always) static func copySign(_ a: Floats, _ b: Floats) -> Floats { float(bits: bits(a) | sign(b)) }
  @inline(__always) static func flip(_ a: Floats, _ signs: Ints) -> Floats { float(bits: bits(a) ^ signs) }
  @inline(__always) static func negate(_ a: Floats) -> Floats { flip(a, splat(Int32.min)) }

  /// Mask of the lanes where `a` is not below `bound`: those where it is NaN, too.
  @inline(__always) static func notBelow(_ bound: Float, _ a: Floats) -> Ints { lw_m_not_lt(a, splat(bound)) }
  @inline(__always) static func any(_ mask: Ints) -> Bool { _slowPath(lw_m_any(mask) != 0) }
  @inline(__always) static func select(_ mask: Ints, _ a: Floats, _ b: Floats) -> Floats { lw_m_select(mask, a, b) }
  @inline(__always) static func select(_ mask: Longs, _ a: Doubles, _ b: Doubles) -> Doubles {
    lw_m_select_d(mask, a, b)
  }

  /// `result` with the lanes of `mask` replaced by `f(x)`, a double-precision scalar function.
  @inline(__always) static func redo(
    _ mask: Ints, _ x: Floats, _ result: Floats, _ f: (Double) -> Double
  ) -> Floats {
    var result = result
    var lane = 0
    while lane < 16 {
      if mask[lane] != 0 { result[lane] = Float(f(Double(x[lane]))) }
      lane &+= 1
    }
    return result
  }

  @inline(__always) static func redo(
    _ mask: Ints, _ x: Floats, _ y: Floats, _ result: Floats, _ f: (Double, Double) -> Double
  ) -> Floats {
    var result = result
    var lane = 0
    while lane < 16 {
      if mask[lane] != 0 { result[lane] = Float(f(Double(x[lane]), Double(y[lane]))) }
      lane &+= 1
    }
    return result
  }
}

// MARK: - Polynomials: c0 + c1·x + c2·x² + …, in Estrin's form

extension F32Math {
  @inline(__always) static func polynomial(_ x: Floats, _ c0: Float, _ c1: Float, _ c2: Float) -> Floats {
    fma(fma(x, c2, c1), x, c0)
  }

  @inline(__always) static func polynomial(
    _ x: Floats, _ c0: Float, _ c1: Float, _ c2: Float, _ c3: Float
  ) -> Floats {
    fma(fma(x, c3, c2), x * x, fma(x, c1, c0))
  }

  @inline(__always) static func polynomial(
    _ x: Floats, _ c0: Float, _ c1: Float, _ c2: Float, _ c3: Float, _ c4: Float
  ) -> Floats {
    let x2 = x * x
    return fma(fma(x2, c4, fma(x, c3, c2)), x2, fma(x, c1, c0))
  }

  @inline(__always) static func polynomial(
    _ x: Floats, _ c0: Float, _ c1: Float, _ c2: Float, _ c3: Float, _ c4: Float, _ c5: Float
  ) -> Floats {
    let x2 = x * x
    return fma(fma(fma(x, c5, c4), x2, fma(x, c3, c2)), x2, fma(x, c1, c0))
  }

  @inline(__always) static func polynomial(
    _ x: Floats, _ c0: Float, _ c1: Float, _ c2: Float, _ c3: Float, _ c4: Float, _ c5: Float, _ c6: Float
  ) -> Floats {
    let x2 = x * x
    return fma(fma(x2, c6, fma(x, c5, c4)), x2 * x2, fma(fma(x, c3, c2), x2, fma(x, c1, c0)))
  }

  @inline(__always) static func polynomial(
    _ x: Floats, _ c0: Float, _ c1: Float, _ c2: Float, _ c3: Float, _ c4: Float, _ c5: Float, _ c6: Float,
    _ c7: Float
  ) -> Floats {
    let x2 = x * x
    return fma(
      fma(fma(x, c7, c6), x2, fma(x, c5, c4)), x2 * x2, fma(fma(x, c3, c2), x2, fma(x, c1, c0)))
  }

  @inline(__always) static func polynomial(
    _ x: Floats, _ c0: Float, _ c1: Float, _ c2: Float, _ c3: Float, _ c4: Float, _ c5: Float, _ c6: Float,
    _ c7: Float, _ c8: Float
  ) -> Floats {
    let x2 = x * x
    let x4 = x2 * x2
    return fma(
      fma(x4, c8, fma(fma(x, c7, c6), x2, fma(x, c5, c4))), x4, fma(fma(x, c3, c2), x2, fma(x, c1, c0)))
  }

  @inline(__always) static func polynomial(
    _ x: Doubles, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double
  ) -> Doubles {
    fma(fma(fma(fma(x, c4, splat(c3)), x, c2), x, c1), x, c0)
  }

  @inline(__always) static func polynomial(
    _ x: Doubles, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double
  ) -> Doubles {
    fma(polynomial(x, c1, c2, c3, c4, c5), x, c0)
  }

  @inline(__always) static func polynomial(
    _ x: Doubles, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double, _ c6: Double,
    _ c7: Double
  ) -> Doubles {
    fma(fma(polynomial(x, c2, c3, c4, c5, c6, c7), x, c1), x, c0)
  }
}
