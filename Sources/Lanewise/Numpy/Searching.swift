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
  let strides = operand.aval.shape.strides
  let dtype = DefaultDTypes.current.int
  return (0..<operand.ndim).map { axis in
    NDArray(places.map { $0 / Swift.max(strides[axis], 1) % Swift.max(operand.aval.shape[axis], 1) }, dtype: dtype)
  }
}

/// The places of the elements of the flattened array that are not 0 (`jnp.flatnonzero`); they must be known.
public func flatnonzero(_ x: NDArray) -> NDArray {
  NDArray(Searching.places("flatnonzero", x), dtype: DefaultDTypes.current.int)
}

/// The places of the elements that are not 0, one a row (`jnp.argwhere`); they must be known.
public func argwhere(_ x: NDArray) -> NDArray {
  guard x.ndim > 0 else { return zeros([Searching.places("argwhere", x).count, 0], dtype: DefaultDTypes.current.int) }
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
public func unique(_ x: NDArray) -> NDArray { uniqueAll(x).values }

/// The distinct elements, the place of each one's first occurrence, the place among them of each element of `x`, and how
/// often each occurs (`jnp.unique_all`).
public func uniqueAll(_ x: NDArray) -> (values: NDArray, indices: NDArray, inverse: NDArray, counts: NDArray) {
  let flat = ravel(x)
  let dtype = DefaultDTypes.current.int
  guard let order = Searching.order("unique", flat) else {
    let nothing = NDArray.poisoned(flat.aval)
    return (nothing, nothing, .poisoned(x.aval), nothing)
  }
  let elements = Searching.elements(flat)
  var (firsts, counts) = ([Int](), [Int]())
  var inverse = [Int](repeating: 0, count: order.count)
  for place in order {
    if let last = firsts.last, Searching.areEqual(elements[place], elements[last]) {
      counts[counts.count - 1] += 1
    } else {
      firsts.append(place)
      counts.append(1)
    }
    inverse[place] = firsts.count - 1
  }
  let values = NDArray.make(AbstractArray([firsts.count], flat.dtype)) { address in
    for (index, first) in firsts.enumerated() {
      elements[first].store(as: flat.dtype, at: address + index * flat.dtype.byteWidth)
    }
  }
  let places = Lax.reshape(NDArray(inverse, dtype: dtype), x.shape)
  return (values, NDArray(firsts, dtype: dtype), places, NDArray(counts, dtype: dtype))
}

/// The distinct elements and how often each occurs (`jnp.unique_counts`).
public func uniqueCounts(_ x: NDArray) -> (values: NDArray, counts: NDArray) {
  let all = uniqueAll(x)
  return (all.values, all.counts)
}

/// The distinct elements and the place among them of each element of `x` (`jnp.unique_inverse`).
public func uniqueInverse(_ x: NDArray) -> (values: NDArray, inverse: NDArray) {
  let all = uniqueAll(x)
  return (all.values, all.inverse)
}

/// Where the elements of `x` occur in `values` (`jnp.isin`).
public func isin(_ x: NDArray, _ values: NDArray) -> NDArray {
  let both = Promote.together([x, values])
  guard let shape = Broadcast.shape("isin", [x.shape + [1], [values.size]]) else {
    return .poisoned(x.aval.with(dtype: .bool))
  }
  let left = Broadcast.expand(Lax.expandDims(both[0], [x.ndim]), to: shape)
  return any(left .== Broadcast.expand(ravel(both[1]), to: shape), axis: -1)
}

enum Searching {
  /// The elements of a known array; nil, and an error, while they are being traced.
  private static func known(_ name: String, _ x: NDArray) -> Storage? {
    guard x.isTracer else { return x.storage }
    report(
      LanewiseError(
        .concretization,
        "\(name): how many results there are depends on the values of the array of type \(x.aval), which are not known while tracing; use `where` with a mask instead."
      ))
    return nil
  }

  static func elements(_ x: NDArray) -> [Scalar] {
    guard let storage = x.storage else { return [] }
    return (0..<x.size).map { Scalar(x.dtype, at: storage.address + $0 * x.dtype.byteWidth) }
  }

  static func places(_ name: String, _ x: NDArray) -> [Int] {
    guard let storage = known(name, x) else { return [] }
    let (dtype, width) = (x.dtype, x.dtype.byteWidth)
    return (0..<x.size).filter { Scalar(dtype, at: storage.address + $0 * width).isTrue }
  }

  /// The places of a vector's elements in ascending order of the elements.
  static func order(_ name: String, _ x: NDArray) -> [Int]? {
    guard known(name, x) != nil else { return nil }
    let elements = elements(x)
    return elements.indices.sorted {
      isLess(elements[$0], elements[$1]) || (!isLess(elements[$1], elements[$0]) && $0 < $1)
    }
  }

  /// NaN last, complex numbers by their real parts first.
  static func isLess(_ a: Scalar, _ b: Scalar) -> Bool {
    switch (a, b) {
    case (.int(let x), .int(let y)): return x < y
    case (.uint(let x), .uint(let y)): return x < y
    default:
      let (x, y) = (a.parts, b.parts)
      let isNaN = (x.0.isNaN || x.1.isNaN, y.0.isNaN || y.1.isNaN)
      if isNaN.0 || isNaN.1 { return !isNaN.0 && isNaN.1 }
      return x.0 != y.0 ? x.0 < y.0 : x.1 < y.1
    }
  }

  static func areEqual(_ a: Scalar, _ b: Scalar) -> Bool { !isLess(a, b) && !isLess(b, a) }
}
