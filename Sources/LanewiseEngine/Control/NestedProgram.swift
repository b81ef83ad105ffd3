/// A program that a step runs: a branch, a condition, the body of a loop. Compiled once, when it is first needed.
final class NestedProgram: Sendable {
  let program: Program
  private let donors: Range<Int>
  private let compiled = Lock<Executable?>(nil)

  /// - `donors`: the inputs whose memory the program's outputs may take.
  init(_ program: Program, donors: Range<Int>) {
    self.program = program
    self.donors = donors
  }

  var executable: Executable {
    compiled.withLock { compiled in
      if let compiled { return compiled }
      let executable = Executable(compiling: program, donors: donors)
      compiled = executable
      return executable
    }
  }

  var hasEffects: Bool {
    program.instructions.contains {
      if case .step(let step) = $0.operation { step.hasEffects } else { false }
    }
  }
}

/// A step that runs programs of its own.
protocol ControlStep: Step {
  /// The programs with what each is to the step: `cond`, `body`.
  var nested: [(role: String, program: NestedProgram)] { get }
}

extension ControlStep {
  package var hasEffects: Bool { nested.contains { $0.program.hasEffects } }
}
