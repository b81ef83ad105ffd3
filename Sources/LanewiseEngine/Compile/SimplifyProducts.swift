import LanewiseKernelABI

/// Products that become elementwise ones, and those whose results are read transposed: the product of the transposes, the
/// other way round, is that already.
extension Simplifier {
  /// Matrices so small, so many of them, and so few terms are computed together, a term after the other.
  private static let fewestMatrices = 1024
  private static let largestResult = 16
  private static let mostTerms = 4

  /// Many products of vectors are elementwise ones and their sums; those of a vector and a number, and those of the smallest
  /// matrices, elementwise ones.
  mutating func products(_ step: any Step, _ instruction: Program.Instruction) -> Reference? {
    guard let dot = step as? DotStep, dot.k > 0 else { return nil }
    let type = program.types[Int(instruction.resultStart)]
    let (left, right) = (operand(instruction, 0), operand(instruction, 1))
    guard left.1.dtype == type.dtype, right.1.dtype == type.dtype, type.count > 0 else { return nil }
    if type.dtype.isInteger { return integerVectors(dot, left, right, type) }
    guard dot.batch > 1, type.dtype == .float32 || type.dtype == .float64 else { return nil }
    if dot.m == 1, dot.n == 1, dot.k > 1 {
      let shape: Shape = [dot.batch, dot.k]
      let views = [left, right].map { viewed($0.0, $0.1, .identity(shape)) }
      let product = elementwise(.mul, views[0], views[1], type.with(shape: shape))
      return folded(.sum, Reduction(outer: dot.batch, reduce: dot.k, inner: 1), product, type)
    }
    let isSmall = dot.batch >= Self.fewestMatrices && dot.m * dot.n <= Self.largestResult && dot.k <= Self.mostTerms
    guard isSmall || dot.k == 1 && min(dot.m, dot.n) == 1 else { return nil }
    let shape = type.with(shape: [dot.batch, dot.m, dot.n])
    var sum: Reference?
    for term in 0..<dot.k {
      let (rows, columns) = dot.factors(term)
      let product = elementwise(.mul, viewed(left.0, left.1, rows), viewed(right.0, right.1, columns), shape)
      sum = sum.map { elementwise(.add, $0, product, shape) } ?? product
    }
    return sum
  }

  /// Products of matrices of integers with vectors, which BLAS knows nothing of, are elementwise ones and their sums.
  private mutating func integerVectors(
    _ dot: DotStep, _ left: (Reference, AbstractArray), _ right: (Reference, AbstractArray), _ type: AbstractArray
  ) -> Reference? {
    guard min(dot.m, dot.n) == 1, dot.k > 1, dot.m * dot.n * dot.k > DotStep.tiny else { return nil }
    // The terms of a sum lie side by side, or one of each sum does.
    let isByTerm = dot.n == 1 ? dot.lhsTransposed && dot.m > 1 : !dot.rhsTransposed && dot.n > 1
    let results = max(dot.m, dot.n)
    let shape: Shape = isByTerm ? [dot.batch, dot.k, results] : [dot.batch, results, dot.k]
    let vector = IndexMap(shape: shape, strides: isByTerm ? [dot.k, 1, 0] : [dot.k, 0, 1], offset: 0)
    let maps = dot.n == 1 ? [IndexMap.identity(shape), vector] : [vector, IndexMap.identity(shape)]
    let product = elementwise(
      .mul, viewed(left.0, left.1, maps[0]), viewed(right.0, right.1, maps[1]), type.with(shape: shape))
    let reduction = Reduction(
      outer: isByTerm ? dot.batch : dot.batch * results, reduce: dot.k, inner: isByTerm ? results : 1)
    return folded(.sum, reduction, product, type)
  }

  /// The product that a view of it wants, in its place, if nobody else reads the first.
  mutating func exchanged(_ view: Program.Instruction, _ node: Int32, _ map: IndexMap) -> Reference? {
    let product = graph.nodes[Int(node)]
    guard product.kind == .stepResult, map.shape.count == product.count else { return nil }
    let number = Int(product.payload)
    guard let dot = graph.steps[number].step as? DotStep, let other = dot.exchanged(map.collapsed),
      isOnlyReader(view, of: node)
    else { return nil }
    let shape = Shape([other.batch, other.m, other.n])
    graph.steps[number].step = other
    graph.steps[number].operands.swapAt(0, 1)
    graph.steps[number].operandTypes.swapAt(0, 1)
    graph.steps[number].resultTypes[0].shape = shape
    graph.nodes[Int(node)].shape = shape
    return .inOrder(node)
  }

  /// Whether an instruction alone reads a step's result, as it is or in other shapes.
  private func isOnlyReader(_ instruction: Program.Instruction, of node: Int32) -> Bool {
    var value = program.operands[Int(instruction.operandStart)]
    while true {
      let readers = [program.operands, program.outputs].reduce(0) { $0 + $1.count { $0.index == value.index } }
      guard readers == 1, case .instruction(let index) = program.sources[Int(value.index)] else { return false }
      let source = program.instructions[Int(index)]
      if case .step = source.operation { return true }
      guard case .reshape = source.operation else { return false }
      value = program.operands[Int(source.operandStart)]
    }
  }
}

extension DotStep {
  /// What a term of each element of the result multiplies.
  fileprivate func factors(_ term: Int) -> (IndexMap, IndexMap) {
    let shape: Shape = [batch, m, n]
    let rows = lhsTransposed ? (stride: 1, offset: term * m) : (stride: k, offset: term)
    let columns = rhsTransposed ? (stride: k, offset: term) : (stride: 1, offset: term * n)
    return (
      IndexMap(shape: shape, strides: [m * k, m > 1 ? rows.stride : 0, 0], offset: rows.offset),
      IndexMap(shape: shape, strides: [k * n, 0, n > 1 ? columns.stride : 0], offset: columns.offset)
    )
  }
}
