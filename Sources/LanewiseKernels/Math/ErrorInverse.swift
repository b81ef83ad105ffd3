import LanewiseShims

// The inverse error function is XLA's approximation operation by operation, with the logarithms it uses, because the
// bits of normally distributed random numbers depend on it. So these logarithms are not the more accurate public ones,
// and every fused multiply-add rounds once in all builds.

extension F32Math {
  /// The inverse of the error function, with the bits JAX gives on a CPU. ±∞ at ±1, NaN beyond.
  @inline(__always) static func erfInv(_ x: Floats) -> Floats {
    let w = negate(xlaLog1p(x * negate(x)))
    let central = lw_m_lt(w, splat(5))
    let t = select(central, w - splat(2.5), lw_m_sqrt(w) - splat(3))
    var p = select(central, splat(2.81022636e-08), splat(-0.000200214257))
    p = exactFMA(p, t, select(central, splat(3.43273939e-07), splat(0.000100950558)))
    p = exactFMA(p, t, select(central, splat(-3.5233877e-06), splat(0.00134934322)))
    p = exactFMA(p, t, select(central, splat(-4.39150654e-06), splat(-0.00367342844)))
    p = exactFMA(p, t, select(central, splat(0.00021858087), splat(0.00573950773)))
    p = exactFMA(p, t, select(central, splat(-0.00125372503), splat(-0.0076224613)))
    p = exactFMA(p, t, select(central, splat(-0.00417768164), splat(0.00943887047)))
    p = exactFMA(p, t, select(central, splat(0.246640727), splat(1.00167406)))
    p = exactFMA(p, t, select(central, splat(1.50140941), splat(2.83297682)))
    let edge = select(lw_m_eq(abs(x), splat(1)), x * splat(Float.infinity), splat(Float.nan))
    return select(lw_m_lt(abs(x), splat(1)), p * x, edge)
  }

  @inline(__always) static func exactFMA(_ a: Floats, _ b: Floats, _ c: Floats) -> Floats {
    lw_m_fma_exact(a, b, c)
  }

  @inline(__always) static func exactFMA(_ a: Floats, _ b: Floats, _ c: Float) -> Floats {
    lw_m_fma_exact(a, b, splat(c))
  }

  /// log(1 + x) as XLA has it: Cephes' rational function near 0, the logarithm elsewhere.
  @inline(__always) static func xlaLog1p(_ x: Floats) -> Floats {
    var n = exactFMA(splat(4.5270000862445199635215e-5), x, 4.9854102823193375972212e-1)
    n = exactFMA(n, x, 6.5787325942061044846969)
    n = exactFMA(n, x, 2.9911919328553073277375e1)
    n = exactFMA(n, x, 6.0949667980987787057556e1)
    n = exactFMA(n, x, 5.7112963590585538103336e1)
    n = exactFMA(n, x, 2.0039553499201281259648e1)
    var d = x + splat(1.5062909083469192043167e1)
    d = exactFMA(d, x, 8.3047565967967209469434e1)
    d = exactFMA(d, x, 2.2176239823732856465394e2)
    d = exactFMA(d, x, 3.0909872225312059774938e2)
    d = exactFMA(d, x, 2.1642788614495947685003e2)
    d = exactFMA(d, x, 6.0118660497603843919306e1)
    let x2 = x * x
    let near = x + exactFMA(x * x2, n / d, splat(-0.5) * x2)
    return select(lw_m_lt(abs(x), splat(0.41421356237309504880)), near, xlaLog(x + splat(1)))
  }

  /// log x as XLA has it: Cephes' polynomial in three interleaved chains, for x in [2⁻²⁴, 1].
  @inline(__always) static func xlaLog(_ x: Floats) -> Floats {
    let b = bits(x)
    var e = lw_m_to_float(lw_m_sar(b, 23) &- splat(Int32(127))) + splat(1)
    var t = float(bits: (b & splat(Int32(bitPattern: 0x807f_ffff))) | splat(Int32(0x3f00_0000)))
    let low = lw_m_lt(t, splat(0.707106781186547524))
    let kept = select(low, t, splat(0))
    t = t - splat(1)
    e = e - select(low, splat(1), splat(0))
    t = t + kept
    let t2 = t * t
    let t3 = t2 * t
    var y0 = exactFMA(t, splat(7.0376836292E-2), splat(-1.1514610310E-1))
    var y1 = exactFMA(t, splat(-1.2420140846E-1), splat(1.4249322787E-1))
    var y2 = exactFMA(t, splat(2.0000714765E-1), splat(-2.4999993993E-1))
    y0 = exactFMA(y0, t, 1.1676998740E-1)
    y1 = exactFMA(y1, t, -1.6668057665E-1)
    y2 = exactFMA(y2, t, 3.3333331174E-1)
    y0 = exactFMA(exactFMA(y0, t3, y1), t3, y2)
    y0 = exactFMA(y0, t3, splat(-2.12194440e-4) * e)
    return ((t - splat(0.5) * t2) + y0) + splat(0.693359375) * e
  }
}
