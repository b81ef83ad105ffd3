import LanewiseCore

/// Arrays one after the other along an axis; with nil as the axis all are flattened first (`jnp.concatenate`). Their
/// other extents must be equal; dtypes meet in the common one.
///
/// ```swift
/// print(concatenate([arange(2), arange(3)]))  // [0 1 0 1 2]
/// ```
public func concatenate(_ x: [NDArray], axis: Int? = 0) -> NDArray {
  guard let first = x.first else { return Joining.nothing("concatenate") }
  guard let axis else { return Lax.concatenate(Promote.together(x.map(ravel)), dimension: 0) }
  guard let dimension = Check.axis("concatenate", axis, of: first) else { return .poisoned(first.aval) }
  if let odd = x.first(where: { $0.ndim != first.ndim }) {
    return fail(
      .shape,
      "concatenate: shapes \(first.aval.shape) and \(odd.aval.shape) have different numbers of dimensions; they must be equal.",
      like: first.aval)
  }
  var shape = first.shape
  shape[dimension] = x.reduce(0) { $0 + $1.aval.shape[dimension] }
  guard Check.isShape("concatenate", shape) else { return .poisoned(first.aval) }
  return Lax.concatenate(Promote.together(x), dimension: dimension)
}

/// `values` after `x`, both flattened where no axis is given (`jnp.append`).
public func append(_ x: NDArray, _ values: NDArray, axis: Int? = nil) -> NDArray {
  concatenate([x, values], axis: axis)
}

/// Arrays of one shape along a new axis (`jnp.stack`).
///
/// ```swift
/// stack([zeros([3]), ones([3])], axis: 1).shape  // [3, 2]
/// ```
public func stack(_ x: [NDArray], axis: Int = 0) -> NDArray {
  guard let first = x.first else { return Joining.nothing("stack") }
  if let odd = x.first(where: { $0.aval.shape != first.aval.shape }) {
    return fail(
      .shape, "stack: shapes \(first.aval.shape) and \(odd.aval.shape) differ; all arrays must have one shape.",
      like: first.aval)
  }
  guard let place = Check.axis("stack", axis, rank: first.ndim + 1, "for a result of \(first.ndim + 1) dimensions"),
    Check.isShape("stack", [x.count] + first.shape)
  else { return .poisoned(first.aval) }
  return Lax.concatenate(Promote.together(x).map { Lax.expandDims($0, [place]) }, dimension: place)
}

/// Arrays under each other: along the first axis, vectors as rows (`jnp.vstack`).
public func vstack(_ x: [NDArray]) -> NDArray { concatenate(x.map(atleast2d), axis: 0) }

/// Arrays beside each other: along the second axis, vectors along their only one (`jnp.hstack`).
public func hstack(_ x: [NDArray]) -> NDArray {
  let arrays = x.map(atleast1d)
  return concatenate(arrays, axis: arrays.first?.ndim == 1 ? 0 : 1)
}

/// Arrays along the third axis (`jnp.dstack`).
public func dstack(_ x: [NDArray]) -> NDArray { concatenate(x.map(atleast3d), axis: 2) }

/// Vectors as the columns of a matrix; matrices are put beside them (`jnp.column_stack`).
public func columnStack(_ x: [NDArray]) -> NDArray {
  concatenate(x.map { $0.ndim >= 2 ? $0 : Lax.reshape($0, [$0.size, 1]) }, axis: 1)
}

enum Joining {
  static func nothing(_ name: String) -> NDArray {
    fail(
      .value, "\(name): there are no arrays to join; give at least one.",
      like: AbstractArray([0], DefaultDTypes.current.float))
  }
}
