import Lanewise
import Testing

@Suite struct ClusterTests {
  @Test func theNearestCodeIsFound() {
    let codes = Random.normal(Random.key(1), [5, 3])
    let picked: [Int32] = [4, 0, 2, 2]
    let (code, dist) = Cluster.vq(codes[NDArray(picked)] + 1e-3, codes)
    #expect(code.asArray(Int32.self) == picked && Float(max(dist)) < 2e-3)
  }

  /// What the documentation says that is printed.
  @Test func example() {
    let (code, dist) = Cluster.vq([[1, 2], [5, 5]], [[1, 1], [5, 6]])
    #expect("\(code) \(dist)" == "[0 1] [1. 1.]")
  }

  @Test func mistakes() {
    expectError("as many columns") { Cluster.vq(zeros([2, 3]), zeros([2, 2])).code }
    expectError("must be a code") { Cluster.vq(zeros([2, 3]), zeros([0, 3])).code }
  }
}
