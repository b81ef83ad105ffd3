import Lanewise
import LanewiseCore

extension NumpyCase {
  /// What the public function of the same name answers.
  func call() -> [NDArray] {
    if let unary = Self.unary[function] { return [unary(arguments[0])] }
    if let binary = Self.binary[function] { return [binary(arguments[0], arguments[1])] }
    if let reduction = Self.reductions[function] {
      return [reduction(arguments[0], keywords["axis"]?.axis, keywords["keepdims"]?.boolValue ?? false)]
    }
    if let other = Self.others[function] { return other(self) }
    return []
  }

  private func int(_ name: String) -> Int? { keywords[name]?.intValue }
  private func real(_ name: String) -> Double? { keywords[name]?.number }
  private var dtype: DType? { keywords["dtype"]?.stringValue.flatMap { DType(name: $0) } }
  private var x: NDArray { arguments[0] }
  private var axis: (any AxisArgument)? { keywords["axis"]?.axis }

  private static let unary: [String: @Sendable (NDArray) -> NDArray] = [
    "fliplr": fliplr, "flipud": flipud, "sign": sign, "abs": { abs($0) },
    "square": square, "negative": negative, "positive": positive, "isnan": isnan, "isinf": isinf, "isfinite": isfinite,
    "signbit": signbit, "nan_to_num": { nanToNum($0) }, "floor": floor, "ceil": ceil, "trunc": trunc, "rint": rint,
    "fix": fix,
  ]

  private static let binary: [String: @Sendable (NDArray, NDArray) -> NDArray] = [
    "matmul": matmul, "dot": dot, "outer": outer, "vdot": vdot, "inner": inner, "kron": kron,
    "cross": { cross($0, $1) }, "polyval": polyval, "floor_divide": floorDivide, "remainder": remainder, "mod": mod,
    "fmod": fmod, "true_divide": trueDivide, "power": power, "float_power": floatPower, "logaddexp": logaddexp,
    "logaddexp2": logaddexp2, "hypot": hypot, "arctan2": arctan2, "maximum": maximum, "minimum": minimum, "fmax": fmax,
    "fmin": fmin, "copysign": copysign, "nextafter": nextafter, "heaviside": heaviside, "gcd": gcd, "lcm": lcm,
    "bitwise_and": bitwiseAnd, "bitwise_or": bitwiseOr, "bitwise_xor": bitwiseXor, "left_shift": leftShift,
    "right_shift": rightShift, "logical_and": logicalAnd, "logical_or": logicalOr, "logical_xor": logicalXor,
    "equal": equal, "not_equal": notEqual, "less": less, "less_equal": lessEqual, "greater": greater,
    "greater_equal": greaterEqual,
  ]

  private static let reductions: [String: @Sendable (NDArray, (any AxisArgument)?, Bool) -> NDArray] = [
    "prod": { prod($0, axis: $1, keepdims: $2) }, "max": { max($0, axis: $1, keepdims: $2) },
    "min": { min($0, axis: $1, keepdims: $2) }, "mean": { mean($0, axis: $1, keepdims: $2) },
    "any": { any($0, axis: $1, keepdims: $2) }, "all": { all($0, axis: $1, keepdims: $2) },
    "nansum": { nansum($0, axis: $1, keepdims: $2) }, "nanprod": { nanprod($0, axis: $1, keepdims: $2) },
    "nanmean": { nanmean($0, axis: $1, keepdims: $2) }, "nanmax": { nanmax($0, axis: $1, keepdims: $2) },
    "nanmin": { nanmin($0, axis: $1, keepdims: $2) }, "nanvar": { nanvar($0, axis: $1, keepdims: $2) },
    "nanstd": { nanstd($0, axis: $1, keepdims: $2) }, "count_nonzero": { countNonzero($0, axis: $1, keepdims: $2) },
    "median": { median($0, axis: $1, keepdims: $2) }, "ptp": { ptp($0, axis: $1, keepdims: $2) },
    "average": { average($0, axis: $1, keepdims: $2) }, "argmax": { argmax($0, axis: $1 as? Int, keepdims: $2) },
    "argmin": { argmin($0, axis: $1 as? Int, keepdims: $2) }, "cumsum": { x, axis, _ in cumsum(x, axis: axis as? Int) },
    "cumprod": { x, axis, _ in cumprod(x, axis: axis as? Int) },
  ]

