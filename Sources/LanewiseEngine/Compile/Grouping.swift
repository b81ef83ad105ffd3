import LanewiseKernelABI

/// What an executable does one after the other: fused groups and steps.
///
/// A group is elementwise work over one range of indices, with the reductions that end it. Grouping walks the graph
/// backwards, so that every node meets its users first: it joins the group of its earliest user where it may, which
/// makes a chain one group, computes a value once for all its users, and leaves dead nodes out. Nodes are never
/// computed twice.
struct Grouping {
  struct Item {
    /// The step's index, or −1 for a group.
    var step: Int32 = -1
    /// Elements of the group's index range.
    var count = 0
    /// The group's reductions all fold this range.
    var reduction: Reduction?
    /// The group's nodes in order, as a list through ``Grouping/next``.
    var first: Int32 = -1
    var size = 0
    /// Where its nodes' elements come from: see ``Grouping/origins``.
    var origins: UInt64 = 0
    /// Whether no other node may join.
    var isClosed = false
  }

  /// In the reverse of the order of execution.
  private(set) var items: [Item] = []
  /// The item that computes each node; −1 for leaves and dead nodes.
  private(set) var itemOfNode: [Int32]
  /// Whether a node's elements are needed outside its group.
  private(set) var isStored: [Bool]
  /// The node behind each one in its group.
  private(set) var next: [Int32]

  private let graph: Graph
  /// The first item (counted as `items` is) that a node may be in, because all its users are behind it; −1 if unused.
  private var earliest: [Int32]
  /// An item that reads the node in order, if any: a good place for others that do.
  private var reader: [Int32]
  /// The first and the last of the items that could hold the node and its users together; empty if none.
  private var fusing: [(first: Int32, last: Int32)]

  /// A bit for each array that a node's elements are computed from, by the array's number modulo 64.
  private let origins: [UInt64]

  private static let largestGroup = 2048
  /// Groups over so few elements are joined even where they have nothing in common: starting one costs more.
  private static let joinedAnyway = 4096

  init(_ graph: Graph) {
    self.graph = graph
    origins = Grouping.origins(graph)
    let count = graph.nodes.count
    itemOfNode = Array(repeating: -1, count: count)
    isStored = Array(repeating: false, count: count)
    next = Array(repeating: -1, count: count)
    earliest = Array(repeating: -1, count: count)
    reader = Array(repeating: -1, count: count)
    fusing = Array(repeating: (Int32.max, -1), count: count)
    for output in graph.outputs {
      earliest[Int(output.node)] = 0
      isStored[Int(output.node)] = true
    }
    var index = count - 1
    while index >= 0 {
      let node = graph.nodes[index]
      switch node.kind {
      case .input, .scalar, .constant: break
      case .stepResult:
        let step = graph.steps[Int(node.payload)]
        index = Int(step.firstResult)
        place(step, Int(node.payload))
      case .reduce: if earliest[index] >= 0 { placeReduction(Int32(index), node) }
      default: if earliest[index] >= 0 { placeElementwise(Int32(index), node) }
      }
      index -= 1
    }
  }

  /// A group's nodes in order.
  func members(of item: Item) -> [Int32] {
    var members: [Int32] = []
    members.reserveCapacity(item.size)
    var node = item.first
    while node >= 0 {
      members.append(node)
      node = next[Int(node)]
    }
    return members
  }

  /// Makes an item, which runs before another, the one that runs right before it.
  mutating func move(_ item: Int, before other: Int) {
    guard item > other + 1 else { return }
    items.insert(items.remove(at: item), at: other + 1)
    for node in itemOfNode.indices {
      switch Int(itemOfNode[node]) {
      case item: itemOfNode[node] = Int32(other + 1)
      case other + 1..<item: itemOfNode[node] += 1
      default: break
      }
    }
  }

  // MARK: Placing

  private mutating func place(_ step: Graph.StepNode, _ number: Int) {
    let results = Int(step.firstResult)..<Int(step.firstResult) + step.resultTypes.count
    guard step.step.hasEffects || results.contains(where: { earliest[$0] >= 0 }) else { return }
    let item = Int32(items.count)
    items.append(Item(step: Int32(number)))
    for result in results {
      itemOfNode[result] = item
      isStored[result] = true
    }
    for operand in step.operands { use(operand, by: item, fusing: false) }
  }

