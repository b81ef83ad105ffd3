import LanewiseKernelABI

/// Elements of an array at the places that indices name, as an instruction of a tile: what is taken is computed with
/// where it is used, and so are the indices.
extension TileCompiler {
  mutating func emitTake(_ index: Int32, _ node: Node) {
    let take = graph.takes[Int(node.payload)]
    let width = node.dtype.byteWidth
    let source = bufferStart(node.a.node)
    var temporaries: [Int32] = []
    let places =
      take.length > 1
      ? bufferStart(node.b.node) : stream(operand(node.b), byteWidth: 4, temporaries: &temporaries)
    releaseOperands(of: node) { $0 >= width }
    let result = beginResult(index, node)
    write(
      take.length > 1 ? TileKernels.takeRows(byteWidth: width) : TileKernels.take(byteWidth: width), result, source,
      places, immediate: detail(take))
    releaseOperands(of: node) { $0 < width }
    freeRegisters.append(contentsOf: temporaries)
    // A place in memory each, or a run of it.
    cost += take.length > 1 ? 0.5 + 4 / Double(take.length) : 1.5
    endResult(index, node)
  }
}

extension TileKernels {
  /// result = the elements of a at the places that the int32 stream b names; the immediate is the address of a ``Take``.
  static func take(byteWidth: Int) -> Kernel {
    switch byteWidth {
    case 1: { TileKernels.take(UInt8.self, $0, $1, $2) }
    case 2: { TileKernels.take(UInt16.self, $0, $1, $2) }
    case 4: { TileKernels.take(UInt32.self, $0, $1, $2) }
    default: { TileKernels.take(UInt64.self, $0, $1, $2) }
    }
  }

  /// result = the rows of a that the int32 array b names; the immediate is the address of a ``Take``.
  static func takeRows(byteWidth: Int) -> Kernel {
    switch byteWidth {
    case 1: { TileKernels.takeRows(UInt8.self, $0, $1, $2) }
    case 2: { TileKernels.takeRows(UInt16.self, $0, $1, $2) }
    case 4: { TileKernels.takeRows(UInt32.self, $0, $1, $2) }
    default: { TileKernels.takeRows(UInt64.self, $0, $1, $2) }
    }
  }

  @inline(__always)
  private static func take<T: BitwiseCopyable & FixedWidthInteger>(
    _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    let take = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<Take>.self).pointee
    let result = address(record, slots, Record.result).assumingMemoryBound(to: T.self)
    let source = UnsafePointer(address(record, slots, Record.operands).assumingMemoryBound(to: T.self))
    let indices = address(record, slots, Record.operands + 2).assumingMemoryBound(to: Int32.self)
    take.elements(of: source, at: indices, to: result, count)
  }

  @inline(__always)
  private static func takeRows<T: BitwiseCopyable & FixedWidthInteger>(
    _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    let take = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<Take>.self).pointee
    let result = address(record, slots, Record.result).assumingMemoryBound(to: T.self)
    let source = UnsafePointer(address(record, slots, Record.operands).assumingMemoryBound(to: T.self))
    let indices = address(record, slots, Record.operands + 2).assumingMemoryBound(to: Int32.self)
    take.rows(of: source, at: indices, from: slots.load(as: Int.self), to: result, count)
  }
}
