import LanewiseKernelABI

/// What is the same along an axis is computed once.
extension Simplifier {
  /// Fewer elements, or fewer repeats of them, are not worth a group of their own.
  private static let fewestElements = 16_384
  private static let fewestRepeats = 4

  /// An elementwise result of which all operands repeat along the same axes, as one that does, too.
  mutating func repeated(_ node: Node) -> Reference? {
    let shape = node.shape
    guard node.count >= Simplifier.fewestElements else { return nil }
    var isRepeated = (0..<shape.rank).map { shape[$0] > 1 }
    for position in 0..<Int(node.operandCount) {
      let operand = node.operand(position)
      if graph.isUniform(operand) { continue }
      guard operand.map >= 0 else { return nil }
      let map = graph.maps[Int(operand.map)]
      guard map.shape == shape else { return nil }
      for axis in 0..<shape.rank where map.strides[axis] != 0 { isRepeated[axis] = false }
    }
    var once = node
    once.shape = Shape((0..<shape.rank).map { isRepeated[$0] ? 1 : shape[$0] })
    once.count = once.shape.count
    guard once.count * Simplifier.fewestRepeats <= node.count else { return nil }
    for position in 0..<Int(node.operandCount) where !graph.isUniform(node.operand(position)) {
      once.set(position, first(node.operand(position), once.shape))
    }
    var strides = IndexMap.identity(once.shape).strides
    for axis in 0..<shape.rank where isRepeated[axis] { strides[axis] = 0 }
    return viewed(
      .inOrder(shared(once)), AbstractArray(once.shape, once.dtype), IndexMap(shape: shape, strides: strides, offset: 0)
    )
  }

  /// What a map shows along the axes that are left of its shape.
  private mutating func first(_ reference: Reference, _ shape: Shape) -> Reference {
    var map = graph.maps[Int(reference.map)]
    map.shape = shape
    let node = graph.nodes[Int(reference.node)]
    return viewed(.inOrder(reference.node), AbstractArray(node.shape, node.dtype), map)
  }

  /// Has a fold read what repeats along its axes once; gives how often a sum has that.
  mutating func readOnce(_ op: FoldOp, _ axes: [Int], _ source: inout Reference, _ type: inout AbstractArray) -> Int {
    guard op == .sum || op == .max || op == .min, !type.dtype.isComplex, type.dtype != .bool else { return 1 }
    let isUniform = graph.isUniform(source)
    guard isUniform || source.map >= 0 else { return 1 }
    let repeated = axes.filter { axis in
      type.shape[axis] > 1 && (isUniform || graph.maps[Int(source.map)].strides[axis] == 0)
    }
    guard !repeated.isEmpty else { return 1 }
    let count = repeated.reduce(1) { $0 * type.shape[$1] }
    type.shape = Shape((0..<type.rank).map { repeated.contains($0) ? 1 : type.shape[$0] })
    if !isUniform { source = first(source, type.shape) }
    return op == .sum ? count : 1
  }

  /// An array's product with a number, in its dtype.
  mutating func multiplied(_ array: Reference, _ type: AbstractArray, by number: Int) -> Reference {
    let integer = scalar(UInt64(number), .int64)
    let factor = elementwise(
      Node(kind: .convert, dtype: type.dtype, operandCount: 1, a: .inOrder(integer), count: 1, shape: []))
    return elementwise(.mul, array, type.count == 1 ? factor : .first(factor.node), type)
  }
}
