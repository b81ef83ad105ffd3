import Lanewise
import Testing

@Suite struct TreeReduceTests {
  @Test func joinsInOrder() {
    let tree: [String: NDArray] = ["a": 2.0, "b": 3.0, "c": 4.0]
    #expect(Float(treeReduce({ $0 * 10 + $1 }, tree, 1.0)) == 1234)
    #expect(Float(treeReduce({ $0 * 10 + $1 }, tree)) == 234)
    #expect(treeReduce({ (count: Int, x) in count + x.size }, Network.sample(), 0) == 14)
    #expect(message { treeReduce({ $0 + $1 }, [Int]()) }.contains("treeReduce: the tree has no arrays, PyTreeDef([])"))
  }
}
