import Lanewise
import Testing

/// The number of devices is the process's, so these run one after the other.
@Suite(.serialized) struct PmapTests {
  private let loss = { (x: NDArray, y: NDArray) in (5 * x - y ** 2 + 2).sum() }

  private func withDevices<R>(_ count: Int, _ body: () throws -> R) rethrows -> R {
    let before = Config.hostDeviceCount
    Config.hostDeviceCount = count
    defer { Config.hostDeviceCount = before }
    return try body()
  }

  @Test func devicesAreCounted() {
    withDevices(3) {
      #expect(localDeviceCount() == 3 && devices().map(\.id) == [0, 1, 2])
      #expect(devices()[0].description == "CpuDevice(id=0)" && devices()[0].platform == "cpu")
    }
    withDevices(0) { #expect(localDeviceCount() == 1) }
  }

  @Test func itEqualsVmap() {
    withDevices(8) {
      let keys = Random.split(Random.key(3), 2)
      let (x, y) = (Random.normal(keys[0], [8, 100_000]), Random.normal(keys[1], [8, 100_000]))
      let spread = pmap(loss)
      for _ in 0..<2 { expectClose(spread(x, y), vmap(loss)(x, y), 1e-4) }
      #expect(spread(x[..<3, ..<5], y[..<3, ..<5]).shape == [3])
      expectClose(pmap(loss, inAxes: (0, nil))(x, y[0]), vmap(loss, inAxes: (0, nil))(x, y[0]), 1e-4)
      expectClose(pmap(loss, inAxes: (1, 0))(x.transpose(), y), vmap(loss)(x, y), 1e-4)
      let trees = pmap { (p: [String: NDArray], n: Int) in (["sum": p["a"]!.sum() * NDArray(n)], p["a"]! + 1) }
      let (sums, more) = trees(["a": ones([4, 3])], 2)
      #expect(sums["sum"]!.asArray(Float.self) == [6, 6, 6, 6] && more.shape == [4, 3])
      #expect(pmap { (x: NDArray) in ones([2]) }(zeros([3])).shape == [3, 2])
      #expect(pmap { (x: NDArray) in x }(zeros([3, 0])).shape == [3, 0])
    }
  }

  @Test func collectivesGoBetweenTheDevices() {
    withDevices(8) {
      let normalised = pmap({ (x: NDArray) in x / Lax.psum(x, "i") }, axisName: "i")
      let x = NDArray([1, 2, 3, 4] as [Float])
      expectClose(normalised(x), x / 10)
      #expect(pmap({ (_: NDArray) in Lax.axisIndex("d") }, axisName: "d")(x).asArray(Int32.self) == [0, 1, 2, 3])
      let ring = pmap({ (x: NDArray) in Lax.ppermute(x, "i", (0..<4).map { ($0, ($0 + 1) % 4) }) }, axisName: "i")
      #expect(ring(x).asArray(Float.self) == [4, 1, 2, 3])
      // Data-parallel training: the mean of the devices' gradients is the gradient of the mean.
      let step = pmap(
        { (w: NDArray, x: NDArray) in w - 0.1 * Lax.pmean(grad { (w: NDArray) in (w * x).sum() ** 2 }(w), "i") },
        axisName: "i", inAxes: (nil, 0))
      expectClose(step(1.0, ones([4, 2])), ones([4]) * 0.2)
    }
  }

  @Test func itNestsWithTheOtherTransformations() {
    withDevices(8) {
      let f = pmap { (x: NDArray) in (x ** 3).sum() }
      let x = NDArray([1, 2, 3, 4] as [Float], shape: [2, 2])
      #expect(grad { (x: NDArray) in f(x).sum() }(x).asArray(Float.self) == [3, 12, 27, 48])
      #expect(jit(f)(x).asArray(Float.self) == [9, 91])
      #expect(vmap(f)(stack([x, x])).shape == [2, 2])
      #expect(pmap(pmap { (x: NDArray) in x * 2 })(x).asArray(Float.self) == [2, 4, 6, 8])
      #expect(pmap(grad { (x: NDArray) in x * x })(x[0]).asArray(Float.self) == [2, 4])
      let captured = { (a: NDArray) in pmap { (x: NDArray) in a * x }(ones([3])).sum() }
      #expect(Float(grad(captured)(2.0)) == 3)
    }
  }

  @Test func itPrintsAsJAXDoes() {
    withDevices(2) {
      // JAX 0.4.34's text.
      let f = pmap({ (x: NDArray) in Lax.psum(x, "i") }, axisName: "i")
      #expect(
        makeJaxpr(f)(ones([1, 2])).description == """
          { lambda ; a:f32[1,2]. let
              b:f32[1,2] = xla_pmap[
                axis_name=i
                axis_size=1
                backend=None
                call_jaxpr={ lambda ; c:f32[2]. let
                    d:f32[2] = psum[axes=('i',) axis_index_groups=None] c
                  in (d,) }
                devices=None
                donated_invars=(False,)
                global_axis_size=1
                in_axes=(0,)
                is_explicit_global_axis_size=False
                name=f
                out_axes=(0,)
              ] a
            in (b,) }
          """)
    }
  }

  @Test func mistakesAreSentences() {
    withDevices(4) {
      expectError("compiling computation that requires 8 logical devices, but only 4 are available (num_replicas=8)") {
        pmap(loss)(ones([8, 2]), ones([8, 2]))
      }
      expectError("pmap: the argument has shape (), so it has no axis 0") { pmap { (x: NDArray) in x }(1.0) }
      expectError("pmap: the arguments' mapped axes must have equal sizes") { pmap(loss)(ones([2]), ones([3])) }
      expectError("cannot be broadcast") { pmap { (x: NDArray) in x + ones([3]) }(ones([2, 2])) }
      expectError("unbound axis name: j") {
        pmap({ (x: NDArray) in Lax.psum(x, "j") }, axisName: "i")(ones([2]))
      }
    }
  }
}
