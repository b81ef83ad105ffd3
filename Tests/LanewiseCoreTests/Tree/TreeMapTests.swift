import Lanewise
import Testing

@Suite struct TreeMapTests {
  @Test func mapsOneToFourAndAny() {
    let network = Network.sample()
    #expect(treeMap({ $0 * 2 }, network).heads["b"]!.asArray(Float.self) == [2, 2, 2])
    #expect(treeMap({ $0 + 2 * $1 }, network, network).heads["b"]!.asArray(Float.self) == [3, 3, 3])
    #expect(treeMap({ $0 + $1 * $2 }, [2.0], [3.0], [4.0] as [NDArray]).map { Float($0) } == [14])
    #expect(
      treeMap({ $0 - 0.1 * $1 / sqrt($2) + $3 }, [1.0], [2.0], [4.0], [5.0] as [NDArray]).map { Float($0) } == [5.9])
    let mean = treeMap({ stack($0).mean(axis: 0) }, all: [network, network, treeMap({ $0 * 4 }, network)])
    #expect(mean.heads["a"]!.asArray(Float.self) == [2, 2, 2, 2] && mean.mode == .train)
  }

  @Test func mapsWithPaths() {
    let decayed = treeMapWithPath(
      { path, x in "\(path)".hasSuffix(".bias") ? x : x * 0 }, Network.sample(bias: ones([2])))
    #expect(treeReduce({ $0 + $1.sum() }, decayed, 0.0).item(Float.self) == 2)
  }

  @Test(
    arguments: [
      (Network.sample(bias: nil), "at .layers[0].dense[0].bias tree 0 has * where tree 1 has None"),
      (Network.sample(factor: 5), "at .layers[1].scaled.by tree 0 has 2.0 where tree 1 has 5.0"),
      (Network.sample(mode: .test), "at .mode tree 0 has train where tree 1 has test"),
    ])
  func differentStructuresAreNamed(_ other: Network, _ part: String) {
    let found = message { treeMap({ $0 + $1 }, Network.sample(), other) }
    #expect(found.contains(part), "\(found)")
  }

  @Test func differencesInCollectionsAreNamed() {
    #expect(
      message { treeMap({ $0 + $1 + $2 }, ["w": [ones([2])]], ["w": [ones([2])]], ["w": [ones([2]), ones([1])]]) }
        == """
        ValueError: treeMap: the trees have different structures: at ['w'] tree 0 has [*] where tree 2 has [*, *]; they \
        must agree in everything but their arrays.
        """)
    #expect(
      message { treeMap({ $0 + $1 }, ["a": 1.0], ["b": 1.0] as [String: NDArray]) }.contains(
        ": tree 0 has {'a': *} where"))
  }
}
