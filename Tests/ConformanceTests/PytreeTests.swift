import Foundation
import Lanewise
import LanewiseCore
import Testing

/// JAX's own texts of tree structures and key paths: `Corpus/pytree.json`.
@Suite struct PytreeTests {
  private struct Case: Decodable {
    let expr: String
    let leaves: [String]
    let treedef: String
    let num_leaves: Int
    let num_nodes: Int
    let paths: [String]
  }

  /// The corpus' named tuple.
  private struct Point: Tree {
    var x: NDArray
    var y: [NDArray]
    func walk(_ w: inout TreeWalker) -> Point { Point(x: w(x, "x"), y: w(y, "y")) }
  }

  /// Kinds of trees that Swift has not.
  private static let missing: Set = [
    #"collections.OrderedDict([("b",1),("a",2)])"#, #"collections.defaultdict(int,{"b":1})"#,
  ]

  /// The corpus' Python expressions in Swift. A tuple is `Pack`; what holds trees of several types holds `AnyTree`.
  private static var trees: [String: any Tree] {
    [
      "1": NDArray(1), "(1,2)": Pack(NDArray(1), NDArray(2)), "[1,2]": [NDArray(1), NDArray(2)],
      "(1,)": Pack(NDArray(1)),
      "()": Pack(), "[]": [NDArray](), "{}": [String: NDArray](), "None": NDArray?.none,
      "(None,1)": Pack(NDArray?.none, NDArray(1)), #"{"b":1,"a":2}"#: ["b": NDArray(1), "a": NDArray(2)],
      #"{"a":[1,(2,3)],"b":None}"#: [
        "a": AnyTree([AnyTree(NDArray(1)), AnyTree(Pack(NDArray(2), NDArray(3)))]), "b": AnyTree(NDArray?.none),
      ],
      "[(1,-2),(3,4),5]": [
        AnyTree(Pack(NDArray(1), NDArray(-2))), AnyTree(Pack(NDArray(3), NDArray(4))), AnyTree(NDArray(5)),
      ],
      #"{"w1":1.0,"w2":2,"inner":{"w3":3}}"#: [
        "w1": AnyTree(NDArray(1.0)), "w2": AnyTree(NDArray(2)), "inner": AnyTree(["w3": NDArray(3)]),
      ],
      "Pt(1,[2,3])": Point(x: NDArray(1), y: [NDArray(2), NDArray(3)]),
      "[[],[1]]": [[], [NDArray(1)]], #"{"x":()}"#: ["x": Pack()],
      "(1,(2,(3,(4,))))": Pack(NDArray(1), Pack(NDArray(2), Pack(NDArray(3), Pack(NDArray(4))))),
      "{2:1,1:2}": [2: NDArray(1), 1: NDArray(2)],
    ]
  }

  private func cases() throws -> [Case] {
    let url = try #require(Bundle.module.url(forResource: "Corpus/pytree", withExtension: "json"))
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
  }

  @Test func textsAndPathsAreJAXs() throws {
    let cases = try cases()
    #expect(cases.count == Self.trees.count + Self.missing.count)
    for given in cases where !Self.missing.contains(given.expr) {
      let tree = try #require(Self.trees[given.expr], "\(given.expr)")
      check(tree, given)
    }
  }

  private func check<T: Tree>(_ tree: T, _ given: Case) {
    let (leaves, structure) = treeFlattenWithPath(tree)
    #expect("\(structure)" == given.treedef)
    #expect(structure.leafCount == given.num_leaves, "\(given.expr)")
    #expect(structure.nodeCount == given.num_nodes, "\(given.expr)")
    #expect(leaves.map { "\($0.path)" } == given.paths, "\(given.expr)")
    #expect(leaves.map { Double($0.leaf) } == given.leaves.map { Double($0)! }, "\(given.expr)")
    let mapped = treeMap({ -$0 }, tree)
    #expect(treeStructure(mapped) == structure)
    #expect(treeLeaves(mapped).map { Double($0) } == given.leaves.map { -Double($0)! }, "\(given.expr)")
  }
}
