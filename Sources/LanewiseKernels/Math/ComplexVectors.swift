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

/// A map kernel: the function of each of exactly `count` numbers.
@inline(__always)
func mapParts<F: FunctionOfParts>(
  _: F.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let source = address(record, slots, A.offset)
  let target = resultAddress(record, slots)
  var i = 0
  while i < count {
    let (to, left) = (target + i &* 8, count &- i)
    let (re, im) = loadParts(source + i &* 8, left)
    var result = F.parts(re, im)
    let rare = F32Math.notBelow(80, F32Math.abs(F.limited(re, im))) | F32Math.notBelow(.infinity, F32Math.abs(re + im))
    if F32Math.any(rare) {
      for lane in 0..<16 where rare[lane] != 0 {
        let single = F.single(Complex(re[lane], im[lane]))
        (result.re[lane], result.im[lane]) = (single.re, single.im)
      }
    }
    storeParts(to, result, left)
    i &+= 16
  }
}
