import LanewiseEngine
import LanewiseKernels

/// Random programs with loops and branches in loops and branches, over scalars and small arrays.
///
/// The same seed gives the same computation in three forms: loops in frames, loops whose bodies are executables, and no
/// loops at all: every turn written out.
struct RandomLoop {
  enum Form { case frame, executable, unrolled }

  private let form: Form
  private var random: SeededGenerator
  private static let shapes: [Shape] = [[], [], [], [], [1], [3], [3], [2, 3], [3, 2], [5], [17], [4, 3, 2]]
  private static let dtypes: [DType] = [
    .float32, .float32, .float32, .float32, .float64, .int32, .int32, .int64, .uint32, .bool, .complex64, .uint8,
  ]

  /// The program, its inputs' types and its inputs.
  static func make(seed: UInt64, _ form: Form) -> (program: Program, inputs: [TestArray]) {
    var loop = RandomLoop(form: form, random: SeededGenerator(seed))
    let types = (0..<Int.random(in: 1...4, using: &loop.random)).map { _ in loop.type() }
    let inputs = types.map { loop.elements($0) }
    let wanted = (0..<Int.random(in: 1...3, using: &loop.random)).map { _ in loop.type() }
    let builder = ProgramBuilder()
    let slots = types.map(builder.input)
    let outputs = loop.write(builder, slots, wanted, length: Int.random(in: 3...14, using: &loop.random), depth: 0)
    return (builder.finish(outputs), inputs)
  }

  private mutating func type() -> AbstractArray {
    AbstractArray(
      RandomLoop.shapes.randomElement(using: &random)!, RandomLoop.dtypes.randomElement(using: &random)!)
  }

  private mutating func elements(_ type: AbstractArray) -> TestArray {
    let values = (0..<type.count).map { _ in Int.random(in: -9...9, using: &random) }
    let dims = type.shape.dims
    return switch type.dtype {
    case .bool: TestArray(values.map { $0 > 0 }, dims, .bool)
    case .int32: TestArray(values.map { Int32($0) }, dims, .int32)
    case .int64: TestArray(values.map { Int64($0) }, dims, .int64)
    case .uint32: TestArray(values.map { UInt32(bitPattern: Int32($0)) }, dims, .uint32)
    case .uint8: TestArray(values.map { UInt8(bitPattern: Int8($0)) }, dims, .uint8)
    case .float64: TestArray(values.map { Double($0) / 4 }, dims, .float64)
    case .complex64: TestArray(values.map { SIMD2(Float($0), 0.5) }, dims, .complex64)
    default: TestArray(values.map { Float($0) / 4 }, dims, .float32)
    }
  }

  /// A value of this type, made of any at hand.
  private func fit(_ b: ProgramBuilder, _ slot: Slot, _ type: AbstractArray) -> Slot {
    var slot = b.type(slot).dtype.isComplex && !type.dtype.isComplex ? b.unary(.real, slot) : slot
    slot = b.convert(slot, to: type.dtype)
    let own = b.type(slot)
    if own.shape == type.shape { return slot }
    if own.count == type.count { return b.reshape(slot, type.shape) }
    var strides = Array(repeating: 0, count: type.rank)
    for axis in 0..<min(own.rank, type.rank)
    where own.shape[own.rank - 1 - axis] >= type.shape[type.rank - 1 - axis] {
      strides[type.rank - 1 - axis] = own.shape.strides[own.rank - 1 - axis]
    }
    return b.view(slot, shape: type.shape, offset: 0, strides: strides)
  }

