import LanewiseCore
import Testing

@Suite struct ScalarTextTests {
  @Test(
    arguments: [
      (0, "0.0"), (-0.0, "-0.0"), (2, "2.0"), (0.1, "0.1"), (-1.5, "-1.5"), (100, "100.0"), (1e-4, "0.0001"),
      (0.00012345, "0.00012345"), (1e-5, "1e-05"), (1.25e-7, "1.25e-07"), (9_999_999_999_999_998, "9999999999999998.0"),
      (1e15, "1000000000000000.0"), (1e16, "1e+16"), (1.5e300, "1.5e+300"), (.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"), (123_456.789, "123456.789"), (.infinity, "inf"),
      (-.infinity, "-inf"), (.nan, "nan"), (-.nan, "nan"),
    ] as [(Double, String)])
  func doubles(_ x: Double, _ text: String) {
    #expect(ScalarText.python(x) == text)
  }

  @Test(
    arguments: [
      (1.4142135, "1.4142135381698608"), (0.1, "0.10000000149011612"), (2, "2.0"), (1e16, "1.0000000272564224e+16"),
      (.leastNonzeroMagnitude, "1.401298464324817e-45"), (-.infinity, "-inf"),
    ] as [(Float, String)])
  func floatsAreWidened(_ x: Float, _ text: String) {
    #expect(ScalarText.python(x) == text)
  }

  @Test func integersAndTruthValues() {
    #expect(ScalarText.python(-2_147_483_648) == "-2147483648")
    #expect(ScalarText.python(UInt64.max) == "18446744073709551615")
    #expect(ScalarText.python(true) == "True")
    #expect(ScalarText.python(false) == "False")
  }

  @Test(
    arguments: [
      (1, 2, "(1+2j)"), (0, 1, "1j"), (-0.0, 1, "(-0+1j)"), (0, -1, "-1j"), (0, -0.0, "-0j"),
      (1.5, -2.25, "(1.5-2.25j)"),
      (1e20, 1e-20, "(1e+20+1e-20j)"), (.nan, .nan, "(nan+nanj)"), (.infinity, -.infinity, "(inf-infj)"),
      (0, .nan, "nanj"), (-.infinity, 0, "(-inf+0j)"),
    ] as [(Double, Double, String)])
  func complexNumbers(_ real: Double, _ imaginary: Double, _ text: String) {
    #expect(ScalarText.python(real: real, imaginary: imaginary) == text)
  }

  @Test func tuples() {
    #expect(ScalarText.python(tuple: [0, 1]) == "(0, 1)")
    #expect(ScalarText.python(tuple: [0]) == "(0,)")
    #expect(ScalarText.python(tuple: [Int]()) == "()")
    #expect(ScalarText.python(tuple: ["a", "(1,)"]) == "(a, (1,))")
  }

  @Test(
    arguments: [
      (0, 3, "0.000"), (-0.0, 1, "-0.0"), (0.0005, 3, "0.001"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"),
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (-1e-9, 3, "-0.000"), (9.9996, 3, "10.000"),
      (1e22, 1, "10000000000000000000000.0"), (.infinity, 3, "inf"), (.nan, 3, "nan"),
    ] as [(Double, Int, String)])
  func fixedPlaces(_ x: Double, _ places: Int, _ text: String) {
    #expect(ScalarText.fixed(x, places: places) == text)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (-2, "-2"), (9_999_220_736, "9.99922e+09"), (0.10009765625, "0.100098"),
      (1e-5, "1e-05"), (0.0001, "0.0001"), (100_000, "100000"), (999_999.5, "1e+06"), (1e6, "1e+06"), (.nan, "nan"),
      (1.001169e-7, "1.00117e-07"),
    ] as [(Double, String)])
  func generalWithSixDigits(_ x: Double, _ text: String) {
    #expect(ScalarText.general(x, digits: 6) == text)
  }
}
