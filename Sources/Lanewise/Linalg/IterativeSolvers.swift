import LanewiseCore

// Solvers that know a matrix only by its products (`jax.scipy.sparse.linalg`).
extension Linalg {
  /// The x of A·x = b by conjugate gradients (`jax.scipy.sparse.linalg.cg`), for a Hermitian, positive definite A.
  ///
  /// Differentiated as the solution that it is: by one more solve, not through the iterations.
  ///
  /// ```swift
  /// let x = Linalg.cg({ x in d * x }, b)  // b / d, for a positive d
  /// ```
  ///
  /// - Parameters:
  ///   - a: the linear map.
  ///   - x0: where to begin; zeros if nothing is said.
  ///   - tol: it ends when the norm of b − A·x is at most `tol` times that of b,
  ///   - atol: or at most this, whichever is larger.
  ///   - maxiter: the most iterations; ten times the number of unknowns if nothing is said.
  ///   - m: a map near A⁻¹, which makes it need fewer iterations.
  public static func cg(
    _ a: @escaping (NDArray) -> NDArray, _ b: NDArray, x0: NDArray? = nil, tol: Double = 1e-5, atol: Double = 0,
    maxiter: Int? = nil, m: ((NDArray) -> NDArray)? = nil
  ) -> NDArray {
    Iteration(tol: tol, atol: atol, maxiter: maxiter, isHermitian: true)
      .solve("cg", a, Promote.inexact(b), x0, m, Iteration.conjugateGradients)
  }

  /// The same for a matrix.
  public static func cg(
    _ a: NDArray, _ b: NDArray, x0: NDArray? = nil, tol: Double = 1e-5, atol: Double = 0, maxiter: Int? = nil,
    m: ((NDArray) -> NDArray)? = nil
  ) -> NDArray {
    cg({ Lanewise.matmul(a, $0) }, b, x0: x0, tol: tol, atol: atol, maxiter: maxiter, m: m)
  }

  /// The same for unknowns that are trees.
  @_disfavoredOverload
  public static func cg<X: Tree>(
    _ a: @escaping (X) -> X, _ b: X, x0: X? = nil, tol: Double = 1e-5, atol: Double = 0, maxiter: Int? = nil,
    m: ((X) -> X)? = nil
  ) -> X {
    Iteration(tol: tol, atol: atol, maxiter: maxiter, isHermitian: true)
      .solve("cg", a, b, x0, m, Iteration.conjugateGradients)
  }

  /// The x of A·x = b for any A, by stabilised biconjugate gradients (`jax.scipy.sparse.linalg.bicgstab`); see
  /// ``cg(_:_:x0:tol:atol:maxiter:m:)-(NDArray,_,_,_,_,_,_)`` for the rest.
  public static func bicgstab(
    _ a: @escaping (NDArray) -> NDArray, _ b: NDArray, x0: NDArray? = nil, tol: Double = 1e-5, atol: Double = 0,
    maxiter: Int? = nil, m: ((NDArray) -> NDArray)? = nil
  ) -> NDArray {
    Iteration(tol: tol, atol: atol, maxiter: maxiter, isHermitian: false)
      .solve("bicgstab", a, Promote.inexact(b), x0, m, Iteration.biconjugateGradients)
  }

  /// The same for a matrix.
  public static func bicgstab(
    _ a: NDArray, _ b: NDArray, x0: NDArray? = nil, tol: Double = 1e-5, atol: Double = 0, maxiter: Int? = nil,
    m: ((NDArray) -> NDArray)? = nil
  ) -> NDArray {
    bicgstab({ Lanewise.matmul(a, $0) }, b, x0: x0, tol: tol, atol: atol, maxiter: maxiter, m: m)
  }

  /// The same for unknowns that are trees.
  @_disfavoredOverload
  public static func bicgstab<X: Tree>(
    _ a: @escaping (X) -> X, _ b: X, x0: X? = nil, tol: Double = 1e-5, atol: Double = 0, maxiter: Int? = nil,
    m: ((X) -> X)? = nil
  ) -> X {
    Iteration(tol: tol, atol: atol, maxiter: maxiter, isHermitian: false)
      .solve("bicgstab", a, b, x0, m, Iteration.biconjugateGradients)
  }
}

/// When an iteration ends. A vector is the arrays of a tree.
struct Iteration {
  typealias Vector = [NDArray]
  typealias Map = (Vector) -> Vector
  typealias Method = (_ end: Iteration, _ a: @escaping Map, _ b: Vector, _ x0: Vector, _ m: @escaping Map) -> Vector

  let tol, atol: Double
  let maxiter: Int?
  let isHermitian: Bool

