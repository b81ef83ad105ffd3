import LanewiseEngine

/// How a function is batched: the axes of its arguments, one entry for each, and of its result; the batch's name and
/// size, where stated.
package struct Batching: Sendable {
  package let inAxes: [AxisTree]
  package let outAxes: AxisTree
  package let axisName: String?
  package let axisSize: Int?

  package init(inAxes: [AxisTree], outAxes: AxisTree, axisName: String? = nil, axisSize: Int? = nil) {
    self.inAxes = inAxes
    self.outAxes = outAxes
    self.axisName = axisName
    self.axisSize = axisSize
  }

  package init(inAxes: [Int?], outAxes: Int?, axisName: String?, axisSize: Int?) {
    self.init(inAxes: inAxes.map { .axis($0) }, outAxes: .axis(outAxes), axisName: axisName, axisSize: axisSize)
  }
}

/// A function for a batch: see `vmap`.
package final class BatchFunction<Arguments: ArgumentPack, Result: Tree>: @unchecked Sendable {
  private let name: String
  private let batching: Batching
  private let body: (Arguments) -> Result

  package init(_ batching: Batching, name: String = "vmap", _ body: @escaping (Arguments) -> Result) {
    self.name = name
    self.batching = batching
    self.body = body
  }

  package func callAsFunction(_ arguments: Arguments) -> Result {
    let leaves = treeLeaves(arguments)
    let function = TreeFunction(arguments, body)
    guard let (axes, size) = sizes(leaves, arguments) else {
      // The function may need the axis to give any result.
      let axis = BatchAxis(name: batching.axisName, size: batching.axisSize ?? 1)
      return Context.with(axis: axis) { function.poisoned() }
    }
    let results = batch(leaves, axes: axes, size: size, name: batching.axisName) { function($0) }
    let paths = outPaths(function.result!, results.count)
    return function.rebuilt(zip(results, paths).map { placed($0, $1, size: size) })
  }

  /// The path of each leaf of the result: empty ones where one axis is for all.
  private func outPaths(_ result: Result, _ count: Int) -> [TreePath] {
    if case .axis = batching.outAxes { return Array(repeating: TreePath([]), count: count) }
    return treeLeavesWithPath(result).map(\.path)
  }

  /// A result with its batch where it is wanted.
  private func placed(_ result: (value: NDArray, axis: Int?), _ path: TreePath, size: Int) -> NDArray {
    let (value, axis) = result
    guard !value.isPoisoned else { return value }
    guard case .success(let wanted) = batching.outAxes.axis(at: path.steps[...]) else {
      return fail(.value, "\(name): outAxes has no entry for the result \(path).", like: value.aval)
    }
    guard let wanted else {
      guard axis == nil else {
        return fail(
          .value,
          "\(name): outAxes is nil for a result that differs from example to example; give it an axis.",
          like: value.aval)
      }
      return value
    }
    let rank = value.ndim + (axis == nil ? 1 : 0)
    let target = wanted < 0 ? wanted + rank : wanted
    guard target >= 0, target < rank else {
      return fail(
        .shape, "\(name): outAxes \(wanted) is out of range for a result of \(rank) dimensions.", like: value.aval)
    }
    return Lax.moveBatch(value, from: axis, to: target, size: size)
  }

  /// The axis asked for at each leaf; nil where that was a mistake.
  private func requested(_ arguments: Arguments) -> [Int?]? {
    let counts = arguments.leafCounts
    if batching.inAxes.allSatisfy({ if case .axis = $0 { true } else { false } }) {
      return zip(counts, batching.inAxes).flatMap { count, axes -> [Int?] in
        guard case .axis(let axis) = axes else { return [] }
        return Array(repeating: axis, count: count)
      }
    }
    let owners = zip(counts, batching.inAxes).flatMap { Array(repeating: $1, count: $0) }
    var axes: [Int?] = []
    // Where there are several arguments, the first step says which.
    let skipped = arguments is any TuplePack ? 1 : 0
    for ((path, _), owner) in zip(treeLeavesWithPath(arguments), owners) {
      guard case .success(let axis) = owner.axis(at: path.steps.dropFirst(skipped)) else {
        report(LanewiseError(.value, "\(name): inAxes has no entry for the argument \(path)."))
        return nil
      }
      axes.append(axis)
    }
    return axes
  }

  /// The axis of each leaf, counted from 0, and the size of the batch; nil where that was a mistake.
  package func sizes(_ leaves: [NDArray], _ arguments: Arguments) -> (axes: [Int?], size: Int)? {
    guard let requested = requested(arguments) else { return nil }
    func path(_ index: Int) -> String { arguments.leafPaths[index] }
    var size = batching.axisSize
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
            "\(name): the argument\(path(index)) has shape \(leaf.aval.shape), so it has no axis \(axis) to map over; pass nil in inAxes for an argument that is the same for all."
          ))
        return nil
      }
      let extent = leaf.aval.shape[place]
      if let size, size != extent {
        let all = zip(zip(leaves, arguments.leafPaths), requested).compactMap { leaf, axis in
          axis.map { "axis \($0) of\(leaf.1) \(leaf.0.aval.shape)" }
        }
        let stated = batching.axisSize.map { ", and axisSize is \($0)" } ?? ""
        report(
          LanewiseError(
            .shape,
            "\(name): the arguments' mapped axes must have equal sizes, but they are \(all.joined(separator: ", "))\(stated)."
          ))
        return nil
      }
      size = extent
      axes.append(place)
    }
    guard let size else {
      report(
        LanewiseError(
          .value, "\(name): at least one argument must have an axis to map over; all of inAxes are nil."))
      return nil
    }
    return (axes, size)
  }
}

extension BatchFunction where Arguments == NDArray, Result == NDArray {
  /// The same, compiled for the commonest types: another module would call the general form.
  package func call(_ x: NDArray) -> NDArray { self(x) }
}
