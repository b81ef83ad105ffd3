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
  /// The same for each result. The default knows the first alone.
  func reusableOperand(ofResult index: Int) -> Int?
  /// Whether running it does more than write results. Such a step runs though nothing needs its results, and such steps
  /// run in the order of the program.
  var hasEffects: Bool { get }
  /// Whether the call that it belongs to may return only after it: what it does can be seen from outside.
  var isSynchronous: Bool { get }
  /// What it takes one thread, roughly.
  func nanoseconds(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Double
  /// What it costs. The default computes nothing and moves its operands and results.
  func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost
  /// Does the work. Any thread may run it; it may split the work over ``Workers``.
  func run(_ call: StepCall)
}

extension Step {
  package var reusableOperand: Int? { nil }
  package func reusableOperand(ofResult index: Int) -> Int? { index == 0 ? reusableOperand : nil }
  package var hasEffects: Bool { false }
  package var isSynchronous: Bool { false }
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost { Cost(moving: operands, results) }
}

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
