import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Sums of what one kernel computes and folds.
@Suite struct TileFusedFoldsTests {
  private func check(
    _ inputs: [AbstractArray], instructions: Int, sourceLocation: SourceLocation = #_sourceLocation,
    _ write: (ProgramBuilder, [Slot]) -> Slot
  ) {
    let program = makeProgram(inputs) { b, x in [b.reduce(.sum, write(b, x), axes: [b.type(x[0]).rank - 1])] }
    let x = inputs.enumerated().map { place, type in (0..<type.count).map { Double(($0 * 7 + place) % 5) - 2 } }
    let expected = Interpreter.run(program, x)[0].map { Float($0) }
    let found = program.run(zip(x, inputs).map { TestArray($0.map { Float($0) }, $1.shape.dims, .float32) })
    #expect(found[0].floats == expected, sourceLocation: sourceLocation)
    guard case .tiles(let tiles) = Executable(program).items[0] else { return #expect(Bool(false)) }
    #expect(tiles.body.count == instructions, "\(Executable(program))", sourceLocation: sourceLocation)
  }

  private let vector = array(.float32, 3001)

  @Test func oneInstruction() {
    check([vector], instructions: 1) { b, x in
      b.binary(.sub, b.unary(.square, b.binary(.add, x[0], b.float(2))), b.float(4))
    }
    check([vector, vector], instructions: 1) { b, x in b.unary(.square, b.binary(.sub, x[0], x[1])) }
    check([vector], instructions: 1) { b, x in b.unary(.square, b.binary(.sub, b.float(3), x[0])) }
    check([vector, vector, vector], instructions: 1) { b, x in b.binary(.mul, x[2], b.binary(.mul, x[0], x[1])) }
    check([vector], instructions: 1) { b, x in b.binary(.mul, b.binary(.add, b.float(1), x[0]), b.float(3)) }
    let rows = array(.float32, 5, 700)
    check([rows, array(.float32, 5)], instructions: 1) { b, x in
      b.unary(.square, b.binary(.sub, x[0], b.view(x[1], shape: rows.shape, offset: 0, strides: [1, 0])))
    }
  }

  /// What no kernel does at once is done in pairs, or one by one.
  @Test func severalInstructions() {
    check([vector], instructions: 3) { b, x in
      b.binary(.max, b.unary(.square, b.binary(.add, x[0], b.float(2))), b.float(4))
    }
    check([vector], instructions: 2) { b, x in
      b.binary(.sub, b.float(4), b.unary(.square, b.binary(.add, x[0], b.float(2))))
    }
    check([vector, vector], instructions: 2) { b, x in
      b.binary(.sub, b.unary(.square, b.binary(.sub, b.float(2), x[0])), x[1])
    }
  }
}
