/// Runs one of several programs (JAX's `cond` and `switch`).
///
/// - Operands: an int32 scalar, the number of the branch, clamped into range; the branches' operands.
/// - Results: those of the branch. All branches have inputs and outputs of the same types.
package struct SwitchStep: Step, ControlStep {
  let branches: [NestedProgram]
  let frame = FrameCache()
  private let allowsFrame: Bool
  private let reusable = ReusableInputs()

  /// - `branches`: at least one.
  /// - `allowsFrame`: whether the branches may run in a frame if their values are small.
  package init(branches: [Program], allowsFrame: Bool = true) {
    self.branches = branches.map { NestedProgram($0, donors: 0..<$0.inputCount) }
    self.allowsFrame = allowsFrame
  }

  package var name: String { "switch" }
  var nested: [(role: String, program: NestedProgram)] { branches.enumerated().map { ("branch \($0)", $1) } }
  var fitsFrame: Bool { allowsFrame && branches.allSatisfy(\.fitsFrame) }

  package func reusableOperand(ofResult index: Int) -> Int? { reusable.find(branches)[index].map { $0 + 1 } }

  /// That of the branch with the most operations.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let costs = branches.map(\.program.cost)
    return costs.max { $0.flops + $0.transcendentals < $1.flops + $1.transcendentals }!
  }

  func runNested(_ call: StepCall) {
    let index = Int(call.operand(0).load(as: Int32.self))
    let branch = Activation(branches[Swift.max(0, Swift.min(index, branches.count - 1))].executable)
    for input in 0..<branch.executable.inputCount { branch.setInput(input, call.operand(1 + input)) }
    branch.run { call.result($0) }
    branch.free()
  }

  /// Results of more bytes than this are worth finding operands whose memory they may take.
  static let largeResult = 4096
}

/// For each result of a switch the input whose memory it may take: the one that is the result, or that the result may
/// be computed over, in every branch.
private final class ReusableInputs: Sendable {
  private let found = Lock<[Int?]?>(nil)

  func find(_ branches: [NestedProgram]) -> [Int?] {
    found.withLock { found in
      if let found { return found }
      let program = branches[0].program
      let inputs = program.outputs.indices.map { output -> Int? in
        guard program.outputByteCount(output) > SwitchStep.largeResult else { return nil }
        let first = input(branches[0].executable, output)
        return branches.allSatisfy { input($0.executable, output) == first } ? first : nil
      }
      found = inputs
      return inputs
    }
  }

  private func input(_ executable: Executable, _ output: Int) -> Int? {
    switch executable.outputs[output] {
    case .input(let input): input
    case .computed(_, _, let donor): donor < 0 ? nil : donor
    case .constant, .same: nil
    }
  }
}
