import Lanewise
import Testing

@Suite struct SequentialVmapTests {
  private let x = NDArray([1, 2, 3] as [Float])

  @Test func examplesAreComputedOneByOne() {
    nonisolated(unsafe) var seen: [[Int]] = []
    let f = sequentialVmap { (x: NDArray) -> NDArray in
      seen.append(x.shape)
      return x * 2
    }
    #expect(vmap(f)(x).asArray(Float.self) == [2, 4, 6])
    #expect(vmap(vmap(f))(stack([x, x])).asArray(Float.self) == [2, 4, 6, 2, 4, 6])
    #expect(f(x).asArray(Float.self) == [2, 4, 6])
    #expect(Set(seen) == [[], [3]])
    #expect(makeJaxpr(vmap(f))(x).description.contains("scan"))
  }

  @Test func argumentsMayBeTheSameForAll() {
    let f = sequentialVmap { (x: NDArray, y: NDArray) in x * y.sum() }
    #expect(vmap(f)(x, stack([x, x, x])).asArray(Float.self) == [6, 12, 18])
    #expect(vmap(f, inAxes: (0, nil))(x, x).asArray(Float.self) == [6, 12, 18])
    #expect(vmap(f, inAxes: (nil, 0))(1, x).asArray(Float.self) == [1, 2, 3])
    #expect(jit(vmap(f, inAxes: (0, nil)))(x, x).asArray(Float.self) == [6, 12, 18])
  }

  @Test func derivativesAndTrees() {
    let f = sequentialVmap { (p: [String: NDArray]) -> NDArray in p["a"]! * p["b"]! }
    #expect(vmap(f)(["a": x, "b": x]).asArray(Float.self) == [1, 4, 9])
    let square = sequentialVmap { (x: NDArray) in x * x }
    #expect(grad { (x: NDArray) in vmap(square)(x).sum() }(x).asArray(Float.self) == [2, 4, 6])
    #expect(vmap(grad(square))(x).asArray(Float.self) == [2, 4, 6])
  }
}
