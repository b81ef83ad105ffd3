import Dispatch
import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct FrameProgramTests {
  private let f32 = array(.float32)
  private let i32 = array(.int32)

  /// Folds of every small array have the bits that an executable gives them.
  @Test func reducesInTheOrderOfExecutables() {
    var random = SeededGenerator(5)
    for (op, dtype) in [(.sum, .float32), (.prod, .float64), (.max, .float32), (.sum, .complex64)]
      as [(FoldOp, DType)]
    {
      for outer in [1, 2, 3, 5] {
        for reduce in 2...64 {
          for inner in [1, 2, 3, 7, 16] where outer * reduce * inner <= 128 {
            let type = array(dtype, outer, reduce, inner)
            let result = array(dtype, outer, inner)
            let body = makeProgram([type]) { b, x in [x[0], b.reduce(op, x[0], axes: [1])] }
            func step(_ frame: Bool) -> ScanStep {
              ScanStep(body: body, constants: 0, carries: 1, length: 1, reverse: false, allowsFrame: frame)
            }
            let count = type.byteCount / dtype.realPart.byteWidth
            let values = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
            let input =
              dtype == .float64
              ? TestArray(values, type.shape.dims, .float64)
              : dtype == .float32
                ? TestArray(values.map { Float($0) }, type.shape.dims, .float32)
                : TestArray(
                  (0..<type.count).map { SIMD2(Float(values[2 * $0]), Float(values[2 * $0 + 1])) }, type.shape.dims,
                  dtype)
            let stacked = array(dtype, 1, outer, inner)
            let results = [true, false].map { makeProgram(step($0), [type], [type, stacked]).run([input])[1].bytes }
            #expect(results[0] == results[1], "\(op) \(dtype) of (\(outer), \(reduce), \(inner)) to \(result)")
          }
        }
      }
    }
  }

  /// A loop whose values are too large, too many or in half precision runs all the same.
  @Test func leavesToExecutablesWhatDoesNotFit() {
    let half = array(.float16)
    let sum = ScanStep(
      body: makeProgram([half, half]) { b, x in
        let sum = b.binary(.add, x[0], x[1])
        return [sum, sum]
      },
      constants: 0, carries: 1, length: 4, reverse: true)
    let halves = TestArray(([1, 2, 3, 4] as [Float16]), [4], .float16)
    let results = makeProgram(sum, [half, array(.float16, 4)], [half, array(.float16, 4)])
      .run([TestArray([0] as [Float16], [], .float16), halves])
    #expect(results.map { $0.elements(Float16.self) } == [[10], [10, 9, 7, 4]])

    // The inner stack takes more than a frame has.
    let count = 300_000
    let inner = ScanStep(
      body: makeProgram([f32]) { b, x in [b.binary(.add, x[0], b.float(1)), x[0]] },
      constants: 0, carries: 1, length: count, reverse: false)
    let outer = ScanStep(
      body: makeProgram([f32]) { b, x in
        let results = b.step(inner, [x[0]], [f32, array(.float32, count)])
        let last = b.view(results[1], shape: [], offset: count - 1, strides: [])
        return [b.binary(.sub, results[0], last)]
      },
      constants: 0, carries: 1, length: 2, reverse: false)
    #expect(makeProgram(outer, [f32], [f32]).run([float(5)])[0].floats == [1])
  }

  @Test func readsAndWritesWindows() {
    // Counts how often each number comes: an update at a place that the slice says, dropped where it is outside.
    let counts = array(.int32, 5)
    let numbers: [Int32] = [3, 1, 4, 1, 5, -2, 0, 3, 9, 4, 4]
    let add = ScatterStep(
      updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0], combiner: .add, mode: .drop)
    let step = ScanStep(
      body: makeProgram([counts, i32]) { b, x in
        let place = b.reshape(x[1], [1])
        let seen = b.step(
          GatherStep(
            offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: .fill(bits: 77)),
          [x[0], place], [i32])
        return b.step(add, [x[0], place, b.int(1)], [counts]) + seen
      },
      constants: 0, carries: 1, length: numbers.count, reverse: false)
    let stack = array(.int32, numbers.count)
    let results = makeProgram(step, [counts, stack], [counts, stack]).run([
      TestArray([0, 0, 0, 0, 0] as [Int32], [5], .int32), TestArray(numbers, [numbers.count], .int32),
    ])
    #expect(results.map(\.ints) == [[1, 2, 0, 2, 3], [0, 0, 0, 1, 77, 77, 0, 1, 77, 1, 2]])
  }

  @Test func runsOnAnyNumberOfThreadsAtOnce() {
    let step = ScanStep(
      body: makeProgram([f32, f32]) { b, x in
        let next = b.binary(.add, b.binary(.mul, x[0], b.float(0.5)), x[1])
        return [next, next]
      },
      constants: 0, carries: 1, length: 1000, reverse: false)
    let stack = array(.float32, 1000)
    let executable = Executable(makeProgram(step, [f32, stack], [f32, stack]))
    let expected = (0..<8).map { start -> [Float] in
      var carry = Float(start)
      return (0..<1000).map { i in
        carry = carry * 0.5 + Float(i % 9)
        return carry
      }
    }
    let xs = floats((0..<1000).map { Float($0 % 9) })
    let found = Lock([Int: [Float]]())
    DispatchQueue.concurrentPerform(iterations: 8) { start in
      for _ in 0..<20 {
        let results = executable.run([float(Float(start)).storage, xs.storage])
        let ys = TestArray(results[1], stack).floats
        found.withLock { $0[start] = ys }
      }
    }
    for start in 0..<8 { #expect(found.withLock { $0[start] } == expected[start]) }
  }

  @Test func showsItsRecords() {
    let inner = WhileStep(
      cond: makeProgram([f32]) { b, x in [b.compare(.gt, x[0], b.float(1))] },
      body: makeProgram([f32]) { b, x in [b.binary(.div, x[0], b.float(2))] }, condConstants: 0, bodyConstants: 0)
    let step = ScanStep(
      body: makeProgram([f32, f32]) { b, x in
        let next = b.binary(.add, b.binary(.mul, x[0], b.float(0.99)), x[1])
        return [b.step(inner, [next], [f32])[0], next]
      },
      constants: 0, carries: 1, length: 100, reverse: false)
    let stack = array(.float32, 100)
    let text = Executable(makeProgram(step, [f32, stack], [f32, stack])).description
    #expect(
      text == """
        step 0: out0, out1 = scan(in0, in1)
          frame of 536 bytes:
            @384 = copy_4_scalar in0
            scan, 100 turns:
              p7 = mul_add_f32_scalar @384, c8, p6
              @384 = copy_4_scalar p7
              while_lt_f32 c10, @384:
                cond:
                body:
                  @384 = div_f32_scalar @384, c9
            out0 = copy_4_scalar @384
        2 inputs, 2 outputs, no intermediate arrays
        """)
  }
}
