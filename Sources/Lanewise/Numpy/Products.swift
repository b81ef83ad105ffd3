import LanewiseCore

/// The product of matrices, of stacks of them, or of vectors (`jnp.matmul`, Python's `@`): the last dimension of `x` with
/// the last but one of `y`. The dimensions before are broadcast; a vector is a row on the left, a column on the right.
///
/// ```swift
/// print(matmul([[1, 2], [3, 4]], [1, 1]))  // [3 7]
/// ```
public func matmul(_ x: NDArray, _ y: NDArray) -> NDArray {
  guard Check.rank("matmul", x, 1), Check.rank("matmul", y, 1) else {
    return .poisoned(x.ndim > y.ndim ? x.aval : y.aval)
  }
  let (xIsMatrix, yIsMatrix) = (x.ndim > 1, y.ndim > 1)
  let (inner, outer) = (x.aval.shape[x.ndim - 1], y.aval.shape[yIsMatrix ? y.ndim - 2 : 0])
  guard inner == outer else {
    return fail(
      .shape,
      "matmul: shapes \(x.aval.shape) and \(y.aval.shape) cannot be multiplied: the last dimension of the left is \(inner) and the \(yIsMatrix ? "last but one" : "dimension") of the right is \(outer); they must be equal.",
      like: x.ndim >= y.ndim ? x.aval : y.aval)
  }
  if x.ndim <= 2, y.ndim <= 2 { return Products.contract("matmul", x, y, [x.ndim - 1], [0]) }
  let lead = (x: Array(x.shape.dropLast(2)), y: Array(y.shape.dropLast(2)))
  guard Broadcast.shape("matmul", [lead.x, lead.y]) != nil else { return .poisoned(x.ndim >= y.ndim ? x.aval : y.aval) }
  // Labels: the stack's dimensions by their place from the end, then row, column and the summed dimension.
  let (row, column, summed) = (100, 101, 102)
  func stack(_ count: Int) -> [Int] { (0..<count).map { count - $0 } }
  let labels = [
    stack(lead.x.count) + (xIsMatrix ? [row] : []) + [summed],
    stack(lead.y.count) + [summed] + (yIsMatrix ? [column] : []),
  ]
  let result = stack(Swift.max(lead.x.count, lead.y.count)) + (xIsMatrix ? [row] : []) + (yIsMatrix ? [column] : [])
  return Contraction.contract("matmul", [x, y], labels, result)
}

/// The product of two arrays (`jnp.dot`): numbers multiply; otherwise the last dimension of `x` with the last but one of
/// `y`, or its only one, the free dimensions of `x` coming first.
public func dot(_ x: NDArray, _ y: NDArray) -> NDArray {
  if x.ndim == 0 || y.ndim == 0 { return x * y }
  let place = Swift.max(y.ndim - 2, 0)
  return Products.contract("dot", x, y, [x.ndim - 1], [place])
}

/// The sum of the products of all elements, those of `x` conjugated (`jnp.vdot`).
public func vdot(_ x: NDArray, _ y: NDArray) -> NDArray { dot(ravel(Lax.conj(x)), ravel(y)) }

/// The sum of products over the last dimensions of both (`jnp.inner`).
public func inner(_ x: NDArray, _ y: NDArray) -> NDArray {
  if x.ndim == 0 || y.ndim == 0 { return x * y }
  return Products.contract("inner", x, y, [x.ndim - 1], [y.ndim - 1])
}

/// The products of each element of `x` with each of `y`, both flattened (`jnp.outer`).
///
/// ```swift
/// print(outer([1, 2], [1, 10]))  // [[ 1 10]
///                                //  [ 2 20]]
/// ```
public func outer(_ x: NDArray, _ y: NDArray) -> NDArray {
  guard Check.isShape("outer", [x.size, y.size]) else { return .poisoned(x.aval) }
  return Lax.expandDims(ravel(x), [1]) * Lax.expandDims(ravel(y), [0])
}

/// The product summed over the last `count` dimensions of `x` and the first of `y` (`jnp.tensordot`).
public func tensordot(_ x: NDArray, _ y: NDArray, axes count: Int = 2) -> NDArray {
  guard count >= 0, count <= Swift.min(x.ndim, y.ndim) else {
    return fail(
      .value,
      "tensordot: \(count) axes cannot be summed over for shapes \(x.aval.shape) and \(y.aval.shape); both must have as many.",
      like: x.aval)
  }
  return Products.contract("tensordot", x, y, Array((x.ndim - count)..<x.ndim), Array(0..<count))
}

