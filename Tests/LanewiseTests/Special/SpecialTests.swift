import Lanewise
import Testing

@Suite struct SpecialTests {
  @Test(arguments: ScipyGolden.inNamespace("special")) func isJAXs(_ golden: ScipyGolden) { golden.check() }

  @Test func operandsBroadcastAndArePromoted() {
    #expect(Special.betainc(NDArray([[1], [2]]), [3.0, 4.0, 5.0], 0.5).shape == [2, 3])
    #expect(Special.gammaln(NDArray(5)).dtype == .float32)
    #expect(Special.xlogy(NDArray(2), NDArray([1.0, 2.0], dtype: .float64)).dtype == .float64)
    #expect(Special.i0e(NDArray([1.0], dtype: .float16)).dtype == .float16)
    #expect(Special.expn(1, NDArray([1.0], dtype: .bfloat16)).dtype == .bfloat16)
  }

  @Test func derivativesAtTheEdges() {
    func slope(_ f: @escaping (NDArray) -> NDArray, _ x: Double) -> Float { Float(grad(f)(NDArray(x))) }
    #expect(slope({ Special.xlogy($0, 2) }, 0) == 0.6931472)
    #expect(slope({ Special.xlogy(0, $0) }, 2) == 0)
    #expect(slope({ Special.spence($0) }, 1) == -1)
    #expect(slope({ Special.i1e($0) }, 0) == 0.5)
    #expect(slope({ Special.entr($0) }, 1) == -1)
    #expect(slope({ Special.logit($0) }, 0.5) == 4)
    #expect(slope({ Special.expn(3, $0) }, 0) == -1)
  }

  @Test func transformations() {
    let x = NDArray([0.3, 1.2, 2.5])
    let f = { (x: NDArray) -> NDArray in
      let shares = Special.betainc(2, 3, x / 3) + Special.gammainc(x, 2)
      return shares + Special.expi(x) + Special.zeta(x + 1, 2)
    }
    #expect(ulpsBetween(vmap(f)(x), f(x)) <= 1)
    #expect(ulpsBetween(jit(f)(x), f(x)) <= 1)
    let slopes = vmap(grad(f))(x).asArray(Float.self)
    for (index, at) in [0.3, 1.2, 2.5].enumerated() {
      let h = 1e-4
      let (ahead, behind) = (f(NDArray(at + h, dtype: .float64)), f(NDArray(at - h, dtype: .float64)))
      #expect(abs(Double(slopes[index]) - Double(ahead - behind) / (2 * h)) < 1e-3)
    }
  }

  @Test func sphericalHarmonics() {
    // Y₁¹ = −√(3/8π) sin φ e^(iθ), Y₁⁻¹ its conjugate negated, Y₂⁰ = √(5/16π)(3cos²φ − 1)
    let (theta, phi) = (0.7, 1.1)
    let (thetas, phis) = (NDArray([theta, theta, theta]), NDArray([phi, phi, phi]))
    let y = Special.sphHarm(NDArray([1, -1, 0]), NDArray([1, 1, 2]), thetas, phis)
    #expect(y.dtype == .complex64 && y.shape == [3])
    let sine = sin(NDArray(phi)) * -0.34549415
    let (real, imaginary) = (Lax.real(y).asArray(Float.self), Lax.imag(y).asArray(Float.self))
    let wave = (Float(sine * cos(NDArray(theta))), Float(sine * sin(NDArray(theta))))
    #expect(abs(real[0] - wave.0) < 1e-6 && abs(imaginary[0] - wave.1) < 1e-6)
    #expect(abs(real[1] + wave.0) < 1e-6 && abs(imaginary[1] - wave.1) < 1e-6)
    let square = Float(cos(NDArray(phi)) ** 2)
    #expect(abs(real[2] - 0.31539157 * (3 * square - 1)) < 1e-6 && imaginary[2] == 0)
    #expect(jit { (m: NDArray) in Special.sphHarm(m, NDArray([2]), 0.3, 0.4, nMax: 2) }(NDArray([1])).shape == [1])
  }

  /// What the documentation says that is printed.
  @Test func examples() {
    #expect("\(Special.gammaln([1.0, 5.0]))" == "[0.        3.1780539]")
    #expect("\(Special.gamma([1.0, 2.0, 0.5]))" == "[1.        1.        1.7724538]")
    #expect("\(Special.betainc(2, 3, 0.5))" == "0.6875")
    #expect("\(Special.gammainc(1, [0.5, 2.0]))" == "[0.39346933 0.86466473]")
    #expect("\(Special.zeta(2, 1))" == "1.644934")
    #expect("\(Special.bernoulli(4))" == "[ 1.         -0.5         0.16666667  0.         -0.03333334]")
    #expect("\(Special.ndtr(0.0))" == "0.5")
    #expect("\(Special.ndtri([0.025, 0.5]))" == "[-1.959964  0.      ]")
    #expect("\(Special.besselJn(1.0, v: 1))" == "[0.7651977  0.44005057]")
    #expect("\(Special.xlogy([0.0, 2.0], [0.0, 1.0]))" == "[0. 0.]")
  }

  @Test func mistakes() {
    func message(_ body: () -> NDArray) -> String {
      do {
        let y = try catching(body)
        return "none: \(y.aval)"
      } catch { return "\(error)" }
    }
    let odd = message { Special.betainc(NDArray([1.0, 2.0]), 1, NDArray([1.0, 2.0, 3.0])) }
    #expect(odd.hasPrefix("ShapeError: Special.betainc"))
    #expect(message { Special.bernoulli(-1) }.contains("counted from 0"))
    #expect(message { Special.besselJn(1.0, v: 60) }.contains("between 0 and the start"))
    #expect(message { Special.lpmnValues(1, 2, [0.5]) }.contains("order and degree must be equal"))
    #expect(message { Special.i0(NDArray([1.0], dtype: .complex64)) }.contains("floating-point"))
    let byA = message { grad { (a: NDArray) in Special.betainc(a, 2, 0.5) }(1.0) }
    #expect(byA.contains("its derivative by operand 0 is not known"))
    #expect(message { Special.sphHarm([0.5], NDArray([1]), 0, 0) }.contains("of integers"))
  }
}
