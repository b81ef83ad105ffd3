import Lanewise
import Testing

/// Numbers of JAX's are among the cases of the conformance tests; these are the properties.
@Suite struct LegendreTests {
  @Test func derivativesAreThoseOfTheValues() {
    let z = NDArray([-0.9, -0.2, 0.0, 0.5], dtype: .float64)
    let (values, slopes) = Special.lpmn(5, 5, z)
    let (same, moved) = jvp({ (z: NDArray) in Special.lpmnValues(5, 5, z) }, z, onesLike(z))
    expectClose(values, same, 1e-12)
    expectClose(slopes, moved, 1e-10)
  }

  @Test func theEndsAreFinite() {
    let (_, slopes) = Special.lpmn(3, 3, [1, -1])
    // l(l + 1)/2 for order 0, −(l − 1)l(l + 1)(l + 2)/4 for order 2.
    expectClose(slopes[0, 3], NDArray([6.0, 6.0]))
    expectClose(slopes[2, 2], NDArray([-6.0, 6.0]))
    #expect(Bool(isinf(slopes[1, 1, 0])))
    #expect("\(Special.lpmn(2, 2, [0.5]).derivatives[0, 2])" == "[1.5]")
    #expect(Special.lpmn(0, 0, [0.5]).derivatives.asArray(Float.self) == [0])
  }

  @Test func mistakes() {
    expectError("order and degree must be equal") { Special.lpmn(1, 2, [0.5]).values }
  }
}
