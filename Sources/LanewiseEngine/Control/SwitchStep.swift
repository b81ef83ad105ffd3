/// Runs one of several programs (JAX's `cond` and `switch`).
///
/// - Operands: an int32 scalar, the number of the branch, clamped into range; the branches' operands.
/// - Results: those of the branch. All branches have inputs and outputs of the same types.
package struct SwitchStep: Step, ControlStep {
  private let branches: Branches

  /// What all copies of the step share.
  private final class Branches: Sendable {
    let programs: [NestedProgram]
    private let reusable = Lock<[Int?]?>(nil)

    init(_ branches: [Program]) { programs = branches.map { NestedProgram($0, donors: 0..<$0.inputCount) } }

    /// For each result the input whose memory it may take: the one that is the result, or that the result may be
    /// computed over, in every branch.
    var reusableInputs: [Int?] {
      reusable.withLock { reusable in
        if let reusable { return reusable }
        let executables = programs.map(\.executable)
        func input(_ executable: Executable, _ output: Int) -> Int? {
          switch executable.outputs[output] {
          case .input(let input): input
          case .computed(_, _, let donor): donor < 0 ? nil : donor
          case .constant, .same: nil
          }
        }
        let found = executables[0].outputs.indices.map { output in
          let first = input(executables[0], output)
          return executables.allSatisfy { input($0, output) == first } ? first : nil
        }
        reusable = found
        return found
      }
    }

    func run(_ call: StepCall) {
      let index = Int(call.operand(0).load(as: Int32.self))
      let branch = Activation(programs[Swift.max(0, Swift.min(index, programs.count - 1))].executable)
      for input in 0..<branch.executable.inputCount { branch.setInput(input, call.operand(1 + input)) }
      branch.run { call.result($0) }
      branch.free()
    }
  }

  /// - `branches`: at least one.
  package init(branches: [Program]) { self.branches = Branches(branches) }

  package var name: String { "switch" }
  var nested: [(role: String, program: NestedProgram)] {
    branches.programs.enumerated().map { ("branch \($0)", $1) }
  }

  package func reusableOperand(ofResult index: Int) -> Int? { branches.reusableInputs[index].map { $0 + 1 } }

  package func run(_ call: StepCall) { branches.run(call) }
}
