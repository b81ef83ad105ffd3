import Lanewise
import LanewiseCore

// The distributions of jax.random with parameters.
extension FaceTable {
  mutating func addDistributions() {
    module = "jax.random"
    typealias One = @Sendable (NDArray, NDArray, (any ShapeArgument)?, DType?) -> NDArray
    let ofOne: [(String, String, One)] = [
      ("gamma", "a", { Random.gamma($0, $1, $2, dtype: $3) }),
      ("loggamma", "a", { Random.loggamma($0, $1, $2, dtype: $3) }),
      ("chisquare", "df", { Random.chisquare($0, $1, $2, dtype: $3) }),
      ("t", "df", { Random.t($0, $1, $2, dtype: $3) }),
      ("dirichlet", "alpha", { Random.dirichlet($0, $1, $2, dtype: $3) }),
      ("poisson", "lam", { Random.poisson($0, $1, $2, dtype: $3) }),
      ("geometric", "p", { Random.geometric($0, $1, $2, dtype: $3) }),
      ("pareto", "b", { Random.pareto($0, $1, $2, dtype: $3) }),
      ("rayleigh", "scale", { Random.rayleigh($0, $1, $2, dtype: $3) }),
      ("wald", "mean", { Random.wald($0, $1, $2, dtype: $3) }),
    ]
    for (name, parameter, f) in ofOne {
      array(name, "key \(parameter) shape dtype") { f($0.x("key"), $0.x(parameter), $0.optionalShape(), $0.dtype()) }
    }
    typealias Two = @Sendable (NDArray, NDArray, NDArray, (any ShapeArgument)?, DType?) -> NDArray
    let ofTwo: [(String, String, String, Two)] = [
      ("beta", "a", "b", { Random.beta($0, $1, $2, $3, dtype: $4) }),
      ("f", "dfnum", "dfden", { Random.f($0, $1, $2, $3, dtype: $4) }),
      ("binomial", "n", "p", { Random.binomial($0, $1, $2, $3, dtype: $4) }),
      ("weibull_min", "scale", "concentration", { Random.weibullMin($0, $1, $2, $3, dtype: $4) }),
      ("double_sided_maxwell", "loc", "scale", { Random.doubleSidedMaxwell($0, $1, $2, $3 ?? [Int](), dtype: $4) }),
    ]
    for (name, first, second, f) in ofTwo {
      array(name, "key \(first) \(second) shape dtype") {
        f($0.x("key"), $0.x(first), $0.x(second), $0.optionalShape(), $0.dtype())
      }
    }
    array("lognormal", "key sigma shape dtype") {
      Random.lognormal($0.x("key"), $0.optionalX("sigma") ?? 1.0, $0.optionalShape(), dtype: $0.dtype())
    }
    array("triangular", "key left mode right shape dtype") {
      Random.triangular(
        $0.x("key"), $0.x("left"), $0.x("mode"), $0.x("right"), $0.optionalShape(), dtype: $0.dtype())
    }
    array("generalized_normal", "key p shape dtype") {
      Random.generalizedNormal($0.x("key"), Double($0.x("p")), $0.optionalShape() ?? [Int](), dtype: $0.dtype())
    }
    array("ball", "key d p shape dtype") {
      Random.ball(
        $0.x("key"), $0.int("d"), p: $0.optionalX("p").map { Double($0) } ?? 2, shape: $0.optionalShape() ?? [Int](),
        dtype: $0.dtype())
    }
    array("orthogonal", "key n shape dtype") {
      Random.orthogonal($0.x("key"), $0.int("n"), $0.optionalShape() ?? [Int](), dtype: $0.dtype())
    }
    array("multinomial", "key n p shape dtype") {
      Random.multinomial($0.x("key"), $0.x("n"), $0.x("p"), shape: $0.optionalShape(), dtype: $0.dtype())
    }
    array("multivariate_normal", "key mean cov shape dtype") {
      Random.multivariateNormal(
        $0.x("key"), $0.x("mean"), $0.x("cov"), $0.optionalShape(), dtype: $0.dtype())
    }
  }
}
