import Lanewise
import Testing

/// Exercise 8: one program on every device at once.
@Suite struct DevicesTests {
  @Test func shardsAreAsABatch() {
    let devices = Config.hostDeviceCount
    Config.hostDeviceCount = 8
    defer { Config.hostDeviceCount = devices }
    #expect(localDeviceCount() == 8)

    let (first, second) = Random.splitPair(Random.key(8))
    let (x, y) = (Random.normal(first, [8, 100_000]), Random.normal(second, [8, 100_000]))
    let f = { (x: NDArray, y: NDArray) in sum(5 * x - y ** 2 + 2) }
    expectJAX(pmap(f)(x, y), "shards", 1e-5)
    expectJAX(vmap(f)(x, y), "shards", 1e-5)
    let everywhere = pmap({ x, y in Lax.psum(f(x, y), "devices") }, axisName: "devices")(x, y)
    #expect(Bool(allclose(everywhere, broadcastTo(pmap(f)(x, y).sum(), [8]))))
  }
}
