import Lanewise
import Testing

@Suite struct DerivativesTests {
  @Test func vjpCarriesSomethingAlong() {
    let (y, pullback, aux) = vjp({ (x: NDArray) in (sin(x), ["square": x * x]) }, 0.5, hasAux: true)
    #expect(abs(Double(y) - sine(0.5)) < 1e-6 && Float(aux["square"]!) == 0.25)
    #expect(abs(Double(pullback(2.0)) - 2 * cosine(0.5)) < 1e-6)
    let (product, both, count) = vjp({ (a: NDArray, b: NDArray) in (a * b, arange(3)) }, 3.0, 4.0, hasAux: true)
    let (da, db) = both(1.0)
    #expect(Float(product) == 12 && Float(da) == 4 && Float(db) == 3 && count.dtype == .int32)
  }

  @Test func gradCarriesSomethingAlong() {
    let (gradient, aux) = grad({ (x: NDArray) in (x * x, x + 1) }, hasAux: true)(3.0)
    #expect(Float(gradient) == 6 && Float(aux) == 4)
  }
}
