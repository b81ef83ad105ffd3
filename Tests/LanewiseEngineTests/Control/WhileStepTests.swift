import Testing

@testable import LanewiseEngine

@Suite(.serialized) struct WhileStepTests {
  private let i32 = array(.int32)
  private let f32 = array(.float32)

  /// `while i < limit { i += 1; rest = body(rest) }` over (limit, i, rest).
  private func counting(
    _ rest: [AbstractArray], frame: Bool, _ body: (ProgramBuilder, [Slot]) -> [Slot]
  ) -> Program {
    let carry = [i32] + rest
    let step = WhileStep(
      cond: makeProgram([i32] + carry) { b, x in [b.compare(.lt, x[1], x[0])] },
      body: makeProgram(carry) { b, x in [b.binary(.add, x[0], b.int(1))] + body(b, Array(x[1...])) },
      condConstants: 1, bodyConstants: 0, allowsFrame: frame)
    return makeProgram(step, [i32] + carry, carry)
  }

  @Test(arguments: [true, false]) func counts(frame: Bool) {
    let program = counting([], frame: frame) { _, _ in [] }
    #expect(program.run([int(10), int(0)])[0].ints == [10])
    #expect(program.run([int(10), int(12)])[0].ints == [12])
  }

  @Test(arguments: [true, false]) func swapsItsCarry(frame: Bool) {
    let fibonacci = counting([f32, f32], frame: frame) { b, x in [x[1], b.binary(.add, x[0], x[1])] }
    let results = fibonacci.run([int(10), int(0), float(0), float(1)])
    #expect(results.dropFirst().map(\.floats) == [[55], [89]])
    let swap = counting([f32, f32], frame: frame) { _, x in [x[1], x[0]] }
    for turns in 0...3 {
      let results = swap.run([int(Int32(turns)), int(0), float(1), float(2)])
      #expect(results.dropFirst().map(\.floats) == (turns % 2 == 0 ? [[1], [2]] : [[2], [1]]))
    }
  }

  @Test(arguments: [true, false], [3, 300]) func rotatesArrays(frame: Bool, count: Int) {
    let type = array(.float32, count)
    let program = counting([type, type, type, type], frame: frame) { b, x in
      [x[1], x[2], x[0], b.binary(.add, x[3], x[0])]
    }
    let inputs = (1...3).map { number in floats((0..<count).map { Float($0 + 1000 * number) }) }
    let zeros = floats([Float](repeating: 0, count: count))
    for donated in [0 as UInt64, ~0] {
      let results = program.run([int(4), int(0)] + inputs + [zeros], donated: donated)
      let data = inputs.map(\.floats)
      #expect(results[1...3].map(\.floats) == [data[1], data[2], data[0]])
      let sum = (0..<count).map { i -> Float in data[0][i] + data[1][i] + data[2][i] + data[0][i] }
      #expect(results[4].floats == sum)
    }
  }

  @Test(arguments: [true, false]) func carriesConstantsAndDuplicates(frame: Bool) {
    let program = counting([f32, f32, f32, f32], frame: frame) { b, x in
      let next = b.binary(.mul, x[0], b.float(2))
      return [next, next, b.float(7), x[1]]
    }
    let initial = [int(0), float(1), float(-1), float(-2), float(-3)]
    #expect(program.run([int(0)] + initial).dropFirst().map(\.floats) == [[1], [-1], [-2], [-3]])
    #expect(program.run([int(1)] + initial).dropFirst().map(\.floats) == [[2], [2], [7], [-1]])
    #expect(program.run([int(3)] + initial).dropFirst().map(\.floats) == [[8], [8], [7], [4]])
  }

