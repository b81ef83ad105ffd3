import LanewiseEngine
import LanewiseKernels

/// SplitMix64: the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A step for tests: each element negated. It works in place where it may.
struct NegateStep: Step {
  var name: String { "negate" }
  var reusableOperand: Int? { 0 }
  func run(_ call: StepCall) {
    let count = call.operandTypes[0].count
    let x = call.operand(0).assumingMemoryBound(to: Float.self)
    let y = call.result(0).assumingMemoryBound(to: Float.self)
    for i in 0..<count { y[i] = -x[i] }
  }
}

/// A program of random operations on small whole numbers: what it computes is exact in every dtype.
struct RandomProgram {
  let program: Program
  let inputs: [[Double]]
  let inputTypes: [AbstractArray]

  private static let bound = 15.0
  private static let dims = [1, 2, 3, 5, 16, 17, 40, 128, 130, 256, 300, 700]

  init(seed: UInt64, length: Int) {
    var random = SeededGenerator(seed)
    let builder = ProgramBuilder()
    var values: [Slot] = []
    var raw: [Slot] = []
    var types: [AbstractArray] = []
    var data: [[Double]] = []
    let m = RandomProgram.dims.randomElement(using: &random)!
    let n = RandomProgram.dims.filter { $0 * m <= 12_000 }.randomElement(using: &random)!
    let k = [1, 2, 3, 7].randomElement(using: &random)!
    let shapes: [Shape] = [[m, n], [n, m], [k, m, n], [n], [m], [k, 1, n], [], [m * n], [m, k, n]]
    let numbers: [DType] = [.float32, .float32, .float32, .int32, .float64, .float16]
    let main = numbers.randomElement(using: &random)!

    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let dtype = Int.random(in: 0..<4, using: &random) == 0 ? numbers.randomElement(using: &random)! : main
      let type = AbstractArray(shapes.randomElement(using: &random)!, dtype)
      types.append(type)
      data.append((0..<type.count).map { _ in Double(Int.random(in: -15...15, using: &random)) })
      values.append(builder.input(type))
    }
    func scalar(_ value: Double, _ dtype: DType) -> Slot {
      builder.scalar(bits: Interpreter.encode(value, dtype), dtype)
    }
    func keep(_ slot: Slot) {
      raw.append(slot)
      let dtype = builder.type(slot).dtype
      if dtype == .bool { return values.append(slot) }
      let low = builder.binary(.max, slot, scalar(-RandomProgram.bound, dtype))
      values.append(builder.binary(.min, low, scalar(RandomProgram.bound, dtype)))
    }
    /// A value of this type, made of any at hand.
    func fit(_ slot: Slot, _ type: AbstractArray, _ random: inout SeededGenerator) -> Slot {
      var slot = builder.convert(slot, to: type.dtype)
      let own = builder.type(slot)
      if own.shape == type.shape || own.count == 1 { return slot }
      if own.count == type.count {
        if own.rank == 2, type.rank == 2, own.shape[0] == type.shape[1] {
          return builder.view(slot, shape: type.shape, offset: 0, strides: [1, own.shape[1]])
        }
        return builder.reshape(slot, type.shape)
      }
      // Broadcast along whatever axes have the same extent, counted from the back; elsewhere the first element.
      let strides = own.shape.strides
      var views = Array(repeating: 0, count: type.rank)
      for axis in 0..<min(own.rank, type.rank) where own.shape[own.rank - 1 - axis] == type.shape[type.rank - 1 - axis]
      {
        views[type.rank - 1 - axis] = strides[own.rank - 1 - axis]
      }
      slot = builder.view(slot, shape: type.shape, offset: 0, strides: views)
      return slot
    }

    for _ in 0..<length {
      let x = values.randomElement(using: &random)!
      let type = builder.type(x)
      let other = values.randomElement(using: &random)!
      switch Int.random(in: 0..<15, using: &random) {
      case 0 where type.dtype != .bool:
        keep(builder.unary([.neg, .abs, .square].randomElement(using: &random)!, x))
      case 1...4 where type.dtype != .bool:
        let op: BinaryOp = [.add, .sub, .mul, .max, .min].randomElement(using: &random)!
        let y = fit(other, type, &random)
        keep(Bool.random(using: &random) ? builder.binary(op, x, y) : builder.binary(op, y, x))
      case 5 where type.dtype != .bool && type.dtype != .float16:
        keep(builder.compare([.lt, .eq, .ge].randomElement(using: &random)!, x, fit(other, type, &random)))
      case 6:
        let predicate = fit(other, type.with(dtype: .bool), &random)
        guard builder.type(predicate).count == type.count else { continue }
        keep(builder.select(predicate, x, fit(values.randomElement(using: &random)!, type, &random)))
      case 7: keep(builder.convert(x, to: numbers.randomElement(using: &random)!))
      case 8 where type.rank == 2:
        keep(builder.view(x, shape: [type.shape[1], type.shape[0]], offset: 0, strides: [1, type.shape[1]]))
      case 9 where type.rank >= 1 && type.count > 0:
        // Reverse or thin out one axis.
        let axis = Int.random(in: 0..<type.rank, using: &random)
        var shape = type.shape
        var strides = type.shape.strides
        var offset = 0
        if Bool.random(using: &random) {
          offset = (shape[axis] - 1) * strides[axis]
          strides[axis] = -strides[axis]
        } else {
          shape[axis] = (shape[axis] + 1) / 2
          strides[axis] *= 2
        }
        keep(builder.view(x, shape: shape, offset: offset, strides: strides))
      case 10:
        let shape = shapes.randomElement(using: &random)!
        keep(fit(x, AbstractArray(shape, type.dtype), &random))
      case 11, 12:
        guard type.rank > 0 else { continue }
        let axes = (0..<type.rank).filter { _ in Bool.random(using: &random) }
        let ops: [FoldOp] = type.dtype == .bool ? [.max, .min] : [.sum, .max, .min]
        keep(builder.reduce(ops.randomElement(using: &random)!, x, axes: axes))
      case 13 where type.rank > 0 && type.dtype != .bool:
        let dimension = Int.random(in: 0..<type.rank, using: &random)
        keep(builder.iota(type, dimension: dimension))
      case 14 where type.rank >= 1 && type.count > 0:
        // Rolled along an axis, or joined with itself.
        let axis = Int.random(in: 0..<type.rank, using: &random)
        let extent = type.shape[axis]
        let cut = extent > 1 ? Int.random(in: 1..<extent, using: &random) : 0
        func part(_ range: Range<Int>) -> Slot {
          var shape = type.shape
          shape[axis] = range.count
          let strides = type.shape.strides
          return builder.view(x, shape: shape, offset: range.lowerBound * strides[axis], strides: strides)
        }
        let parts = cut == 0 ? [x, x] : [part(cut..<extent), part(0..<cut)]
        var joined = type.shape
        if cut == 0 { joined[axis] = 2 * extent }
        keep(builder.step(ConcatenateStep(axis: axis), parts, [type.with(shape: joined)])[0])
      case 0 where type.dtype == .float32, 1 where type.dtype == .float32:
        keep(builder.step(NegateStep(), [x], [type])[0])
      default:
        if type.dtype == .float32 { keep(builder.step(NegateStep(), [x], [type])[0]) }
      }
    }
    var outputs = (0..<Int.random(in: 1...4, using: &random)).map { _ in values.randomElement(using: &random)! }
    if let last = raw.last { outputs.append(last) }
    outputs.append(values.last!)
    program = builder.finish(outputs)
    inputs = data
    inputTypes = types
  }
}
