import Lanewise
import Testing

@Suite struct SlerpTests {
  private let stations = Rotation.random(Random.key(9), 4, dtype: .float64)
  private let times = NDArray([0.0, 1.0, 3.0, 3.5], dtype: .float64)

  @Test func itPassesThroughItsRotations() {
    expectClose(Slerp(times, stations)(times).asMatrix(), stations.asMatrix(), 1e-12)
    expectClose(Slerp(times, stations)(1).asMatrix(), stations[1].asMatrix(), 1e-12)
  }

  @Test func itsSpeedIsEven() {
    let slerp = Slerp(times, stations)
    let between = slerp(NDArray([1.0, 1.5, 2.0, 2.5], dtype: .float64))
    let steps = (between[.slice(nil, -1)].inv() * between[.slice(1, nil)]).magnitude()
    expectClose(steps, broadcastTo(steps[0], [3]), 1e-12)
    expectClose(jit { (s: Slerp, t: NDArray) in s(t).quat }(slerp, 2.0), slerp(2.0).quat, 1e-12)
  }

  /// What the documentation says that is printed.
  @Test func example() {
    let turns = Rotation.fromEuler("z", [[0], [90]], degrees: true)
    #expect(abs(Float(Slerp([0, 1], turns)(0.5).magnitude()) - 0.7853982) < 1e-6)
  }

  @Test func mistakes() {
    expectError("a time for each") { Slerp([0, 1], stations).times }
    expectError("at least two") { Slerp([0], stations[.slice(0, 1)]).times }
    expectError("0 to 1 dimension") { Slerp(times, stations)(zeros([2, 2])).quat }
  }
}
