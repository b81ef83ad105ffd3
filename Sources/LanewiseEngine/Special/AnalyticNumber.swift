import Glibc

/// What a series or a continued fraction is computed in: a number, or a number with its derivative.
protocol AnalyticNumber {
  init(_ value: Double)
  var value: Double { get }
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  var reciprocal: Self { get }
  /// `base` to the power of `exponent`.
  static func power(_ base: Double, _ exponent: Self) -> Self
  /// Whether adding it to `sum` changes no digit that counts, of the derivative neither.
  func isNegligible(beside sum: Self) -> Bool
  /// Whether it is 1 but for rounding.
  var isOne: Bool { get }
}

extension Double: AnalyticNumber {
  @inline(__always) var value: Double { self }
  @inline(__always) var reciprocal: Double { 1 / self }
  @inline(__always) static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  @inline(__always) func isNegligible(beside sum: Double) -> Bool { abs(self) <= 0x1p-54 * abs(sum) }
  @inline(__always) var isOne: Bool { abs(self - 1) <= 0x1p-52 }
}

/// A number and its derivative by one parameter.
struct Dual: AnalyticNumber {
  var value: Double, slope: Double

  init(_ value: Double) { (self.value, slope) = (value, 0) }
  init(_ value: Double, slope: Double) { (self.value, self.slope) = (value, slope) }

  static func + (a: Dual, b: Dual) -> Dual { Dual(a.value + b.value, slope: a.slope + b.slope) }
  static func - (a: Dual, b: Dual) -> Dual { Dual(a.value - b.value, slope: a.slope - b.slope) }
  static func * (a: Dual, b: Dual) -> Dual {
    Dual(a.value * b.value, slope: a.slope * b.value + a.value * b.slope)
  }
  // A division takes as long as three products, and what waits for it waits for one.
  static func / (a: Dual, b: Dual) -> Dual {
    let inverse = 1 / b.value
    let quotient = a.value * inverse
    return Dual(quotient, slope: (a.slope - quotient * b.slope) * inverse)
  }
  var reciprocal: Dual {
    let inverse = 1 / value
    return Dual(inverse, slope: -slope * inverse * inverse)
  }
  static func power(_ base: Double, _ exponent: Dual) -> Dual {
    let power = pow(base, exponent.value)
    return Dual(power, slope: power * log(base) * exponent.slope)
  }
  func isNegligible(beside sum: Dual) -> Bool {
    value.isNegligible(beside: sum.value) && abs(slope) <= 0x1p-54 * max(abs(sum.slope), abs(sum.value))
  }
  var isOne: Bool { value.isOne && abs(slope) <= 0x1p-50 }
}

/// A continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the modified method of Lentz (Thompson and Barnett 1986), with
/// terms that the caller hands in one after the other.
struct LentzFraction<N: AnalyticNumber> {
  private(set) var value: N
  private var numerator: N, denominator = N(0)

  init(_ first: N) {
    value = first.value == 0 ? N(1e-300) : first
    numerator = value
  }

  /// Takes in a partial quotient; true when the value has settled.
  mutating func take(_ a: N, over b: N) -> Bool {
    var d = b + a * denominator
    if d.value == 0 { d = N(1e-300) }
    var c = b + a / numerator
    if c.value == 0 { c = N(1e-300) }
    denominator = d.reciprocal
    numerator = c
    let change = c * denominator
    value = value * change
    return change.isOne || change.value.isNaN
  }
}
