import LanewiseCore

/// Which norm ``Linalg/norm(_:ord:axis:keepdims:)`` takes.
public struct NormOrder: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  enum Kind: Hashable {
    case number(Double)
    case frobenius, nuclear
  }
  let kind: Kind

  public init(_ order: Double) { kind = .number(order) }
  public init(integerLiteral value: Int) { kind = .number(Double(value)) }
  public init(floatLiteral value: Double) { kind = .number(value) }
  private init(_ kind: Kind) { self.kind = kind }

  /// The root of the sum of squares of a matrix.
  public static let fro = NormOrder(.frobenius)
  /// The sum of the singular values of a matrix.
  public static let nuc = NormOrder(.nuclear)
  /// The largest magnitude of a vector; the largest sum of magnitudes of a matrix's rows.
  public static let inf = NormOrder(.infinity)
  /// The smallest magnitude of a vector; the smallest sum of magnitudes of a matrix's rows.
  public static let negativeInf = NormOrder(-.infinity)
}

extension Linalg {
  /// The norm of vectors along one axis, of matrices along two, or of all elements (`jnp.linalg.norm`).
  ///
  /// Without an order it is the root of the sum of squares. Vectors: 0 counts what is not 0, ±∞ are the extremes, p is
  /// (Σ|x|ᵖ)^(1/p). Matrices: 1 and −1 are the extreme sums of columns, ±∞ those of rows, `.fro` the root of the sum of
  /// squares; 2 and −2 are the extreme singular values, and `.nuc` is their sum.
  ///
  /// ```swift
  /// print(Linalg.norm([3, 4]))  // 5.0
  /// ```
  public static func norm(
    _ x: NDArray, ord: NormOrder? = nil, axis: (any AxisArgument)? = nil, keepdims: Bool = false
  ) -> NDArray {
    let operand = Promote.inexact(x)
    guard let ord else {
      let root: OnePass.Function = { [Lax.sqrt(sum(Norms.squares($0), axis: axis, keepdims: keepdims))] }
      return axis == nil ? OnePass.run("norm \(keepdims)", operand, root)[0] : root(operand)[0]
    }
    guard let axes = axis == nil ? Array(0..<x.ndim) : Check.orderedAxes("norm", axis!._axes, of: x) else {
      return .poisoned(operand.aval)
    }
    switch axes.count {
    case 1: return Norms.vector(operand, ord, axes[0], keepdims)
    case 2: return Norms.matrix(operand, ord, axes[0], axes[1], keepdims)
    default:
      return fail(
        .value,
        "norm: an order is for vectors and matrices, but shape \(x.aval.shape) has \(axes.count) axes to take it over; name one axis or two.",
        like: operand.aval)
    }
  }

  /// The norm of all elements: the form that can be passed as a function.
  public static func norm(_ x: NDArray) -> NDArray { norm(x, ord: nil) }

  /// The norms of the matrices in the last two dimensions (`jnp.linalg.matrix_norm`).
  public static func matrixNorm(_ x: NDArray, ord: NormOrder = .fro, keepdims: Bool = false) -> NDArray {
    guard Check.rank("matrix_norm", x, 2) else { return .poisoned(x.aval) }
    return norm(x, ord: ord, axis: [-2, -1], keepdims: keepdims)
  }

  /// The norms of vectors along one axis, or of all elements as one vector (`jnp.linalg.vector_norm`).
  public static func vectorNorm(
    _ x: NDArray, ord: NormOrder = 2, axis: Int? = nil, keepdims: Bool = false
  ) -> NDArray {
    if let axis { return norm(x, ord: ord, axis: axis, keepdims: keepdims) }
    let result = norm(ravel(x), ord: ord)
    return keepdims ? Lax.reshape(result, x.shape.map { _ in 1 }) : result
  }

