import LanewiseEngine

/// A primitive that is made of other operations, which have every rule: it has a name of its own in a jaxpr.
protocol Composed: Primitive {
  func composed(_ x: [NDArray]) -> [NDArray]
}

extension Composed {
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    LanewiseCore.jvp(x, t) { composed($0) }
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    batchedParts(x, axes, size: size)
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { lowerParts(x, b) }

  /// The batch of what it is made of.
  func batchedParts(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let results = LanewiseCore.batch(x, axes: axes, size: size) { composed($0) }
    return (results.map(\.value), results.map(\.axis))
  }

  /// The program of what it is made of.
  func lowerParts(_ x: [Slot], _ b: ProgramBuilder) -> [Slot] { stage(x.map(b.type)) { composed($0) }.lower(x, b) }
}
