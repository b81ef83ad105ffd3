/// A program's work that is not elementwise and not a reduction: dot, gather, sort and the like.
///
/// A step is a value that holds its own parameters. It runs between fused groups, reads contiguous row-major operands
/// and writes contiguous row-major results.
package protocol Step: Sendable {
  /// The name in a program's text: `dot`, `gather`.
  var name: String { get }
  /// The operand whose memory the first result may overwrite where that operand dies here (scatter, sort…): same byte
  /// count. The step then finds `operand(i) == result(0)`.
  var reusableOperand: Int? { get }
  /// Does the work. Any thread may run it; it may split the work over ``Workers``.
  func run(_ call: StepCall)
}

extension Step { package var reusableOperand: Int? { nil } }

/// What a step works on: addresses and types of its operands and results.
package struct StepCall {
  package let operands: UnsafePointer<UnsafeRawPointer>
  package let results: UnsafePointer<UnsafeMutableRawPointer>
  package let operandTypes: [AbstractArray]
  package let resultTypes: [AbstractArray]

  package init(
    operands: UnsafePointer<UnsafeRawPointer>, results: UnsafePointer<UnsafeMutableRawPointer>,
    operandTypes: [AbstractArray], resultTypes: [AbstractArray]
  ) {
    self.operands = operands
    self.results = results
    self.operandTypes = operandTypes
    self.resultTypes = resultTypes
  }

  package func operand(_ index: Int) -> UnsafeRawPointer { operands[index] }
  package func result(_ index: Int) -> UnsafeMutableRawPointer { results[index] }
}
