import LanewiseKernelABI

/// Steps that read their operands as they lie, or become nodes.
extension Simplifier {
  /// The product that reads an operand transposed, if what it has is an array's transpose: BLAS reads it as it lies.
  func turned(_ step: any Step, _ index: Int, _ reference: Reference) -> DotStep? {
    guard reference.map >= 0, let dot = step as? DotStep else { return nil }
    let map = graph.maps[Int(reference.map)]
    guard map.shape.count == graph.nodes[Int(reference.node)].count else { return nil }
    return dot.turned(index, map.collapsed)
  }

  /// An operand that a node reads here and there: by a map even where that is the identity, for it has not as many
  /// elements as the node.
  mutating func whole(_ reference: Reference, _ type: AbstractArray) -> Reference {
    Reference(node: reference.node, map: intern(graph.map(of: reference, shape: type.shape)))
  }

  /// Rows shorter than this are joined by a step, but for those that a kernel permutes: here each of their parts is a copy
  /// of its own.
  private static let shortestJoinedRow = 64

  /// The node that a step is which only moves elements.
  mutating func move(_ step: any Step, _ instruction: Program.Instruction) -> Reference? {
    if let step = step as? ConcatenateStep { return join(step, instruction) }
    if let step = step as? PadStep { return pad(step, instruction) }
    if let step = step as? GatherStep { return take(step, instruction) }
    return nil
  }

  private mutating func join(_ step: ConcatenateStep, _ instruction: Program.Instruction) -> Reference? {
    guard instruction.operandCount == 2 else { return nil }
    let type = program.types[Int(instruction.resultStart)]
    let inner = (step.axis + 1..<max(step.axis + 1, type.rank)).reduce(1) { $0 * type.shape[$1] }
    let (first, firstType) = operand(instruction, 0)
    let (second, secondType) = operand(instruction, 1)
    let join = Join(row: type.shape[step.axis] * inner, first: firstType.shape[step.axis] * inner)
    guard firstType.count > 0, secondType.count > 0, !type.dtype.isHalf, !isScalar(first), !isScalar(second) else {
      return nil
    }
    if join.row < Simplifier.shortestJoinedRow {
      let maps = [graph.map(of: first, shape: firstType.shape), graph.map(of: second, shape: secondType.shape)]
      guard first.node == second.node,
        RowPermutation(join, maps[0].collapsed, maps[1].collapsed, byteWidth: type.dtype.byteWidth) != nil
      else { return nil }
    }
    return moved(.join, graph.joins.number(of: join), whole(first, firstType), whole(second, secondType), type)
  }

  /// Rows shorter than this are padded by a step, but for those that a kernel permutes: here each is looked at.
  private static let shortestPaddedRow = 16

  private mutating func pad(_ step: PadStep, _ instruction: Program.Instruction) -> Reference? {
    let type = program.types[Int(instruction.resultStart)]
    var (source, sourceType) = operand(instruction, 0)
    var step = step
    if let cut = step.cut(sourceType.shape) {
      source = viewed(source, sourceType, cut.view)
      (step, sourceType) = (cut.step, sourceType.with(shape: cut.view.shape))
      if cut.view.shape == type.shape { return source }
    }
    let value = operand(instruction, 1).0
    guard type.count > 1, sourceType.count > 0, !type.dtype.isHalf, type.dtype.byteWidth <= 8, isScalar(value) else {
      return nil
    }
    var layout = PadLayout(step, source: sourceType.shape, result: type.shape)
    let inner = made(source, .pad, 0)
    if let inner, graph.pads[Int(inner.payload)].fill == scalarBits(value),
      let both = layout.composed(with: graph.pads[Int(inner.payload)].layout)
    {
      let map = graph.maps[Int(inner.a.map)]
      (layout, source, sourceType) = (both, inner.a, sourceType.with(shape: map.shape))
    }
    let map = graph.map(of: source, shape: sourceType.shape).collapsed
    let isPermuted =
      !isScalar(source)
      && RowPermutation(Pad(layout: layout, fill: 0), of: map, byteWidth: type.dtype.byteWidth) != nil
    guard isPermuted || layout.row >= Simplifier.shortestPaddedRow else { return nil }
    if isScalar(source) { source = .inOrder(copy(source, sourceType)) }
    var fill = scalarBits(value)
    let negated = made(source, .unary, UnaryOp.neg.rawValue)
    if let negated, let bits = ScalarEvaluator.bits(of: negation(of: value, []), in: graph) {
      // Negated behind the padding it may become a difference, and the array itself may be there already.
      (source, fill) = (negated.a, bits)
    }
    func padded(_ array: Reference, _ fill: UInt64) -> Reference {
      moved(.pad, graph.pads.number(of: Pad(layout: layout, fill: fill)), whole(array, sourceType), nil, type)
    }
    let result: Reference
    if var product = made(source, .binary, BinaryOp.mul.rawValue), let own = fillBefore(product, fill) {
      // The product of an array in memory and a number: of the padded array, nothing is stored in between.
      if isScalar(product.a) { product.b = padded(product.b, own) } else { product.a = padded(product.a, own) }
      (product.count, product.shape) = (type.count, type.shape)
      result = .inOrder(shared(product))
    } else {
      result = padded(source, fill)
    }
    return negated == nil ? result : .inOrder(shared(negation(of: result, type.shape)))
  }

