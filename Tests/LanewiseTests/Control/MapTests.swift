import Lanewise
import Testing

@Suite struct MapTests {
  @Test func mapsInBatches() {
    let x = arange(7.0)
    for size in [nil, 1, 2, 3, 7, 10] as [Int?] {
      expectClose(Lax.map({ $0 * $0 + 1 }, x, batchSize: size), x * x + 1)
    }
  }

  @Test func partialFolds() {
    for count in 1...9 {
      let x = arange(Double(count)) + 1
      expectClose(Lax.associativeScan({ $0 + $1 }, x), cumsum(x))
      expectClose(Lax.associativeScan({ maximum($0, $1) }, x, reverse: true), x[-1] * ones([count]))
    }
    // Affine maps under composition: a linear recurrence.
    let (a, b) = (NDArray([0.5, 2.0, -1.0, 3.0]), NDArray([1.0, 0.0, 2.0, -1.0]))
    let (_, states) = Lax.associativeScan({ f, g in (g.0 * f.0, g.0 * f.1 + g.1) }, (a, b))
    expectClose(states, NDArray([1.0, 2.0, 0.0, -1.0]))
    expectClose(Lax.associativeScan({ $0 | $1 }, NDArray([false, true, false])), NDArray([false, true, true]), 0)
  }

  @Test func mistakes() {
    expectError("batchSize is 0") { Lax.map({ $0 }, arange(3.0), batchSize: 0) }
    expectError("must have an axis 1") { Lax.associativeScan({ $0 + $1 }, arange(3.0), axis: 1) }
  }
}
