/// A step that runs programs of its own.
protocol ControlStep: Step {
  /// The programs with what each is to the step: `cond`, `body`.
  var nested: [(role: String, program: NestedProgram)] { get }
  /// Whether the step runs in a frame, by itself or within another one's.
  var fitsFrame: Bool { get }
  var frame: FrameCache { get }
  /// Runs the programs as executables.
  func runNested(_ call: StepCall)
}

extension ControlStep {
  package var hasEffects: Bool { nested.contains { $0.program.hasEffects } }
  package var isSynchronous: Bool { nested.contains { $0.program.isSynchronous } }

  package func run(_ call: StepCall) {
    if let frame = frame.program(self, call.operandTypes, call.resultTypes) {
      frame.run(call)
    } else {
      runNested(call)
    }
  }
}

/// A step's frame program: compiled once, when it is first needed.
final class FrameCache: Sendable {
  private enum State {
    case unknown, none
    case compiled(FrameProgram)
  }
  private let state = Lock(State.unknown)

  func program(
    _ step: any ControlStep, _ operandTypes: [AbstractArray], _ resultTypes: [AbstractArray]
  ) -> FrameProgram? {
    guard step.fitsFrame else { return nil }
    return state.withLock { state in
      switch state {
      case .none: return nil
      case .compiled(let program): return program
      case .unknown:
        let program = FrameProgram(step, operandTypes, resultTypes)
        state = program.map { .compiled($0) } ?? .none
        return program
      }
    }
  }
}