  private static let others: [String: @Sendable (NumpyCase) -> [NDArray]] = [
    "arange": { [$0.arange()] },
    "linspace": { c in
      [
        linspace(
          c.real("start")!, c.real("stop")!, c.int("num")!, endpoint: c.keywords["endpoint"]?.boolValue ?? true,
          dtype: c.dtype)
      ]
    },
    "logspace": { c in
      [
        logspace(
          c.real("start")!, c.real("stop")!, c.int("num")!, endpoint: c.keywords["endpoint"]?.boolValue ?? true,
          base: c.real("base") ?? 10)
      ]
    },
    "geomspace": { [geomspace($0.real("start")!, $0.real("stop")!, $0.int("num")!)] },
    "eye": { [eye($0.int("N")!, $0.int("M"), k: $0.int("k") ?? 0, dtype: $0.dtype)] },
    "tri": { [tri($0.int("N")!, $0.int("M"), k: $0.int("k") ?? 0)] },
    "identity": { [identity($0.int("n")!)] },
    "full": { [full($0.keywords["shape"]!.integers!, $0.keywords["fill_value"]!.scalar!, dtype: $0.dtype)] },
    "tril": { [tril($0.x, k: $0.int("k")!)] }, "triu": { [triu($0.x, k: $0.int("k")!)] },
    "diag": { [diag($0.x, k: $0.int("k")!)] }, "diagflat": { [diagflat($0.x, k: $0.int("k")!)] },
    "meshgrid": { $0.meshgrid() },
    "vander": { [vander($0.x, n: $0.int("N"), increasing: $0.keywords["increasing"]?.boolValue ?? false)] },
    "roll": { [roll($0.x, $0.keywords["shift"]!.axis!, axis: $0.axis)] },
    "tile": { [tile($0.x, $0.keywords["reps"]!.integers!)] },
    "repeat": { c in
      let counts = c.keywords["repeats"]!
      return [
        counts.intValue.map { repeated(c.x, $0, axis: c.int("axis")) }
          ?? repeated(c.x, counts.integers!, axis: c.int("axis"))
      ]
    },
    "split": { c in
      let sections = c.keywords["indices_or_sections"]!
      return sections.intValue.map { split(c.x, $0, axis: c.int("axis") ?? 0) }
        ?? split(c.x, sections.integers!, axis: c.int("axis") ?? 0)
    },
    "array_split": { c in
      let sections = c.keywords["indices_or_sections"]!
      return sections.intValue.map { arraySplit(c.x, $0, axis: c.int("axis") ?? 0) }
        ?? arraySplit(c.x, sections.integers!)
    },
    "moveaxis": { [moveaxis($0.x, $0.keywords["source"]!.axis!, $0.keywords["destination"]!.axis!)] },
    "swapaxes": { [swapaxes($0.x, $0.int("axis1")!, $0.int("axis2")!)] },
    "transpose": { [transpose($0.x, $0.keywords["axes"]?.integers)] },
    "expand_dims": { [expandDims($0.x, axis: $0.axis!)] },
    "squeeze": { [squeeze($0.x, axis: $0.axis)] },
    "stack": { [stack($0.arguments, axis: $0.int("axis") ?? 0)] },
    "concatenate": { [concatenate($0.arguments, axis: $0.int("axis"))] },
    "vstack": { [vstack($0.arguments)] }, "hstack": { [hstack($0.arguments)] }, "dstack": { [dstack($0.arguments)] },
    "column_stack": { [columnStack($0.arguments)] },
    "broadcast_to": { [broadcastTo($0.x, $0.keywords["shape"]!.integers!)] },
    "flip": { [flip($0.x, axis: $0.axis)] }, "rot90": { [rot90($0.x, k: $0.int("k")!)] },
    "reshape": { c in
      let order = c.keywords["order"]?.stringValue.flatMap(ElementOrder.init) ?? .c
      return [reshape(c.x, c.keywords["shape"]!.integers!, order: order)]
    },
    "take": { c in
      let mode = c.keywords["mode"]?.stringValue.flatMap(OutOfBounds.init) ?? .fill
      return [take(c.x, c.arguments[1], axis: c.int("axis"), mode: mode)]
    },
    "take_along_axis": { [takeAlongAxis($0.x, $0.arguments[1], axis: $0.int("axis"))] },
    "where": { [`where`($0.x, $0.arguments[1], $0.arguments[2])] },
    "clip": { [clip($0.x, $0.keywords["min"]?.scalar, $0.keywords["max"]?.scalar)] },
    "diagonal": {
      [diagonal($0.x, offset: $0.int("offset") ?? 0, axis1: $0.int("axis1") ?? 0, axis2: $0.int("axis2") ?? 1)]
    },
    "sort": { [sort($0.x, axis: $0.sortAxis, descending: $0.keywords["descending"]?.boolValue ?? false)] },
    "argsort": { [argsort($0.x, axis: $0.sortAxis, descending: $0.keywords["descending"]?.boolValue ?? false)] },
    "searchsorted": {
      [searchsorted($0.x, $0.arguments[1], side: SearchSide(rawValue: $0.keywords["side"]!.stringValue!)!)]
    },
    "sum": { [sum($0.x, axis: $0.axis, keepdims: $0.keywords["keepdims"]?.boolValue ?? false, dtype: $0.dtype)] },
    "var": {
      [`var`($0.x, axis: $0.axis, ddof: $0.int("ddof") ?? 0, keepdims: $0.keywords["keepdims"]?.boolValue ?? false)]
    },
    "std": {
      [std($0.x, axis: $0.axis, ddof: $0.int("ddof") ?? 0, keepdims: $0.keywords["keepdims"]?.boolValue ?? false)]
    },
    "einsum": { [einsum($0.keywords["subscripts"]!.stringValue!, $0.arguments)] },
    "tensordot": { $0.tensordot() },
    "linalg.norm": { c in
      [Linalg.norm(c.x, ord: c.order, axis: c.axis, keepdims: c.keywords["keepdims"]?.boolValue ?? false)]
    },
    "trace": { [trace($0.x, offset: $0.int("offset") ?? 0, axis1: $0.int("axis1") ?? 0, axis2: $0.int("axis2") ?? 1)] },
    "divmod": { c in
      let (quotient, rest) = divmod(c.x, c.arguments[1])
      return [quotient, rest]
    },
    "round": { [round($0.x, decimals: $0.int("decimals")!)] },
  ]

