import LanewiseCore

/// What ``Optimize/minimize(_:_:method:)`` comes to (`jax.scipy.optimize.OptimizeResults`). It is a tree.
public struct OptimizeResults: Tree, Sendable {
  /// Where the function was found to be the smallest.
  public private(set) var x: NDArray
  /// Whether it is a minimum.
  public private(set) var success: NDArray
  /// Why it ended: 0 if all is well, 1 after too many iterations, −1 if there is nothing to say. Of BFGS 3 and 5 are
  /// searches along a line that failed; of its form of limited memory 2 are too many evaluations, 4 is too little
  /// progress, and 5 a search that failed.
  public private(set) var status: NDArray
  /// The value there.
  public private(set) var fun: NDArray
  /// The gradient there.
  public private(set) var jac: NDArray
  /// The estimate of the Hessian's inverse there, where the method has one.
  public private(set) var hessInv: NDArray?
  /// How often the function and its gradient were evaluated, and the number of iterations.
  public private(set) var nfev: NDArray, njev: NDArray, nit: NDArray

  public func walk(_ w: inout TreeWalker) -> OptimizeResults {
    OptimizeResults(
      x: w(x, "x"), success: w(success, "success"), status: w(status, "status"), fun: w(fun, "fun"),
      jac: w(jac, "jac"), hessInv: w(hessInv, "hessInv"), nfev: w(nfev, "nfev"), njev: w(njev, "njev"),
      nit: w(nit, "nit"))
  }

  static func poisoned(like x: NDArray) -> OptimizeResults {
    let number = NDArray.poisoned(AbstractArray([], x.dtype))
    return OptimizeResults(
      x: .poisoned(x.aval), success: number, status: number, fun: number, jac: .poisoned(x.aval), hessInv: nil,
      nfev: number, njev: number, nit: number)
  }
}

/// How ``Optimize/minimize(_:_:method:)`` goes about it.
public enum MinimizeMethod: Sendable {
  /// Quasi-Newton steps with an estimate of the whole Hessian's inverse (`method="BFGS"`).
  ///
  /// It ends when the norm of the gradient is less than `gtol`, and after `maxiter` iterations, 200 for each unknown if
  /// nothing is said.
  case bfgs(maxiter: Int? = nil, norm: NormOrder = .inf, gtol: Double = 1e-5, lineSearchMaxiter: Int = 10)
  /// The same by the last `maxcor` steps in place of a matrix, for many unknowns
  /// (`method="l-bfgs-experimental-do-not-rely-on-this"`). It ends also when a step makes the value less by less than
  /// `ftol`.
  case lbfgs(
    maxcor: Int = 10, norm: NormOrder = .inf, ftol: Double = 2.220446049250313e-09, gtol: Double = 1e-5,
    maxiter: Int? = nil, maxfun: Int? = nil, maxls: Int = 20)
}

/// Minimisation (`jax.scipy.optimize`).
public enum Optimize {
  /// The value of a function, and its gradient.
  typealias Evaluation = (NDArray) -> (value: NDArray, gradient: NDArray)

  /// A minimum of a function of a vector, near where it begins (`jax.scipy.optimize.minimize`).
  ///
  /// The gradient is taken by ``valueAndGrad(_:)-((NDArray)->NDArray)``. What else the function depends on, it
  /// captures. It is a loop, so it can be jitted, vmapped, and differentiated in forward mode.
  ///
  /// ```swift
  /// let found = Optimize.minimize({ x in ((x - [1, 2]) ** 2).sum() }, zeros([2]))
  /// print(round(found.x, decimals: 4))  // [1. 2.]
  /// ```
  ///
  /// - Parameters:
  ///   - fun: gives a number for a vector.
  ///   - x0: where to begin, a vector of floating-point numbers.
  public static func minimize(
    _ fun: @escaping (NDArray) -> NDArray, _ x0: NDArray, method: MinimizeMethod = .bfgs()
  ) -> OptimizeResults {
    guard Check.rank("minimize", x0, 1, 1) else { return .poisoned(like: x0) }
    guard x0.dtype.isInexact else {
      report(LanewiseError(.dtype, "minimize: it begins at \(x0.aval), but a gradient needs floating-point numbers."))
      return .poisoned(like: x0)
    }
    let evaluate = valueAndGrad(fun)
    let objective: Evaluation = { x in
      let (value, gradient) = evaluate(x)
      return (value.astype(x0.dtype.realPart), gradient)
    }
    let start = x0.astype(x0.dtype)
    switch method {
    case .bfgs(let maxiter, let norm, let gtol, let lineSearchMaxiter):
      return BFGS(maxiter: maxiter, norm: norm, gtol: gtol, lineSearchMaxiter: lineSearchMaxiter)
        .minimize(objective, start)
    case .lbfgs(let maxcor, let norm, let ftol, let gtol, let maxiter, let maxfun, let maxls):
      return LimitedMemoryBFGS(
        maxcor: maxcor, norm: norm, ftol: ftol, gtol: gtol, maxiter: maxiter, maxfun: maxfun, maxls: maxls
      ).minimize(objective, start)
    }
  }

  /// A number that is counted on in a loop.
  static func count(_ number: Int) -> NDArray { NDArray(number, dtype: DefaultDTypes.current.int) }
}
