import Lanewise
import LanewiseEngine
import Testing

@testable import LanewiseCore

@Suite struct KthPartitionTests {
  private static let x = NDArray([5, 3, .nan, 8, 1, 4, 3, -0.0, 0, 9, -2, 7] as [Float]).reshape([2, 6])

  /// Along either axis, and for a place counted from the end.
  @Test func partitionsAlongAnAxis() {
    #expect(partition([5, 3, 8, 1, 4] as NDArray, 2).asArray(Int.self) == [3, 1, 4, 5, 8])
    #expect(argpartition([5, 3, 8, 1, 4] as NDArray, 2).asArray(Int.self) == [1, 3, 4, 0, 2])
    let columns = partition(Self.x, -2, axis: 0)
    #expect(columns[0].asArray(Float.self) == [3, -0.0, 0, 8, -2, 4])
    #expect(columns[1][[0, 1, 3, 4, 5]].asArray(Float.self) == [5, 3, 9, 1, 7])
    let places = argpartition(Self.x, 3)
    let taken = takeAlongAxis(Self.x, places, axis: 1)
    #expect(arrayEqual(taken, partition(Self.x, 3), equalNaN: true).item())
  }

  /// A batch along any axis gives what a loop gives.
  @Test func batchesAreLoops() {
    for (batch, axis) in [(Self.x, 0), (Self.x.T, 1)] {
      let found = vmap({ (x: NDArray) in partition(x, 2) }, inAxes: axis)(batch)
      for line in 0..<2 { #expect(arrayEqual(found[line], partition(Self.x[line], 2), equalNaN: true).item()) }
    }
  }

  /// Tangents go where their elements go.
  @Test func derivatives() {
    let x = NDArray([5, 3, 8, 1, 4] as [Float])
    let tangents = arange(5).astype(.float32)
    let (primal, tangent) = jvp({ partition($0, 2) }, x, tangents)
    #expect(primal.asArray(Float.self) == [3, 1, 4, 5, 8])
    #expect(tangent.asArray(Float.self) == [1, 3, 4, 0, 2])
    let gradient = grad { (x: NDArray) in sum(partition(x, 2) * tangents) }(x)
    #expect(gradient.asArray(Float.self) == [3, 0, 4, 1, 2])
  }

  @Test func printsAndReadsAgain() throws {
    let text = makeJaxpr { (x: NDArray) in partition(x, 2) }(Self.x).description
    #expect(text.contains("partition[kth=2 places=False]"))
    #expect(try Jaxpr(parsing: text).description == text)
  }

  @Test func placesHaveToBeThere() {
    for k in [6, -7] {
      #expect(throws: LanewiseError.self) { try catching { partition(Self.x, k) } }
      #expect(throws: LanewiseError.self) { try catching { argpartition(Self.x, k) } }
    }
    #expect(throws: LanewiseError.self) { try catching { partition(Self.x, 0, axis: 2) } }
    #expect(throws: LanewiseError.self) { try catching { bind(KthPartition(kth: 6, hasPlaces: false), [Self.x])[0] } }
  }
}
