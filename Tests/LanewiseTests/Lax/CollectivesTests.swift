import Foundation
import Testing

@testable import Lanewise

/// A case of Goldens/collectives.json.
struct CollectiveGolden: Sendable, CustomTestStringConvertible {
  let line: JSONValue

  static let all: [CollectiveGolden] = {
    let file = Bundle.module.url(forResource: "collectives", withExtension: "json", subdirectory: "Goldens")!
    let document = try! JSONValue(parsing: try! Data(contentsOf: file))
    return document["cases"]!.arrayValue!.map(CollectiveGolden.init)
  }()

  var testDescription: String {
    let arguments = ["axis", "split", "concat", "tiled", "pairs", "source"].compactMap { name in
      line[name].map { "\(name) \($0)" }
    }
    return "\(name) \(arguments.joined(separator: " ")) of \(array("x")!.shape)"
  }

  var name: String { line["name"]!.stringValue! }

  func array(_ name: String) -> NDArray? {
    guard let value = line[name] else { return nil }
    let shape = value["shape"]!.arrayValue!.map { $0.intValue! }
    return NDArray(value["data"]!.arrayValue!.map { Float($0.doubleValue!) }, shape: shape)
  }

  func apply(_ x: NDArray) -> NDArray {
    let tiled = line["tiled"]?.boolValue ?? false
    let axis = line["axis"]?.intValue ?? 0
    switch name {
    case "psum": return Lax.psum(x, "i")
    case "pmax": return Lax.pmax(x, "i")
    case "pmin": return Lax.pmin(x, "i")
    case "pmean": return Lax.pmean(x, "i")
    case "all_gather": return Lax.allGather(x, "i", axis: axis, tiled: tiled)
    case "psum_scatter": return Lax.psumScatter(x, "i", scatterDimension: axis, tiled: tiled)
    case "all_to_all":
      return Lax.allToAll(
        x, "i", splitAxis: line["split"]!.intValue!, concatAxis: line["concat"]!.intValue!, tiled: tiled)
    case "ppermute":
      let pairs = line["pairs"]!.arrayValue!.map { ($0.arrayValue![0].intValue!, $0.arrayValue![1].intValue!) }
      return Lax.ppermute(x, "i", pairs)
    case "pbroadcast": return Lax.pbroadcast(x, "i", source: line["source"]!.intValue!)
    default: return Lax.axisIndex("i") + x
    }
  }
}

@Suite struct CollectivesTests {
  @Test(arguments: CollectiveGolden.all) func examplesGiveEachOtherWhatJAXSays(_ golden: CollectiveGolden) {
    let (x, value) = (golden.array("x")!, golden.array("value")!)
    expectClose(vmap(golden.apply, axisName: "i")(x), value)
    expectClose(jit(vmap(jit(golden.apply), axisName: "i"))(x), value)
    expectClose(vmap(golden.apply, inAxes: -1, axisName: "i")(moveaxis(x, 0, -1)), value)
    // Within another batch, on either side.
    let two = stack([x, -x])
    let nested = vmap(vmap(golden.apply, axisName: "i"))(two)
    expectClose(nested[0], value)
    let swapped = vmap(vmap(golden.apply), axisName: "i")(moveaxis(two, 0, 1))
    expectClose(moveaxis(swapped, 1, 0), nested)
  }

  @Test(arguments: CollectiveGolden.all) func theyPullBackWhatJAXSays(_ golden: CollectiveGolden) {
    guard let weights = golden.array("weights"), let pulled = golden.array("pulled") else { return }
    let x = golden.array("x")!
    let gradient = grad { (x: NDArray, w: NDArray) in (golden.apply(x) * w).sum() }
    expectClose(vmap(gradient, axisName: "i")(x, weights), pulled)
    expectClose(jit(vmap(jit(gradient), axisName: "i"))(x, weights), pulled)
    expectClose(vmap(vmap(gradient, axisName: "i"))(stack([x, x]), stack([weights, weights]))[1], pulled)
  }

