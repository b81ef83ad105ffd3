import LanewiseCore

/// The places of the elements that are not 0, one vector of indices for each dimension (`jnp.nonzero`). How many there
/// are depends on the values, so that these must be known: not while tracing.
///
/// ```swift
/// print(nonzero([0, 3, 0, 4])[0])  // [1 3]
/// ```
public func nonzero(_ x: NDArray) -> [NDArray] {
  let operand = atleast1d(x)
  let places = Searching.places("nonzero", operand)
  if operand.ndim == 1 || places.isPoisoned { return operand.shape.map { _ in places } }
  func number(_ value: Int) -> NDArray { Lax.literalLike(places, Swift.max(value, 1)) }
  return zip(operand.aval.shape.strides, operand.shape).map { stride, extent in
    Lax.rem(Lax.div(places, number(stride)), number(extent))
  }
}

/// The places of the elements of the flattened array that are not 0 (`jnp.flatnonzero`); they must be known.
public func flatnonzero(_ x: NDArray) -> NDArray { Searching.places("flatnonzero", x) }

/// The places of the elements that are not 0, one a row (`jnp.argwhere`); they must be known.
public func argwhere(_ x: NDArray) -> NDArray {
  guard x.ndim > 0 else { return zeros([Searching.places("argwhere", x).size, 0], dtype: DefaultDTypes.current.int) }
  return stack(nonzero(x), axis: 1)
}

/// The places where the condition holds (`jnp.where` of one argument): the same as ``nonzero(_:)``.
public func `where`(_ condition: NDArray) -> [NDArray] { nonzero(condition) }

/// The distinct elements in ascending order (`jnp.unique`); NaNs count as one. Their number depends on the values, so
/// that these must be known: not while tracing.
///
/// ```swift
/// print(unique([3, 1, 3, 2]))  // [1 2 3]
/// ```
public func unique(_ x: NDArray) -> NDArray {
  let flat = ravel(x)
  let sorted = Lax.sort([flat], dimension: 0)[0]
  guard let runs = Searching.Runs("unique", flat, sorted) else { return .poisoned(flat.aval) }
  return runs.values
}

/// The distinct elements, the place of each one's first occurrence, the place among them of each element of `x`, and how
/// often each occurs (`jnp.unique_all`).
public func uniqueAll(_ x: NDArray) -> (values: NDArray, indices: NDArray, inverse: NDArray, counts: NDArray) {
  let flat = ravel(x)
  let places = Lax.iota(DefaultDTypes.current.int, flat.shape, 0)
  // Stable, so that the first of a run is the first occurrence.
  let sorted = Lax.sort([flat, places], dimension: 0)
  guard let runs = Searching.Runs("unique", flat, sorted[0]) else {
    let nothing = NDArray.poisoned(flat.aval)
    return (nothing, nothing, .poisoned(x.aval), nothing)
  }
  let inverse = flat.size == 0 ? places : zerosLike(places).at[sorted[1]].set(runs.number)
  return (runs.values, runs.first(of: sorted[1]), Lax.reshape(inverse, x.shape), runs.lengths)
}

/// The distinct elements and how often each occurs (`jnp.unique_counts`).
public func uniqueCounts(_ x: NDArray) -> (values: NDArray, counts: NDArray) {
  let flat = ravel(x)
  guard let runs = Searching.Runs("unique", flat, Lax.sort([flat], dimension: 0)[0]) else {
    return (.poisoned(flat.aval), .poisoned(flat.aval))
  }
  return (runs.values, runs.lengths)
}

/// The distinct elements and the place among them of each element of `x` (`jnp.unique_inverse`).
public func uniqueInverse(_ x: NDArray) -> (values: NDArray, inverse: NDArray) {
  let all = uniqueAll(x)
  return (all.values, all.inverse)
}

/// Where the elements of `x` occur in `values` (`jnp.isin`).
public func isin(_ x: NDArray, _ values: NDArray) -> NDArray {
  let both = Promote.together([x, values])
  guard values.size > 0 else { return zeros(x.shape, dtype: .bool) }
  if values.size <= 16 {
    return OnePass.run("isin \(values.size)", of: [both[0], ravel(both[1])]) { x in
      let tests = (0..<x[1].size).map { x[0] .== x[1][$0] }
      return [tests.dropFirst().reduce(tests[0]) { $0 | $1 }]
    }[0]
  }
  // The only element that can be equal is the one at the place that an element would have among them.
  let sorted = Lax.sort([ravel(both[1])], dimension: 0)[0]
  return Selecting.gather(sorted, searchsorted(sorted, both[0]), axis: 0, mode: .clip) .== both[0]
}

enum Searching {
  /// Whether the elements of an array are known; an error while they are being traced.
  private static func isKnown(_ name: String, _ x: NDArray) -> Bool {
    guard x.isTracer else { return !x.isPoisoned }
    report(
      LanewiseError(
        .concretization,
        "\(name): how many results there are depends on the values of the array of type \(x.aval), which are not known while tracing; give a size, or use `where` with a mask instead."
      ))
    return false
  }

  /// The places in the flattened array of the elements that are not 0.
  static func places(_ name: String, _ x: NDArray) -> NDArray {
    let dtype = DefaultDTypes.current.int
    guard isKnown(name, x) else { return .poisoned(AbstractArray([0], dtype)) }
    // Beside a trace too: what is known stays known.
    let mask = Context.with(nil) { x.dtype == .bool ? x : Lax.ne(x, Lax.literalLike(x, 0)) }
    guard let storage = mask.storage else { return .poisoned(AbstractArray([0], dtype)) }
    let found = MaskPlaces.find(storage, count: x.size, isWide: dtype.byteWidth == 8)
    return NDArray(AbstractArray([found.count], dtype), found.places)
  }

  /// The runs of equal elements in a sorted vector; NaNs are equal to each other.
  struct Runs {
    private let sorted: NDArray
    /// Where runs begin: a mask, and places.
    private let isFirst: NDArray, starts: NDArray

    /// Nil, and an error, where the elements are being traced.
    init?(_ name: String, _ x: NDArray, _ sorted: NDArray) {
      guard isKnown(name, x) else { return nil }
      self.sorted = sorted
      isFirst = Sets.isFirst(sorted)
      starts = Searching.places(name, isFirst)
    }

    var values: NDArray { first(of: sorted) }
    /// The elements at the runs' beginnings, of a vector in the same order.
    func first(of x: NDArray) -> NDArray { starts.size == 0 ? x : Selecting.gather(x, starts, axis: 0, mode: .clip) }
    /// For each element the number of its run.
    var number: NDArray {
      let count = Lax.cumsum(isFirst.converted(to: starts.dtype))
      return Lax.sub(count, Lax.literalLike(count, 1))
    }
    var lengths: NDArray {
      guard starts.size > 0 else { return starts }
      let size = NDArray([sorted.size], dtype: starts.dtype)
      return Lax.sub(concatenate([starts[1...], size]), starts)
    }
  }
}
