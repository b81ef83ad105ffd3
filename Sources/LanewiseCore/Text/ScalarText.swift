/// The text Python prints for a scalar, which is what stands in jaxprs, in parameters and in `print(x.item())`.
package enum ScalarText {
  /// Python's `str(float)`: the shortest digits that read back as the same double, positional from 1e-4 up to, but not
  /// including, 1e16: "2.0", "0.1", "1e-05", "1e+16", "-inf", "nan".
  package static func python(_ x: Double) -> String {
    let text = FloatText(x)
    return text.scalar(scientific: text.isOutsidePositionalRange, whole: ".0")
  }

  /// `str(float(x))`: widened to a double, whose digits are printed: "1.4142135381698608".
  package static func python(_ x: Float) -> String { python(Double(x)) }

  /// `str(int)`.
  package static func python(_ x: some BinaryInteger) -> String { String(x) }

  /// `str(bool)`: "True" or "False".
  package static func python(_ x: Bool) -> String { x ? "True" : "False" }

  /// `str(complex)`: "(1+2j)", and "2j" where the real part is positive zero.
  package static func python(real: Double, imaginary: Double) -> String {
    complex(FloatText(real), FloatText(imaginary)) { $0.isOutsidePositionalRange }
  }

  /// `str(tuple)` of integers: "(0, 1)", "(0,)", "()".
  package static func python(tuple: [Int]) -> String { python(tuple: tuple.map(String.init)) }

  /// `str(tuple)` of elements whose texts are given.
  package static func python(tuple: [String]) -> String {
    "(" + tuple.joined(separator: ", ") + (tuple.count == 1 ? ",)" : ")")
  }

  /// Python's `format(x, ".<places>f")`: the exact value rounded to `places` digits after the point, ties to even.
  package static func fixed(_ x: Double, places: Int) -> String {
    let text = FloatText(x)
    guard text.isFinite else { return text.nonFinite }
    let rounded = FloatText.positional(text.exact.rounded(places: places), minimum: places)
    return (text.isNegative ? "-" : "") + (places == 0 ? String(rounded.dropLast()) : rounded)
  }

  /// C's `%.<digits>g`: so many significant digits, without trailing zeros, scientific below 1e-4 and from
  /// 10^`digits` on. This is how bfloat16 prints, with six digits.
  package static func general(_ x: Double, digits: Int) -> String {
    let text = FloatText(x)
    guard text.isFinite else { return text.nonFinite }
    let exact = text.exact
    let rounded = exact.rounded(places: digits - exact.exponent)
    return FloatText.general(
      rounded, isNegative: text.isNegative, scientific: !text.isZero && !(-3...digits).contains(rounded.exponent),
      whole: "")
  }

  /// A complex number of which each part is scientific where `scientific` says so.
  static func complex(_ real: FloatText, _ imaginary: FloatText, scientific: (FloatText) -> Bool) -> String {
    let imaginaryText = imaginary.scalar(scientific: scientific(imaginary), whole: "") + "j"
    if real.isZero, !real.isNegative { return imaginaryText }
    let sign = imaginary.isNegative && !imaginary.isNaN ? "" : "+"
    return "(" + real.scalar(scientific: scientific(real), whole: "") + sign + imaginaryText + ")"
  }
}

extension FloatText {
  /// "nan", "inf" or "-inf".
  var nonFinite: String { isNaN ? "nan" : isNegative ? "-inf" : "inf" }

  /// Whether Python prints the number in scientific form.
  var isOutsidePositionalRange: Bool { !isZero && !(-3...16).contains(shortest.exponent) }

  /// The number alone; `whole` is appended to a positional text without fractional digits.
  func scalar(scientific: Bool, whole: String) -> String {
    guard isFinite else { return nonFinite }
    return FloatText.general(shortest, isNegative: isNegative, scientific: scientific, whole: whole)
  }

  /// `decimal` in the form asked for, without a trailing point.
  static func general(_ decimal: Decimal, isNegative: Bool, scientific: Bool, whole: String) -> String {
    let sign = isNegative ? "-" : ""
    var mantissa = decimal
    if scientific { mantissa.exponent = 1 }
    var text = positional(mantissa, minimum: 0)
    if text.utf8.last == UInt8(ascii: ".") {
      text.removeLast()
      if !scientific { text += whole }
    }
    return sign + text + (scientific ? exponent(decimal.exponent - 1) : "")
  }
}
