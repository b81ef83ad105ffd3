import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SuperinstructionTests {
  /// The comparison is done where it decides, with its operands in either order.
  @Test func comparisonsDecide() {
    let x = (0..<1003).map { Double($0 * 7 % 11) - 5 }
    let y = (0..<1003).map { Double($0 * 5 % 7) - 3 }
    for op in CompareOp.allCases {
      let program = makeProgram([array(.float32, 1003), array(.float32, 1003)]) { b, x in
        let relu = b.select(b.compare(op, x[0], b.float(0)), x[0], b.float(0))
        let step = b.select(b.compare(op, b.float(1), x[1]), b.float(2), b.float(3))
        return [b.select(b.compare(op, relu, step), x[0], b.unary(.neg, x[1]))]
      }
      #expect(instructions(program) == 4)
      expectAgreement(program, [x, y], [1003])
    }
  }

  /// A comparison that decides several choices is done with each.
  @Test func comparisonsDecideOftener() {
    let program = makeProgram([array(.float32, 1003), array(.float32, 1003)]) { b, x in
      let isLess = b.compare(.lt, x[0], x[1])
      let (lesser, greater) = (b.select(isLess, x[0], x[1]), b.select(isLess, x[1], x[0]))
      return [greater, lesser]
    }
    #expect(instructions(program) == 2)
    let x = (0..<1003).map { Float($0 * 7 % 3) }
    let y = (0..<1003).map { Float($0 * 5 % 4) }
    let found = program.run([floats(x), floats(y)]).map(\.floats)
    #expect(found == [zip(x, y).map { max($0, $1) }, zip(x, y).map { min($0, $1) }])
  }

  /// What is chosen between must be as wide as what is compared, each time.
  @Test func comparisonsDecideWhatIsAsWide() {
    let program = makeProgram([array(.int32, 40), array(.float64, 40)]) { b, x in
      let isNegative = b.compare(.lt, x[0], b.int(0))
      return [b.select(isNegative, x[1], b.unary(.neg, x[1])), b.select(isNegative, b.int(7), x[0])]
    }
    let (x, y) = ((0..<40).map { Int32($0 % 3 - 1) }, (0..<40).map { Double($0) })
    let found = program.run([TestArray(x, [40], .int32), TestArray(y, [40], .float64)])
    #expect(found[0].elements(Double.self) == zip(x, y).map { $0 < 0 ? $1 : -$1 })
    #expect(found[1].elements(Int32.self) == x.map { $0 < 0 ? 7 : $0 })
  }

  /// A comparison that is needed itself is computed.
  @Test func comparisonsThatAreOutputsAreStored() {
    let program = makeProgram([array(.float32, 40)]) { b, x in
      let isPositive = b.compare(.gt, x[0], b.float(0))
      return [b.select(isPositive, x[0], b.float(1)), isPositive]
    }
    #expect(instructions(program) == 2)
    expectAgreement(program, [(0..<40).map { Double($0) - 20 }], [40])
  }

  /// What is chosen if not the first is the difference of the first from a number: as the derivative of |x| has it.
  @Test func mirrorsAreChosenInOnePass() {
    let types = [array(.float32, 1003), array(.float32, 1003)]
    let (x, y) = ((0..<1003).map { Double($0 * 7 % 11) - 5 }, (0..<1003).map { Double($0 * 5 % 7) - 3 })
    for op in CompareOp.allCases {
      let program = makeProgram(types) { b, x in
        [b.select(b.compare(op, b.float(1), x[0]), x[1], b.binary(.sub, b.float(2), x[1]))]
      }
      #expect(instructions(program) == 1)
      expectAgreement(program, [x, y], [1003])
    }
    // Where it is needed itself, it is computed.
    let shared = makeProgram(types) { b, x in
      let mirror = b.binary(.sub, b.float(2), x[1])
      return [b.select(b.compare(.lt, x[0], x[1]), x[1], mirror), b.binary(.mul, mirror, x[0])]
    }
    let found = shared.run([floats(x.map { Float($0) }), floats(y.map { Float($0) })]).map(\.floats)
    #expect(found[0] == zip(x, y).map { Float($0 < $1 ? $1 : 2 - $1) })
    #expect(found[1] == zip(x, y).map { Float((2 - $1) * $0) })
  }

  /// The magnitude of a complex number is no |x| of a pair.
  @Test func magnitudesAreNoPairs() {
    let program = makeProgram([array(.complex64, 40)]) { b, x in
      [b.binary(.add, b.unary(.abs, x[0]), b.float(1)), b.reduce(.max, b.unary(.abs, x[0]), axes: [0])]
    }
    let z = (0..<40).map { Complex<Float>(Float($0) * 3, Float($0) * 4) }
    let found = program.run([TestArray(z, [40], .complex64)])
    #expect(found[0].floats == (0..<40).map { Float($0) * 5 + 1 })
    #expect(found[1].floats == [195])
  }

  /// "And" and "or" of comparisons, and of one with a bool.
  @Test func comparisonsAreJoined() {
    let types = [array(.float32, 1003), array(.int32, 1003), array(.bool, 1003)]
    let program = makeProgram(types) { b, x in
      let isInside = b.binary(.and, b.compare(.ge, x[0], b.float(-2)), b.compare(.lt, x[0], b.float(2)))
      let isOut = b.binary(.or, isInside, b.compare(.eq, b.int(3), x[1]))
      return [b.binary(.and, x[2], b.compare(.ne, x[1], b.int(0))), isOut]
    }
    #expect(instructions(program) == 4)
    let x = (0..<1003).map { Float($0 * 7 % 11) - 5 }
    let (y, z) = ((0..<1003).map { Int32($0 * 5 % 7) - 3 }, (0..<1003).map { UInt8($0 % 2) })
    let found = program.run([floats(x), TestArray(y, [1003], .int32), TestArray(z, [1003], .bool)])
    #expect(found[0].elements(UInt8.self) == zip(y, z).map { $0 != 0 ? $1 : 0 })
    #expect(found[1].elements(UInt8.self) == zip(x, y).map { $0 >= -2 && $0 < 2 || $1 == 3 ? 1 : 0 })
  }

  /// A bool that is joined and needed elsewhere is computed once.
  @Test func comparisonsOfSeveralUsersAreNotJoined() {
    let program = makeProgram([array(.float32, 40)]) { b, x in
      let isPositive = b.compare(.gt, x[0], b.float(0))
      let isSmall = b.binary(.and, isPositive, b.compare(.lt, x[0], b.float(9)))
      return [isSmall, b.select(isPositive, x[0], b.float(1))]
    }
    let x = (0..<40).map { Float($0) - 20 }
    let found = program.run([floats(x)])
    #expect(found[0].elements(UInt8.self) == x.map { $0 > 0 && $0 < 9 ? 1 : 0 })
    #expect(found[1].floats == x.map { $0 > 0 ? $0 : 1 })
  }

  @Test func operationsThatChangeNothingFallAway() {
    let program = makeProgram([array(.float32, 40)]) { b, x in
      let same = b.binary(.sub, b.binary(.div, b.binary(.mul, b.float(1), x[0]), b.float(1)), b.float(0))
      return [b.unary(.neg, b.binary(.mul, same, b.float(1)))]
    }
    #expect(instructions(program) == 1)
    expectAgreement(program, [(0..<40).map { Double($0) - 20 }], [40])
    // −0 + 0 is +0.
    let sum = makeProgram([array(.float32, 40)]) { b, x in [b.binary(.add, x[0], b.float(0))] }
    #expect(sum.run([floats(Array(repeating: -0.0, count: 40))])[0].floats.allSatisfy { $0.sign == .plus })
  }

  /// Operands with rows of two to forty elements, of which a tile has many.
  @Test(arguments: [1, 2, 3, 4, 5, 31, 40]) func shortRowsOfOperands(length: Int) {
    let (outer, middle) = (7, 130)
    let shape: Shape = [outer, middle, length]
    let types = [[outer, length], [middle, length], [outer, middle], [middle, outer, length]].map {
      AbstractArray(Shape($0), .float32)
    }
    let program = makeProgram(types) { b, x in
      func view(_ index: Int, _ strides: [Int]) -> Slot { b.view(x[index], shape: shape, offset: 0, strides: strides) }
      let sum = b.binary(.add, view(0, [length, 0, 1]), view(1, [0, length, 1]))
      let product = b.binary(.mul, view(2, [middle, 1, 0]), view(3, [length, outer * length, 1]))
      return [b.binary(.sub, sum, product)]
    }
    let inputs = types.enumerated().map { place, type in (0..<type.count).map { Double(($0 * 7 + place) % 13) } }
    let expected = Interpreter.run(program, inputs)[0].map { Float($0) }
    let found = program.run(zip(inputs, types).map { TestArray($0.map { Float($0) }, $1.shape.dims, .float32) })
    #expect(found[0].floats == expected)
  }

  /// Results of one range that need the same arrays are computed in one pass, whatever joins them.
  @Test func resultsOfTheSameArraysShareAPass() {
    let type = array(.float32, 10_000)
    let program = makeProgram([type, type]) { b, x in
      let product = b.binary(.mul, x[0], x[1])
      let other = b.unary(.neg, b.unary(.exp, x[1]))
      return [b.reduce(.sum, product, axes: [0]), b.unary(.exp, product), other, b.binary(.max, other, x[0])]
    }
    let executable = Executable(program)
    #expect(executable.items.count == 1)
    #expect(executable.temporaryByteCount == 0)
  }
}