/// The product summed over these axes of `x` and of `y`, in pairs (`jnp.tensordot`).
public func tensordot(_ x: NDArray, _ y: NDArray, axes: ([Int], [Int])) -> NDArray {
  guard let left = Check.orderedAxes("tensordot", axes.0, of: x),
    let right = Check.orderedAxes("tensordot", axes.1, of: y)
  else {
    return .poisoned(x.aval)
  }
  guard left.count == right.count else {
    return fail(
      .value,
      "tensordot: \(left.count) axes of the left and \(right.count) of the right; they are summed in pairs, so name as many.",
      like: x.aval)
  }
  return Products.contract("tensordot", x, y, left, right)
}

/// The Kronecker product (`jnp.kron`): each element of `x` times the whole of `y`.
public func kron(_ x: NDArray, _ y: NDArray) -> NDArray {
  let rank = Swift.max(x.ndim, y.ndim)
  func widened(_ a: NDArray) -> [Int] { Array(repeating: 1, count: rank - a.ndim) + a.shape }
  let (left, right) = (widened(x), widened(y))
  guard Check.isShape("kron", zip(left, right).map { $0.multipliedReportingOverflow(by: $1).0 }) else {
    return .poisoned(x.aval)
  }
  // One dimension after the other: the product has at most eight either way, the pairs might have sixteen.
  var result = Lax.reshape(outer(x, y), [x.size, y.size])
  var (outerSize, innerLeft, innerRight) = (1, x.size, y.size)
  for (m, n) in zip(left, right) {
    guard m > 0, n > 0 else { break }
    (innerLeft, innerRight) = (innerLeft / m, innerRight / n)
    let pairs = Lax.reshape(result, [outerSize, m, innerLeft, n, innerRight])
    result = Lax.transpose(pairs, [0, 1, 3, 2, 4])
    outerSize *= m * n
  }
  return Lax.reshape(result, zip(left, right).map { $0 * $1 })
}

