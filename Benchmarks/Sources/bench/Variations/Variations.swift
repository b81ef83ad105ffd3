import Lanewise

/// The workloads' kinds with other sizes, dtypes and functions (`make variations`), under the names that
/// `peers/variations.py` gives them for JAX and NumPy.
final class Variations {
  private(set) var workloads: [Workload] = []

  static let million = 1_000_000
  static let line = linspace(-3, 3, million)
  static let unit = linspace(-0.99, 0.99, million)
  static let positive = linspace(0.01, 4, million)
  static let table = normal(1, 1000, 1000)
  static let whole = Random.randint(Random.key(2), [million], 0, 1000)

  static func normal(_ seed: Int, _ shape: Int...) -> NDArray { Random.normal(Random.key(seed), shape) }

  static func all() -> [Workload] {
    let rows = Variations()
    rows.functions()
    rows.sizesAndDtypes()
    rows.integers()
    rows.reductions()
    rows.normalisations()
    rows.moves()
    rows.places()
    rows.orders()
    rows.samples()
    rows.products()
    rows.convolutions()
    rows.factorizations()
    rows.transforms()
    rows.loops()
    rows.programs()
    rows.smallCalls()
    rows.others()
    return rows.workloads
  }

  func jitted(_ name: String, _ x: NDArray, _ f: @escaping @Sendable (NDArray) -> NDArray) {
    let g = jit { (x: NDArray) in f(x) }
    eager(name) { g(x) }
  }

  func jitted(_ name: String, _ x: NDArray, _ y: NDArray, _ f: @escaping @Sendable (NDArray, NDArray) -> NDArray) {
    let g = jit { (x: NDArray, y: NDArray) in f(x, y) }
    eager(name) { g(x, y) }
  }

  func jitted(
    _ name: String, _ x: NDArray, _ y: NDArray, _ z: NDArray,
    _ f: @escaping @Sendable (NDArray, NDArray, NDArray) -> NDArray
  ) {
    let g = jit { (x: NDArray, y: NDArray, z: NDArray) in f(x, y, z) }
    eager(name) { g(x, y, z) }
  }

  func eager(_ name: String, _ call: @escaping () -> NDArray) {
    workloads.append(Workload(name: name) { call().blockUntilReady() })
  }

  func compiled(_ name: String, _ call: @escaping () -> NDArray) {
    workloads.append(Workload(name: name, runs: 9) { call().blockUntilReady() })
  }
}
