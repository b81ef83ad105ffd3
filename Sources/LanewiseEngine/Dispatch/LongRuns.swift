import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Executable {
  /// A run of so many nanoseconds goes on behind its call. Handing one over costs some ten microseconds, which is lost
  /// in a millisecond.
  static let longRun = 1_000_000
  /// A program below this is never timed.
  static let neverLong = 100_000.0

  /// Runs the program, or hands it to the queue if it takes long: then the results are there later.
  ///
  /// How long it takes is known from the last run, and before the first from its cost. What does more than compute runs
  /// before the call returns, and so does everything that is called from a run.
  package func start(_ inputs: [Storage], donated: UInt64, _ language: () -> PendingRun.Language) -> [Storage] {
    guard expectedNanoseconds >= Executable.longRun, !isSynchronous, !RunQueue.isInside, !Workers.isWorker,
      RunQueue.isEnabled.load(ordering: .relaxed)
    else {
      // The time until the operands are there is not the program's.
      for input in inputs { _ = input.address }
      return timed { run(inputs, donated: donated) }
    }
    let pending = PendingRun(self, inputs, donated: donated, language())
    let results = pending.makeResults()
    RunQueue.shared.submit(pending)
    return results
  }

  private var expectedNanoseconds: Int {
    let last = lastNanoseconds.load(ordering: .relaxed)
    if last > 0 { return last }
    let estimate = items.reduce(0.0) { $0 + $1.nanoseconds }
    return Int(min(estimate / Double(Workers.threadCount), 1e15))
  }

  func timed<R>(_ body: () -> R) -> R {
    let start = monotonicNanoseconds()
    let result = body()
    lastNanoseconds.store(max(1, monotonicNanoseconds() - start), ordering: .relaxed)
    return result
  }

  private func monotonicNanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}

extension Executable.Item {
  /// What it takes one thread, roughly.
  var nanoseconds: Double {
    switch self {
    case .tiles(let program): program.nanosecondsPerElement * Double(program.layout.count)
    case .blocks(let blocks): Double(blocks.nanoseconds)
    case .updates(let updates): updates.nanoseconds
    case .transpose(let transpose): Double(transpose.count)
    case .step(let step): step.step.nanoseconds(step.operandTypes, step.resultTypes)
    }
  }

  /// Whether its time may be more than is known from its operands.
  var isLoopOrBranch: Bool {
    if case .step(let step) = self { step.step is any ControlStep } else { false }
  }
}

extension Step {
  /// Roughly: a flop in half a nanosecond, a byte in a tenth.
  package func nanoseconds(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Double {
    let cost = cost(operands, results)
    return cost.flops / 2 + cost.transcendentals + cost.bytes / 10
  }
}
