import Lanewise
import Testing

@Suite struct AnyTreeTests {
  @Test func keepsTheTypeOfWhatItHolds() {
    let parameters = ["scale": AnyTree(ones([3])), "network": AnyTree(AnyTree(Network.sample())), "steps": AnyTree(4)]
    let gradient = grad { (p: [String: AnyTree]) in
      let network = (p["network"]!.base as! AnyTree).base as! Network
      return (p["scale"]!.base as! NDArray).sum() * network.heads["a"]!.sum()
    }(parameters)
    #expect((gradient["scale"]!.base as! NDArray).asArray(Float.self) == [4, 4, 4])
    #expect(gradient["steps"]!.base as! Int == 4)
    #expect(treeStructure(AnyTree(Network.sample())) == treeStructure(Network.sample()))
    #expect(
      treeLeavesWithPath(parameters).first!.path.steps == [
        .key("network"), .property("layers"), .index(0),
        .property("dense"), .index(0), .property("kernel"),
      ])
  }
}
