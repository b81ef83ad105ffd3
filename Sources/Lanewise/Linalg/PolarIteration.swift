import LanewiseCore

extension Lax {
  /// The factors of A = UP by Halley's iteration with weights (`lax.linalg.qdwh`), for an A with no more columns than
  /// rows: U has orthonormal columns, P is Hermitian and positive semidefinite. ``Linalg/polar(_:left:)`` finds them by
  /// singular values. (Nakatsukasa, Bai and Gygi 2010.)
  ///
  /// - Parameters:
  ///   - maxIterations: the most iterations; 6 are enough for any matrix that is not singular in float64.
  ///   - eps: how exact: what the dtype holds if nothing is said.
  /// - Returns: U, P, the number of iterations, and whether they were enough.
  public static func qdwh(
    _ x: NDArray, maxIterations: Int = 10, eps: Double? = nil
  ) -> (u: NDArray, h: NDArray, iterations: NDArray, isConverged: NDArray) {
    let bad = NDArray.poisoned(x.aval)
    guard Check.rank("qdwh", x, 2, 2) else { return (bad, bad, bad, bad) }
    guard x.shape[0] >= x.shape[1], x.dtype.isInexact else {
      report(
        LanewiseError(
          .shape,
          "qdwh: a matrix of type \(x.aval); it must be of floating-point numbers, and have as many rows as columns."
        ))
      return (bad, bad, bad, bad)
    }
    return PolarIteration(eps: eps ?? FloatingPointClass.epsilon(x.dtype), maxIterations: maxIterations).run(x)
  }
}

private struct PolarIteration {
  let eps: Double
  let maxIterations: Int

  /// The weights a, b and c of a step: u becomes u (a + b uᴴu) / (1 + c uᴴu).
  private struct Weights {
    let a, b, c: Double
  }

  func run(_ x: NDArray) -> (NDArray, NDArray, NDArray, NDArray) {
    // So that no singular value is greater than 1.
    let (columns, rows) = (Linalg.norm(x, ord: 1), Linalg.norm(x, ord: .inf))
    let scale = `where`(columns .== 0, 1, Lax.rsqrt(columns) * Lax.rsqrt(rows))
    var u = x * scale.astype(x.dtype)
    var isMoving: NDArray = true
    let steps = weights()
    for step in steps {
      let before = u
      if step.c > 100 {
        u = byQR(u, step)
      } else {
        u = byCholesky(u, step)
        isMoving = isFar(u, before)
      }
    }
    let (count, iterated, moving) = Lax.whileLoop(
      { (k: NDArray, _: NDArray, moves: NDArray) in moves & (k .< NDArray(weak: maxIterations)) },
      { (k: NDArray, u: NDArray, _: NDArray) in
        let next = byCholesky(u, Weights(a: 3, b: 1, c: 3))
        return (k + 1, next, isFar(next, u))
      }, (NDArray(steps.count, dtype: DefaultDTypes.current.int), u, isMoving))
    // One step of Newton and Schulz makes it more exact.
    let product = { (x: NDArray, y: NDArray) in Lax.matrixProduct(x, y) }
    let unitary = 1.5 * iterated - product(0.5 * iterated, product(Lax.adjoint(iterated), iterated))
    let positive = product(Lax.adjoint(unitary), x)
    return (unitary, (positive + Lax.adjoint(positive)) / 2, count, ~moving)
  }

  private func isFar(_ x: NDArray, _ y: NDArray) -> NDArray {
    Linalg.norm(x - y) .> NDArray(weak: cubeRoot(5 * eps))
  }

  /// The steps after which the least singular value that counts, eps, is as good as 1.
  private func weights() -> [Weights] {
    var (least, steps) = (eps, [Weights]())
    while least + 5 * eps < 1, steps.count < maxIterations {
      let square = least * least
      let d = cubeRoot(4 * (1 / square - 1) / square)
      let root = (1 + d).squareRoot()
      let a = root + (2 - d + 2 * (2 - square) / (square * root)).squareRoot()
      let b = (a - 1) * (a - 1) / 4
      steps.append(Weights(a: a, b: b, c: a + b - 1))
      least = least * (a + b * square) / (1 + (a + b - 1) * square)
    }
    return steps
  }

  private func cubeRoot(_ x: Double) -> Double {
    ensureCompileTimeEval { Double(Lax.cbrt(NDArray(x, dtype: .float64))) }
  }

  private func byQR(_ u: NDArray, _ w: Weights) -> NDArray {
    let (m, n) = (u.shape[0], u.shape[1])
    let (e, root) = (w.b / w.c, w.c.squareRoot())
    let (q, _) = Lax.qr(
      Lax.concatenate([Lax.scalarLike(u, root) * u, Lax.identity(n, like: u)], dimension: 0), fullMatrices: false)
    let product = Lax.matrixProduct(q[..<m], Lax.adjoint(q[m...]))
    return Lax.scalarLike(u, e) * u + Lax.scalarLike(u, (w.a - e) / root) * product
  }

  private func byCholesky(_ u: NDArray, _ w: Weights) -> NDArray {
    let e = w.b / w.c
    let x = Lax.scalarLike(u, w.c) * Lax.matrixProduct(Lax.adjoint(u), u) + Lax.identity(u.shape[1], like: u)
    let y = Lax.cholesky(x, symmetrizeInput: false)
    let half = Lax.triangularSolve(y, Lax.adjoint(u), leftSide: true, lower: true)
    let whole = Lax.triangularSolve(y, half, leftSide: true, lower: true, transposeA: true, conjugateA: true)
    return Lax.scalarLike(u, e) * u + Lax.scalarLike(u, w.a - e) * Lax.adjoint(whole)
  }
}
