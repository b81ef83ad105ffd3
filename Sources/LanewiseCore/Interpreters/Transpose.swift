import LanewiseEngine

extension Jaxpr {
  /// Pulls cotangents of the results back to the operands that `linear` marks, in which the program is linear. The
  /// other operands are in `known`. A nil cotangent is zero, in and out; operands not linear get nil.
  package func transpose(_ cotangents: [Tangent], linear: [Bool], known: [NDArray?]) -> [Tangent] {
    var isLinear = [Bool](filledWith: false, count: variables.count)
    var values = [NDArray?](filledWith: nil, count: variables.count)
    for (variable, constant) in zip(constantVariables, constants) { values[Int(variable)] = constant }
    for (index, variable) in inputs.enumerated() {
      isLinear[Int(variable)] = linear[index]
      values[Int(variable)] = known[index]
    }
    func operand(_ atom: Atom) -> Operand {
      guard let variable = atom.variable else { return .known(literals[atom.literal!]) }
      return isLinear[variable] ? .linear(variables[variable]) : .known(values[variable]!)
    }

    for equation in equations {
      let atoms = operands(of: equation)
      if atoms.contains(where: { $0.raw >= 0 && isLinear[Int($0.raw)] }) {
        for variable in equation.results { isLinear[variable] = true }
      } else {
        let results = bind(
          equation.primitive, atoms.map { $0.raw >= 0 ? values[Int($0.raw)]! : literals[Int(-1 - $0.raw)] })
        for (variable, result) in zip(equation.results, results) { values[variable] = result }
      }
    }

    var sums = [Tangent](filledWith: nil, count: variables.count)
    func accumulate(_ atom: Atom, _ cotangent: Tangent) {
      guard let variable = atom.variable, isLinear[variable], let cotangent else { return }
      sums[variable] = sums[variable].map { Lax.addAny($0, cotangent) } ?? cotangent
    }
    for (atom, cotangent) in zip(outputs, cotangents) { accumulate(atom, cotangent) }
    for equation in equations.reversed() {
      // A call without results has nothing to pull back.
      guard let first = equation.results.first, isLinear[first] else { continue }
      let given = equation.results.map { sums[$0] }
      guard given.contains(where: { $0 != nil }) else { continue }
      for variable in equation.results { sums[variable] = nil }
      let atoms = operands(of: equation)
      for (atom, cotangent) in zip(atoms, equation.primitive.transpose(given, atoms.map(operand))) {
        accumulate(atom, cotangent)
      }
    }
    return zip(inputs, linear).map { $1 ? sums[Int($0)] : nil }
  }

  /// The transpose as a program: takes the known operands, then the cotangents that `given` marks; gives the
  /// cotangents of the linear operands that `mask` marks.
  package func transposed(linear: [Bool], given: [Bool]) -> (jaxpr: Jaxpr, mask: [Bool]) {
    let form = derived.form(.transpose(linear, given)) {
      var mask: [Bool] = []
      let knownTypes = zip(inputTypes, linear).filter { !$1 }.map(\.0)
      let cotangentTypes = zip(outputTypes, given).filter(\.1).map(\.0.tangentType)
      let jaxpr = stage(knownTypes + cotangentTypes) { x in
        var known = x[..<knownTypes.count].makeIterator()
        var cotangents = x[knownTypes.count...].makeIterator()
        let results = transpose(
          given.map { $0 ? cotangents.next() : nil }, linear: linear, known: linear.map { $0 ? nil : known.next() })
        mask = results.map { $0 != nil }
        return results.compactMap { $0 }
      }
      return DerivedForms.Form(jaxprs: [jaxpr], mask: mask)
    }
    return (form.jaxprs[0], form.mask)
  }
}

extension LinearMap {
  /// The tangents of the results for tangents of the moving operands.
  package func callAsFunction(_ tangents: [NDArray]) -> [Tangent] {
    var moving = jaxpr(tangents).makeIterator()
    return outMoving.map { $0 ? moving.next() : nil }
  }

  /// The cotangents of the moving operands for those of the results.
  package func transpose(_ cotangents: [Tangent]) -> [Tangent] {
    let given = zip(cotangents, outMoving).filter(\.1).map(\.0)
    return jaxpr.transpose(
      given, linear: Array(filledWith: true, count: jaxpr.inputs.count),
      known: Array(filledWith: nil, count: jaxpr.inputs.count))
  }
}
