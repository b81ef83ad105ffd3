import LanewiseEngine

/// A function for a batch: see `vmap`.
package final class BatchFunction<Arguments: ArgumentPack, Result: Tree>: @unchecked Sendable {
  private let inAxes: [Int?]
  private let outAxis: Int
  private let body: (Arguments) -> Result

  package init(inAxes: [Int?], outAxis: Int, _ body: @escaping (Arguments) -> Result) {
    self.inAxes = inAxes
    self.outAxis = outAxis
    self.body = body
  }

  package func callAsFunction(_ arguments: Arguments) -> Result {
    let leaves = treeLeaves(arguments)
    let function = TreeFunction(arguments, body)
    let requested = zip(arguments.leafCounts, inAxes).flatMap { Array(repeating: $1, count: $0) }
    guard let (axes, size) = sizes(leaves, requested, arguments) else { return function.poisoned() }
    let results = batch(leaves, axes: axes, size: size) { function($0) }
    let moved = results.map { value, axis -> NDArray in
      guard !value.isPoisoned else { return value }
      let rank = value.ndim + (axis == nil ? 1 : 0)
      let target = outAxis < 0 ? outAxis + rank : outAxis
      guard target >= 0, target < rank else {
        return fail(
          .shape, "vmap: outAxes \(outAxis) is out of range for a result of \(rank) dimensions.", like: value.aval)
      }
      return Lax.moveBatch(value, from: axis, to: target, size: size)
    }
    return function.rebuilt(moved)
  }

  /// The axis of each leaf, counted from 0, and the size of the batch; nil where that was a mistake.
  private func sizes(_ leaves: [NDArray], _ requested: [Int?], _ arguments: Arguments) -> ([Int?], Int)? {
    func path(_ index: Int) -> String { arguments.leafPaths[index] }
    var size: Int?
    var axes: [Int?] = []
    for (index, leaf) in leaves.enumerated() {
      guard let axis = requested[index] else {
        axes.append(nil)
        continue
      }
      if leaf.isPoisoned { return nil }
      let place = axis < 0 ? axis + leaf.ndim : axis
      guard place >= 0, place < leaf.ndim else {
        report(
          LanewiseError(
            .shape,
            "vmap: the argument\(path(index)) has shape \(leaf.aval.shape), so it has no axis \(axis) to map over; pass nil in inAxes for an argument that is the same for all."
          ))
        return nil
      }
      let extent = leaf.aval.shape[place]
      if let size, size != extent {
        let all = zip(leaves, requested).compactMap { leaf, axis in
          axis.map { "axis \($0) of \(leaf.aval.shape)" }
        }
        report(
          LanewiseError(
            .shape,
            "vmap: the arguments' mapped axes must have equal sizes, but they are \(all.joined(separator: ", "))."))
        return nil
      }
      size = extent
      axes.append(place)
    }
    guard let size else {
      report(LanewiseError(.value, "vmap: at least one argument must have an axis to map over; all of inAxes are nil."))
      return nil
    }
    return (axes, size)
  }
}
