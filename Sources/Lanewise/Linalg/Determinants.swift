import LanewiseCore

extension Linalg {
  /// The determinants of square matrices (`jnp.linalg.det`). They are differentiated by cofactors, so that singular
  /// matrices have a derivative too.
  ///
  /// ```swift
  /// print(Linalg.det([[1, 2], [3, 4]]))  // -2.0
  /// ```
  public static func det(_ a: NDArray) -> NDArray {
    guard Check.square("det", a) else { return .poisoned(a.aval) }
    let operand = Promote.inexact(a)
    func at(_ i: Int, _ j: Int) -> NDArray { Determinant.element(operand, i, j) }
    switch a.shape.last! {
    case 2: return at(0, 0) * at(1, 1) - at(0, 1) * at(1, 0)
    case 3:
      let plus = at(0, 0) * at(1, 1) * at(2, 2) + at(0, 1) * at(1, 2) * at(2, 0) + at(0, 2) * at(1, 0) * at(2, 1)
      let minus = at(0, 2) * at(1, 1) * at(2, 0) + at(0, 0) * at(1, 2) * at(2, 1) + at(0, 1) * at(1, 0) * at(2, 2)
      return plus - minus
    default:
      return CustomJVP(
        "_det",
        { x in
          let (sign, logarithm) = slogdet(x[0])
          return [sign * exp(logarithm).astype(sign.dtype)]
        },
        rule: { x, t in
          let (value, solved) = Determinant.cofactorSolve(x[0], t[0])
          return ([value], [Lanewise.trace(solved, axis1: -1, axis2: -2)])
        }
      ).apply([operand])[0]
    }
  }

  /// The signs of the determinants of square matrices, and the logarithms of their magnitudes (`jnp.linalg.slogdet`):
  /// these neither overflow nor vanish where the determinants would. 0 and −∞ where a matrix is singular.
  ///
  /// ```swift
  /// let (sign, logabsdet) = Linalg.slogdet([[1, 2], [3, 4]])
  /// print(sign, logabsdet)  // -1.0 0.6931472, the logarithm of 2
  /// ```
  public static func slogdet(_ a: NDArray) -> (sign: NDArray, logabsdet: NDArray) {
    guard Check.square("slogdet", a) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    let results = CustomJVP(
      "_slogdet_lu", { Determinant.logarithm($0[0]) },
      rule: { x, t in
        let (sign, logarithm) = slogdet(x[0])
        let change = Lanewise.trace(Lax.solve(x[0], t[0]), axis1: -1, axis2: -2)
        guard x[0].dtype.isComplex else { return ([sign, logarithm], [zerosLike(sign), change]) }
        let real = Lax.real(change)
        return ([sign, logarithm], [(change - real.astype(change.dtype)) * sign, real])
      }
    ).apply([Promote.inexact(a)])
    return (results[0], results[1])
  }

  /// How many singular values are above `rtol`, an absolute bound (`jnp.linalg.matrix_rank`); the largest one times the
  /// larger extent times the dtype's epsilon where nothing is said.
  public static func matrixRank(_ m: NDArray, rtol: NDArray? = nil) -> NDArray {
    if m.ndim < 2 { return any(m .!= 0).astype(.int32) }
    let s = svdvals(m)
    guard !s.isPoisoned else { return s }
    let larger = Double(Swift.max(m.shape[m.ndim - 2], m.shape[m.ndim - 1]))
    let bound = rtol ?? max(s, axis: -1) * (larger * FloatingPointClass.epsilon(s.dtype))
    return sum(s .> expandDims(bound, axis: -1), axis: -1)
  }
  /// The rank by the default bound: the form that can be passed as a function.
  public static func matrixRank(_ m: NDArray) -> NDArray { matrixRank(m, rtol: nil) }
}

private enum Determinant {
  /// One element of each matrix.
  static func element(_ a: NDArray, _ i: Int, _ j: Int) -> NDArray {
    let row = Lax.sliceInDim(a, i, i + 1, axis: a.ndim - 2)
    return Lax.squeeze(Lax.sliceInDim(row, j, j + 1, axis: a.ndim - 1), [a.ndim - 2, a.ndim - 1])
  }

  /// 1 or −1: whether the exchanges of rows come to an even permutation.
  private static func parity(_ pivots: NDArray) -> NDArray {
    sum(Lax.ne(pivots, Lax.iota(pivots.dtype, pivots.shape, pivots.ndim - 1)), axis: -1, dtype: .int32)
  }
  private static func sign(_ parity: NDArray, _ dtype: DType) -> NDArray { (1 - 2 * (parity % 2)).astype(dtype) }

  /// The sign and the logarithm of the magnitude, from the diagonal of U.
  static func logarithm(_ a: NDArray) -> [NDArray] {
    let (lu, pivots, _) = Lax.lu(a)
    guard !lu.isPoisoned else { return [lu, lu] }
    let diagonal = Lax.diagonals(lu)
    let isZero = any(diagonal .== 0, axis: -1)
    let magnitudes = Lax.abs(diagonal)
    let exchanges = parity(pivots)
    let found: NDArray
    if a.dtype.isComplex {
      found = prod(diagonal / magnitudes.astype(a.dtype), axis: -1) * sign(exchanges, a.dtype)
    } else {
      found = sign(exchanges + sum(diagonal .< 0, axis: -1, dtype: .int32), a.dtype)
    }
    return [
      `where`(isZero, zerosLike(found), found),
      `where`(isZero, -NDArray.infinity, sum(Lax.log(magnitudes), axis: -1)),
    ]
  }

  /// det(A) and det(A)·A⁻¹·B, which is finite where A is singular: the last row is solved for without its determinant.
  /// Zeros where A lacks more than one to a full rank.
  static func cofactorSolve(_ a: NDArray, _ b: NDArray) -> (NDArray, NDArray) {
    let n = a.shape.last!
    guard n > 1 else { return (n == 1 ? element(a, 0, 0) : ones(Array(a.shape.dropLast(2)), dtype: a.dtype), b) }
    let (factors, pivots, permutation) = Lax.lu(a)
    guard !factors.isPoisoned else { return (factors, b) }
    // The products of the first elements of the diagonal: the last is the determinant.
    let partial = cumprod(Lax.diagonals(factors), axis: -1) * expandDims(sign(parity(pivots), a.dtype), axis: -1)
    let determinant = partial[.ellipsis, -1]
    let lu = factors.at[.ellipsis, -1, -1].set(1 / partial[.ellipsis, -2])
    let probe = Lax.triangularSolve(lu, ones(Array(a.shape.dropLast()), dtype: a.dtype), leftSide: true)
    let isDeficient = any(isnan(probe) | isinf(probe), axis: -1)[.ellipsis, .newAxis, .newAxis]
    let kept = `where`(isDeficient, zerosLike(b), b)
    let lower = Lax.triangularSolve(
      lu, Lax.takeRows(kept, permutation), leftSide: true, lower: true, unitDiagonal: true)
    let scaled = concatenate(
      [
        Lax.sliceInDim(lower, 0, n - 1, axis: a.ndim - 2) * determinant[.ellipsis, .newAxis, .newAxis],
        Lax.sliceInDim(lower, n - 1, n, axis: a.ndim - 2),
      ], axis: -2)
    let solved = Lax.triangularSolve(lu, scaled, leftSide: true)
    return (determinant, `where`(isDeficient, zerosLike(solved), solved))
  }
}
