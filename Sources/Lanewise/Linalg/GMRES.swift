import LanewiseCore

extension Linalg {
  /// How ``gmres(_:_:x0:tol:atol:restart:maxiter:m:solveMethod:)-((NDArray)->NDArray,_,_,_,_,_,_,_,_)`` finds the
  /// best vector of a Krylov space.
  public enum GMRESMethod: Sendable {
    /// By least squares when the space is complete.
    case batched
    /// By rotations as it grows, so that it can end early.
    case incremental
  }

  /// The x of A·x = b for any A, by minimal residuals in Krylov spaces (`jax.scipy.sparse.linalg.gmres`).
  ///
  /// Differentiated as the solution that it is: by one more solve, not through the iterations.
  ///
  /// ```swift
  /// let x = Linalg.gmres({ x in matmul(a, x) }, b)
  /// ```
  ///
  /// - Parameters:
  ///   - a: the linear map.
  ///   - x0: where to begin; zeros if nothing is said.
  ///   - tol: it ends when the norm of b − A·x is at most `tol` times that of b,
  ///   - atol: or at most this, whichever is larger.
  ///   - restart: the most dimensions of a Krylov space; then another is begun at the best x.
  ///   - maxiter: the most spaces; ten times the number of unknowns if nothing is said.
  ///   - m: a map near A⁻¹, which makes it need fewer iterations.
  public static func gmres(
    _ a: @escaping (NDArray) -> NDArray, _ b: NDArray, x0: NDArray? = nil, tol: Double = 1e-5, atol: Double = 0,
    restart: Int = 20, maxiter: Int? = nil, m: ((NDArray) -> NDArray)? = nil, solveMethod: GMRESMethod = .batched
  ) -> NDArray {
    Iteration(tol: tol, atol: atol, maxiter: maxiter, isHermitian: false)
      .solve("gmres", a, Promote.inexact(b), x0, m, GMRES.method(restart, solveMethod))
  }

  /// The same for a matrix.
  public static func gmres(
    _ a: NDArray, _ b: NDArray, x0: NDArray? = nil, tol: Double = 1e-5, atol: Double = 0, restart: Int = 20,
    maxiter: Int? = nil, m: ((NDArray) -> NDArray)? = nil, solveMethod: GMRESMethod = .batched
  ) -> NDArray {
    gmres(
      { Lanewise.matmul(a, $0) }, b, x0: x0, tol: tol, atol: atol, restart: restart, maxiter: maxiter, m: m,
      solveMethod: solveMethod)
  }

  /// The same for unknowns that are trees.
  @_disfavoredOverload
  public static func gmres<X: Tree>(
    _ a: @escaping (X) -> X, _ b: X, x0: X? = nil, tol: Double = 1e-5, atol: Double = 0, restart: Int = 20,
    maxiter: Int? = nil, m: ((X) -> X)? = nil, solveMethod: GMRESMethod = .batched
  ) -> X {
    Iteration(tol: tol, atol: atol, maxiter: maxiter, isHermitian: false)
      .solve("gmres", a, b, x0, m, GMRES.method(restart, solveMethod))
  }
}

/// Generalised minimal residuals of vectors that are one array.
private struct GMRES {
  let a, m: (NDArray) -> NDArray
  let b: NDArray
  let restart: Int
  /// Below which norm of the rest within a space it ends.
  let bound: NDArray
  let isIncremental: Bool

  static func method(_ restart: Int, _ method: Linalg.GMRESMethod) -> Iteration.Method {
    { end, a, b, x0, m in
      let (right, unravel) = ravelPytree(b)
      let flat = { (map: @escaping Iteration.Map) in { (x: NDArray) in ravelPytree(map(unravel(x))).vector } }
      let atol = Lax.sqrt(end.bound(b))
      let near = flat(m)(right)
      let bound = Linalg.norm(near) * minimum(1, atol / Linalg.norm(right))
      let solver = GMRES(
        a: flat(a), m: flat(m), b: right, restart: Swift.max(1, Swift.min(restart, right.size)), bound: bound,
        isIncremental: method == .incremental)
      return unravel(solver.run(ravelPytree(x0).vector, atol, most: end.mostIterations(b)))
    }
  }

  func run(_ x0: NDArray, _ atol: NDArray, most: Int) -> NDArray {
    Lax.whileLoop(
      { (_: NDArray, rest: Rest, count: NDArray) in (count .< NDArray(weak: most)) & (rest.norm .> atol) },
      { (x: NDArray, rest: Rest, count: NDArray) in
        let next = x + (isIncremental ? byRotations(rest) : byLeastSquares(rest))
        return (next, self.rest(next), count + 1)
      }, (x0, rest(x0), NDArray(0 as Int32))
    ).0
  }

  /// A vector as one of norm 1, or 0, and its norm.
  private struct Rest: Tree {
    var unit, norm: NDArray
    func walk(_ w: inout TreeWalker) -> Rest { Rest(unit: w(unit, "unit"), norm: w(norm, "norm")) }
  }

