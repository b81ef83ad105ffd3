import Lanewise
import LanewiseEngine
import Testing

@testable import LanewiseCore

@Suite struct SearchSortedTests {
  private static let lines = NDArray([0, 1, 1, 4, -2, 3, 3, 9] as [Float]).reshape([2, 4])
  private static let values = NDArray([1, 3, 0, 5, 9, -7] as [Float]).reshape([2, 3])

  private static func places(_ lines: NDArray, _ values: NDArray) -> NDArray {
    searchsorted(lines, values, side: .right)
  }

  /// A batch of lines, of values, and of both, along any axis, gives what a loop gives.
  @Test func batchesAreLoops() {
    let (lines, values) = (Self.lines, Self.values)
    let rows = (0..<2).map { line in (0..<2).map { Self.places(lines[line], values[$0]).asArray(Int.self) } }
    #expect(vmap(Self.places)(lines, values).asArray(Int.self) == rows[0][0] + rows[1][1])
    #expect(vmap(Self.places, inAxes: (nil, 0))(lines[0], values).asArray(Int.self) == rows[0][0] + rows[0][1])
    #expect(vmap(Self.places, inAxes: (0, nil))(lines, values[0]).asArray(Int.self) == rows[0][0] + rows[1][0])
    let turned = vmap(Self.places, inAxes: (1, 1))(lines.T, values.T)
    #expect(turned.asArray(Int.self) == rows[0][0] + rows[1][1])
    // Batches of batches: of lines that are batched already, only the values, and only the lines.
    let inner = vmap(Self.places, inAxes: (0, 0))
    let three = stack([values, values + 1, values - 1])
    let ofValues = vmap(inner, inAxes: (nil, 0))(lines, three)
    #expect(ofValues[1].asArray(Int.self) == inner(lines, values + 1).asArray(Int.self))
    let ofLines = vmap(inner, inAxes: (0, nil))(stack([lines, lines * 2]), values)
    #expect(ofLines[1].asArray(Int.self) == inner(lines * 2, values).asArray(Int.self))
  }

  @Test func placesHaveNoDerivative() {
    let (places, tangent) = jvp({ Self.places(Self.lines[0], $0).astype(.float32) }, Self.values[0], ones([3]))
    #expect(places.asArray(Int.self) == [3, 3, 1] && tangent.asArray(Float.self) == [0, 0, 0])
  }

  @Test func printsAndReadsAgain() throws {
    let jaxpr = makeJaxpr(Self.places)(Self.lines[0], Self.values[0])
    let text = jaxpr.description
    #expect(text.contains("searchsorted") && text.contains("side=right"))
    #expect(try Jaxpr(parsing: text).description == text)
  }

  @Test func linesAndValuesHaveToFit() {
    #expect(throws: LanewiseError.self) {
      try catching { bind(SearchSorted(isBehindEqual: false, dtype: .int32), [Self.lines, Self.values[0]])[0] }
    }
  }
}
