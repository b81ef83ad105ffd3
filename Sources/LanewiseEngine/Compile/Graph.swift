import LanewiseKernelABI

/// A use of a node's elements: all of them in order, one of them everywhere, or those that a map shows.
struct Reference: Hashable {
  var node: Int32
  /// An index into ``Graph/maps``, or one of the two below.
  var map: Int32

  /// The node's elements in row-major order; the user has as many.
  static let inOrder: Int32 = -1
  /// The node's first element, for every index of the user.
  static let first: Int32 = -2

  static func inOrder(_ node: Int32) -> Reference { Reference(node: node, map: inOrder) }
  static func first(_ node: Int32) -> Reference { Reference(node: node, map: first) }
}

/// A value that a program computes, or starts from.
struct Node {
  enum Kind: UInt8 {
    // Leaves: `payload` is the input's number, the index of the bits, the index of the storage
    case input, scalar, constant
    // Elementwise: over the elements of `shape`
    case unary, binary, compare, select, fma, convert, bitcast, iota
    // Rows of a and of b, one behind the other; `payload` is an index into `Graph.joins`
    case join
    // Elements of a at the places that b names; `payload` is an index into `Graph.takes`
    case take
    // Elements of a, and padding; `payload` is an index into `Graph.pads`
    case pad
    case copy
    // `payload` is an index into `Graph.reductions`
    case reduce
    // A result of a step; `payload` is an index into `Graph.steps`
    case stepResult
    // An array put together from elements; `payload` is an index into `Graph.packs`. In frames only
    case pack

    var isLeaf: Bool { rawValue <= Kind.constant.rawValue }
    var isElementwise: Bool { rawValue >= Kind.unary.rawValue && rawValue <= Kind.copy.rawValue }
  }

  var kind: Kind
  /// The raw value of the operation's enum; for an iota, the dimension.
  var operation: UInt8 = 0
  var dtype: DType
  var operandCount: UInt8 = 0
  var payload: Int32 = 0
  var a = Reference(node: -1, map: 0), b = Reference(node: -1, map: 0), c = Reference(node: -1, map: 0)
  var count: Int
  var shape: Shape

  @inline(__always)
  func operand(_ index: Int) -> Reference { index == 0 ? a : index == 1 ? b : c }

  @inline(__always)
  mutating func set(_ index: Int, _ operand: Reference) {
    if index == 0 { a = operand } else if index == 1 { b = operand } else { c = operand }
  }
}

/// A fold over the middle of `(outer, reduce, inner)`.
struct Reduction: Hashable {
  var outer: Int, reduce: Int, inner: Int
}

/// How two arrays are joined along an axis: in a row, so many elements of the first come before those of the second.
struct Join: Equatable {
  var row: Int, first: Int
}

/// An array with padding, as `pad` has it where a group computes it.
struct Pad: Equatable {
  var layout: PadLayout
  /// The bits of what is around and between the elements.
  var fill: UInt64
}

/// A simplified program: nodes in an order in which every node stands behind its operands.
struct Graph {
  struct StepNode {
    var step: any Step
    var operands: [Reference]
    var operandTypes: [AbstractArray]
    var resultTypes: [AbstractArray]
    var firstResult: Int32

    /// The operand in whose place a result may be computed: it is read once, and has as many bytes.
    func operandInPlace(ofResult index: Int) -> Int32? {
      guard let reused = step.reusableOperand(ofResult: index),
        operandTypes[reused].byteCount == resultTypes[index].byteCount
      else { return nil }
      let operand = operands[reused].node
      return operands.count { $0.node == operand } == 1 ? operand : nil
    }
  }

  var nodes: [Node] = []
  var maps: [IndexMap] = []
  var scalars: [UInt64] = []
  var constants: [Storage] = []
  var reductions: [Reduction] = []
  var joins: [Join] = []
  var takes: [Take] = []
  var pads: [Pad] = []
  var steps: [StepNode] = []
  var packs: [[Reference]] = []
  var outputs: [Reference] = []
  var outputTypes: [AbstractArray] = []
  var inputCount = 0

  func map(of reference: Reference, shape: Shape) -> IndexMap {
    switch reference.map {
    case Reference.inOrder: .identity(shape)
    case Reference.first: IndexMap(shape: shape, strides: SIMD8<Int>.zero, offset: 0)
    default: maps[Int(reference.map)]
    }
  }

  /// The operands of a node, but for those of steps.
  @inline(__always)
  func forEachOperand(of node: Node, _ body: (Reference) -> Void) {
    if node.kind == .pack { return packs[Int(node.payload)].forEach(body) }
    for position in 0..<Int(node.operandCount) { body(node.operand(position)) }
  }

  /// Whether a node reads an operand here and there, and not one element for each of its own.
  func readsWhole(_ node: Node, _ position: Int) -> Bool {
    switch node.kind {
    case .join, .pad: true
    case .take: position == 0 || takes[Int(node.payload)].length > 1
    default: false
    }
  }

  /// Whether a node is a copy across the rows of an array, which a program of its own makes.
  func isTranspose(_ node: Node) -> Bool { node.kind == .copy && isTranspose(node.a, count: node.count) }

  /// Whether a group is such a copy alone.
  func isTranspose(_ item: Grouping.Item) -> Bool {
    item.step < 0 && item.size == 1 && item.reduction == nil && isTranspose(nodes[Int(item.first)])
  }

  /// Whether so many elements are read across the rows of an array.
  func isTranspose(_ reference: Reference, count: Int) -> Bool {
    reference.map >= 0 && count >= TransposeProgram.fewestElements
      && TransposeProgram.contiguousAxis(
        of: maps[Int(reference.map)].collapsed, width: nodes[Int(reference.node)].dtype.byteWidth) != nil
  }

  func isUniform(_ reference: Reference) -> Bool {
    reference.map == Reference.first || reference.map >= 0 && maps[Int(reference.map)].shape.rank == 0
      || reference.map == Reference.inOrder && nodes[Int(reference.node)].count == 1
  }
}
