import Lanewise
import Testing

@Suite struct RegularGridInterpolatorTests {
  private let grid: [NDArray] = [[0, 1, 3], [0, 2, 3, 4]]
  private func plane(_ x: NDArray, _ y: NDArray) -> NDArray { 2 * x - y + 1 }
  private var values: NDArray { plane(Lanewise.expandDims(grid[0], axis: 1), grid[1]).astype(.float32) }

  @Test func planesAreThemselves() {
    let points = Random.uniform(Random.key(1), [20, 2], minval: 0, maxval: 3)
    let exact = plane(points[.all, 0], points[.all, 1])
    let between = RegularGridInterpolator(grid, values)
    expectClose(between(points), exact, 1e-5)
    expectClose(between(coordinates: [points[.all, 0], points[.all, 1]]), exact, 1e-5)
    expectClose(jit { (g: RegularGridInterpolator, x: NDArray) in g(x) }(between, points), exact, 1e-5)
    let slopes = grad { (x: NDArray) in between(x).sum() }(points)
    expectClose(slopes, broadcastTo(NDArray([2.0, -1.0]), [20, 2]), 1e-5)
  }

  @Test func outsideOfTheGrid() {
    let points: NDArray = [[-1, 1], [1, 1], [1, 9]]
    #expect(RegularGridInterpolator(grid, values)(points).map { Bool(isnan($0)) } == [true, false, true])
    expectClose(RegularGridInterpolator(grid, values, fillValue: 7)(points), NDArray([7.0, 2.0, 7.0]))
    expectClose(RegularGridInterpolator(grid, values, fillValue: nil)(points), NDArray([-2.0, 2.0, -6.0]))
    let strict = RegularGridInterpolator(grid, values, boundsError: true)
    expectError("lie outside of the grid") { strict(points) }
    expectClose(strict([[1, 1]]), NDArray([2.0]))
  }

  @Test func theNearestPlace() {
    let nearest = RegularGridInterpolator([[0, 1, 3]], [10, 20, 30], method: .nearest)
    expectClose(nearest([0.4, 0.6, 1.9, 2.1]), NDArray([10.0, 20.0, 20.0, 30.0]))
    expectClose(nearest([0.5], method: .linear), NDArray([15.0]))
  }

  /// What the documentation says that is printed.
  @Test func example() {
    let between = RegularGridInterpolator([[1, 2, 3], [4, 5, 6]], [[10, 20, 30], [40, 50, 60], [70, 80, 90]])
    #expect("\(between([[1.5, 4.5], [2.2, 5.8]]))" == "[30. 64.]")
  }

  @Test func mistakes() {
    expectError("as long as the axis") { RegularGridInterpolator([[0, 1]], [1, 2, 3]).values }
    expectError("at least two") { RegularGridInterpolator([[0]], [1]).values }
    expectError("as many coordinates") { RegularGridInterpolator(grid, values)(zeros([2, 3])) }
  }
}
