import LanewiseCore

/// Ones on the `k`-th diagonal of an n × m matrix, zeros elsewhere (`jnp.eye`).
///
/// ```swift
/// print(eye(2))  // [[1. 0.]
///                //  [0. 1.]]
/// ```
public func eye(_ n: Int, _ m: Int? = nil, k: Int = 0, dtype: DType? = nil) -> NDArray {
  let dtype = dtype ?? DefaultDTypes.current.float
  let shape = [n, m ?? n]
  guard Check.isShape("eye", shape) else { return .poisoned(AbstractArray([0, 0], dtype)) }
  return Context.evaluatesConstants && !dtype.isKey
    ? Matrices.ones(onDiagonal: k, AbstractArray(Shape(shape), dtype)) : Matrices.isOnDiagonal(shape, k).astype(dtype)
}

/// The n × n identity matrix (`jnp.identity`).
public func identity(_ n: Int, dtype: DType? = nil) -> NDArray { eye(n, dtype: dtype) }

/// Ones at and below the `k`-th diagonal of an n × m matrix (`jnp.tri`).
public func tri(_ n: Int, _ m: Int? = nil, k: Int = 0, dtype: DType? = nil) -> NDArray {
  let dtype = dtype ?? DefaultDTypes.current.float
  guard let mask = Matrices.isAtOrBelow("tri", [n, m ?? n], k) else { return .poisoned(AbstractArray([0, 0], dtype)) }
  return mask.astype(dtype)
}

/// The lower triangles of the last two dimensions, with zeros above the `k`-th diagonal (`jnp.tril`).
public func tril(_ x: NDArray, k: Int = 0) -> NDArray { Matrices.triangle("tril", x, k, keepsLower: true) }
/// The upper triangles of the last two dimensions, with zeros below the `k`-th diagonal (`jnp.triu`).
public func triu(_ x: NDArray, k: Int = 0) -> NDArray { Matrices.triangle("triu", x, k, keepsLower: false) }
/// The lower triangles: the form that can be passed as a function.
public func tril(_ x: NDArray) -> NDArray { tril(x, k: 0) }
/// The upper triangles: the form that can be passed as a function.
public func triu(_ x: NDArray) -> NDArray { triu(x, k: 0) }

/// The `k`-th diagonal of a matrix, or the matrix that has a vector there (`jnp.diag`).
///
/// ```swift
/// print(diag([1, 2]))  // [[1 0]
///                      //  [0 2]]
/// ```
public func diag(_ x: NDArray, k: Int = 0) -> NDArray {
  guard Check.rank("diag", x, 1, 2) else { return .poisoned(x.aval) }
  if x.ndim == 2 { return diagonal(x, offset: k) }
  let shift = Swift.min(Int(clamping: k.magnitude), 1 << 40)
  let extent = x.aval.shape[0] + shift
  guard Check.isShape("diag", [extent, extent]) else { return .poisoned(x.aval) }
  let mask = Matrices.isOnDiagonal([extent, extent], k)
  let padded = Lax.pad(x, Lax.scalarZero(x), [(low: 0, high: shift, interior: 0)])
  let spread = Lax.broadcastInDim(padded, mask.shape, [k >= 0 ? 0 : 1])
  return Lax.select(mask, spread, Lax.full(mask.shape, .int(0), x.dtype))
}
/// The main diagonal: the form that can be passed as a function.
public func diag(_ x: NDArray) -> NDArray { diag(x, k: 0) }

/// The matrix that has the elements of `x`, flattened, on its `k`-th diagonal (`jnp.diagflat`).
public func diagflat(_ x: NDArray, k: Int = 0) -> NDArray { diag(ravel(x), k: k) }

