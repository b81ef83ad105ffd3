/// What running a program costs: counted, not measured.
package struct Cost: Hashable, Sendable {
  /// Operations on elements that are arithmetic, comparisons or choices.
  package var flops = 0.0
  /// Elements of exponentials, logarithms, roots, powers, sines and the like, which are not among `flops`.
  package var transcendentals = 0.0
  /// Bytes that groups and steps read and write. What stays within a group is not among them.
  package var bytes = 0.0
  /// Whether the number of turns of every loop is known. A loop of which it is not counts as one turn.
  package var isComplete = true

  package init() {}

  /// Operations on so many elements of one result, beside what is moved.
  package init(
    flops: Int = 0, transcendentals: Int = 0, moving operands: [AbstractArray], _ results: [AbstractArray]
  ) {
    self.flops = Double(flops)
    self.transcendentals = Double(transcendentals)
    bytes = Double((operands + results).reduce(0) { $0 + $1.byteCount })
  }

  package static func + (a: Cost, b: Cost) -> Cost {
    var sum = a
    sum.flops += b.flops
    sum.transcendentals += b.transcendentals
    sum.bytes += b.bytes
    sum.isComplete = a.isComplete && b.isComplete
    return sum
  }

  package static func * (a: Cost, turns: Int) -> Cost {
    var product = a
    product.flops *= Double(turns)
    product.transcendentals *= Double(turns)
    product.bytes *= Double(turns)
    return product
  }
}
