import Lanewise
import Testing

@Suite struct CustomVMAPTests {
  /// Doubles; a batch is multiplied by 100 instead, so that one sees that the rule is used.
  private let f = customVMAP({ (x: NDArray) in 2 * x }, rule: { size, isBatched, x in (100 * x, isBatched) })

  @Test func theRuleIsForBatches() {
    #expect(Float(f(3.0)) == 6 && Float(jit(f)(3.0)) == 6)
    let xs = NDArray([1, 2] as [Float])
    #expect(vmap(f)(xs).asArray(Float.self) == [100, 200])
    #expect(jit(vmap(f))(xs).asArray(Float.self) == [100, 200])
    #expect(vmap(jit(f))(xs).asArray(Float.self) == [100, 200])
    #expect(vmap(f, inAxes: 1)(ones([3, 2])).shape == [2, 3])
    #expect(vmap(vmap(f))(ones([2, 2])).asArray(Float.self) == [100, 100, 100, 100])
    #expect(vmap { (x: NDArray) in f(1.0) + x }(xs).asArray(Float.self) == [3, 4])
  }

  @Test func derivativesGoThroughIt() {
    let xs = NDArray([1, 2] as [Float])
    #expect(Float(grad(f)(3.0)) == 2 && Float(jvp(f, 3.0, 1.0).1) == 2)
    #expect(vmap { (x: NDArray) in jvp(f, x, 1.0).1 }(xs).asArray(Float.self) == [100, 100])
    #expect(vmap { (x: NDArray) in jvp(jit(f), 1.0, x).1 }(xs).asArray(Float.self) == [100, 200])
    #expect(jvp(vmap(f), xs, ones([2])).1.asArray(Float.self) == [100, 100])
    // Differentiating the batch goes through the rule; batching the derivative, through the function.
    #expect(grad { (x: NDArray) in vmap(f)(x).sum() }(xs).asArray(Float.self) == [100, 100])
    #expect(vmap(grad(f))(xs).asArray(Float.self) == [2, 2])
  }

  @Test func severalArgumentsAndTrees() {
    nonisolated(unsafe) var seen: [String] = []
    let g = customVMAP(
      { (x: NDArray, y: NDArray) in x + y },
      rule: { size, isBatched, x, y in
        seen.append("\(size) \(isBatched.0) \(isBatched.1) \(x.shape) \(y.shape)")
        return (x + y, true)
      })
    #expect(vmap(g, inAxes: (0, nil))(ones([3]), 1.0).asArray(Float.self) == [2, 2, 2])
    #expect(vmap(g, inAxes: (nil, 1))(ones([2]), ones([2, 3])).shape == [3, 2])
    #expect(seen == ["3 true false [3] []", "3 false true [2] [3, 2]"])
    let h = customVMAP(
      { (p: [String: NDArray]) -> NDArray in p["a"]! * p["b"]! },
      rule: { size, isBatched, p -> (NDArray, Bool) in (p["a"]! * p["b"]! * 10, isBatched) })
    #expect(vmap(h, inAxes: ["a": 0, "b": nil])(["a": ones([2]), "b": 3.0]).asArray(Float.self) == [30, 30])
  }

  @Test func resultsMayBeTheSameForAll() {
    let constant = customVMAP({ (x: NDArray) in ones([]) }, rule: { _, _, x in (ones([]), false) })
    #expect(Float(vmap(constant, outAxes: nil)(ones([3]))) == 1)
    let wrong = customVMAP({ (x: NDArray) in x }, rule: { _, _, x in (ones([]), true) }, name: "wrong")
    expectError("customVMAP wrong: the rule says that its result carries the batch") { vmap(wrong)(ones([3])) }
  }
}
