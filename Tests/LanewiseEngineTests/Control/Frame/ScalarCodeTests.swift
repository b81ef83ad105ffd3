import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Random loops over scalars: their code against executables, which know nothing of it.
@Suite struct ScalarCodeTests {
  private static let dtypes: [DType] = [.float32, .float32, .float32, .float64, .int32, .int32, .int64, .uint32, .bool]

  private struct Writer {
    let b: ProgramBuilder
    var random: SeededGenerator
    var values: [Slot]

    mutating func value(_ dtype: DType) -> Slot {
      // The newest first, as in chains of operations.
      let newest = values.last { b.type($0).dtype == dtype }
      let any = values.filter { b.type($0).dtype == dtype }.randomElement(using: &random)
      if let slot = Bool.random(using: &random) ? newest : any { return slot }
      switch dtype {
      case .bool: return b.bool(Bool.random(using: &random))
      case .float32: return b.float(Float(Int.random(in: -8...8, using: &random)) / 4)
      default: return b.convert(b.int(.random(in: -5...5, using: &random)), to: dtype)
      }
    }

    mutating func step() {
      let dtype = ScalarCodeTests.dtypes.randomElement(using: &random)!
      let (x, y) = (value(dtype), value(dtype))
      switch Int.random(in: 0..<9, using: &random) {
      case 0 where dtype != .bool:
        values.append(b.compare(CompareOp.allCases.randomElement(using: &random)!, x, y))
      case 1, 2: values.append(b.select(value(.bool), x, y))
      case 3: values.append(b.convert(x, to: ScalarCodeTests.dtypes.randomElement(using: &random)!))
      case 4 where dtype != .uint32:
        let ops: [UnaryOp] =
          dtype == .bool ? [.not] : dtype.isFloating ? [.neg, .abs, .square, .sqrt, .sin, .tanh] : [.neg, .square]
        values.append(b.unary(ops.randomElement(using: &random)!, x))
      default:
        let ops: [BinaryOp] =
          dtype == .bool
          ? [.and, .or, .xor]
          : dtype.isFloating
            ? [.add, .sub, .mul, .add, .mul, .div, .max, .min]
            : [.add, .sub, .mul, .max, .min, .div, .rem, .and, .or, .xor, .shiftLeft, .shiftRightLogical]
        values.append(b.binary(ops.randomElement(using: &random)!, x, y))
      }
    }
  }

  private func body(_ b: ProgramBuilder, _ inputs: [Slot], _ outputs: [AbstractArray], seed: UInt64) -> [Slot] {
    var writer = Writer(b: b, random: SeededGenerator(seed), values: inputs)
    for _ in 0..<Int.random(in: 1...14, using: &writer.random) { writer.step() }
    return outputs.map { writer.value($0.dtype) }
  }

  private func input(_ type: AbstractArray, _ random: inout SeededGenerator) -> TestArray {
    let values = (0..<type.count).map { _ in Int.random(in: -9...9, using: &random) }
    let dims = type.shape.dims
    return switch type.dtype {
    case .bool: TestArray(values.map { $0 > 0 }, dims, .bool)
    case .int32: TestArray(values.map { Int32($0) }, dims, .int32)
    case .int64: TestArray(values.map { Int64($0) }, dims, .int64)
    case .uint32: TestArray(values.map { UInt32(bitPattern: Int32($0)) }, dims, .uint32)
    case .float64: TestArray(values.map { Double($0) / 4 }, dims, .float64)
    default: TestArray(values.map { Float($0) / 4 }, dims, .float32)
    }
  }

  private func types(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> [AbstractArray] {
    (0..<Int.random(in: count, using: &random)).map { _ in
      array(ScalarCodeTests.dtypes.randomElement(using: &random)!)
    }
  }

  private func agree(_ a: TestArray, _ b: TestArray) -> Bool {
    switch a.type.dtype {
    case .float32: zip(a.floats, b.floats).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
    case .float64:
      zip(a.elements(Double.self), b.elements(Double.self))
        .allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
    default: a.bytes == b.bytes
    }
  }

  @Test func scansAgreeWithExecutables() {
    for seed in 0..<400 as Range<UInt64> {
      var random = SeededGenerator(seed)
      let (carry, constants) = (types(1...4, &random), types(0...2, &random))
      let (xs, ys) = (types(0...2, &random), types(0...2, &random))
      let length = Int.random(in: 1...6, using: &random)
      let reverse = Bool.random(using: &random)
      func stacked(_ types: [AbstractArray]) -> [AbstractArray] { types.map { array($0.dtype, length) } }
      let operands = constants + carry + stacked(xs)
      let inputs = operands.map { input($0, &random) }
      let results = [true, false].map { frame in
        let step = ScanStep(
          body: makeProgram(constants + carry + xs) { b, x in body(b, x, carry + ys, seed: seed) },
          constants: constants.count, carries: carry.count, length: length, reverse: reverse, allowsFrame: frame)
        return makeProgram(step, operands, carry + stacked(ys)).run(inputs)
      }
      for (index, pair) in zip(results[0], results[1]).enumerated() {
        #expect(agree(pair.0, pair.1), "seed \(seed), output \(index), \(pair.0.type)")
      }
    }
  }

  @Test func whileLoopsAgreeWithExecutables() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed)
      let rest = types(1...4, &random)
      let counter = array([.int32, .int64, .float32, .float64].randomElement(using: &random)!)
      let carry = [counter] + rest
      let limit = Int32.random(in: 0...6, using: &random)
      let isFlag = Bool.random(using: &random)
      let zero: TestArray =
        switch counter.dtype {
        case .int32: TestArray([0 as Int32], [], .int32)
        case .int64: TestArray([0 as Int64], [], .int64)
        case .float64: TestArray([0 as Double], [], .float64)
        default: float(0)
        }
      let inputs = [zero] + rest.map { input($0, &random) }
      let results = [true, false].map { frame in
        let step = WhileStep(
          cond: makeProgram(carry) { b, x in
            let goesOn = b.compare(.gt, b.convert(b.int(limit), to: counter.dtype), x[0])
            return [isFlag ? b.binary(.and, goesOn, b.unary(.not, b.bool(false))) : goesOn]
          },
          body: makeProgram(carry) { b, x in
            [b.binary(.add, x[0], b.convert(b.int(1), to: counter.dtype))] + body(b, x, rest, seed: seed)
          },
          condConstants: 0, bodyConstants: 0, allowsFrame: frame)
        return makeProgram(step, carry, carry).run(inputs)
      }
      for (index, pair) in zip(results[0], results[1]).enumerated() {
        #expect(agree(pair.0, pair.1), "seed \(seed), output \(index), \(pair.0.type)")
      }
    }
  }
}
