import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Arrays that are computed where they are joined with others.
@Suite struct JoinedPartsTests {
  private func concatenated(_ b: ProgramBuilder, _ slots: [Slot], _ count: Int) -> Slot {
    b.step(ConcatenateStep(axis: 0), slots, [array(.float32, count)])[0]
  }

  private func run(_ program: Program, _ counts: [Int]) -> [[Float]] {
    program.run(counts.map { count in floats((0..<count).map { Float($0 + count) }) }).map(\.floats)
  }

  /// Groups and steps write into the result; an input, and what is no multiple of a vector, are copied.
  @Test func partsLieInTheResult() {
    let program = makeProgram([array(.float32, 64), array(.float32, 32), array(.float32, 7)]) { b, x in
      let parts = [b.unary(.neg, x[0]), x[1], b.unary(.square, x[1]), b.unary(.abs, x[2])]
      return [concatenated(b, parts, 64 + 32 + 32 + 7)]
    }
    let text = Executable(program).description
    #expect(text.contains("out0@0 = neg_f32") && text.contains("out0@384 = square_f32"))
    #expect(text.contains("tmp0 = abs_f32"))
    let (a, c, d) = ((0..<64).map { Float($0 + 64) }, (0..<32).map { Float($0 + 32) }, (0..<7).map { Float($0 + 7) })
    #expect(run(program, [64, 32, 7]) == [a.map { -$0 } + c + c.map { $0 * $0 } + d])
  }

  /// What is used later, twice, or is a result itself has a place of its own.
  @Test func othersHaveTheirOwnPlace() {
    let program = makeProgram([array(.float32, 64)]) { b, x in
      let (later, twice, result) = (b.unary(.neg, x[0]), b.unary(.square, x[0]), b.unary(.abs, x[0]))
      let whole = concatenated(b, [later, twice, twice, result], 256)
      return [whole, result, b.binary(.mul, later, b.view(whole, shape: [64], offset: 64, strides: [1]))]
    }
    #expect(!Executable(program).description.contains("@"))
    let x = (0..<64).map { Float($0 + 64) }
    let whole = x.map { -$0 } + x.map { $0 * $0 } + x.map { $0 * $0 } + x
    #expect(run(program, [64]) == [whole, x, x.map { -$0 * $0 * $0 }])
  }

  /// A whole that is an intermediate array, and a part of another.
  @Test func partsOfParts() {
    let program = makeProgram([array(.float32, 32)]) { b, x in
      let inner = concatenated(b, [b.unary(.neg, x[0]), b.unary(.square, x[0]), x[0]], 96)
      let outer = concatenated(b, [b.unary(.abs, x[0]), inner, b.unary(.sign, x[0])], 160)
      return [b.view(outer, shape: [160], offset: 159, strides: [-1])]
    }
    #expect(Executable(program).description.contains("@0@") || Executable(program).description.contains("@128@"))
    let x = (0..<32).map { Float($0 + 32) }
    #expect(run(program, [32]) == [Array((x + x.map { -$0 } + x.map { $0 * $0 } + x + x.map { _ in 1 }).reversed())])
  }

  /// Steps that work in place do so in the result.
  @Test func whatStepsTurnIntoTheResult() {
    func set(_ b: ProgramBuilder, _ array: Slot, at index: Int32) -> Slot {
      let types = [AbstractArray([64], .float32)]
      let place = b.scalar(bits: UInt64(index), .int32)
      return b.step(DynamicUpdateSliceStep(), [array, b.reshape(b.scalar(bits: 0, .float32), [1]), place], types)[0]
    }
    let program = makeProgram([array(.float32, 64)]) { b, x in [set(b, set(b, b.unary(.neg, x[0]), at: 3), at: 5)] }
    #expect(Executable(program).description.contains("out0@0 = neg_f32"))
    var expected = (0..<64).map { -Float($0 + 64) }
    (expected[3], expected[5]) = (0, 0)
    #expect(run(program, [64]) == [expected])
    let read = makeProgram([array(.float32, 64)]) { b, x in
      let negated = b.unary(.neg, x[0])
      return [set(b, negated, at: 3), negated]
    }
    expected[5] = -69
    #expect(run(read, [64]) == [expected, (0..<64).map { -Float($0 + 64) }])
  }
}
