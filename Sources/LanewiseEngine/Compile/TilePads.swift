import LanewiseKernelABI

/// A padded array as an instruction of a tile, computed where it is used: the derivative of a slice.
extension TileCompiler {
  mutating func emitPad(_ index: Int32, _ node: Node) {
    let result = beginResult(index, node)
    let padded = TileKernels.Padded(map: graph.maps[Int(node.a.map)].collapsed, pad: graph.pads[Int(node.payload)])
    write(
      TileKernels.pad(byteWidth: node.dtype.byteWidth), result, bufferStart(node.a.node), immediate: detail(padded))
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

  /// result = the elements of the array that the immediate's address tells of, and padding.
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
    LanewiseEngine.pad(
      padded.pointee.pad.layout, T(truncatingIfNeeded: padded.pointee.pad.fill),
      address(record, slots, Record.result).assumingMemoryBound(to: T.self), from: slots.load(as: Int.self), count
    ) { place, target, count in
      load(map, place, target, source, count)
    }
  }
}
