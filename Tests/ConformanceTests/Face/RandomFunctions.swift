import Lanewise
import LanewiseCore

// jax.random.
extension FaceTable {
  private typealias Draw = @Sendable (NDArray, [Int], DType?) -> NDArray

  private mutating func drawing(_ name: String, _ f: @escaping Draw) {
    array(name, "key shape dtype") { f($0.x("key"), $0.shape(), $0.dtype()) }
  }

  mutating func addRandom() {
    module = "jax.random"
    array("wrap_key_data", "key_bits_array") {
      Random.wrapKeyData($0.x("key_bits_array"), layout: $0.interpreter.layout)
    }
    array("key_data", "keys") { Random.keyData($0.x("keys")) }
    array("PRNGKey", "seed") { a in
      Random.keyData(Random.key(a.int("seed"), layout: a.interpreter.layout))
    }
    array("key", "seed") { a in
      if let seed = a["seed"]?.int { return Random.key(seed, layout: a.interpreter.layout) }
      return Random.key(a.x("seed"), layout: a.interpreter.layout)
    }
    array("split", "key num") { a in
      if let count = a["num"]?.int { return Random.split(a.x("key"), count) }
      return a.isGiven("num") ? Random.split(a.x("key"), a.ints("num")) : Random.split(a.x("key"))
    }
    array("fold_in", "key data") { a in
      if let data = a["data"]?.int { return Random.foldIn(a.x("key"), data) }
      return Random.foldIn(a.x("key"), a.x("data"))
    }
    module = "jax.extend.random"
    array("threefry_2x32", "keypair count") {
      let keys = $0.xs("keypair")
      return Random.threefry2x32(keys[0], keys[1], $0.x("count"))
    }
    module = "jax.random"
    array("clone", "key") { Random.clone($0.x("key")) }
    drawing("bits") { Random.bits($0, $1, dtype: $2) }
    drawing("normal") { Random.normal($0, $1, dtype: $2) }
    drawing("gumbel") { Random.gumbel($0, $1, dtype: $2) }
    drawing("exponential") { Random.exponential($0, $1, dtype: $2) }
    drawing("laplace") { Random.laplace($0, $1, dtype: $2) }
    drawing("logistic") { Random.logistic($0, $1, dtype: $2) }
    drawing("cauchy") { Random.cauchy($0, $1, dtype: $2) }
    drawing("maxwell") { Random.maxwell($0, $1, dtype: $2) }
    drawing("rademacher") { Random.rademacher($0, $1, dtype: $2) }
    array("uniform", "key shape dtype minval maxval") { a in
      Random.uniform(
        a.x("key"), a.shape(), dtype: a.dtype(), minval: a.optionalX("minval") ?? 0.0,
        maxval: a.optionalX("maxval") ?? 1.0)
    }
    array("truncated_normal", "key lower upper shape dtype") {
      Random.truncatedNormal(
        $0.x("key"), $0.x("lower"), $0.x("upper"), $0.optionalShape(), dtype: $0.dtype())
    }
    array("randint", "key shape minval maxval dtype") { a in
      if let low = a["minval"]?.int, let high = a["maxval"]?.int {
        return Random.randint(a.x("key"), a.shape(), low, high, dtype: a.dtype())
      }
      return Random.randint(a.x("key"), a.shape(), a.x("minval"), a.x("maxval"), dtype: a.dtype())
    }
    array("bernoulli", "key p shape") { Random.bernoulli($0.x("key"), $0.optionalX("p") ?? 0.5, $0.optionalShape()) }
    array("permutation", "key x axis independent") { a in
      if let count = a["x"]?.int, !(a["x"]?.isArray ?? false) { return Random.permutation(a.x("key"), count) }
      return Random.permutation(a.x("key"), a.x("x"), axis: a.int("axis", 0), independent: a.bool("independent"))
    }
    array("choice", "key a shape replace p axis") { a in
      let (shape, replace, p) = (a.shape(), a.bool("replace", true), a.optionalX("p"))
      if let count = a["a"]?.int { return Random.choice(a.x("key"), count, shape, replace: replace, p: p) }
      return Random.choice(a.x("key"), a.x("a"), shape, replace: replace, p: p, axis: a.int("axis", 0))
    }
    array("categorical", "key logits axis shape") {
      Random.categorical($0.x("key"), $0.x("logits"), axis: $0.int("axis", -1), shape: $0.optionalShape())
    }
  }
}
