import LanewiseShims

/// A function of complex numbers of float32 that is computed for sixteen at a time, from vectors of their parts.
///
/// Lanes beyond the limits of the vectors, where something overflows on the way or is not finite, go one by one.
protocol FunctionOfParts {
  typealias Floats = SIMD16<Float>
  /// The lanes that go one by one: those where this is not below 80 in magnitude, which e to its power overflows from.
  static func limited(_ re: Floats, _ im: Floats) -> Floats
  static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats)
  static func single(_ z: Complex<Float>) -> Complex<Float>
}

enum ExpOfParts: FunctionOfParts {
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats { re }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    let e = F32Math.exp(re)
    return (e * F32Math.cos(im), e * F32Math.sin(im))
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.exp() }
}

enum SinhOfParts: FunctionOfParts {
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats { re }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    (F32Math.sinh(re) * F32Math.cos(im), F32Math.cosh(re) * F32Math.sin(im))
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.sinh() }
}

enum CoshOfParts: FunctionOfParts {
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats { re }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    (F32Math.cosh(re) * F32Math.cos(im), F32Math.sinh(re) * F32Math.sin(im))
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.cosh() }
}

enum SinOfParts: FunctionOfParts {
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats { im }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    (F32Math.sin(re) * F32Math.cosh(im), F32Math.cos(re) * F32Math.sinh(im))
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.sin() }
}

enum CosOfParts: FunctionOfParts {
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats { im }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    (F32Math.cos(re) * F32Math.cosh(im), F32Math.negate(F32Math.sin(re) * F32Math.sinh(im)))
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.cos() }
}

/// sinh x · cosh x + i · sin y · cos y, over cos² y + sinh² x, of which nothing cancels.
enum TanhOfParts: FunctionOfParts {
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats { re + re }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    let (s, c) = (F32Math.sinh(re), F32Math.cos(im))
    let denominator = c * c + s * s
    return (s * F32Math.cosh(re) / denominator, F32Math.sin(im) * c / denominator)
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.tanh() }
}

enum TanOfParts: FunctionOfParts {
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats { im + im }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    let (im, re) = TanhOfParts.parts(im, re)
    return (re, im)
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.tan() }
}

/// As the logarithm of a single number has it: without cancellation near |z| = 1.
enum LogOfParts: FunctionOfParts {
  // From 1e38 on |z| may overflow.
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats {
    (F32Math.abs(re) + F32Math.abs(im)) * F32Math.splat(80 / 1e38)
  }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    let (a, b) = (F32Math.abs(re), F32Math.abs(im))
    let isReal = lw_m_le(b, a)
    let (x, y) = (F32Math.select(isReal, a, b), F32Math.select(isReal, b, a))
    let isFar = F32Math.notBelow(2, x) | ~F32Math.notBelow(0.5, x)
    let near = F32Math.log1p((x - F32Math.splat(1)) * (x + F32Math.splat(1)) + y * y) * F32Math.splat(0.5)
    return (F32Math.select(isFar, F32Math.log(F32Math.hypot(x, y)), near), F32Math.atan2(im, re))
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.log() }
}

/// The root of (|x| + |z|) / 2 and |y| over twice that, where neither overflows nor vanishes.
enum SqrtOfParts: FunctionOfParts {
  @inline(__always) static func limited(_ re: Floats, _ im: Floats) -> Floats {
    let (a, b) = (F32Math.abs(re), F32Math.abs(im))
    let largest = F32Math.select(lw_m_le(b, a), a, b)
    let isOutside = F32Math.notBelow(1e37, largest) | ~F32Math.notBelow(1e-36, largest)
    return F32Math.select(isOutside, F32Math.splat(.infinity), F32Math.splat(0))
  }
  @inline(__always) static func parts(_ re: Floats, _ im: Floats) -> (re: Floats, im: Floats) {
    let half: Floats = F32Math.splat(0.5)
    let root = F32.sqrt((F32Math.abs(re) + F32Math.hypot(re, im)) * half)
    let other = F32Math.abs(im) * half / root
    let isPositive = F32Math.notBelow(0, re)
    return (
      F32Math.select(isPositive, root, other), F32Math.copySign(F32Math.select(isPositive, other, root), im)
    )
  }
  @inline(__always) static func single(_ z: Complex<Float>) -> Complex<Float> { z.sqrt() }
}

/// Such a function as an operator of one operand.
enum ByParts<F: FunctionOfParts>: PartsOperator {
  @inline(__always) static func f(_ a: Parts, _: Parts) -> Parts {
    let rare = F32Math.notBelow(80, F32Math.abs(F.limited(a.re, a.im)))
    let isNotFinite = F32Math.notBelow(.infinity, F32Math.abs(a.re + a.im))
    return oneByOne(F.parts(a.re, a.im), where: rare | isNotFinite) { F.single(Complex(a.re[$0], a.im[$0])) }
  }
}
