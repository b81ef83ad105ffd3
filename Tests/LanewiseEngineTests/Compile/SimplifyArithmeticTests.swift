import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SimplifyArithmeticTests {
  private func isDivided(_ program: Program) -> Bool {
    let graph = Simplifier.simplify(program)
    let grouping = Grouping(graph)
    return graph.nodes.indices.contains {
      grouping.itemOfNode[$0] >= 0 && graph.nodes[$0].kind == .binary
        && graph.nodes[$0].operation == BinaryOp.div.rawValue
    }
  }

  @Test(arguments: [2, -0.25, 0x1p100, 0x1p126, 3, 0, .infinity, 0x1p-127] as [Float])
  func dividesByPowersOfTwoWithTheSameBits(_ divisor: Float) {
    let program = makeProgram([array(.float32, 9)]) { b, x in [b.binary(.div, x[0], b.float(divisor))] }
    let x: [Float] = [3, -0.0, 0, .infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0x1p-120, 1.7]
    let found = program.run([floats(x)])[0].floats
    #expect(zip(found, x).allSatisfy { $0.bitPattern == ($1 / divisor).bitPattern || $0.isNaN && ($1 / divisor).isNaN })
    let isPower = divisor.isNormal && divisor.significandBitPattern == 0 && (1 / divisor).isNormal
    #expect(isDivided(program) == !isPower)
  }

  @Test func dividesByAChoiceOfPowers() {
    func program(_ onTrue: Float, _ onFalse: Float) -> Program {
      makeProgram([array(.float32, 4), array(.bool, 4)]) { b, x in
        [b.binary(.div, x[0], b.select(x[1], b.float(onTrue), b.float(onFalse)))]
      }
    }
    let inputs = [floats([1, 2, 3, 4]), TestArray([1, 0, 1, 0] as [UInt8], [4], .bool)]
    #expect(program(2, 1).run(inputs)[0].floats == [0.5, 2, 1.5, 4])
    #expect(!isDivided(program(2, 1)))
    #expect(program(2, 3).run(inputs)[0].floats == [0.5, 2 / 3, 1.5, 4 / 3])
    #expect(isDivided(program(2, 3)))
  }

  @Test(
    arguments: [DType.float16, .bfloat16, .float64],
    [(2, true), (-0.5, true), (3, false), (0, false)] as [(Float, Bool)])
  func dividesOfAnyFormat(_ dtype: DType, _ divisor: (value: Float, isPower: Bool)) {
    let program = makeProgram([array(.float32, 5)]) { b, x in
      let y = b.convert(b.float(divisor.value), to: dtype)
      return [b.convert(b.binary(.div, b.convert(x[0], to: dtype), y), to: .float32)]
    }
    let x: [Float] = [3, -1.5, 0.25, .infinity, 96]
    #expect(program.run([floats(x)])[0].floats == x.map { $0 / divisor.value } || !divisor.isPower)
    #expect(isDivided(program) == !divisor.isPower)
  }

  @Test func negatedTermsAreSubtracted() {
    let program = makeProgram([array(.float32, 5), array(.float32, 5)]) { b, x in
      let negated = b.unary(.neg, x[1])
      return [b.binary(.add, x[0], negated), b.binary(.add, negated, x[0]), b.binary(.sub, x[0], negated)]
    }
    let (x, y): ([Float], [Float]) = ([1, 0, -0.0, 0, .infinity], [2, 0, -0.0, -0.0, 1])
    let found = program.run([floats(x), floats(y)]).map { $0.floats.map(\.bitPattern) }
    let difference = zip(x, y).map { ($0 - $1).bitPattern }
    #expect(found == [difference, difference, zip(x, y).map { ($0 + $1).bitPattern }])
    #expect(!Executable(program).description.contains("neg"))
  }

  @Test(arguments: [DType.float32, .float64, .int32], [false, true])
  func aComparisonAsNumbersIsAChoice(_ dtype: DType, _ isCompared: Bool) {
    let program = makeProgram([array(dtype, 37)]) { b, x in
      let flags = b.compare(.gt, x[0], b.convert(b.float(0), to: dtype))
      let numbers = b.convert(flags, to: dtype)
      return isCompared ? [b.binary(.add, numbers, x[0]), flags] : [numbers]
    }
    let kinds = Simplifier.simplify(program).nodes.map(\.kind)
    #expect(kinds.contains(.select) && !kinds.contains(.convert))
    let values = (0..<37).map { $0 % 5 - 2 }
    let want = values.map { ($0 > 0 ? 1 : 0) + (isCompared ? $0 : 0) }
    switch dtype {
    case .float32: #expect(program.run([floats(values.map(Float.init))])[0].floats == want.map(Float.init))
    case .float64:
      #expect(
        program.run([TestArray(values.map(Double.init), [37], dtype)])[0].elements(Double.self)
          == want.map(Double.init))
    default:
      #expect(
        program.run([TestArray(values.map(Int32.init), [37], dtype)])[0].elements(Int32.self) == want.map(Int32.init))
    }
  }
}