/// The sum of a diagonal of the matrices along two axes (`jnp.trace`).
public func trace(_ x: NDArray, offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> NDArray {
  guard Check.rank("trace", x, 2), let axes = Check.orderedAxes("trace", [axis1, axis2], of: x) else {
    return .poisoned(x.aval)
  }
  return sum(Matrices.diagonal(x, axes[0], axes[1], offset: offset), axis: -1)
}
/// The sum of the main diagonal: the form that can be passed as a function.
public func trace(_ x: NDArray) -> NDArray { trace(x, offset: 0) }

/// The vector product of vectors of three numbers (`jnp.cross`), or of two, of which it is a number; they lie along one
/// axis, the others broadcast.
public func cross(_ x: NDArray, _ y: NDArray, axis: Int = -1) -> NDArray {
  guard let xAxis = Check.axis("cross", axis, of: x), let yAxis = Check.axis("cross", axis, of: y) else {
    return .poisoned(x.aval)
  }
  let (a, b) = (Lax.moveAxis(x, from: xAxis, to: x.ndim - 1), Lax.moveAxis(y, from: yAxis, to: y.ndim - 1))
  let extents = (x.aval.shape[xAxis], y.aval.shape[yAxis])
  guard [2, 3].contains(extents.0), [2, 3].contains(extents.1) else {
    return fail(
      .shape,
      "cross: axis \(axis) of shapes \(x.aval.shape) and \(y.aval.shape) has the extents \(extents.0) and \(extents.1); they must be 2 or 3.",
      like: x.aval)
  }
  func part(_ v: NDArray, _ index: Int) -> NDArray? {
    let last = v.ndim - 1
    guard index < v.aval.shape[last] else { return nil }
    return Lax.squeeze(Lax.sliceInDim(v, index, index + 1, axis: last), [last])
  }
  func product(_ i: Int, _ j: Int) -> NDArray? { part(a, i).flatMap { left in part(b, j).map { left * $0 } } }
  func difference(_ i: Int, _ j: Int) -> NDArray {
    switch (product(i, j), product(j, i)) {
    case (let left?, let right?): return left - right
    case (let left?, nil): return left
    case (nil, let right?): return -right
    case (nil, nil): return Lax.fullLike(x, 0)
    }
  }
  if extents == (2, 2) { return difference(0, 1) }
  if extents == (3, 3), xAxis == x.ndim - 1, yAxis == y.ndim - 1 {
    // Every component at once, whole rows: no column is taken apart from its neighbours.
    func rolled(_ v: NDArray, _ shift: Int) -> NDArray { Rearranging.rolled(v, -shift, v.ndim - 1) }
    return rolled(x, 1) * rolled(y, 2) - rolled(x, 2) * rolled(y, 1)
  }
  let parts = [difference(1, 2), difference(2, 0), difference(0, 1)]
  return moveaxis(stack(parts, axis: -1), -1, xAxis)
}

enum Products {
  static func contract(_ name: String, _ x: NDArray, _ y: NDArray, _ left: [Int], _ right: [Int]) -> NDArray {
    for (i, j) in zip(left, right) where x.aval.shape[i] != y.aval.shape[j] {
      return fail(
        .shape,
        "\(name): shapes \(x.aval.shape) and \(y.aval.shape) cannot be multiplied: dimension \(i) of the left is \(x.aval.shape[i]) and dimension \(j) of the right is \(y.aval.shape[j]); they are summed together and must be equal.",
        like: x.aval)
    }
    if let product = inMemory(x, y, left, right) { return product }
    let type = Promotion.join((x.dtype, x.weakType), (y.dtype, y.weakType))
    let dims = DotGeneral.Dims(lhsContracting: left, rhsContracting: right)
    return Lax.dotGeneral(x.converted(to: type.dtype), y.converted(to: type.dtype), dims, resultDType: type.dtype)
      .converted(to: type.dtype, weak: type.weak)
  }

  /// The product of small vectors or matrices in memory, whose dimensions lie as a plain product wants them: the same
  /// step without what leads to it.
  private static func inMemory(_ x: NDArray, _ y: NDArray, _ left: [Int], _ right: [Int]) -> NDArray? {
    guard Context.evaluatesConstants, x.node.kind == .concrete, y.node.kind == .concrete,
      x.ndim == 1 || x.ndim == 2, y.ndim == 1 || y.ndim == 2, left.count == 1, left[0] == x.ndim - 1, right[0] == 0,
      x.dtype == y.dtype, x.dtype == .float32 || x.dtype == .float64, !x.weakType, !y.weakType
    else { return nil }
    let (m, k, n) = (x.ndim == 1 ? 1 : x.aval.shape[0], y.aval.shape[0], y.ndim == 1 ? 1 : y.aval.shape[1])
    guard k > 0, m * n > 0, m * n * k < large else { return nil }
    let shape = x.ndim == 1 ? (y.ndim == 1 ? [] : [n]) : y.ndim == 1 ? [m] : [m, n]
    let step = DotStep(batch: 1, m: m, n: n, k: k, lhsTransposed: false, rhsTransposed: false)
    return step.evaluate([x, y], [AbstractArray(Shape(shape), x.dtype)])[0]
  }

  /// Multiplications that are worth a look at other ways.
  private static let large = 1 << 12
}

/// The dot products of vectors along an axis, of which the first are conjugated (`jnp.vecdot`); the other axes broadcast.
///
/// ```swift
/// print(vecdot([[1, 2], [3, 4]], [1, 1]))  // [3 7]
/// ```
public func vecdot(_ x: NDArray, _ y: NDArray, axis: Int = -1) -> NDArray {
  guard let first = Check.axis("vecdot", axis, of: x), let second = Check.axis("vecdot", axis, of: y) else {
    return .poisoned(x.aval)
  }
  guard x.aval.shape[first] == y.aval.shape[second] else {
    return fail(
      .shape,
      "vecdot: the vectors along axis \(axis) of shapes \(x.aval.shape) and \(y.aval.shape) must be equally long.",
      like: x.aval)
  }
  let (row, column) = (moveaxis(Lax.conj(x), first, -1), moveaxis(y, second, -1))
  let product = matmul(Lax.expandDims(row, [row.ndim - 1]), Lax.expandDims(column, [column.ndim]))
  return Lax.squeeze(product, [product.ndim - 2, product.ndim - 1])
}