  /// Writes random instructions; gives values of the wanted types.
  private mutating func write(
    _ b: ProgramBuilder, _ inputs: [Slot], _ wanted: [AbstractArray], length: Int, depth: Int
  ) -> [Slot] {
    var values = inputs
    for _ in 0..<length {
      let x = values.randomElement(using: &random)!
      let y = fit(b, values.randomElement(using: &random)!, b.type(x))
      let type = b.type(x)
      switch Int.random(in: 0..<20, using: &random) {
      case 0...2: values.append(unary(b, x))
      case 3...8: values.append(binary(b, x, y))
      case 9:
        let op: CompareOp = type.dtype.isComplex ? .eq : CompareOp.allCases.randomElement(using: &random)!
        if type.dtype != .bool { values.append(b.compare(op, x, y)) }
      case 10:
        let predicate = fit(b, values.randomElement(using: &random)!, type.with(dtype: .bool))
        values.append(b.select(predicate, x, y))
      case 11: values.append(fit(b, x, self.type()))
      case 12:
        guard type.rank > 0 else { continue }
        let axes = (0..<type.rank).filter { _ in Bool.random(using: &random) }
        let ops: [FoldOp] =
          type.dtype == .bool ? [.and, .or] : type.dtype.isComplex ? [.sum] : [.sum, .sum, .max, .min, .prod]
        values.append(bounded(b, b.reduce(ops.randomElement(using: &random)!, x, axes: axes)))
      case 13:
        guard type.rank > 0 else { continue }
        values.append(reversed(b, x))
      case 14: values.append(step(b, x, y, values))
      case 15: values += scan(b, values, depth)
      case 16: values += loop(b, values, depth)
      case 17: values += choice(b, values, depth)
      case 18:
        guard type.rank > 0, type.dtype != .bool, !type.dtype.isComplex else { continue }
        values.append(b.iota(type, dimension: Int.random(in: 0..<type.rank, using: &random)))
      default: values.append(scalar(b))
      }
    }
    return wanted.map { fit(b, values.suffix(8).randomElement(using: &random)!, $0) }
  }

  // MARK: Operations

  private mutating func scalar(_ b: ProgramBuilder) -> Slot {
    Bool.random(using: &random)
      ? b.float(Float(Int.random(in: -8...8, using: &random)) / 8) : b.int(.random(in: -3...3, using: &random))
  }

  /// Keeps numbers from growing.
  private func bounded(_ b: ProgramBuilder, _ x: Slot) -> Slot {
    guard b.type(x).dtype.isFloating else { return x }
    let low = b.convert(b.float(-50), to: b.type(x).dtype)
    let high = b.convert(b.float(50), to: b.type(x).dtype)
    return b.binary(.min, b.binary(.max, x, low), high)
  }

  private mutating func unary(_ b: ProgramBuilder, _ x: Slot) -> Slot {
    let dtype = b.type(x).dtype
    if dtype == .bool { return b.unary(.not, x) }
    if dtype.isComplex {
      return Bool.random(using: &random) ? b.unary(.conj, x) : b.unary(.abs, x)
    }
    if dtype.isInteger {
      return b.unary([.neg, .abs, .not, .square, .populationCount].randomElement(using: &random)!, x)
    }
    let ops: [UnaryOp] = [
      .neg, .abs, .square, .sqrt, .floor, .sign, .exp, .log1p, .sin, .cos, .tanh, .logistic, .isFinite,
    ]
    return bounded(b, b.unary(ops.randomElement(using: &random)!, x))
  }

  private mutating func binary(_ b: ProgramBuilder, _ x: Slot, _ y: Slot) -> Slot {
    let dtype = b.type(x).dtype
    let ops: [BinaryOp] =
      dtype == .bool
      ? [.and, .or, .xor]
      : dtype.isComplex
        ? [.add, .sub, .mul]
        : dtype.isInteger
          ? [.add, .sub, .mul, .div, .rem, .max, .min, .and, .or, .xor, .shiftLeft, .shiftRightLogical]
          : [.add, .add, .sub, .mul, .mul, .div, .max, .min, .atan2, .hypot]
    let op = ops.randomElement(using: &random)!
    if dtype.isFloating, Int.random(in: 0..<4, using: &random) == 0 { return b.fma(x, y, x) }
    let result = Bool.random(using: &random) ? b.binary(op, x, y) : b.binary(op, y, x)
    return Int.random(in: 0..<3, using: &random) == 0 ? bounded(b, result) : result
  }

  private mutating func reversed(_ b: ProgramBuilder, _ x: Slot) -> Slot {
    let shape = b.type(x).shape
    let axis = Int.random(in: 0..<shape.rank, using: &random)
    var strides = shape.strides
    let offset = (shape[axis] - 1) * strides[axis]
    strides[axis] = -strides[axis]
    return b.view(x, shape: shape, offset: offset, strides: strides)
  }

