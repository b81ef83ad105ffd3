import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SimplifyOrderTests {
  private let x: [Float] = [-3, -1, -0.0, 0, 0.5, 1, 2, .infinity, -.infinity, .nan]

  private func flags(_ program: Program, _ inputs: [[Float]]) -> [Bool] {
    program.run(inputs.map(floats))[0].elements(UInt8.self).map { $0 != 0 }
  }

  /// Whether an operand is its maximum, or minimum, with another one.
  @Test(arguments: [BinaryOp.max, .min], [false, true])
  func isTheExtremeItself(_ extreme: BinaryOp, _ isSwapped: Bool) {
    let program = makeProgram([array(.float32, 10), array(.float32, 10)]) { b, x in
      let bound = b.binary(extreme, x[0], x[1])
      return [isSwapped ? b.compare(.eq, bound, x[1]) : b.compare(.eq, x[0], bound)]
    }
    let y: [Float] = [-3, 5, 0, -0.0, .nan, 0, 3, 1, 1, 2]
    let want = zip(x, y).map { (x: Float, y: Float) -> Bool in
      let bound = x.isNaN || y.isNaN ? .nan : extreme == .max ? max(x, y) : min(x, y)
      return (isSwapped ? y : x) == bound
    }
    #expect(flags(program, [x, y]) == want)
    #expect(!Executable(program).description.contains("\(extreme)_"))
  }

  /// Comparisons of a bounded number with another: simplified or not, they hold where they held.
  @Test(arguments: CompareOp.allCases, [BinaryOp.max, .min])
  func ofABoundedNumber(_ op: CompareOp, _ extreme: BinaryOp) {
    for limit in [-1, 1, .nan] as [Float] {
      for number in [-2, -1, 0, 1, 2] as [Float] {
        for isSwapped in [false, true] {
          let program = makeProgram([array(.float32, 10)]) { b, x in
            let bound = b.binary(extreme, b.float(limit), x[0])
            return [isSwapped ? b.compare(op, b.float(number), bound) : b.compare(op, bound, b.float(number))]
          }
          let want = x.map { (x: Float) -> Bool in
            let bound = x.isNaN || limit.isNaN ? .nan : extreme == .max ? max(limit, x) : min(limit, x)
            return isSwapped ? op.holds(number, bound) : op.holds(bound, number)
          }
          #expect(flags(program, [x]) == want, "\(extreme) with \(limit), compared with \(number)")
        }
      }
    }
  }

  /// The derivative of a number that is cut at both ends asks for the number alone.
  @Test func boundsAreSeenThrough() {
    let program = makeProgram([array(.float32, 10)]) { b, x in
      let lower = b.binary(.max, b.float(-1), x[0])
      return [b.compare(.eq, lower, b.binary(.min, b.float(1), lower))]
    }
    #expect(flags(program, [x]) == x.map { $0 <= 1 })
    let text = Executable(program).description
    #expect(!text.contains("max_") && !text.contains("min_"))
  }
}
