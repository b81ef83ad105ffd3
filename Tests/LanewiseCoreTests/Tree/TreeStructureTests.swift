import Lanewise
import Testing

@Suite struct TreeStructureTests {
  @Test func printsWhatIsStaticBeforeWhatIsNot() {
    let structure = treeStructure(Network.sample())
    #expect(
      "\(structure)" == """
        PyTreeDef(CustomNode(Network[(train, 3)], [[CustomNode(Layer[('dense',)], [CustomNode(namedtuple[Dense], \
        [*, *])]), CustomNode(Layer[('scaled', 2.0)], [*]), relu], {'a': *, 'b': *}]))
        """)
    #expect(structure.leafCount == 5)
    #expect(structure.nodeCount == 11)
  }

  @Test func staticValuesAreWrittenAsPythonWritesThem() {
    #expect(
      "\(treeStructure(["it's": AnyTree("a'b\"\\"), "t": AnyTree(true)]))" == """
        PyTreeDef({"it's": 'a\\'b"\\\\', 't': True})
        """)
    #expect("\(treeStructure([1, -2]))" == "PyTreeDef([1, -2])")
  }

  @Test func differsByStaticValuesCasesAndTypesNotByArrays() {
    let structure = treeStructure(Network.sample())
    #expect(structure == treeStructure(Network.sample(bias: ones([7], dtype: .int32))))
    #expect(structure != treeStructure(Network.sample(bias: nil)))
    #expect(structure != treeStructure(Network.sample(factor: 3)))
    #expect(structure != treeStructure(Network.sample(mode: .test)))
    var other = Network.sample()
    other.layers[2] = .scaled(0.0, by: 1)
    #expect(structure != treeStructure(other))
    #expect(treeStructure(1) != treeStructure(1.0))
    #expect(treeStructure(0.0) != treeStructure(-0.0))
    #expect(treeStructure(Float.nan) == treeStructure(Float.nan))
  }

  /// Fields of an inner and of an outer struct are told apart.
  @Test func nestingIsPartOfIt() {
    struct Inner: Tree {
      var a: NDArray, b: NDArray?
      func walk(_ w: inout TreeWalker) -> Inner { Inner(a: w(a, "a"), b: w(b, "b")) }
    }
    let one = treeStructure(["x": Inner(a: 1.0, b: nil), "y": Inner(a: 1.0, b: 2.0)])
    let other = treeStructure(["x": Inner(a: 1.0, b: 2.0), "y": Inner(a: 1.0, b: nil)])
    #expect(one != other)
    let (dense, inner) = (AnyTree(Dense(kernel: 1.0, bias: 2.0)), AnyTree(Inner(a: 1.0, b: 2.0)))
    #expect(treeStructure(dense) != treeStructure(inner))
  }

  /// A conformance may walk its parts without names, or without the walker's help; nothing breaks.
  @Test func namesMayBeLeftOut() {
    struct Bare: Tree {
      var a: NDArray, b: [NDArray], n: Int
      func walk(_ w: inout TreeWalker) -> Bare { Bare(a: a.walk(&w), b: b.walk(&w), n: w.fixed(n)) }
    }
    let bare = Bare(a: 1.0, b: [2.0, 3.0], n: 4)
    #expect("\(treeStructure(bare))" == "PyTreeDef(CustomNode(Bare[(4,)], [*, [*, *]]))")
    #expect(treeMap({ -$0 }, bare).b.map { Float($0) } == [-2, -3])
  }
}
