import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs that go on behind the calls that asked for them: one at a time, in the order of the calls.
///
/// A thread of its own runs them; and so does whoever waits for one, if none is under way. What is called in such a run
/// (a callback that computes) runs at once, on the same thread.
package final class RunQueue: @unchecked Sendable {
  package static let shared = RunQueue()

  /// Whether programs may run behind their calls.
  package static let isEnabled = Atomic<Bool>(true)

  /// Runs that wait at most; a call that would add another waits. So a loop that calls faster than is computed needs no
  /// more memory than this.
  package static let depth = 4

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Something has been added, or has ended.
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [PendingRun] = []
  private var isRunning = false
  private var hasThread = false

  private init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  /// Whether this thread is in a run: then another may run only within it.
  package static var isInside: Bool { pthread_getspecific(insideKey) != nil }

  private static let insideKey: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  private static func setInside(_ isInside: Bool) {
    pthread_setspecific(insideKey, isInside ? UnsafeRawPointer(bitPattern: 1) : nil)
  }

  private struct Ended: Error, CustomStringConvertible {
    var description: String { "the process ended before the array was computed." }
  }
  private struct WaitsForItself: Error, CustomStringConvertible {
    var description: String { "a callback reads a result of the very program that it is called from." }
  }

  func submit(_ run: PendingRun) {
    pthread_mutex_lock(mutex)
    while waiting.count >= RunQueue.depth { advanceOrWait() }
    waiting.append(run)
    if !hasThread { startThread() }
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(mutex)
  }

  /// Returns when the run has ended, with its error.
  func wait(for run: PendingRun) -> (any Error)? {
    locked {
      while true {
        switch run.state {
        case .done: return nil
        case .failed(let error): return error
        case .running where RunQueue.isInside: return WaitsForItself()
        // Within a run only what is waited for: what is ahead of it may need the run that is under way.
        case .waiting where RunQueue.isInside: advance(waiting.firstIndex { $0 === run }!)
        case .waiting, .running: advanceOrWait()
        }
      }
    }
  }

  func isSettled(_ run: PendingRun) -> Bool { locked { run.state.isSettled } }

  private func locked<R>(_ body: () -> R) -> R {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Runs the next one, if none is under way; else sleeps until something has changed. The lock is held, but not
  /// meanwhile.
  private func advanceOrWait() {
    if waiting.isEmpty || isRunning {
      pthread_cond_wait(change, mutex)
    } else {
      advance(0)
    }
  }

  private func advance(_ index: Int) {
    let run = waiting.remove(at: index)
    let (wasRunning, wasInside) = (isRunning, RunQueue.isInside)
    isRunning = true
    run.state = .running
    pthread_mutex_unlock(mutex)
    RunQueue.setInside(true)
    let error = run.perform()
    RunQueue.setInside(wasInside)
    pthread_mutex_lock(mutex)
    run.state = error.map(PendingRun.State.failed) ?? .done
    isRunning = wasRunning
    pthread_cond_broadcast(change)
  }

  // MARK: The thread

  private func startThread() {
    hasThread = true
    // What BLAS and the pool need must not go before what is under way has ended.
    atexit { RunQueue.shared.end() }
    #if canImport(Darwin)
      var thread: pthread_t?
      let error = pthread_create(&thread, nil, { _ in RunQueue.shared.serve() }, nil)
      if error == 0, let thread { pthread_detach(thread) }
    #else
      var thread = pthread_t()
      let error = pthread_create(&thread, nil, { _ in RunQueue.shared.serve() }, nil)
      if error == 0 { pthread_detach(thread) }
    #endif
  }

  private func serve() -> Never {
    pthread_mutex_lock(mutex)
    while true { advanceOrWait() }
  }

  /// The process exits: what has not begun is left out, what is under way ends first.
  private func end() {
    locked {
      for run in waiting { run.state = .failed(Ended()) }
      waiting = []
      pthread_cond_broadcast(change)
      while isRunning, !RunQueue.isInside { pthread_cond_wait(change, mutex) }
    }
  }
}
