import LanewiseCore

// The functions of the array API's namespace, strict about the dimensions of what they take.
extension Linalg {
  /// The product of matrices, of stacks of them, or of vectors (`jnp.linalg.matmul`): see ``Lanewise/matmul(_:_:)``.
  public static func matmul(_ x: NDArray, _ y: NDArray) -> NDArray { Lanewise.matmul(x, y) }

  /// The products of the elements of two vectors (`jnp.linalg.outer`).
  public static func outer(_ x: NDArray, _ y: NDArray) -> NDArray {
    guard Check.rank("outer", x, 1, 1), Check.rank("outer", y, 1, 1) else { return .poisoned(x.aval) }
    return Lanewise.outer(x, y)
  }

  /// The vector product of vectors of three numbers along an axis (`jnp.linalg.cross`).
  public static func cross(_ x: NDArray, _ y: NDArray, axis: Int = -1) -> NDArray {
    guard let left = Check.axis("cross", axis, of: x), let right = Check.axis("cross", axis, of: y) else {
      return .poisoned(x.aval)
    }
    guard x.shape[left] == 3, y.shape[right] == 3 else {
      return fail(
        .shape,
        "cross: axis \(axis) of shapes \(x.aval.shape) and \(y.aval.shape) has the extents \(x.shape[left]) and \(y.shape[right]); both must be 3.",
        like: x.aval)
    }
    return Lanewise.cross(x, y, axis: axis)
  }

  /// The sums of the products of vectors along an axis, those of `x` conjugated (`jnp.linalg.vecdot`).
  ///
  /// ```swift
  /// print(Linalg.vecdot([[1, 2], [3, 4]], [1, 1]))  // [3 7]
  /// ```
  public static func vecdot(_ x: NDArray, _ y: NDArray, axis: Int = -1) -> NDArray {
    guard let left = Check.axis("vecdot", axis, of: x), let right = Check.axis("vecdot", axis, of: y) else {
      return .poisoned(x.aval)
    }
    guard x.shape[left] == y.shape[right] else {
      return fail(
        .shape,
        "vecdot: axis \(axis) of shapes \(x.aval.shape) and \(y.aval.shape) has the extents \(x.shape[left]) and \(y.shape[right]), which must be equal.",
        like: x.aval)
    }
    let row = expandDims(moveaxis(Lax.conj(x), left, -1), axis: -2)
    let column = expandDims(moveaxis(y, right, -1), axis: -1)
    let product = Lanewise.matmul(row, column)
    return product.isPoisoned ? product : squeeze(product, axis: [-2, -1])
  }

  /// The product summed over the last `count` dimensions of `x` and the first of `y` (`jnp.linalg.tensordot`).
  public static func tensordot(_ x: NDArray, _ y: NDArray, axes count: Int = 2) -> NDArray {
    Lanewise.tensordot(x, y, axes: count)
  }
  /// The product summed over these axes of `x` and of `y`, in pairs.
  public static func tensordot(_ x: NDArray, _ y: NDArray, axes: ([Int], [Int])) -> NDArray {
    Lanewise.tensordot(x, y, axes: axes)
  }

  /// The last two dimensions exchanged (`jnp.linalg.matrix_transpose`).
  public static func matrixTranspose(_ x: NDArray) -> NDArray { Lanewise.matrixTranspose(x) }

  /// The `offset`-th diagonals of the matrices in the last two dimensions (`jnp.linalg.diagonal`).
  public static func diagonal(_ x: NDArray, offset: Int = 0) -> NDArray {
    Lanewise.diagonal(x, offset: offset, axis1: -2, axis2: -1)
  }
  /// The main diagonals: the form that can be passed as a function.
  public static func diagonal(_ x: NDArray) -> NDArray { diagonal(x, offset: 0) }

