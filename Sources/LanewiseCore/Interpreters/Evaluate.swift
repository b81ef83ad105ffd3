import LanewiseEngine

extension Jaxpr {
  /// Runs the program (`jax.core.eval_jaxpr`): each operation in turn, under whatever transformation is going on.
  ///
  /// ```swift
  /// let program = makeJaxpr { (x: NDArray) in x * 2 + 1 }(3.0)
  /// print(program(4.0)[0])                                        // 9.0
  /// print(grad { (x: NDArray) in program(x)[0] }(4.0))            // 2.0
  /// let compiled = jit { (x: NDArray) in program(x) }             // for many calls
  /// ```
  ///
  /// The arguments must be of the number, shapes and dtypes that the program was traced for; a Swift number takes on
  /// the dtype that is wanted.
  public func callAsFunction(_ arguments: NDArray...) -> [NDArray] { callAsFunction(arguments) }

  /// The same for arguments in an array, as the results are.
  public func callAsFunction(_ arguments: [NDArray]) -> [NDArray] {
    let operands = zip(arguments, inputTypes).map { $0.isLiteral ? $0.converted(to: $1.dtype) : $0 }
    if let problem = problem(with: arguments, operands) {
      report(problem)
      return outputTypes.map { .poisoned($0) }
    }
    return replay(operands)
  }

  /// What is wrong with a call; nothing is said of operands that are errors already.
  private func problem(with arguments: [NDArray], _ operands: [NDArray]) -> LanewiseError? {
    func list(_ types: [AbstractArray]) -> String { types.map(\.description).joined(separator: ", ") }
    let wanted = inputTypes
    guard arguments.count == wanted.count else {
      return LanewiseError(
        .value,
        "jaxpr: the program takes \(wanted.count) \(wanted.count == 1 ? "array" : "arrays") (\(list(wanted))), but \(arguments.count) \(arguments.count == 1 ? "is" : "are") given."
      )
    }
    if arguments.contains(where: \.isPoisoned) { return nil }
    for (index, (operand, type)) in zip(operands, wanted).enumerated()
    where operand.aval.shape != type.shape || operand.dtype != type.dtype {
      return LanewiseError(
        operand.dtype == type.dtype ? .shape : .dtype,
        "jaxpr: argument \(index) has type \(operand.aval), but the program takes \(type) there.")
    }
    if let missing = spelling?.missing, !missing.isEmpty {
      return LanewiseError(
        .value,
        "jaxpr: the program has constants without values (\(list(missing))); give them as constants where its text is read."
      )
    }
    return nil
  }

  /// Replays the equations on operands that are known to fit.
  private func replay(_ operands: [NDArray]) -> [NDArray] {
    var values = [NDArray?](repeating: nil, count: variables.count)
    for (variable, constant) in zip(constantVariables, constants) { values[Int(variable)] = constant }
    for (variable, argument) in zip(inputs, operands) { values[Int(variable)] = argument }
    func read(_ atom: Atom) -> NDArray { atom.raw >= 0 ? values[Int(atom.raw)]! : literals[Int(-1 - atom.raw)] }
    for equation in equations {
      let results = bind(equation.primitive, self.operands(of: equation).map(read))
      for (variable, result) in zip(equation.results, results) { values[variable] = result }
    }
    return outputs.map(read)
  }
}
