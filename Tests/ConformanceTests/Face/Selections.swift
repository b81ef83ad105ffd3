import Lanewise
import LanewiseCore

extension Face {
  /// `x.at[…].add(values, mode=…)`.
  static func update(
    _ function: String, _ name: String, _ location: ArrayLocation, _ arguments: [Value], _ keywords: [String: Value],
    _ interpreter: Interpreter
  ) -> Value {
    let parameters = name == "get" ? "mode fill_value" : name == "apply" ? "func mode" : "values mode"
    nonisolated(unsafe) let location = location
    let body = { @Sendable (a: Arguments) -> NDArray in
      let mode = a.indexingMode
      switch name {
      case "get": return location.get(mode: mode ?? .promiseInBounds, fillValue: a.optionalX("fill_value"))
      case "apply":
        let f = a.callable("func")
        return location.apply({ f([.array($0)]).number ?? $0 }, mode: mode ?? .drop)
      case "set": return location.set(a.x("values"), mode: mode ?? .drop)
      case "add": return location.add(a.x("values"), mode: mode ?? .drop)
      case "multiply", "mul": return location.multiply(a.x("values"), mode: mode ?? .drop)
      case "divide": return location.divide(a.x("values"), mode: mode ?? .drop)
      case "power": return location.power(a.x("values"), mode: mode ?? .drop)
      case "min": return location.min(a.x("values"), mode: mode ?? .drop)
      default: return location.max(a.x("values"), mode: mode ?? .drop)
      }
    }
    return FaceFunction(parameters) { .array(body($0)) }.call(function, arguments, keywords, interpreter)
  }
}

// jax.numpy's choices among elements.
extension FaceTable {
  mutating func addSelections() {
    module = "jax.numpy"
    func mode(_ a: Arguments) -> OutOfBounds { a.string("mode").flatMap(OutOfBounds.init) ?? .fill }
    nonisolated(unsafe) let mode = mode
    value("where", "condition x y size fill_value") { a in
      guard a.isGiven("x") else {
        let places =
          a.optionalInt("size").map { `where`(a.x("condition"), size: $0, fillValue: a.optionalX("fill_value")) }
          ?? `where`(a.x("condition"))
        return .tuple(places.map(Value.array))
      }
      return .array(`where`(a.x("condition"), a.x("x"), a.x("y")))
    }
    array("select", "condlist choicelist default") {
      select($0.xs("condlist"), $0.xs("choicelist"), default: $0.optionalX("default") ?? 0)
    }
    array("take", "a indices axis out mode") {
      take($0.x("a"), $0.x("indices"), axis: $0.optionalInt("axis"), mode: mode($0))
    }
    array("take_along_axis", "arr indices axis mode") {
      takeAlongAxis($0.x("arr"), $0.x("indices"), axis: $0.optionalInt("axis"), mode: mode($0))
    }
    array("extract", "condition arr") { extract($0.x("condition"), $0.x("arr")) }
    array("compress", "condition a axis") {
      compress($0.x("condition"), $0.x("a"), axis: $0.optionalInt("axis"))
    }
    array("choose", "a choices out mode") { choose($0.x("a"), $0.xs("choices"), mode: $0.bounds ?? .raise) }
    sized()
    sets()
  }

  private mutating func sized() {
    arrays("nonzero", "a size fill_value") { a in
      guard let size = a.optionalInt("size") else { return nonzero(a.x("a")) }
      return nonzero(a.x("a"), size: size, fillValue: a.optionalX("fill_value"))
    }
    array("flatnonzero", "a size fill_value") { a in
      guard let size = a.optionalInt("size") else { return flatnonzero(a.x("a")) }
      return flatnonzero(a.x("a"), size: size, fillValue: a.optionalX("fill_value"))
    }
    array("argwhere", "a size fill_value") { a in
      guard let size = a.optionalInt("size") else { return argwhere(a.x("a")) }
      return argwhere(a.x("a"), size: size, fillValue: a.optionalX("fill_value"))
    }
    value("unique", "ar return_index return_inverse return_counts size fill_value") { a in
      let all =
        a.optionalInt("size").map { uniqueAll(a.x("ar"), size: $0, fillValue: a.optionalX("fill_value")) }
        ?? uniqueAll(a.x("ar"))
      var parts = [Value.array(all.values)]
      if a.bool("return_index") { parts.append(.array(all.indices)) }
      if a.bool("return_inverse") { parts.append(.array(all.inverse)) }
      if a.bool("return_counts") { parts.append(.array(all.counts)) }
      return parts.count == 1 ? parts[0] : .tuple(parts)
    }
  }

