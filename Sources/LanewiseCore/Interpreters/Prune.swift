extension Jaxpr {
  /// The program without its first `dropping` results, and without the equations that nothing needs then. It takes the
  /// same operands. Equations with an effect stay, unless it is had elsewhere.
  package func pruned(dropping: Int = 0, keepingEffects: Bool = true) -> Jaxpr {
    derived.form(.pruned(dropping, keepingEffects)) {
      let outputs = Array(outputs[dropping...])
      let isNeeded = needed(for: outputs, keepingEffects: keepingEffects)
      let kept = equations.filter { $0.isNeeded(isNeeded, keepingEffects) }
      let constants = zip(constantVariables, constants).filter { isNeeded[Int($0.0)] }
      let pruned = Jaxpr(
        variables: variables, constantVariables: constants.map(\.0), constants: constants.map(\.1), inputs: inputs,
        equations: kept, operands: operands, literals: literals, outputs: outputs)
      return DerivedForms.Form(jaxprs: [pruned], mask: [])
    }.jaxprs[0]
  }

  /// For each variable, whether some results need it, or an effect.
  func needed(for outputs: some Sequence<Atom>, keepingEffects: Bool = true) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: variables.count)
    func need(_ atoms: some Sequence<Atom>) {
      for atom in atoms { if let variable = atom.variable { isNeeded[variable] = true } }
    }
    need(outputs)
    for equation in equations.reversed() where equation.isNeeded(isNeeded, keepingEffects) {
      need(operands(of: equation))
    }
    return isNeeded
  }
}

extension Equation {
  /// Whether a result of it is needed, or it has an effect that is to be kept.
  func isNeeded(_ variables: [Bool], _ keepingEffects: Bool = true) -> Bool {
    results.contains { variables[$0] } || keepingEffects && primitive.hasEffect
  }
}
