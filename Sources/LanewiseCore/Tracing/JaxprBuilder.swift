import LanewiseEngine

/// Writes a ``Jaxpr``, equation by equation.
package struct JaxprBuilder {
  private var variables: [AbstractArray] = []
  private var constantVariables: [Int32] = []
  private var constants: [NDArray] = []
  /// The constants' variables, once there are too many to be looked through.
  private var constantIndex: [ObjectIdentifier: Int32] = [:]
  private static let searchedCount = 16
  private var inputs: [Int32] = []
  private var equations: [Equation] = []
  private var operands: [Atom] = []
  private var literals: [NDArray] = []

  /// With room for a small function: growing from nothing would cost each of these arrays several blocks of memory.
  package init() {
    variables.reserveCapacity(16)
    equations.reserveCapacity(8)
    operands.reserveCapacity(16)
  }

  package mutating func input(_ aval: AbstractArray) -> Int32 {
    let variable = newVariable(aval)
    inputs.append(variable)
    return variable
  }

  /// The variable that stands for a captured array; the same one each time it is met.
  package mutating func constant(_ x: NDArray) -> Atom {
    if let known = knownConstant(x.node) { return .variable(known) }
    let variable = newVariable(x.aval)
    constantVariables.append(variable)
    constants.append(x)
    if constants.count > Self.searchedCount { constantIndex[ObjectIdentifier(x.node)] = variable }
    return .variable(variable)
  }

  private func knownConstant(_ node: Node) -> Int32? {
    for index in 0..<Swift.min(constants.count, Self.searchedCount) where constants[index].node === node {
      return constantVariables[index]
    }
    return constantIndex.isEmpty ? nil : constantIndex[ObjectIdentifier(node)]
  }

  package mutating func literal(_ x: NDArray) -> Atom {
    literals.append(x)
    return .literal(literals.count - 1)
  }

  /// Adds an equation; gives its first result's variable, the others follow it.
  package mutating func equation(
    _ primitive: any Primitive, _ atoms: some Collection<Atom>, _ results: [AbstractArray]
  ) -> Int32 {
    let first = Int32(variables.count)
    equations.append(
      Equation(
        primitive: primitive, operandStart: Int32(operands.count), operandCount: Int32(atoms.count),
        resultStart: first, resultCount: Int32(results.count)))
    operands.append(contentsOf: atoms)
    variables.append(contentsOf: results)
    return first
  }

  package func finish(_ outputs: [Atom], spelling: JaxprSpelling? = nil) -> Jaxpr {
    Jaxpr(
      variables: variables, constantVariables: constantVariables, constants: constants, inputs: inputs,
      equations: equations, operands: operands, literals: literals, outputs: outputs, spelling: spelling)
  }

  private mutating func newVariable(_ aval: AbstractArray) -> Int32 {
    variables.append(aval)
    return Int32(variables.count - 1)
  }
}
