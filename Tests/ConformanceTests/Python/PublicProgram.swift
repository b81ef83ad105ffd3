import Lanewise
import LanewiseCore

/// A case's Python, run with Lanewise's public functions.
struct PublicProgram {
  private let interpreter: Interpreter
  private let expression: Expression

  init(_ test: CorpusCase) throws(PythonError) {
    interpreter = Interpreter(layout: test.partitionable ? .partitionable : .original)
    if let source = test.source { interpreter.run(try Parser.statements(source)) }
    expression = try Parser.expression(test.python)
  }

  /// What Lanewise lacks for it, once it has been called.
  var missing: String? { interpreter.firstFault }

  /// The leaves of the result.
  func callAsFunction(_ inputs: [NDArray]) -> [NDArray] { treeLeaves(interpreter.evaluate(expression, inputs)) }
}
