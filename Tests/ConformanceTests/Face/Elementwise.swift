import Lanewise
import LanewiseCore

// jax.numpy's functions of each element.
extension FaceTable {
  mutating func addElementwise() {
    module = "jax.numpy"
    unary("abs") { abs($0) }
    unary("absolute", absolute)
    unary("fabs", fabs)
    unary("sign", sign)
    unary("negative", negative)
    unary("positive", positive)
    unary("reciprocal", reciprocal)
    unary("square", square)
    unary("real", real)
    unary("imag", imag)
    unary("conj", conj)
    unary("conjugate", conjugate)
    unary("angle", angle)
    unary("sin", sin)
    unary("cos", cos)
    unary("tan", tan)
    unary("arcsin", arcsin)
    unary("arccos", arccos)
    unary("arctan", arctan)
    unary("sinh", sinh)
    unary("cosh", cosh)
    unary("tanh", tanh)
    unary("arcsinh", arcsinh)
    unary("arccosh", arccosh)
    unary("arctanh", arctanh)
    unary("asin", asin)
    unary("acos", acos)
    unary("atan", atan)
    unary("asinh", asinh)
    unary("acosh", acosh)
    unary("atanh", atanh)
    unary("deg2rad", deg2rad)
    unary("rad2deg", rad2deg)
    unary("radians", radians)
    unary("degrees", degrees)
    unary("sinc", sinc)
    unary("i0", i0)
    unary("exp", exp)
    unary("exp2", exp2)
    unary("expm1", expm1)
    unary("log", log)
    unary("log1p", log1p)
    unary("log2", log2)
    unary("log10", log10)
    unary("sqrt", sqrt)
    unary("cbrt", cbrt)
    unary("isnan", isnan)
    unary("isinf", isinf)
    unary("isfinite", isfinite)
    unary("isposinf", isposinf)
    unary("isneginf", isneginf)
    unary("signbit", signbit)
    unary("floor", floor)
    unary("ceil", ceil)
    unary("trunc", trunc)
    unary("fix", fix)
    unary("rint", rint)
    unary("logical_not", logicalNot)
    unary("bitwise_not", bitwiseNot)
    unary("bitwise_invert", bitwiseInvert)
    unary("invert", invert)
    unary("iscomplex", iscomplex)
    unary("isreal", isreal)
    arrays("modf", "x") { a in
      let (fraction, whole) = modf(a.x("x"))
      return [fraction, whole]
    }
    arrays("frexp", "x") { a in
      let (mantissa, exponent) = frexp(a.x("x"))
      return [mantissa, exponent]
    }
    unary("bitwise_count", bitwiseCount)
    array("round", "a decimals") { round($0.x("a"), decimals: $0.int("decimals", 0)) }
    array("around", "a decimals") { around($0.x("a"), decimals: $0.int("decimals", 0)) }
    array("clip", "arr min max") { clip($0.x("arr"), $0.optionalX("min"), $0.optionalX("max")) }
    array("nan_to_num", "x copy nan posinf neginf") { a in
      nanToNum(
        a.x("x"), nan: a.double("nan", 0), posinf: a.optionalDouble("posinf"), neginf: a.optionalDouble("neginf"))
    }
    array("astype", "x dtype") { $0.x("x").astype($0.dtype() ?? .float32) }
  }

  mutating func addBinary() {
    module = "jax.numpy"
    binary("add", add)
    binary("subtract", subtract)
    binary("multiply", multiply)
    binary("divide", divide)
    binary("true_divide", trueDivide)
    binary("floor_divide", floorDivide)
    binary("remainder", remainder)
    binary("mod", mod)
    binary("fmod", fmod)
    binary("power", power)
    binary("pow", pow)
    binary("float_power", floatPower)
    binary("maximum", maximum)
    binary("minimum", minimum)
    binary("fmax", fmax)
    binary("fmin", fmin)
    binary("hypot", hypot)
    binary("arctan2", arctan2)
    binary("atan2", atan2)
    binary("logaddexp", logaddexp)
    binary("logaddexp2", logaddexp2)
    binary("copysign", copysign)
    binary("nextafter", nextafter)
    binary("heaviside", heaviside)
    binary("equal", equal)
    binary("not_equal", notEqual)
    binary("less", less)
    binary("less_equal", lessEqual)
    binary("greater", greater)
    binary("greater_equal", greaterEqual)
    binary("logical_and", logicalAnd)
    binary("logical_or", logicalOr)
    binary("logical_xor", logicalXor)
    binary("bitwise_and", bitwiseAnd)
    binary("bitwise_or", bitwiseOr)
    binary("bitwise_xor", bitwiseXor)
    binary("left_shift", leftShift)
    binary("right_shift", rightShift)
    binary("bitwise_left_shift", bitwiseLeftShift)
    binary("bitwise_right_shift", bitwiseRightShift)
    binary("ldexp", ldexp)
    binary("array_equiv", arrayEquiv)
    binary("gcd", gcd)
    binary("lcm", lcm)
    arrays("divmod", "x1 x2") { a in
      let (quotient, rest) = divmod(a.x("x1"), a.x("x2"))
      return [quotient, rest]
    }
    array("isclose", "a b rtol atol equal_nan") { a in
      isclose(
        a.x("a"), a.x("b"), rtol: a.double("rtol", 1e-5), atol: a.double("atol", 1e-8), equalNaN: a.bool("equal_nan"))
    }
    array("allclose", "a b rtol atol equal_nan") { a in
      allclose(
        a.x("a"), a.x("b"), rtol: a.double("rtol", 1e-5), atol: a.double("atol", 1e-8), equalNaN: a.bool("equal_nan"))
    }
    array("array_equal", "a1 a2 equal_nan") { arrayEqual($0.x("a1"), $0.x("a2"), equalNaN: $0.bool("equal_nan")) }
  }
}
