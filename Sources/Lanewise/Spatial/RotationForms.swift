import LanewiseCore

// Rotations as quaternions, matrices, vectors and Rodrigues's parameters.
extension Rotation {
  /// The rotations of quaternions x, y, z, w along the last axis, of any norm but 0
  /// (`jax.scipy.spatial.transform.Rotation.from_quat`).
  public static func fromQuat(_ quat: NDArray) -> Rotation {
    guard let quat = vectors("fromQuat", quat, 4) else { return .poisoned(quat) }
    return Rotation(unit: quat / Lax.expandDims(Quaternion.norm(quat), [quat.ndim - 1]))
  }

  /// The quaternions (`jax.scipy.spatial.transform.Rotation.as_quat`).
  ///
  /// - Parameters:
  ///   - canonical: whether that of q and −q is taken whose w, or else x, y, z, is positive.
  ///   - scalarFirst: whether w comes first.
  public func asQuat(canonical: Bool = false, scalarFirst: Bool = false) -> NDArray {
    var result = quat
    if canonical {
      // The sign of the first that is not zero.
      let parts = Quaternion.parts(quat)
      let sign = [parts[0], parts[1], parts[2]].reversed().reduce(parts[2]) { later, part in
        `where`(part .== 0, later, part)
      }
      let isNegative = `where`(parts[3] .== 0, sign, parts[3]) .< 0
      result = `where`(Lax.expandDims(isNegative, [quat.ndim - 1]), -quat, quat)
    }
    return scalarFirst ? roll(result, 1, axis: -1) : result
  }

  /// The rotations of matrices along the last two axes, whose columns are where the axes go
  /// (`jax.scipy.spatial.transform.Rotation.from_matrix`).
  public static func fromMatrix(_ matrix: NDArray) -> Rotation {
    guard matrix.shape.suffix(2) == [3, 3] else {
      return .poisoned(
        fail(
          .shape, "Rotation.fromMatrix: shape \(matrix.aval.shape); the last two axes must be 3 × 3.",
          like: matrix.aval))
    }
    let m = (0..<3).map { row in Quaternion.parts(Promote.inexact(matrix)[.ellipsis, row, .all]) }
    let trace = m[0][0] + m[1][1] + m[2][2]
    // Four ways to the same; the best divides by the largest.
    var ways = (0..<3).map { i -> NDArray in
      let (j, k) = ((i + 1) % 3, (i + 2) % 3)
      var parts = [trace, trace, trace, m[k][j] - m[j][k]]
      parts[i] = 1 - trace + 2 * m[i][i]
      parts[j] = m[j][i] + m[i][j]
      parts[k] = m[k][i] + m[i][k]
      return stack(parts, axis: -1)
    }
    ways.append(stack([m[2][1] - m[1][2], m[0][2] - m[2][0], m[1][0] - m[0][1], 1 + trace], axis: -1))
    let best = argmax(stack([m[0][0], m[1][1], m[2][2], trace], axis: -1), axis: -1, keepdims: true)
    return fromQuat(
      ways.dropLast().enumerated().reduce(ways[3]) { `where`(best .== NDArray(weak: $1.offset), $1.element, $0) })
  }

  /// The matrices (`jax.scipy.spatial.transform.Rotation.as_matrix`).
  public func asMatrix() -> NDArray {
    let q = Quaternion.parts(quat)
    let rows = (0..<3).map { i -> NDArray in
      let elements = (0..<3).map { j -> NDArray in
        guard i != j else {
          let others = q[(i + 1) % 3] * q[(i + 1) % 3] + q[(i + 2) % 3] * q[(i + 2) % 3]
          return q[i] * q[i] - others + q[3] * q[3]
        }
        let (straight, turned) = (q[i] * q[j], q[3 - i - j] * q[3])
        return 2 * ((i + 1) % 3 == j ? straight - turned : straight + turned)
      }
      return stack(elements, axis: -1)
    }
    return stack(rows, axis: -2)
  }

  /// The rotations about vectors along the last axis by their lengths as angles
  /// (`jax.scipy.spatial.transform.Rotation.from_rotvec`).
  public static func fromRotvec(_ rotvec: NDArray, degrees: Bool = false) -> Rotation {
    guard let given = vectors("fromRotvec", rotvec, 3) else { return .poisoned(rotvec) }
    let vector = degrees ? deg2rad(given) : given
    let angle = Lax.expandDims(Quaternion.norm(vector), [vector.ndim - 1])
    let square = angle * angle
    let small = 0.5 - square / 48 + square * square / 3840
    let scale = `where`(angle .<= 1e-3, small, Lax.sin(angle / 2) / angle)
    return Rotation(unit: Lax.concatenate([scale * vector, Lax.cos(angle / 2)], dimension: vector.ndim - 1))
  }

  /// The vectors (`jax.scipy.spatial.transform.Rotation.as_rotvec`), of lengths between 0 and π.
  public func asRotvec(degrees: Bool = false) -> NDArray {
    let positive = `where`(quat[.ellipsis, .slice(3, nil)] .< 0, -quat, quat)
    let vector = positive[.ellipsis, ..<3]
    let angle = 2 * arctan2(Quaternion.norm(vector), positive[.ellipsis, 3])
    let square = angle * angle
    let small = 2 + square / 12 + 7 * square * square / 2880
    let scale = `where`(angle .<= 1e-3, small, angle / Lax.sin(angle / 2))
    return Lax.expandDims(degrees ? rad2deg(scale) : scale, [scale.ndim]) * vector
  }

  /// The rotations of modified Rodrigues parameters, the axis times tan(angle / 4), along the last axis
  /// (`jax.scipy.spatial.transform.Rotation.from_mrp`).
  public static func fromMRP(_ mrp: NDArray) -> Rotation {
    guard let mrp = vectors("fromMRP", mrp, 3) else { return .poisoned(mrp) }
    let square = sum(mrp * mrp, axis: -1, keepdims: true) + 1
    return Rotation(unit: Lax.concatenate([2 * mrp, 2 - square], dimension: mrp.ndim - 1) / square)
  }

  /// The modified Rodrigues parameters (`jax.scipy.spatial.transform.Rotation.as_mrp`), of lengths up to 1.
  public func asMRP() -> NDArray {
    let w = quat[.ellipsis, .slice(3, nil)]
    let sign = `where`(w .< 0, -1, onesLike(w))
    return sign * quat[.ellipsis, ..<3] / (1 + sign * w)
  }

  static func poisoned(_ x: NDArray) -> Rotation {
    Rotation(unit: .poisoned(AbstractArray([4], Promotion.inexact((x.dtype, false)).dtype)))
  }

  /// Floating-point vectors along the last axis.
  static func vectors(_ name: String, _ x: NDArray, _ size: Int) -> NDArray? {
    guard x.shape.last == size else {
      report(
        LanewiseError(
          .shape, "Rotation.\(name): shape \(x.aval.shape); the last axis must hold \(size) numbers of a rotation."))
      return nil
    }
    return Promote.inexact(x)
  }
}