  /// How far errors in a matrix grow where it is solved with (`jnp.linalg.cond`): the norm of A times that of A⁻¹.
  /// Without an order it is the largest singular value over the smallest, of any matrices; those of other orders must
  /// be square. Infinite where A is singular.
  ///
  /// ```swift
  /// print(Linalg.cond([[2, 0], [0, 4]]))  // 2.0
  /// ```
  public static func cond(_ x: NDArray, p: NormOrder? = nil) -> NDArray {
    guard Check.rank("cond", x, 2) else { return .poisoned(x.aval) }
    guard x.size > 0 || x.shape.suffix(2).allSatisfy({ $0 > 0 }) else {
      return fail(.value, "cond: the matrices of shape \(x.aval.shape) are empty; they have no condition.", like: x.aval)
    }
    let ratio: NDArray
    switch p?.kind {
    case nil, .number(2):
      let s = svdvals(x)
      return s[.ellipsis, 0] / s[.ellipsis, -1]
    case .number(-2):
      let s = svdvals(x)
      ratio = s[.ellipsis, -1] / s[.ellipsis, 0]
    default:
      guard Check.square("cond", x) else { return .poisoned(x.aval) }
      ratio = matrixNorm(x, ord: p!) * matrixNorm(inv(x), ord: p!)
    }
    // NaN is a singular matrix's, unless NaN was in the matrix.
    return `where`(isnan(ratio) & ~any(isnan(x), axis: [-2, -1]), NDArray.infinity, ratio)
  }
  /// The condition by singular values: the form that can be passed as a function.
  public static func cond(_ x: NDArray) -> NDArray { cond(x, p: nil) }
}

enum Norms {
  static func squares(_ x: NDArray) -> NDArray {
    x.dtype.isComplex ? Lax.real(Lax.mul(x, Lax.conj(x))) : Lax.integerPow(x, 2)
  }

  static func vector(_ x: NDArray, _ order: NormOrder, _ axis: Int, _ keepdims: Bool) -> NDArray {
    guard case .number(let p) = order.kind else {
      return fail(
        .value,
        "norm: the Frobenius and nuclear norms are of matrices, but the axes of shape \(x.aval.shape) are one; leave the order out, or name two axes.",
        like: x.aval)
    }
    let magnitudes = Lax.abs(x)
    switch p {
    case .infinity: return max(magnitudes, axis: axis, keepdims: keepdims)
    case -.infinity: return min(magnitudes, axis: axis, keepdims: keepdims)
    case 0: return sum(Promote.truth(x), axis: axis, keepdims: keepdims, dtype: magnitudes.dtype)
    case 1: return sum(magnitudes, axis: axis, keepdims: keepdims)
    case 2: return Lax.sqrt(sum(squares(x), axis: axis, keepdims: keepdims))
    default:
      let total = sum(power(magnitudes, NDArray(weak: p)), axis: axis, keepdims: keepdims)
      return power(total, NDArray(weak: 1 / p))
    }
  }

  static func matrix(_ x: NDArray, _ order: NormOrder, _ row: Int, _ column: Int, _ keepdims: Bool) -> NDArray {
    /// The extreme, over one axis, of the sums over the other.
    func extreme(_ summed: Int, _ kept: Int, isMax: Bool) -> NDArray {
      let sums = sum(Lax.abs(x), axis: summed, keepdims: true)
      let found = isMax ? max(sums, axis: kept, keepdims: true) : min(sums, axis: kept, keepdims: true)
      return keepdims ? found : squeeze(found, axis: [row, column])
    }
    /// What `reduce` makes of the singular values.
    func ofSingularValues(_ reduce: (NDArray, Int) -> NDArray) -> NDArray {
      let found = reduce(Linalg.svdvals(moveaxis(x, [row, column], [-2, -1])), -1)
      return keepdims ? expandDims(found, axis: [row, column]) : found
    }
    switch order.kind {
    case .nuclear: return ofSingularValues { sum($0, axis: $1) }
    case .number(2): return ofSingularValues { max($0, axis: $1) }
    case .number(-2): return ofSingularValues { min($0, axis: $1) }
    case .frobenius: return Lax.sqrt(sum(squares(x), axis: [row, column], keepdims: keepdims))
    case .number(1): return extreme(row, column, isMax: true)
    case .number(-1): return extreme(row, column, isMax: false)
    case .number(.infinity): return extreme(column, row, isMax: true)
    case .number(-.infinity): return extreme(column, row, isMax: false)
    default:
      return fail(
        .value,
        "norm: the order of matrices of shape \(x.aval.shape) must be .fro, .nuc, 1, -1, 2, -2, .inf or .negativeInf.",
        like: x.aval)
    }
  }
}
