import LanewiseCore

/// The order in which ``reshape(_:_:order:)`` reads and writes elements.
public enum ElementOrder: String, Sendable {
  /// Row-major: the last index runs fastest.
  case c = "C"
  /// Column-major: the first index runs fastest.
  case f = "F"
}

/// The same elements under another shape (`jnp.reshape`). One extent may be -1: it becomes what the others leave.
///
/// ```swift
/// print(reshape(arange(6), [2, -1]))  // [[0 1 2]
///                                     //  [3 4 5]]
/// ```
public func reshape(_ x: NDArray, _ shape: any ShapeArgument, order: ElementOrder = .c) -> NDArray {
  guard let shape = Manipulation.resolved(shape._shape, x) else { return .poisoned(x.aval) }
  guard order == .f else { return Lax.reshape(x, shape) }
  let reversed = Lax.reshape(Manipulation.reversedAxes(x), shape.reversed())
  return Manipulation.reversedAxes(reversed)
}

/// All elements in one dimension, in row-major order (`jnp.ravel`).
public func ravel(_ x: NDArray) -> NDArray { Lax.reshape(x, [x.size]) }

/// The dimensions in another order, reversed where none is given (`jnp.transpose`).
public func transpose(_ x: NDArray, _ axes: [Int]? = nil) -> NDArray {
  guard let axes else { return Manipulation.reversedAxes(x) }
  guard axes.count == x.ndim else {
    return fail(
      .shape,
      "transpose: \(axes) is not an order of the dimensions of shape \(x.aval.shape); name each of its \(x.ndim) axes once.",
      like: x.aval)
  }
  guard let order = Check.orderedAxes("transpose", axes, of: x) else { return .poisoned(x.aval) }
  return Lax.transpose(x, order)
}
/// The axes reversed: the form that can be passed as a function.
public func transpose(_ x: NDArray) -> NDArray { Manipulation.reversedAxes(x) }

/// The last two dimensions exchanged (`jnp.matrix_transpose`).
public func matrixTranspose(_ x: NDArray) -> NDArray {
  guard Check.rank("matrix_transpose", x, 2) else { return .poisoned(x.aval) }
  return swapaxes(x, -1, -2)
}

/// Two dimensions exchanged (`jnp.swapaxes`).
public func swapaxes(_ x: NDArray, _ axis1: Int, _ axis2: Int) -> NDArray {
  guard let first = Check.axis("swapaxes", axis1, of: x), let second = Check.axis("swapaxes", axis2, of: x) else {
    return .poisoned(x.aval)
  }
  var order = Array(0..<x.ndim)
  order.swapAt(first, second)
  return Lax.transpose(x, order)
}

/// Dimensions moved to other places, the rest in their order (`jnp.moveaxis`).
///
/// ```swift
/// moveaxis(zeros([2, 3, 4]), 0, -1).shape  // [3, 4, 2]
/// ```
public func moveaxis(_ x: NDArray, _ source: any AxisArgument, _ destination: any AxisArgument) -> NDArray {
  guard source._axes.count == destination._axes.count else {
    return fail(
      .value,
      "moveaxis: \(source._axes.count) axes cannot go to \(destination._axes.count) places; give one place for each axis.",
      like: x.aval)
  }
  guard let from = Check.orderedAxes("moveaxis", source._axes, of: x),
    let to = Check.orderedAxes("moveaxis", destination._axes, of: x)
  else { return .poisoned(x.aval) }
  var order = (0..<x.ndim).filter { !from.contains($0) }
  for (place, axis) in zip(to, from).sorted(by: { $0.0 < $1.0 }) { order.insert(axis, at: place) }
  return Lax.transpose(x, order)
}

/// One dimension moved back until it stands before place `start` (`jnp.rollaxis`).
public func rollaxis(_ x: NDArray, _ axis: Int, start: Int = 0) -> NDArray {
  guard let axis = Check.axis("rollaxis", axis, of: x) else { return .poisoned(x.aval) }
  guard start >= -x.ndim, start <= x.ndim else {
    return fail(
      .shape,
      "rollaxis: start \(start) is out of range for an array of shape \(x.aval.shape); it must be in \(-x.ndim)...\(x.ndim).",
      like: x.aval)
  }
  let place = start < 0 ? start + x.ndim : start
  return Lax.moveAxis(x, from: axis, to: place > axis ? place - 1 : place)
}

