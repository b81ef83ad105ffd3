import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct ScanStepTests {
  private let f32 = array(.float32)

  @Test(arguments: [true, false], [false, true]) func sumsScalars(frame: Bool, reverse: Bool) {
    let step = ScanStep(
      body: makeProgram([f32, f32, f32]) { b, x in
        let next = b.binary(.add, b.binary(.mul, x[1], x[0]), x[2])
        return [next, next, x[1]]
      },
      constants: 1, carries: 1, length: 100, reverse: reverse, allowsFrame: frame)
    let xs = (0..<100).map { Float($0 % 7) }
    let operands = [f32, f32, array(.float32, 100)]
    let results = makeProgram(step, operands, [f32, array(.float32, 100), array(.float32, 100)])
      .run([float(0.99), float(1), floats(xs)])
    var carry: Float = 1
    var ys = xs
    var old = xs
    for i in reverse ? Array((0..<100).reversed()) : Array(0..<100) {
      old[i] = carry
      carry = carry * 0.99 + xs[i]
      ys[i] = carry
    }
    #expect(results.map(\.floats) == [[carry], ys, old])
  }

  @Test(arguments: [true, false], [false, true]) func scansSlicesOfAnyLength(frame: Bool, reverse: Bool) {
    for count in [1, 3, 16, 17, 40, 300] {
      let slice = array(.float32, count)
      let stack = array(.float32, 7, count)
      let step = ScanStep(
        body: makeProgram([slice, slice]) { b, x in
          let next = b.binary(.sub, x[1], b.binary(.mul, x[0], b.float(0.5)))
          return [next, b.binary(.mul, next, x[1]), x[1], b.float(3)]
        },
        constants: 0, carries: 1, length: 7, reverse: reverse, allowsFrame: frame)
      let xs = (0..<7 * count).map { Float($0 % 11) - 4 }
      let program = makeProgram(step, [slice, stack], [slice, stack, stack, array(.float32, 7)])
      let results = program.run([
        floats([Float](repeating: 1, count: count)), TestArray(xs, [7, count], .float32),
      ])
      var carry = [Float](repeating: 1, count: count)
      var ys = xs
      for i in reverse ? Array((0..<7).reversed()) : Array(0..<7) {
        for j in 0..<count {
          let x = xs[i * count + j]
          carry[j] = x - carry[j] * 0.5
          ys[i * count + j] = carry[j] * x
        }
      }
      #expect(results.map(\.floats) == [carry, ys, xs, [Float](repeating: 3, count: 7)], "\(count)")
    }
  }

  @Test(arguments: [true, false]) func doesWithoutCarryOrSlices(frame: Bool) {
    let square = ScanStep(
      body: makeProgram([f32]) { b, x in [b.binary(.mul, x[0], x[0])] },
      constants: 0, carries: 0, length: 4, reverse: false, allowsFrame: frame)
    let four = array(.float32, 4)
    #expect(makeProgram(square, [four], [four]).run([floats([1, 2, 3, 4])])[0].floats == [1, 4, 9, 16])

    let double = ScanStep(
      body: makeProgram([f32]) { b, x in [b.binary(.add, x[0], x[0])] },
      constants: 0, carries: 1, length: 4, reverse: false, allowsFrame: frame)
    #expect(makeProgram(double, [f32], [f32]).run([float(3)])[0].floats == [48])

    let powers = ScanStep(
      body: makeProgram([f32]) { b, x in [b.binary(.add, x[0], x[0]), x[0]] },
      constants: 0, carries: 1, length: 4, reverse: true, allowsFrame: frame)
    let results = makeProgram(powers, [f32], [f32, four]).run([float(3)])
    #expect(results.map(\.floats) == [[48], [24, 12, 6, 3]])
  }

  @Test(arguments: [true, false]) func runsNoTurns(frame: Bool) {
    let none = array(.float32, 0)
    let step = ScanStep(
      body: makeProgram([f32, f32]) { b, x in [b.binary(.add, x[0], x[1]), x[0]] },
      constants: 0, carries: 1, length: 0, reverse: false, allowsFrame: frame)
    let results = makeProgram(step, [f32, none], [f32, none]).run([float(3), floats([])])
    #expect(results.map(\.floats) == [[3], []])
  }

  @Test(arguments: [true, false]) func scansEmptySlices(frame: Bool) {
    let slice = array(.float32, 0, 3)
    let stack = array(.float32, 5, 0, 3)
    let step = ScanStep(
      body: makeProgram([f32, slice]) { b, x in
        [b.binary(.add, x[0], b.reduce(.sum, x[1], axes: [0, 1])), b.unary(.neg, x[1])]
      },
      constants: 0, carries: 1, length: 5, reverse: true, allowsFrame: frame)
    let results = makeProgram(step, [f32, stack], [f32, stack])
      .run([float(3), TestArray([Float](), [5, 0, 3], .float32)])
    #expect(results.map(\.floats) == [[3], []])
  }

  @Test(arguments: [true, false], [false, true]) func scansEveryDType(frame: Bool, reverse: Bool) {
    for dtype in DType.allCases {
      for shape in [[], [3], [20]] {
        let slice = AbstractArray(Shape(shape), dtype)
        let stack = AbstractArray(Shape([6] + shape), dtype)
        // The slice before this one.
        let step = ScanStep(
          body: makeProgram([slice, slice]) { _, x in [x[1], x[0]] },
          constants: 0, carries: 1, length: 6, reverse: reverse, allowsFrame: frame)
        var first = TestArray(zerosOf: slice)
        var xs = TestArray(zerosOf: stack)
        for index in first.bytes.indices { first.bytes[index] = dtype == .bool ? 1 : UInt8(200 + index % 50) }
        for index in xs.bytes.indices { xs.bytes[index] = UInt8((index * 7) % (dtype == .bool ? 2 : 199)) }
        let results = makeProgram(step, [slice, stack], [slice, stack]).run([first, xs])
        let width = slice.byteCount
        let last = reverse ? xs.bytes[..<width] : xs.bytes[(5 * width)...]
        #expect(results[0].bytes == [UInt8](last), "\(slice)")
        let ys: [UInt8] = reverse ? xs.bytes[width...] + first.bytes : first.bytes + xs.bytes[..<(5 * width)]
        #expect(results[1].bytes == ys, "\(slice)")
      }
    }
  }

  /// Matrix products in a loop: steps read slices where they are.
  @Test(arguments: [true, false]) func multipliesMatrices(frame: Bool) {
    let matrix = array(.float32, 3, 3)
    let stack = array(.float32, 5, 3, 3)
    let step = ScanStep(
      body: makeProgram([matrix, matrix]) { b, x in
        let product = b.step(DotStep(batch: 1, m: 3, n: 3, k: 3), [x[0], x[1]], [matrix])
        return [product[0], b.reduce(.sum, product[0], axes: [0])]
      },
      constants: 0, carries: 1, length: 5, reverse: false, allowsFrame: frame)
    let xs = (0..<45).map { Float($0 % 4) - 1 }
    let results = makeProgram(step, [matrix, stack], [matrix, array(.float32, 5, 3)])
      .run([TestArray([1, 0, 0, 0, 1, 0, 0, 0, 1] as [Float], [3, 3], .float32), TestArray(xs, [5, 3, 3], .float32)])
    var product: [Float] = [1, 0, 0, 0, 1, 0, 0, 0, 1]
    var sums: [Float] = []
    for turn in 0..<5 {
      let old = product
      for i in 0..<9 {
        product[i] = 0
        for k in 0..<3 { product[i] += old[i / 3 * 3 + k] * xs[turn * 9 + k * 3 + i % 3] }
      }
      sums += (0..<3).map { product[$0] + product[$0 + 3] + product[$0 + 6] }
    }
    #expect(results.map(\.floats) == [product, sums])
  }

  @Test(arguments: [true, false], [false, true]) func nests(frame: Bool, reverse: Bool) {
    // Row by row running sums, which go on from one row to the next.
    let row = array(.float32, 4)
    let table = array(.float32, 3, 4)
    let inner = ScanStep(
      body: makeProgram([f32, f32, f32]) { b, x in
        let sum = b.binary(.add, x[1], b.binary(.mul, x[0], x[2]))
        return [sum, sum]
      },
      constants: 1, carries: 1, length: 4, reverse: reverse, allowsFrame: frame)
    let outer = ScanStep(
      body: makeProgram([f32, f32, row]) { b, x in b.step(inner, [x[0], x[1], x[2]], [f32, row]) },
      constants: 1, carries: 1, length: 3, reverse: reverse, allowsFrame: frame)
    let xs = (0..<12).map { Float($0 % 5) }
    let results = makeProgram(outer, [f32, f32, table], [f32, table])
      .run([float(2), float(1), TestArray(xs, [3, 4], .float32)])
    var sum: Float = 1
    var ys = xs
    for i in reverse ? Array((0..<12).reversed()) : Array(0..<12) {
      sum += 2 * xs[i]
      ys[i] = sum
    }
    #expect(results.map(\.floats) == [[sum], ys])
  }
}
