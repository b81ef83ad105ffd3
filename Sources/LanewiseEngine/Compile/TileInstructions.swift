import LanewiseKernelABI

/// Instructions, and the places of their results.
extension TileCompiler {
  func record(
    _ kernel: @escaping Kernel, _ result: UInt16, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, _ d: UInt16 = 0,
    _ e: UInt16 = 0, immediate: Int = 0
  ) -> RecordBytes {
    var bytes = RecordBytes()
    withUnsafeMutableBytes(of: &bytes) {
      $0.baseAddress!.writeRecord(kernel, result: result, a, b, c, d, e, immediate: immediate)
    }
    return bytes
  }

  mutating func write(
    _ kernel: @escaping Kernel, _ result: UInt16, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, _ d: UInt16 = 0,
    immediate: Int = 0
  ) {
    body.append(record(kernel, result, a, b, c, d, immediate: immediate))
  }

  func kernel(_ index: Int, _ name: @autoclosure () -> String) -> Kernel {
    guard let kernel = KernelTable.kernel(index) else { preconditionFailure("no kernel for \(name())") }
    return kernel
  }

  mutating func writeConversion(from: Format, to: Format, _ result: UInt16, _ a: UInt16) {
    write(kernel(KernelIndex.convert(from: from, to: to), "convert \(from) to \(to)"), result, a)
  }

  mutating func emit(_ index: Int32) {
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

  mutating func emitNow(_ index: Int32) {
    states[Int(index)].isDeferred = false
    let node = graph.nodes[Int(index)]
    switch node.kind {
    case .copy: emitCopy(index, node)
    case .convert: emitConversion(index, node)
    case .bitcast: emitConversion(index, node)
    case .iota: emitIota(index, node)
    case .join: emitJoin(index, node)
    case .take: emitTake(index, node)
    case .pad: emitPad(index, node)
    case .select: if !emitDecision(index, node) { emitOperation(index, node) }
    default: if !emitPair(index, node), !emitJoinedComparison(index, node) { emitOperation(index, node) }
    }
  }

  /// The slot that a node is computed into, its array's where that may be.
  mutating func beginResult(_ index: Int32, _ node: Node) -> UInt16 {
    if grouping.isStored[Int(index)], !node.dtype.isHalf, mayWriteArrays {
      states[Int(index)].slot = linearSlot(index)
      if !program.layout.isAligned { addOverrun(index, node, states[Int(index)].slot) }
    } else {
      let register = takeRegister()
      states[Int(index)].register = register
      states[Int(index)].slot = slot(ofRegister: register)
    }
    return states[Int(index)].slot
  }

  /// Whether kernels, which write whole vectors, may write to arrays.
  private var mayWriteArrays: Bool { program.layout.isAligned || program.layout.mode != .columns }

  private mutating func addOverrun(_ index: Int32, _ node: Node, _ slot: UInt16) {
    // Taken for good: what the last tile leaves there is copied at its end.
    let register = takeRegister()
    overruns.append(
      TileProgram.Overrun(
        slot: Int32(slot), register: Int32(self.slot(ofRegister: register)),
        buffer: bufferOfNode[Int(index)], width: node.dtype.byteWidth))
  }

  mutating func endResult(_ index: Int32, _ node: Node) {
    let state = states[Int(index)]
    if grouping.isStored[Int(index)], state.register >= 0 {
      store(index, node, Operand(slot: state.slot, isConstant: false))
    }
    if state.uses == 0, state.register >= 0 { freeRegisters.append(state.register) }
  }

  /// Copies a value, as it is computed with, to the node's array.
  mutating func store(_ index: Int32, _ node: Node, _ value: Operand) {
    var temporaries: [Int32] = []
    let source = stream(value, byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
    let output = linearSlot(index)
    if !node.dtype.isHalf {
      write(TileKernels.copy, output, source, immediate: node.dtype.byteWidth)
    } else if mayWriteArrays {
      writeConversion(from: .f32, to: node.dtype.format, output, source)
      if !program.layout.isAligned { addOverrun(index, node, output) }
    } else {
      let register = takeRegister()
      temporaries.append(register)
      writeConversion(from: .f32, to: node.dtype.format, slot(ofRegister: register), source)
      write(TileKernels.copy, output, slot(ofRegister: register), immediate: node.dtype.byteWidth)
    }
    freeRegisters.append(contentsOf: temporaries)
  }

  mutating func emitIota(_ index: Int32, _ node: Node) {
    let result = beginResult(index, node)
    write(TileKernels.iota, result, immediate: KernelIndex.iota(node.dtype.lane))
    cost += 0.05
    endResult(index, node)
  }

  mutating func emitJoin(_ index: Int32, _ node: Node) {
    let join = graph.joins[Int(node.payload)]
    let result = beginResult(index, node)
    let (first, second) = (graph.maps[Int(node.a.map)].collapsed, graph.maps[Int(node.b.map)].collapsed)
    if node.a.node == node.b.node,
      let permutation = RowPermutation(join, first, second, byteWidth: node.dtype.byteWidth)
    {
      write(TileKernels.permute, result, bufferStart(node.a.node), immediate: detail(permutation))
    } else {
      write(
        TileKernels.join(byteWidth: node.dtype.byteWidth), result, bufferStart(node.a.node), bufferStart(node.b.node),
        immediate: detail(TileKernels.Load(map: first, second: second, join: join)))
    }
    cost += 0.5
    endResult(index, node)
  }

  mutating func emitOperation(_ index: Int32, _ node: Node) {
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
      entry = KernelIndex.select(byteWidth: node.dtype.laneWidth, selectSources(operands[1], operands[2]))
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

  mutating func releaseOperands(of node: Node, where isTime: (Int) -> Bool) {
    for position in 0..<Int(node.operandCount) {
      let reference = node.operand(position)
      if isTime(graph.nodes[Int(reference.node)].dtype.laneWidth) { release(reference) }
    }
  }

  func sources(_ a: Operand, _ b: Operand) -> Sources { a.isConstant ? .cr : b.isConstant ? .rc : .rr }

  func selectSources(_ a: Operand, _ b: Operand) -> SelectSources {
    a.isConstant ? (b.isConstant ? .cc : .cr) : b.isConstant ? .rc : .rr
  }

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
}
