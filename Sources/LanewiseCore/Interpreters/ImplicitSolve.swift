import LanewiseEngine

/// Checks of what a user's function gave against the vector that it belongs to.
private func isVector<X: Tree>(_ function: String, _ found: X, like vector: X) -> Bool {
  let (given, wanted) = (treeLeaves(found), treeLeaves(vector))
  if let difference = StructureDifference(treeStructure(found), treeStructure(vector)) {
    report(
      LanewiseError(
        .value,
        "\(function): the result's structure differs from the vector's: \(difference.sentence("the result", "the vector")); they must agree in everything but the arrays."
      ))
    return false
  }
  for (found, wanted) in zip(given, wanted) where !found.isPoisoned && !wanted.isPoisoned {
    guard found.aval.shape == wanted.aval.shape, found.dtype == wanted.dtype else {
      report(
        LanewiseError(
          .shape,
          "\(function): the result has type \(found.aval) where the vector has type \(wanted.aval); shape and dtype must be equal."
        ))
      return false
    }
  }
  return true
}

/// One solution of a linear equation given by functions: see `Lax.customLinearSolve`.
package func linearSolve<X: Tree>(
  _ matvec: @escaping (X) -> X, _ b: X, solve: @escaping (@escaping (X) -> X, X) -> X, transposeSolve: ((@escaping (X) -> X, X) -> X)?,
  symmetric: Bool
) -> X {
  let leaves = treeLeaves(b)
  guard Context.isTracing else {
    let solution = solve(matvec, b)
    return isVector("customLinearSolve: solve", solution, like: b) ? solution : b.poisoned
  }
  let types = leaves.map(\.aval)
  /// A function of vectors as a program, with the arrays it captured.
  func part(_ function: String, _ f: (X) -> X) -> (CustomLinearSolve.Part, [NDArray]) {
    let jaxpr = stage(types) { x in
      let vector = b.replacingLeaves(x)
      let result = f(vector)
      return treeLeaves(isVector("customLinearSolve: \(function)", result, like: vector) ? result : vector.poisoned)
    }
    let constants = jaxpr.constants
    return (CustomLinearSolve.Part(jaxpr: jaxpr.withConstantsAsInputs, constantCount: constants.count), constants)
  }
  let (matvecPart, matvecConstants) = part("matvec", matvec)
  let (solvePart, solveConstants) = part("solve") { solve(matvec, $0) }
  var vecmatPart: (CustomLinearSolve.Part, [NDArray])?
  var transposePart: (CustomLinearSolve.Part, [NDArray])?
  if symmetric {
    (vecmatPart, transposePart) = ((matvecPart, matvecConstants), (solvePart, solveConstants))
  } else if let transposeSolve {
    let vecmat = { (x: X) -> X in
      let linear = matvecConstants.map { _ in false } + types.map { _ in true }
      let pulled = matvecPart.jaxpr.transpose(
        treeLeaves(x).map { $0 }, linear: linear, known: matvecConstants.map { $0 } + types.map { _ in nil })
      return b.replacingLeaves(zip(pulled[matvecConstants.count...], types).map { $0.orZeros($1) })
    }
    vecmatPart = part("matvec", vecmat)
    transposePart = part("transposeSolve") { transposeSolve(vecmat, $0) }
  }
  let solution = bind(
    CustomLinearSolve(
      matvec: matvecPart, vecmat: vecmatPart?.0, solve: solvePart, transposeSolve: transposePart?.0),
    matvecConstants + (vecmatPart?.1 ?? []) + solveConstants + (transposePart?.1 ?? []) + leaves)
  return b.replacingLeaves(solution)
}

/// One root of a function: see `Lax.customRoot`.
package func root<X: Tree>(
  _ f: @escaping (X) -> X, _ initialGuess: X, solve: @escaping (@escaping (X) -> X, X) -> X,
  tangentSolve: @escaping (@escaping (X) -> X, X) -> X
) -> X {
  nonisolated(unsafe) let guess = treeMap({ Lax.stopGradient($0) }, initialGuess)
  guard Context.isTracing else { return solve(f, guess) }
  // The parameters are the arrays that f captured: the root is a function of them and of the guess.
  let program = stage(treeLeaves(guess).map(\.aval)) { x in
    let vector = guess.replacingLeaves(x)
    let value = f(vector)
    return treeLeaves(isVector("customRoot: f", value, like: vector) ? value : vector.poisoned)
  }
  let parameters = program.constants
  let jaxpr = program.withConstantsAsInputs
  let find = { (x: [NDArray]) -> [NDArray] in
    let known = Array(x[..<parameters.count])
    let start = guess.replacingLeaves(x[parameters.count...])
    let solution = solve({ guess.replacingLeaves(jaxpr(known + treeLeaves($0))) }, start)
    return treeLeaves(isVector("customRoot: solve", solution, like: start) ? solution : start.poisoned)
  }
  let call = CustomJVP("customRoot", find) { x, t in
    // f(p, x) = 0, so ∂x solves the derivative by x for −∂f/∂p·∂p.
    let known = Array(x[..<parameters.count])
    let root = find(x)
    let (_, change) = jvp(known, t[..<parameters.count].map { $0 }) { jaxpr($0 + root) }
    let (_, map) = linearize(root, moving: root.map(\.dtype.isInexact)) { jaxpr(known + $0) }
    let derivative = { (v: X) -> X in
      guess.replacingLeaves(zip(map(treeLeaves(v)), root).map { $0.orZeros($1.aval) })
    }
    let right = guess.replacingLeaves(zip(change, root).map { $0.orZeros($1.aval) })
    let moved = tangentSolve(derivative, right)
    guard isVector("customRoot: tangentSolve", moved, like: right) else { return (root, treeLeaves(right.poisoned)) }
    return (root, treeLeaves(moved).map { $0.dtype.isInexact ? Lax.neg($0) : $0 })
  }
  return guess.replacingLeaves(call.apply(parameters + treeLeaves(guess)))
}