  private func rest(_ x: NDArray) -> Rest { normalized(m(b - a(x)), FloatingPointClass.epsilon(b.dtype)) }

  private func normalized(_ x: NDArray, _ least: NDArray) -> Rest {
    let norm = Linalg.norm(x)
    let isSmall = norm .<= least
    return Rest(unit: `where`(isSmall, 0, x / norm.astype(x.dtype)), norm: `where`(isSmall, 0, norm))
  }
  private func normalized(_ x: NDArray, _ least: Double) -> Rest { normalized(x, NDArray(weak: least)) }

  /// One more vector of the space: A times the last, without what the others have of it; and how much that was.
  private func grown(_ vectors: NDArray, _ k: NDArray) -> (vectors: NDArray, overlaps: NDArray, norm: NDArray) {
    let product = m(a(vectors[.all, k]))
    let before = Linalg.norm(product)
    // Twice is enough.
    let first = matmul(Lax.adjoint(vectors), product)
    let once = product - matmul(vectors, first)
    let second = matmul(Lax.adjoint(vectors), once)
    let next = normalized(once - matmul(vectors, second), before * FloatingPointClass.epsilon(b.dtype))
    let overlaps = (first + second).at[k + 1].set(next.norm.astype(b.dtype))
    return (vectors.at[.all, k + 1].set(next.unit), overlaps, next.norm)
  }

  private func start(_ rest: Rest) -> (vectors: NDArray, overlaps: NDArray, target: NDArray) {
    let vectors = zeros([b.size, restart + 1], dtype: b.dtype).at[.all, 0].set(rest.unit)
    let target = zeros([restart + 1], dtype: b.dtype).at[0].set(rest.norm.astype(b.dtype))
    // A row for each step; those that are not taken are the identity's, so that it can be solved with.
    return (vectors, eye(restart, restart + 1, dtype: b.dtype), target)
  }

  private func byLeastSquares(_ rest: Rest) -> NDArray {
    let start = start(rest)
    let (vectors, overlaps, _) = Lax.whileLoop(
      { (_: NDArray, _: NDArray, s: [NDArray]) in (s[0] .< NDArray(weak: restart)) & ~s[1] },
      { (vectors: NDArray, overlaps: NDArray, s: [NDArray]) in
        let next = grown(vectors, s[0])
        return (next.vectors, overlaps.at[s[0]].set(next.overlaps), [s[0] + 1, next.norm .== 0])
      }, (start.vectors, start.overlaps, [NDArray(0 as Int32), false]))
    let matrix = overlaps.T
    let normal = Lax.matrixProduct(Lax.adjoint(matrix), matrix)
    let y = Linalg.solve(normal, matmul(Lax.adjoint(matrix), start.target), assumeA: .pos)
    return matmul(vectors[.all, ..<restart], y)
  }

  private func byRotations(_ rest: Rest) -> NDArray {
    let start = start(rest)
    let turns = zeros([restart, 2], dtype: b.dtype)
    let (vectors, arrays, _) = Lax.whileLoop(
      { (_: NDArray, _: [NDArray], s: [NDArray]) in (s[0] .< NDArray(weak: restart)) & (s[1] .> bound) },
      { (vectors: NDArray, arrays: [NDArray], s: [NDArray]) in
        let k = s[0]
        let next = grown(vectors, k)
        let turned = Lax.foriLoop(
          NDArray(0 as Int32), k, { i, row in rotated(row, i, arrays[1][i]) }, next.overlaps)
        let turn = turn(turned[k], turned[k + 1])
        let target = rotated(arrays[2], k, turn)
        let rows = arrays[0].at[k].set(rotated(turned, k, turn))
        return (next.vectors, [rows, arrays[1].at[k].set(turn), target], [k + 1, Lax.abs(target[k + 1])])
      }, (start.vectors, [start.overlaps, turns, start.target], [NDArray(0 as Int32), rest.norm]))
    let y = Linalg.solveTriangular(arrays[0][.all, ..<restart].T, arrays[2][..<restart])
    return matmul(vectors[.all, ..<restart], y)
  }

  /// The cosine and sine of a rotation that makes the second of two numbers 0.
  private func turn(_ a: NDArray, _ b: NDArray) -> NDArray {
    let isSteep = Lax.abs(a) .< Lax.abs(b)
    let ratio = -(`where`(isSteep, a, b) / `where`(isSteep, b, a))
    let size = Lax.abs(ratio)
    let r = Lax.rsqrt(1 + size * size).astype(ratio.dtype)
    let isZero = Lax.abs(b) .== 0
    return stack([
      `where`(isZero, 1, `where`(isSteep, r * ratio, r)), `where`(isZero, 0, `where`(isSteep, r, r * ratio)),
    ])
  }

  private func rotated(_ x: NDArray, _ i: NDArray, _ turn: NDArray) -> NDArray {
    let (cosine, sine, first, second) = (turn[0], turn[1], x[i], x[i + 1])
    let upper = Lax.conj(cosine) * first - Lax.conj(sine) * second
    return x.at[i].set(upper).at[i + 1].set(sine * first + cosine * second)
  }
}