  private mutating func placeElementwise(_ index: Int32, _ node: Node) {
    if graph.isTranspose(node) {
      let item = newItem(node.count, nil)
      items[Int(item)].isClosed = true
      return add(index, node, to: item)
    }
    let earliest = earliest[Int(index)]
    var found: Int32 = -1
    if canJoin(earliest, node.count) {
      if fusing[Int(index)].last == earliest || node.count <= Grouping.joinedAnyway { found = earliest }
    }
    for operand in 0..<Int(node.operandCount) where found < 0 {
      let reference = node.operand(operand)
      let candidate = reader[Int(reference.node)]
      if reference.map == Reference.inOrder, candidate >= earliest, canJoin(candidate, node.count) { found = candidate }
    }
    if found < 0 {
      found = recentItem(from: earliest) { canJoin($0, node.count) && isWorthJoining($0, index, node.count) }
    }
    if found < 0 { found = newItem(node.count, nil) }
    add(index, node, to: found)
  }

  private mutating func placeReduction(_ index: Int32, _ node: Node) {
    let reduction = graph.reductions[Int(node.payload)]
    let earliest = earliest[Int(index)]
    let count = reduction.outer * reduction.reduce * reduction.inner
    func fits(_ item: Int32) -> Bool {
      canJoin(item, count) && (items[Int(item)].reduction ?? reduction) == reduction
    }
    let candidate = reader[Int(node.a.node)]
    var found: Int32 = node.a.map == Reference.inOrder && candidate >= earliest && fits(candidate) ? candidate : -1
    if found < 0 {
      found = recentItem(from: earliest) {
        fits($0) && isWorthJoining($0, index, count)
          && (count > Grouping.joinedAnyway || items[Int($0)].reduction == reduction)
      }
    }
    if found < 0 { found = newItem(count, reduction) }
    items[Int(found)].reduction = reduction
    isStored[Int(index)] = true
    add(index, node, to: found)
  }

  private func canJoin(_ item: Int32, _ count: Int) -> Bool {
    guard item < items.count else { return false }
    let item = items[Int(item)]
    return item.step < 0 && item.count == count && item.size < Grouping.largestGroup && !item.isClosed
  }

  /// Whether a node, which no member reads, reads what members read: one pass over it then does for both.
  private func isWorthJoining(_ item: Int32, _ node: Int32, _ count: Int) -> Bool {
    count <= Grouping.joinedAnyway || items[Int(item)].origins & origins[Int(node)] != 0
  }

  private static func origins(_ graph: Graph) -> [UInt64] {
    var origins = Array(repeating: UInt64(0), count: graph.nodes.count)
    for index in graph.nodes.indices {
      let node = graph.nodes[index]
      for operand in 0..<Int(node.operandCount) {
        let reference = node.operand(operand)
        let source = Int(reference.node)
        if reference.map == Reference.inOrder, graph.nodes[source].kind.isElementwise {
          origins[index] |= origins[source]
        } else if !graph.isUniform(reference) {
          origins[index] |= 1 << UInt64(source % 64)
        }
      }
    }
    return origins
  }

  /// Looks at a few of the items made last.
  private func recentItem(from earliest: Int32, _ fits: (Int32) -> Bool) -> Int32 {
    var item = Int32(items.count) - 1
    let last = max(earliest, item - 7)
    while item >= last {
      if fits(item) { return item }
      item -= 1
    }
    return -1
  }

  private mutating func newItem(_ count: Int, _ reduction: Reduction?) -> Int32 {
    items.append(Item(count: count, reduction: reduction))
    return Int32(items.count - 1)
  }

  private mutating func add(_ index: Int32, _ node: Node, to item: Int32) {
    itemOfNode[Int(index)] = item
    if fusing[Int(index)].first != item { isStored[Int(index)] = true }
    next[Int(index)] = items[Int(item)].first
    items[Int(item)].first = index
    items[Int(item)].size += 1
    items[Int(item)].origins |= origins[Int(index)]
    let count = items[Int(item)].count
    for operand in 0..<Int(node.operandCount) {
      let reference = node.operand(operand)
      let source = graph.nodes[Int(reference.node)]
      use(
        reference, by: item,
        fusing: reference.map == Reference.inOrder && source.kind.isElementwise && source.count == count
          && !graph.isTranspose(source))
    }
  }

  private mutating func use(_ reference: Reference, by item: Int32, fusing: Bool) {
    let node = Int(reference.node)
    let bound = fusing ? item : item + 1
    if fusing {
      self.fusing[node] = (min(self.fusing[node].first, item), max(self.fusing[node].last, item))
    } else {
      isStored[node] = true
    }
    earliest[node] = max(earliest[node], bound)
    if reference.map == Reference.inOrder { reader[node] = item }
  }
}
