/// A decimal number: its digits with the point before the first of them, times a power of ten.
///
/// `digits` holds values 0…9 without zeros at either end; zero has no digits. The number is
/// 0.d₁d₂d₃… × 10^`exponent`.
package struct Decimal: Equatable, Sendable {
  package var digits: [UInt8]
  package var exponent: Int

  package init(digits: [UInt8], exponent: Int) {
    self.digits = digits
    self.exponent = exponent
    normalise()
  }

  private mutating func normalise() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent = digits.isEmpty ? 0 : exponent - zeros
  }

  /// The digit that counts 10^−`place`: place 1 is the first one after the decimal point, 0 the last one before it.
  package func digit(place: Int) -> UInt8 {
    let index = place + exponent - 1
    return digits.indices.contains(index) ? digits[index] : 0
  }

  /// How many digits stand after the decimal point; negative where the integer part ends in zeros.
  package var places: Int { digits.count - exponent }

  /// Rounded to `places` digits after the decimal point, a tie to the even digit.
  package func rounded(places: Int) -> Decimal {
    guard self.places > places else { return self }
    let kept = Swift.max(places + exponent, 0)
    if places + exponent < 0 { return Decimal(digits: [], exponent: 0) }
    let rest = digits[kept...]
    var result = Array(digits[..<kept])
    let isTie = rest.count == 1 && rest.first == 5
    let isUp = isTie ? (result.last ?? 0) % 2 == 1 : rest.first! >= 5
    guard isUp else { return Decimal(digits: result, exponent: exponent) }
    var index = kept - 1
    while index >= 0, result[index] == 9 {
      result[index] = 0
      index -= 1
    }
    if index >= 0 {
      result[index] += 1
      return Decimal(digits: result, exponent: exponent)
    }
    return Decimal(digits: [1] + result, exponent: exponent + 1)
  }

  /// The digits of a finite number's `description`, which is the shortest text that reads back as the same number.
  init(description: String) {
    var digits: [UInt8] = []
    var point: Int?
    var power = 0
    var bytes = description.utf8.makeIterator()
    scan: while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        var text = ""
        while let byte = bytes.next() { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        power = Int(text) ?? 0
        break scan
      default: break  // the sign
      }
    }
    self.init(digits: digits, exponent: (point ?? digits.count) + power)
  }

  /// Every digit of the binary number `significand` × 2^`power`, of which there are finitely many.
  init(significand: UInt64, power: Int) {
    // 2^−k is 5^k ∕ 10^k, so only multiplications remain, on limbs of nine decimal digits, lowest first.
    var limbs: [UInt64] = []
    var rest = significand
    while rest > 0 {
      limbs.append(rest % 1_000_000_000)
      rest /= 1_000_000_000
    }
    func multiply(by factor: UInt64) {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let product = limbs[index] * factor + carry
        limbs[index] = product % 1_000_000_000
        carry = product / 1_000_000_000
      }
      if carry > 0 { limbs.append(carry) }
    }
    // 2^29 and 5^12 are the largest powers below a limb.
    let (base, step): (UInt64, Int) = power >= 0 ? (2, 29) : (5, 12)
    func raise(_ count: Int) -> UInt64 { (0..<count).reduce(1) { product, _ in product * base } }
    var left = abs(power)
    let full = raise(step)
    while left >= step {
      multiply(by: full)
      left -= step
    }
    multiply(by: raise(left))
    var digits: [UInt8] = []
    for limb in limbs.reversed() {
      var unit: UInt64 = 100_000_000
      while unit > 0 {
        digits.append(UInt8(limb / unit % 10))
        unit /= 10
      }
    }
    self.init(digits: digits, exponent: digits.count + Swift.min(power, 0))
  }
}

