/// A run of an executable behind the call that asked for it.
package final class PendingRun: @unchecked Sendable {
  /// What the language has to say to runs behind a call.
  package struct Language: Sendable {
    /// Calls its argument where errors are caught, and gives the first one.
    let catching: @Sendable (() -> Void) -> (any Error)?
    /// Reports an error to whoever reads the results.
    let surface: @Sendable (any Error) -> Void

    package init(
      catching: @escaping @Sendable (() -> Void) -> (any Error)?, surface: @escaping @Sendable (any Error) -> Void
    ) {
      self.catching = catching
      self.surface = surface
    }
  }

  /// Under the lock of the queue.
  enum State {
    case waiting, running, done
    case failed(any Error)

    var isSettled: Bool {
      switch self {
      case .waiting, .running: false
      case .done, .failed: true
      }
    }
  }
  var state = State.waiting

  private let language: Language
  /// What it needs, until it is done.
  private var executable: Executable?
  private var inputs: [Storage]
  private var results: [Storage] = []
  private let donated: UInt64
  private let largestResult: Int
  /// The caller's.
  private let mode = FloatingMode.current

  init(_ executable: Executable, _ inputs: [Storage], donated: UInt64, _ language: Language) {
    self.executable = executable
    self.inputs = inputs
    self.donated = donated
    self.language = language
    largestResult = executable.outputs.indices.map(executable.outputByteCount).max() ?? 0
  }

  /// Arrays for the results; those that are computed have no memory yet. To be asked once, before it runs.
  func makeResults() -> [Storage] {
    results = executable!.results(inputs) { Storage(byteCount: $0, pending: self) }
    return results
  }

  /// Runs, unless an operand's own run has failed; gives the error.
  func perform() -> (any Error)? {
    defer {
      executable = nil
      inputs = []
      results = []
    }
    if let error = inputs.lazy.compactMap({ $0.failure() }).first { return error }
    var blocks: [(Storage, UnsafeMutableRawPointer)] = []
    let error = mode.during {
      language.catching { blocks = executable!.run(inputs, into: results, donated: donated) }
    }
    for (result, block) in blocks {
      if error == nil { result.settle(block) } else { MemoryPool.release(block, result.byteCount) }
    }
    return error
  }

  func surface(_ error: any Error) { language.surface(error) }

  /// What stands for the elements of a result where the run has failed.
  var zeros: UnsafeMutableRawPointer {
    standIn.withLock { standIn in
      if let standIn { return standIn }
      let block = MemoryPool.allocate(largestResult)
      block.initializeMemory(as: UInt8.self, repeating: 0, count: largestResult)
      standIn = block
      return block
    }
  }
  private let standIn = Lock<UnsafeMutableRawPointer?>(nil)

  deinit {
    standIn.withLock { if let block = $0 { MemoryPool.release(block, largestResult) } }
  }
}
