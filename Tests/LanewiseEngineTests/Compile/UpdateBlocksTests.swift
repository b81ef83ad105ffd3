import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Updates that are computed block by block, and each block taken to its places.
@Suite(.serialized) struct UpdateBlocksTests {
  private static let (count, length, rows) = (70_001, 17, 500)

  private func scatter(_ combiner: ScatterCombiner) -> ScatterStep {
    ScatterStep(
      updateWindowDims: [1], insertedWindowDims: [0], scatterDimsToOperandDims: [0], combiner: combiner, mode: .drop)
  }

  /// An array, its indices, and factors whose double are the updates.
  private let types = [
    array(.float32, rows, length), array(.int32, count, 1), array(.float32, count, length),
  ]
  private let array0 = (0..<rows * length).map { Float($0 % 7) }
  private let indices = (0..<count).map { Int32(truncatingIfNeeded: $0 &* 7919 % (rows + 20)) - 10 }
  private let factors = (0..<count * length).map { Float($0 % 11) - 5 }

  private var inputs: [TestArray] {
    [
      TestArray(array0, types[0].shape.dims, .float32), TestArray(indices, [Self.count, 1], .int32),
      TestArray(factors, types[2].shape.dims, .float32),
    ]
  }

  private func expected(_ combine: (Float, Float) -> Float) -> [Float] {
    var result = array0
    for (update, row) in indices.enumerated() where row >= 0 && row < Self.rows {
      for column in 0..<Self.length {
        let place = Int(row) * Self.length + column
        result[place] = combine(result[place], 2 * factors[update * Self.length + column])
      }
    }
    return result
  }

  private func run(_ program: Program) -> [[Float]] { program.run(inputs).map(\.floats) }

  @Test(arguments: [ScatterCombiner.add, .set, .max]) func areTakenInTheirOrder(_ combiner: ScatterCombiner) {
    let program = makeProgram(types) { b, x in
      let updates = b.binary(.mul, x[2], b.float(2))
      return b.step(scatter(combiner), [b.binary(.add, x[0], b.float(0)), x[1], updates], [types[0]])
    }
    let executable = Executable(program)
    #expect(executable.description.contains("updates"))
    // No array of the updates.
    #expect(executable.temporaryByteCount < Self.count * Self.length * 4)
    let before = Workers.threadCount
    defer { Workers.threadCount = before }
    for threads in [1, 2, 5] {
      Workers.threadCount = threads
      switch combiner {
      case .add: #expect(run(program)[0] == expected { $0 + $1 })
      case .max: #expect(run(program)[0] == expected(max))
      default: #expect(run(program)[0] == expected { $1 })
      }
    }
  }

  /// What comes between the group and the step comes before both.
  @Test func otherItemsKeepTheirOrder() {
    let program = makeProgram(types) { b, x in
      let updates = b.binary(.mul, x[2], b.float(2))
      let places = b.unary(.neg, b.unary(.neg, x[1]))
      let array = b.unary(.neg, b.unary(.neg, x[0]))
      let scattered = b.step(scatter(.add), [array, places, updates], [types[0]])[0]
      return [b.binary(.mul, scattered, b.float(3)), b.reduce(.max, b.convert(places, to: .float32), axes: [0, 1])]
    }
    #expect(Executable(program).description.contains("updates"))
    #expect(run(program)[0] == expected { $0 + $1 }.map { $0 * 3 })
    #expect(run(program)[1] == [Float(indices.max()!)])
  }

  /// Updates that read the array that they go to, or that are needed elsewhere, are there as a whole.
  @Test func othersAreComputedBefore() {
    let reading = makeProgram(types) { b, x in
      let row = b.view(x[0], shape: types[2].shape, offset: 0, strides: [0, 1])
      let nothing = b.binary(.mul, b.binary(.mul, x[2], row), b.float(0))
      let updates = b.binary(.add, b.binary(.mul, x[2], b.float(2)), nothing)
      return b.step(scatter(.add), [x[0], x[1], updates], [types[0]])
    }
    let shared = makeProgram(types) { b, x in
      let updates = b.binary(.mul, x[2], b.float(2))
      return b.step(scatter(.add), [x[0], x[1], updates], [types[0]]) + [updates]
    }
    for program in [reading, shared] {
      #expect(!Executable(program).description.contains("updates"))
      #expect(run(program)[0] == expected { $0 + $1 })
    }
    #expect(run(shared)[1] == factors.map { 2 * $0 })
  }

  /// The array may be given away.
  @Test func anArrayThatIsGivenAwayIsTheResult() {
    let program = makeProgram(types) { b, x in
      b.step(scatter(.add), [x[0], x[1], b.binary(.mul, x[2], b.float(2))], [types[0]])
    }
    #expect(program.run(inputs, donated: 1)[0].floats == expected { $0 + $1 })
  }
}
