import LanewiseEngine

extension Executable {
  /// Runs the program on concrete operands. A long run goes on behind the call, and the results are there later.
  @inline(__always)
  package func call(_ inputs: [Storage], donated: UInt64 = 0) -> [Storage] {
    mayBeLong ? start(inputs, donated: donated) { .current } : run(inputs, donated: donated)
  }
}

extension PendingRun.Language {
  /// A mistake in a run (that of a callback) is the error of whoever reads the results.
  fileprivate static var current: PendingRun.Language {
    let defaults = DefaultDTypes.current
    return PendingRun.Language(
      catching: { Context.apart(defaults, $0) },
      surface: { report($0 as? LanewiseError ?? LanewiseError(.value, "array: \($0)")) })
  }
}
