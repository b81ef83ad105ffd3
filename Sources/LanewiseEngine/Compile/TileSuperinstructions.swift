import LanewiseKernelABI

/// Two operations in one pass: a cheap one is deferred until its only user comes, which looks for a kernel that does
/// both.
extension TileCompiler {
  /// A cheap operation whose only user can do it in the same pass.
  func canDefer(_ index: Int32, _ node: Node) -> Bool {
    if node.kind == .compare { return canDeferComparison(index, node) }
    let state = states[Int(index)]
    guard state.uses == 1, !grouping.isStored[Int(index)], node.dtype.lane == .f32 || node.dtype.lane == .f64,
      let first = PairOp(node), graph.nodes[Int(node.a.node)].dtype.lane == node.dtype.lane
    else { return false }
    if node.operandCount == 2, isConstant(node.a), isConstant(node.b) { return false }
    if node.operandCount == 1, isConstant(node.a) { return false }
    let user = graph.nodes[Int(state.user)]
    if user.kind == .select { return canDefer(mirror: index, of: user) }
    if deferredOperand(of: node) != nil {
      // What is deferred already becomes a pair with this one, unless a fold takes them all.
      let end = user.kind == .reduce ? index : state.user
      return isOnlySummed(end) && fusedFold(end, .sum, before: user.kind == .reduce ? nil : index) != nil
    }
    // A user that stands for another node's bits in a new dtype is no pair.
    guard
      resolve(user.operand(0)) == .inOrder(index)
        || user.operandCount > 1 && resolve(user.operand(1)) == .inOrder(index)
    else { return false }
    if user.kind == .reduce {
      return program.layout.mode == .rows && fusedFold(index, FoldOp(rawValue: user.operation)!) != nil
    }
    guard node.dtype.lane == .f32, user.dtype.lane == .f32, let second = PairOp(user) else { return false }
    return KernelTable.kernel(KernelIndex.pair(first, .rr, second, second.isUnary ? .unary : .valueFirstStream)) != nil
  }

  func isConstant(_ unresolved: Reference) -> Bool {
    let reference = resolve(unresolved)
    if graph.isUniform(reference) { return program.layout.count != 1 || reference.map != Reference.inOrder }
    guard reference.map >= 0 else { return false }
    let map = graph.maps[Int(reference.map)].collapsed
    return map.innerStride == 0 && program.layout.isRowOperand(map)
  }

  func deferred(_ unresolved: Reference) -> Int32? {
    let reference = resolve(unresolved)
    guard reference.map == Reference.inOrder else { return nil }
    let state = states[Int(reference.node)]
    return state.group == group && state.isDeferred ? reference.node : nil
  }

  /// The operand that is deferred, if one is, and its place.
  func deferredOperand(of node: Node) -> (node: Int32, position: Int)? {
    for position in 0..<Int(node.operandCount) {
      if let inner = deferred(node.operand(position)) { return (inner, position) }
    }
    return nil
  }

  mutating func emitPair(_ index: Int32, _ node: Node) -> Bool {
    guard let second = PairOp(node), node.dtype.lane == .f32 else { return false }
    guard let (inner, position) = deferredOperand(of: node) else { return false }
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
    if first == .mul, second == .add, form == .rr, other.isConstant {
      writeHornerStep(kernel, innerNode, a.slot, b.slot, other.slot, to: result)
    } else {
      write(kernel, result, a.slot, b.slot, other.slot)
    }
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
    case .unary:
      switch UnaryOp(rawValue: node.operation)! {
      case .square: self = .square
      case .sqrt: self = .sqrt
      case .abs: self = .abs
      default: return nil
      }
    default: return nil
    }
  }
}
