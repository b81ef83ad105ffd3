import Lanewise
import LanewiseCore

// jax.numpy's functions of all elements along some axes.
extension FaceTable {
  private typealias Reduction = @Sendable (NDArray, (any AxisArgument)?, Bool) -> NDArray

  private mutating func reduction(_ name: String, _ f: @escaping Reduction) {
    array(name, "a axis keepdims") { f($0.x("a"), $0.axis, $0.bool("keepdims")) }
  }

  mutating func addReductions() {
    module = "jax.numpy"
    array("sum", "a axis dtype out keepdims initial where") { a in
      sum(
        a.x("a"), axis: a.axis, keepdims: a.bool("keepdims"), dtype: a.dtype(), initial: a.optionalX("initial"),
        where: a.optionalX("where"))
    }
    array("prod", "a axis dtype out keepdims initial where") { a in
      prod(
        a.x("a"), axis: a.axis, keepdims: a.bool("keepdims"), dtype: a.dtype(), initial: a.optionalX("initial"),
        where: a.optionalX("where"))
    }
    array("max", "a axis out keepdims initial where") { a in
      max(
        a.x("a"), axis: a.axis, keepdims: a.bool("keepdims"), initial: a.optionalX("initial"),
        where: a.optionalX("where"))
    }
    array("min", "a axis out keepdims initial where") { a in
      min(
        a.x("a"), axis: a.axis, keepdims: a.bool("keepdims"), initial: a.optionalX("initial"),
        where: a.optionalX("where"))
    }
    array("any", "a axis out keepdims where") {
      any($0.x("a"), axis: $0.axis, keepdims: $0.bool("keepdims"), where: $0.optionalX("where"))
    }
    array("all", "a axis out keepdims where") {
      all($0.x("a"), axis: $0.axis, keepdims: $0.bool("keepdims"), where: $0.optionalX("where"))
    }
    array("mean", "a axis dtype out keepdims where") { a in
      mean(a.x("a"), axis: a.axis, keepdims: a.bool("keepdims"), dtype: a.dtype(), where: a.optionalX("where"))
    }
    array("var", "a axis dtype out ddof keepdims where") { a in
      `var`(
        a.x("a"), axis: a.axis, ddof: a.int("ddof", 0), keepdims: a.bool("keepdims"), where: a.optionalX("where"))
    }
    array("std", "a axis dtype out ddof keepdims where") { a in
      std(a.x("a"), axis: a.axis, ddof: a.int("ddof", 0), keepdims: a.bool("keepdims"), where: a.optionalX("where"))
    }
    array("nanvar", "a axis dtype out ddof keepdims") {
      nanvar($0.x("a"), axis: $0.axis, ddof: $0.int("ddof", 0), keepdims: $0.bool("keepdims"))
    }
    array("nanstd", "a axis dtype out ddof keepdims") {
      nanstd($0.x("a"), axis: $0.axis, ddof: $0.int("ddof", 0), keepdims: $0.bool("keepdims"))
    }
    reduction("amax") { amax($0, axis: $1, keepdims: $2) }
    reduction("amin") { amin($0, axis: $1, keepdims: $2) }
    reduction("ptp") { ptp($0, axis: $1, keepdims: $2) }
    reduction("count_nonzero") { countNonzero($0, axis: $1, keepdims: $2) }
    reduction("nansum") { nansum($0, axis: $1, keepdims: $2) }
    reduction("nanprod") { nanprod($0, axis: $1, keepdims: $2) }
    reduction("nanmax") { nanmax($0, axis: $1, keepdims: $2) }
    reduction("nanmin") { nanmin($0, axis: $1, keepdims: $2) }
    reduction("nanmean") { nanmean($0, axis: $1, keepdims: $2) }
    reduction("median") { median($0, axis: $1, keepdims: $2) }
    reduction("nanmedian") { nanmedian($0, axis: $1, keepdims: $2) }
    array("argmax", "a axis out keepdims") {
      argmax($0.x("a"), axis: $0.optionalInt("axis"), keepdims: $0.bool("keepdims"))
    }
    array("argmin", "a axis out keepdims") {
      argmin($0.x("a"), axis: $0.optionalInt("axis"), keepdims: $0.bool("keepdims"))
    }
    array("nanargmax", "a axis out keepdims") {
      nanargmax($0.x("a"), axis: $0.optionalInt("axis"), keepdims: $0.bool("keepdims"))
    }
    array("nanargmin", "a axis out keepdims") {
      nanargmin($0.x("a"), axis: $0.optionalInt("axis"), keepdims: $0.bool("keepdims"))
    }
    array("average", "a axis weights") { average($0.x("a"), axis: $0.axis, weights: $0.optionalX("weights")) }
    array("cov", "m") { cov($0.x("m")) }
    array("corrcoef", "x") { corrcoef($0.x("x")) }
    quantiles()
  }

