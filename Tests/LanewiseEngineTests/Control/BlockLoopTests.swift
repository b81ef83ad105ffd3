import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Loops over arrays that run block by block, against their turns written out.
@Suite struct BlockLoopTests {
  private let f32 = array(.float32)
  private let i32 = array(.int32)

  /// Values of the carry after a turn: arrays x and y, and a scalar s, with a constant array k and a turn's scalar t.
  private func turn(
    _ b: ProgramBuilder, _ x: Slot, _ y: Slot, _ s: Slot, _ k: Slot, _ t: Slot, seed: UInt64
  ) -> [Slot] {
    var random = SeededGenerator(seed)
    var arrays = [x, y, k]
    var scalars = [s, t, b.float(0.5)]
    for _ in 0..<Int.random(in: 2...9, using: &random) {
      let p = arrays.randomElement(using: &random)!
      let q = (Bool.random(using: &random) ? arrays : scalars).randomElement(using: &random)!
      switch Int.random(in: 0..<6, using: &random) {
      case 0: arrays.append(b.binary(.add, b.binary(.mul, p, b.float(0.5)), q))
      case 1: arrays.append(b.binary([.add, .sub, .max, .min].randomElement(using: &random)!, p, q))
      case 2: arrays.append(b.select(b.compare(.lt, p, b.float(0.25)), q, p))
      case 3: arrays.append(b.unary([.sin, .tanh, .neg, .abs].randomElement(using: &random)!, p))
      case 4: arrays.append(b.convert(b.convert(p, to: .int32), to: .float32))
      default: scalars.append(b.unary(.sin, b.binary(.add, scalars.randomElement(using: &random)!, s)))
      }
    }
    let filled = b.view(scalars.last!, shape: b.type(x).shape, offset: 0, strides: b.type(x).shape.dims.map { _ in 0 })
    let results = Array(arrays.suffix(2)) + [filled]
    return [results.randomElement(using: &random)!, results.randomElement(using: &random)!, scalars.last!]
  }

  @Test func scansAndWhileLoopsGiveWhatTheTurnsWrittenOutGive() {
    for seed in 0..<40 as Range<UInt64> {
      var random = SeededGenerator(seed)
      let shape = ([[4096], [5000], [64, 81], [3, 7, 233]] as [Shape]).randomElement(using: &random)!
      let type = AbstractArray(shape, .float32)
      let turns = Int.random(in: 1...4, using: &random)
      let carry = [type, type, f32]
      let slices = array(.float32, turns)
      let scan = ScanStep(
        body: makeProgram([type] + carry + [f32]) { b, x in turn(b, x[1], x[2], x[3], x[0], x[4], seed: seed) },
        constants: 1, carries: 3, length: turns, reverse: false)
      let loop = WhileStep(
        cond: makeProgram([i32] + carry) { b, x in [b.compare(.lt, x[0], b.int(Int32(turns)))] },
        body: makeProgram([type] + [i32] + carry) { b, x in
          [b.binary(.add, x[1], b.int(1))] + turn(b, x[2], x[3], x[4], x[0], b.float(0.75), seed: seed)
        },
        condConstants: 0, bodyConstants: 1)
      func values(_ scale: Float) -> TestArray {
        TestArray((0..<type.count).map { _ in Float.random(in: -scale...scale, using: &random) }, shape.dims, .float32)
      }
      let inputs = [values(1), values(2), values(3), float(0.3)]
      let ts = floats((0..<turns).map { Float($0) / 4 })

      func writtenOut(_ t: @escaping (ProgramBuilder, Slot, Int) -> Slot) -> Program {
        makeProgram([type] + carry + [slices]) { b, x in
          var state = Array(x[1...3])
          for number in 0..<turns {
            state = turn(b, state[0], state[1], state[2], x[0], t(b, x[4], number), seed: seed)
          }
          return state
        }
      }
      let expected = writtenOut { b, ts, number in b.view(ts, shape: [], offset: number, strides: []) }
        .run(inputs + [ts]).map(\.bytes)
      let expectedLoop = writtenOut { b, _, _ in b.float(0.75) }.run(inputs + [ts]).map(\.bytes)
      for donated in [0 as UInt64, ~0] {
        let scanned = makeProgram(scan, [type] + carry + [slices], carry).run(inputs + [ts], donated: donated)
        #expect(scanned.map(\.bytes) == expected, "seed \(seed), scan of \(type)")
        let looped = makeProgram(loop, [type, i32] + carry, [i32] + carry)
          .run([inputs[0], int(0)] + inputs[1...], donated: donated)
        #expect(looped.dropFirst().map(\.bytes) == expectedLoop, "seed \(seed), while of \(type)")
        #expect(looped[0].ints == [Int32(turns)])
      }
    }
  }

  /// Bodies in which elements meet others, or that depend on where an element is.
  @Test func leavesTurnByTurnWhatIsNotElementwise() {
    let type = array(.float32, 5000)
    let x = floats((0..<5000).map { Float($0 % 7) })
    func run(_ body: @escaping (ProgramBuilder, Slot) -> Slot) -> [Float] {
      let step = ScanStep(
        body: makeProgram([type]) { b, x in [body(b, x[0])] }, constants: 0, carries: 1, length: 2, reverse: false)
      return makeProgram(step, [type], [type]).run([x])[0].floats
    }
    let twiceReversed = run { b, x in b.view(x, shape: [5000], offset: 4999, strides: [-1]) }
    #expect(twiceReversed == x.floats)
    let counted = run { b, x in b.binary(.add, x, b.iota(type, dimension: 0)) }
    let expected = x.floats.enumerated().map { $1 + 2 * Float($0) }
    #expect(counted == expected)
    let first = run { b, x in
      b.binary(.add, x, b.view(b.view(x, shape: [], offset: 0, strides: []), shape: [5000], offset: 0, strides: [0]))
    }
    #expect(first == x.floats)
  }
}
