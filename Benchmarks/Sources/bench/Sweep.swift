import Lanewise

/// One call of each elementwise function, reduction, sort, scan and selection on a million elements, beside NumPy's
/// (`make sweep`). The names are those of `peers/numpy_sweep.py`, which makes the same inputs.
enum Sweep {
  static func workloads() -> [Workload] {
    unary() + binary() + reductions() + orders() + selections() + shapes()
  }

  private static let count = 1_000_000
  private static let x = linspace(-3, 3, count)
  private static let unit = linspace(-0.99, 0.99, count)
  private static let positive = linspace(0.01, 4, count)
  private static let whole = arange(count) % 1000
  private static let matrix = linspace(-3, 3, count).reshape(1000, 1000)
  /// The places in a scattered order: 7919 and a million have no common factor.
  private static let places = remainder(arange(count) * 7919, NDArray(count))
  private static let shuffled = x[places]

  private static func row(_ name: String, _ call: @escaping () -> NDArray) -> Workload {
    Workload(name: "sweep_\(name)") { call().blockUntilReady() }
  }

  private static func unary() -> [Workload] {
    let anywhere: [(String, (NDArray) -> NDArray)] = [
      ("abs", { abs($0) }), ("negative", negative), ("sign", sign), ("square", square), ("exp", exp), ("exp2", exp2),
      ("expm1", expm1), ("sin", sin), ("cos", cos), ("tan", tan), ("arctan", arctan), ("sinh", sinh), ("cosh", cosh),
      ("tanh", tanh), ("arcsinh", arcsinh), ("cbrt", cbrt), ("floor", floor), ("ceil", ceil), ("trunc", trunc),
      ("rint", rint), ("isnan", isnan), ("isfinite", isfinite), ("signbit", signbit), ("reciprocal", reciprocal),
      ("deg2rad", deg2rad), ("sinc", sinc), ("nan_to_num", { nanToNum($0) }), ("logical_not", logicalNot),
      ("clip", { clip($0, -1, 1) }), ("round_2", { round($0, decimals: 2) }), ("astype_int32", { $0.astype(.int32) }),
      ("frexp", { frexp($0).mantissa }), ("modf", { modf($0).fraction }), ("power_3", { $0 ** 3 }),
    ]
    let within: [(String, (NDArray) -> NDArray)] = [
      ("arcsin", arcsin), ("arccos", arccos), ("arctanh", arctanh),
    ]
    let above: [(String, (NDArray) -> NDArray)] = [
      ("sqrt", sqrt), ("log", log), ("log2", log2), ("log10", log10), ("log1p", log1p),
      ("arccosh", { arccosh($0 + 1) }), ("power_half", { $0 ** 0.5 }),
    ]
    let integers: [(String, (NDArray) -> NDArray)] = [
      ("invert_int", invert), ("bitwise_count_int", bitwiseCount), ("abs_int", { abs($0) }),
      ("astype_float32_int", { $0.astype(.float32) }),
    ]
    return [(anywhere, x), (within, unit), (above, positive), (integers, whole)].flatMap { functions, x in
      functions.map { name, f in row(name) { f(x) } }
    }
  }

  private static func binary() -> [Workload] {
    let y = positive
    let floats: [(String, (NDArray, NDArray) -> NDArray)] = [
      ("add", add), ("subtract", subtract), ("multiply", multiply), ("divide", divide), ("maximum", maximum),
      ("minimum", minimum), ("fmax", fmax), ("arctan2", arctan2), ("hypot", hypot), ("remainder", remainder),
      ("fmod", fmod), ("floor_divide", floorDivide), ("copysign", copysign), ("nextafter", nextafter),
      ("logaddexp", logaddexp), ("heaviside", heaviside), ("less", less), ("equal", equal), ("isclose", { isclose($0, $1) }),
      ("ldexp", { x, _ in ldexp(x, 3) }), ("where", { `where`($0 .> 0, $0, $1) }),
    ]
    let integers: [(String, (NDArray, NDArray) -> NDArray)] = [
      ("add_int", add), ("multiply_int", multiply), ("floor_divide_int", floorDivide), ("remainder_int", remainder),
      ("bitwise_and_int", bitwiseAnd), ("bitwise_xor_int", bitwiseXor), ("left_shift_int", { x, _ in leftShift(x, 3) }),
      ("gcd_int", gcd),
    ]
    let divisor = whole + 1
    return floats.map { name, f in row(name) { f(x, y) } } + integers.map { name, f in row(name) { f(whole, divisor) } }
      + [row("power") { power(y, y) }]
  }

