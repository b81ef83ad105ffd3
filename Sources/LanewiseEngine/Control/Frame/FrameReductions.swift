import LanewiseKernelABI

/// Reductions in frames. Folds of floating point depend on their order, which is that of ``TileProgram``.
extension FrameScope {
  func writeReduction(_ index: Int) {
    let node = graph.nodes[index]
    let reduction = graph.reductions[Int(node.payload)]
    let op = FoldOp(rawValue: node.operation)!
    let source = stream(node.a, reduction.outer * reduction.reduce * reduction.inner)
    if reduction.inner > 1 { return writeColumns(index, op, reduction, source) }
    let list = list(for: index)
    let place = place(for: index)
    if reduction.outer == 1 {
      // Into the identity.
      let identity = FrameScope.identity(op, node.dtype, writer)
      list.addMove(place.slot, identity, 1, node.dtype)
      list.add(
        KernelTable.kernel(KernelIndex.fold(op, node.dtype.lane))!, place.slot, source.slot, count: reduction.reduce)
    } else {
      list.add(
        KernelTable.kernel(KernelIndex.foldRows(op, node.dtype.lane))!, place.slot, source.slot,
        count: reduction.outer * reduction.reduce, immediate: reduction.reduce)
    }
    set(index, place)
  }

  /// A slot of one element that changes no fold.
  private static func identity(_ op: FoldOp, _ dtype: DType, _ writer: FrameWriter) -> UInt16 {
    guard dtype == .complex128 else { return writer.scalar(op.identityBits(dtype), dtype).slot }
    let storage = Storage(byteCount: 16)
    storage.address.storeBytes(of: SIMD2(op.identityBits(dtype), 0), as: SIMD2<UInt64>.self)
    return writer.constant(storage).slot
  }

  /// Rows folded elementwise, as many side by side as is a power of two; then the halves onto each other, and on the
  /// way the rows that were too few for a whole pack.
  private func writeColumns(_ index: Int, _ op: FoldOp, _ reduction: Reduction, _ source: FrameValue) {
    let node = graph.nodes[index]
    let list = list(for: index)
    let width = node.dtype.byteWidth
    let inner = reduction.inner
    let pack = reduction.reduce.roundedDownToPowerOfTwo
    let rest = reduction.reduce - pack
    let fill = KernelTable.kernel(KernelIndex.fill(byteWidth: width))!
    let combine = KernelTable.kernel(KernelIndex.binary(op.binary, node.dtype.lane, .rr))!
    let identity = FrameScope.identity(op, node.dtype, writer)
    let place = place(for: index)
    for outer in 0..<reduction.outer {
      let sums = writer.place(pack * inner, node.dtype, isLasting: true)
      var row = outer * reduction.reduce
      func add(_ rows: Int) {
        let from = writer.slot(source, byteOffset: row * inner * width)
        list.add(combine, sums.slot, sums.slot, from, count: rows * inner)
        row += rows
      }
      list.add(fill, sums.slot, identity, count: pack * inner)
      add(pack)
      var half = pack / 2
      while half > 0 {
        let upper = writer.slot(sums, byteOffset: half * inner * width)
        list.add(combine, sums.slot, sums.slot, upper, count: half * inner)
        if rest & half != 0 { add(half) }
        half /= 2
      }
      let result = writer.slot(place, byteOffset: outer * inner * width)
      list.addMove(result, sums.slot, inner, node.dtype)
    }
    set(index, place)
  }
}