/// A floating-point number as its printers need it: the sign, the shortest digits that tell it from its neighbours in
/// its own format, and on demand all of its digits.
package struct FloatText: Sendable {
  package let isNegative: Bool
  /// The shortest digits; of no meaning where the number is not finite.
  package let shortest: Decimal
  private let value: Double

  package var magnitude: Double { value.magnitude }

  package var isFinite: Bool { value.isFinite }
  package var isNaN: Bool { value.isNaN }
  package var isZero: Bool { value == 0 }

  /// A double.
  package init(_ value: Double) { self.init(value, shortest: value.magnitude.description) }

  /// A single-precision number.
  package init(_ value: Float) { self.init(Double(value), shortest: value.magnitude.description) }

  /// A half-precision number, widened.
  package init(half value: Float) {
    let magnitude = Float16(value).magnitude
    // Swift's text of a large half is the whole integer, though its neighbours are as far as 32 away.
    let isCoarse = magnitude.isFinite && magnitude.ulp > 1
    let rounded = [10_000, 1000, 100, 10].lazy.map { (Float(magnitude) / $0).rounded(.toNearestOrEven) * $0 }
    let text = isCoarse ? rounded.first { Float16($0) == magnitude }?.description : nil
    self.init(Double(value), shortest: text ?? magnitude.description)
  }

  private init(_ value: Double, shortest: String) {
    self.value = value
    isNegative = value.sign == .minus
    self.shortest = value.isFinite ? Decimal(description: shortest) : Decimal(digits: [], exponent: 0)
  }

  /// All digits of the number.
  package var exact: Decimal {
    guard value.isFinite, value != 0 else { return Decimal(digits: [], exponent: 0) }
    return Decimal(
      significand: UInt64(value.significand * 0x1p52), power: Int(value.exponent) - 52)
  }

  /// The shortest digits where there are at most `maximum` of them after the decimal point and at least `minimum`;
  /// otherwise the exact value rounded to that many places.
  ///
  /// This is what NumPy's `unique` mode prints. `exact` matters in two ways: a number whose shortest digits end in a 5
  /// behind the cut lies to one side of the tie, and digits beyond the shortest are not zeros.
  package func digits(minimum: Int, maximum: Int?) -> Decimal {
    if let maximum, shortest.places > maximum { return exact.rounded(places: maximum) }
    return shortest.places < minimum ? exact.rounded(places: minimum) : shortest
  }

  /// The number with a decimal point and at least `minimum` digits after it.
  package func positional(minimum: Int = 0, maximum: Int? = nil) -> String {
    FloatText.positional(digits(minimum: minimum, maximum: maximum), minimum: minimum)
  }

  /// `decimal` with a decimal point and at least `minimum` digits after it; "0." for zero.
  package static func positional(_ decimal: Decimal, minimum: Int) -> String {
    var text: [UInt8] = []
    for place in Swift.min(1 - decimal.exponent, 0)..<1 { text.append(decimal.digit(place: place)) }
    let point = text.count
    let places = Swift.max(decimal.places, minimum)
    if places > 0 { for place in 1...places { text.append(decimal.digit(place: place)) } }
    let characters = text.map { $0 + UInt8(ascii: "0") }
    return String(decoding: characters[..<point] + [UInt8(ascii: ".")] + characters[point...], as: UTF8.self)
  }

  /// The number with one digit before the decimal point and at least `minimum` after it, and the power of ten.
  package func scientific(minimum: Int = 0, maximum: Int? = nil) -> (mantissa: String, power: Int) {
    let shift = shortest.digits.isEmpty ? 0 : shortest.exponent - 1
    var decimal = digits(minimum: minimum - shift, maximum: maximum.map { $0 - shift })
    let power = decimal.digits.isEmpty ? 0 : decimal.exponent - 1
    decimal.exponent -= power
    return (FloatText.positional(decimal, minimum: minimum), power)
  }

  /// "e-05": the sign always, and at least `digits` digits.
  package static func exponent(_ power: Int, digits: Int = 2) -> String {
    let magnitude = String(abs(power))
    return (power < 0 ? "e-" : "e+") + String(repeating: "0", count: Swift.max(digits - magnitude.utf8.count, 0))
      + magnitude
  }
}
