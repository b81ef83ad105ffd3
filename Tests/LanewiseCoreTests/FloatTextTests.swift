import LanewiseCore
import Testing

@Suite struct FloatTextTests {
  @Test func decimalsAreNormalised() {
    #expect(Decimal(digits: [0, 0, 1, 2, 0], exponent: 3) == Decimal(digits: [1, 2], exponent: 1))
    #expect(Decimal(digits: [0, 0], exponent: 7) == Decimal(digits: [], exponent: 0))
  }

  @Test func placesOfADecimal() {
    let x = Decimal(digits: [1, 2, 3], exponent: 2)  // 12.3
    #expect((-2...2).map { x.digit(place: $0) } == [0, 1, 2, 3, 0])
    #expect(x.places == 1)
    #expect(Decimal(digits: [5], exponent: 3).places == -2)
  }

  @Test func roundingTakesTiesToTheEvenDigit() {
    let x = Decimal(digits: [1, 2, 5], exponent: 1)
    #expect(x.rounded(places: 2) == x)
    #expect(x.rounded(places: 1) == Decimal(digits: [1, 2], exponent: 1))
    #expect(Decimal(digits: [1, 3, 5], exponent: 1).rounded(places: 1) == Decimal(digits: [1, 4], exponent: 1))
    #expect(Decimal(digits: [1, 2, 5, 1], exponent: 1).rounded(places: 1) == Decimal(digits: [1, 3], exponent: 1))
    #expect(Decimal(digits: [9, 9, 6], exponent: 1).rounded(places: 1) == Decimal(digits: [1], exponent: 2))
    #expect(Decimal(digits: [5], exponent: 0).rounded(places: 0) == Decimal(digits: [], exponent: 0))
    #expect(Decimal(digits: [6], exponent: 0).rounded(places: 0) == Decimal(digits: [1], exponent: 1))
    #expect(Decimal(digits: [9], exponent: -3).rounded(places: 2) == Decimal(digits: [], exponent: 0))
  }

  @Test func exactDigits() {
    #expect(
      FloatText(0.1).exact.digits.map(String.init).joined()
        == "1000000000000000055511151231257827021181583404541015625")
    #expect(
      FloatText(Double(1 << 60)).exact
        == Decimal(
          digits: "1152921504606846976".map { UInt8($0.wholeNumberValue!) },
          exponent: 19))
    #expect(FloatText(Double.leastNonzeroMagnitude).exact.digits.count == 751)
    #expect(FloatText(Double.leastNonzeroMagnitude).exact.exponent == -323)
    #expect(FloatText(Double.greatestFiniteMagnitude).exact.digits.count == 309)
    #expect(FloatText(0.0).exact == Decimal(digits: [], exponent: 0))
  }

  @Test func digitsBeyondTheShortestAreExact() {
    let x = FloatText(Float(7.389056))
    #expect(x.positional() == "7.389056")
    #expect(x.positional(minimum: 7) == "7.3890562")
    #expect(x.positional(maximum: 2) == "7.39")
    #expect(FloatText(2.675).positional(maximum: 2) == "2.67")
    #expect(x.scientific(minimum: 8, maximum: 8).mantissa == "7.38905621")
    #expect(FloatText(0.00012345).scientific() == ("1.2345", -4))
  }

  @Test func exponents() {
    #expect(FloatText.exponent(5) == "e+05")
    #expect(FloatText.exponent(-123) == "e-123")
    #expect(FloatText.exponent(0, digits: 3) == "e+000")
  }

  /// Every half reads back from its digits, and none of them has more than five.
  @Test func shortestDigitsOfHalves() {
    for bits in UInt16(1)..<0x7c00 {
      let half = Float16(bitPattern: bits)
      let text = FloatText(half: Float(half))
      #expect(text.shortest.digits.count <= 5)
      let (mantissa, power) = text.scientific()
      #expect(Float16(Double(mantissa + "0" + FloatText.exponent(power))!) == half)
    }
    #expect(FloatText(half: 65504).shortest == Decimal(digits: [6, 5, 5], exponent: 5))
    #expect(FloatText(half: 4112).shortest == Decimal(digits: [4, 1, 1], exponent: 4))
    // Positional text has all the digits before the point.
    #expect(FloatText(half: 65504).positional() == "65504.")
  }
}
