/// A program that a step runs: a branch, a condition, the body of a loop. Compiled once, when it is first needed.
final class NestedProgram: Sendable {
  let program: Program
  let hasEffects: Bool
  let isSynchronous: Bool
  /// Whether its values are small enough for a frame.
  let fitsFrame: Bool
  private let donors: Range<Int>
  private let compiled = Lock<Executable?>(nil)

  /// - `donors`: the inputs whose memory the program's outputs may take.
  init(_ program: Program, donors: Range<Int>) {
    self.program = program
    self.donors = donors
    fitsFrame = program.fitsFrame
    let steps = program.instructions.compactMap { if case .step(let step) = $0.operation { step } else { nil } }
    hasEffects = steps.contains(where: \.hasEffects)
    isSynchronous = steps.contains(where: \.isSynchronous)
  }

  var executable: Executable {
    compiled.withLock { compiled in
      if let compiled { return compiled }
      let executable = Executable(compiling: program, donors: donors)
      compiled = executable
      return executable
    }
  }
}