  private mutating func step(_ b: ProgramBuilder, _ x: Slot, _ y: Slot, _ values: [Slot]) -> Slot {
    let type = b.type(x)
    if type.dtype == .float32, Bool.random(using: &random) { return b.step(NegateStep(), [x], [type])[0] }
    let start = type.shape.dims.map { place(b, $0, values) }
    let sizes = type.shape.dims.map { [1, ($0 + 1) / 2, ($0 + 1) / 2, $0].randomElement(using: &random)! }
    let part = type.with(shape: Shape(sizes))
    if type.rank > 0, Bool.random(using: &random) { return window(b, x, y, start, part) }
    let slice = b.step(DynamicSliceStep(sizes: sizes), [y] + start, [part])[0]
    if Int.random(in: 0..<3, using: &random) == 0 { return slice }
    return b.step(DynamicUpdateSliceStep(), [x, slice] + start.reversed(), [type])[0]
  }

  /// An integer that says where in a dimension something is, or beyond it.
  private mutating func place(_ b: ProgramBuilder, _ extent: Int, _ values: [Slot]) -> Slot {
    if Bool.random(using: &random) { return b.int(.random(in: -1...4, using: &random)) }
    var place = fit(b, values.randomElement(using: &random)!, array(.int32))
    if Bool.random(using: &random) {
      let constant = b.int([1, 2, -3, .max].randomElement(using: &random)!)
      place = b.binary([.add, .sub].randomElement(using: &random)!, place, constant)
    }
    guard Bool.random(using: &random) else { return place }
    let counted = b.binary(.add, place, b.int(Int32(extent)))
    return b.select(b.compare(.lt, place, b.int(0)), counted, place)
  }

  /// A window of one array, gathered, and scattered into another.
  private mutating func window(
    _ b: ProgramBuilder, _ x: Slot, _ y: Slot, _ start: [Slot], _ part: AbstractArray
  ) -> Slot {
    let axes = Array(0..<part.rank)
    // One index vector, or an array for each of its components.
    var places = start.map { b.reshape($0, [1]) }
    if Bool.random(using: &random) {
      places = b.step(ConcatenateStep(axis: 0), places, [array(.int32, part.rank)])
    }
    let gather = GatherStep(
      offsetDims: axes, collapsedSliceDims: [], startIndexMap: axes, sliceSizes: part.shape.dims,
      mode: Bool.random(using: &random) ? .clip : .fill(bits: 0))
    let combiners: [ScatterCombiner] =
      part.dtype == .bool || part.dtype.isComplex ? [.set] : [.set, .set, .add, .mul, .max]
    let scatter = ScatterStep(
      updateWindowDims: axes, insertedWindowDims: [], scatterDimsToOperandDims: axes.reversed(),
      combiner: combiners.randomElement(using: &random)!, mode: Bool.random(using: &random) ? .clip : .drop)
    let update = b.step(gather, [y] + places, [part])[0]
    return b.step(scatter, [x, places[0], update] + places.dropFirst(), [b.type(x)])[0]
  }

  // MARK: Loops and branches

  /// A program of its own, which random instructions make.
  private mutating func nested(_ inputs: [AbstractArray], _ outputs: [AbstractArray], _ depth: Int) -> Program {
    let builder = ProgramBuilder()
    let slots = inputs.map(builder.input)
    let length = Int.random(in: 1...(depth > 1 ? 3 : 7), using: &random)
    return builder.finish(write(builder, slots, outputs, length: length, depth: depth + 1))
  }

  private mutating func picked(_ values: [Slot], _ count: ClosedRange<Int>) -> [Slot] {
    (0..<Int.random(in: count, using: &random)).map { _ in values.randomElement(using: &random)! }
  }

