import LanewiseEngine

// Programs made from a program by choosing among its operands and results; nothing is traced anew.
extension Jaxpr {
  /// The program with its operands in another order: those at the places `order` names.
  package func reordered(inputs order: [Int]) -> Jaxpr {
    with(inputs: order.map { inputs[$0] }, outputs: outputs)
  }

  /// The program that gives the results at the places `order` names.
  package func reordered(outputs order: [Int]) -> Jaxpr {
    with(inputs: inputs, outputs: order.map { outputs[$0] })
  }

  /// The program with further operands, of these types, that it does not use: some at the start, and some after its
  /// first `count` own ones.
  package func addingUnused(
    before: [AbstractArray] = [], between count: Int? = nil, after: [AbstractArray]
  ) -> Jaxpr {
    let first = Int32(variables.count)
    let second = first + Int32(before.count)
    let end = second + Int32(after.count)
    let place = count ?? inputs.count
    return Jaxpr(
      variables: variables + before + after, constantVariables: constantVariables, constants: constants,
      inputs: Array(first..<second) + inputs[..<place] + Array(second..<end) + inputs[place...],
      equations: equations, operands: operands, literals: literals, outputs: outputs)
  }

  /// For each result, whether it depends on an operand that `varying` marks.
  package func dependence(on varying: [Bool]) -> [Bool] {
    var depends = [Bool](repeating: false, count: variables.count)
    for (variable, varies) in zip(inputs, varying) { depends[Int(variable)] = varies }
    func isDependent(_ atom: Atom) -> Bool { atom.variable.map { depends[$0] } ?? false }
    for equation in equations where equation.primitive.hasEffect || operands(of: equation).contains(where: isDependent)
    {
      for variable in equation.results { depends[variable] = true }
    }
    return outputs.map(isDependent)
  }

  /// For each result that is an operand handed through, the operand's place.
  package var forwarded: [Int?] {
    var place = [Int?](repeating: nil, count: variables.count)
    for (index, variable) in inputs.enumerated() { place[Int(variable)] = index }
    return outputs.map { $0.variable.flatMap { place[$0] } }
  }

  private func with(inputs: [Int32], outputs: [Atom]) -> Jaxpr {
    Jaxpr(
      variables: variables, constantVariables: constantVariables, constants: constants, inputs: inputs,
      equations: equations, operands: operands, literals: literals, outputs: outputs)
  }
}
