import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SimplifyDivisionTests {
  /// Quotient and rest towards −∞ as they are traced, of int32; the divisor is a number or, if nil, the second input.
  private func program(_ count: Int, by divisor: Int32?) -> Program {
    makeProgram([array(.int32, count), array(.int32, count)]) { builder, inputs in
      let (a, b) = (inputs[0], divisor.map(builder.int) ?? inputs[1])
      let (quotient, rest) = (builder.binary(.div, a, b), builder.binary(.rem, a, b))
      let isInexact = builder.compare(.ne, rest, builder.int(0))
      let differ = builder.compare(.ne, builder.unary(.sign, a), builder.unary(.sign, b))
      let isNegative = builder.compare(
        .ne, builder.compare(.lt, rest, builder.int(0)), builder.compare(.lt, b, builder.int(0)))
      return [
        builder.select(
          builder.binary(.and, differ, isInexact), builder.binary(.sub, quotient, builder.int(1)), quotient),
        builder.select(builder.binary(.and, isNegative, isInexact), builder.binary(.add, rest, b), rest),
      ]
    }
  }

  private func operations(_ program: Program) -> [BinaryOp] {
    let graph = Simplifier.simplify(program)
    let grouping = Grouping(graph)
    return graph.nodes.indices.filter { grouping.itemOfNode[$0] >= 0 && graph.nodes[$0].kind == .binary }
      .map { BinaryOp(rawValue: graph.nodes[$0].operation)! }
  }

  @Test(arguments: [nil, 7, -7, 8, 1, -1, 0, .min, .max] as [Int32?])
  func isOneOperation(_ divisor: Int32?) {
    let a: [Int32] = [0, 1, -1, 7, -7, 8, -8, 13, -13, 20, -20, .min, .max, 56, -56, 5]
    let divisors: [Int32] = [3, -3, 0, 7, 7, -8, 8, 5, 5, -6, -6, -1, 2, 56, 0, .min]
    let b = divisor.map { divisor in a.map { _ in divisor } } ?? divisors
    let results = program(a.count, by: divisor).run([TestArray(a, [16], .int32), TestArray(b, [16], .int32)])
    #expect(results[0].elements(Int32.self) == zip(a, b).map(floorQuotient))
    #expect(results[1].elements(Int32.self) == zip(a, b).map(floorRemainder))
    switch divisor {
    case nil, 7: #expect(operations(program(16, by: divisor)) == [.floorDiv, .floorRem])
    case 8: #expect(operations(program(16, by: divisor)) == [.shiftRightArithmetic, .and])
    default: break
    }
  }

  @Test(arguments: [DType.uint8, .uint32], [1, 16, 128] as [UInt64])
  func unsignedByPowersOfTwo(_ dtype: DType, _ by: UInt64) {
    let program = makeProgram([array(dtype, 16)]) { builder, x in
      let results = [BinaryOp.div, .rem].map { builder.binary($0, x[0], builder.scalar(bits: by, dtype)) }
      return results.map { builder.convert($0, to: .uint32) }
    }
    let x = (0..<16).map { UInt32($0 * 17) }
    let given = dtype == .uint8 ? TestArray(x.map(UInt8.init), [16], dtype) : TestArray(x, [16], dtype)
    let results = program.run([given])
    #expect(results[0].elements(UInt32.self) == x.map { $0 / UInt32(by) })
    #expect(results[1].elements(UInt32.self) == x.map { $0 % UInt32(by) })
    #expect(!operations(program).contains { $0 == .div || $0 == .rem })
  }

  /// The sign of a number that all elements are divided by is computed before it is broadcast.
  @Test func byOneNumberInMemory() {
    let program = makeProgram([array(.int32, 6), array(.int32)]) { builder, x in
      func everywhere(_ number: Slot) -> Slot { builder.view(number, shape: [6], offset: 0, strides: [0]) }
      let (a, b) = (x[0], everywhere(x[1]))
      let (quotient, rest) = (builder.binary(.div, a, b), builder.binary(.rem, a, b))
      let isInexact = builder.compare(.ne, rest, builder.int(0))
      let sign = everywhere(builder.unary(.sign, x[1]))
      let isBelow = everywhere(builder.compare(.lt, x[1], builder.int(0)))
      let differ = builder.compare(.ne, builder.unary(.sign, a), sign)
      let isNegative = builder.compare(.ne, builder.compare(.lt, rest, builder.int(0)), isBelow)
      return [
        builder.select(
          builder.binary(.and, differ, isInexact), builder.binary(.sub, quotient, builder.int(1)), quotient),
        builder.select(builder.binary(.and, isNegative, isInexact), builder.binary(.add, rest, b), rest),
      ]
    }
    #expect(operations(program) == [.floorDiv, .floorRem])
    let a: [Int32] = [7, -7, 0, 20, -1, .min]
    for divisor: Int32 in [7, -7, 3, 0, -1] {
      let results = program.run([TestArray(a, [6], .int32), TestArray([divisor], [], .int32)])
      #expect(results[0].elements(Int32.self) == a.map { floorQuotient($0, divisor) })
      #expect(results[1].elements(Int32.self) == a.map { floorRemainder($0, divisor) })
    }
  }

  /// What looks like it and is not: the rest of another division.
  @Test func leavesOtherChoicesAlone() {
    let other = makeProgram([array(.int32, 4), array(.int32, 4)]) { builder, x in
      let (rest, another) = (builder.binary(.rem, x[0], builder.int(7)), builder.binary(.rem, x[1], builder.int(7)))
      let isBelow = builder.binary(
        .and, builder.compare(.lt, rest, builder.int(0)), builder.compare(.ne, another, builder.int(0)))
      return [builder.select(isBelow, builder.binary(.add, rest, builder.int(7)), rest)]
    }
    #expect(!operations(other).contains(.floorRem))
    let inputs = [[-8, -7, 8, -1], [7, 1, 1, 1]].map { (values: [Int32]) in TestArray(values, [4], .int32) }
    #expect(other.run(inputs)[0].elements(Int32.self) == [-1, 0, 1, 6])
  }
}
