import Lanewise
import LanewiseCore

// The modules of jax.scipy whose functions take functions.
extension FaceTable {
  mutating func addSolvers() {
    module = "jax.scipy.sparse.linalg"
    let parameters = "A b x0 tol atol maxiter M"
    value("cg", parameters) { a in
      a.solution { Linalg.cg($0, $1, x0: $2, tol: $3.tol, atol: $3.atol, maxiter: $3.maxiter, m: $4) }
    }
    value("bicgstab", parameters) { a in
      a.solution { Linalg.bicgstab($0, $1, x0: $2, tol: $3.tol, atol: $3.atol, maxiter: $3.maxiter, m: $4) }
    }
    value("gmres", parameters + " restart solve_method") { a in
      a.solution {
        Linalg.gmres(
          $0, $1, x0: $2, tol: $3.tol, atol: $3.atol, restart: a.int("restart", 20), maxiter: $3.maxiter, m: $4,
          solveMethod: a.string("solve_method") == "incremental" ? .incremental : .batched)
      }
    }
    module = "jax.scipy.special"
    arrays("lpmn", "m n z") { a in
      let (values, derivatives) = Special.lpmn(a.int("m"), a.int("n"), a.x("z"))
      return [values, derivatives]
    }
    array("lpmn_values", "m n z is_normalized") {
      Special.lpmnValues($0.int("m"), $0.int("n"), $0.x("z"), isNormalized: $0.bool("is_normalized"))
    }
    module = "jax.scipy.cluster.vq"
    arrays("vq", "obs code_book check_finite") { a in
      let (code, dist) = Cluster.vq(a.x("obs"), a.x("code_book"))
      return [code, dist]
    }
    module = "jax.scipy.interpolate"
    value("RegularGridInterpolator", "points values method bounds_error fill_value") { a in
      func method(_ name: Value?) -> RegularGridInterpolator.Method? {
        switch name {
        case .string("linear"): .linear
        case .string("nearest"): .nearest
        default: nil
        }
      }
      let fill = a.values["fill_value"] == nil ? NDArray.nan : a.optionalX("fill_value")
      let interpolator = RegularGridInterpolator(
        a.xs("points"), a.x("values"), method: method(a["method"]) ?? .linear, boundsError: a.bool("bounds_error"),
        fillValue: fill)
      return .function { given, keywords in
        let chosen = method(keywords["method"] ?? given.dropFirst().first)
        if case .tuple(let coordinates)? = given.first {
          return .array(interpolator(coordinates: coordinates.compactMap(\.asArray), method: chosen))
        }
        return .array(interpolator(given.first?.asArray ?? 0, method: chosen))
      }
    }
    module = "jax.experimental.ode"
    value("odeint", "func y0 t *args rtol atol mxstep hmax") { a in
      let (f, rest) = (a.callable("func"), a["args"]?.items ?? [])
      return ODE.odeint(
        { (y: Value, t: NDArray) -> Value in f([y, .array(t)] + rest) }, a["y0"] ?? .none, a.x("t"),
        rtol: a.double("rtol", 1.4e-8), atol: a.double("atol", 1.4e-8), mxstep: a.optionalInt("mxstep"),
        hmax: a.double("hmax", .infinity))
    }
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
  fileprivate typealias Solver = (
    @escaping (Value) -> Value, Value, Value?, (tol: Double, atol: Double, maxiter: Int?), ((Value) -> Value)?
  ) -> Value

  /// The result of a solver of linear equations, and what it says about it.
  fileprivate func solution(_ solve: Solver) -> Value {
    func map(_ name: String) -> ((Value) -> Value)? {
      guard let value = self[name] else { return nil }
      if let matrix = value.asArray { return { x in .array(matmul(matrix, x.number ?? 0)) } }
      let f = callable(name)
      return { f([$0]) }
    }
    let ends = (tol: double("tol", 1e-5), atol: double("atol", 0), maxiter: optionalInt("maxiter"))
    let x = solve(map("A") ?? { $0 }, self["b"] ?? .none, self["x0"], ends, map("M"))
    return .tuple([x, .none])
  }

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