  private var sortAxis: Int? { keywords["axis"].map(\.intValue) ?? -1 }
  private var order: NormOrder? {
    guard let order = keywords["ord"] else { return nil }
    if let name = order.stringValue { return name == "fro" ? .fro : .nuc }
    return NormOrder(order.number!)
  }

  private func arange() -> NDArray {
    let given = ["start", "stop", "step"].compactMap { keywords[$0] }
    let whole = given.compactMap(\.intValue)
    if whole.count == given.count {
      switch whole.count {
      case 1: return Lanewise.arange(whole[0], dtype: dtype)
      case 2: return Lanewise.arange(whole[0], whole[1], dtype: dtype)
      default: return Lanewise.arange(whole[0], whole[1], whole[2], dtype: dtype)
      }
    }
    let reals = given.map { $0.number! }
    return reals.count == 1
      ? Lanewise.arange(reals[0], dtype: dtype) : Lanewise.arange(reals[0], reals[1], reals[2], dtype: dtype)
  }

  private func meshgrid() -> [NDArray] {
    let indexing = GridIndexing(rawValue: keywords["indexing"]!.stringValue!)!
    let sparse = keywords["sparse"]?.boolValue ?? false
    return arguments.count == 2
      ? Lanewise.meshgrid(arguments[0], arguments[1], indexing: indexing, sparse: sparse)
      : Lanewise.meshgrid(arguments[0], arguments[1], arguments[2], indexing: indexing, sparse: sparse)
  }

  private func tensordot() -> [NDArray] {
    guard let axes = keywords["axes"] else { return [Lanewise.tensordot(x, arguments[1])] }
    if let count = axes.intValue { return [Lanewise.tensordot(x, arguments[1], axes: count)] }
    let pairs = axes.arrayValue!.map { $0.integers! }
    return [Lanewise.tensordot(x, arguments[1], axes: (pairs[0], pairs[1]))]
  }
}
