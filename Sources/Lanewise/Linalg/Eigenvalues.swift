import LanewiseCore

extension Linalg {
  /// Eigenvalues and right eigenvectors of square matrices (`jnp.linalg.eig`), complex, in LAPACK's order: the vectors
  /// are columns. The vectors have no derivative; take that of ``eigvals(_:)``.
  ///
  /// ```swift
  /// print(Linalg.eig([[0, 1], [-1, 0]]).eigenvalues)  // [0.+1.j 0.-1.j]
  /// ```
  public static func eig(_ a: NDArray) -> (eigenvalues: NDArray, eigenvectors: NDArray) {
    guard Check.square("eig", a) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    let (w, v) = Lax.eig(Promote.inexact(a))
    return (w, v)
  }

  /// The eigenvalues of square matrices (`jnp.linalg.eigvals`), complex, in LAPACK's order.
  public static func eigvals(_ a: NDArray) -> NDArray {
    guard Check.square("eigvals", a) else { return .poisoned(a.aval) }
    return Lax.eigenvalues(Promote.inexact(a))
  }

  /// Eigenvalues and eigenvectors of Hermitian matrices (`jnp.linalg.eigh`): the values are real, the smallest first,
  /// and the vectors orthonormal columns. Where values are equal their vectors have no derivative.
  ///
  /// ```swift
  /// print(Linalg.eigh([[2, 1], [1, 2]]).eigenvalues)  // [1. 3.]
  /// ```
  ///
  /// - Parameters:
  ///   - uplo: which triangle is read, where the input is not made symmetric before.
  ///   - symmetrizeInput: whether it is (A + Aᴴ)/2 that is taken apart, which makes derivatives symmetric.
  public static func eigh(
    _ a: NDArray, uplo: Triangle = .lower, symmetrizeInput: Bool = true
  ) -> (eigenvalues: NDArray, eigenvectors: NDArray) {
    guard Check.square("eigh", a) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    let (v, w) = Lax.eigh(Promote.inexact(a), lower: uplo == .lower, symmetrizeInput: symmetrizeInput)
    return (w, v)
  }
  /// The same by the defaults: the form that can be passed as a function.
  public static func eigh(_ a: NDArray) -> (eigenvalues: NDArray, eigenvectors: NDArray) { eigh(a, uplo: .lower) }

  /// The eigenvalues of Hermitian matrices, the smallest first (`jnp.linalg.eigvalsh`).
  public static func eigvalsh(_ a: NDArray, uplo: Triangle = .lower) -> NDArray {
    guard Check.square("eigvalsh", a) else { return .poisoned(a.aval) }
    return Lax.hermitianEigenvalues(Promote.inexact(a), lower: uplo == .lower)
  }
  /// The eigenvalues: the form that can be passed as a function.
  public static func eigvalsh(_ a: NDArray) -> NDArray { eigvalsh(a, uplo: .lower) }

  /// The eigenvalues of the Hermitian matrix with the diagonal `d` and `e` below it, the smallest first
  /// (`jax.scipy.linalg.eigh_tridiagonal` with `eigvals_only=True`).
  public static func eighTridiagonal(_ d: NDArray, _ e: NDArray) -> NDArray {
    guard Check.rank("eigh_tridiagonal", d, 1, 1), Check.rank("eigh_tridiagonal", e, 1, 1),
      d.dtype == e.dtype, Swift.max(d.size - 1, 0) == e.size
    else {
      return fail(
        .shape,
        "eigh_tridiagonal: the diagonal has type \(d.aval) and what is below it \(e.aval); that must have one element less, and the same dtype.",
        like: d.aval)
    }
    guard d.size > 1 else { return Lax.real(Promote.inexact(d)) }
    return Lax.hermitianEigenvalues(diag(Promote.inexact(d)) + diag(Promote.inexact(e), k: -1), symmetrizeInput: false)
  }
}
