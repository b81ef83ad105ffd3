import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Results that are read in part alone.
@Suite struct SimplifySlicesTests {
  private static let (rows, columns) = (30, 50)
  private let x = (0..<rows * columns).map { Float($0) }

  /// What is inside of a border of one, at all sides.
  private func inside(_ b: ProgramBuilder, _ array: Slot) -> Slot {
    b.view(array, shape: [Self.rows - 2, Self.columns - 2], offset: Self.columns + 1, strides: [Self.columns, 1])
  }

  private var places: [Int] {
    (0..<(Self.rows - 2) * (Self.columns - 2)).map {
      ($0 / (Self.columns - 2) + 1) * Self.columns + $0 % (Self.columns - 2) + 1
    }
  }

  private func check(_ groups: Int, _ expected: [[Float]], _ write: (ProgramBuilder, Slot) -> [Slot]) {
    let program = makeProgram([array(.float32, Self.rows, Self.columns)]) { b, slots in write(b, slots[0]) }
    #expect(Executable(program).items.count == groups, "\(Executable(program).description)")
    #expect(program.run([TestArray(x, [Self.rows, Self.columns], .float32)]).map(\.floats) == expected)
  }

  @Test func theSliceOfAChainIsOne() {
    check(1, [places.map { x[$0] * x[$0] - x[$0] * x[$0] * x[$0] }]) { b, x in
      let square = b.binary(.mul, x, x)
      return [inside(b, b.binary(.sub, square, b.binary(.mul, square, x)))]
    }
    // Of every third column, as there is one operand.
    check(1, [stride(from: 0, to: Self.rows * Self.columns, by: 5).map { -x[$0] }]) { b, x in
      [b.view(b.unary(.neg, x), shape: [Self.rows, 10], offset: 0, strides: [Self.columns, 5])]
    }
  }

  @Test func whatOthersReadWholeStays() {
    check(2, [places.map { -x[$0] }, x.map { $0 * $0 }, x.map { -$0 }]) { b, x in
      let negated = b.unary(.neg, x)
      return [inside(b, negated), b.binary(.mul, x, x), negated]
    }
    // One array is stored either way.
    check(2, [places.map { -x[$0] * x[$0] }, x.map { ($0 * $0) * ($0 * $0) }]) { b, x in
      let square = b.binary(.mul, x, x)
      return [inside(b, b.unary(.neg, square)), b.binary(.mul, square, square)]
    }
    // Two would be, instead of one.
    let expected = [places.map { -x[$0] * x[$0] * x[$0] }, x.map { $0 * $0 }, x.map { -$0 }]
    check(2, expected) { b, x in
      let (square, negated) = (b.binary(.mul, x, x), b.unary(.neg, x))
      return [inside(b, b.binary(.mul, square, negated)), square, negated]
    }
  }

  /// The inside of a padded array is the array.
  @Test func paddingThatIsCutAwayAgain() {
    let shape = array(.float32, Self.rows + 2, Self.columns + 3)
    check(1, [x.map { -$0 }]) { b, x in
      let step = PadStep(low: [1, 1], high: [1, 2], interior: [0, 0])
      let padded = b.step(step, [x, b.scalar(bits: 0, .float32)], [shape])[0]
      let back = PadStep(low: [-1, -1], high: [-1, -2], interior: [0, 0])
      let negated = b.unary(.neg, padded)
      return b.step(back, [negated, b.scalar(bits: 0, .float32)], [array(.float32, Self.rows, Self.columns)])
    }
  }

  /// Rows that are read again and again are computed once.
  @Test func repeatedRows() {
    let expected = (0..<20 * Self.columns).map { -x[$0 % Self.columns] }
    check(2, [expected]) { b, x in
      [b.view(b.unary(.neg, x), shape: [20, Self.columns], offset: 0, strides: [0, 1])]
    }
  }
}
