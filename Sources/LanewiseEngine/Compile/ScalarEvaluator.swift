import LanewiseKernelABI

/// Computes an elementwise operation on scalars when compiling, with the kernels that would compute it later.
enum ScalarEvaluator {
  private static let elementStride = 16 * 16 + Record.padding

  /// The bits of the result, in its dtype's format; nil if there is no kernel.
  static func bits(of node: Node, in graph: Graph) -> UInt64? {
    withUnsafeTemporaryAllocation(byteCount: 5 * elementStride + 64, alignment: 64) { memory in
      let base = memory.baseAddress!
      func element(_ index: Int) -> UnsafeMutableRawPointer { base + index * elementStride }
      for index in 0..<Int(node.operandCount) {
        let operand = graph.nodes[Int(node.operand(index).node)]
        element(4).storeBytes(of: graph.scalars[Int(operand.payload)], as: UInt64.self)
        guard move(element(4), operand.dtype.format, to: element(index), operand.dtype.laneFormat) else { return nil }
      }
      let first = graph.nodes[Int(node.a.node)].dtype
      let entry: Int
      switch node.kind {
      case .unary: entry = KernelIndex.unary(UnaryOp(rawValue: node.operation)!, first.lane)
      case .binary: entry = KernelIndex.binary(BinaryOp(rawValue: node.operation)!, first.lane, .rr)
      case .compare: entry = KernelIndex.compare(CompareOp(rawValue: node.operation)!, first.lane, .rr)
      case .select: entry = KernelIndex.select(byteWidth: node.dtype.laneWidth, .rr)
      case .fma: entry = KernelIndex.fma(first.lane, .rrr)
      case .convert: entry = KernelIndex.convert(from: first.laneFormat, to: node.dtype.laneFormat)
      default: return nil
      }
      if node.kind == .convert, first.laneFormat == node.dtype.laneFormat {
        element(3).copyMemory(from: element(0), byteCount: 16)
      } else {
        guard let kernel = KernelTable.kernel(entry) else { return nil }
        call(kernel, element(3), element(0), element(1), element(2))
      }
      guard move(element(3), node.dtype.laneFormat, to: element(4), node.dtype.format) else { return nil }
      return element(4).loadBits(node.dtype.byteWidth)
    }
  }

  /// A scalar's bits in the format that it is computed with.
  static func laneBits(_ bits: UInt64, _ dtype: DType) -> UInt64 {
    guard dtype.isHalf else { return bits }
    return withUnsafeTemporaryAllocation(byteCount: 2 * elementStride, alignment: 64) { memory in
      let base = memory.baseAddress!
      base.storeBytes(of: bits, as: UInt64.self)
      guard move(base, dtype.format, to: base + elementStride, .f32) else { return 0 }
      return (base + elementStride).loadBits(4)
    }
  }

  private static func move(
    _ source: UnsafeMutableRawPointer, _ from: Format, to result: UnsafeMutableRawPointer, _ to: Format
  ) -> Bool {
    if from == to {
      result.copyMemory(from: source, byteCount: 16)
      return true
    }
    guard let kernel = KernelTable.kernel(KernelIndex.convert(from: from, to: to)) else { return false }
    call(kernel, result, source, source, source)
    return true
  }

  private static func call(
    _ kernel: Kernel, _ result: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
    _ c: UnsafeMutableRawPointer
  ) {
    withUnsafeTemporaryAllocation(byteCount: Record.byteCount + 4 * 8, alignment: 8) { memory in
      let record = memory.baseAddress!
      let slots = record + Record.byteCount
      record.writeRecord(kernel, result: 0, 1, 2, 3)
      slots.storeBytes(of: result, as: UnsafeMutableRawPointer.self)
      slots.storeBytes(of: a, toByteOffset: 8, as: UnsafeMutableRawPointer.self)
      slots.storeBytes(of: b, toByteOffset: 16, as: UnsafeMutableRawPointer.self)
      slots.storeBytes(of: c, toByteOffset: 24, as: UnsafeMutableRawPointer.self)
      // A program is the same, whatever the mode that it is compiled in.
      FloatingMode.ieee.during { kernel(record, slots, 1) }
    }
  }
}
