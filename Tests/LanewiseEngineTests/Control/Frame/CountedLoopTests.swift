import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Loops whose end is worked out, against those that run their turns.
@Suite struct CountedLoopTests {
  private let i32 = array(.int32)

  /// `while i op limit { i += step; other -= 3 }` over (i, other, passed).
  private func program(_ op: CompareOp, _ step: Int32, isSwapped: Bool, frame: Bool) -> Program {
    let carry = [i32, array(.int64), array(.float32)]
    let loop = WhileStep(
      cond: makeProgram([i32] + carry) { b, x in [isSwapped ? b.compare(op, x[0], x[1]) : b.compare(op, x[1], x[0])] },
      body: makeProgram(carry) { b, x in
        [b.binary(.add, b.int(step), x[0]), b.binary(.sub, x[1], b.scalar(bits: 3, .int64)), x[2]]
      },
      condConstants: 1, bodyConstants: 0, allowsFrame: frame)
    return makeProgram(loop, [i32] + carry, carry)
  }

  private func check(_ program: (Bool) -> Program, limit: Int32, start: Int32, _ name: String) {
    let inputs = [int(limit), int(start), TestArray([Int64(1) << 40], [], .int64), float(7)]
    let results = [true, false].map { program($0).run(inputs).map(\.bytes) }
    #expect(results[0] == results[1], "\(name), from \(start) to \(limit)")
  }

  @Test func endsWhereItsTurnsWouldEnd() {
    for (op, step) in [(.lt, 1), (.lt, 3), (.le, 2), (.gt, -1), (.ge, -4), (.ne, 1)] as [(CompareOp, Int32)] {
      for isSwapped in [false, true] {
        let own = isSwapped ? op.swapped : op
        for (start, distance) in [(0, 12), (0, 0), (5, -3), (-7, 13), (100, 1), (-50, 2)] as [(Int32, Int32)] {
          if op == .ne, distance < 0 { continue }
          let limit = step > 0 ? start + distance : start - distance
          check({ program(own, step, isSwapped: isSwapped, frame: $0) }, limit: limit, start: start, "\(op) by \(step)")
        }
      }
    }
  }

  /// A counter that leaves int32 comes back on the other side, and the loop goes on.
  @Test func wrapsAsItsTurnsDo() {
    check(
      { program(.lt, 0x7000_0000, isSwapped: false, frame: $0) }, limit: 0x7fff_fff0, start: 0x1fff_ffff, "wrapping")
    check({ program(.lt, 1, isSwapped: false, frame: $0) }, limit: .max, start: .max - 5, "to the last")
    check({ program(.gt, -1, isSwapped: false, frame: $0) }, limit: .min, start: .min + 5, "to the first")
  }

  /// Turns that do more, and read the counter: not at all, by itself, or as a part of an array.
  @Test(arguments: 0..<3) func countsForTurnsThatReadTheCounter(reading: Int) {
    let carry = [i32, array(.int64), array(.float32)]
    func program(_ frame: Bool) -> Program {
      let loop = WhileStep(
        cond: makeProgram([i32] + carry) { b, x in [b.compare(.lt, x[1], x[0])] },
        body: makeProgram(carry) { b, x in
          let one = b.reshape(x[0], [1])
          let read =
            switch reading {
            case 0: b.float(1)
            case 1: b.convert(x[0], to: .float32)
            default:
              b.convert(
                b.reduce(.max, b.step(ConcatenateStep(axis: 0), [one, one, one], [array(.int32, 3)])[0], axes: [0]),
                to: .float32)
            }
          return [
            b.binary(.add, x[0], b.int(2)), b.binary(.sub, x[1], b.scalar(bits: 3, .int64)), b.binary(.add, x[2], read),
          ]
        },
        condConstants: 1, bodyConstants: 0, allowsFrame: frame)
      return makeProgram(loop, [i32] + carry, carry)
    }
    for limit in [0, 1, 9] as [Int32] { check(program, limit: limit, start: 1, "reading \(reading)") }
  }
}
