import LanewiseCore

/// What ``Linalg/solve(_:_:assumeA:lower:)`` may rely on.
public enum MatrixKind: String, Sendable {
  /// Nothing.
  case gen
  /// Symmetric, or Hermitian: as good as nothing.
  case sym, her
  /// Hermitian and positive definite: it has Cholesky's factors.
  case pos
}

extension Linalg {
  /// The X of A·X = B (`jnp.linalg.solve`), by LU with exchanges of rows. Infinite or NaN where A is singular.
  ///
  /// Differentiated as the solution that it is, with the factors that are there already.
  ///
  /// ```swift
  /// print(Linalg.solve([[2, 0], [0, 4]], [1, 1]))  // [0.5  0.25]
  /// ```
  ///
  /// - Parameters:
  ///   - a: square matrices.
  ///   - b: vectors, where `b` has one dimension, or one less than `a`; matrices otherwise. The dimensions before are
  ///     broadcast.
  public static func solve(_ a: NDArray, _ b: NDArray) -> NDArray {
    Solving("solve", a, b)?.run(Solving.byLU) ?? .poisoned(b.aval)
  }

  /// The X of A·X = B, where something may be known of A (`jax.scipy.linalg.solve`).
  ///
  /// - Parameter lower: which triangle of a positive definite A is read.
  public static func solve(_ a: NDArray, _ b: NDArray, assumeA: MatrixKind, lower: Bool = false) -> NDArray {
    guard assumeA == .pos else { return solve(a, b) }
    return Solving("solve", a, b)?.run { a, b in
      let factor = Solving.factor(stopGradient(a), lower: lower)
      return Lax.customLinearSolve(
        { Lax.matrixProduct(a, $0) }, b, solve: { Solving.solved(factor, lower: lower, $1) }, symmetric: true)
    } ?? .poisoned(b.aval)
  }

  /// The inverses of square matrices (`jnp.linalg.inv`). Infinite or NaN where a matrix is singular.
  ///
  /// ```swift
  /// print(Linalg.inv([[2, 0], [0, 4]]))  // [[0.5  0.  ]
  ///                                      //  [0.   0.25]]
  /// ```
  public static func inv(_ a: NDArray) -> NDArray {
    guard Check.square("inv", a) else { return .poisoned(a.aval) }
    let operand = Promote.inexact(a)
    return Solving.byLU(operand, Broadcast.expand(eye(a.shape.last!, dtype: operand.dtype), to: a.shape))
  }

  /// The X of op(A)·X = B for triangular A (`jax.scipy.linalg.solve_triangular`).
  ///
  /// - Parameters:
  ///   - trans: 0 for A, 1 for its transposed, 2 for its adjoint.
  ///   - lower: which triangle of A is read.
  ///   - unitDiagonal: whether A's diagonal is taken to be ones.
  public static func solveTriangular(
    _ a: NDArray, _ b: NDArray, trans: Int = 0, lower: Bool = false, unitDiagonal: Bool = false
  ) -> NDArray {
    guard Solving.isTransposition("solve_triangular", trans), Check.square("solve_triangular", a) else {
      return .poisoned(b.aval)
    }
    let type = Promotion.inexact(Promotion.join([a, b]))
    return Lax.triangularSolve(
      a.converted(to: type.dtype), b.converted(to: type.dtype), leftSide: true, lower: lower, transposeA: trans > 0,
      conjugateA: trans == 2, unitDiagonal: unitDiagonal)
  }

  /// Cholesky's factor of a Hermitian, positive definite A, of which one triangle is read, for ``choSolve(_:_:)``
  /// (`jax.scipy.linalg.cho_factor`): A = LLᴴ if `lower`, else UᴴU.
  public static func choFactor(_ a: NDArray, lower: Bool = false) -> (c: NDArray, lower: Bool) {
    guard Check.square("cho_factor", a) else { return (.poisoned(a.aval), lower) }
    return (Solving.factor(Promote.inexact(a), lower: lower), lower)
  }