  @Test(arguments: [true, false]) func updatesALargeArrayInPlace(frame: Bool) {
    let count = 100_000
    let type = array(.float32, count)
    let addresses = Lock<Set<UInt>>([])
    let look = HostStep { call in
      let address = UInt(bitPattern: call.operand(0))
      addresses.withLock { _ = $0.insert(address) }
    }
    let carry = [i32, type]
    let step = WhileStep(
      cond: makeProgram(carry) { b, x in [b.compare(.lt, x[0], b.int(50))] },
      body: makeProgram(carry) { b, x in
        _ = b.step(look, [x[1]], [])
        let value = b.reshape(b.convert(x[0], to: .float32), [1])
        return [b.binary(.add, x[0], b.int(1)), b.step(DynamicUpdateSliceStep(), [x[1], value, x[0]], [type])[0]]
      },
      condConstants: 0, bodyConstants: 0, allowsFrame: frame)
    let results = makeProgram(step, carry, carry)
      .run([int(0), floats([Float](repeating: -1, count: count))])
    let expected = (0..<count).map { $0 < 50 ? Float($0) : -1 }
    #expect(results[1].floats == expected)
    #expect(addresses.withLock { $0.count } == 1)
  }

  @Test(arguments: [true, false]) func findsARoot(frame: Bool) {
    // Newton's iteration for √2, until it moves by no more than an ulp.
    let carry = [f32, f32]
    let step = WhileStep(
      cond: makeProgram(carry) { b, x in
        [b.compare(.gt, b.unary(.abs, b.binary(.sub, x[0], x[1])), b.float(Float(2).squareRoot().ulp))]
      },
      body: makeProgram([f32] + carry) { b, x in
        [b.binary(.mul, b.binary(.add, x[1], b.binary(.div, x[0], x[1])), b.float(0.5)), x[1]]
      },
      condConstants: 0, bodyConstants: 1, allowsFrame: frame)
    let results = makeProgram(step, [f32] + carry, carry).run([float(2), float(1), float(0)])
    #expect(abs(results[0].floats[0] - Float(2).squareRoot()) <= Float(2).squareRoot().ulp)
  }

  @Test(arguments: [true, false]) func wrapsIntegers(frame: Bool) {
    let program = counting([i32], frame: frame) { b, x in [b.binary(.mul, x[0], b.int(1_103_515_245))] }
    let expected = (0..<20).reduce(Int32(12345)) { value, _ in value &* 1_103_515_245 }
    #expect(program.run([int(20), int(0), int(12345)])[1].ints == [expected])
  }

  @Test(arguments: [true, false]) func carriesEveryDType(frame: Bool) {
    for dtype in DType.allCases {
      for shape in [[], [3], [0], [40]] {
        let type = AbstractArray(Shape(shape), dtype)
        let program = counting([type, type], frame: frame) { _, x in [x[1], x[0]] }
        func bytes(_ offset: Int) -> TestArray {
          var array = TestArray(zerosOf: type)
          for index in array.bytes.indices {
            array.bytes[index] = UInt8((index * 7 + offset) % (dtype == .bool ? 2 : 251))
          }
          return array
        }
        let results = program.run([int(3), int(0), bytes(1), bytes(2)])
        #expect(results[1].bytes == bytes(2).bytes && results[2].bytes == bytes(1).bytes, "\(type)")
      }
    }
  }

  @Test(arguments: [true, false]) func nests(frame: Bool) {
    // Σ_{i<n} Σ_{j<i} (i + j)
    let n: Int32 = 12
    let inner = WhileStep(
      cond: makeProgram([i32, i32, i32]) { b, x in [b.compare(.lt, x[1], x[0])] },
      body: makeProgram([i32, i32, i32]) { b, x in
        [b.binary(.add, x[1], b.int(1)), b.binary(.add, x[2], b.binary(.add, x[0], x[1]))]
      },
      condConstants: 1, bodyConstants: 1, allowsFrame: frame)
    let outer = WhileStep(
      cond: makeProgram([i32, i32]) { b, x in [b.compare(.lt, x[0], b.int(n))] },
      body: makeProgram([i32, i32]) { b, x in
        let sum = b.step(inner, [x[0], x[0], b.int(0), x[1]], [i32, i32])[1]
        return [b.binary(.add, x[0], b.int(1)), sum]
      },
      condConstants: 0, bodyConstants: 0, allowsFrame: frame)
    let expected = (0..<n).reduce(0) { sum, i in (0..<i).reduce(sum) { $0 + i + $1 } }
    #expect(makeProgram(outer, [i32, i32], [i32, i32]).run([int(0), int(0)])[1].ints == [expected])
  }
}
