import Lanewise
import Testing

@Suite struct FunctionsOfMatricesTests {
  private let a = Random.normal(Random.key(1), [6, 6], dtype: .float64)

  @Test func functionsAgreeWithTheirOwn() {
    expectClose(real(Linalg.funm(a, exp)), Linalg.expm(a), 1e-8)
    let square = matmul(a, a)
    expectClose(real(Linalg.funm(a, { $0 * $0 })), square, 1e-8)
    let (value, error) = Linalg.funmWithError(a, exp)
    #expect(Double(error) < 1e-6 && Double(max(abs(imag(value)))) < 1e-8)
    expectClose(jit { (a: NDArray) in real(Linalg.funm(a, exp)) }(a), Linalg.expm(a), 1e-8)
  }

  /// What the documentation says.
  @Test func example() {
    expectClose(real(Linalg.funm([[4, 1], [0, 9]], sqrt)), NDArray([[2.0, 0.2], [0.0, 3.0]]), 1e-5)
  }

  @Test func theDerivativeOfTheExponential() {
    let e = Random.normal(Random.key(2), [6, 6], dtype: .float64)
    let (value, slope) = Linalg.expmFrechet(a, e)
    expectClose(value, Linalg.expm(a), 1e-12)
    let h = 1e-5
    expectClose(slope, (Linalg.expm(a + h * e) - Linalg.expm(a - h * e)) / (2 * h), 1e-5)
  }

  @Test func mistakes() {
    expectError("must give as many values") { Linalg.funm(eye(3), { $0.sum() }) }
    expectError("must be equal") { Linalg.expmFrechet(eye(3), eye(2)).expm }
  }
}