/// The diagonals of the matrices that lie along two axes, at the end of the shape (`jnp.diagonal`).
public func diagonal(_ x: NDArray, offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> NDArray {
  guard Check.rank("diagonal", x, 2), let axes = Check.orderedAxes("diagonal", [axis1, axis2], of: x) else {
    return .poisoned(x.aval)
  }
  return Matrices.diagonal(x, axes[0], axes[1], offset: offset)
}

/// The matrix of descending powers of a vector's elements, or of ascending ones (`jnp.vander`): `n` columns, as many as
/// rows where nothing is said.
public func vander(_ x: NDArray, n: Int? = nil, increasing: Bool = false) -> NDArray {
  guard Check.rank("vander", x, 1, 1) else { return .poisoned(x.aval) }
  let columns = n ?? x.aval.shape[0]
  guard Check.isShape("vander", [x.aval.shape[0], columns]) else { return .poisoned(x.aval) }
  let base = Promote.number(x)
  let ascending = Lax.iota(base.dtype, [columns], 0)
  let exponents = increasing ? ascending : Lax.rev(ascending, [0])
  return power(Lax.expandDims(base, [1]), Lax.expandDims(exponents, [0]))
}

/// How ``meshgrid(_:indexing:sparse:)`` lays out its first two dimensions.
public enum GridIndexing: String, Sendable {
  /// Cartesian: the first array runs along the second dimension.
  case xy
  /// Matrix: every array runs along its own dimension.
  case ij
}

/// Coordinates of a grid from one vector for each dimension (`jnp.meshgrid`). `sparse` grids keep extents of 1 where
/// they do not vary.
///
/// ```swift
/// let grid = meshgrid([1, 2, 3], [10, 20])
/// print(grid[0])  // [[1 2 3]
///                 //  [1 2 3]]
/// ```
public func meshgrid(_ x: NDArray..., indexing: GridIndexing = .xy, sparse: Bool = false) -> [NDArray] {
  for vector in x where !Check.rank("meshgrid", vector, 0, 1) { return x.map { .poisoned($0.aval) } }
  let swaps = indexing == .xy && x.count >= 2
  func place(_ index: Int) -> Int { swaps && index < 2 ? 1 - index : index }
  let vectors = x.map { $0.ndim == 0 ? Lax.reshape($0, [1]) : $0 }
  var shape = [Int](repeating: 1, count: x.count)
  for (index, vector) in vectors.enumerated() { shape[place(index)] = vector.aval.shape[0] }
  guard Check.isShape("meshgrid", shape) else { return x.map { .poisoned($0.aval) } }
  return vectors.enumerated().map { index, vector in
    var own = shape
    if sparse { for other in shape.indices where other != place(index) { own[other] = 1 } }
    return Lax.broadcastInDim(vector, own, [place(index)])
  }
}

enum Matrices {
  /// Where column − row is k.
  static func isOnDiagonal(_ shape: [Int], _ k: Int) -> NDArray {
    let (rows, columns) = (Lax.iota(.int32, shape, 0), Lax.iota(.int32, shape, 1))
    return Lax.eq(shifted(rows, k), columns)
  }

  /// Ones there and zeros elsewhere, in memory.
  static func ones(onDiagonal k: Int, _ aval: AbstractArray) -> NDArray {
    let (rows, columns) = (aval.shape[0], aval.shape[1])
    let k = clamped(k)
    return .make(aval) { memory in
      memory.initializeMemory(as: UInt8.self, repeating: 0, count: aval.byteCount)
      let first = Swift.max(0, -k)
      for row in first..<Swift.max(first, Swift.min(rows, columns - k)) {
        Scalar.int(1).store(as: aval.dtype, at: memory + (row * columns + row + k) * aval.dtype.byteWidth)
      }
    }
  }

  /// Where column − row is k or less.
  static func isAtOrBelow(_ name: String, _ shape: [Int], _ k: Int) -> NDArray? {
    guard Check.isShape(name, shape) else { return nil }
    let rows = shifted(Lax.iota(.int32, shape, 0), k)
    return Lax.ge(rows, Lax.iota(.int32, shape, 1))
  }

  /// Beyond the matrix all diagonals are alike.
  private static func clamped(_ k: Int) -> Int { Swift.min(Swift.max(k, -(1 << 30)), 1 << 30) }

  private static func shifted(_ rows: NDArray, _ k: Int) -> NDArray {
    Lax.add(rows, Lax.literalLike(rows, clamped(k)))
  }

  static func triangle(_ name: String, _ x: NDArray, _ k: Int, keepsLower: Bool) -> NDArray {
    guard Check.rank(name, x, 2) else { return .poisoned(x.aval) }
    let diagonal = keepsLower ? k : (k == .min ? k : k - 1)
    return OnePass.run("triangle \(keepsLower) \(diagonal)", x) { x in
      guard let mask = isAtOrBelow(name, Array(x.shape.suffix(2)), diagonal) else { return [.poisoned(x.aval)] }
      let zero = Lax.full(x.shape, .int(0), x.dtype)
      let everywhere = Broadcast.expand(mask, to: x.shape)
      return [keepsLower ? Lax.select(everywhere, x, zero) : Lax.select(everywhere, zero, x)]
    }[0]
  }

  /// The diagonals along two distinct axes, which go last: in a matrix stored by rows they are a stride.
  static func diagonal(_ x: NDArray, _ axis1: Int, _ axis2: Int, offset: Int) -> NDArray {
    let others = (0..<x.ndim).filter { $0 != axis1 && $0 != axis2 }
    let matrices = Lax.transpose(x, others + [axis1, axis2])
    let outer = others.map { x.aval.shape[$0] }
    let (rows, columns) = (x.aval.shape[axis1], x.aval.shape[axis2])
    let top = offset <= -rows ? rows : Swift.max(-offset, 0)
    let left = Swift.min(Swift.max(offset, 0), columns)
    let (height, width) = (rows - top, columns - left)
    let count = Swift.min(height, width)
    guard count > 0 else { return Lax.full(outer + [0], .int(0), x.dtype) }
    let last = matrices.ndim - 1
    let block = Lax.sliceInDim(Lax.sliceInDim(matrices, top, rows, axis: last - 1), left, columns, axis: last)
    let flat = Lax.reshape(block, outer + [height * width])
    return Lax.sliceInDim(flat, 0, (count - 1) * (width + 1) + 1, stride: width + 1, axis: last - 1)
  }
}
