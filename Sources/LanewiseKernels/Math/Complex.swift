/// A complex number. Arithmetic and the branches of the functions are C99's, as XLA has them on a CPU.
struct Complex<Part: Real> {
  var re, im: Part

  @inline(__always) init(_ re: Part, _ im: Part) {
    self.re = re
    self.im = im
  }

  @inline(__always) static func + (a: Complex, b: Complex) -> Complex { Complex(a.re + b.re, a.im + b.im) }
  @inline(__always) static func - (a: Complex, b: Complex) -> Complex { Complex(a.re - b.re, a.im - b.im) }
  @inline(__always) static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
  @inline(__always) static prefix func - (a: Complex) -> Complex { Complex(-a.re, -a.im) }

  /// i · z and −i · z, exact also for infinities.
  @inline(__always) var timesI: Complex { Complex(-im, re) }
  @inline(__always) var timesMinusI: Complex { Complex(im, -re) }
  @inline(__always) var conjugate: Complex { Complex(re, -im) }
  @inline(__always) var magnitude: Part { Part.hypot(re, im) }
  @inline(__always) var isFinite: Bool { re.isFinite && im.isFinite }

  /// The quotient, by Smith's scaling: no overflow where the result has none. Dividing by zero gives infinities, dividing
  /// an infinity by a number infinities, and a number by an infinity zeros.
  static func / (a: Complex, b: Complex) -> Complex {
    var quotient: Complex
    if b.re.magnitude >= b.im.magnitude {
      let ratio = b.im / b.re
      let denominator = b.re + b.im * ratio
      quotient = Complex((a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator)
    } else {
      let ratio = b.re / b.im
      let denominator = b.re * ratio + b.im
      quotient = Complex((a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator)
    }
    guard quotient.re.isNaN && quotient.im.isNaN else { return quotient }
    if b.re == 0 && b.im == 0 && !(a.re.isNaN && a.im.isNaN) {
      let infinity = Part(signOf: b.re, magnitudeOf: .infinity)
      return Complex(infinity * a.re, infinity * a.im)
    }
    if (a.re.isInfinite || a.im.isInfinite) && b.isFinite {
      let x = a.boxed
      return Complex(.infinity * (x.re * b.re + x.im * b.im), .infinity * (x.im * b.re - x.re * b.im))
    }
    if (b.re.isInfinite || b.im.isInfinite) && a.isFinite {
      let y = b.boxed
      return Complex(0 * (a.re * y.re + a.im * y.im), 0 * (a.im * y.re - a.re * y.im))
    }
    return quotient
  }

  /// Infinite parts as ±1, the others as ±0.
  private var boxed: Complex {
    Complex(
      Part(signOf: re, magnitudeOf: re.isInfinite ? 1 : 0), Part(signOf: im, magnitudeOf: im.isInfinite ? 1 : 0))
  }
}
