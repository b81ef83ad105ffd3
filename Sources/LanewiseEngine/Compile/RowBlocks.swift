import LanewiseKernelABI

/// Groups that follow each other and work row by row: a softmax, a layer norm, their gradients.
///
/// Row i of what one of them computes needs row i of what those before it computed, and nothing else of theirs. So they
/// run together on a few rows at a time, which stay in the cache from group to group, and what nobody needs later is
/// kept for those rows only. Sums over columns may be among them, as long as none of them needs these.
///
/// Transposes of matrices may stand at the beginning: some of their rows are as many columns of what they read.
struct RowBlocks {
  /// The groups' numbers in ``Grouping/items``: from `first` down to `last`, as items run.
  var first: Int
  var last: Int
  var outer: Int
  var rowLength: Int
  /// How many of the items, the first ones, are transposes.
  private(set) var transposes = 0
  /// Rows that a transpose makes best together, one without.
  private var fewestRows = 1

  /// In the order of execution.
  var numbers: ReversedCollection<ClosedRange<Int>> { (last...first).reversed() }

  /// Elements of a block, roughly: a few arrays of them fit into the second cache, and what comes from memory is read in
  /// stretches that are long enough for a processor to read ahead.
  private static let blockElements = 32_768
  /// Longer rows would not stay in the cache either.
  private static let longestRow = 16_384
  private static let fewestElements = 4096
  /// Shorter rows are folded as columns several in a tile, which blocks would cut.
  private static let shortestColumnsRow = 128
  private static let mostColumnParts = 16

  /// Blocks begin at multiples of 16 elements where that is to be had: kernels then store straight into arrays.
  var rowsPerBlock: Int {
    let rows = max(fewestRows, RowBlocks.blockElements / rowLength)
    return rows >= 16 || rowLength % 16 != 0 ? (rows + 15) / 16 * 16 : rows
  }

  /// Rows that are claimed at once. They follow from the shape alone, and so does the order of sums over columns.
  var rowsPerChunk: Int {
    let least = max(TileLayout.chunk / rowLength, outer / RowBlocks.mostColumnParts)
    return max(1, (least + rowsPerBlock - 1) / rowsPerBlock) * rowsPerBlock
  }

  var chunkCount: Int { (outer + rowsPerChunk - 1) / rowsPerChunk }

  /// The sequences of a graph's groups, in the order of execution.
  ///
  /// - `isTaken`: whether an item belongs to something else.
  static func all(in graph: Graph, _ grouping: Grouping, isTaken: (Int) -> Bool = { _ in false }) -> [RowBlocks] {
    var found: [RowBlocks] = []
    var number = grouping.items.count - 1
    while number > 0 {
      if !isTaken(number), var rows = RowBlocks(beginningWith: number, graph, grouping) {
        while rows.last > 0, !isTaken(rows.last - 1), rows.canBeFollowed(by: rows.last - 1, graph, grouping) {
          rows.last -= 1
          if graph.isTranspose(grouping.items[rows.last]) { rows.transposes += 1 }
        }
        if rows.last < number { found.append(rows) }
        number = rows.last
      }
      number -= 1
    }
    return found
  }

  private init?(beginningWith number: Int, _ graph: Graph, _ grouping: Grouping) {
    let item = grouping.items[number]
    first = number
    last = number
    if let reduction = item.reduction {
      guard reduction.inner == 1, reduction.outer > 1, reduction.reduce > 1,
        reduction.reduce <= RowBlocks.longestRow, item.count > RowBlocks.fewestElements
      else { return nil }
      outer = reduction.outer
      rowLength = reduction.reduce
    } else if let map = RowBlocks.transposed(item, graph) {
      outer = map.extents[0]
      rowLength = map.extents[1]
      transposes = 1
      fewestRows = 64 / graph.nodes[Int(item.first)].dtype.byteWidth
      guard fewestRows * rowLength <= 4 * RowBlocks.blockElements else { return nil }
    } else {
      return nil
    }
  }

  /// The map of an item that is the transpose of a matrix.
  private static func transposed(_ item: Grouping.Item, _ graph: Graph) -> CollapsedMap? {
    guard graph.isTranspose(item) else { return nil }
    let map = graph.maps[Int(graph.nodes[Int(item.first)].a.map)].collapsed
    return map.rank == 2 ? map : nil
  }

  private var reduction: Reduction { Reduction(outer: outer, reduce: rowLength, inner: 1) }
  private var columns: Reduction { Reduction(outer: 1, reduce: outer, inner: rowLength) }

  func isFoldOfColumns(_ node: Node, _ graph: Graph) -> Bool {
    node.kind == .reduce && graph.reductions[Int(node.payload)] == columns
  }

  private func canBeFollowed(by number: Int, _ graph: Graph, _ grouping: Grouping) -> Bool {
    let item = grouping.items[number]
    let isWhole = item.count == outer * rowLength
    guard item.step < 0, isWhole || item.count == outer else { return false }
    if let own = item.reduction {
      guard isWhole, own == reduction || own == columns && rowLength >= RowBlocks.shortestColumnsRow
      else { return false }
    }
    // A copy alone is moved by other means.
    if item.size == 1, graph.nodes[Int(item.first)].kind == .copy {
      guard transposes == first - last + 1, let map = RowBlocks.transposed(item, graph) else { return false }
      return map.extents[0] == outer && isByRow(item, number, graph, grouping)
    }
    return isByRow(item, number, graph, grouping)
  }

  /// Whether an item uses what those of the sequence before it compute row by row.
  private func isByRow(_ item: Grouping.Item, _ number: Int, _ graph: Graph, _ grouping: Grouping) -> Bool {
    var member = item.first
    while member >= 0 {
      let node = graph.nodes[Int(member)]
      for position in 0..<Int(node.operandCount) {
        let reference = node.operand(position)
        let producer = Int(grouping.itemOfNode[Int(reference.node)])
        if producer > number, producer <= first, !isByRow(reference, item.count, graph) { return false }
      }
      member = grouping.next[Int(member)]
    }
    return true
  }

  /// Whether a use of a result of the sequence, by a group over so many elements, stays within each row.
  private func isByRow(_ reference: Reference, _ count: Int, _ graph: Graph) -> Bool {
    let source = graph.nodes[Int(reference.node)]
    guard !isFoldOfColumns(source, graph) else { return false }
    if reference.map == Reference.inOrder { return source.count == count }
    guard reference.map >= 0, source.count == outer, count == outer * rowLength else { return false }
    let map = graph.maps[Int(reference.map)].collapsed
    return map.rank == 2 && map.extents[0] == outer && map.extents[1] == rowLength && map.strides[0] == 1
      && map.strides[1] == 0 && map.offset == 0
  }
}