  private mutating func sets() {
    array("unique_values", "x") { uniqueValues($0.x("x")) }
    array("intersect1d", "ar1 ar2") { intersect1d($0.x("ar1"), $0.x("ar2")) }
    array("union1d", "ar1 ar2 size fill_value") { a in
      guard let size = a.optionalInt("size") else { return union1d(a.x("ar1"), a.x("ar2")) }
      return union1d(a.x("ar1"), a.x("ar2"), size: size, fillValue: a.optionalX("fill_value"))
    }
    array("setdiff1d", "ar1 ar2 assume_unique size fill_value") { a in
      guard let size = a.optionalInt("size") else { return setdiff1d(a.x("ar1"), a.x("ar2")) }
      return setdiff1d(a.x("ar1"), a.x("ar2"), size: size, fillValue: a.optionalX("fill_value") ?? 0)
    }
    array("setxor1d", "ar1 ar2") { setxor1d($0.x("ar1"), $0.x("ar2")) }
    array("isin", "element test_elements") { isin($0.x("element"), $0.x("test_elements")) }
  }

  mutating func addSorting() {
    module = "jax.numpy"
    // None sorts the flattened array; left out, the axis is the last.
    func axis(_ a: Arguments) -> Int? { a.values["axis"] == nil ? -1 : a.optionalInt("axis") }
    nonisolated(unsafe) let axis = axis
    array("sort", "a axis stable descending") { sort($0.x("a"), axis: axis($0), descending: $0.bool("descending")) }
    array("argsort", "a axis stable descending") {
      argsort($0.x("a"), axis: axis($0), descending: $0.bool("descending"))
    }
    array("lexsort", "keys axis") { lexsort($0.xs("keys"), axis: $0.int("axis", -1)) }
    array("searchsorted", "a v side") {
      searchsorted($0.x("a"), $0.x("v"), side: $0.string("side").flatMap(SearchSide.init) ?? .left)
    }
    array("partition", "a kth axis") { partition($0.x("a"), $0.int("kth"), axis: $0.int("axis", -1)) }
    array("argpartition", "a kth axis") { argpartition($0.x("a"), $0.int("kth"), axis: $0.int("axis", -1)) }
    array("sort_complex", "a") { sortComplex($0.x("a")) }
    arrays("histogram2d", "x y bins weights density") { a in
      let (counts, x, y) = histogram2d(
        a.x("x"), a.x("y"), bins: a.int("bins", 10), weights: a.optionalX("weights"), density: a.bool("density"))
      return [counts, x, y]
    }
    array("digitize", "x bins right") { digitize($0.x("x"), $0.x("bins"), right: $0.bool("right")) }
    array("bincount", "x weights minlength length") { a in
      bincount(
        a.x("x"), weights: a.optionalX("weights"), minlength: a.int("minlength", 0), length: a.optionalInt("length"))
    }
    arrays("histogram", "a bins range weights density") { a in
      let bounds = a["range"]?.items?.compactMap(\.double)
      let (counts, edges) = histogram(
        a.x("a"), bins: a.int("bins", 10), range: bounds.map { ($0[0], $0[1]) }, weights: a.optionalX("weights"),
        density: a.bool("density"))
      return [counts, edges]
    }
    array("interp", "x xp fp left right") { a in
      interp(a.x("x"), a.x("xp"), a.x("fp"), left: a.optionalX("left"), right: a.optionalX("right"))
    }
    module = "jax.lax"
    value("sort", "operand dimension is_stable num_keys") { a in
      let isOne = a["operand"]?.isArray ?? true
      let x = isOne ? [a.x("operand")] : a.xs("operand")
      let axis = a.int("dimension", -1)
      let sorted = Lax.sort(
        x, dimension: axis < 0 ? axis + x[0].ndim : axis, keyCount: a.int("num_keys", 1),
        isStable: a.bool("is_stable", true))
      return isOne ? .array(sorted[0]) : .tuple(sorted.map(Value.array))
    }
    arrays("sort_key_val", "keys values dimension is_stable") { a in
      let (keys, values) = Lax.sortKeyVal(
        a.x("keys"), a.x("values"), dimension: a.int("dimension", -1), isStable: a.bool("is_stable", true))
      return [keys, values]
    }
    arrays("top_k", "operand k") { a in
      let (values, indices) = Lax.topK(a.x("operand"), a.int("k"))
      return [values, indices]
    }
  }
}
