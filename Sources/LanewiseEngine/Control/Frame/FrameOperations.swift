import LanewiseKernelABI

/// Elementwise work in frames: one kernel an operation, of one element where the value is a scalar and there is such a
/// kernel, of whole vectors otherwise.
extension FrameScope {
  /// The kernel of one element for a node; nil if it has more elements, or there is none.
  func scalarKernel(_ index: Int) -> Kernel? {
    let node = graph.nodes[index]
    guard node.count == 1, node.kind.isElementwise, node.kind != .iota else { return nil }
    let from = graph.nodes[Int(node.a.node)].dtype
    switch node.kind {
    case .unary: return ScalarKernels.unary(UnaryOp(rawValue: node.operation)!, from.lane)
    case .binary: return ScalarKernels.binary(BinaryOp(rawValue: node.operation)!, from.lane)
    case .compare: return ScalarKernels.compare(comparison(node).op, from.lane)
    case .select: return ScalarKernels.select(byteWidth: node.dtype.byteWidth)
    case .convert where from.format != node.dtype.format:
      return ScalarKernels.convert(from: from.format, to: node.dtype.format)
    case .convert, .bitcast, .copy: return ScalarKernels.copy(byteWidth: node.dtype.byteWidth)
    default: return nil
    }
  }

  /// A comparison without `gt` and `ge`.
  func comparison(_ node: Node) -> (op: CompareOp, a: Reference, b: Reference) {
    switch CompareOp(rawValue: node.operation)! {
    case .gt: (.lt, node.b, node.a)
    case .ge: (.le, node.b, node.a)
    case let op: (op, node.a, node.b)
    }
  }

  func writeElementwise(_ index: Int) {
    let node = graph.nodes[index]
    if hasPartner[index] { return writePair(index) }
    if let kernel = scalarKernel(index) { return writeScalar(index, kernel) }
    switch node.kind {
    case .copy: writeCopy(index)
    case .bitcast: writeMove(index)
    case .convert where graph.nodes[Int(node.a.node)].dtype.format == node.dtype.format: writeMove(index)
    case .iota:
      let place = place(for: index)
      list(for: index).add(KernelTable.kernel(KernelIndex.iota(node.dtype.lane))!, place.slot, count: node.count)
      set(index, place)
    default: writeKernel(index)
    }
  }

  private func writeScalar(_ index: Int, _ kernel: @escaping Kernel) {
    let node = graph.nodes[index]
    var operands = (0..<Int(node.operandCount)).map { node.operand($0) }
    if node.kind == .compare {
      let comparison = comparison(node)
      operands = [comparison.a, comparison.b]
    }
    let slots = operands.map(elementSlot)
    let place = place(for: index)
    list(for: index).add(
      kernel, place.slot, slots[0], slots.count > 1 ? slots[1] : 0, slots.count > 2 ? slots[2] : 0,
      as: scalarOperation(index), isPassing: isPassing(index))
    set(index, place)
  }

  /// What a node does to its one element.
  private func scalarOperation(_ index: Int) -> ScalarOperation? {
    let node = graph.nodes[index]
    let from = graph.nodes[Int(node.a.node)].dtype
    switch node.kind {
    case .unary: return .unary(UnaryOp(rawValue: node.operation)!, from.lane)
    case .binary: return .binary(BinaryOp(rawValue: node.operation)!, from.lane)
    case .compare: return .compare(comparison(node).op, from.lane)
    case .select: return .select(node.dtype.lane)
    case .convert where from.format != node.dtype.format: return .convert(from: from.format, to: node.dtype.format)
    case .convert, .bitcast, .copy: return .copy(byteWidth: node.dtype.byteWidth)
    default: return nil
    }
  }

  /// The elements as they are.
  private func writeMove(_ index: Int) {
    let node = graph.nodes[index]
    let source = stream(node.a, node.count).slot
    let place = place(for: index)
    list(for: index).addMove(place.slot, source, node.count, node.dtype)
    set(index, place)
  }

  private func writeCopy(_ index: Int) {
    let node = graph.nodes[index]
    if node.a.map == Reference.inOrder { return writeMove(index) }
    let isUniform = graph.isUniform(node.a)
    let element = isUniform ? elementSlot(node.a) : 0
    let place = place(for: index)
    if isUniform {
      list(for: index).add(
        KernelTable.kernel(KernelIndex.fill(byteWidth: node.dtype.byteWidth))!, place.slot, element, count: node.count)
    } else {
      load(node.a, into: place.slot, node.count, list(for: index))
    }
    set(index, place)
  }

  // MARK: Kernels of whole vectors

