import LanewiseKernels

/// Turns the groups of a graph into tile programs.
///
/// Instructions are written in the order of the nodes. A tile register is freed at its value's last use, and the next
/// result takes it: most instructions work in place. A value that is needed outside the group is computed straight
/// into its array.
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
  private struct State {
    var group: Int32 = -1
    /// Uses still to come that read it in order.
    var uses: Int32 = 0
    /// The node that uses it, if it is only one.
    var user: Int32 = -1
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
  private var states: [State]
  private var group: Int32 = -1

  // The program at hand
  private var program = TileProgram(layout: TileLayout(count: 1, reduction: nil, innerExtent: 0, mapCount: 0))
  private var mapped: [Reference: MappedState] = [:]
  private struct MappedState {
    var uses: Int32 = 0
    var operand: Operand?
    var register: Int32 = -1
  }
  private var linearSlots: [Int32: UInt16] = [:]
  private var template: [Int] = []
  private var fixed: [TileProgram.Fixed] = []
  private var linear: [TileProgram.Linear] = []
  private var rows: [TileProgram.Row] = []
  private var registers: [TileProgram.Register] = []
  private var folds: [TileProgram.Fold] = []
  private var prologue: [RecordBytes] = []
  private var body: [RecordBytes] = []
  private var registerSlots: [UInt16] = []
  private var freeRegisters: [Int32] = []
  private var widest = 1
  private var cost = 0.0

  init(graph: Graph, grouping: Grouping, bufferOfNode: [Int32], scalars: UnsafeMutableRawPointer) {
    self.graph = graph
    self.grouping = grouping
    self.bufferOfNode = bufferOfNode
    self.scalars = scalars
    states = Array(repeating: State(), count: graph.nodes.count)
  }

  mutating func compile(_ item: Grouping.Item) -> TileProgram {
    let members = grouping.members(of: item)
    start(item, members)
    for member in members { emit(member) }
    for member in members where graph.nodes[Int(member)].kind == .reduce { emitFold(member) }
    return finish()
  }

  // MARK: Beginning and end

  private mutating func start(_ item: Grouping.Item, _ members: [Int32]) {
    group += 1
    mapped.removeAll(keepingCapacity: true)
    linearSlots.removeAll(keepingCapacity: true)
    template = [0]
    fixed = []
    linear = []
    rows = []
    registers = []
    folds = []
    prologue = []
    body = []
    registerSlots = []
    freeRegisters = []
    widest = 1
    cost = 0.1
    var innerExtent = 0
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
      }
      for index in 0..<Int(node.operandCount) {
        let reference = node.operand(index)
        if reference.map >= 0, !graph.isUniform(reference) {
          let map = graph.maps[Int(reference.map)].collapsed
          if map.innerStride == 0 || map.innerStride == 1 {
            innerExtent = greatestCommonDivisor(map.innerExtent, innerExtent)
          }
        }
      }
    }
    program = TileProgram(
      layout: TileLayout(count: item.count, reduction: item.reduction, innerExtent: innerExtent, mapCount: mapCount))
  }

  private mutating func finish() -> TileProgram {
    let length = (min(program.layout.tile, program.layout.count) + 15) / 16 * 16
    program.registerByteCount = (length * widest + Record.padding + 63) / 64 * 64
    program.registerCount = registerSlots.count
    program.slotCount = template.count
    program.slotTemplate = RawList(template)
    program.fixed = RawList(fixed)
    program.linear = RawList(linear)
    program.rows = RawList(rows)
    program.registers = RawList(registers)
    program.folds = RawList(folds)
    program.prologue = RawList(prologue)
    program.body = RawList(body)
    program.nanosecondsPerElement = cost
    return program
  }

  private mutating func touch(_ node: Int32) {
    if states[Int(node)].group != group { states[Int(node)] = State(group: group) }
  }

  private mutating func addUse(of reference: Reference, by user: Int32) {
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
  private func aliased(_ index: Int32, _ node: Node) -> Reference? {
    let from = node.operandCount > 0 ? graph.nodes[Int(node.a.node)].dtype : node.dtype
    switch node.kind {
    case .convert: return from.laneFormat == node.dtype.laneFormat && !node.dtype.isHalf ? node.a : nil
    case .bitcast: return from.isHalf || node.dtype.isHalf ? nil : node.a
    case .copy: return grouping.isStored[Int(index)] ? nil : node.a
    default: return nil
    }
  }

  private func resolve(_ reference: Reference) -> Reference {
    guard reference.map == Reference.inOrder else { return reference }
    let state = states[Int(reference.node)]
    return state.group == group && state.alias.node >= 0 ? state.alias : reference
  }

  // MARK: Slots and registers

  private mutating func newSlot(_ address: Int = 0) -> UInt16 {
    template.append(address)
    return UInt16(template.count - 1)
  }

  private mutating func takeRegister() -> Int32 {
    if let register = freeRegisters.popLast() { return register }
    let register = Int32(registerSlots.count)
    let slot = newSlot()
    registerSlots.append(slot)
    registers.append(TileProgram.Register(slot: Int32(slot), index: register))
    return register
  }

  private func slot(ofRegister register: Int32) -> UInt16 { registerSlots[Int(register)] }

  private mutating func linearSlot(_ node: Int32) -> UInt16 {
    if let slot = linearSlots[node] { return slot }
    let source = graph.nodes[Int(node)]
    let slot: UInt16
    if source.kind == .scalar {
      slot = newSlot(Int(bitPattern: scalars + 32 * Int(source.payload)))
    } else {
      slot = newSlot()
      linear.append(
        TileProgram.Linear(slot: Int32(slot), buffer: bufferOfNode[Int(node)], width: source.dtype.byteWidth))
    }
    linearSlots[node] = slot
    return slot
  }

  /// One element of a node, in the format of its dtype.
  private mutating func rawConstant(_ reference: Reference) -> UInt16 {
    let node = graph.nodes[Int(reference.node)]
    if node.kind == .scalar { return newSlot(Int(bitPattern: scalars + 32 * Int(node.payload))) }
    let slot = newSlot()
    let offset = reference.map >= 0 ? graph.maps[Int(reference.map)].offset : 0
    fixed.append(
      TileProgram.Fixed(
        slot: Int32(slot), buffer: bufferOfNode[Int(reference.node)], byteOffset: offset * node.dtype.byteWidth))
    return slot
  }

  /// A use that is neither in order nor of one element, in the format of the dtype; a register if it has to be filled.
  private mutating func rawMapped(_ reference: Reference, streamOnly: Bool) -> (Operand, register: Int32) {
    let width = graph.nodes[Int(reference.node)].dtype.byteWidth
    let map = graph.maps[Int(reference.map)].collapsed
    if program.layout.hasRowOperands, map.innerStride == 1 || map.innerStride == 0 && !streamOnly {
      let slot = newSlot()
      rows.append(
        TileProgram.Row(slot: Int32(slot), buffer: bufferOfNode[Int(reference.node)], width: width, map: map))
      return (Operand(slot: slot, isConstant: map.innerStride == 0), -1)
    }
    let register = takeRegister()
    emitLoad(reference, into: slot(ofRegister: register))
    return (Operand(slot: slot(ofRegister: register), isConstant: false), register)
  }

  private mutating func emitLoad(_ reference: Reference, into result: UInt16) {
    let width = graph.nodes[Int(reference.node)].dtype.byteWidth
    let load = UnsafeMutablePointer<TileKernels.Load>.allocate(capacity: 1)
    load.initialize(to: TileKernels.Load(map: graph.maps[Int(reference.map)].collapsed))
    program.loads.append(load)
    let base = newSlot()
    fixed.append(TileProgram.Fixed(slot: Int32(base), buffer: bufferOfNode[Int(reference.node)], byteOffset: 0))
    write(TileKernels.load(byteWidth: width), result, base, immediate: Int(bitPattern: load))
    cost += 0.5
  }

  // MARK: Operands

  /// Where an operand is while it is computed with.
  private mutating func operand(_ unresolved: Reference) -> Operand {
    let reference = resolve(unresolved)
    let node = graph.nodes[Int(reference.node)]
    if graph.isUniform(reference), program.layout.count != 1 || reference.map != Reference.inOrder {
      return constant(reference, node)
    }
    if reference.map == Reference.inOrder { return Operand(slot: inOrder(reference.node, node), isConstant: false) }
    if let operand = mapped[reference]!.operand { return operand }
    var (operand, register) = rawMapped(reference, streamOnly: node.dtype.isHalf)
    if node.dtype.isHalf {
      let result = takeRegister()
      writeConversion(from: node.dtype.format, to: .f32, slot(ofRegister: result), operand.slot)
      if register >= 0 { freeRegisters.append(register) }
      register = result
      operand = Operand(slot: slot(ofRegister: result), isConstant: false)
    }
    mapped[reference]!.operand = operand
    mapped[reference]!.register = register
    return operand
  }

  private mutating func inOrder(_ index: Int32, _ node: Node) -> UInt16 {
    touch(index)
    if states[Int(index)].isDeferred { emitNow(index) }
    if states[Int(index)].slot != 0 { return states[Int(index)].slot }
    let raw = linearSlot(index)
    guard node.dtype.isHalf else {
      states[Int(index)].slot = raw
      return raw
    }
    let register = takeRegister()
    writeConversion(from: node.dtype.format, to: .f32, slot(ofRegister: register), raw)
    states[Int(index)].slot = slot(ofRegister: register)
    states[Int(index)].register = register
    return slot(ofRegister: register)
  }

  private mutating func constant(_ reference: Reference, _ node: Node) -> Operand {
    touch(reference.node)
    let isFirst = reference.map < 0
    if isFirst, states[Int(reference.node)].constantSlot != 0 {
      return Operand(slot: states[Int(reference.node)].constantSlot, isConstant: true)
    }
    if !isFirst, let operand = mapped[reference]?.operand { return operand }
    let slot: UInt16
    if node.kind == .scalar {
      slot = newSlot(Int(bitPattern: scalars + 32 * Int(node.payload) + 16))
    } else {
      let raw = rawConstant(reference)
      if node.dtype.isHalf {
        // A register of its own, for good: freed registers may be written by the tile before.
        let register = Int32(registerSlots.count)
        slot = newSlot()
        registerSlots.append(slot)
        registers.append(TileProgram.Register(slot: Int32(slot), index: register))
        prologue.append(
          record(kernel(KernelIndex.convert(from: node.dtype.format, to: .f32), "convert"), slot, raw, 0, 0, 0))
      } else {
        slot = raw
      }
    }
    if isFirst { states[Int(reference.node)].constantSlot = slot }
    if !isFirst { mapped[reference, default: MappedState()].operand = Operand(slot: slot, isConstant: true) }
    return Operand(slot: slot, isConstant: true)
  }

  /// The operand as a stream: a constant fills a tile.
  private mutating func stream(_ operand: Operand, byteWidth: Int, temporaries: inout [Int32]) -> UInt16 {
    guard operand.isConstant else { return operand.slot }
    let register = takeRegister()
    temporaries.append(register)
    write(kernel(KernelIndex.fill(byteWidth: byteWidth), "fill"), slot(ofRegister: register), operand.slot)
    return slot(ofRegister: register)
  }

  /// Counts off a use; frees the register after the last.
  private mutating func release(_ unresolved: Reference) {
    let reference = resolve(unresolved)
    if reference.map == Reference.inOrder {
      let node = Int(reference.node)
      states[node].uses -= 1
      if states[node].uses == 0, states[node].register >= 0 {
        freeRegisters.append(states[node].register)
        states[node].register = -1
        states[node].slot = 0
      }
    } else if reference.map >= 0, var state = mapped[reference] {
      state.uses -= 1
      if state.uses == 0, state.register >= 0 {
        freeRegisters.append(state.register)
        state.register = -1
        state.operand = nil
      }
      mapped[reference] = state
    }
  }

  // MARK: Instructions

  private func record(
    _ kernel: @escaping Kernel, _ result: UInt16, _ a: UInt16, _ b: UInt16, _ c: UInt16, _ immediate: Int
  ) -> RecordBytes {
    var bytes = RecordBytes()
    withUnsafeMutableBytes(of: &bytes) {
      $0.baseAddress!.writeRecord(kernel, result: result, a, b, c, immediate: immediate)
    }
    return bytes
  }

  private mutating func write(
    _ kernel: @escaping Kernel, _ result: UInt16, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0,
    immediate: Int = 0
  ) {
    body.append(record(kernel, result, a, b, c, immediate))
  }

  private func kernel(_ index: Int, _ name: @autoclosure () -> String) -> Kernel {
    guard let kernel = KernelTable.kernel(index) else { preconditionFailure("no kernel for \(name())") }
    return kernel
  }

  private mutating func writeConversion(from: Format, to: Format, _ result: UInt16, _ a: UInt16) {
    write(kernel(KernelIndex.convert(from: from, to: to), "convert \(from) to \(to)"), result, a)
  }

  private mutating func emit(_ index: Int32) {
    let node = graph.nodes[Int(index)]
    if node.kind == .reduce { return }
    let state = states[Int(index)]
    if state.alias.node >= 0 {
      if grouping.isStored[Int(index)] {
        let source = operand(state.alias)
        store(index, node, source)
        release(state.alias)
      }
      return
    }
    if canDefer(index, node) {
      states[Int(index)].isDeferred = true
      return
    }
    emitNow(index)
  }

  private mutating func emitNow(_ index: Int32) {
    states[Int(index)].isDeferred = false
    let node = graph.nodes[Int(index)]
    switch node.kind {
    case .copy: emitCopy(index, node)
    case .convert: emitConversion(index, node)
    case .bitcast: emitConversion(index, node)
    case .iota: emitIota(index, node)
    default: if !emitPair(index, node) { emitOperation(index, node) }
    }
  }

  /// The slot that a node is computed into, its array's where that may be.
  private mutating func beginResult(_ index: Int32, _ node: Node) -> UInt16 {
    if grouping.isStored[Int(index)], !node.dtype.isHalf, program.layout.isAligned {
      states[Int(index)].slot = linearSlot(index)
    } else {
      let register = takeRegister()
      states[Int(index)].register = register
      states[Int(index)].slot = slot(ofRegister: register)
    }
    return states[Int(index)].slot
  }

  private mutating func endResult(_ index: Int32, _ node: Node) {
    let state = states[Int(index)]
    if grouping.isStored[Int(index)], state.register >= 0 {
      store(index, node, Operand(slot: state.slot, isConstant: false))
    }
    if state.uses == 0, state.register >= 0 { freeRegisters.append(state.register) }
  }

  /// Copies a value, as it is computed with, to the node's array.
  private mutating func store(_ index: Int32, _ node: Node, _ value: Operand) {
    var temporaries: [Int32] = []
    let source = stream(value, byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
    let output = linearSlot(index)
    if !node.dtype.isHalf {
      write(TileKernels.copy, output, source, immediate: node.dtype.byteWidth)
    } else if program.layout.isAligned {
      writeConversion(from: .f32, to: node.dtype.format, output, source)
    } else {
      let register = takeRegister()
      temporaries.append(register)
      writeConversion(from: .f32, to: node.dtype.format, slot(ofRegister: register), source)
      write(TileKernels.copy, output, slot(ofRegister: register), immediate: node.dtype.byteWidth)
    }
    freeRegisters.append(contentsOf: temporaries)
  }

  /// A stored copy: moves elements as they are in memory.
  private mutating func emitCopy(_ index: Int32, _ node: Node) {
    let width = node.dtype.byteWidth
    let reference = resolve(node.a)
    let source = graph.nodes[Int(reference.node)]
    let isComputedHere =
      reference.map == Reference.inOrder && grouping.itemOfNode[Int(reference.node)] == grouping.itemOfNode[Int(index)]
    if states[Int(index)].uses > 0 || isComputedHere {
      let value = operand(node.a)
      var temporaries: [Int32] = []
      let from = stream(value, byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
      let result = beginResult(index, node)
      write(TileKernels.copy, result, from, immediate: node.dtype.laneWidth)
      freeRegisters.append(contentsOf: temporaries)
      release(node.a)
      return endResult(index, node)
    }
    let output = linearSlot(index)
    if graph.isUniform(reference) {
      let constant = rawConstant(reference)
      if program.layout.isAligned {
        write(kernel(KernelIndex.fill(byteWidth: width), "fill"), output, constant)
      } else {
        var temporaries: [Int32] = []
        let from = stream(Operand(slot: constant, isConstant: true), byteWidth: width, temporaries: &temporaries)
        write(TileKernels.copy, output, from, immediate: width)
        freeRegisters.append(contentsOf: temporaries)
      }
    } else if reference.map == Reference.inOrder {
      write(TileKernels.copy, output, linearSlot(reference.node), immediate: source.dtype.byteWidth)
    } else if program.layout.hasRowOperands, graph.maps[Int(reference.map)].collapsed.innerStride == 1 {
      let (operand, _) = rawMapped(reference, streamOnly: true)
      write(TileKernels.copy, output, operand.slot, immediate: width)
    } else {
      emitLoad(reference, into: output)
    }
    release(node.a)
  }

  private mutating func emitConversion(_ index: Int32, _ node: Node) {
    let from = graph.nodes[Int(node.a.node)].dtype
    let value = operand(node.a)
    var temporaries: [Int32] = []
    let source = stream(value, byteWidth: from.laneWidth, temporaries: &temporaries)
    if node.dtype.isHalf {
      // Computing goes on in float32, with what half precision has room for.
      let half = takeRegister()
      temporaries.append(half)
      if node.kind == .bitcast, !from.isHalf {
        write(TileKernels.copy, slot(ofRegister: half), source, immediate: 2)
      } else if node.kind == .bitcast {
        writeConversion(from: .f32, to: from.format, slot(ofRegister: half), source)
      } else {
        writeConversion(from: from.laneFormat, to: node.dtype.format, slot(ofRegister: half), source)
      }
      let result = beginResult(index, node)
      writeConversion(from: node.dtype.format, to: .f32, result, slot(ofRegister: half))
      release(node.a)
    } else if node.kind == .bitcast {
      let result = beginResult(index, node)
      writeConversion(from: .f32, to: from.format, result, source)
      release(node.a)
    } else {
      // In place only where the result is not wider.
      if node.dtype.laneWidth <= from.laneWidth { release(node.a) }
      let result = beginResult(index, node)
      writeConversion(from: from.laneFormat, to: node.dtype.laneFormat, result, source)
      if node.dtype.laneWidth > from.laneWidth { release(node.a) }
    }
    freeRegisters.append(contentsOf: temporaries)
    cost += 0.1
    endResult(index, node)
  }

  private mutating func emitIota(_ index: Int32, _ node: Node) {
    let result = beginResult(index, node)
    write(TileKernels.iota, result, immediate: KernelIndex.iota(node.dtype.lane))
    cost += 0.05
    endResult(index, node)
  }

  private mutating func emitOperation(_ index: Int32, _ node: Node) {
    let lane = graph.nodes[Int(node.a.node)].dtype.lane
    var operands = [operand(node.a)]
    if node.operandCount > 1 { operands.append(operand(node.b)) }
    if node.operandCount > 2 { operands.append(operand(node.c)) }
    var temporaries: [Int32] = []
    var slots: [UInt16] = []
    func needsStream(_ position: Int) -> Bool {
      switch node.kind {
      case .unary: true
      case .select: position == 0
      case .fma: position == 0
      default: position == 0 && operands[1].isConstant
      }
    }
    if node.kind == .fma, operands[0].isConstant, !operands[1].isConstant { operands.swapAt(0, 1) }
    for position in operands.indices {
      if operands[position].isConstant, needsStream(position) {
        let width = graph.nodes[Int(node.operand(position).node)].dtype.laneWidth
        operands[position] = Operand(
          slot: stream(operands[position], byteWidth: width, temporaries: &temporaries), isConstant: false)
      }
      slots.append(operands[position].slot)
    }
    let entry: Int
    switch node.kind {
    case .unary: entry = KernelIndex.unary(UnaryOp(rawValue: node.operation)!, lane)
    case .binary:
      entry = KernelIndex.binary(BinaryOp(rawValue: node.operation)!, lane, sources(operands[0], operands[1]))
    case .compare:
      entry = KernelIndex.compare(CompareOp(rawValue: node.operation)!, lane, sources(operands[0], operands[1]))
    case .select:
      let form: SelectSources =
        operands[1].isConstant ? (operands[2].isConstant ? .cc : .cr) : operands[2].isConstant ? .rc : .rr
      entry = KernelIndex.select(byteWidth: node.dtype.laneWidth, form)
    default:
      let form: FMASources =
        operands[1].isConstant ? (operands[2].isConstant ? .rcc : .rcr) : operands[2].isConstant ? .rrc : .rrr
      entry = KernelIndex.fma(lane, form)
    }
    let resultWidth = node.dtype.laneWidth
    releaseOperands(of: node) { $0 >= resultWidth }
    let result = beginResult(index, node)
    write(
      kernel(entry, Self.name(of: node, lane)), result, slots[0],
      slots.count > 1 ? slots[1] : 0, slots.count > 2 ? slots[2] : 0)
    releaseOperands(of: node) { $0 < resultWidth }
    freeRegisters.append(contentsOf: temporaries)
    cost += OperationCost.nanoseconds(node)
    endResult(index, node)
  }

  private mutating func releaseOperands(of node: Node, where isTime: (Int) -> Bool) {
    for position in 0..<Int(node.operandCount) {
      let reference = node.operand(position)
      if isTime(graph.nodes[Int(reference.node)].dtype.laneWidth) { release(reference) }
    }
  }

  private func sources(_ a: Operand, _ b: Operand) -> Sources { a.isConstant ? .cr : b.isConstant ? .rc : .rr }

  static func name(of node: Node, _ lane: Lane) -> String {
    let operation: String =
      switch node.kind {
      case .unary: "\(UnaryOp(rawValue: node.operation)!)"
      case .binary: "\(BinaryOp(rawValue: node.operation)!)"
      case .compare: "\(CompareOp(rawValue: node.operation)!)"
      default: "\(node.kind)"
      }
    return "\(operation)_\(lane)"
  }

  // MARK: Superinstructions

  /// A cheap operation whose only user can do it in the same pass.
  private func canDefer(_ index: Int32, _ node: Node) -> Bool {
    let state = states[Int(index)]
    guard state.uses == 1, !grouping.isStored[Int(index)], node.dtype.lane == .f32 || node.dtype.lane == .f64,
      let first = PairOp(node)
    else { return false }
    for position in 0..<Int(node.operandCount) {
      let source = resolve(node.operand(position))
      // What is deferred already becomes a pair with this one.
      if source.map == Reference.inOrder, states[Int(source.node)].group == group, states[Int(source.node)].isDeferred {
        return false
      }
    }
    if node.operandCount == 2, isConstant(node.a), isConstant(node.b) { return false }
    if node.operandCount == 1, isConstant(node.a) { return false }
    let user = graph.nodes[Int(state.user)]
    // A user that stands for another node's bits in a new dtype is no pair.
    guard
      resolve(user.operand(0)) == .inOrder(index)
        || user.operandCount > 1 && resolve(user.operand(1)) == .inOrder(index)
    else { return false }
    if user.kind == .reduce {
      return program.layout.mode == .rows && foldMapEntry(node, FoldOp(rawValue: user.operation)!) != nil
    }
    guard node.dtype.lane == .f32, user.dtype.lane == .f32, let second = PairOp(user) else { return false }
    return KernelTable.kernel(KernelIndex.pair(first, .rr, second, second.isUnary ? .unary : .valueFirstStream)) != nil
  }

  private func isConstant(_ unresolved: Reference) -> Bool {
    let reference = resolve(unresolved)
    if graph.isUniform(reference) { return program.layout.count != 1 || reference.map != Reference.inOrder }
    return reference.map >= 0 && program.layout.hasRowOperands
      && graph.maps[Int(reference.map)].collapsed.innerStride == 0
      && !graph.nodes[Int(reference.node)].dtype.isHalf
  }

  private func deferred(_ unresolved: Reference) -> Int32? {
    let reference = resolve(unresolved)
    guard reference.map == Reference.inOrder else { return nil }
    let state = states[Int(reference.node)]
    return state.group == group && state.isDeferred ? reference.node : nil
  }

  private mutating func emitPair(_ index: Int32, _ node: Node) -> Bool {
    guard let second = PairOp(node), node.dtype.lane == .f32 else { return false }
    let position: Int
    if deferred(node.a) != nil {
      position = 0
    } else if node.operandCount > 1, deferred(node.b) != nil {
      position = 1
    } else {
      return false
    }
    let inner = deferred(node.operand(position))!
    let innerNode = graph.nodes[Int(inner)]
    let first = PairOp(innerNode)!
    var (a, b, form) = binaryOperands(innerNode)
    if form == .cr, first.isCommutative {
      swap(&a, &b)
      form = .rc
    }
    var other = Operand(slot: 0, isConstant: false)
    let pairForm: PairForm
    if second.isUnary {
      pairForm = .unary
    } else {
      other = operand(node.operand(1 - position))
      pairForm =
        position == 0
        ? (other.isConstant ? .valueFirstConstant : .valueFirstStream)
        : (other.isConstant ? .valueSecondConstant : .valueSecondStream)
    }
    guard let kernel = KernelTable.kernel(KernelIndex.pair(first, form, second, pairForm)) else { return false }
    states[Int(inner)].isDeferred = false
    releaseOperands(of: innerNode) { _ in true }
    if !second.isUnary { release(node.operand(1 - position)) }
    let result = beginResult(index, node)
    write(kernel, result, a.slot, b.slot, other.slot)
    cost += 0.07
    endResult(index, node)
    return true
  }

  private mutating func binaryOperands(_ node: Node) -> (Operand, Operand, Sources) {
    let a = operand(node.a)
    guard node.operandCount > 1 else { return (a, Operand(slot: 0, isConstant: false), .rr) }
    let b = operand(node.b)
    return (a, b, sources(a, b))
  }

  private func foldMapEntry(_ node: Node, _ fold: FoldOp) -> Int? {
    let entry: Int
    switch node.kind {
    case .unary: entry = KernelIndex.foldMap(fold, node.dtype.lane, UnaryOp(rawValue: node.operation)!)
    case .binary:
      let form: Sources = isConstant(node.a) ? .cr : isConstant(node.b) ? .rc : .rr
      entry = KernelIndex.foldMap(fold, node.dtype.lane, BinaryOp(rawValue: node.operation)!, form)
    default: return nil
    }
    return KernelTable.kernel(entry) == nil ? nil : entry
  }

  // MARK: Reductions

  private mutating func emitFold(_ index: Int32) {
    let node = graph.nodes[Int(index)]
    let op = FoldOp(rawValue: node.operation)!
    let lane = node.dtype.lane
    var identity = SIMD2<UInt64>.zero
    identity[0] = op.identityBits(node.dtype)
    var fold = TileProgram.Fold(
      op: op, lane: lane, width: node.dtype.byteWidth, slot: 0, buffer: bufferOfNode[Int(index)], identity: identity)
    var temporaries: [Int32] = []
    switch program.layout.mode {
    case .rows:
      let result = newSlot()
      fold.slot = Int32(result)
      if let inner = deferred(node.a) {
        let innerNode = graph.nodes[Int(inner)]
        let entry = foldMapEntry(innerNode, op)!
        let (a, b, _) = binaryOperands(innerNode)
        states[Int(inner)].isDeferred = false
        write(kernel(entry, "\(op)_\(Self.name(of: innerNode, lane))"), result, a.slot, b.slot)
        releaseOperands(of: innerNode) { _ in true }
      } else {
        let source = stream(operand(node.a), byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
        write(kernel(KernelIndex.fold(op, lane), "\(op)_\(lane)"), result, source)
        release(node.a)
      }
    case .linear:
      let result = newSlot()
      fold.slot = Int32(result)
      let source = stream(operand(node.a), byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
      write(
        kernel(KernelIndex.foldRows(op, lane), "\(op)_rows_\(lane)"), result, source,
        immediate: program.layout.reduction.reduce)
      release(node.a)
    case .columns:
      // The accumulator outlives the tile: no other value may have its register.
      let register = Int32(registerSlots.count)
      let slot = newSlot()
      registerSlots.append(slot)
      registers.append(TileProgram.Register(slot: Int32(slot), index: register))
      fold.slot = Int32(slot)
      let source = stream(operand(node.a), byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
      write(kernel(KernelIndex.binary(op.binary, lane, .rr), "\(op)_\(lane)"), slot, slot, source)
      release(node.a)
    }
    freeRegisters.append(contentsOf: temporaries)
    cost += 0.1
    folds.append(fold)
  }
}

extension FoldOp {
  /// The operation that folds two elements.
  var binary: BinaryOp {
    switch self {
    case .sum: .add
    case .prod: .mul
    case .max: .max
    case .min: .min
    case .and: .and
    case .or: .or
    case .xor: .xor
    }
  }
}

extension PairOp {
  /// The operator that a node is, if it is one that pairs are made of.
  init?(_ node: Node) {
    switch node.kind {
    case .binary:
      switch BinaryOp(rawValue: node.operation)! {
      case .add: self = .add
      case .sub: self = .sub
      case .mul: self = .mul
      case .div: self = .div
      case .max: self = .max
      case .min: self = .min
      default: return nil
      }
    case .unary where node.operation == UnaryOp.square.rawValue: self = .square
    default: return nil
    }
  }
}

/// What an operation costs one thread, for deciding how to split work.
enum OperationCost {
  static func nanoseconds(_ node: Node) -> Double {
    let width = Double(node.dtype.laneWidth) / 4
    switch node.kind {
    case .unary:
      switch UnaryOp(rawValue: node.operation)! {
      case .neg, .abs, .sign, .square, .not, .floor, .ceil, .roundToEven, .roundAwayFromZero, .isFinite, .conj, .real,
        .imag:
        return 0.06 * width
      case .sqrt, .rsqrt, .reciprocal, .populationCount, .clz: return 0.2 * width
      case .lgamma, .digamma, .erfInv: return 3 * width
      default: return 0.6 * width
      }
    case .binary:
      switch BinaryOp(rawValue: node.operation)! {
      case .div: return 0.2 * width
      case .rem, .pow, .atan2, .nextafter: return 1.5 * width
      default: return 0.06 * width
      }
    default: return 0.08 * width
    }
  }
}
