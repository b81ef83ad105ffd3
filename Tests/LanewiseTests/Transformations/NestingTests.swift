import Lanewise
import Testing

/// Transformations nested at random agree with the same functions written without them.
@Suite struct NestingTests {
  private static let points = NDArray([[0.4, -0.9, 1.3], [-0.2, 0.7, 0.35]], dtype: .float64)

  /// What differs between two functions at some points, or nil.
  private func difference(_ f: VectorFunction, _ g: VectorFunction, _ tolerance: Double) -> String? {
    for point in Self.points {
      do {
        let (found, wanted) = try catching { (f(point), g(point)) }
        guard found.shape == wanted.shape, found.dtype == wanted.dtype else {
          return "\(found.dtype)\(found.shape) instead of \(wanted.dtype)\(wanted.shape)"
        }
        let close = zip(found.asArray(Double.self), wanted.asArray(Double.self)).allSatisfy {
          abs($0 - $1) <= tolerance * Swift.max(1, abs($1))
        }
        if !close { return "\(found) instead of \(wanted)" }
      } catch {
        return "\(error)"
      }
    }
    return nil
  }

  /// What is wrong with a nesting, by the way it is computed.
  private func mistakes(_ nesting: Nesting) -> [String] {
    let (transformed, plain) = (nesting.transformed, nesting.plain)
    var checks: [(String, String?)] = [
      ("as it is", difference(transformed, plain, 1e-9)), ("compiled", difference(jit(transformed), plain, 1e-9)),
      ("as a batch", difference({ vmap(transformed)(stack([-$0, $0]))[1] }, plain, 1e-9)),
    ]
    if let numeric = nesting.numeric { checks.append(("by differences", difference(transformed, numeric, 1e-5))) }
    return checks.compactMap { name, difference in difference.map { "\(name): \($0)" } }
  }

  private func check(depth: Int, seeds: Range<Int>) {
    for seed in seeds {
      var generator = SeededGenerator(seed)
      let nesting = Nesting.random(depth: depth, &generator)
      let mistakes = mistakes(nesting)
      if mistakes.isEmpty { continue }
      let smallest = nesting.parts.first { !self.mistakes($0).isEmpty } ?? nesting
      Issue.record(
        "seed \(seed), \(nesting): \(mistakes.joined(separator: "; ")). Already \(smallest) is wrong.")
    }
  }

  @Test func twoDeep() { check(depth: 2, seeds: 0..<150) }
  @Test func fourDeep() { check(depth: 4, seeds: 1000..<1300) }
}
