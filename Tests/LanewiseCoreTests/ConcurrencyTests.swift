import Dispatch
import Lanewise
import Synchronization
import Testing

/// Any number of threads may call one transformed function at once. Run these under the thread sanitizer too:
/// `swift test --sanitize thread --filter ConcurrencyTests`.
@Suite struct ConcurrencyTests {
  @Test func oneJittedFunctionFromManyThreads() {
    let f = jit { (x: NDArray) in (sin(x) * x).sum() }
    let g = grad(f)
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 64) { index in
      let size = 1 + index % 5 * 20_000
      let x = ones([size])
      let value = Float(f(x))
      let slope = g(x).asArray(Float.self)[0]
      if abs(value / Float(size) - 0.841471) > 1e-4 || abs(slope - 1.381773) > 1e-4 { wrong.add(1, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }

  @Test func tracesOfThreadsAreApart() {
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 32) { index in
      let power = index % 4 + 1
      let slope = Float(grad { (x: NDArray) in x ** NDArray(power) }(2.0))
      if abs(slope - Float(power * (1 << (power - 1)))) > 1e-4 { wrong.add(1, ordering: .relaxed) }
      let thrown = (try? catching { ones([2]) + ones([3]) }) == nil
      if !thrown { wrong.add(1, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }

  @Test func longCallsFromManyThreads() {
    let f = jit { (x: NDArray) in (0..<12).reduce(x) { y, _ in sin(y) + cos(y) } * 0 + x }
    let shared = f(f(ones([1_000_000])))
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      let own = f(ones([1_000_000]) * NDArray(index))
      let later = f(own + shared)
      if Float(later[index]) != Float(index + 1) || Float(shared.mean()) != 1 { wrong.add(1, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}
