import LanewiseShims

/// A function of complex numbers of float32 that is computed for sixteen at a time, from vectors of their parts.
///
/// Lanes beyond the limits of the vectors, where something overflows on the way or is not finite, go one by one.
protocol FunctionOfParts {
  typealias Floats = SIMD16<Float>
  /// The lanes that go one by one: those whose part is not below 80 in magnitude, which e to its power overflows from.
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

/// Such a function as an operator of one operand.
enum ByParts<F: FunctionOfParts>: PartsOperator {
  @inline(__always) static func f(_ a: Parts, _: Parts) -> Parts {
    let rare = F32Math.notBelow(80, F32Math.abs(F.limited(a.re, a.im)))
    let isNotFinite = F32Math.notBelow(.infinity, F32Math.abs(a.re + a.im))
    return oneByOne(F.parts(a.re, a.im), where: rare | isNotFinite) { F.single(Complex(a.re[$0], a.im[$0])) }
  }
}
