import LanewiseEngine

/// An operand in a jaxpr: a variable (≥ 0) or a literal (< 0).
package struct Atom: Hashable, Sendable {
  package let raw: Int32

  package static func variable(_ index: Int32) -> Atom { Atom(raw: index) }
  package static func literal(_ index: Int) -> Atom { Atom(raw: -1 - Int32(index)) }

  package var variable: Int? { raw >= 0 ? Int(raw) : nil }
  package var literal: Int? { raw < 0 ? Int(-1 - raw) : nil }
}

/// One line of a jaxpr. Operands lie in the jaxpr's arena; results are consecutive variables.
package struct Equation: Sendable {
  package let primitive: any Primitive
  package let operandStart: Int32, operandCount: Int32
  package let resultStart: Int32, resultCount: Int32

  package var results: Range<Int> { Int(resultStart)..<Int(resultStart + resultCount) }
}

/// A traced function: a typed program of primitives in single-assignment form (`jax.core.ClosedJaxpr`).
///
/// ```swift
/// print(makeJaxpr { (x: NDArray) in x * 2 }(ones([3])))
/// // { lambda ; a:f32[3]. let b:f32[3] = mul a 2.0 in (b,) }
/// ```
public final class Jaxpr: Sendable {
  /// The type of every variable.
  package let variables: [AbstractArray]
  /// Variables that stand for arrays captured by the function, and those arrays.
  package let constantVariables: [Int32]
  package let constants: [NDArray]
  package let inputs: [Int32]
  package let equations: [Equation]
  /// The operands of all equations, one after the other.
  package let operands: [Atom]
  package let literals: [NDArray]
  package let outputs: [Atom]
  /// How the text writes the program that it was read from, where that is not as printing would.
  package let spelling: JaxprSpelling?
  /// What has been derived from this jaxpr: its executable, and its transformed forms.
  package let derived = DerivedForms()

  package init(
    variables: [AbstractArray], constantVariables: [Int32], constants: [NDArray], inputs: [Int32],
    equations: [Equation], operands: [Atom], literals: [NDArray], outputs: [Atom], spelling: JaxprSpelling? = nil
  ) {
    self.variables = variables
    self.constantVariables = constantVariables
    self.constants = constants
    self.inputs = inputs
    self.equations = equations
    self.operands = operands
    self.literals = literals
    self.outputs = outputs
    self.spelling = spelling
  }
}

extension Jaxpr {
  package func operands(of equation: Equation) -> ArraySlice<Atom> {
    operands[Int(equation.operandStart)..<Int(equation.operandStart + equation.operandCount)]
  }
  package func aval(_ atom: Atom) -> AbstractArray {
    atom.raw >= 0 ? variables[Int(atom.raw)] : literals[Int(-1 - atom.raw)].aval
  }
  package var inputTypes: [AbstractArray] { inputs.map { variables[Int($0)] } }
  /// The type of an input; nil where there are fewer.
  package func inputType(at index: Int) -> AbstractArray? {
    inputs.indices.contains(index) ? variables[Int(inputs[index])] : nil
  }
  package var outputTypes: [AbstractArray] { outputs.map(aval) }

  /// The same program with those constants that `isHoisted` picks as its first inputs, and these constants.
  package func hoisting(_ isHoisted: (NDArray) -> Bool) -> (Jaxpr, [NDArray]) {
    let all = Array(zip(constantVariables, constants))
    let (hoisted, kept) = (all.filter { isHoisted($0.1) }, all.filter { !isHoisted($0.1) })
    let jaxpr = Jaxpr(
      variables: variables, constantVariables: kept.map(\.0), constants: kept.map(\.1),
      inputs: hoisted.map(\.0) + inputs, equations: equations, operands: operands, literals: literals, outputs: outputs)
    return (jaxpr, hoisted.map(\.1))
  }

  /// The same program with its constants as its first inputs.
  package var withConstantsAsInputs: Jaxpr {
    constants.isEmpty
      ? self
      : Jaxpr(
        variables: variables, constantVariables: [], constants: [], inputs: constantVariables + inputs,
        equations: equations, operands: operands, literals: literals, outputs: outputs)
  }
}
