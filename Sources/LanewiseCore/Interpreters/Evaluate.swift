import LanewiseEngine

extension Jaxpr {
  /// Replays the program under the current trace: evaluation, or whatever transformation is going on.
  package func callAsFunction(_ arguments: [NDArray]) -> [NDArray] {
    var values = [NDArray?](repeating: nil, count: variables.count)
    for (variable, constant) in zip(constantVariables, constants) { values[Int(variable)] = constant }
    for (variable, argument) in zip(inputs, arguments) { values[Int(variable)] = argument }
    func read(_ atom: Atom) -> NDArray { atom.raw >= 0 ? values[Int(atom.raw)]! : literals[Int(-1 - atom.raw)] }
    for equation in equations {
      let results = bind(equation.primitive, operands(of: equation).map(read))
      for (variable, result) in zip(equation.results, results) { values[variable] = result }
    }
    return outputs.map(read)
  }
}
