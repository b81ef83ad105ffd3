import Lanewise
import Testing

/// Trees of static and dynamic parts, through the transformations.
@Suite struct TreeTransformationTests {
  private let loss = { (network: Network, x: NDArray) in (network(x) ** 2).sum() + network.heads["a"]!.sum() }
  private let x = NDArray([1.0, 2.0])

  @Test func gradientsHaveTheTypeOfTheModel() {
    let network = Network.sample()
    let gradient = grad(loss)(network, x)
    let jitted = jit(grad(loss))(network, x)
    for found in [gradient, jitted] {
      #expect(treeStructure(found) == treeStructure(network))
      // The layers give 2·(7, 6) + 1 = (15, 13); d/d bias of the sum of squares is twice that, times the factor 2.
      guard case .dense(let dense) = found.layers[0] else { fatalError("the first layer is dense") }
      #expect(dense.bias!.asArray(Float.self) == [60, 52])
      #expect(found.heads["a"]!.asArray(Float.self) == [1, 1, 1, 1])
    }
    #expect(treeLeaves(grad(loss)(Network.sample(bias: nil), x)).count == 4)
  }

  @Test func staticPartsChooseTheProgram() {
    var traces = 0
    let f = jit { (network: Network, x: NDArray) in
      traces += 1
      return network.mode == .train ? network(x) : -network(x)
    }
    #expect(f(Network.sample(), x).asArray(Float.self) == [15, 13])
    #expect(f(Network.sample(bias: ones([2])), x).asArray(Float.self) == [17, 15])
    #expect(traces == 1)
    #expect(f(Network.sample(mode: .test), x).asArray(Float.self) == [-15, -13])
    #expect(f(Network.sample(factor: 1), x).asArray(Float.self) == [8, 7])
    #expect(traces == 3)
  }

  @Test func axesGoToPartsOfEnumsAndStructs() {
    let layers: [Layer] = [.scaled(NDArray([1.0, 2.0, 3.0]), by: 2), .relu]
    let f = { (layers: [Layer], x: NDArray) in layers.reduce(x) { $1($0) } }
    let found = vmap(f, inAxes: ([["scaled": [0]], nil], nil))(layers, 1.0)
    #expect(found.asArray(Float.self) == [3, 4, 5])
  }

  @Test func errorsNameTheLeafByItsPath() {
    var network = Network.sample()
    network.heads["b"] = arange(3)
    #expect(
      message { grad(loss)(network, x) }.contains("grad: the argument [0].heads['b'] has dtype int32; only floating"))
    #expect(
      message { vmap { (network: Network) in network.heads["a"]! }(Network.sample()) }
        .contains("vmap: the argument .layers[1].scaled[0] has shape (), so it has no axis 0"))
    #expect(
      message { vmap { (m: [String: NDArray]) in m["a"]! }(["a": ones([2]), "b": ones([3])]) }
        .contains("axis 0 of ['a'] (2,), axis 0 of ['b'] (3,)"))
    #expect(
      message {
        Lax.scan({ (network: Network, x: NDArray) in (treeMap({ $0[..<1] }, network), x) }, ["a": ones([2])].network, x)
      }
      .contains("scan: the state .heads['a'] has type f32[2] before a step but type f32[1] after it"))
    #expect(
      message {
        Lax.foriLoop(0, 3, { (_, s: [String: NDArray]) in ["a": s["a"]!, "b": s["b"]!.sum()] }, ["a": x, "b": x])
      }
      .contains("foriLoop: the state ['b'] has type f32[2] before a step but type f32[] after it"))
    #expect(
      message {
        Lax.scan({ (s: [String: NDArray], x: NDArray) in (s.filter { $0.key != "b" }, x) }, ["a": x, "b": x], x)
      }
      .contains("the state before has {'a': *, 'b': *} where the state after has {'a': *}"))
    #expect(
      message {
        Lax.cond(
          true, { (s: [String: NDArray]) in s }, { (s: [String: NDArray]) in s.mapValues { $0.sum() } }, ["a": x])
      }
      .contains("the result ['a'] has type f32[] in the false branch and f32[2] in the true branch"))
    #expect(
      message { Lax.whileLoop({ i, _ in i .< 3 }, { i, s in (i + 1, s.sum()) }, (0, x)) }
        .contains("whileLoop: the state [1] has type f32[2] before a step but type f32[] after it"))
    #expect(
      message { jvp({ (s: [String: NDArray]) in s["a"]! }, ["a": x], ["a": ones([3])]) }
        .contains("the tangent ['a'] has type f32[3] where the argument has type f32[2]"))
  }
}

extension [String: NDArray] {
  /// A network of heads alone.
  fileprivate var network: Network { Network(layers: [], heads: self, mode: .test, stride: 1) }
}
