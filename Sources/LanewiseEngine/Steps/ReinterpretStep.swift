/// The same bytes as elements of another width: keys as words, words as bytes. Operand and result have equally many bytes.
package struct ReinterpretStep: Step {
  package init() {}
  package var name: String { "reinterpret" }
  package var reusableOperand: Int? { 0 }

  package func run(_ call: StepCall) {
    guard call.operand(0) != UnsafeRawPointer(call.result(0)) else { return }
    call.result(0).copyMemory(from: call.operand(0), byteCount: call.resultTypes[0].byteCount)
  }
}
