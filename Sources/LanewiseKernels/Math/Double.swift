import LanewiseShims

// Double-precision steps of those float32 functions whose intermediate results need more than 24 bits.

extension F32Math {
  /// As `biasedMagic`, in double precision.
  static var biasedMagicDouble: Double { @inline(__always) get { 0x1.8p52 + 1023 } }

  /// x⁸, with which a polynomial is put together from parts of eight coefficients.
  @inline(__always) static func power8(_ x: Doubles) -> Doubles {
    let x2 = x * x
    let x4 = x2 * x2
    return x4 * x4
  }

  /// 2ᵗ for |t| ≤ 1000, to 2⁻³⁴.
  @inline(__always) static func exp2Double(_ t: Doubles) -> Doubles {
    let shifted = t + splat(biasedMagicDouble)
    let r = t - (shifted - splat(biasedMagicDouble))
    let p = polynomial(
      r, 0.99999999996168198457269227219512686133384704589844, 0.69314718072844716534319645786489626228809356689453,
      0.240226511981573742637863233539974316954612731933594, 5.5504103534476621761850623215655750557804107666e-2,
      9.618027253684125268962112897952465573325753211975e-3, 1.33339225637742848570854725664958645764272660017e-3,
      1.5469291138443214497256994466312107041261255741e-4, 1.52019215438527470241362668512685729638178599998e-5)
    return p * double(bits: lw_m_shl_l(bits(shifted), 52))
  }

  /// log x for positive normal finite x, to 2⁻⁵².
  @inline(__always) static func logDouble(_ x: Doubles) -> Doubles {
    let root = Int64(0x3fe6_a09e_667f_3bcd)
    let offset = bits(x) &+ splat(Int64(0x3ff0_0000_0000_0000) - root)
    // The biased exponent becomes a double by standing in the low bits of 2⁵².
    let e = double(bits: lw_m_shr_l(offset, 52) | splat(Int64(0x4330_0000_0000_0000))) - splat(0x1p52 + 1023)
    let m = double(bits: (offset & splat(Int64(0x000f_ffff_ffff_ffff))) &+ splat(root))
    let f = m - splat(1.0)
    let s = f / (f + splat(2.0))
    let s2 = s * s
    let p = fma(
      polynomial(
        s2, 0.66666666666584883937929362218710593879222869873047, 0.40000000053176210101923970796633511781692504882812,
        0.28571417006558663674975736247638262808322906494141, 0.2222337936175829697926786820971756242215633392334,
        0.181234192605755073390838560953852720558643341064453, 0.168222832009264716690566388024308253079652786254883),
      s2, 2)
    return fma(e, 0x1.62e42fefa39efp-1, s * p)
  }
}
