import Lanewise
import Testing

/// Exercise 1: arrays, and a polynomial over them.
@Suite struct ArraysTests {
  @Test func integersAndZeros() {
    let integers = arange(100)
    #expect(integers.dtype == .int32)
    expectJAX(integers, "integers")
    let nothing = zeros([100, 1000], dtype: .float64)
    #expect(nothing.shape == [100, 1000] && nothing.dtype == .float64 && nothing.size == 100_000)
    #expect(!Bool(any(nothing .!= 0)))
  }

  @Test func polynomial() {
    let y = polyval([-3, 4, -2, 7], linspace(-5, 5, 100))
    expectJAX(y, "polynomial")
    #expect("\(y[..<3])" == "[492.      465.52707 440.03568]")
    #expect("\(y[.slice(-2, nil)])" == "[-259.5263 -278.    ]")
  }
}
