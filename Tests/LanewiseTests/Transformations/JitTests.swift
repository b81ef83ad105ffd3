import Lanewise
import Testing

@Suite struct JitTests {
  /// Where an array's elements lie, to tell whether memory was reused.
  private func address(_ x: NDArray) -> Int { Int(bitPattern: x.storage!.address) }

  @Test func aDonatedArrayIsDeletedAndItsMemoryReused() {
    let step = jit({ (x: NDArray) in x * 2 + 1 }, donateArgnums: 0)
    var x = arange(1000.0) + 0
    let first = address(x)
    x = step(x)
    #expect(address(x) == first)
    x = step(x)
    #expect(address(x) == first)
    expectClose(x[1], 7.0)

    let given = ones([4])
    let copy = given
    let y = step(given)
    expectClose(y, NDArray([3.0, 3.0, 3.0, 3.0]))
    #expect(given.isDeleted && copy.isDeleted && !y.isDeleted)
    expectError("has been deleted, because it was donated") { copy.asArray(Float.self) }
    expectError("has been deleted") { copy + 1 }
    expectError("has been deleted") { jit { $0 + 1 }(copy) }
    expectError("has been deleted") { step(copy) }
    expectError("has been deleted") { grad { ($0 * $0).sum() }(copy) }
    expectError("has been deleted") { "\(copy)" }
  }

  @Test func whatIsSharedIsNotWrittenOver() {
    let add = jit({ (x: NDArray, y: NDArray) in x + 2 * y }, donateArgnums: [0, 1])
    let x = ones([8])
    expectClose(add(x, x), ones([8]) * 3)
    let (a, b) = (ones([8]), ones([8]))
    // The same elements under a weak dtype: another array that lies in the same memory.
    let weak = a.converted(to: .float32, weak: true)
    expectClose(add(a, b), ones([8]) * 3)
    expectClose(weak.converted(to: .float32), ones([8]))
  }

  @Test func donationUnderATransformationIsNone() {
    let square = jit({ (x: NDArray) in (x * x).sum() }, donateArgnums: [-1])
    let x = NDArray([1.0, 2.0])
    expectClose(grad(square)(x), NDArray([2.0, 4.0]))
    #expect(!x.isDeleted)
  }

  @Test func staticArguments() {
    let power = jit({ (x: NDArray, n: Int) in (0..<n).reduce(NDArray(1.0)) { y, _ in y * x } }, staticArgnums: 1)
    expectClose(power(2.0, 3), 8.0)
    expectClose(power(2.0, 5), 32.0)
    expectError("argument 0 holds arrays, so it cannot be static") { jit({ (x: NDArray) in x }, staticArgnums: 0)(1.0) }
    expectError("there is no argument 2") { jit({ (x: NDArray) in x }, donateArgnums: 2)(1.0) }
  }

  @Test func manyKindsOfArguments() {
    let sum = jit { (x: NDArray) in x.sum() }
    for size in 1...600 { expectClose(sum(ones([size])), NDArray(Float(size))) }
    expectClose(sum(ones([1])), 1.0)
  }

  @Test func tracesOnceForEachKindOfArguments() {
    final class Count: @unchecked Sendable { var traces = 0 }
    let count = Count()
    func traces(_ body: () -> Void) -> Int {
      count.traces = 0
      body()
      return count.traces
    }
    let f = jit { (x: NDArray) in
      count.traces += 1
      return x + 1
    }
    // Weak and strong types of one dtype differ, as their results do.
    let numbers = [NDArray(1.0), NDArray(2.0), NDArray(1.0, dtype: .float32), NDArray(Float(2))]
    #expect(traces { for x in numbers { _ = f(x) } } == 2)
    #expect(f(1.0).weakType && !f(NDArray(Float(1))).weakType)
    #expect(traces { for x in [ones([2]), zeros([2]), ones([3]), ones([3], dtype: .int32)] { _ = f(x) } } == 3)
    #expect(traces { with64BitDefaults { _ = f(ones([2], dtype: .float32)) } } == 1)
    let tree = jit { (x: [NDArray], mode: String, flag: Bool) in
      count.traces += 1
      return flag ? x[0] : x[x.count - 1]
    }
    let (a, b) = (ones([2]), zeros([2]))
    #expect(traces { _ = (tree([a], "x", true), tree([b], "x", true)) } == 1)
    #expect(traces { _ = (tree([a], "y", true), tree([a], "x", false), tree([a, b], "x", true)) } == 3)
    #expect(traces { _ = tree([b, a], "x", true) } == 0)
  }
}
