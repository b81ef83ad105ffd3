/// Calls a function of the host program with the operands' addresses and types; it writes the results.
///
/// The call is made even if nothing needs its results, never shared with an equal one, and in the order of the program
/// among its like, in loops and branches too: what printing and callbacks need.
package struct HostStep: Step {
  private let body: @Sendable (StepCall) -> Void
  package let isSynchronous: Bool

  /// - `isPure`: whether the function does no more than compute; then it may be called behind the call of the program.
  package init(isPure: Bool = false, _ body: @escaping @Sendable (StepCall) -> Void) {
    self.body = body
    isSynchronous = !isPure
  }

  package var name: String { "host" }
  package var hasEffects: Bool { true }

  package func run(_ call: StepCall) { body(call) }
}
