/// Floating-point numbers printed to be read below each other, by NumPy's rules.
///
/// All of them are positional, or all scientific: where the largest magnitude is 1e8 or more, the smallest is below
/// 1e-4, or they lie more than a factor of 1000 apart. At most `precision` digits follow the point. Positional numbers
/// have their points aligned and no trailing zeros; scientific ones have all the same number of digits.
struct FloatColumn {
  /// The precision of the elements, in which the bounds above are compared.
  enum Format { case half, single, double }

  let texts: [String]

  /// `plus` prints the sign of positive numbers too; with `suppress`, small numbers are positional whatever comes.
  init(_ numbers: [FloatText], format: Format, plus: Bool = false, precision: Int = 8, suppress: Bool = false) {
    let finite = numbers.filter(\.isFinite)
    let isScientific = format.isScientific(finite.lazy.filter { !$0.isZero }.map(\.magnitude), suppress: suppress)

    func sign(_ x: FloatText) -> String { x.isNegative ? "-" : plus ? "+" : "" }

    // The widths follow from a first printing with no more digits than needed.
    var before = 0
    var after = 0
    var power = 0
    for x in finite {
      let text: String
      if isScientific {
        let (mantissa, exponent) = x.scientific(maximum: precision)
        text = mantissa
        power = max(power, FloatText.exponent(exponent).utf8.count - 2)
      } else {
        text = x.positional(maximum: precision)
      }
      let point = text.utf8.prefix { $0 != UInt8(ascii: ".") }.count
      before = max(before, point + sign(x).utf8.count)
      after = max(after, text.utf8.count - point - 1)
    }
    let width = after + (isScientific ? power + 2 : 0)
    if finite.count != numbers.count {
      let hasSign = plus || numbers.contains { !$0.isFinite && !$0.isNaN && $0.isNegative }
      before = max(before, 3 + (hasSign ? 1 : 0) - (width + 1))
    }

    texts = numbers.map { x in
      let text: String
      guard x.isFinite else {
        text = (plus && (x.isNaN || !x.isNegative) ? "+" : "") + x.nonFinite
        return String(repeating: " ", count: max(before + width + 1 - text.utf8.count, 0)) + text
      }
      if isScientific {
        let (mantissa, exponent) = x.scientific(minimum: after, maximum: after)
        text = mantissa + FloatText.exponent(exponent, digits: power)
      } else {
        text = x.positional(maximum: precision)
      }
      let point = text.utf8.prefix { $0 != UInt8(ascii: ".") }.count + sign(x).utf8.count
      let signed = sign(x) + text
      return String(repeating: " ", count: before - point) + signed
        + String(repeating: " ", count: before + width + 1 - (before - point) - signed.utf8.count)
    }
  }
}

extension FloatColumn.Format {
  /// Whether numbers of these magnitudes, none of them zero, are printed in scientific form.
  fileprivate func isScientific(_ magnitudes: some Sequence<Double>, suppress: Bool) -> Bool {
    var largest = -Double.infinity
    var smallest = Double.infinity
    for magnitude in magnitudes {
      largest = max(largest, magnitude)
      smallest = min(smallest, magnitude)
    }
    guard largest > 0 else { return false }
    if suppress, largest < 1e8 { return false }
    // The bounds are rounded to the elements' precision, and so is the ratio.
    return switch self {
    case .half:
      Float16(smallest) < Float16(0.0001) || Float16(Float(largest) / Float(smallest)) > 1000
    case .single:
      Float(largest) >= 1e8 || Float(smallest) < 0.0001 || Float(largest) / Float(smallest) > 1000
    case .double:
      largest >= 1e8 || smallest < 0.0001 || largest / smallest > 1000
    }
  }
}
