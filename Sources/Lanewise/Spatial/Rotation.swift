import LanewiseCore

/// Rotations of space (`jax.scipy.spatial.transform.Rotation`), one or an array of them, as quaternions of norm 1. It
/// is a tree: it may be an argument and a result of transformed functions.
///
/// ```swift
/// let turn = Rotation.fromEuler("z", 90, degrees: true)
/// print(round(turn.apply([1, 2, 3]), decimals: 3))  // [-2.  1.  3.]
/// let both = turn * Rotation.fromRotvec([0.5, 0, 0])  // that about x first
/// ```
public struct Rotation: Tree, Sendable {
  /// The quaternions x, y, z, w along the last axis.
  public private(set) var quat: NDArray

  /// Rotations of quaternions that have norm 1.
  init(unit quat: NDArray) { self.quat = quat }

  public func walk(_ w: inout TreeWalker) -> Rotation { Rotation(unit: w(quat, "quat")) }

  /// Whether it is one rotation, and not an array of them (`Rotation.single`).
  public var single: Bool { quat.ndim == 1 }

  /// The number of rotations along the first axis; 1 for a single one.
  public var count: Int { single ? 1 : quat.shape[0] }

  // MARK: Making

  /// The rotation that moves nothing (`jax.scipy.spatial.transform.Rotation.identity`).
  public static func identity(dtype: DType? = nil) -> Rotation {
    Rotation(unit: NDArray([0.0, 0.0, 0.0, 1.0], dtype: dtype))
  }

  /// Rotations uniformly distributed among all (`jax.scipy.spatial.transform.Rotation.random`, which JAX names and
  /// does not have): quaternions drawn from the normal distribution.
  public static func random(_ key: NDArray, _ num: Int? = nil, dtype: DType? = nil) -> Rotation {
    fromQuat(Random.normal(key, (num.map { [$0] } ?? []) + [4], dtype: dtype))
  }

  /// Arrays of rotations one after the other (`jax.scipy.spatial.transform.Rotation.concatenate`).
  public static func concatenate(_ rotations: [Rotation]) -> Rotation {
    Rotation(unit: Lanewise.concatenate(rotations.map(\.quat)))
  }

  /// Some of the rotations of an array, by indices into the axes before the last of ``quat``.
  public subscript(_ index: any ArrayIndex) -> Rotation {
    guard !single else {
      return Rotation(
        unit: fail(.index, "Rotation: a single rotation has no parts; only an array of them does.", like: quat.aval))
    }
    return Rotation(unit: quat[index])
  }

  // MARK: Using

  /// First the rotation on the right, then that on the left.
  public static func * (p: Rotation, q: Rotation) -> Rotation {
    fromQuat(Quaternion.product(p.quat, q.quat))
  }

  /// Vectors along the last axis, rotated (`jax.scipy.spatial.transform.Rotation.apply`), each rotation with each
  /// vector by broadcasting.
  ///
  /// - Parameter inverse: whether to rotate back.
  public func apply(_ vectors: NDArray, inverse: Bool = false) -> NDArray {
    guard vectors.shape.last == 3 else {
      return fail(
        .shape, "Rotation.apply: vectors of shape \(vectors.aval.shape); the last axis must hold 3 coordinates.",
        like: vectors.aval)
    }
    let matrix = inverse ? asMatrix().mT : asMatrix()
    return matmul(matrix, Lax.expandDims(vectors, [vectors.ndim]))[.ellipsis, 0]
  }

  /// The rotations back (`jax.scipy.spatial.transform.Rotation.inv`).
  public func inv() -> Rotation { Rotation(unit: quat * NDArray([-1, -1, -1, 1], dtype: quat.dtype)) }

  /// The angles of the rotations, between 0 and π (`jax.scipy.spatial.transform.Rotation.magnitude`).
  public func magnitude() -> NDArray {
    2 * arctan2(Quaternion.norm(quat[.ellipsis, ..<3]), Lax.abs(quat[.ellipsis, 3]))
  }

  /// The rotation from which the rotations of an array are the least away, in the mean of squares
  /// (`jax.scipy.spatial.transform.Rotation.mean`).
  ///
  /// - Parameter weights: of each rotation; all the same if nothing is said.
  public func mean(weights: NDArray? = nil) -> Rotation {
    guard quat.ndim == 2, weights.map({ $0.shape == [count] }) ?? true else {
      return Rotation(
        unit: fail(
          .shape,
          "Rotation.mean: quaternions of shape \(quat.aval.shape)\(weights.map { ", weights \($0.aval.shape)" } ?? ""); it takes an array of rotations, and one weight for each.",
          like: AbstractArray([4], quat.dtype)))
    }
    let weighted = weights.map { Lax.expandDims($0.astype(quat.dtype), [1]) * quat } ?? quat
    return Rotation(unit: Linalg.eigh(matmul(weighted.T, quat)).eigenvectors[.all, -1])
  }
}

/// Quaternions x, y, z, w along the last axis.
enum Quaternion {
  /// The parts of vectors along the last axis.
  static func parts(_ x: NDArray) -> [NDArray] { (0..<x.shape[x.ndim - 1]).map { x[.ellipsis, $0] } }

  static func norm(_ x: NDArray) -> NDArray { Lax.sqrt(sum(x * x, axis: -1)) }

  static func product(_ p: NDArray, _ q: NDArray) -> NDArray { stack(product(parts(p), parts(q)), axis: -1) }

  static func product(_ p: [NDArray], _ q: [NDArray]) -> [NDArray] {
    let vector = (0..<3).map { i -> NDArray in
      let (j, k) = ((i + 1) % 3, (i + 2) % 3)
      let straight = p[3] * q[i] + q[3] * p[i]
      return straight + (p[j] * q[k] - p[k] * q[j])
    }
    let inner = p[0] * q[0] + p[1] * q[1] + p[2] * q[2]
    return vector + [p[3] * q[3] - inner]
  }
}
