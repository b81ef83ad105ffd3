import Lanewise
import Testing

@Suite struct TreeLeavesTests {
  @Test func pathsLeadThroughEverything() {
    let paths = treeLeavesWithPath(Network.sample()).map { "\($0.path) \($0.leaf.shape)" }
    #expect(
      paths == [
        ".layers[0].dense[0].kernel [2, 2]", ".layers[0].dense[0].bias [2]", ".layers[1].scaled[0] []",
        ".heads['a'] [4]", ".heads['b'] [3]",
      ])
    #expect(treeLeavesWithPath([2: ones([2]), 1: ones([1])]).map { "\($0.path)" } == ["[1]", "[2]"])
    #expect(treeLeavesWithPath(ones([2]))[0].path.steps.isEmpty)
    let (leaves, structure) = treeFlattenWithPath(["k": ones([2])])
    #expect(leaves[0].path.steps == [.key("k")] && structure.leafCount == 1)
  }

  @Test func flattenAndUnflattenAreInverse() {
    let network = Network.sample()
    let (leaves, structure) = treeFlatten(network)
    let doubled = treeUnflatten(network, leaves.map { $0 * 2 })
    #expect(treeStructure(doubled) == structure)
    #expect(doubled.heads["a"]!.asArray(Float.self) == [2, 2, 2, 2])
    #expect(
      message { treeUnflatten(["a": ones([2])], [1.0, 2.0]) }
        == "ValueError: treeUnflatten: 2 arrays are given for a tree of 1, PyTreeDef({'a': *}); give one for each.")
  }
}
