import Dispatch
import Foundation
import Lanewise
import Synchronization
import Testing

/// Long calls return before they are done. That they do is proven by programs that cannot go on before the caller does.
@Suite struct DispatchTests {
  /// Long by its cost: some ten milliseconds.
  fileprivate static func work(_ x: NDArray) -> NDArray { (0..<12).reduce(x) { y, _ in sin(y) + cos(y) } }
  fileprivate static let operand = linspace(0, 1, 1_000_000)

  /// A long program that passes `body` the mean of its operand, and gives what `body` gives for it.
  fileprivate static func long(_ body: @escaping @Sendable (NDArray) -> NDArray) -> @Sendable (NDArray) -> NDArray {
    jit { (x: NDArray) in
      let answer = pureCallback(body, like: NDArray(Float(0)), x.mean())
      return work(x) * 0 + answer
    }
  }

  /// What stops a run until it is opened; not for ever, so that a mistake fails a test and does not hang it.
  fileprivate final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    func open() { semaphore.signal() }
    func pass() -> Bool { semaphore.wait(timeout: .now() + 60) == .success }
  }

  @Test func aCallReturnsBeforeItIsDone() {
    let gate = Gate()
    let f = Self.long { mean in gate.pass() ? mean : -1 }
    let y = f(Self.operand)
    #expect(!y.isReady)
    // Not one of these looks at the elements.
    #expect(y.shape == [1_000_000] && y.dtype == .float32 && !y.isDeleted)
    gate.open()
    expectClose(y[0], 0.5)
    #expect(y.isReady)
    gate.open()
    #expect(f(y).blockUntilReady().isReady)
  }

  @Test func runsComeInOrderAndNotTooManyAhead() {
    let calls = Atomic(0)
    let ahead = Atomic(0)
    let order = Mutex<[Int]>([])
    let f = Self.long { mean in
      order.withLock { $0.append(Int(Float(mean).rounded())) }
      ahead.store(max(ahead.load(ordering: .relaxed), calls.load(ordering: .relaxed)), ordering: .relaxed)
      calls.subtract(1, ordering: .relaxed)
      return mean
    }
    var results: [NDArray] = []
    for number in 0..<12 {
      results.append(f(full([1_000_000], NDArray(Float(number)))))
      calls.add(1, ordering: .relaxed)
    }
    for (number, result) in results.enumerated().reversed() { expectClose(result[3], NDArray(Float(number))) }
    let seen = order.withLock { $0 }
    #expect(seen == Array(0..<12))
    #expect(ahead.load(ordering: .relaxed) <= RunQueue.depth + 2)
  }

  @Test func anErrorSurfacesAtEveryRead() throws {
    let f = Self.long { _ in ones([2]) }
    let y = try catching { f(Self.operand) }
    let z = try catching { f(y) }
    for array in [y, z] {
      expectError("gave results of types (f32[2]) where (f32[]) was promised") { array.blockUntilReady() }
      expectError("was promised") { array.asArray(Float.self) }
      expectError("was promised") { array + 1 }
      expectError("was promised") { jit { $0 + 1 }(array) }
      expectError("was promised") { "\(array)" }
    }
    #expect(y.isReady)
    expectClose(Self.long { $0 }(Self.operand)[0], 0.5)
  }

  /// In a process of its own, where no other test's runs can stand between the two.
  @Test func aCallbackMayComputeAndWait() async {
    await #expect(processExitsWith: .success) {
      let later = Mutex<NDArray?>(nil)
      let gate = Gate()
      let inner = DispatchTests.long { $0 * 2 }
      let f = DispatchTests.long { mean in
        guard gate.pass(), let later = later.withLock({ $0 }) else { return -1 }
        // One that waits behind this very run, and one that is called now.
        return later[0] + inner(DispatchTests.operand)[0] + mean
      }
      let y = f(DispatchTests.operand)
      let next = inner(y)
      precondition(!y.isReady)
      later.withLock { $0 = inner(DispatchTests.operand) }
      precondition(!next.isReady)
      gate.open()
      precondition(abs(Float(y[0]) - 2.5) < 1e-4 && abs(Float(next[0]) - 5) < 1e-4)
    }
  }

  @Test func aRunThatWaitsForItself() {
    let own = Mutex<NDArray?>(nil)
    let gate = Gate()
    let f = Self.long { mean in gate.pass() ? own.withLock { $0 }![0] : mean }
    let y = f(Self.operand)
    own.withLock { $0 = y }
    gate.open()
    expectError("a callback reads a result of the very program that it is called from") { y.blockUntilReady() }
    own.withLock { $0 = nil }
  }

  @Test func effectsAreDoneWhenTheCallReturns() {
    let seen = Mutex<[Float]>([])
    let f = jit { (x: NDArray) in
      Debug.callback({ (mean: NDArray) in seen.withLock { $0.append(Float(mean)) } }, x.mean())
      return Self.work(x)
    }
    let before = Self.long { $0 * 3 }(Self.operand)
    let y = f(before)
    let means = seen.withLock { $0 }
    #expect(means.count == 1 && abs(means[0] - 1.5) < 1e-4)
    #expect(y.isReady)
  }

  @Test func donatedArraysOfLongCalls() {
    let step = jit({ (x: NDArray) in Self.work(x) * 0 + x + 1 }, donateArgnums: 0)
    var x = zeros([1_000_000])
    for _ in 0..<6 {
      let given = x
      x = step(x)
      #expect(given.isDeleted)
    }
    expectClose(x.mean(), 6.0)
    expectClose(x[999_999], 6.0)
  }

  @Test func trees() {
    let (a, b) = jit { (x: NDArray) in (Self.work(x), [x, x.sum()]) }(Self.operand)
    let ready = blockUntilReady(["a": a, "b": b[1]])
    #expect(ready["a"]!.isReady && ready["b"]!.isReady && b[0].isReady && NDArray(1.0).isReady)
  }

  @Test func settingsAndEnds() async {
    await #expect(processExitsWith: .success) {
      Config.asynchronousDispatch = false
      precondition(DispatchTests.long { $0 }(DispatchTests.operand).isReady)
      Config.asynchronousDispatch = true
      // Some under way, some not begun.
      for _ in 0..<4 { _ = DispatchTests.long { $0 }(DispatchTests.operand) }
      exit(0)
    }
    await #expect(processExitsWith: .failure) {
      DispatchTests.long { _ in ones([2]) }(DispatchTests.operand).blockUntilReady()
    }
  }
}
