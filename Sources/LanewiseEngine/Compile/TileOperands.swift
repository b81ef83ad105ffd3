import LanewiseKernelABI

/// Where operands are: slots that move with the tile, constants, registers.
extension TileCompiler {
  mutating func newSlot(_ address: Int = 0) -> UInt16 {
    template.append(address)
    return UInt16(template.count - 1)
  }

  mutating func takeRegister() -> Int32 {
    if let register = freeRegisters.popLast() { return register }
    _ = newRegister()
    return Int32(registerSlots.count - 1)
  }

  func slot(ofRegister register: Int32) -> UInt16 { registerSlots[Int(register)] }

  mutating func linearSlot(_ node: Int32) -> UInt16 {
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
  mutating func rawConstant(_ reference: Reference) -> UInt16 {
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
  mutating func rawMapped(_ reference: Reference, streamOnly: Bool) -> (Operand, register: Int32) {
    let width = graph.nodes[Int(reference.node)].dtype.byteWidth
    let map = graph.maps[Int(reference.map)].collapsed
    if program.layout.isRowOperand(map), map.innerStride == 1 || !streamOnly {
      let slot = newSlot()
      rows.append(
        TileProgram.Row(slot: Int32(slot), buffer: bufferOfNode[Int(reference.node)], width: width, map: map))
      return (Operand(slot: slot, isConstant: map.innerStride == 0), -1)
    }
    if program.layout.repeats(map) {
      let slot = newRegister()
      repeated.append(loadRecord(reference, into: slot))
      return (Operand(slot: slot, isConstant: false), -1)
    }
    let register = takeRegister()
    emitLoad(reference, into: slot(ofRegister: register))
    return (Operand(slot: slot(ofRegister: register), isConstant: false), register)
  }

  /// A register of its own, for good: freed registers may be written by the tile before. Its slot.
  private mutating func newRegister() -> UInt16 {
    let slot = newSlot()
    registers.append(TileProgram.Register(slot: Int32(slot), index: Int32(registerSlots.count)))
    registerSlots.append(slot)
    return slot
  }

  mutating func emitLoad(_ reference: Reference, into result: UInt16) {
    body.append(loadRecord(reference, into: result))
    cost += 0.5
  }

  private mutating func loadRecord(_ reference: Reference, into result: UInt16) -> RecordBytes {
    let map = graph.maps[Int(reference.map)].collapsed
    let width = graph.nodes[Int(reference.node)].dtype.byteWidth
    let source = bufferStart(reference.node)
    // Longer rows of neighbours are copied as they are.
    let isShort = map.innerExtent * width <= 64
    if map.rank == 2, isShort || map.innerStride != 1,
      let permutation = RowPermutation(map, columns: map.innerExtent, byteWidth: width)
    {
      return record(TileKernels.permute, result, source, immediate: detail(permutation))
    }
    if let lines = PermutedLines(map, byteWidth: width) {
      return record(TileKernels.permuteLines, result, source, immediate: detail(lines))
    }
    return record(
      TileKernels.load(byteWidth: width), result, source, immediate: detail(TileKernels.Load(map: map)))
  }

  /// An immediate that is the address of a trivial value, which lives as long as the program.
  mutating func detail<Detail: BitwiseCopyable>(_ value: Detail) -> Int {
    let place = UnsafeMutablePointer<Detail>.allocate(capacity: 1)
    place.initialize(to: value)
    program.details.append(UnsafeMutableRawPointer(place))
    return Int(bitPattern: place)
  }

  /// A slot with the address of a node's array.
  mutating func bufferStart(_ node: Int32) -> UInt16 {
    let slot = newSlot()
    fixed.append(TileProgram.Fixed(slot: Int32(slot), buffer: bufferOfNode[Int(node)], byteOffset: 0))
    return slot
  }

  /// Where an operand is while it is computed with.
  mutating func operand(_ unresolved: Reference) -> Operand {
    let reference = resolve(unresolved)
    let node = graph.nodes[Int(reference.node)]
    if graph.isUniform(reference), program.layout.count != 1 || reference.map != Reference.inOrder {
      return constant(reference, node)
    }
    if reference.map == Reference.inOrder { return Operand(slot: inOrder(reference.node, node), isConstant: false) }
    if let operand = mapped[reference]!.operand { return operand }
    var (operand, register) = rawMapped(reference, streamOnly: false)
    if node.dtype.isHalf {
      let result = takeRegister()
      if operand.isConstant {
        let conversion = KernelIndex.convert(from: node.dtype.format, to: .f32)
        write(TileKernels.first, slot(ofRegister: result), operand.slot, immediate: conversion)
      } else {
        writeConversion(from: node.dtype.format, to: .f32, slot(ofRegister: result), operand.slot)
      }
      if register >= 0 { freeRegisters.append(register) }
      register = result
      operand.slot = slot(ofRegister: result)
    }
    mapped[reference]!.operand = operand
    mapped[reference]!.register = register
    return operand
  }

  mutating func inOrder(_ index: Int32, _ node: Node) -> UInt16 {
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

  mutating func constant(_ reference: Reference, _ node: Node) -> Operand {
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
        slot = newRegister()
        prologue.append(
          record(kernel(KernelIndex.convert(from: node.dtype.format, to: .f32), "convert"), slot, raw))
      } else {
        slot = raw
      }
    }
    if isFirst { states[Int(reference.node)].constantSlot = slot }
    if !isFirst { mapped[reference, default: MappedState()].operand = Operand(slot: slot, isConstant: true) }
    return Operand(slot: slot, isConstant: true)
  }

  /// The operand as a stream: a constant fills a tile.
  mutating func stream(_ operand: Operand, byteWidth: Int, temporaries: inout [Int32]) -> UInt16 {
    guard operand.isConstant else { return operand.slot }
    let register = takeRegister()
    temporaries.append(register)
    write(kernel(KernelIndex.fill(byteWidth: byteWidth), "fill"), slot(ofRegister: register), operand.slot)
    return slot(ofRegister: register)
  }

  /// Counts off a use; frees the register after the last.
  mutating func release(_ unresolved: Reference) {
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
}
