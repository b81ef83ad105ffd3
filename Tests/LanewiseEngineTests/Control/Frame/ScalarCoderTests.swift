import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct ScalarCoderTests {
  /// The code of operations on slots, each the result's only reader's operand if it is passing.
  private func code(
    _ operations: [(op: BinaryOp, a: UInt16, b: UInt16, result: UInt16, isPassing: Bool)]
  ) -> [ScalarCoder.Instruction] {
    var coder = ScalarCoder()
    for operation in operations {
      coder.add(
        ScalarRecord(
          operation: .binary(operation.op, .f32), result: operation.result, a: operation.a, b: operation.b, c: 0,
          isPassing: operation.isPassing, isOpaque: false), at: UnsafeRawPointer(bitPattern: 64)!)
    }
    coder.flush()
    return coder.instructions
  }

  @Test func whatStaysInItsRegisterIsNotWritten() {
    let code = code([(.mul, 1, 2, 5, true), (.add, 5, 3, 6, false)])
    #expect(code.map(\.opcode) == [.mulTwoF32, .addF32])
    #expect(code.map(\.result) == [0, 6])
  }

  @Test func whatHasToLeaveItsRegisterIsWrittenByWhatMadeIt() {
    let code = code([(.mul, 1, 2, 5, true), (.mul, 3, 4, 6, true), (.add, 5, 6, 7, false)])
    #expect(code.map(\.opcode) == [.mulTwoF32, .mulTwoF32, .addF32])
    #expect(code.map(\.result) == [5, 0, 7])
    #expect(code[2].a == 5)
  }
}
