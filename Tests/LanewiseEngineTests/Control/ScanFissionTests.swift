import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Scans of which part is done afterwards, against the whole scan.
@Suite struct ScanFissionTests {
  private let f32 = array(.float32)
  private let length = 37

  private func check(
    reverse: Bool = false, isSplit: Bool = true, _ body: @escaping (ProgramBuilder, [Slot]) -> [Slot]
  ) {
    let types = [f32, f32, f32]
    let program = makeProgram(types) { b, x in body(b, x) }
    let stack = array(.float32, length)
    let operands = [f32, f32, stack]
    let results =
      [f32] + program.outputs.dropFirst().map { slot in
        let type = program.types[Int(slot.index)]
        return AbstractArray(Shape([length] + type.shape.dims), type.dtype)
      }
    let split = makeProgram(operands) { b, x in
      b.scan(body: program, constants: 1, carries: 1, length: length, reverse: reverse, x, results)
    }
    let whole = ScanStep(body: program, constants: 1, carries: 1, length: length, reverse: reverse)
    let inputs = [float(0.7), float(0.2), floats((0..<length).map { Float($0 % 11) / 5 - 1 })]
    let expected = makeProgram(whole, operands, results).run(inputs).map(\.bytes)
    #expect(split.run(inputs).map(\.bytes) == expected)
    #expect((split.instructions.count > 1) == isSplit)
  }

  @Test(arguments: [false, true]) func computesStacksOfTheirSources(reverse: Bool) {
    // Inputs: a constant k, the carry c, a slice x.
    check(reverse: reverse) { b, x in
      let next = b.binary(.add, b.binary(.mul, b.unary(.sin, x[1]), x[0]), x[2])
      let slope = b.binary(.mul, b.unary(.cos, x[1]), x[0])
      return [next, slope, b.unary(.exp, b.binary(.sub, x[2], next)), next]
    }
    check(reverse: reverse) { b, x in
      let sine = b.unary(.sin, x[2])
      let isLarge = b.compare(.gt, sine, b.float(0.5))
      return [b.binary(.add, x[1], x[2]), b.select(isLarge, sine, b.unary(.neg, x[1])), isLarge]
    }
  }

  /// Of constants alone; of arrays in the body; where the carry needs the function itself.
  @Test func leavesNothingOut() {
    check { b, x in [b.binary(.add, x[1], x[2]), b.unary(.exp, x[0])] }
    check { b, x in
      let wide = b.view(b.unary(.tanh, x[1]), shape: [3], offset: 0, strides: [0])
      return [b.binary(.add, x[1], x[2]), b.unary(.exp, x[1]), wide]
    }
    check(isSplit: false) { b, x in
      let sine = b.unary(.sin, x[1])
      return [b.binary(.add, sine, x[2]), sine]
    }
    check(isSplit: false) { b, x in [b.binary(.add, x[1], x[2]), b.binary(.mul, x[1], x[2])] }
  }
}
