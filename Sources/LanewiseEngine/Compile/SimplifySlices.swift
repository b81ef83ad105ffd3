/// What is read in part alone is computed in part alone: the slice of an elementwise result is that of its operands'
/// slices.
extension Simplifier {
  /// How a node is read.
  private enum Reading: Equatable {
    case never
    /// By a map alone: by others than slices, or by those that one slice is made of.
    case byMap(Int32, slice: Int?)
    case otherwise
  }

  /// A slice and what it is made of, in its place.
  private struct Slice {
    var nodes: [(index: Int, node: Node)] = []
    /// Computed arrays of which others read all: they have to be stored.
    var storedOperands = 0
  }

  /// Turns the graph's slices into those of operands, from the last node to the first, so that each has met its readers.
  mutating func sliceOperands() {
    guard !graph.maps.isEmpty else { return }
    var readings = Array(repeating: Reading.never, count: graph.nodes.count)
    var slices: [Slice] = []
    for operand in graph.steps.flatMap(\.operands) + graph.outputs { readings[Int(operand.node)] = .otherwise }
    for index in graph.nodes.indices.reversed() where readings[index] != .never {
      var node = graph.nodes[index]
      var number: Int?
      if case .byMap(let map, let reader) = readings[index], let part = part(node, graph.maps[Int(map)]) {
        if reader == nil { slices.append(Slice()) }
        number = reader ?? slices.count - 1
        slices[number!].nodes.append((index, part))
        node = part
      } else if case .byMap(_, let reader?) = readings[index], node.kind.isElementwise {
        slices[reader].storedOperands += 1
      }
      for position in 0..<Int(node.operandCount) {
        let reference = node.operand(position)
        let isByMap = reference.map >= 0 && !graph.readsWhole(node, position)
        let reading = isByMap ? Reading.byMap(reference.map, slice: number) : .otherwise
        let earlier = readings[Int(reference.node)]
        if earlier == .never || earlier == reading {
          readings[Int(reference.node)] = reading
        } else {
          if number != nil, graph.nodes[Int(reference.node)].kind.isElementwise { slices[number!].storedOperands += 1 }
          readings[Int(reference.node)] = .otherwise
        }
      }
    }
    replace(slices.filter { $0.storedOperands < 2 })
  }

  private mutating func replace(_ slices: [Slice]) {
    guard !slices.isEmpty else { return }
    var isSliced = Array(repeating: false, count: graph.nodes.count)
    for (index, node) in slices.lazy.flatMap(\.nodes) {
      graph.nodes[index] = node
      isSliced[index] = true
    }
    for index in graph.nodes.indices {
      for position in 0..<Int(graph.nodes[index].operandCount) {
        let operand = graph.nodes[index].operand(position).node
        if isSliced[Int(operand)] { graph.nodes[index].set(position, .inOrder(operand)) }
      }
    }
  }

  /// The node that computes no more than a map shows of one; nil if that is no slice, or would be dearer.
  private mutating func part(_ node: Node, _ map: IndexMap) -> Node? {
    guard map.shape.count > 1, map.shape.count < node.count, map.isInjective else { return nil }
    var part = node
    (part.count, part.shape) = (map.shape.count, map.shape)
    if node.kind == .pad { return unpadded(part, map) }
    guard node.kind.computesEach else { return nil }
    var distinct: Set<Int32> = []
    for position in 0..<Int(node.operandCount) {
      let operand = node.operand(position)
      if graph.isUniform(operand) { continue }
      distinct.insert(operand.node)
      guard let view = graph.map(of: operand, shape: node.shape).composed(with: map) else { return nil }
      part.set(position, Reference(node: operand.node, map: intern(view)))
    }
    // Elements that are no neighbours are picked one by one.
    return map.collapsed.innerStride == 1 || distinct.count == 1 ? part : nil
  }

  /// The array that was padded, if a map shows just that.
  private mutating func unpadded(_ node: Node, _ map: IndexMap) -> Node? {
    guard let inside = graph.pads[Int(node.payload)].layout.inside, inside.collapsed == map.collapsed,
      let source = graph.maps[Int(node.a.map)].reshaped(map.shape)
    else { return nil }
    var copy = node
    (copy.kind, copy.payload) = (.copy, 0)
    copy.a = Reference(node: node.a.node, map: intern(source))
    return copy
  }
}

extension Node.Kind {
  /// Whether each element is computed from those at its place.
  fileprivate var computesEach: Bool {
    switch self {
    case .unary, .binary, .compare, .select, .fma, .convert, .bitcast, .copy: true
    default: false
    }
  }
}

extension IndexMap {
  /// Whether no axis shows an element again and again.
  fileprivate var isInjective: Bool { (0..<shape.rank).allSatisfy { shape[$0] == 1 || strides[$0] != 0 } }
}
