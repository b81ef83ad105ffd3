import LanewiseEngine

/// A primitive that makes something of each matrix in the last two dimensions of its one operand. What is before them
/// is a batch, and goes before the dimensions of each result.
package protocol Factorization: StepPrimitive {}

extension Factorization {
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let results = bind(self, [Lax.moveAxis(x[0], from: axes[0]!, to: 0)])
    return (results, results.map { _ in 0 })
  }

  /// What `jvp` gives where nobody has a rule: the results, and an error.
  func noDerivative(_ x: [NDArray], _ sentence: String) -> ([NDArray], [Tangent]) {
    report(LanewiseError(.value, "\(name): \(sentence)"))
    let results = bind(self, x)
    return (results, results.map { .poisoned($0.aval) })
  }
}

/// The shape rules of linear algebra.
enum MatrixRule {
  /// The batch and the extents of an operand of matrices that LAPACK takes.
  static func matrix(_ name: String, _ x: AbstractArray) throws -> (batch: [Int], m: Int, n: Int) {
    guard x.rank >= 2 else {
      throw LanewiseError(
        .shape,
        "\(name): the array has shape \(x.shape); matrices are wanted in its last two dimensions, so it needs two at least."
      )
    }
    try DTypeClass.lapack.check(name, x)
    return (Array(x.shape.dims.dropLast(2)), x.shape[x.rank - 2], x.shape[x.rank - 1])
  }

  static func square(_ name: String, _ x: AbstractArray) throws -> (batch: [Int], n: Int) {
    let (batch, m, n) = try matrix(name, x)
    guard m == n else {
      throw LanewiseError(
        .shape, "\(name): the matrices of shape \(x.shape) have \(m) rows and \(n) columns; they must be square.")
    }
    return (batch, n)
  }
}
