import LanewiseKernelABI

extension Direct {
  /// Each row of `length` elements folded to one, with the bits that an executable gives; nil where it takes more than
  /// calls of a kernel: for half precision, no elements, as many as the workers share, or what has no kernel.
  package static func fold(_ op: FoldOp, _ x: Storage, _ dtype: DType, rows: Int, length: Int) -> Storage? {
    let count = rows &* length
    guard count > 0, count <= TileLayout.chunk, !dtype.isHalf,
      let whole = KernelTable.kernel(KernelIndex.fold(op, dtype.lane)),
      let several = KernelTable.kernel(KernelIndex.foldRows(op, dtype.lane))
    else { return nil }
    let layout = TileLayout(
      count: count, reduction: Reduction(outer: rows, reduce: length, inner: 1), innerExtent: 0, mapCount: 0)
    let width = dtype.byteWidth
    let result = Storage(byteCount: rows &* width)
    if layout.mode == .linear {
      // Tiles of whole rows.
      var start = 0
      while start < count {
        call(
          several, result.address + start / length &* width, x.address + start &* width,
          min(layout.tile, count &- start), immediate: length)
        start &+= layout.tile
      }
      return result
    }
    let identity = op.identityBits(dtype)
    for row in 0..<rows {
      let total = result.address + row &* width
      withUnsafeBytes(of: (identity, UInt64(0))) { total.copyMemory(from: $0.baseAddress!, byteCount: width) }
      var start = 0
      while start < length {
        call(
          whole, total, x.address + (row &* length &+ start) &* width, min(layout.tile, length &- start), immediate: 0)
        start &+= layout.tile
      }
    }
    return result
  }

  /// One call of a kernel of one operand.
  @inline(__always)
  private static func call(
    _ kernel: @escaping Kernel, _ result: UnsafeMutableRawPointer, _ x: UnsafeMutableRawPointer, _ count: Int,
    immediate: Int
  ) {
    withUnsafeTemporaryAllocation(byteCount: Record.byteCount + 2 * 8, alignment: 8) { memory in
      let record = memory.baseAddress.unsafelyUnwrapped
      let slots = record + Record.byteCount
      record.writeRecord(kernel, result: 0, 1, immediate: immediate)
      slots.storeBytes(of: result, as: UnsafeMutableRawPointer.self)
      slots.storeBytes(of: x, toByteOffset: 8, as: UnsafeMutableRawPointer.self)
      kernel(record, slots, count)
    }
  }
}
