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

  /// Elements up to which columns are folded so: then the order is the one that frames and executables have, too.
  private static let mostInColumns = 128

  /// The middle dimension of `(outer, reduce, inner)` folded, with the bits that an executable gives; nil where it
  /// takes more than a few calls of kernels.
  ///
  /// Rows are folded elementwise, as many side by side as is a power of two; then the halves onto each other, and on
  /// the way the rows that were too few for a whole pack.
  package static func foldColumns(
    _ op: FoldOp, _ x: Storage, _ dtype: DType, outer: Int, reduce: Int, inner: Int
  ) -> Storage? {
    let count = outer &* reduce &* inner
    guard count > 0, reduce > 1, inner > 1, count <= mostInColumns, !dtype.isHalf, !dtype.isComplex,
      let combine = KernelTable.kernel(KernelIndex.binary(op.binary, dtype.lane, .rr))
    else { return nil }
    let width = dtype.byteWidth
    let fill = found(KernelIndex.fill(byteWidth: width))
    let row = inner &* width
    let pack = reduce.roundedDownToPowerOfTwo
    let rest = reduce - pack
    let result = Storage(byteCount: outer &* row)
    let sums = Storage(byteCount: max(8, pack &* row))
    for number in 0..<outer {
      sums.address.storeBytes(of: op.identityBits(dtype), as: UInt64.self)
      call(fill, sums.address, sums.address, pack &* inner, immediate: 0)
      var next = x.address + number &* reduce &* row
      func add(_ rows: Int) {
        call(combine, sums.address, sums.address, next, rows &* inner)
        next += rows &* row
      }
      add(pack)
      var half = pack / 2
      while half > 0 {
        call(combine, sums.address, sums.address, sums.address + half &* row, half &* inner)
        if rest & half != 0 { add(half) }
        half /= 2
      }
      (result.address + number &* row).copyMemory(from: sums.address, byteCount: row)
    }
    return result
  }

  /// One call of a kernel of two operands.
  @inline(__always)
  private static func call(
    _ kernel: @escaping Kernel, _ result: UnsafeMutableRawPointer, _ x: UnsafeMutableRawPointer,
    _ y: UnsafeMutableRawPointer, _ count: Int
  ) {
    withUnsafeTemporaryAllocation(byteCount: Record.byteCount + 3 * 8, alignment: 8) { memory in
      let record = memory.baseAddress.unsafelyUnwrapped
      let slots = record + Record.byteCount
      record.writeRecord(kernel, result: 0, 1, 2)
      slots.storeBytes(of: result, as: UnsafeMutableRawPointer.self)
      slots.storeBytes(of: x, toByteOffset: 8, as: UnsafeMutableRawPointer.self)
      slots.storeBytes(of: y, toByteOffset: 16, as: UnsafeMutableRawPointer.self)
      kernel(record, slots, count)
    }
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
