import LanewiseCore

/// Linear algebra (`jnp.linalg`, and what is used of `jax.scipy.linalg`).
///
/// Matrices are the last two dimensions of an array, and those before are a batch. Integers become floating point;
/// factorisations compute in float32, float64, complex64 and complex128.
public enum Linalg {}

extension Check {
  /// Whether `x` holds square matrices.
  static func square(_ name: String, _ x: NDArray) -> Bool {
    guard Check.rank(name, x, 2) else { return false }
    let (rows, columns) = (x.aval.shape[x.ndim - 2], x.aval.shape[x.ndim - 1])
    guard rows == columns else {
      report(
        LanewiseError(
          .shape,
          "\(name): the matrices of shape \(x.aval.shape) have \(rows) rows and \(columns) columns; they must be square."
        ))
      return false
    }
    return true
  }
}
