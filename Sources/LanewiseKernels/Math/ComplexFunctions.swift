// Elementary functions of complex numbers. The formulas avoid cancellation and premature overflow; the inverse
// functions are Kahan's ("Branch cuts for complex elementary functions", 1987).

extension Complex {
  @inline(__always) static var one: Complex { Complex(1, 0) }

  /// e^z. The factor e^re is applied in two halves, as it may overflow where the result does not.
  func exp() -> Complex {
    if im == 0 { return Complex(Part.exp(re), im) }
    if re == -.infinity && !im.isFinite { return Complex(0, 0) }
    if re == .infinity && !im.isFinite { return Complex(.infinity, .nan) }
    let half = Part.exp(re / 2)
    return Complex(half * Part.cos(im) * half, half * Part.sin(im) * half)
  }

  /// e^z − 1.
  func expm1() -> Complex {
    if im == 0 { return Complex(Part.expm1(re), im) }
    let s = Part.sin(im / 2)
    let e = Part.expm1(re)
    return Complex(e * Part.cos(im) - 2 * s * s, (e + 1) * Part.sin(im))
  }

  /// log |z|, without cancellation near |z| = 1.
  private var logMagnitude: Part {
    let x = re.magnitude > im.magnitude ? re.magnitude : im.magnitude
    let y = re.magnitude > im.magnitude ? im.magnitude : re.magnitude
    if x > 0.5 && x < 2 && y < 2 { return Part.log1p((x - 1) * (x + 1) + y * y) / 2 }
    // What would overflow is halved before.
    if x.isFinite && x > Part.greatestFiniteMagnitude / 2 {
      return Part.log(Part.hypot(x / 2, y / 2)) + 0.693147180559945309
    }
    return Part.log(magnitude)
  }

  func log() -> Complex { Complex(logMagnitude, Part.atan2(im, re)) }

  /// log(1 + z).
  func log1p() -> Complex {
    let angle = Part.atan2(im, 1 + re)
    if re.magnitude < 0.5 && im.magnitude < 0.5 {
      return Complex(Part.log1p(re * (re + 2) + im * im) / 2, angle)
    }
    return Complex((Complex(1 + re, im)).logMagnitude, angle)
  }

  /// The root with a real part of at least 0.
  func sqrt() -> Complex {
    if re == 0 && im == 0 { return Complex(0, im) }
    if im.isInfinite { return Complex(.infinity, im) }
    if re.isInfinite {
      if re > 0 { return Complex(re, im.isNaN ? im : Part(signOf: im, magnitudeOf: 0)) }
      return Complex(im.isNaN ? im : 0, Part(signOf: im, magnitudeOf: .infinity))
    }
    // Scaled by a quarter, |re| + |z| does not overflow; scaled up, it does not vanish.
    let big = re.magnitude > Part.greatestFiniteMagnitude / 8 || im.magnitude > Part.greatestFiniteMagnitude / 8
    let tiny = re.magnitude < Part.leastNormalMagnitude * 8 && im.magnitude < Part.leastNormalMagnitude * 8
    let scale: Part = big ? 0.0625 : tiny ? 16_777_216 : 1
    let unscale: Part = big ? 4 : tiny ? 0.000244140625 : 1
    let x = re * scale
    let y = im * scale
    let t = ((x.magnitude + Part.hypot(x, y)) / 2).squareRoot()
    if x >= 0 { return Complex(t * unscale, y / (2 * t) * unscale) }
    return Complex(y.magnitude / (2 * t) * unscale, Part(signOf: y, magnitudeOf: t * unscale))
  }

  /// z^w = e^(w log z), and 0^w is 1 for w = 0 and otherwise 0.
  func pow(_ w: Complex) -> Complex {
    if w.re == 0 && w.im == 0 { return .one }
    if re == 0 && im == 0 { return Complex(0, 0) }
    if w.im == 0 && im == 0 && re > 0 { return Complex(Part.exp(w.re * Part.log(re)), 0) }
    return (w * log()).exp()
  }

  func sinh() -> Complex {
    if im == 0 { return Complex(Part.sinh(re), im) }
    if re == 0 { return Complex(re, Part.sin(im)) }
    return Complex(Part.sinh(re) * Part.cos(im), Part.cosh(re) * Part.sin(im))
  }

  func cosh() -> Complex {
    if im == 0 { return Complex(Part.cosh(re), re * im) }
    if re == 0 { return Complex(Part.cos(im), re * im) }
    return Complex(Part.cosh(re) * Part.cos(im), Part.sinh(re) * Part.sin(im))
  }

  func tanh() -> Complex {
    // Past 22 in magnitude the real part has reached ±1 in float64.
    if re.magnitude > 22 {
      let decay = im.isFinite ? 4 * Part.sin(im) * Part.cos(im) * Part.exp(-2 * re.magnitude) : 0
      return Complex(Part(signOf: re, magnitudeOf: 1), decay)
    }
    let t = Part.tan(im)
    let beta = 1 + t * t
    let s = Part.sinh(re)
    let rho = (1 + s * s).squareRoot()
    if t.isInfinite { return Complex(rho / s, 1 / t) }
    let denominator = 1 + beta * s * s
    return Complex(beta * rho * s / denominator, t / denominator)
  }

  func sin() -> Complex { timesI.sinh().timesMinusI }
  func cos() -> Complex { timesI.cosh() }
  func tan() -> Complex { timesI.tanh().timesMinusI }

  func asin() -> Complex {
    let below = Complex(1 - re, -im).sqrt()
    let above = Complex(1 + re, im).sqrt()
    return Complex(
      Part.atan2(re, (below * above).re), Part.asinh(below.re * above.im - below.im * above.re))
  }

  func acos() -> Complex {
    let below = Complex(1 - re, -im).sqrt()
    let above = Complex(1 + re, im).sqrt()
    return Complex(2 * Part.atan2(below.re, above.re), Part.asinh(above.re * below.im - above.im * below.re))
  }

  func acosh() -> Complex {
    let below = Complex(re - 1, im).sqrt()
    let above = Complex(re + 1, im).sqrt()
    return Complex(
      Part.asinh(below.re * above.re + below.im * above.im), 2 * Part.atan2(below.im, above.re))
  }

  func atanh() -> Complex {
    if re.magnitude > 1e8 || im.magnitude > 1e8 {
      // 1 / z is all that is left of the real part.
      let inverse = Complex.one / self
      return Complex(isFinite ? inverse.re : Part(signOf: re, magnitudeOf: 0), Part(signOf: im, magnitudeOf: .pi / 2))
    }
    let away = 1 - re
    return Complex(
      Part.log1p(4 * re / (away * away + im * im)) / 4, Part.atan2(2 * im, away * (1 + re) - im * im) / 2)
  }

  func asinh() -> Complex { timesI.asin().timesMinusI }
  func atan() -> Complex { timesI.atanh().timesMinusI }
}
