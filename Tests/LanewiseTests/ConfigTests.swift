import Lanewise
import Testing

@Suite struct ConfigTests {
  /// On every thread that takes part, also behind the call, and no longer than that.
  @Test(arguments: [8, 3_000_000]) func flushingSubnormals(_ count: Int) {
    let small = full([count], 1e-30)
    let f = jit { (x: NDArray) in x * 1e-10 }
    let (flushed, eager) = Lanewise.flushingSubnormals { (f(small), small * 1e-10) }
    let kept = f(small)
    #expect(max(flushed).item(Float.self) == 0 && max(eager).item(Float.self) == 0)
    #expect(min(kept).item(Float.self) > 0)
  }

  @Test func flushedNumbersPrintAsZero() {
    let x: NDArray = 1e-30
    #expect("\(x * 1e-10) \(Lanewise.flushingSubnormals { x * 1e-10 })" == "1e-40 0.0")
  }
}
