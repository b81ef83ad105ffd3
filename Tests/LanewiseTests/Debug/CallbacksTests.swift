import Lanewise
import Synchronization
import Testing

@Suite struct CallbacksTests {
  /// What callbacks have seen.
  final class Log: Sendable {
    private let values = Mutex<[Float]>([])
    func add(_ x: NDArray) { values.withLock { $0 += x.asArray(Float.self) } }
    func take() -> [Float] {
      values.withLock { values in
        defer { values = [] }
        return values
      }
    }
  }

  @Test func comeInOrderUnderEveryTransformation() {
    let log = Log()
    let f = { (x: NDArray) -> NDArray in
      Debug.callback(log.add, x)
      let y = x * 2
      Debug.callback(log.add, y)
      return y * y
    }
    _ = f(1.0)
    #expect(log.take() == [1, 2])
    let compiled = jit(f)
    _ = (compiled(1.0), compiled(3.0))
    #expect(log.take() == [1, 2, 3, 6])
    expectClose(grad(f)(3.0), 24.0)
    #expect(log.take() == [3, 6])
    expectClose(jit(grad(f))(3.0), 24.0)
    #expect(log.take() == [3, 6])
    _ = vmap(f)(NDArray([1.0, 5.0]))
    #expect(log.take() == [1, 5, 2, 10])
    _ = jit {
      Lax.foriLoop(
        0, 3,
        { i, c in
          Debug.callback(log.add, i)
          return c + 1
        }, $0)
    }(0.0)
    #expect(log.take() == [0, 1, 2])
    _ = jit { (x: NDArray) in
      Lax.cond(
        x .> 0,
        {
          Debug.callback(log.add, $0)
          return $0
        }, { -$0 }, x)
    }(-1.0)
    #expect(log.take() == [])
  }

  @Test func thoseThatGiveResults() {
    let f = { (x: NDArray) in pureCallback({ $0 * 2 + 1 }, like: x, x) }
    expectClose(f(3.0), 7.0)
    expectClose(jit(f)(3.0), 7.0)
    expectClose(vmap(f)(arange(3.0)), NDArray([1.0, 3.0, 5.0]))
    expectError("cannot be differentiated") { grad(f)(3.0) }
    expectError("gave results of types (f32[2]) where (f32[]) was promised") {
      pureCallback({ (_: NDArray) in ones([2]) }, like: NDArray(1.0), NDArray(3.0))
    }
  }

  @Test func formats() {
    expectError("must have one {} for each of the 2 arrays") { Debug.print("x = {}", 1, 2) }
    expectError("must have one {} for each") { Debug.print("x = {", 1) }
  }
}