/// New dimensions of extent 1 at these places of the result (`jnp.expand_dims`).
///
/// ```swift
/// expandDims(zeros([3]), axis: [0, -1]).shape  // [1, 3, 1]
/// ```
public func expandDims(_ x: NDArray, axis: any AxisArgument) -> NDArray {
  let axes = axis._axes
  let rank = x.ndim + axes.count
  guard rank <= Shape.maximumRank else {
    return fail(
      .shape,
      "expand_dims: shape \(x.aval.shape) with \(axes.count) more dimensions would have \(rank); an array has at most \(Shape.maximumRank).",
      like: x.aval)
  }
  guard let places = Check.distinct("expand_dims", axes, rank: rank, "for a result of \(rank) dimensions") else {
    return .poisoned(x.aval)
  }
  return Lax.expandDims(x, places.sorted())
}

/// Dimensions of extent 1 dropped: all of them, or those named (`jnp.squeeze`).
public func squeeze(_ x: NDArray, axis: (any AxisArgument)? = nil) -> NDArray {
  guard let axis else { return Lax.squeeze(x, (0..<x.ndim).filter { x.aval.shape[$0] == 1 }) }
  guard let axes = Check.axes("squeeze", axis, of: x) else { return .poisoned(x.aval) }
  return Lax.squeeze(x, axes)
}
/// All dimensions of extent 1 dropped: the form that can be passed as a function.
public func squeeze(_ x: NDArray) -> NDArray { squeeze(x, axis: nil) }

/// The array with at least one dimension (`jnp.atleast_1d`).
public func atleast1d(_ x: NDArray) -> NDArray { x.ndim == 0 ? Lax.reshape(x, [1]) : x }
/// The array with at least two dimensions; a vector becomes a row (`jnp.atleast_2d`).
public func atleast2d(_ x: NDArray) -> NDArray { x.ndim >= 2 ? x : Lax.reshape(x, [1, x.size]) }
/// The array with at least three dimensions; a matrix gets a last one (`jnp.atleast_3d`).
public func atleast3d(_ x: NDArray) -> NDArray {
  x.ndim >= 3 ? x : x.ndim == 2 ? Lax.expandDims(x, [2]) : Lax.reshape(x, [1, x.size, 1])
}

enum Manipulation {
  static func reversedAxes(_ x: NDArray) -> NDArray {
    turned(x) ?? Lax.transpose(x, Array((0..<x.ndim).reversed()))
  }

  /// A matrix in memory, its rows as columns.
  private static func turned(_ x: NDArray) -> NDArray? {
    guard !Context.isTracing, x.ndim == 2, x.size > 0, x.node.kind == .concrete, let memory = x.storage else {
      return nil
    }
    let columns = x.aval.shape[1]
    let shape = Shape([columns, x.aval.shape[0]])
    return NDArray(x.aval.with(shape: shape), Direct.view(memory, x.dtype, shape, offset: 0, strides: [1, columns]))
  }

  /// The elements of a shape in which nothing is out of the ordinary.
  private static func plainCount(_ shape: [Int]) -> Int? {
    guard shape.count <= Shape.maximumRank else { return nil }
    var count = 1
    for extent in shape {
      guard extent >= 0, extent < 1 << 31, count < 1 << 31 else { return nil }
      count *= extent
    }
    return count
  }

  /// A shape whose -1, if there is one, is replaced by what the others leave of the elements of `x`.
  static func resolved(_ shape: [Int], _ x: NDArray) -> [Int]? {
    func wrong(_ why: String) -> [Int]? {
      let text = shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
      report(LanewiseError(.shape, "reshape: an array of shape \(x.aval.shape) cannot take the shape \(text): \(why)."))
      return nil
    }
    if let count = plainCount(shape), count == x.size { return shape }
    let open = shape.indices.filter { shape[$0] == -1 }
    guard open.count <= 1 else { return wrong("only one extent may be -1") }
    let known = shape.filter { $0 != -1 }
    guard Check.isShape("reshape", known) else { return nil }
    let count = known.reduce(1, *)
    guard let place = open.first else {
      return count == x.size ? shape : wrong("it has \(x.size) elements and the new shape \(count)")
    }
    guard count > 0, x.size % count == 0 else { return wrong("its \(x.size) elements cannot be divided by \(count)") }
    var result = shape
    result[place] = x.size / count
    return Check.isShape("reshape", result) ? result : nil
  }
}
