import LanewiseCore

extension Lax {
  /// The solution x of A·x = b, where A is a linear function and `solve` finds it by any means
  /// (`lax.custom_linear_solve`). Derivatives are implicit: each is one more linear solve, and `solve` itself is never
  /// differentiated.
  ///
  /// ```swift
  /// // A diagonal A, of which the solver knows that it is one.
  /// let x = Lax.customLinearSolve({ x in d * x }, b, solve: { _, b in b / stopGradient(d) }, symmetric: true)
  /// ```
  ///
  /// - Parameters:
  ///   - solve: from the function A and b to x.
  ///   - transposeSolve: the same for the transpose of A, which reverse mode needs.
  ///   - symmetric: whether A is its own transpose, so that `solve` serves for both.
  public static func customLinearSolve(
    _ matvec: @escaping (NDArray) -> NDArray, _ b: NDArray,
    solve: @escaping (@escaping (NDArray) -> NDArray, NDArray) -> NDArray,
    transposeSolve: ((@escaping (NDArray) -> NDArray, NDArray) -> NDArray)? = nil, symmetric: Bool = false
  ) -> NDArray {
    linearSolve(matvec, b, solve: solve, transposeSolve: transposeSolve, symmetric: symmetric)
  }

  /// The same for vectors that are trees.
  @_disfavoredOverload
  public static func customLinearSolve<X: Tree>(
    _ matvec: @escaping (X) -> X, _ b: X, solve: @escaping (@escaping (X) -> X, X) -> X,
    transposeSolve: ((@escaping (X) -> X, X) -> X)? = nil, symmetric: Bool = false
  ) -> X {
    linearSolve(matvec, b, solve: solve, transposeSolve: transposeSolve, symmetric: symmetric)
  }

  /// A root of `f`, which `solve` finds by any means (`lax.custom_root`). It is differentiated with respect to the
  /// arrays that `f` captured, implicitly: by one linear solve with the derivative of `f` at the root.
  ///
  /// ```swift
  /// let squareRoot = { (a: NDArray) in
  ///   Lax.customRoot({ x in x * x - a }, 1.0, solve: newton, tangentSolve: { g, y in y / g(1.0) })
  /// }
  /// grad(squareRoot)(4.0)  // 0.25
  /// ```
  ///
  /// - Parameters:
  ///   - solve: from `f` and the initial guess to the root.
  ///   - tangentSolve: from the derivative of `f` at the root, a linear function g, and y to the x with g(x) = y.
  public static func customRoot(
    _ f: @escaping (NDArray) -> NDArray, _ initialGuess: NDArray,
    solve: @escaping (@escaping (NDArray) -> NDArray, NDArray) -> NDArray,
    tangentSolve: @escaping (@escaping (NDArray) -> NDArray, NDArray) -> NDArray
  ) -> NDArray {
    root(f, initialGuess, solve: solve, tangentSolve: tangentSolve)
  }

  /// The same for unknowns that are trees.
  @_disfavoredOverload
  public static func customRoot<X: Tree>(
    _ f: @escaping (X) -> X, _ initialGuess: X, solve: @escaping (@escaping (X) -> X, X) -> X,
    tangentSolve: @escaping (@escaping (X) -> X, X) -> X
  ) -> X {
    root(f, initialGuess, solve: solve, tangentSolve: tangentSolve)
  }
}
