import LanewiseKernelABI

/// Padding as a node: a group computes it where it is used.
extension Simplifier {
  /// Rows shorter than this are padded by a step, but for those that a kernel permutes: here each is looked at.
  private static let shortestPaddedRow = 16

  mutating func pad(_ step: PadStep, _ instruction: Program.Instruction) -> Reference? {
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
    if let inner = made(source, .pad, 0), graph.pads[Int(inner.payload)].fill == scalarBits(value),
      let both = layout.composed(with: graph.pads[Int(inner.payload)].layout)
    {
      let map = graph.maps[Int(inner.a.map)]
      (layout, source, sourceType) = (both, inner.a, sourceType.with(shape: map.shape))
    }
    if layout.row < Simplifier.shortestPaddedRow, !isPermuted(source, sourceType, layout) {
      // Rows that a kernel permutes, and then padding of others around these.
      guard let (inner, outer) = step.apart else { return nil }
      let last = type.rank - 1
      let rows = Shape((0..<type.rank).map { $0 == last ? type.shape[last] : sourceType.shape[$0] })
      let within = PadLayout(inner, source: sourceType.shape, result: rows)
      layout = PadLayout(outer, source: rows, result: type.shape)
      guard layout.row >= Simplifier.shortestPaddedRow, isPermuted(source, sourceType, within) else { return nil }
      source = padded(source, sourceType, within, scalarBits(value), type.with(shape: rows))
      sourceType = type.with(shape: rows)
    }
    if isScalar(source) { source = .inOrder(copy(source, sourceType)) }
    return padded(source, sourceType, layout, scalarBits(value), type)
  }

  private func isPermuted(_ source: Reference, _ type: AbstractArray, _ layout: PadLayout) -> Bool {
    let map = graph.map(of: source, shape: type.shape).collapsed
    return !isScalar(source)
      && RowPermutation(Pad(layout: layout, fill: 0), of: map, byteWidth: type.dtype.byteWidth) != nil
  }

  /// The padded array, behind whose padding is done what may be done there.
  private mutating func padded(
    _ source: Reference, _ sourceType: AbstractArray, _ layout: PadLayout, _ fill: UInt64, _ type: AbstractArray
  ) -> Reference {
    var (source, fill) = (source, fill)
    let value = Reference.inOrder(scalar(fill, type.dtype))
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
}

extension PadStep {
  /// The padding of the last axis, and that of the others behind it; nil if there is not both.
  fileprivate var apart: (inner: PadStep, outer: PadStep)? {
    let last = low.count - 1
    func isPadded(_ axis: Int) -> Bool { low[axis] != 0 || high[axis] != 0 || interior[axis] != 0 }
    guard last > 0, isPadded(last), (0..<last).contains(where: isPadded) else { return nil }
    func part(_ isInner: Bool) -> PadStep {
      func own(_ amounts: [Int]) -> [Int] { amounts.indices.map { ($0 == last) == isInner ? amounts[$0] : 0 } }
      return PadStep(low: own(low), high: own(high), interior: own(interior))
    }
    return (part(true), part(false))
  }

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