  /// The X of A·X = B from what ``choFactor(_:lower:)`` made of A (`jax.scipy.linalg.cho_solve`).
  ///
  /// ```swift
  /// let factor = Linalg.choFactor([[4, 2], [2, 5]])
  /// print(Linalg.choSolve(factor, [6, 7]))  // [1. 1.]
  /// ```
  public static func choSolve(_ factor: (c: NDArray, lower: Bool), _ b: NDArray) -> NDArray {
    Solving("cho_solve", factor.c, b)?.run { Solving.solved($0, lower: factor.lower, $1) } ?? .poisoned(b.aval)
  }

  /// L and U of PA = LU in one matrix, and the row that each row was exchanged with (`jax.scipy.linalg.lu_factor`).
  public static func luFactor(_ a: NDArray) -> (lu: NDArray, pivots: NDArray) {
    guard Check.rank("lu_factor", a, 2) else { return (.poisoned(a.aval), .poisoned(a.aval)) }
    let (lu, pivots, _) = Lax.lu(Promote.inexact(a))
    return (lu, pivots)
  }

  /// The X of op(A)·X = B from what ``luFactor(_:)`` made of A (`jax.scipy.linalg.lu_solve`).
  ///
  /// - Parameter trans: 0 for A, 1 for its transposed, 2 for its adjoint.
  public static func luSolve(_ factors: (lu: NDArray, pivots: NDArray), _ b: NDArray, trans: Int = 0) -> NDArray {
    guard Solving.isTransposition("lu_solve", trans), let solving = Solving("lu_solve", factors.lu, b) else {
      return .poisoned(b.aval)
    }
    let permutation = Lax.luPivotsToPermutation(factors.pivots, factors.lu.shape.last!)
    return solving.run { lu, b in
      let shape = Array(b.shape.dropLast())
      guard let order = Broadcast.shape("lu_solve", [permutation.shape, shape]), order == shape else { return b.poisoned }
      let places = Broadcast.expand(permutation, to: shape)
      guard trans == 2 else { return Lax.luSolve(lu, places, b, transpose: trans == 1) }
      return Lax.conj(Lax.luSolve(lu, places, Lax.conj(b), transpose: true))
    }
  }

  /// The X of A·X = B for a tensor A (`jnp.linalg.tensorsolve`): the first dimensions of `a` are those of `b`, and the
  /// rest, with as many elements, are those of X.
  ///
  /// - Parameter axes: axes of `a` to be moved to the end before.
  public static func tensorsolve(_ a: NDArray, _ b: NDArray, axes: [Int]? = nil) -> NDArray {
    var tensor = a
    if let axes {
      guard let places = Check.orderedAxes("tensorsolve", axes, of: a) else { return .poisoned(b.aval) }
      for place in places { tensor = moveaxis(tensor, place, a.ndim - 1) }
    }
    let rest = Array(tensor.shape.dropFirst(b.ndim))
    guard Array(tensor.shape.prefix(b.ndim)) == b.shape, rest.reduce(1, *) == b.size else {
      return fail(
        .shape,
        "tensorsolve: shapes \(tensor.aval.shape) and \(b.aval.shape) do not fit; the first dimensions of the left must be those of the right, and the rest must have as many elements.",
        like: b.aval)
    }
    return Lax.reshape(solve(Lax.reshape(tensor, [b.size, b.size]), ravel(b)), rest)
  }

  /// The inverse of a tensor as a map from its dimensions after the first `ind` to these (`jnp.linalg.tensorinv`).
  public static func tensorinv(_ a: NDArray, ind: Int = 2) -> NDArray {
    guard ind > 0, ind <= a.ndim, a.shape[..<ind].reduce(1, *) == a.shape[ind...].reduce(1, *) else {
      return fail(
        .shape,
        "tensorinv: with ind \(ind), the first dimensions of shape \(a.aval.shape) must have as many elements as the rest, and ind must be positive.",
        like: a.aval)
    }
    let count = a.shape[..<ind].reduce(1, *)
    return Lax.reshape(inv(Lax.reshape(a, [count, count])), Array(a.shape[ind...] + a.shape[..<ind]))
  }
  /// The inverse after two dimensions: the form that can be passed as a function.
  public static func tensorinv(_ a: NDArray) -> NDArray { tensorinv(a, ind: 2) }
}

