import LanewiseKernelABI

/// Turns the groups of a graph into tile programs.
///
/// Instructions are written in the order of the nodes. A tile register is freed at its value's last use, and the next
/// result takes it: most instructions work in place. A value that is needed outside the group is computed straight
/// into its array.
///
/// This file has what is known of a group while it is compiled; the extensions beside it write the instructions.
struct TileCompiler {
  let graph: Graph
  let grouping: Grouping
  /// Where each node's elements are outside its group; −1 for nowhere.
  let bufferOfNode: [Int32]
  /// Addresses of scalars in memory that outlives the program: 32 bytes each, first in the format of the dtype, then,
  /// 16 bytes on, in that of the lane.
  let scalars: UnsafeMutableRawPointer

  struct Operand { var slot: UInt16, isConstant: Bool }

  /// What is known of a node within the group at hand.
  struct State {
    var group: Int32 = -1
    /// Uses still to come that read it in order.
    var uses: Int32 = 0
    /// The node that uses it, if it is only one.
    var user: Int32 = -1
    /// Those of its uses in which it decides a choice between elements as wide as those that it compares.
    var decisions: Int32 = 0
    /// Its slot while it is computed with; 0 for none.
    var slot: UInt16 = 0
    /// The slot of its first element as a constant.
    var constantSlot: UInt16 = 0
    var register: Int32 = -1
    /// What it stands for, if it is the same elements in another dtype.
    var alias = Reference(node: -1, map: 0)
    /// Left to the instruction that uses it.
    var isDeferred = false
  }
  var states: [State]
  var group: Int32 = -1

  // The program at hand
  var program = TileProgram(layout: TileLayout(count: 1, reduction: nil, innerExtent: 0, mapCount: 0))
  var mapped: [Reference: MappedState] = [:]
  struct MappedState {
    var uses: Int32 = 0
    var operand: Operand?
    var register: Int32 = -1
  }
  var linearSlots: [Int32: UInt16] = [:]
  var template: [Int] = []
  var fixed: [TileProgram.Fixed] = []
  var linear: [TileProgram.Linear] = []
  var rows: [TileProgram.Row] = []
  var registers: [TileProgram.Register] = []
  var overruns: [TileProgram.Overrun] = []
  var folds: [TileProgram.Fold] = []
  var prologue: [RecordBytes] = []
  var repeated: [RecordBytes] = []
  var body: [RecordBytes] = []
  /// What may go on with another step of a polynomial.
  var horner: Horner?
  var registerSlots: [UInt16] = []
  var freeRegisters: [Int32] = []
  var widest = 1
  var cost = 0.0

  init(graph: Graph, grouping: Grouping, bufferOfNode: [Int32], scalars: UnsafeMutableRawPointer) {
    self.graph = graph
    self.grouping = grouping
    self.bufferOfNode = bufferOfNode
    self.scalars = scalars
    states = Array(repeating: State(), count: graph.nodes.count)
  }

  /// - block: elements that the group's range is cut into if it runs by blocks; 0 if not.
  mutating func compile(_ item: Grouping.Item, block: Int = 0) -> TileProgram {
    let members = grouping.members(of: item)
    start(item, members)
    program.layout.block = block
    for member in members { emit(member) }
    for member in members where graph.nodes[Int(member)].kind == .reduce { emitFold(member) }
    return finish()
  }

  // MARK: Beginning and end

  mutating func start(_ item: Grouping.Item, _ members: [Int32]) {
    group += 1
    mapped.removeAll(keepingCapacity: true)
    linearSlots.removeAll(keepingCapacity: true)
    template = [0]
    fixed = []
    linear = []
    rows = []
    registers = []
    overruns = []
    folds = []
    prologue = []
    repeated = []
    body = []
    horner = nil
    registerSlots = []
    freeRegisters = []
    widest = 1
    cost = 0.1
    var innerExtent = 0
    var period = 0
    var mapCount = 0
    for member in members {
      let node = graph.nodes[Int(member)]
      touch(member)
      widest = max(widest, node.dtype.laneWidth)
      if node.kind != .reduce { mapCount += 1 }
      if let alias = aliased(member, node) {
        let root = resolve(alias)
        states[Int(member)].alias = root
        if grouping.isStored[Int(member)] { addUse(of: root, by: member) }
      } else {
        for index in 0..<Int(node.operandCount) { addUse(of: resolve(node.operand(index)), by: member) }
        if let comparison = deciding(node) { states[Int(comparison)].decisions += 1 }
      }
      for index in 0..<Int(node.operandCount) where !graph.readsWhole(node, index) {
        let reference = node.operand(index)
        if reference.map >= 0, !graph.isUniform(reference) {
          let map = graph.maps[Int(reference.map)].collapsed
          if map.innerStride == 0 || map.innerStride == 1, map.innerExtent >= TileLayout.shortestSegment {
            innerExtent = greatestCommonDivisor(map.innerExtent, innerExtent)
          } else if let own = map.period, own <= TileLayout.longestPeriod, period <= TileLayout.longestPeriod {
            period = period == 0 ? own : leastCommonMultiple(period, own)
          }
        }
      }
    }
    program = TileProgram(
      layout: TileLayout(
        count: item.count, reduction: item.reduction, innerExtent: innerExtent, period: period, mapCount: mapCount))
  }

  mutating func finish() -> TileProgram {
    program.layout.shorten(registers: registerSlots.count, bytesPerElement: widest)
    if program.layout.mode == .rows, registerSlots.isEmpty, body.count == folds.count {
      program.layout.cut(TileLayout.tileOfFolds)
    }
    let length = (min(program.layout.tile, program.layout.count) + 15) / 16 * 16
    program.registerByteCount = (length * widest + Record.padding + 63) / 64 * 64
    program.registerCount = registerSlots.count
    program.slotCount = template.count
    program.slotTemplate = RawList(template)
    program.fixed = RawList(fixed)
    program.linear = RawList(linear)
    program.rows = RawList(rows)
    program.registers = RawList(registers)
    program.overruns = RawList(overruns)
    program.folds = RawList(folds)
    program.prologue = RawList(prologue)
    program.repeated = RawList(repeated)
    program.body = RawList(body)
    program.nanosecondsPerElement = cost
    return program
  }

  mutating func touch(_ node: Int32) {
    if states[Int(node)].group != group { states[Int(node)] = State(group: group) }
  }

  mutating func addUse(of reference: Reference, by user: Int32) {
    let node = reference.node
    touch(node)
    widest = max(widest, graph.nodes[Int(node)].dtype.laneWidth)
    if reference.map == Reference.inOrder {
      states[Int(node)].uses += 1
      states[Int(node)].user = user
    } else if reference.map >= 0 {
      mapped[reference, default: MappedState()].uses += 1
    }
  }

  /// The value whose elements a node merely passes on, if so.
  func aliased(_ index: Int32, _ node: Node) -> Reference? {
    let from = node.operandCount > 0 ? graph.nodes[Int(node.a.node)].dtype : node.dtype
    switch node.kind {
    case .convert: return from.laneFormat == node.dtype.laneFormat && !node.dtype.isHalf ? node.a : nil
    case .bitcast: return from.isHalf || node.dtype.isHalf ? nil : node.a
    case .copy: return grouping.isStored[Int(index)] ? nil : node.a
    default: return nil
    }
  }

  func resolve(_ reference: Reference) -> Reference {
    guard reference.map == Reference.inOrder else { return reference }
    let state = states[Int(reference.node)]
    return state.group == group && state.alias.node >= 0 ? state.alias : reference
  }
}
