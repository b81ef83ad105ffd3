import Testing

@testable import LanewiseEngine

@Suite struct SwitchStepTests {
  private let i32 = array(.int32)
  private let f32 = array(.float32)

  @Test(arguments: [true, false]) func choosesABranch(frame: Bool) {
    let step = SwitchStep(
      branches: [
        makeProgram([f32, f32]) { b, x in [b.binary(.add, x[0], x[1]), x[0]] },
        makeProgram([f32, f32]) { _, x in [x[1], x[0]] },
        makeProgram([f32, f32]) { b, x in [b.float(5), b.float(5)] },
      ], allowsFrame: frame)
    let program = makeProgram(step, [i32, f32, f32], [f32, f32])
    let cases: [(Int32, [[Float]])] = [
      (-7, [[3], [1]]), (0, [[3], [1]]), (1, [[2], [1]]), (2, [[5], [5]]), (9, [[5], [5]]),
    ]
    for (index, expected) in cases {
      for donated in [0 as UInt64, ~0] {
        let results = program.run([int(index), float(1), float(2)], donated: donated)
        #expect(results.map(\.floats) == expected, "\(index)")
      }
    }
  }

  @Test(arguments: [true, false], [3, 2000]) func passesArraysOn(frame: Bool, count: Int) {
    let type = array(.float32, count)
    let step = SwitchStep(
      branches: [
        makeProgram([type, type]) { _, x in [x[0], x[1]] },
        makeProgram([type, type]) { _, x in [x[1], x[0]] },
        makeProgram([type, type]) { _, x in [x[1], x[1]] },
        makeProgram([type, type]) { b, x in [b.binary(.add, x[0], x[1]), b.binary(.sub, x[0], x[1])] },
      ], allowsFrame: frame)
    let a = (0..<count).map { Float($0) }
    let b = a.map { 2 * $0 + 1 }
    let program = makeProgram(step, [i32, type, type], [type, type])
    let sum = zip(a, b).map { $0 + $1 }
    let difference = zip(a, b).map { $0 - $1 }
    let expected = [[a, b], [b, a], [b, b], [sum, difference]]
    for index in 0..<4 {
      for donated in [0 as UInt64, ~0] {
        let results = program.run([int(Int32(index)), floats(a), floats(b)], donated: donated)
        #expect(results.map(\.floats) == expected[index])
      }
    }
  }

  /// An array that one branch changes a little, and the other passes on, stays where it is.
  @Test(arguments: [true, false]) func worksInPlace(frame: Bool) {
    let count = 5000
    let type = array(.float32, count)
    let addresses = Lock<Set<UInt>>([])
    let look = HostStep { call in
      let address = UInt(bitPattern: call.operand(0))
      addresses.withLock { _ = $0.insert(address) }
    }
    let choice = SwitchStep(
      branches: [
        makeProgram([type, i32]) { _, x in [x[0]] },
        makeProgram([type, i32]) { b, x in
          let value = b.reshape(b.convert(x[1], to: .float32), [1])
          return b.step(DynamicUpdateSliceStep(), [x[0], value, x[1]], [type])
        },
      ], allowsFrame: frame)
    let loop = ScanStep(
      body: makeProgram([i32, type]) { b, x in
        _ = b.step(look, [x[1]], [])
        let isOdd = b.binary(.and, x[0], b.int(1))
        return [b.binary(.add, x[0], b.int(1))] + b.step(choice, [isOdd, x[1], x[0]], [type])
      },
      constants: 0, carries: 2, length: 20, reverse: false, allowsFrame: frame)
    let results = makeProgram(loop, [i32, type], [i32, type])
      .run([int(0), floats([Float](repeating: -1, count: count))])
    let expected = (0..<count).map { $0 < 20 && $0 % 2 == 1 ? Float($0) : -1 }
    #expect(results[1].floats == expected)
    #expect(addresses.withLock { $0.count } == 1)
  }
}
