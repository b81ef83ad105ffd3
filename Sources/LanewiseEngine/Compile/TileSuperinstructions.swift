import LanewiseKernels

/// Two operations in one pass: a cheap one is deferred until its only user comes, which looks for a kernel that does
/// both.
extension TileCompiler {
  /// A cheap operation whose only user can do it in the same pass.
  func canDefer(_ index: Int32, _ node: Node) -> Bool {
    let state = states[Int(index)]
    guard state.uses == 1, !grouping.isStored[Int(index)], node.dtype.lane == .f32 || node.dtype.lane == .f64,
      let first = PairOp(node)
    else { return false }
    for position in 0..<Int(node.operandCount) {
      let source = resolve(node.operand(position))
      // What is deferred already becomes a pair with this one.
      if source.map == Reference.inOrder, states[Int(source.node)].group == group, states[Int(source.node)].isDeferred {
        return false
      }
    }
    if node.operandCount == 2, isConstant(node.a), isConstant(node.b) { return false }
    if node.operandCount == 1, isConstant(node.a) { return false }
    let user = graph.nodes[Int(state.user)]
    // A user that stands for another node's bits in a new dtype is no pair.
    guard
      resolve(user.operand(0)) == .inOrder(index)
        || user.operandCount > 1 && resolve(user.operand(1)) == .inOrder(index)
    else { return false }
    if user.kind == .reduce {
      return program.layout.mode == .rows && foldMapEntry(node, FoldOp(rawValue: user.operation)!) != nil
    }
    guard node.dtype.lane == .f32, user.dtype.lane == .f32, let second = PairOp(user) else { return false }
    return KernelTable.kernel(KernelIndex.pair(first, .rr, second, second.isUnary ? .unary : .valueFirstStream)) != nil
  }

  func isConstant(_ unresolved: Reference) -> Bool {
    let reference = resolve(unresolved)
    if graph.isUniform(reference) { return program.layout.count != 1 || reference.map != Reference.inOrder }
    return reference.map >= 0 && program.layout.hasRowOperands
      && graph.maps[Int(reference.map)].collapsed.innerStride == 0
      && !graph.nodes[Int(reference.node)].dtype.isHalf
  }

  func deferred(_ unresolved: Reference) -> Int32? {
    let reference = resolve(unresolved)
    guard reference.map == Reference.inOrder else { return nil }
    let state = states[Int(reference.node)]
    return state.group == group && state.isDeferred ? reference.node : nil
  }

  mutating func emitPair(_ index: Int32, _ node: Node) -> Bool {
    guard let second = PairOp(node), node.dtype.lane == .f32 else { return false }
    let position: Int
    if deferred(node.a) != nil {
      position = 0
    } else if node.operandCount > 1, deferred(node.b) != nil {
      position = 1
    } else {
      return false
    }
    let inner = deferred(node.operand(position))!
    let innerNode = graph.nodes[Int(inner)]
    let first = PairOp(innerNode)!
    var (a, b, form) = binaryOperands(innerNode)
    if form == .cr, first.isCommutative {
      swap(&a, &b)
      form = .rc
    }
    var other = Operand(slot: 0, isConstant: false)
    let pairForm: PairForm
    if second.isUnary {
      pairForm = .unary
    } else {
      other = operand(node.operand(1 - position))
      pairForm =
        position == 0
        ? (other.isConstant ? .valueFirstConstant : .valueFirstStream)
        : (other.isConstant ? .valueSecondConstant : .valueSecondStream)
    }
    guard let kernel = KernelTable.kernel(KernelIndex.pair(first, form, second, pairForm)) else { return false }
    states[Int(inner)].isDeferred = false
    releaseOperands(of: innerNode) { _ in true }
    if !second.isUnary { release(node.operand(1 - position)) }
    let result = beginResult(index, node)
    write(kernel, result, a.slot, b.slot, other.slot)
    cost += 0.07
    endResult(index, node)
    return true
  }

  mutating func binaryOperands(_ node: Node) -> (Operand, Operand, Sources) {
    let a = operand(node.a)
    guard node.operandCount > 1 else { return (a, Operand(slot: 0, isConstant: false), .rr) }
    let b = operand(node.b)
    return (a, b, sources(a, b))
  }

  func foldMapEntry(_ node: Node, _ fold: FoldOp) -> Int? {
    let entry: Int
    switch node.kind {
    case .unary: entry = KernelIndex.foldMap(fold, node.dtype.lane, UnaryOp(rawValue: node.operation)!)
    case .binary:
      let form: Sources = isConstant(node.a) ? .cr : isConstant(node.b) ? .rc : .rr
      entry = KernelIndex.foldMap(fold, node.dtype.lane, BinaryOp(rawValue: node.operation)!, form)
    default: return nil
    }
    return KernelTable.kernel(entry) == nil ? nil : entry
  }
}

extension PairOp {
  /// The operator that a node is, if it is one that pairs are made of.
  init?(_ node: Node) {
    switch node.kind {
    case .binary:
      switch BinaryOp(rawValue: node.operation)! {
      case .add: self = .add
      case .sub: self = .sub
      case .mul: self = .mul
      case .div: self = .div
      case .max: self = .max
      case .min: self = .min
      default: return nil
      }
    case .unary where node.operation == UnaryOp.square.rawValue: self = .square
    default: return nil
    }
  }
}
