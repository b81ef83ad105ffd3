import Lanewise
import LanewiseCore

// The modules of jax.scipy whose functions take functions.
extension FaceTable {
  mutating func addSolvers() {
    module = "jax.scipy.integrate"
    array("trapezoid", "y x dx axis") {
      trapezoid($0.x("y"), $0.optionalX("x"), dx: $0.double("dx", 1), axis: $0.int("axis", -1))
    }
    module = "jax.scipy.optimize"
    value("minimize", "fun x0 args method tol options") { a in
      let f = a.callable("fun")
      let rest = a["args"]?.items ?? []
      let results = Optimize.minimize(
        { f([.array($0)] + rest).number ?? 0 }, a.x("x0"), method: a.minimizeMethod)
      let members: [String: NDArray?] = [
        "x": results.x, "success": results.success, "status": results.status, "fun": results.fun, "jac": results.jac,
        "hess_inv": results.hessInv, "nfev": results.nfev, "njev": results.njev, "nit": results.nit,
      ]
      return .object(Object(members: members.mapValues { $0.map(Value.array) ?? .none }))
    }
  }
}

extension Arguments {
  fileprivate var minimizeMethod: MinimizeMethod {
    var options: [String: Value] = [:]
    if case .dictionary(let given)? = self["options"] { options = given }
    let (maxiter, gtol) = (options["maxiter"]?.int, options["gtol"]?.double ?? 1e-5)
    let norm = options["norm"]?.double.map { NormOrder($0) } ?? .inf
    guard string("method")?.lowercased() != "bfgs" else {
      return .bfgs(
        maxiter: maxiter, norm: norm, gtol: gtol, lineSearchMaxiter: options["line_search_maxiter"]?.int ?? 10)
    }
    return .lbfgs(
      maxcor: options["maxcor"]?.int ?? 10, norm: norm, ftol: options["ftol"]?.double ?? 2.220446049250313e-09,
      gtol: gtol, maxiter: maxiter, maxfun: options["maxfun"]?.int, maxls: options["maxls"]?.int ?? 20)
  }
}
