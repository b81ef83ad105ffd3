import LanewiseCore

extension Linalg {
  /// The x of least |A·x − b|, and among these of least |x| (`jnp.linalg.lstsq`), by singular values.
  ///
  /// ```swift
  /// print(Linalg.lstsq([[1, 0], [0, 1], [0, 0]], [1, 2, 3]).x)  // [1. 2.]
  /// ```
  ///
  /// - Parameters:
  ///   - a: a matrix.
  ///   - b: a vector, or a matrix whose columns are solved for.
  ///   - rcond: singular values below this share of the largest count as 0; the dtype's epsilon times the larger extent
  ///     where nothing is said.
  /// - Returns: x; the sum of the squares of A·x − b for each column; the rank of A; its singular values.
  public static func lstsq(
    _ a: NDArray, _ b: NDArray, rcond: NDArray? = nil
  ) -> (x: NDArray, residuals: NDArray, rank: NDArray, s: NDArray) {
    guard Check.rank("lstsq", a, 2, 2), Check.rank("lstsq", b, 1, 2) else {
      return (.poisoned(b.aval), .poisoned(b.aval), .poisoned(b.aval), .poisoned(a.aval))
    }
    guard a.shape[0] == b.shape[0] else {
      report(
        LanewiseError(
          .shape, "lstsq: shapes \(a.aval.shape) and \(b.aval.shape) do not fit; both must have as many rows."))
      return (.poisoned(b.aval), .poisoned(b.aval), .poisoned(b.aval), .poisoned(a.aval))
    }
    let type = Promotion.inexact(Promotion.join([a, b]))
    let matrix = a.converted(to: type.dtype)
    let right = b.converted(to: type.dtype)
    let columns = b.ndim == 1 ? Lax.expandDims(right, [1]) : right
    let n = a.shape[1]
    var (x, rank, s): (NDArray, NDArray, NDArray)
    if a.size == 0 {
      s = zeros([0], dtype: type.dtype)
      rank = NDArray.literal(.int(0), DefaultDTypes.current.int)
      x = zeros([n, columns.shape[1]], dtype: type.dtype)
    } else {
      let (u, values, vh) = svd(matrix, fullMatrices: false)
      guard !values.isPoisoned else { return (u, u, u, values) }
      s = values
      let epsilon = NDArray.literal(.float(FloatingPointClass.epsilon(s.dtype)), s.dtype)
      let least =
        rcond.map { `where`($0 .< 0, epsilon, $0.astype(s.dtype)) } ?? epsilon * Double(Swift.max(a.shape[0], n))
      let counts = s .>= least * s[0]
      rank = sum(counts)
      let safe = `where`(counts, s, 1)
      let inverse = expandDims(`where`(counts, 1 / safe, 0).astype(type.dtype), axis: 1)
      x = Lax.matrixProduct(Lax.adjoint(vh), inverse * Lax.matrixProduct(Lax.adjoint(u), columns))
    }
    let residuals = norm(columns - Lax.matrixProduct(matrix, x), ord: nil, axis: 0) ** 2
    return (b.ndim == 1 ? ravel(x) : x, residuals, rank, s)
  }

  /// The pseudo-inverses of Moore and Penrose (`jnp.linalg.pinv`), by singular values. They are differentiated as long
  /// as the rank stays.
  ///
  /// ```swift
  /// print(Linalg.pinv([[2, 0], [0, 0]]))  // [[0.5 0. ]
  ///                                       //  [0.  0. ]]
  /// ```
  ///
  /// - Parameters:
  ///   - rtol: singular values that are not above this share of the largest count as 0; ten times the dtype's epsilon
  ///     times the larger extent where nothing is said.
  ///   - hermitian: whether A is Hermitian.
  public static func pinv(_ a: NDArray, rtol: NDArray? = nil, hermitian: Bool = false) -> NDArray {
    guard hermitian ? Check.square("pinv", a) : Check.rank("pinv", a, 2) else { return .poisoned(a.aval) }
    let operand = Promote.inexact(a)
    let inverse = PseudoInverse(rtol: rtol, hermitian: hermitian)
    return CustomJVP("_pinv", { [inverse.value($0[0])] }, rule: { inverse.derivative($0[0], $1[0]) }).apply([operand])[0]
  }
  /// The pseudo-inverses by the defaults: the form that can be passed as a function.
  public static func pinv(_ a: NDArray) -> NDArray { pinv(a, rtol: nil) }
}

private struct PseudoInverse {
  let rtol: NDArray?
  let hermitian: Bool

  func value(_ a: NDArray) -> NDArray {
    let (m, n) = (a.shape[a.ndim - 2], a.shape[a.ndim - 1])
    guard m > 0, n > 0 else { return zeros(Array(a.shape.dropLast(2)) + [n, m], dtype: a.dtype) }
    let (u, s, vh) = Linalg.svd(Lax.conj(a), fullMatrices: false, hermitian: hermitian)
    guard !s.isPoisoned else { return u }
    let share = rtol ?? NDArray.literal(
      .float(10 * Double(Swift.max(m, n)) * FloatingPointClass.epsilon(a.dtype)), s.dtype)
    let cutoff = expandDims(share.astype(s.dtype), axis: -1) * s[.ellipsis, 0..<1]
    let kept = `where`(s .> cutoff, s, NDArray.infinity).astype(u.dtype)
    return Lax.matrixProduct(Lax.matrixTranspose(vh), Lax.matrixTranspose(u) / expandDims(kept, axis: -1))
  }

  /// Golub and Pereyra 1973.
  func derivative(_ a: NDArray, _ t: NDArray) -> ([NDArray], [NDArray]) {
    let p = Linalg.pinv(a, rtol: rtol, hermitian: hermitian)
    // With `hermitian`, the value is that of the Hermitian part.
    let (a, t) = hermitian ? (Lax.symmetrized(a), Lax.symmetrized(t)) : (a, t)
    let (ph, th) = (Lax.adjoint(p), Lax.adjoint(t))
    func product(_ x: NDArray, _ y: NDArray) -> NDArray { Lax.matrixProduct(x, y) }
    let change: NDArray
    if a.shape[a.ndim - 2] >= a.shape[a.ndim - 1] {
      let left = product(product(p, ph), th)
      let right = product(product(th, ph), p)
      change = left - product(product(left, a), p) + right - product(product(p, a), right)
        - product(product(p, t), p)
    } else {
      let left = product(p, product(ph, th))
      let right = product(th, product(ph, p))
      change = left - product(left, product(a, p)) + right - product(p, product(a, right))
        - product(p, product(t, p))
    }
    return ([p], [change])
  }
}
