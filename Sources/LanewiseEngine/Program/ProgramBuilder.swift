import LanewiseKernelABI

/// Writes a ``Program``. Lowering rules call it; every method gives the new value.
///
/// Types are the caller's promise: the shape rules of the primitives have checked them before.
package final class ProgramBuilder {
  package private(set) var program = Program()
  private var region: Int32 = 0
  private var regionCount: Int32 = 0

  package init() {}

  package func type(_ slot: Slot) -> AbstractArray { program.types[Int(slot.index)] }

  // MARK: Leaves

  package func input(_ type: AbstractArray) -> Slot {
    program.inputCount += 1
    return value(type, .input(program.inputCount - 1))
  }
  package func constant(_ storage: Storage, _ type: AbstractArray) -> Slot { value(type, .constant(storage)) }
  /// A scalar by the bits of its dtype's format, at most 8 bytes.
  package func scalar(bits: UInt64, _ dtype: DType) -> Slot { value(AbstractArray([], dtype), .scalar(bits)) }
  package func iota(_ type: AbstractArray, dimension: Int) -> Slot { emit(.iota(dimension: dimension), [], type) }

  // MARK: Elementwise (operands of the result's shape, or of one element)

  package func unary(_ op: UnaryOp, _ x: Slot) -> Slot {
    var type = type(x)
    if op == .isFinite { type.dtype = .bool }
    if op == .abs || op == .real || op == .imag { type.dtype = type.dtype.realPart }
    return emit(.unary(op), [x], type)
  }
  package func binary(_ op: BinaryOp, _ x: Slot, _ y: Slot) -> Slot {
    var result = wider(type(x), type(y))
    if op == .complex { result.dtype = result.dtype == .float64 ? .complex128 : .complex64 }
    return emit(.binary(op), [x, y], result)
  }
  package func compare(_ op: CompareOp, _ x: Slot, _ y: Slot) -> Slot {
    emit(.compare(op), [x, y], wider(type(x), type(y)).with(dtype: .bool))
  }
  package func select(_ predicate: Slot, _ onTrue: Slot, _ onFalse: Slot) -> Slot {
    let values = wider(type(onTrue), type(onFalse))
    return emit(
      .select, [predicate, onTrue, onFalse],
      type(predicate).count > values.count ? values.with(shape: type(predicate).shape) : values)
  }
  package func fma(_ x: Slot, _ y: Slot, _ z: Slot) -> Slot {
    emit(.fma, [x, y, z], wider(wider(type(x), type(y)), type(z)))
  }
  package func convert(_ x: Slot, to dtype: DType) -> Slot {
    type(x).dtype == dtype ? x : emit(.convert, [x], type(x).with(dtype: dtype))
  }
  /// The same bits as another type of equally many bytes.
  package func bitcast(_ x: Slot, to type: AbstractArray) -> Slot {
    self.type(x).dtype.byteWidth == type.dtype.byteWidth
      ? emit(.bitcast, [x], type) : step(ReinterpretStep(), [x], [type])[0]
  }

  // MARK: Views and reductions

  package func view(_ x: Slot, shape: Shape, offset: Int, strides: [Int]) -> Slot {
    emit(.view(offset: offset, strides: strides), [x], type(x).with(shape: shape))
  }
  package func reshape(_ x: Slot, _ shape: Shape) -> Slot {
    type(x).shape == shape ? x : emit(.reshape, [x], type(x).with(shape: shape))
  }
  package func reduce(_ op: FoldOp, _ x: Slot, axes: [Int]) -> Slot {
    let type = type(x)
    let kept = (0..<type.rank).filter { !axes.contains($0) }.map { type.shape[$0] }
    return emit(.reduce(op, axes: axes), [x], type.with(shape: Shape(kept)))
  }

  // MARK: Steps

  package func step(_ step: any Step, _ operands: [Slot], _ results: [AbstractArray]) -> [Slot] {
    let first = program.types.count
    append(.step(step), operands, results)
    return (0..<results.count).map { Slot(first + $0) }
  }

  /// What `body` writes is computed anew, even where the same has been computed before: for what costs less time than
  /// it would take memory to keep.
  package func apart<R>(_ body: () -> R) -> R {
    let outer = region
    regionCount += 1
    region = regionCount
    defer { region = outer }
    return body()
  }

  package func finish(_ outputs: [Slot]) -> Program {
    program.outputs = outputs
    return program
  }

  // MARK: Writing

  private func wider(_ a: AbstractArray, _ b: AbstractArray) -> AbstractArray {
    a.count == 1 && (b.count != 1 || b.rank > a.rank) ? b : a
  }

  private func value(_ type: AbstractArray, _ source: Program.Source) -> Slot {
    program.types.append(type)
    program.sources.append(source)
    return Slot(program.types.count - 1)
  }

  private func emit(_ operation: Operation, _ operands: [Slot], _ type: AbstractArray) -> Slot {
    append(operation, operands, CollectionOfOne(type))
    return Slot(program.types.count - 1)
  }

  private func append(_ operation: Operation, _ operands: [Slot], _ results: some Collection<AbstractArray>) {
    let instruction = Program.Instruction(
      operation: operation,
      operandStart: Int32(program.operands.count), operandCount: Int32(operands.count),
      resultStart: Int32(program.types.count), resultCount: Int32(results.count), region: region)
    let index = Int32(program.instructions.count)
    program.operands.append(contentsOf: operands)
    program.instructions.append(instruction)
    for type in results { _ = value(type, .instruction(index)) }
  }
}
