#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The inverse of the error function on float64 (Giles 2010): infinite at ±1, NaN outside.
@inline(never) func inverseErrorFunction(_ x: Double) -> Double {
  if x == 1 || x == -1 { return x * .infinity }
  // Of the factors: the square's rounding would count where it is nearly 1.
  let w = -log((1 - x) * (1 + x))
  if w < 6.25 {
    return x * InverseErrorFunction.central(w - 3.125)
  }
  let root = w.squareRoot()
  return x * (w < 16 ? InverseErrorFunction.middle(root - 3.25) : InverseErrorFunction.tail(root - 5))
}

/// The three polynomials of ``inverseErrorFunction(_:)``, by Horner's rule.
private enum InverseErrorFunction {
  static func central(_ w: Double) -> Double {
    var p = -3.6444120640178196996e-21
    p = p * w + -1.685059138182016589e-19
    p = p * w + 1.2858480715256400167e-18
    p = p * w + 1.115787767802518096e-17
    p = p * w + -1.333171662854620906e-16
    p = p * w + 2.0972767875968561637e-17
    p = p * w + 6.6376381343583238325e-15
    p = p * w + -4.0545662729752068639e-14
    p = p * w + -8.1519341976054721522e-14
    p = p * w + 2.6335093153082322977e-12
    p = p * w + -1.2975133253453532498e-11
    p = p * w + -5.4154120542946279317e-11
    p = p * w + 1.051212273321532285e-09
    p = p * w + -4.1126339803469836976e-09
    p = p * w + -2.9070369957882005086e-08
    p = p * w + 4.2347877827932403518e-07
    p = p * w + -1.3654692000834678645e-06
    p = p * w + -1.3882523362786468719e-05
    p = p * w + 0.0001867342080340571352
    p = p * w + -0.00074070253416626697512
    p = p * w + -0.0060336708714301490533
    p = p * w + 0.24015818242558961693
    return p * w + 1.6536545626831027356
  }

  static func middle(_ w: Double) -> Double {
    var p = 2.2137376921775787049e-09
    p = p * w + 9.0756561938885390979e-08
    p = p * w + -2.7517406297064545428e-07
    p = p * w + 1.8239629214389227755e-08
    p = p * w + 1.5027403968909827627e-06
    p = p * w + -4.013867526981545969e-06
    p = p * w + 2.9234449089955446044e-06
    p = p * w + 1.2475304481671778723e-05
    p = p * w + -4.7318229009055733981e-05
    p = p * w + 6.8284851459573175448e-05
    p = p * w + 2.4031110387097893999e-05
    p = p * w + -0.0003550375203628474796
    p = p * w + 0.00095328937973738049703
    p = p * w + -0.0016882755560235047313
    p = p * w + 0.0024914420961078508066
    p = p * w + -0.0037512085075692412107
    p = p * w + 0.005370914553590063617
    p = p * w + 1.0052589676941592334
    return p * w + 3.0838856104922207635
  }

  static func tail(_ w: Double) -> Double {
    var p = -2.7109920616438573243e-11
    p = p * w + -2.5556418169965252055e-10
    p = p * w + 1.5076572693500548083e-09
    p = p * w + -3.7894654401267369937e-09
    p = p * w + 7.6157012080783393804e-09
    p = p * w + -1.4960026627149240478e-08
    p = p * w + 2.9147953450901080826e-08
    p = p * w + -6.7711997758452339498e-08
    p = p * w + 2.2900482228026654717e-07
    p = p * w + -9.9298272942317002539e-07
    p = p * w + 4.5260625972231537039e-06
    p = p * w + -1.9681778105531670567e-05
    p = p * w + 7.5995277030017761139e-05
    p = p * w + -0.00021503011930044477347
    p = p * w + -0.00013871931833623122026
    p = p * w + 1.0103004648645343977
    return p * w + 4.8499064014085844221
  }
}

/// log |Γ(x)|: infinite at 0 and the negative integers, and at both infinities.
@inline(never) func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

/// Γ′(x) / Γ(x): NaN at 0 and the negative integers, as XLA has it.
///
/// Reflection for x < ½, recurrence up to 10, then the asymptotic series.
@inline(never) func digammaFunction(_ x: Double) -> Double {
  if x.isNaN || x == -.infinity { return .nan }
  if x < 0.5 {
    let nearest = rint(x)
    if x == nearest { return .nan }
    // cot has period π: what is left of the nearest integer alone, or sin and cos lose it for large x. Not of the one
    // below, from which a small negative number is 1 away.
    let angle = Double.pi * (x - nearest)
    return digammaFunction(1 - x) - Double.pi * cos(angle) / sin(angle)
  }
  if x == .infinity { return x }
  var x = x
  var shift = 0.0
  while x < 10 {
    shift -= 1 / x
    x += 1
  }
  let r = 1 / (x * x)
  var series = -1.0 / 12
  series = series * r + 691.0 / 32760
  series = series * r - 1.0 / 132
  series = series * r + 1.0 / 240
  series = series * r - 1.0 / 252
  series = series * r + 1.0 / 120
  series = series * r - 1.0 / 12
  return shift + log(x) - 0.5 / x + series * r
}