  private func writeKernel(_ index: Int) {
    let node = graph.nodes[index]
    let from = graph.nodes[Int(node.a.node)].dtype
    var operands = (0..<Int(node.operandCount)).map { node.operand($0) }
    func constant(_ position: Int) -> Bool { node.count == 1 || isConstant(operands[position], node.count) }
    if node.kind == .fma, constant(0), !constant(1) { operands.swapAt(0, 1) }
    // The first operand has to be a stream, or one of the two of a binary operation.
    var isStream = operands.indices.map { !constant($0) }
    if node.kind == .binary || node.kind == .compare {
      if !isStream[0], !isStream[1] { isStream[0] = true }
    } else {
      isStream[0] = true
    }
    let entry: Int
    switch node.kind {
    case .unary: entry = KernelIndex.unary(UnaryOp(rawValue: node.operation)!, from.lane)
    case .binary:
      entry = KernelIndex.binary(
        BinaryOp(rawValue: node.operation)!, from.lane, isStream[0] ? (isStream[1] ? .rr : .rc) : .cr)
    case .compare:
      entry = KernelIndex.compare(
        CompareOp(rawValue: node.operation)!, from.lane, isStream[0] ? (isStream[1] ? .rr : .rc) : .cr)
    case .select:
      let form: SelectSources = isStream[1] ? (isStream[2] ? .rr : .rc) : isStream[2] ? .cr : .cc
      entry = KernelIndex.select(byteWidth: node.dtype.byteWidth, form)
    case .fma:
      let form: FMASources = isStream[1] ? (isStream[2] ? .rrr : .rrc) : isStream[2] ? .rcr : .rcc
      entry = KernelIndex.fma(from.lane, form)
    default: entry = KernelIndex.convert(from: from.format, to: node.dtype.format)
    }
    guard let kernel = KernelTable.kernel(entry) else {
      preconditionFailure("no kernel for \(TileCompiler.name(of: node, from.lane))")
    }
    let slots = operands.indices.map { position in
      !isStream[position]
        ? elementSlot(operands[position])
        : node.count == 1 ? splatSlot(operands[position]) : stream(operands[position], node.count).slot
    }
    var place = place(for: index)
    list(for: index).add(
      kernel, place.slot, slots[0], slots.count > 1 ? slots[1] : 0, slots.count > 2 ? slots[2] : 0, count: node.count)
    // Of a scalar every lane has been computed, but of complex numbers.
    place.isSplat = node.count == 1 && !from.isComplex && !node.dtype.isComplex
    set(index, place)
  }

  // MARK: Pairs

  /// The kernel that does the work of a node and of its operand at this position, if there is one.
  func pairKernel(_ index: Int, _ position: Int) -> Kernel? {
    let node = graph.nodes[index]
    let inner = graph.nodes[Int(node.operand(position).node)]
    guard node.kind == .binary, inner.kind == .binary, inner.dtype == node.dtype, inner.count == node.count,
      let first = PairOp(inner), let second = PairOp(node)
    else { return nil }
    if node.count == 1 { return ScalarPairs.kernel(first, second, valueIsFirst: position == 0, node.dtype.lane) }
    guard node.dtype == .float32 else { return nil }
    let a = isConstant(inner.a, node.count)
    let b = isConstant(inner.b, node.count)
    if a && b { return nil }
    let other = isConstant(node.operand(1 - position), node.count)
    let form: PairForm =
      position == 0
      ? (other ? .valueFirstConstant : .valueFirstStream) : (other ? .valueSecondConstant : .valueSecondStream)
    let sources: Sources = a ? (first.isCommutative ? .rc : .cr) : b ? .rc : .rr
    return KernelTable.kernel(KernelIndex.pair(first, sources, second, form))
  }

  private func writePair(_ index: Int) {
    let node = graph.nodes[index]
    let position = partner[Int(node.a.node)] == Int32(index) ? 0 : 1
    let inner = graph.nodes[Int(node.operand(position).node)]
    var operands = [inner.a, inner.b, node.operand(1 - position)]
    if node.count > 1, isConstant(inner.a, node.count), PairOp(inner)!.isCommutative { operands.swapAt(0, 1) }
    let slots = operands.map { isConstant($0, node.count) ? elementSlot($0) : stream($0, node.count).slot }
    let kernel = pairKernel(index, position)!
    let place = place(for: index)
    let operation =
      node.count == 1
      ? ScalarOperation.pair(PairOp(inner)!, PairOp(node)!, valueIsFirst: position == 0, node.dtype.lane) : nil
    list(for: index).add(
      kernel, place.slot, slots[0], slots[1], slots[2], count: node.count, as: operation, isPassing: isPassing(index))
    set(index, place)
  }
}