  private mutating func scan(_ b: ProgramBuilder, _ values: [Slot], _ depth: Int) -> [Slot] {
    guard depth < 3 else { return [] }
    let length = Int.random(in: 0...4, using: &random)
    let reverse = Bool.random(using: &random)
    let constants = picked(values, 0...2)
    let carry = picked(values, 0...3)
    let sliceTypes = (0..<Int.random(in: 0...2, using: &random)).map { _ in self.type() }
    let xs = sliceTypes.map { slice -> Slot in
      fit(b, values.randomElement(using: &random)!, AbstractArray(Shape([length] + slice.shape.dims), slice.dtype))
    }
    guard length > 0 || xs.isEmpty else { return [] }
    if constants.isEmpty, carry.isEmpty, xs.isEmpty { return [] }
    let carryTypes = carry.map(b.type)
    let yTypes = (0..<Int.random(in: 0...2, using: &random)).map { _ in self.type() }
    let body = nested(constants.map(b.type) + carryTypes + sliceTypes, carryTypes + yTypes, depth)
    let stackTypes = yTypes.map { AbstractArray(Shape([length] + $0.shape.dims), $0.dtype) }
    if form != .unrolled {
      let step = ScanStep(
        body: body, constants: constants.count, carries: carry.count, length: length, reverse: reverse,
        allowsFrame: form == .frame)
      let results = b.step(step, constants + carry + xs, carryTypes + stackTypes)
      return results.filter { b.type($0).count > 0 && b.type($0).count <= 40 }
    }
    var state = carry
    var slices: [[Slot]] = Array(repeating: [], count: length)
    for turn in 0..<length {
      let place = reverse ? length - 1 - turn : turn
      let x = zip(xs, sliceTypes).map { x, type in
        b.view(x, shape: type.shape, offset: place * type.count, strides: type.shape.strides)
      }
      let results = b.inline(body, constants + state + x)
      state = Array(results[..<carry.count])
      slices[place] = Array(results[carry.count...])
    }
    let stacks = stackTypes.indices.map { index -> Slot in
      let rows = slices.map { b.reshape($0[index], Shape([1] + yTypes[index].shape.dims)) }
      return length == 0
        ? b.constant(Storage(byteCount: 0), stackTypes[index])
        : b.step(ConcatenateStep(axis: 0), rows, [stackTypes[index]])[0]
    }
    return (state + stacks).filter { b.type($0).count > 0 && b.type($0).count <= 40 }
  }

  /// A while loop of so many turns.
  private mutating func loop(_ b: ProgramBuilder, _ values: [Slot], _ depth: Int) -> [Slot] {
    guard depth < 3 else { return [] }
    let turns = Int32.random(in: 0...3, using: &random)
    let constants = picked(values, 0...2)
    let carry = picked(values, 1...3)
    let carryTypes = carry.map(b.type)
    let body = nested(constants.map(b.type) + carryTypes, carryTypes, depth)
    guard form != .unrolled else {
      var state = carry
      for _ in 0..<turns { state = b.inline(body, constants + state) }
      return state
    }
    let counter = array(.int32)
    let step = WhileStep(
      cond: makeProgram([counter] + carryTypes) { b, x in [b.compare(.lt, x[0], b.int(turns))] },
      body: makeProgram(constants.map(b.type) + [counter] + carryTypes) { b, x in
        let count = x[constants.count]
        return [b.binary(.add, count, b.int(1))]
          + b.inline(body, Array(x[..<constants.count] + x[(constants.count + 1)...]))
      },
      condConstants: 0, bodyConstants: constants.count, allowsFrame: form == .frame)
    return Array(b.step(step, constants + [b.int(0)] + carry, [counter] + carryTypes).dropFirst())
  }

  private mutating func choice(_ b: ProgramBuilder, _ values: [Slot], _ depth: Int) -> [Slot] {
    guard depth < 3 else { return [] }
    let operands = picked(values, 1...3)
    let types = operands.map(b.type)
    let results = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      Bool.random(using: &random) ? types.randomElement(using: &random)! : self.type()
    }
    let branches = (0..<Int.random(in: 1...3, using: &random)).map { _ in nested(types, results, depth) }
    let index = fit(b, values.randomElement(using: &random)!, array(.int32))
    guard form == .unrolled else {
      return b.step(SwitchStep(branches: branches, allowsFrame: form == .frame), [index] + operands, results)
    }
    var chosen = b.inline(branches[0], operands)
    for number in 1..<max(1, branches.count) {
      let isLater = b.compare(.ge, index, b.int(Int32(number)))
      chosen = zip(chosen, b.inline(branches[number], operands)).map { b.select(isLater, $1, $0) }
    }
    return chosen
  }
}