  /// The bits of which the product's number makes those of the padding, if its other operand is there before; nil if there
  /// are none.
  private mutating func fillBefore(_ product: Node, _ fill: UInt64) -> UInt64? {
    let (array, number) = isScalar(product.a) ? (product.b, product.a) : (product.a, product.b)
    let kind = graph.nodes[Int(array.node)].kind
    guard product.dtype.isFloating, isScalar(number), kind == .input || kind == .constant else { return nil }
    let sign: UInt64 = 1 << (8 * product.dtype.byteWidth - 1)
    return [fill, fill ^ sign].first {
      var scaled = product
      (scaled.a, scaled.b) = (.inOrder(scalar($0, product.dtype)), number)
      (scaled.count, scaled.shape) = (1, [])
      return ScalarEvaluator.bits(of: scaled, in: graph) == fill
    }
  }

  private func negation(of reference: Reference, _ shape: Shape) -> Node {
    Node(
      kind: .unary, operation: UnaryOp.neg.rawValue, dtype: graph.nodes[Int(reference.node)].dtype, operandCount: 1,
      a: reference, count: shape.count, shape: shape)
  }

  /// The node of an instruction that moves elements of a and b, of a as b says, or of a alone.
  mutating func moved(
    _ kind: Node.Kind, _ number: Int32, _ a: Reference, _ b: Reference?, _ type: AbstractArray
  ) -> Reference {
    .inOrder(
      shared(
        Node(
          kind: kind, dtype: type.dtype, operandCount: b == nil ? 1 : 2, payload: number, a: a,
          b: b ?? Reference(node: -1, map: 0), count: type.count, shape: type.shape)))
  }
}

extension Array where Element: Equatable {
  /// The place of an element, which is appended if it is not there yet.
  mutating func number(of element: Element) -> Int32 {
    if let place = firstIndex(of: element) { return Int32(place) }
    append(element)
    return Int32(count - 1)
  }
}

extension PadStep {
  /// A slice, and the padding of that, where this one cuts elements away.
  fileprivate func cut(_ source: Shape) -> (view: IndexMap, step: PadStep)? {
    guard low.contains(where: { $0 < 0 }) || high.contains(where: { $0 < 0 }), interior.allSatisfy({ $0 == 0 }) else {
      return nil
    }
    let shape = Shape((0..<source.rank).map { source[$0] + min(low[$0], 0) + min(high[$0], 0) })
    guard shape.dims.allSatisfy({ $0 > 0 }) else { return nil }
    let strides = source.strides
    let offset = low.indices.reduce(0) { $0 + max(-low[$1], 0) * strides[$1] }
    return (
      IndexMap(shape: shape, strides: (0..<source.rank).map { strides[$0] }, offset: offset),
      PadStep(low: low.map { max($0, 0) }, high: high.map { max($0, 0) }, interior: interior)
    )
  }
}
