import LanewiseEngine

/// A product summed over chosen dimensions, batched over others (`lax.dot_general`). The result has the batch
/// dimensions, then the free ones of the left operand, then those of the right.
package struct DotGeneral: Primitive {
  package struct Dims: Hashable, Sendable {
    package var lhsContracting: [Int], rhsContracting: [Int]
    package var lhsBatch: [Int] = [], rhsBatch: [Int] = []
    package init(lhsContracting: [Int], rhsContracting: [Int], lhsBatch: [Int] = [], rhsBatch: [Int] = []) {
      self.lhsContracting = lhsContracting
      self.rhsContracting = rhsContracting
      self.lhsBatch = lhsBatch
      self.rhsBatch = rhsBatch
    }
    func lhsFree(_ rank: Int) -> [Int] { (0..<rank).filter { !lhsContracting.contains($0) && !lhsBatch.contains($0) } }
    func rhsFree(_ rank: Int) -> [Int] { (0..<rank).filter { !rhsContracting.contains($0) && !rhsBatch.contains($0) } }
  }
  package let dims: Dims
  package let resultDType: DType?

  package var name: String { "dot_general" }
  package var arity: Int? { 2 }
  package var computes: Bool { true }
  package var product: MatrixProduct? { dims.lhsBatch.isEmpty ? .single : .batched }
  package var parameters: [Parameter] {
    func list(_ values: [Int]) -> ParameterValue { .list(values.map { .int($0) }) }
    let numbers = ParameterValue.tuple([
      .tuple([list(dims.lhsContracting), list(dims.rhsContracting)]),
      .tuple([list(dims.lhsBatch), list(dims.rhsBatch)]),
    ])
    return [Parameter("dimension_numbers", numbers)]
      + (resultDType.map { [Parameter("preferred_element_type", .dtype($0))] } ?? [])
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (lhs, rhs) = (x[0].shape, x[1].shape)
    for operand in x { try DTypeClass.numberOrBool.check(name, operand) }
    try ShapeRule.axes(name, dims.lhsContracting + dims.lhsBatch, rank: lhs.rank)
    try ShapeRule.axes(name, dims.rhsContracting + dims.rhsBatch, rank: rhs.rank)
    let pairs = Array(zip(dims.lhsContracting, dims.rhsContracting)) + Array(zip(dims.lhsBatch, dims.rhsBatch))
    guard dims.lhsContracting.count == dims.rhsContracting.count, dims.lhsBatch.count == dims.rhsBatch.count,
      pairs.allSatisfy({ lhs[$0] == rhs[$1] })
    else {
      let bad = pairs.first { lhs[$0] != rhs[$1] } ?? (0, 0)
      throw LanewiseError(
        .shape,
        "dot_general: shapes \(lhs) and \(rhs) cannot be multiplied: dimension \(bad.0) of the left and dimension \(bad.1) of the right are summed together, so their extents must be equal."
      )
    }
    let shape =
      dims.lhsBatch.map { lhs[$0] } + dims.lhsFree(lhs.rank).map { lhs[$0] } + dims.rhsFree(rhs.rank).map { rhs[$0] }
    guard shape.count <= Shape.maximumRank else {
      throw LanewiseError(
        .shape,
        "dot_general: the result of shapes \(lhs) and \(rhs) would have \(shape.count) dimensions; an array has at most \(Shape.maximumRank)."
      )
    }
    let dtype = resultDType ?? Promotion.join((x[0].dtype, false), (x[1].dtype, false)).dtype
    return [AbstractArray(Shape(shape), dtype, weak: resultDType == nil && x[0].weak && x[1].weak)]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)
    guard out[0].dtype.isInexact else { return (out, [nil]) }
    let parts = [t[0].map { bind(self, [$0, x[1]])[0] }, t[1].map { bind(self, [x[0], $0])[0] }].compactMap { $0 }
    return (out, [parts.count == 2 ? Lax.addAny(parts[0], parts[1]) : parts[0]])
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0] else { return [nil, nil] }
    switch (x[0], x[1]) {
    case (.linear(let lhs), .known(let rhs)): return [transposed(ct, lhs, rhs, swapped: false), nil]
    case (.known(let lhs), .linear(let rhs)): return [nil, transposed(ct, rhs, lhs, swapped: true)]
    default: return notLinear(x)
    }
  }

  /// The cotangent of the operand of type `operand`, the other one being known.
  private func transposed(_ ct: NDArray, _ operand: AbstractArray, _ other: NDArray, swapped: Bool) -> NDArray {
    let (ownBatch, ownContracting) =
      swapped ? (dims.rhsBatch, dims.rhsContracting) : (dims.lhsBatch, dims.lhsContracting)
    let (otherBatch, otherContracting) =
      swapped ? (dims.lhsBatch, dims.lhsContracting) : (dims.rhsBatch, dims.rhsContracting)
    let ownFree = swapped ? dims.rhsFree(operand.rank) : dims.lhsFree(operand.rank)
    let otherFree = swapped ? dims.lhsFree(other.ndim) : dims.rhsFree(other.ndim)
    let batch = Array(0..<ownBatch.count)
    // In ct: batch, the left operand's free dimensions, the right one's.
    let otherStart = ownBatch.count + (swapped ? 0 : ownFree.count)
    let contract = (0..<otherFree.count).map { otherStart + $0 }
    let cotangent = ct.dtype == other.dtype ? ct : Lax.convertElementType(ct, other.dtype)
    let product = Lax.dotGeneral(
      cotangent, other,
      Dims(lhsContracting: contract, rhsContracting: otherFree, lhsBatch: batch, rhsBatch: otherBatch),
      resultDType: operand.dtype)
    // The product has batch, own free, then the other's contracting dimensions in their order.
    let contractingByOther = otherContracting.indices.sorted { otherContracting[$0] < otherContracting[$1] }.map {
      ownContracting[$0]
    }
    let places = ownBatch + ownFree + contractingByOther
    var inverse = [Int](repeating: 0, count: places.count)
    for (index, place) in places.enumerated() { inverse[place] = index }
    return Lax.transpose(product, inverse)
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    func shifted(_ values: [Int], past axis: Int?) -> [Int] {
      guard let axis else { return values }
      return values.map { $0 < axis ? $0 : $0 + 1 }
    }
    var moved = Dims(
      lhsContracting: shifted(dims.lhsContracting, past: axes[0]),
      rhsContracting: shifted(dims.rhsContracting, past: axes[1]),
      lhsBatch: shifted(dims.lhsBatch, past: axes[0]), rhsBatch: shifted(dims.rhsBatch, past: axes[1]))
    let resultAxis: Int
    switch (axes[0], axes[1]) {
    case (let left?, let right?):
      moved.lhsBatch = [left] + moved.lhsBatch
      moved.rhsBatch = [right] + moved.rhsBatch
      resultAxis = 0
    case (let left?, nil):
      resultAxis = moved.lhsBatch.count + moved.lhsFree(x[0].ndim).firstIndex(of: left)!
    case (nil, let right?):
      resultAxis =
        moved.lhsBatch.count + moved.lhsFree(x[0].ndim).count + moved.rhsFree(x[1].ndim).firstIndex(of: right)!
    case (nil, nil): return (bind(self, x), [nil])
    }
    return (bind(DotGeneral(dims: moved, resultDType: resultDType), x), [resultAxis])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let types = x.map(b.type)
    let (step, orders) = arranged(types[0].shape, types[1].shape)
    let operands = x.indices.map { index -> Slot in
      guard let order = orders[index] else { return x[index] }
      let strides = types[index].shape.strides
      return b.view(
        x[index], shape: types[index].shape.permuted(order), offset: 0, strides: order.map { strides[$0] })
    }
    if isFold(step, orders, types, results[0].dtype) {
      let rows = Shape([step.batch, step.k])
      let products = b.binary(.mul, b.reshape(x[0], rows), b.reshape(x[1], rows))
      return [b.reshape(b.reduce(.sum, products, axes: [1]), results[0].shape)]
    }
    return b.step(step, operands, results)
  }

  /// Whether it is better computed as a fold of products. As they lie and of one dtype: what has to be turned is turned
  /// by blocks for a step.
  private func isFold(_ step: DotStep, _ orders: [[Int]?], _ x: [AbstractArray], _ dtype: DType) -> Bool {
    step.m == 1 && step.n == 1 && step.batch * step.k >= Self.fewestFolded && orders.allSatisfy { $0 == nil }
      && x.allSatisfy { $0.dtype == dtype } && ![.float16, .bfloat16, .bool].contains(dtype)
  }

  /// Elements of an operand up to which they are put in order here.
  private static let mostOrdered = 1 << 12

  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    let (step, orders) = arranged(x[0].aval.shape, x[1].aval.shape)
    guard zip(x, orders).allSatisfy({ $1 == nil || (1...Self.mostOrdered).contains($0.aval.count) }),
      !isFold(step, orders, x.map(\.aval), results[0].dtype)
    else { return evaluateAsProgram(x, results) }
    let operands = zip(x, orders).map { x, order -> NDArray in
      guard let order else { return x }
      let (shape, strides) = (x.aval.shape.permuted(order), x.aval.shape.strides)
      return NDArray(
        x.aval.with(shape: shape),
        Direct.view(x.storage!, x.dtype, shape, offset: 0, strides: order.map { strides[$0] }))
    }
    return step.evaluate(operands, results)
  }

  /// The matrix product that this is, and the order that each operand's dimensions have to be brought into: batch,
  /// free, contracting for the left one, batch, contracting, free for the right one; nil where they lie so, or with the
  /// last two changed, which the step may be told.
  private func arranged(_ lhs: Shape, _ rhs: Shape) -> (step: DotStep, orders: [[Int]?]) {
    func extent(_ shape: Shape, _ axes: [Int]) -> Int { axes.reduce(1) { $0 * shape[$1] } }
    func order(_ rank: Int, _ batch: [Int], _ first: [Int], _ second: [Int]) -> (order: [Int]?, isSwapped: Bool) {
      let order = batch + first + second
      if order.elementsEqual(0..<rank) { return (nil, false) }
      if (batch + second + first).elementsEqual(0..<rank) { return (nil, true) }
      return (order, false)
    }
    let (lhsFree, rhsFree) = (dims.lhsFree(lhs.rank), dims.rhsFree(rhs.rank))
    let left = order(lhs.rank, dims.lhsBatch, lhsFree, dims.lhsContracting)
    let right = order(rhs.rank, dims.rhsBatch, dims.rhsContracting, rhsFree)
    let step = DotStep(
      batch: extent(lhs, dims.lhsBatch), m: extent(lhs, lhsFree), n: extent(rhs, rhsFree),
      k: extent(lhs, dims.lhsContracting), lhsTransposed: left.isSwapped, rhsTransposed: right.isSwapped)
    return (step, [left.order, right.order])
  }

  /// Elements from which sums of products without free dimensions are a fused fold: BLAS wants a call for each of them,
  /// and keeps a long one to one thread.
  private static let fewestFolded = 4096
}

extension DotGeneral {
  init(_ parameters: ParameterReader) throws {
    // ((contracting of the left, of the right), (batch of the left, of the right))
    let numbers = parameters["dimension_numbers"]?.items?.compactMap { $0.items?.compactMap(\.ints) }
    guard let numbers, numbers.count == 2, numbers.allSatisfy({ $0.count == 2 }) else {
      throw parameters.missing("dimension_numbers")
    }
    let dims = Dims(
      lhsContracting: numbers[0][0], rhsContracting: numbers[0][1], lhsBatch: numbers[1][0], rhsBatch: numbers[1][1])
    let hasDType = parameters["preferred_element_type"] != nil
    self.init(dims: dims, resultDType: hasDType ? try parameters.dtype("preferred_element_type") : nil)
  }
}