  /// The sums of the `offset`-th diagonals of the matrices in the last two dimensions (`jnp.linalg.trace`).
  public static func trace(_ x: NDArray, offset: Int = 0, dtype: DType? = nil) -> NDArray {
    guard Check.rank("trace", x, 2) else { return .poisoned(x.aval) }
    return sum(diagonal(x, offset: offset), axis: -1, dtype: dtype)
  }
  /// The sums of the main diagonals: the form that can be passed as a function.
  public static func trace(_ x: NDArray) -> NDArray { trace(x, offset: 0) }

  /// The product of two matrices or more, in the order that costs least (`jnp.linalg.multi_dot`). The first and the
  /// last may be vectors: a row and a column.
  public static func multiDot(_ arrays: [NDArray]) -> NDArray {
    guard arrays.count >= 2 else {
      let type = arrays.first?.aval ?? AbstractArray([], DefaultDTypes.current.float)
      return fail(.value, "multi_dot: \(arrays.count) arrays are given; it takes two at least.", like: type)
    }
    for (place, array) in arrays.enumerated() {
      let isInner = place > 0 && place < arrays.count - 1
      guard Check.rank("multi_dot", array, isInner ? 2 : 1, 2) else { return .poisoned(array.aval) }
    }
    for (left, right) in zip(arrays, arrays.dropFirst()) where left.shape.last != right.shape.first {
      return fail(
        .shape,
        "multi_dot: shapes \(left.aval.shape) and \(right.aval.shape) cannot be multiplied; the last dimension of the left must be the first of the right.",
        like: left.aval)
    }
    let type = Promotion.join(arrays)
    return MatrixChain(arrays.map { $0.converted(to: type.dtype) }).product()
  }

  /// The n-th powers of square matrices (`jnp.linalg.matrix_power`); those of the inverses where n is negative.
  ///
  /// ```swift
  /// print(Linalg.matrixPower([[1, 1], [0, 1]], 3))  // [[1. 3.]
  ///                                                 //  [0. 1.]]
  /// ```
  public static func matrixPower(_ a: NDArray, _ n: Int) -> NDArray {
    guard Check.square("matrix_power", a) else { return .poisoned(a.aval) }
    let base = n < 0 ? inv(a) : Promote.inexact(a)
    guard n != 0 else { return Broadcast.expand(eye(a.shape.last!, dtype: base.dtype), to: a.shape) }
    guard !base.isPoisoned else { return base }
    if n.magnitude == 3 { return Lax.matrixProduct(Lax.matrixProduct(base, base), base) }
    var (square, result, rest) = (base, NDArray?.none, n.magnitude)
    while true {
      if rest & 1 == 1 { result = result.map { Lax.matrixProduct($0, square) } ?? square }
      rest >>= 1
      if rest == 0 { return result! }
      square = Lax.matrixProduct(square, square)
    }
  }
}

/// A chain of matrices that fit each other, and the order of its products that costs least.
private struct MatrixChain {
  private let arrays: [NDArray]
  /// Where each part of the chain, from i to j, is cut for its last product.
  private var cuts: [[Int]]

  init(_ arrays: [NDArray]) {
    self.arrays = arrays
    let count = arrays.count
    let rows = arrays.map { $0.ndim == 1 ? 1.0 : Double($0.shape[0]) }
    let extents = (arrays[0].ndim == 1 ? [1] : [rows[0]]) + arrays.dropLast().map { Double($0.shape.last!) }
      + [arrays[count - 1].ndim == 1 ? 1 : Double(arrays[count - 1].shape.last!)]
    var costs = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    cuts = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for length in 1..<count {
      for i in 0..<count - length {
        let j = i + length
        costs[i][j] = .infinity
        for cut in i..<j {
          let cost = costs[i][cut] + costs[cut + 1][j] + extents[i] * extents[cut + 1] * extents[j + 1]
          if cost < costs[i][j] { (costs[i][j], cuts[i][j]) = (cost, cut) }
        }
      }
    }
  }

  func product() -> NDArray { product(0, arrays.count - 1) }

  private func product(_ i: Int, _ j: Int) -> NDArray {
    i == j ? arrays[i] : Lanewise.matmul(product(i, cuts[i][j]), product(cuts[i][j] + 1, j))
  }
}
