import Lanewise
import Testing

@Suite struct TreeTransposeTests {
  private let rows: [[String: NDArray]] = [["a": 1.0, "b": 2.0], ["a": 3.0, "b": 4.0], ["a": 5.0, "b": 6.0]]

  @Test func turnsCollectionsInsideOut() {
    let columns: [String: [NDArray]] = treeTranspose(rows)
    #expect(columns.mapValues { $0.map { Float($0) } } == ["a": [1, 3, 5], "b": [2, 4, 6]])
    let back: [[String: NDArray]] = treeTranspose(columns)
    #expect(back.map { $0.mapValues { Float($0) } } == rows.map { $0.mapValues { Float($0) } })
    let grid: [[NDArray]] = treeTranspose([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]] as [[NDArray]])
    #expect(grid.map { $0.map { Float($0) } } == [[1, 4], [2, 5], [3, 6]])
    let nested: [String: [Int: NDArray]] = treeTranspose([7: ["a": 1.0, "b": 2.0], 8: ["a": 3.0, "b": 4.0]])
    #expect(nested["b"]!.mapValues { Float($0) } == [7: 2, 8: 4])
  }

  @Test func ofAnyStructures() {
    let example = ["a": [zeros([]), zeros([]), zeros([])], "b": [zeros([]), zeros([]), zeros([])]]
    let columns = treeTranspose(
      treeStructure([zeros([]), zeros([]), zeros([])]), treeStructure(["a": zeros([]), "b": zeros([])]), rows,
      like: example)
    #expect(columns.mapValues { $0.map { Float($0) } } == ["a": [1, 3, 5], "b": [2, 4, 6]])
    let found = message {
      treeTranspose(treeStructure([zeros([])]), treeStructure(["a": zeros([]), "b": zeros([])]), rows, like: example)
    }
    #expect(found.contains("treeTranspose: the tree has [{'a': *, 'b': *}, {'a': *, 'b': *}, {'a': *, 'b': *}] where"))
  }

  @Test func raggedCollectionsAreErrors() {
    #expect(
      message { treeTranspose([["a": 1.0], ["b": 1.0]] as [[String: NDArray]]) as [String: [NDArray]] }
        .contains("the keys at [1] are not those at [0]"))
    #expect(
      message { treeTranspose([[1.0], [1.0, 2.0]] as [[NDArray]]) as [[NDArray]] }.contains(
        "the lists have lengths [1, 2]"))
  }
}