/// A and B of an equation A·X = B, with matrices for vectors and the batches of both alike.
struct Solving {
  let a, b: NDArray
  /// The shape of X.
  private let shape: [Int]
  private let isVector: Bool
  /// Whether one A serves for a batch of B, whose columns then lie side by side.
  private let isShared: Bool

  /// Nil, and an error reported, where they do not fit.
  init?(_ name: String, _ a: NDArray, _ b: NDArray) {
    guard Check.square(name, a), Check.rank(name, b, 1) else { return nil }
    isVector = b.ndim == 1 || a.ndim == b.ndim + 1
    let n = a.shape.last!
    guard b.shape[b.ndim - (isVector ? 1 : 2)] == n else {
      report(
        LanewiseError(
          .shape,
          "\(name): shapes \(a.aval.shape) and \(b.aval.shape) do not fit: the matrices have \(n) rows, and so must \(isVector ? "the vectors" : "the matrices on the right") have \(n) \(isVector ? "elements" : "rows")."
        ))
      return nil
    }
    let type = Promotion.inexact(Promotion.join([a, b]))
    let (left, right) = (a.converted(to: type.dtype), b.converted(to: type.dtype))
    let matrices = isVector ? Lax.expandDims(right, [b.ndim]) : right
    guard let batch = Broadcast.shape(name, [Array(a.shape.dropLast(2)), Array(matrices.shape.dropLast(2))]) else {
      return nil
    }
    let columns = matrices.shape.last!
    shape = batch + [n, columns]
    let whole = Broadcast.expand(matrices, to: shape)
    isShared = a.ndim == 2 && !batch.isEmpty
    if isShared {
      self.a = left
      self.b = Lax.reshape(moveaxis(whole, -2, 0), [n, batch.reduce(columns, *)])
    } else {
      self.a = Broadcast.expand(left, to: batch + [n, n])
      self.b = whole
    }
  }

  func run(_ solve: (NDArray, NDArray) -> NDArray) -> NDArray {
    var x = solve(a, b)
    guard !x.isPoisoned else { return x }
    if isShared {
      x = moveaxis(Lax.reshape(x, [shape[shape.count - 2]] + shape.dropLast(2) + [shape.last!]), 0, -2)
    }
    return isVector ? Lax.squeeze(x, [x.ndim - 1]) : x
  }

  static func isTransposition(_ name: String, _ trans: Int) -> Bool {
    guard (0...2).contains(trans) else {
      report(
        LanewiseError(.value, "\(name): trans is \(trans); it must be 0 (A), 1 (its transposed) or 2 (its adjoint)."))
      return false
    }
    return true
  }

  /// X from the factors L and U: a dozen operations, so that also small arrays are worth a compiled program.
  static func byLU(_ a: NDArray, _ b: NDArray) -> NDArray {
    let isInMemory = !Context.isTracing && a.node.kind == .concrete && b.node.kind == .concrete
    return isInMemory ? compiledByLU(a, b) : Lax.solve(a, b)
  }

  private static let compiledByLU = jit({ (a: NDArray, b: NDArray) in Lax.solve(a, b) }, name: "solve")

  /// Cholesky's factor of one triangle.
  static func factor(_ a: NDArray, lower: Bool) -> NDArray {
    let factor = Lax.cholesky(lower ? a : Lax.adjoint(a), symmetrizeInput: false)
    return lower ? factor : Lax.adjoint(factor)
  }

  /// X from Cholesky's factor.
  static func solved(_ c: NDArray, lower: Bool, _ b: NDArray) -> NDArray {
    let half = Lax.triangularSolve(
      c, b, leftSide: true, lower: lower, transposeA: !lower, conjugateA: !lower)
    return Lax.triangularSolve(c, half, leftSide: true, lower: lower, transposeA: lower, conjugateA: lower)
  }
}
