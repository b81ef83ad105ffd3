import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct TileHornerTests {
  /// Three steps of a polynomial are one instruction, whichever operand the point is.
  @Test func polynomialsGoBySeveralSteps() {
    let x = (0..<1003).map { Double($0 * 7 % 11) - 5 }
    let y = (0..<1003).map { Double($0 * 5 % 7) - 3 }
    for steps in 1...7 {
      let program = makeProgram([array(.float32, 1003), array(.float32, 1003)]) { b, x in
        [
          (0..<steps).reduce(x[0]) { value, step in
            let product = step % 2 == 0 ? b.binary(.mul, value, x[1]) : b.binary(.mul, x[1], value)
            return b.binary(.add, product, b.float(Float(step + 1)))
          }
        ]
      }
      #expect(instructions(program) == (steps + 2) / 3)
      expectAgreement(program, [x, y], [1003])
    }
  }

  /// A step whose value is needed elsewhere, or that multiplies by another point, begins anew.
  @Test func polynomialsKeepTheirValues() {
    let x = (0..<1003).map { Double($0 * 7 % 11) - 5 }
    let y = (0..<1003).map { Double($0 * 5 % 7) - 3 }
    let program = makeProgram([array(.float32, 1003), array(.float32, 1003)]) { b, x in
      func step(_ value: Slot, _ point: Slot) -> Slot { b.binary(.add, b.binary(.mul, value, point), b.float(2)) }
      let first = step(x[0], x[1])
      let second = step(first, x[1])
      let squared = step(second, second)
      let third = step(squared, x[0])
      return [b.binary(.div, step(third, x[0]), b.binary(.add, first, b.float(0.5)))]
    }
    expectAgreement(program, [x, y], [1003])
  }
}