  private static func reductions() -> [Workload] {
    let all: [(String, (NDArray) -> NDArray)] = [
      ("sum", sum), ("prod", prod), ("max", max), ("min", min), ("mean", mean), ("var", { variance($0) }), ("std", std),
      ("any", any), ("all", all), ("argmax", argmax), ("argmin", argmin), ("ptp", ptp), ("count_nonzero", countNonzero),
      ("nansum", nansum), ("nanmean", nanmean), ("nanmax", nanmax), ("nanvar", nanvar), ("median", median),
      ("percentile", { percentile($0, 30) }), ("norm", { Linalg.norm($0) }), ("average", { average($0, weights: positive) }),
    ]
    return all.map { name, f in row(name) { f(x) } }
      + [
        row("sum_rows") { sum(matrix, axis: 1) }, row("sum_columns") { sum(matrix, axis: 0) },
        row("max_rows") { max(matrix, axis: 1) }, row("max_columns") { max(matrix, axis: 0) },
        row("argmax_rows") { argmax(matrix, axis: 1) }, row("argmax_columns") { argmax(matrix, axis: 0) },
        row("sum_int") { sum(whole) }, row("bincount_int") { bincount(whole) },
        row("histogram") { histogram(x, bins: 100).counts },
      ]
  }

  private static func orders() -> [Workload] {
    let scan: [(String, (NDArray) -> NDArray)] = [
      ("cumsum", { cumsum($0) }), ("cumprod", { cumprod($0) }), ("cummax", { cummax($0) }), ("diff", { diff($0) }),
      ("trapezoid", { trapezoid($0) }), ("gradient", { gradient($0)[0] }), ("unwrap", { unwrap($0) }),
    ]
    let sorts: [(String, (NDArray) -> NDArray)] = [
      ("sort", { sort($0) }), ("argsort", { argsort($0) }), ("unique", unique), ("partition", { partition($0, 500_000) }),
    ]
    return scan.map { name, f in row(name) { f(x) } } + sorts.map { name, f in row(name) { f(shuffled) } }
      + [
        row("cumsum_rows") { cumsum(matrix, axis: 1) }, row("cumsum_columns") { cumsum(matrix, axis: 0) },
        row("sort_rows") { sort(matrix, axis: 1) }, row("sort_columns") { sort(matrix, axis: 0) },
        row("sort_int") { sort(whole) }, row("unique_int") { unique(whole) },
        row("searchsorted") { searchsorted(x, shuffled) }, row("digitize") { digitize(x, linspace(-3, 3, 100)) },
        row("interp") { interp(x, linspace(-3, 3, 100), linspace(0, 1, 100)) },
        row("isin_int") { isin(whole, arange(10)) },
      ]
  }

  private static func selections() -> [Workload] {
    let mask = x .> 0
    let ones = onesLike(x)
    return [
      row("take") { take(x, places, mode: .clip) }, row("index") { x[places] }, row("mask") { x[mask] },
      row("nonzero") { nonzero(mask)[0] }, row("extract") { extract(mask, x) },
      row("take_along_axis") { takeAlongAxis(matrix, argsort(matrix[..<1], axis: 1), axis: 1) },
      row("stride") { x[.stride(by: 3)] }, row("reverse") { x[.stride(by: -1)] }, row("rows") { matrix[100..<900] },
      row("columns") { matrix[.all, 100..<900] }, row("set_slice") { x.at[1000..<500_000].set(1) },
      row("set_places") { x.at[places].set(ones) }, row("add_places") { x.at[places].add(ones) },
      row("add_bins_int") { zeros([1000]).at[whole].add(ones) }, row("select") { select([mask], [x], default: 1) },
      row("choose_int") { choose(whole % 2, [x, ones]) }, row("put") { put(x, places, ones) },
    ]
  }

  private static func shapes() -> [Workload] {
    [
      row("transpose") { matrix.T + 0 }, row("concatenate") { concatenate([x, x]) }, row("stack") { stack([x, x], axis: 1) },
      row("tile") { tile(x, 2) }, row("repeat") { repeated(x, 2) }, row("roll") { roll(x, 1000) },
      row("flip") { flip(matrix, axis: 1) }, row("rot90") { rot90(matrix) }, row("pad") { pad(matrix, 3) },
      row("tril") { tril(matrix) }, row("diagonal") { diagonal(matrix) }, row("broadcast_add") { matrix + matrix[0] },
      row("outer") { outer(x[..<1000], x[..<1000]) }, row("arange") { arange(count) },
      row("linspace") { linspace(0, 1, count) }, row("packbits") { packbits(x .> 0) },
    ]
  }
}
