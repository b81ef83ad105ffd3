import LanewiseKernelABI

/// A padded array as an instruction of a tile, computed where it is used: the derivative of a slice.
extension TileCompiler {
  mutating func emitPad(_ index: Int32, _ node: Node) {
    let map = graph.maps[Int(node.a.map)]
    let pad = graph.pads[Int(node.payload)]
    if let permutation = RowPermutation(pad, of: map.collapsed, byteWidth: node.dtype.byteWidth) {
      write(TileKernels.permute, beginResult(index, node), bufferStart(node.a.node), immediate: detail(permutation))
      cost += 0.5
      return endResult(index, node)
    }
    let padded = TileKernels.Padded(map: map.collapsed, pad: pad)
    var result = beginResult(index, node)
    var register: UInt16 = 0
    if states[Int(index)].register >= 0, map.isContiguous, padded.pad.layout.step == 1 {
      // The slot moves to the array where a tile has no padding, and else to the register.
      register = result
      result = newSlot()
      registers.append(TileProgram.Register(slot: Int32(result), index: states[Int(index)].register))
      states[Int(index)].slot = result
    }
    write(
      TileKernels.pad(byteWidth: node.dtype.byteWidth), result, bufferStart(node.a.node), register,
      immediate: detail(padded))
    cost += 0.5
    endResult(index, node)
  }
}

extension TileKernels {
  /// What is padded: elements of the block in slot a, as the map shows them.
  struct Padded {
    let map: CollapsedMap
    let pad: Pad
  }

  /// The operand that names a register.
  private static let register = Record.operands + 2

  /// result = the elements of the array that the immediate's address tells of, and padding. If b is a slot, too, that of a
  /// register, the result's is set: to the array where there is no padding, else to the register.
  static func pad(byteWidth: Int) -> Kernel {
    switch byteWidth {
    case 1: { TileKernels.pad(UInt8.self, $0, $1, $2) }
    case 2: { TileKernels.pad(UInt16.self, $0, $1, $2) }
    case 4: { TileKernels.pad(UInt32.self, $0, $1, $2) }
    default: { TileKernels.pad(UInt64.self, $0, $1, $2) }
    }
  }

  @inline(__always)
  private static func pad<T: BitwiseCopyable & FixedWidthInteger>(
    _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    let padded = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<Padded>.self)
    let map = UnsafeRawPointer(padded).assumingMemoryBound(to: CollapsedMap.self)
    let source = UnsafePointer(address(record, slots, Record.operands).assumingMemoryBound(to: T.self))
    let start = slots.load(as: Int.self)
    if record.load(fromByteOffset: register, as: UInt16.self) != 0 {
      let run = padded.pointee.pad.layout.run(from: start, count)
      let place = run.map { UnsafeRawPointer(source + padded.pointee.map.offset + $0) }
      let slot = Int(record.load(fromByteOffset: Record.result, as: UInt16.self))
      UnsafeMutableRawPointer(mutating: slots).storeBytes(
        of: place ?? UnsafeRawPointer(address(record, slots, register)), toByteOffset: slot &* 8,
        as: UnsafeRawPointer.self)
      if run != nil { return }
    }
    LanewiseEngine.pad(
      padded.pointee.pad.layout, T(truncatingIfNeeded: padded.pointee.pad.fill),
      address(record, slots, Record.result).assumingMemoryBound(to: T.self), from: start, count,
      of: map.pointee.isInOrder ? source + map.pointee.offset : nil
    ) { place, target, count in
      load(map, place, target, source, count)
    }
  }
}
