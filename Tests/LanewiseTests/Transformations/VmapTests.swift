import Lanewise
import Testing

private struct Model: Tree, Sendable {
  var weights: NDArray
  var bias: NDArray
  var steps: Int

  func walk(_ w: inout TreeWalker) -> Model {
    Model(weights: w(weights, "weights"), bias: w(bias, "bias"), steps: w(steps, "steps"))
  }
}

@Suite struct VmapTests {
  private let matrix = NDArray([1, 2, 3, 4, 5, 6] as [Float], shape: [3, 2])

  @Test func everyPartMayHaveItsAxis() {
    let f = { (p: [String: NDArray], x: NDArray) in (p["w"]! * x).sum() + p["b"]! }
    let p = ["w": matrix, "b": NDArray(10 as Float)]
    let x = ones([2])
    #expect(vmap(f, inAxes: (["w": 0, "b": nil], nil))(p, x).asArray(Float.self) == [13, 17, 21])
    #expect(vmap(f, inAxes: (["w": 1, "b": nil], nil))(p, ones([3])).asArray(Float.self) == [19, 22])
    let model = Model(weights: matrix, bias: ones([]), steps: 2)
    let g = { (m: Model) in m.weights.sum() * NDArray(m.steps) + m.bias }
    #expect(vmap(g, inAxes: ["weights": -1, "bias": nil])(model).asArray(Float.self) == [19, 25])
    let h = { (x: [NDArray]) in [x[0] + x[1].sum(), x[1]] }
    let pair = vmap(h, inAxes: [0, nil])([ones([3]), ones([2])])
    #expect(pair[0].asArray(Float.self) == [3, 3, 3] && pair[1].shape == [3, 2])
    #expect(jit(vmap(h, inAxes: [nil, 1]))([1.0, matrix])[0].asArray(Float.self) == [10, 13])
  }

  @Test func everyResultMayHaveItsAxis() {
    let f = { (x: NDArray) in ["row": x, "same": ones([2])] }
    let placed = vmap(f, inAxes: 0, outAxes: ["row": 1, "same": nil])(matrix)
    #expect(placed["row"]!.shape == [2, 3] && placed["same"]!.shape == [2])
    let (a, b) = vmap({ (x: NDArray) in (x * 2, x.sum()) }, inAxes: 0, outAxes: [-1, 0])(matrix)
    #expect(a.shape == [2, 3] && b.asArray(Float.self) == [3, 7, 11])
    #expect(Float(vmap({ (x: NDArray) in NDArray(3 as Float) }, outAxes: nil)(matrix)) == 3)
  }

  @Test func theSizeMayBeStated() {
    #expect(vmap({ (x: NDArray) in x }, inAxes: nil, axisSize: 3)(1.0).asArray(Float.self) == [1, 1, 1])
    let indices = vmap({ (_: NDArray) in Lax.axisIndex("i") }, inAxes: nil, axisName: "i", axisSize: 3)(1.0)
    #expect(indices.asArray(Int32.self) == [0, 1, 2])
  }

  @Test func mistakesAreSentences() {
    let f = { (p: [String: NDArray]) in p["w"]!.sum() + p["b"]! }
    let p = ["w": matrix, "b": ones([3])]
    expectError("vmap: inAxes has no entry for the argument ['b']") { vmap(f, inAxes: ["w": 0])(p) }
    expectError("vmap: at least one argument must have an axis") { vmap(f, inAxes: ["w": nil, "b": nil])(p) }
    expectError("vmap: the argument ['b'] has shape (3,), so it has no axis 1") {
      vmap(f, inAxes: ["w": 0, "b": 1])(p)
    }
    expectError("equal sizes, but they are axis 0 of (3, 2), and axisSize is 4") {
      vmap({ (x: NDArray) in x }, axisSize: 4)(matrix)
    }
    expectError("vmap: outAxes is nil for a result that differs from example to example") {
      vmap({ (x: NDArray) in x }, outAxes: nil)(matrix)
    }
    expectError("vmap: outAxes has no entry for the result ['w']") {
      vmap({ (x: NDArray) in ["w": x] }, inAxes: 0, outAxes: ["v": 0])(matrix)
    }
  }
}