  @Test(arguments: CollectiveGolden.all) func differentiatedAsAWholeTheyAgreeInBothModes(_ golden: CollectiveGolden) {
    let f = vmap(golden.apply, axisName: "i")
    let x = golden.array("x")!
    expectClose(jacfwd(f)(x), jacrev(f)(x))
    let inner = vmap({ (x: NDArray) in jvp(golden.apply, x, ones(x.shape)).1 }, axisName: "i")
    expectClose(inner(x), jvp(f, x, ones(x.shape)).1)
  }

  @Test func constantsNeedNoExchange() {
    let f = { (x: NDArray) in x * Lax.psum(1, "i") }
    #expect(vmap(f, axisName: "i")(ones([3])).asArray(Float.self) == [3, 3, 3])
    #expect(
      makeJaxpr(f, axisEnv: [("i", 4)])(1.0).description == "{ lambda ; a:f32[]. let b:f32[] = mul a 4.0 in (b,) }")
    #expect(
      vmap({ (x: NDArray) in x + Lax.psum(ones([]), "i") }, axisName: "i")(ones([2])).asArray(Float.self) == [3, 3])
    #expect(
      vmap({ (x: NDArray) in x * NDArray(Lax.axisSize("i")) }, axisName: "i")(ones([2])).asArray(Float.self) == [2, 2])
    // The same for all examples, though an array that is traced.
    let same = vmap(
      { (x: NDArray, y: NDArray) in x + Lax.psum(y, "i") + Lax.pmax(y, "i") }, inAxes: (0, nil), axisName: "i")
    #expect(same(ones([3]), 2.0).asArray(Float.self) == [9, 9, 9])
    #expect(jit(same)(ones([3]), 2.0).asArray(Float.self) == [9, 9, 9])
  }

  @Test func whatNothingIsSentToIsZero() {
    let shift = vmap({ (x: NDArray) in Lax.ppermute(x, "i", [(0, 1), (1, 2)]) }, axisName: "i")
    #expect(shift(NDArray([1, 2, 3] as [Float])).asArray(Float.self) == [0, 1, 2])
    #expect(vjp(shift, ones([3])).1(NDArray([1, 2, 3] as [Float])).asArray(Float.self) == [2, 3, 0])
    let shuffle = vmap({ (x: NDArray) in Lax.pshuffle(x, "i", [2, 0, 1]) }, axisName: "i")
    #expect(shuffle(NDArray([1, 2, 3] as [Int32])).asArray(Int32.self) == [3, 1, 2])
  }

  @Test func namesNest() {
    let x = NDArray([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])
    func both(_ f: @escaping (NDArray) -> NDArray) -> [Float] {
      vmap(vmap(f, axisName: "j"), axisName: "i")(x).asArray(Float.self)
    }
    #expect(both { Lax.psum($0, "i") } == [5, 7, 9, 5, 7, 9])
    #expect(both { Lax.psum($0, "j") } == [6, 6, 6, 15, 15, 15])
    #expect(both { Lax.psum($0, ["i", "j"]) } == [21, 21, 21, 21, 21, 21])
    #expect(both { jit { (x: NDArray) in Lax.psum(x, ["j", "i"]) }($0) } == [21, 21, 21, 21, 21, 21])
    #expect(both { $0 * 0 + 3 * Lax.axisIndex("i") + Lax.axisIndex("j") } == [0, 1, 2, 3, 4, 5])
    // The inner axis hides an outer one of its name.
    #expect(
      vmap(vmap({ (x: NDArray) in Lax.psum(x, "i") }, axisName: "i"), axisName: "i")(x).asArray(Float.self) == [
        6, 6, 6, 15, 15, 15,
      ])
  }

  @Test func treesAreExchangedTogether() {
    let f = { (x: NDArray) in Lax.psum(["a": x, "b": 2 * x], "i") }
    let sums = vmap(f, axisName: "i")(NDArray([1, 2] as [Float]))
    #expect(sums["a"]!.asArray(Float.self) == [3, 3] && sums["b"]!.asArray(Float.self) == [6, 6])
    let jaxpr = makeJaxpr(f, axisEnv: [("i", 4)])(1.0)
    #expect(
      jaxpr.description == """
        { lambda ; a:f32[]. let
            b:f32[] = mul 2.0 a
            c:f32[] d:f32[] = psum[axes=('i',) axis_index_groups=None] a b
          in (c, d) }
        """)
  }

  @Test func aCompiledFunctionIsTracedForEachAxis() {
    let f = jit { (x: NDArray) in x + Lax.psum(x, "i") * NDArray(Lax.axisSize("i")) }
    #expect(vmap(f, axisName: "i")(ones([2])).asArray(Float.self) == [5, 5])
    #expect(vmap(f, axisName: "i")(ones([3])).asArray(Float.self) == [10, 10, 10])
    expectError("unbound axis name: i") { f(1.0) }
  }

  @Test func theyPrintAsJAXDoes() {
    func text(_ f: @escaping (NDArray) -> NDArray) -> String {
      makeJaxpr(f, axisEnv: [("i", 4)])(ones([4, 2])).description
    }
    // JAX 0.4.34's texts.
    #expect(
      text { Lax.pmean($0, "i") } == """
        { lambda ; a:f32[4,2]. let
            b:f32[4,2] = psum[axes=('i',) axis_index_groups=None] a
            c:f32[4,2] = div b 4.0
          in (c,) }
        """)
    #expect(
      text { Lax.allGather($0, "i", tiled: true) } == """
        { lambda ; a:f32[4,2]. let
            b:f32[16,2] = all_gather[
              all_gather_dimension=0
              axis_index_groups=None
              axis_name=i
              axis_size=4
              tiled=True
            ] a
          in (b,) }
        """)
    #expect(
      text { Lax.allToAll($0, "i", splitAxis: 0, concatAxis: 0) } == """
        { lambda ; a:f32[4,2]. let
            b:f32[4,2] = all_to_all[
              axis_index_groups=None
              axis_name=i
              concat_axis=0
              split_axis=0
              tiled=False
            ] a
          in (b,) }
        """)
    #expect(
      text { Lax.ppermute($0, "i", [(0, 1), (1, 0)]) } == """
        { lambda ; a:f32[4,2]. let
            b:f32[4,2] = ppermute[axis_name=i perm=((0, 1), (1, 0))] a
          in (b,) }
        """)
    #expect(
      text { Lax.psumScatter($0, "i") } == """
        { lambda ; a:f32[4,2]. let
            b:f32[2] = reduce_scatter[
              axis_index_groups=None
              axis_name=i
              axis_size=4
              scatter_dimension=0
              tiled=False
            ] a
          in (b,) }
        """)
    #expect(
      text { _ in Lax.axisIndex("i") } == "{ lambda ; a:f32[4,2]. let b:i32[] = axis_index[axis_name=i]  in (b,) }")
  }

  @Test func mistakesAreSentences() {
    expectError(
      "NameError: unbound axis name: i. The following axis names (e.g. defined by pmap) are available to collective operations: []"
    ) {
      Lax.psum(ones([2]), "i")
    }
    expectError(
      "unbound axis name: j. The following axis names (e.g. defined by pmap) are available to collective operations: ['i']"
    ) {
      vmap({ (x: NDArray) in Lax.pmax(x, "j") }, axisName: "i")(ones([2]))
    }
    expectError("all_to_all: the size of the axis 'i' must equal the extent of splitAxis, but they are 3 and 4") {
      vmap({ (x: NDArray) in Lax.allToAll(x, "i", splitAxis: 0, concatAxis: 0) }, axisName: "i")(ones([3, 4]))
    }
    expectError("name a source or a target twice") {
      vmap({ (x: NDArray) in Lax.ppermute(x, "i", [(0, 1), (0, 2)]) }, axisName: "i")(ones([3]))
    }
    expectError("do not fit the axis 'i' of size 3") {
      vmap({ (x: NDArray) in Lax.ppermute(x, "i", [(0, 7)]) }, axisName: "i")(ones([3]))
    }
    expectError("psum: the program refers to the axis 'i'") {
      makeJaxpr({ (x: NDArray) in Lax.psum(x, "i") }, axisEnv: [("i", 4)])(1.0).run([1.0])
    }
  }
}
