import COpenBLAS
import LanewiseShims
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The threads that long work is split over.
///
/// A job is a number of chunks, claimed one by one; the calling thread claims too, and at the end waits only for
/// chunks that another thread has begun. On a busy machine, where a worker may not be scheduled for milliseconds, a
/// job is therefore as slow as on one thread, not slower.
///
/// Work inside a chunk, and work of a second thread while a job is under way, runs on its own thread alone.
package enum Workers {
  /// Threads that take part in a job, the caller's among them. Also the number of threads that OpenBLAS uses.
  package static var threadCount: Int {
    get { Crew.shared.threadCount.load(ordering: .relaxed) }
    set {
      let count = Swift.max(1, Swift.min(newValue, Crew.maximumThreads))
      Crew.shared.threadCount.store(count, ordering: .relaxed)
      openblas_set_num_threads(Int32(count))
    }
  }

  /// Whether this thread is at work on a chunk: then BLAS must not start threads of its own.
  @inline(__always)
  package static var isWorker: Bool { lw_get_thread_is_working() }

  /// Calls `body` once with every number below `chunks`, in no order, on several threads; returns when all calls have.
  ///
  /// - `nanoseconds`: what the whole job costs one thread, roughly. Waking a worker that sleeps takes longer than a
  ///   short job; for such a job nobody is woken.
  @inline(__always)
  package static func run(chunks: Int, nanoseconds: Int = .max, _ body: (Int) -> Void) {
    if chunks > 1, !isWorker, Crew.shared.run(chunks, nanoseconds, body) { return }
    var chunk = 0
    while chunk < chunks {
      body(chunk)
      chunk &+= 1
    }
  }
}

/// The pool behind ``Workers``.
private final class Crew: Sendable {
  static let shared = Crew()
  static let maximumThreads = 256

  /// The number of the job, above 32 bits of chunks not yet claimed.
  private let board = Atomic<UInt64>(0)
  /// Chunks of the job that are done.
  private let done = Atomic<Int>(0)
  /// Taken by the thread whose job is on the board.
  private let taken = Atomic<Bool>(false)
  private let started = Atomic<Int>(0)
  private let asleep = Atomic<Int>(0)
  /// Work, in nanoseconds, that was done alone while workers slept.
  private let doneAlone = Atomic<Int>(0)
  let threadCount = Atomic<Int>(1)

  /// Written by the owner of the board before the job is on it; read by whoever has claimed a chunk.
  private struct Job {
    var body: UnsafeRawPointer?
    var chunks = 0
    var mode = FloatingMode.ieee
  }
  private nonisolated(unsafe) let job: UnsafeMutablePointer<Job>
  private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let condition: UnsafeMutablePointer<pthread_cond_t>

  private init() {
    job = .allocate(capacity: 1)
    job.initialize(to: Job())
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
    threadCount.store(Swift.max(1, Swift.min(Int(lw_available_cores()), Crew.maximumThreads)), ordering: .relaxed)
  }

  /// A job shorter than this is not worth waking a worker for.
  private static let wakeCost = 200_000
  /// How long a worker looks at the board before it sleeps.
  private static let patience = 20_000

  /// Runs the job; false if the caller has to run it alone.
  @inline(never)
  func run(_ chunks: Int, _ nanoseconds: Int, _ body: (Int) -> Void) -> Bool {
    let threads = threadCount.load(ordering: .relaxed)
    guard threads > 1, chunks < Int(UInt32.max) else { return false }
    if started.load(ordering: .acquiring) >= threads - 1, asleep.load(ordering: .relaxed) >= threads - 1,
      nanoseconds < Crew.wakeCost
    {
      // Everyone sleeps. Short jobs run alone, but not for ever: once they have cost as much as waking, wake.
      guard doneAlone.add(nanoseconds, ordering: .relaxed).newValue > Crew.wakeCost else { return false }
    }
    guard !taken.exchange(true, ordering: .acquiring) else { return false }
    defer { taken.store(false, ordering: .releasing) }
    if started.load(ordering: .relaxed) < threads - 1 { start(threads - 1) }

    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        job.pointee = Job(body: pointer, chunks: chunks, mode: .current)
        done.store(0, ordering: .relaxed)
        let number = (board.load(ordering: .relaxed) >> 32) &+ 1
        board.store(number << 32 | UInt64(chunks), ordering: .sequentiallyConsistent)
        if asleep.load(ordering: .sequentiallyConsistent) > 0 { wake() }
        lw_set_thread_is_working(true)
        work()
        lw_set_thread_is_working(false)
        var turns = 0
        while done.load(ordering: .acquiring) < chunks {
          turns += 1
          if turns & 0xFFF == 0 { sched_yield() } else { lw_pause() }
        }
      }
    }
    return true
  }

  /// Claims and does chunks until none is left.
  private func work() {
    var seen = board.load(ordering: .acquiring)
    while UInt32(truncatingIfNeeded: seen) > 0 {
      let (claimed, now) = board.weakCompareExchange(
        expected: seen, desired: seen - 1, ordering: .acquiringAndReleasing)
      guard claimed else {
        seen = now
        continue
      }
      // The job cannot end before this chunk has: what it points at stays.
      let job = job.pointee
      job.mode.adopt()
      let body = job.body!.assumingMemoryBound(to: ((Int) -> Void).self)
      body.pointee(job.chunks - Int(UInt32(truncatingIfNeeded: seen)))
      done.add(1, ordering: .releasing)
      seen = board.load(ordering: .acquiring)
    }
  }

  // MARK: Workers

  /// Starts workers, once; only the owner of the board calls it.
  private func start(_ count: Int) {
    for index in started.load(ordering: .relaxed)..<count {
      var thread: pthread_t?
      #if canImport(Darwin)
        let error = pthread_create(
          &thread, nil,
          {
            Crew.main($0)
            return nil
          }, UnsafeMutableRawPointer(bitPattern: index + 1))
      #else
        var handle = pthread_t()
        let error = pthread_create(
          &handle, nil,
          {
            Crew.main($0!)
            return nil
          }, UnsafeMutableRawPointer(bitPattern: index + 1))
        thread = handle
      #endif
      guard error == 0, let thread else { return }
      pthread_detach(thread)
      started.store(index + 1, ordering: .releasing)
    }
  }

  private static func main(_ number: UnsafeMutableRawPointer) {
    lw_set_thread_is_working(true)
    shared.serve(Int(bitPattern: number) - 1)
  }

  private func serve(_ index: Int) {
    while true {
      var turns = 0
      while index < threadCount.load(ordering: .relaxed) - 1, turns < Crew.patience {
        if hasWork {
          work()
          turns = 0
        } else {
          lw_pause()
          turns += 1
        }
      }
      sleep(index)
    }
  }

  private var hasWork: Bool { UInt32(truncatingIfNeeded: board.load(ordering: .relaxed)) > 0 }

  private func sleep(_ index: Int) {
    pthread_mutex_lock(mutex)
    asleep.add(1, ordering: .sequentiallyConsistent)
    // A job may have come between the last look and the count that tells its owner to wake.
    var active: Bool { index < threadCount.load(ordering: .relaxed) - 1 }
    if !active || UInt32(truncatingIfNeeded: board.load(ordering: .sequentiallyConsistent)) == 0 {
      repeat { pthread_cond_wait(condition, mutex) } while !active
    }
    asleep.subtract(1, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(mutex)
  }

  private func wake() {
    doneAlone.store(0, ordering: .relaxed)
    pthread_mutex_lock(mutex)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}