  func solve<X: Tree>(
    _ name: String, _ a: @escaping (X) -> X, _ b: X, _ x0: X?, _ m: ((X) -> X)?, _ method: @escaping Method
  ) -> X {
    let right = treeLeaves(b)
    let start = x0.map { treeLeaves($0) } ?? right.map { zerosLike($0) }
    guard start.map(\.shape) == right.map(\.shape) else {
      report(LanewiseError(.shape, "\(name): x0 and b must have the same structure and shapes."))
      return b.poisoned
    }
    let begin = zip(start, right).map { stopGradient($0.astype($1.dtype)) }
    let solver = { (a: @escaping (X) -> X, right: X) -> X in
      let products: Map = { treeLeaves(a(b.replacingLeaves($0))) }
      let near: Map = { x in m.map { treeLeaves($0(b.replacingLeaves(x))) } ?? x }
      return b.replacingLeaves(method(self, products, treeLeaves(right), begin, near))
    }
    let isSymmetric = isHermitian && right.allSatisfy { !$0.dtype.isComplex }
    return linearSolve(a, b, solve: solver, transposeSolve: solver, symmetric: isSymmetric)
  }

  func mostIterations(_ b: Vector) -> Int { maxiter ?? 10 * b.reduce(0) { $0 + $1.size } }
  /// The square of the norm below which the rest must be.
  func bound(_ b: Vector) -> NDArray {
    maximum(Self.product(b, b).real * NDArray(weak: tol * tol), NDArray(weak: atol * atol))
  }

  private static func product(_ x: Vector, _ y: Vector) -> NDArray {
    zip(x, y).dropFirst().reduce(vdot(x[0], y[0])) { $0 + vdot($1.0, $1.1) }
  }
  private static func sum(_ x: Vector, _ factor: NDArray, _ y: Vector) -> Vector { zip(x, y).map { $0 + factor * $1 } }

  static func conjugateGradients(
    _ end: Iteration, _ a: @escaping Map, _ b: Vector, _ x0: Vector, _ m: @escaping Map
  ) -> Vector {
    let (bound, most) = (end.bound(b), NDArray(Int32(clamping: end.mostIterations(b))))
    let rest = sum(b, -1, a(x0))
    let near = m(rest)
    return Lax.whileLoop(
      { (_: Vector, v: [Vector], s: Vector) in (product(v[0], v[0]).real .> bound) & (s[1] .< most) },
      { (x: Vector, v: [Vector], s: Vector) in
        let (r, p, gamma) = (v[0], v[1], s[0])
        let ap = a(p)
        let alpha = gamma / product(p, ap).real
        let rest = sum(r, -alpha, ap)
        let near = m(rest)
        let next = product(rest, near).real
        return (sum(x, alpha, p), [rest, sum(near, next / gamma, p)], [next, s[1] + 1])
      }, (x0, [rest, near], [product(rest, near).real, NDArray(0 as Int32)])
    ).0
  }

  static func biconjugateGradients(
    _ end: Iteration, _ a: @escaping Map, _ b: Vector, _ x0: Vector, _ m: @escaping Map
  ) -> Vector {
    let (bound, most) = (end.bound(b), NDArray(Int32(clamping: end.mostIterations(b))))
    let first = sum(b, -1, a(x0))
    let one = onesLike(product(b, b))
    // r, p, q; the coefficients α, ω and ρ, and the number of iterations, negative where it broke down.
    return Lax.whileLoop(
      { (_: Vector, v: [Vector], s: Vector) in
        (product(v[0], v[0]).real .> bound) & (s[3] .< most) & (s[3] .>= 0)
      },
      { (x: Vector, v: [Vector], s: Vector) in
        let (r, alpha, omega) = (v[0], s[0], s[1])
        let rho = product(first, r)
        let beta = rho / s[2] * alpha / omega
        let p = sum(r, beta, sum(v[1], -omega, v[2]))
        let near = m(p)
        let q = a(near)
        let step = rho / product(first, q)
        let half = sum(r, -step, q)
        let isDone = product(half, half).real .< bound
        let nearHalf = m(half)
        let t = a(nearHalf)
        let turn = product(t, half) / product(t, t)
        let moved = sum(x, step, near)
        let next = zip(moved, sum(moved, turn, nearHalf)).map { `where`(isDone, $0, $1) }
        let rest = zip(half, sum(half, -turn, t)).map { `where`(isDone, $0, $1) }
        let count = `where`((turn .== 0) | (step .== 0) | (rho .== 0), NDArray(-10 as Int32), s[3] + 1)
        return (next, [rest, p, q], [step, turn, rho, count])
      }, (x0, [first, first, first], [one, one, one, NDArray(0 as Int32)])
    ).0
  }
}
