extension Jaxpr {
  /// The program without its first `dropping` results, and without the equations that nothing needs then. It takes the
  /// same operands. Equations with an effect stay, unless it is had elsewhere.
  package func pruned(dropping: Int = 0, keepingEffects: Bool = true) -> Jaxpr {
    derived.form(.pruned(dropping, keepingEffects)) {
      let outputs = Array(outputs[dropping...])
      let (isNeeded, kept) = needed(for: outputs, keepingEffects: keepingEffects)
      let constants = zip(constantVariables, constants).filter { isNeeded[Int($0.0)] }
      let pruned = Jaxpr(
        variables: variables, constantVariables: constants.map(\.0), constants: constants.map(\.1), inputs: inputs,
        equations: kept, operands: operands, literals: literals, outputs: outputs)
      return DerivedForms.Form(jaxprs: [pruned], mask: [])
    }.jaxprs[0]
  }

  /// Which variables some results need, and the equations that they need, in order.
  func needed(for outputs: [Atom], keepingEffects: Bool = true) -> (variables: [Bool], equations: [Equation]) {
    var isNeeded = [Bool](repeating: false, count: variables.count)
    func need(_ atoms: some Sequence<Atom>) {
      for atom in atoms { if let variable = atom.variable { isNeeded[variable] = true } }
    }
    need(outputs)
    var kept: [Equation] = []
    for equation in equations.reversed()
    where equation.results.contains(where: { isNeeded[$0] }) || keepingEffects && equation.primitive.hasEffect {
      need(operands(of: equation))
      kept.append(equation)
    }
    kept.reverse()
    return (isNeeded, kept)
  }
}
