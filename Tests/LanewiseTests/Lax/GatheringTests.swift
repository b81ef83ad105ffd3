import Lanewise
import Testing

@Suite struct GatheringTests {
  private let elements = ScatterDimensionNumbers(
    updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0])
  private let places = NDArray([[0], [2], [2]] as [[Int32]])

  private func apply(_ x: NDArray, _ f: (NDArray) -> NDArray, mode: IndexingMode = .drop) -> NDArray {
    Lax.scatterApply(x, places, f, elements, updateShape: [3], mode: mode)
  }

  @Test func aFunctionIsAppliedAsOftenAsAnIndexOccurs() {
    let x = NDArray([1, 2, 3] as [Float])
    #expect(apply(x) { $0 * 2 }.asArray(Float.self) == [2, 2, 12])
    #expect(jit { (x: NDArray) in apply(x) { $0 * 2 } }(x).asArray(Float.self) == [2, 2, 12])
    let batch = vmap { (x: NDArray) in apply(x) { $0 + 1 } }(stack([x, 10 * x]))
    #expect(batch.asArray(Float.self) == [2, 2, 5, 11, 20, 32])
    // Its result has the array's dtype.
    #expect(apply(NDArray([1, 2, 3] as [Int32])) { $0 * 1.5 }.asArray(Int32.self) == [1, 2, 6])
  }

  @Test func theFunctionMayCaptureArrays() {
    let f = { (x: NDArray, c: NDArray) in apply(x) { $0 * c.sum() } }
    let (x, c) = (NDArray([1, 2, 3] as [Float]), NDArray([0.5, 1.5] as [Float]))
    #expect(jit(f)(x, c).asArray(Float.self) == [2, 2, 12])
    #expect(vmap(f, inAxes: (nil, 0))(x, stack([c, 2 * c])).asArray(Float.self) == [2, 2, 12, 4, 2, 48])
    // d(x₀ s + x₁ + x₂ s²)/ds at s = 2 is x₀ + 4 x₂.
    let slope = grad { (c: NDArray) in f(x, c).sum() }(c)
    #expect(slope.asArray(Float.self) == [13, 13])
    #expect(grad { (x: NDArray) in f(x, c).sum() }(x).asArray(Float.self) == [2, 1, 4])
  }

  @Test func mistakesAreErrors() {
    expectError("scatter", .value, "f32[2]", "must give one f32[]") {
      apply([1.0, 2.0, 3.0]) { stack([$0, $0]) }
    }
    expectError("scatter", .shape, "(2,)") {
      Lax.scatterApply([1.0, 2.0], places, { $0 }, elements, updateShape: [2])
    }
    expectError("scatter_apply", .dtype, "key<fry>") { apply(Random.split(Random.key(0), 3)) { $0 } }
  }
}