  private mutating func quantiles() {
    func method(_ a: Arguments) -> QuantileMethod { a.string("method").flatMap(QuantileMethod.init) ?? .linear }
    nonisolated(unsafe) let method = method
    let parameters = "a q axis method keepdims"
    array("quantile", parameters) {
      quantile($0.x("a"), $0.x("q"), axis: $0.axis, method: method($0), keepdims: $0.bool("keepdims"))
    }
    array("percentile", parameters) {
      percentile($0.x("a"), $0.x("q"), axis: $0.axis, method: method($0), keepdims: $0.bool("keepdims"))
    }
    array("nanpercentile", parameters) {
      nanpercentile($0.x("a"), $0.x("q"), axis: $0.axis, method: method($0), keepdims: $0.bool("keepdims"))
    }
    array("nanquantile", parameters) {
      nanquantile($0.x("a"), $0.x("q"), axis: $0.axis, method: method($0), keepdims: $0.bool("keepdims"))
    }
  }

  mutating func addCumulative() {
    module = "jax.numpy"
    array("cumsum", "a axis dtype") { cumsum($0.x("a"), axis: $0.optionalInt("axis"), dtype: $0.dtype()) }
    array("cumprod", "a axis dtype") { cumprod($0.x("a"), axis: $0.optionalInt("axis"), dtype: $0.dtype()) }
    array("nancumsum", "a axis") { nancumsum($0.x("a"), axis: $0.optionalInt("axis")) }
    array("nancumprod", "a axis") { nancumprod($0.x("a"), axis: $0.optionalInt("axis")) }
    array("diff", "a n axis") { diff($0.x("a"), n: $0.int("n", 1), axis: $0.int("axis", -1)) }
    array("ediff1d", "ary to_end to_begin") {
      ediff1d($0.x("ary"), toEnd: $0.optionalX("to_end"), toBegin: $0.optionalX("to_begin"))
    }
    array("trapezoid", "y x dx axis") {
      trapezoid($0.x("y"), $0.optionalX("x"), dx: $0.double("dx", 1), axis: $0.int("axis", -1))
    }
    array("cumulative_sum", "x axis dtype include_initial") {
      cumulativeSum(
        $0.x("x"), axis: $0.optionalInt("axis"), dtype: $0.dtype(), includeInitial: $0.bool("include_initial"))
    }
    array("unwrap", "p discont axis period") {
      unwrap(
        $0.x("p"), discont: $0.optionalDouble("discont"), axis: $0.int("axis", -1),
        period: $0.double("period", 2 * .pi))
    }
    value("gradient", "f spacing axis") { a in
      if let places = a.optionalX("spacing"), places.ndim == 1 {
        return .array(gradient(a.x("f"), at: places, axis: a.int("axis", 0)))
      }
      let slopes = gradient(a.x("f"), spacing: a.optionalX("spacing") ?? 1.0, axis: a.axis)
      return slopes.count == 1 ? .array(slopes[0]) : .list(slopes.map(Value.array))
    }
    module = "jax.lax"
    array("cumlogsumexp", "operand axis reverse") {
      Lax.cumlogsumexp($0.x("operand"), axis: $0.int("axis", 0), reverse: $0.bool("reverse"))
    }
    array("cumsum", "operand axis reverse") {
      Lax.cumsum($0.x("operand"), axis: $0.int("axis", 0), reverse: $0.bool("reverse"))
    }
    array("cumprod", "operand axis reverse") {
      Lax.cumprod($0.x("operand"), axis: $0.int("axis", 0), reverse: $0.bool("reverse"))
    }
    array("cummax", "operand axis reverse") {
      Lax.cummax($0.x("operand"), axis: $0.int("axis", 0), reverse: $0.bool("reverse"))
    }
    array("cummin", "operand axis reverse") {
      Lax.cummin($0.x("operand"), axis: $0.int("axis", 0), reverse: $0.bool("reverse"))
    }
  }
}
