import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Loops over arrays of a few elements: frames, where these are scalars, against executables, where they are arrays.
@Suite struct ElementSplitterTests {
  private func element(_ b: ProgramBuilder, _ x: Slot, _ index: Int) -> Slot {
    b.view(x, shape: [1], offset: index, strides: [1])
  }

  private func loop(_ body: Program, carries: Int, constants: Int = 0, length: Int = 3, frame: Bool) -> ScanStep {
    ScanStep(
      body: body, constants: constants, carries: carries, length: length, reverse: false, allowsFrame: frame)
  }

  /// Picks, arithmetic on elements, and the array joined again: nothing but scalar work is left.
  @Test func picksAndConcatenationsAreNoWork() throws {
    let vector = array(.float32, 3)
    let body = makeProgram([vector]) { b, x in
      let parts = (0..<3).map { element(b, x[0], $0) }
      let turned = b.step(
        ConcatenateStep(axis: 0), [b.binary(.sub, parts[1], parts[0]), parts[2], b.binary(.mul, parts[0], parts[1])],
        [vector])[0]
      return [b.binary(.add, x[0], b.binary(.mul, turned, b.float(0.5)))]
    }
    let frame = try #require(FrameProgram(loop(body, carries: 1, frame: true), [vector], [vector]))
    #expect(!frame.lines.contains { $0.contains("concatenate") || $0.contains("×") }, "\(frame.lines)")
    let results = [true, false].map {
      makeProgram(loop(body, carries: 1, length: 5, frame: $0), [vector], [vector]).run([floats([1, -2, 0.5])])[0]
    }
    #expect(results[0].bytes == results[1].bytes)
  }

  /// A function without scalar code gets its array as a whole, and so does the carry that it makes.
  @Test func wholeArraysArePutTogether() {
    let vector = array(.float32, 3)
    let body = makeProgram([vector, vector]) { b, x in
      let mixed = b.step(
        ConcatenateStep(axis: 0), [element(b, x[1], 2), element(b, x[0], 0), element(b, x[1], 0)], [vector])[0]
      let sine = b.unary(.sin, b.binary(.add, mixed, x[1]))
      return [mixed, sine, b.reduce(.sum, mixed, axes: [0])]
    }
    let types = [vector, vector, array(.float32, 3)]
    let results = [true, false].map {
      makeProgram(loop(body, carries: 2, frame: $0), [vector, vector], types)
        .run([floats([1, -2, 0.5]), floats([0.25, 3, -1])])
    }
    for (frame, executable) in zip(results[0], results[1]) { #expect(frame.bytes == executable.bytes) }
  }

  /// Carries that change places, of which one is needed as a whole.
  @Test func carriesChangePlaces() {
    let pair = array(.float64, 2)
    for isWhole in [false, true] {
      let body = makeProgram([pair, pair, pair]) { b, x in
        let sum = b.binary(.add, x[0], b.view(x[1], shape: [2], offset: 1, strides: [-1]))
        return [x[1], x[2], sum, isWhole ? b.unary(.exp, x[1]) : x[0]]
      }
      let inputs = [[1.0, -0.0], [0.5, 2], [-3, 0.125]].map { TestArray($0, [2], .float64) }
      let results = [true, false].map {
        makeProgram(
          loop(body, carries: 3, length: 7, frame: $0), [pair, pair, pair], [pair, pair, pair, array(.float64, 7, 2)]
        ).run(inputs)
      }
      for (frame, executable) in zip(results[0], results[1]) { #expect(frame.bytes == executable.bytes) }
    }
  }

  /// Small matrix products are written out in the order of the step: signed zeros and infinities come out alike.
  @Test func writesProductsOut() {
    let values: [Float] = [1, -0.0, 0.1, -2.5, 3, .infinity, 0, -7.25]
    for (m, n, k) in [(1, 1, 3), (1, 3, 2), (2, 2, 2), (2, 2, 4), (4, 1, 4), (2, 1, 1), (3, 3, 1)] {
      for (isLeft, isRight) in [(false, false), (true, false), (false, true), (true, true)] {
        let left = isLeft ? array(.float32, k, m) : array(.float32, m, k)
        let right = isRight ? array(.float32, n, k) : array(.float32, k, n)
        let product = array(.float32, m, n)
        let dot = DotStep(batch: 1, m: m, n: n, k: k, lhsTransposed: isLeft, rhsTransposed: isRight)
        let body = makeProgram([left, right, array(.float32)]) { b, x in
          let result = b.step(dot, [x[0], b.binary(.add, x[1], x[2])], [product])[0]
          return [b.binary(.add, x[2], b.float(1)), result]
        }
        func input(_ type: AbstractArray, _ first: Int) -> TestArray {
          TestArray((0..<type.count).map { values[($0 * 3 + first) % values.count] }, type.shape.dims, .float32)
        }
        let stack = array(.float32, 3, m, n)
        let results = [true, false].map {
          makeProgram(
            loop(body, carries: 1, constants: 2, frame: $0), [left, right, array(.float32)], [array(.float32), stack]
          ).run([input(left, 0), input(right, 1), float(-0.0)])[1].floats
        }
        let agree = zip(results[0], results[1]).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
        #expect(agree, "\(m)·\(k)·\(n), transposed \(isLeft), \(isRight): \(results)")
      }
    }
  }
}
