import LanewiseCore

/// NumPy's broadcasting of whole arrays; elementwise primitives do their own.
enum Broadcast {
  /// The shape that arrays of these shapes meet in; nil, and an error reported, where there is none.
  static func shape(_ name: String, _ shapes: [[Int]]) -> [Int]? {
    let rank = shapes.map(\.count).max() ?? 0
    var result = [Int](repeating: 1, count: rank)
    for shape in shapes {
      for (place, extent) in zip((rank - shape.count)..., shape) where extent != 1 {
        guard result[place] == 1 || result[place] == extent else {
          let texts = shapes.map { Shape($0).description }.joined(separator: " and ")
          report(
            LanewiseError(
              .shape,
              "\(name): shapes \(texts) cannot be broadcast together; each dimension must be equal or 1, counted from the last."
            ))
          return nil
        }
        result[place] = extent
      }
    }
    return Check.isShape(name, result) ? result : nil
  }

  /// `x` repeated to `shape`, which it is known to broadcast to.
  static func expand(_ x: NDArray, to shape: [Int]) -> NDArray {
    Lax.broadcastInDim(x, shape, Array((shape.count - x.ndim)..<shape.count))
  }
}

/// `x` repeated to a larger shape (`jnp.broadcast_to`): its dimensions, counted from the last, must be equal or 1.
///
/// ```swift
/// print(broadcastTo([1, 2], [2, 2]))  // [[1 2]
///                                     //  [1 2]]
/// ```
public func broadcastTo(_ x: NDArray, _ shape: any ShapeArgument) -> NDArray {
  let shape = shape._shape
  guard Check.isShape("broadcast_to", shape) else { return .poisoned(x.aval) }
  let lead = shape.count - x.ndim
  let fits = lead >= 0 && (0..<x.ndim).allSatisfy { x.aval.shape[$0] == 1 || x.aval.shape[$0] == shape[lead + $0] }
  guard fits else {
    return fail(
      .shape,
      "broadcast_to: shape \(x.aval.shape) cannot become \(Shape(shape)); each of its dimensions must be equal or 1, counted from the last.",
      like: AbstractArray(Shape(shape), x.dtype))
  }
  return Broadcast.expand(x, to: shape)
}

/// Arrays repeated to the shape they broadcast to together (`jnp.broadcast_arrays`). Their dtypes stay.
public func broadcastArrays(_ x: NDArray...) -> [NDArray] { broadcastArrays(x) }

/// Arrays repeated to the shape they broadcast to together (`jnp.broadcast_arrays`).
public func broadcastArrays(_ x: [NDArray]) -> [NDArray] {
  guard let shape = Broadcast.shape("broadcast_arrays", x.map(\.shape)) else { return x.map { .poisoned($0.aval) } }
  return x.map { Broadcast.expand($0, to: shape) }
}

/// The shape that arrays of these shapes broadcast to (`jnp.broadcast_shapes`); empty where they do not fit, which is
/// an error.
public func broadcastShapes(_ shapes: [Int]...) -> [Int] {
  for shape in shapes where !Check.isShape("broadcast_shapes", shape) { return [] }
  return Broadcast.shape("broadcast_shapes", shapes) ?? []
}

/// `x` where the condition holds, else `y` (`jnp.where`). The three broadcast together; `x` and `y` meet in their
/// common dtype; a condition of numbers holds where it is not zero.
///
/// Both are computed everywhere, and a derivative of the one not chosen is multiplied by zero: a NaN there stays NaN.
///
/// ```swift
/// print(`where`([true, false], [1, 2], 0))  // [1 0]
/// ```
public func `where`(_ condition: NDArray, _ x: NDArray, _ y: NDArray) -> NDArray {
  let join = Promotion.join((x.dtype, x.weakType), (y.dtype, y.weakType))
  let cases = [x, y].map { $0.converted(to: join.dtype, weak: join.weak) }
  guard let shape = Broadcast.shape("where", [condition.shape, x.shape, y.shape]) else {
    return .poisoned(cases[0].aval)
  }
  let predicate = Promote.truth(condition)
  let chosen = predicate.ndim == 0 ? predicate : Broadcast.expand(predicate, to: shape)
  return Lax.select(chosen, Broadcast.expand(cases[0], to: shape), Broadcast.expand(cases[1], to: shape))
}

/// The same as ``where(_:_:_:)``, under a name that needs no backticks.
public func select(_ condition: NDArray, _ x: NDArray, _ y: NDArray) -> NDArray { `where`(condition, x, y) }

/// For each element the choice of the first condition that holds, else the default (`jnp.select`).
public func select(_ conditions: [NDArray], _ choices: [NDArray], default otherwise: NDArray = 0) -> NDArray {
  guard conditions.count == choices.count, !conditions.isEmpty else {
    return fail(
      .value,
      "select: there are \(conditions.count) conditions and \(choices.count) choices; one choice is needed for each condition, and at least one.",
      like: otherwise.aval)
  }
  return zip(conditions, choices).reversed().reduce(otherwise) { `where`($1.0, $1.1, $0) }
}
