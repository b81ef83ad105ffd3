import Lanewise
import Testing

/// Numbers of JAX's are among the cases of the conformance tests; these are the properties.
@Suite struct RotationTests {
  private let some = Rotation.random(Random.key(4), 20, dtype: .float64)

  @Test func formsAreOneRotation() {
    let matrices = some.asMatrix()
    func expectSame(_ other: Rotation) { expectClose(other.asMatrix(), matrices, 1e-12) }
    expectSame(.fromQuat(some.asQuat(canonical: true) * -3))
    expectSame(.fromMatrix(matrices))
    expectSame(.fromRotvec(some.asRotvec()))
    expectSame(.fromRotvec(some.asRotvec(degrees: true), degrees: true))
    expectSame(.fromMRP(some.asMRP()))
    for seq in ["xyz", "xyx", "zyx", "yzy", "XYZ", "ZXZ", "YXZ"] {
      expectSame(.fromEuler(seq, some.asEuler(seq)))
      expectSame(.fromEuler(seq, some.asEuler(seq, degrees: true), degrees: true))
    }
    expectClose(matmul(matrices, matrices.mT), broadcastTo(eye(3, dtype: .float64), [20, 3, 3]), 1e-12)
    expectClose(Linalg.det(matrices), ones([20], dtype: .float64), 1e-12)
  }

  @Test func rotationsAreAGroup() {
    let other = Rotation.random(Random.key(5), 20, dtype: .float64)
    expectClose((some * other).asMatrix(), matmul(some.asMatrix(), other.asMatrix()), 1e-12)
    expectClose((some * some.inv()).magnitude(), zeros([20], dtype: .float64), 1e-7)
    let vectors = Random.normal(Random.key(6), [20, 3], dtype: .float64)
    expectClose(some.apply(some.apply(vectors), inverse: true), vectors, 1e-12)
    expectClose((some * other).apply(vectors), some.apply(other.apply(vectors)), 1e-12)
    expectClose(some[3].apply(vectors), matmul(vectors, some[3].asMatrix().T), 1e-12)
    #expect(Rotation.concatenate([some, other]).count == 40 && some[.slice(2, 5)].count == 3)
    #expect(some[0].single && !some.single && Rotation.identity().count == 1)
  }

  @Test func randomRotationsFavourNoDirection() {
    let many = Rotation.random(Random.key(7), 4000)
    #expect(Double(max(abs(mean(many.asMatrix(), axis: 0)))) < 0.05)
    #expect(Rotation.random(Random.key(8)).single)
  }

  @Test func theMeanIsInTheMiddle() {
    let turns = Rotation.fromEuler("z", [[10], [30]], degrees: true)
    expectClose(turns.mean().asEuler("xyz", degrees: true)[2], NDArray(20.0), 1e-3)
    expectClose(turns.mean(weights: [1, 0]).asEuler("xyz", degrees: true)[2], NDArray(10.0), 1e-3)
  }

  @Test func theyAreTrees() {
    let angle = { (r: Rotation) -> NDArray in r.apply([1, 0, 0])[1] }
    let turn = Rotation.fromEuler("z", 0.5)
    #expect(abs(Float(jit(angle)(turn)) - 0.479425) < 1e-5)
    let slope = grad { (a: NDArray) in Rotation.fromEuler("z", a).apply([1, 0, 0])[1] }(0.5)
    #expect(abs(Float(slope) - 0.877582) < 1e-5)
    #expect(vmap(angle)(some).shape == [20])
  }

  /// What the documentation says that is printed.
  @Test func examples() {
    let turn = Rotation.fromEuler("z", 90, degrees: true)
    #expect("\(round(turn.apply([1, 2, 3]), decimals: 3))" == "[-2.  1.  3.]")
  }

  @Test func mistakes() {
    func message(_ body: () -> NDArray) -> String {
      do {
        let y = try catching(body)
        return "none: \(y.aval)"
      } catch { return "\(error)" }
    }
    #expect(message { Rotation.fromEuler("xx", [1, 2]).quat }.contains("none twice in a row"))
    #expect(message { Rotation.fromEuler("xY", [1, 2]).quat }.contains("\"xY\""))
    #expect(message { Rotation.fromEuler("xy", [1, 2, 3]).quat }.contains("must hold 2"))
    #expect(message { Rotation.identity().asEuler("xy") }.contains("name three"))
    #expect(message { Rotation.fromQuat([1, 2, 3]).quat }.contains("must hold 4"))
    #expect(message { Rotation.fromMatrix(eye(2)).quat }.contains("3 × 3"))
    #expect(message { Rotation.identity()[0].quat }.contains("has no parts"))
    #expect(message { Rotation.identity().apply([1, 2]) }.contains("3 coordinates"))
    #expect(message { Rotation.identity().mean().quat }.contains("an array of rotations"))
  }
}
