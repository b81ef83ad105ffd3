import LanewiseCore

// Rotations as turns about one axis after the other.
extension Rotation {
  /// The rotations of turns about axes by angles along the last axis
  /// (`jax.scipy.spatial.transform.Rotation.from_euler`).
  ///
  /// - Parameters:
  ///   - seq: one to three axes: `xyz` of the space, or `XYZ` of the body that turns. No axis follows on itself.
  ///   - angles: as many along the last axis as there are axes; a number for one axis.
  public static func fromEuler(_ seq: String, _ angles: NDArray, degrees: Bool = false) -> Rotation {
    let given = atleast1d(Promote.inexact(angles))
    guard let axes = EulerAxes("fromEuler", seq, 1...3), let last = given.shape.last else { return .poisoned(angles) }
    guard last == axes.numbers.count else {
      return .poisoned(
        fail(
          .shape,
          "Rotation.fromEuler: angles of shape \(angles.aval.shape) about the axes \(seq); the last axis must hold \(axes.numbers.count), one for each.",
          like: angles.aval))
    }
    let turns = zip(axes.numbers, Quaternion.parts(degrees ? deg2rad(given) : given)).map { axis, angle in
      var quat = [NDArray](repeating: zerosLike(angle), count: 3) + [Lax.cos(angle / 2)]
      quat[axis] = Lax.sin(angle / 2)
      return quat
    }
    let whole = turns.dropFirst().reduce(turns[0]) {
      axes.isIntrinsic ? Quaternion.product($0, $1) : Quaternion.product($1, $0)
    }
    return Rotation(unit: stack(whole, axis: -1))
  }

  /// The angles of turns about three axes (`jax.scipy.spatial.transform.Rotation.as_euler`), between −π and π, by
  /// Bernardes and Viollet (2022). Where two of the axes fall together, one of their angles is 0.
  ///
  /// - Parameter seq: three axes, as ``fromEuler(_:_:degrees:)`` takes them.
  public func asEuler(_ seq: String, degrees: Bool = false) -> NDArray {
    guard let axes = EulerAxes("asEuler", seq, 3...3) else {
      return .poisoned(AbstractArray(Shape(quat.shape.dropLast() + [3]), quat.dtype))
    }
    let order = axes.isIntrinsic ? axes.numbers.reversed() : axes.numbers
    let (i, j) = (order[0], order[1])
    let isSymmetric = i == order[2]
    let k = 3 - i - j
    let sign = Double((i - j) * (j - k) * (k - i) / 2)
    let q = Quaternion.parts(quat)
    let (a, b) = isSymmetric ? (q[3], q[i]) : (q[3] - q[j], q[i] + q[k] * sign)
    let (c, d) = isSymmetric ? (q[j], q[k] * sign) : (q[j] + q[3], q[k] * sign - q[i])
    let middle = 2 * arctan2(hypot(c, d), hypot(a, b))
    let (halfSum, halfDifference) = (arctan2(b, a), arctan2(d, c))
    let pi = Lax.scalarLike(middle, .pi)
    let isStraight = Lax.abs(middle) .<= 1e-7
    let isDegenerate = isStraight | (Lax.abs(middle - pi) .<= 1e-7)
    let alone = `where`(isStraight, 2 * halfSum, 2 * halfDifference * (axes.isIntrinsic ? 1 : -1))
    let none = zerosLike(alone)
    let first = `where`(isDegenerate, axes.isIntrinsic ? none : alone, halfSum - halfDifference)
    let third = `where`(isDegenerate, axes.isIntrinsic ? alone : none, halfSum + halfDifference)
    let turned = isSymmetric ? third : third * sign
    let centred = isSymmetric ? middle : middle - pi / 2
    let angles = stack(axes.isIntrinsic ? [turned, centred, first] : [first, centred, turned], axis: -1)
    let wrapped = (angles + pi) % (2 * pi) - pi
    return degrees ? rad2deg(wrapped) : wrapped
  }
}

/// The axes that a text such as `xyz` names.
private struct EulerAxes {
  let numbers: [Int]
  let isIntrinsic: Bool

  init?(_ name: String, _ text: String, _ count: ClosedRange<Int>) {
    let letters = Array(text)
    let isUpper = letters.first?.isUppercase ?? false
    let places = letters.compactMap { Array(isUpper ? "XYZ" : "xyz").firstIndex(of: $0) }
    let areDifferent = zip(letters, letters.dropFirst()).allSatisfy { $0 != $1 }
    guard places.count == letters.count, count.contains(letters.count), areDifferent else {
      let number = count.count == 1 ? "three" : "one to three"
      report(
        LanewiseError(
          .value,
          "Rotation.\(name): the axes \"\(text)\"; name \(number) of x, y, z, or of X, Y, Z, none twice in a row."))
      return nil
    }
    numbers = places
    isIntrinsic = isUpper
  }
}
