import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SimplifyBranchesTests {
  private enum Form: CaseIterable { case plain, swapped, negated, negatedFirst, negatedOnTrue }

  /// What the derivative of a choice adds up, where the third input holds.
  private func program(_ form: Form) -> Program {
    makeProgram([array(.float32, 8), array(.float32, 8), array(.bool, 8)]) { b, x in
      let zero = b.float(0)
      let (onTrue, onFalse) = (b.select(x[2], x[0], zero), b.select(x[2], zero, x[1]))
      return switch form {
      case .plain: [b.binary(.add, onTrue, onFalse)]
      case .swapped: [b.binary(.add, onFalse, onTrue)]
      case .negated: [b.binary(.add, onTrue, b.unary(.neg, onFalse))]
      case .negatedFirst: [b.binary(.add, b.unary(.neg, onFalse), onTrue)]
      case .negatedOnTrue: [b.binary(.add, b.unary(.neg, onTrue), onFalse)]
      }
    }
  }

  @Test(arguments: Form.allCases) private func oneChoiceWithTheSameBits(_ form: Form) {
    let x: [Float] = [1, -0.0, 0, .infinity, 2, -0.0, 0, -3]
    let y: [Float] = [5, 6, 7, 8, -0.0, 0, .infinity, -0.0]
    let flags: [UInt8] = [1, 1, 1, 1, 0, 0, 0, 0]
    let program = program(form)
    let found = program.run([floats(x), floats(y), TestArray(flags, [8], .bool)])[0].floats
    let want = flags.indices.map { i -> Float in
      let (onTrue, onFalse) = flags[i] != 0 ? (x[i], 0) : (0, y[i])
      return switch form {
      case .plain, .swapped: onTrue + onFalse
      case .negated, .negatedFirst: onTrue + -onFalse
      case .negatedOnTrue: -onTrue + onFalse
      }
    }
    #expect(found.map(\.bitPattern) == want.map(\.bitPattern))
    let graph = Simplifier.simplify(program)
    let grouping = Grouping(graph)
    let computed = graph.nodes.indices.filter { grouping.itemOfNode[$0] >= 0 }.map { graph.nodes[$0].kind }
    #expect(computed.count { $0 == .select } == 1 && !computed.contains(.unary))
  }

  /// Choices by other conditions, or of which both may be other than 0, stay sums.
  @Test func leavesOtherSumsAlone() {
    let program = makeProgram([array(.float32, 4), array(.bool, 4), array(.bool, 4)]) { b, x in
      let zero = b.float(0)
      let (first, second) = (b.select(x[1], x[0], zero), b.select(x[2], zero, x[0]))
      return [b.binary(.add, first, second), b.binary(.add, first, b.select(x[1], b.float(1), x[0]))]
    }
    let inputs = [[1, 0, 1, 0], [1, 1, 0, 0]].map { (flags: [UInt8]) in TestArray(flags, [4], .bool) }
    let results = program.run([floats([1, 2, 3, 4])] + inputs)
    #expect(results[0].floats == [1, 0, 6, 4])
    #expect(results[1].floats == [2, 2, 4, 4])
  }

  /// The derivative of |x| at numbers: 1 and −1.
  @Test func choicesOfNumbersStayNumbers() {
    let program = makeProgram([array(.float32, 4)]) { b, x in
      let (zero, one) = (b.float(0), b.float(1))
      let isPositive = b.compare(.ge, x[0], zero)
      let other = b.unary(.neg, b.select(isPositive, zero, one))
      return [b.binary(.add, b.select(isPositive, one, zero), other)]
    }
    #expect(program.run([floats([-2, -0.0, 3, .nan])])[0].floats == [-1, 1, 1, -1])
    #expect(!Executable(program).description.contains("sub"))
  }

  @Test(arguments: [false, true]) func productsOfNumbersAreChoices(_ isOneOnTrue: Bool) {
    let program = makeProgram([array(.bool, 4), array(.bool, 4)]) { b, x in
      let (on, off) = isOneOnTrue ? (b.float(1), b.float(0)) : (b.float(0), b.float(1))
      return [b.binary(.mul, b.select(x[0], on, off), b.select(x[1], b.float(0.5), b.float(3)))]
    }
    let flags = [[1, 1, 0, 0], [1, 0, 1, 0]].map { (flags: [UInt8]) in TestArray(flags, [4], .bool) }
    #expect(program.run(flags)[0].floats == (isOneOnTrue ? [0.5, 3, 0, 0] : [0, 0, 0.5, 3]))
    #expect(!Executable(program).description.contains("mul"))
  }

  /// 0 · −1 is −0, and 0 · ∞ is NaN.
  @Test(arguments: [-1, .infinity] as [Float]) func otherProductsStay(_ factor: Float) {
    let program = makeProgram([array(.bool, 2), array(.bool, 2)]) { b, x in
      let mask = b.select(x[0], b.float(1), b.float(0))
      return [b.binary(.mul, mask, b.select(x[1], b.float(factor), b.float(2)))]
    }
    let flags = [[0, 1], [1, 1]].map { (flags: [UInt8]) in TestArray(flags, [2], .bool) }
    let found = program.run(flags)[0].floats
    #expect(found[0].bitPattern == (0 * factor).bitPattern || found[0].isNaN && factor.isInfinite)
    #expect(found[1] == factor)
  }

  /// Two terms of a derivative: the mask comes first in the one and last in the other.
  @Test(arguments: [0.5, -1, 2] as [Float], [false, true])
  func masksAreMultipliedLast(_ c: Float, _ isZeroOnTrue: Bool) {
    let x: [Float] = [1, -2, .infinity, -0.0, 3e38, -3e38, 1e-45, .nan]
    let flags: [UInt8] = [1, 0, 0, 0, 0, 1, 1, 0]
    let program = makeProgram([array(.float32, 8), array(.bool, 8)]) { b, x in
      let mask = b.select(x[1], b.float(isZeroOnTrue ? 0 : 1), b.float(isZeroOnTrue ? 1 : 0))
      let first = b.binary(.mul, mask, b.binary(.mul, b.float(c), x[0]))
      let second = b.binary(.mul, b.binary(.mul, mask, x[0]), b.float(c))
      return [first, b.binary(.max, first, second), b.binary(.min, first, second)]
    }
    let results = program.run([floats(x), TestArray(flags, [8], .bool)]).map(\.floats)
    for i in x.indices {
      let mask: Float = (flags[i] != 0) == isZeroOnTrue ? 0 : 1
      let (first, second) = (mask * (c * x[i]), (mask * x[i]) * c)
      #expect(results[0][i].bitPattern == first.bitPattern || first.isNaN && results[0][i].isNaN)
      // Where the products overflow, they differ.
      let isSame = first.bitPattern == second.bitPattern || first.isNaN && second.isNaN
      #expect(isSame || Swift.abs(c) > 1)
      #expect(!isSame || first.isNaN || results[1][i].bitPattern == results[2][i].bitPattern)
    }
    let graph = Simplifier.simplify(program)
    let grouping = Grouping(graph)
    let products = graph.nodes.indices.filter {
      grouping.itemOfNode[$0] >= 0 && graph.nodes[$0].kind == .binary
        && graph.nodes[$0].operation == BinaryOp.mul.rawValue
    }
    #expect(products.count == (Swift.abs(c) > 1 ? 4 : 2))
  }
}
