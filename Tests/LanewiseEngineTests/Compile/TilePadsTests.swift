import Testing

@testable import LanewiseEngine

/// Padded arrays as instructions of a tile.
@Suite struct TilePadsTests {
  /// The derivative of differences of neighbours: what is padded on either side is added in one group.
  @Test func sumsOfPaddedArraysAreOneGroup() {
    let count = 3001
    let program = makeProgram([array(.float32, count)]) { b, x in
      let zero = b.float(0)
      let types = [array(.float32, count + 1)]
      let left = b.step(PadStep(low: [1], high: [0], interior: [0]), [x[0], zero], types)[0]
      let right = b.step(PadStep(low: [0], high: [1], interior: [0]), [x[0], zero], types)[0]
      return [b.binary(.sub, left, right)]
    }
    let x = (0..<count).map { Float($0 * 7 % 31) }
    let expected = (0...count).map { ($0 > 0 ? x[$0 - 1] : 0) - ($0 < count ? x[$0] : 0) }
    #expect(program.run([floats(x)])[0].floats == expected)
    #expect(Executable(program).items.count == 1)
    #expect(Executable(program).description.contains("pad_4 in0[0]"))
  }

  /// Tiles without padding read the array where it is.
  @Test(arguments: [(1, 0), (0, 3), (-5, 2), (1030, 2000)]) func tilesWithoutPadding(_ low: Int, _ high: Int) {
    let count = 5000
    let program = makeProgram([array(.float32, count)]) { b, x in
      let step = PadStep(low: [low], high: [high], interior: [0])
      let padded = b.step(step, [x[0], b.float(7)], [array(.float32, count + low + high)])[0]
      return [b.binary(.mul, padded, padded)]
    }
    let x = (0..<count).map { Float($0 * 7 % 31) }
    let padded = (0..<count + low + high).map { x.indices.contains($0 - low) ? x[$0 - low] : 7 }
    #expect(program.run([floats(x)])[0].floats == padded.map { $0 * $0 })
  }

  /// Matrices, whose rows are copied together, cut and padded on all sides.
  @Test(arguments: [(1, 0, 0, 1), (0, 2, 3, 0), (-1, 1, -2, 5), (2, -3, -30, -1), (-7, 3, 4, 4), (9, -8, 1, 1)])
  func rowsOfMatrices(_ top: Int, _ bottom: Int, _ left: Int, _ right: Int) {
    let (rows, columns) = (60, 50)
    let (height, width) = (rows + top + bottom, columns + left + right)
    let program = makeProgram([array(.float32, rows, columns)]) { b, x in
      let step = PadStep(low: [top, left], high: [bottom, right], interior: [0, 0])
      let padded = b.step(step, [x[0], b.float(9)], [array(.float32, height, width)])[0]
      return [b.binary(.mul, padded, padded)]
    }
    let x = (0..<rows * columns).map { Float($0 % 100) }
    var expected: [Float] = []
    for i in -top..<height - top {
      for j in -left..<width - left {
        let isInside = (0..<rows).contains(i) && (0..<columns).contains(j)
        expected.append(isInside ? x[i * columns + j] : 9)
      }
    }
    #expect(program.run([floats(x)])[0].floats == expected.map { $0 * $0 })
  }

  /// Short rows of images and matrices, padded on all sides and between: first within rows, then around them.
  @Test(arguments: [[40, 30, 3], [300, 7], [5, 6, 7, 2]], [0, 1]) func shortRowsOnAllSides(
    _ dims: [Int], _ interior: Int
  ) {
    let step = PadStep(
      low: dims.map { _ in 1 }, high: dims.indices.map { $0 % 3 }, interior: dims.indices.map { $0 == 0 ? 0 : interior }
    )
    let padded = dims.indices.map { dims[$0] + (dims[$0] - 1) * step.interior[$0] + 1 + step.high[$0] }
    let program = makeProgram([AbstractArray(Shape(dims), .int32)]) { b, x in
      let value = b.scalar(bits: 9, .int32)
      return [
        b.binary(.mul, b.step(step, [x[0], value], [AbstractArray(Shape(padded), .int32)])[0], b.scalar(bits: 2, .int32))
      ]
    }
    let x = (0..<dims.reduce(1, *)).map { Int32($0) }
    let expected = indexVectors(padded).map { at -> Int32 in
      let places = dims.indices.map { (at[$0] - 1, step.interior[$0] + 1) }
      let isInside = dims.indices.allSatisfy {
        let (place, distance) = places[$0]
        return place >= 0 && place % distance == 0 && place / distance < dims[$0]
      }
      return 2 * (isInside ? x[offset(places.map { $0.0 / $0.1 }, in: dims)] : 9)
    }
    for threads in [1, 2] {
      let got = withThreads(threads) { program.run([TestArray(x, dims, .int32)])[0].elements(Int32.self) }
      #expect(Bool(got == expected))
    }
  }

  /// What is negated is so behind the padding: the array need not be there in both ways, and zeros keep their signs.
  @Test(arguments: [0, -0.0, 2] as [Float]) func negatedArraysAreSubtracted(_ fill: Float) {
    let count = 40
    let program = makeProgram([array(.float32, count)]) { b, x in
      let types = [array(.float32, count + 1)]
      let step = (PadStep(low: [1], high: [0], interior: [0]), PadStep(low: [0], high: [1], interior: [0]))
      let left = b.step(step.0, [x[0], b.float(0)], types)[0]
      let right = b.step(step.1, [b.unary(.neg, x[0]), b.float(fill)], types)[0]
      return [right, b.binary(.add, left, right)]
    }
    let x = (0..<count).map { $0 % 3 == 0 ? Float(-0.0) : Float($0 % 3 - 1) }
    let right = x.map { -$0 } + [fill]
    let found = program.run([floats(x)]).map { $0.floats.map(\.bitPattern) }
    #expect(found == [right.map(\.bitPattern), zip([0] + x, right).map { ($0 + $1).bitPattern }])
  }

  /// A multiple of an array that is there is one of the padded array: one pass, and the padding keeps its bits.
  @Test(arguments: [2, -3, .infinity] as [Float], [0, -0.0, 1] as [Float])
  func multiplesArePaddedBefore(_ factor: Float, _ fill: Float) {
    let count = 40
    let program = makeProgram([array(.float32, count)]) { b, x in
      let product = factor < 0 ? b.binary(.mul, x[0], b.float(factor)) : b.binary(.mul, b.float(factor), x[0])
      return b.step(
        PadStep(low: [1], high: [2], interior: [0]), [product, b.float(fill)], [array(.float32, count + 3)])
    }
    let x = (0..<count).map { Float($0 % 5 + 1) }
    let expected = ([fill] + x.map { $0 * factor } + [fill, fill]).map(\.bitPattern)
    #expect(program.run([floats(x)])[0].floats.map(\.bitPattern) == expected)
    let isMultiple = fill == 0 && factor.isFinite
    #expect(Executable(program).items.count == (isMultiple ? 1 : 2))
  }

  @Test(arguments: [0, -0.0, 1] as [Float]) func negatedMultiplesStayNegated(_ fill: Float) {
    let count = 40
    let program = makeProgram([array(.float32, count)]) { b, x in
      let negated = b.unary(.neg, b.binary(.mul, x[0], b.float(2)))
      return b.step(
        PadStep(low: [1], high: [2], interior: [0]), [negated, b.float(fill)], [array(.float32, count + 3)])
    }
    let x = (0..<count).map { Float($0 % 5) }
    let expected = ([fill] + x.map { -($0 * 2) } + [fill, fill]).map(\.bitPattern)
    #expect(program.run([floats(x)])[0].floats.map(\.bitPattern) == expected)
  }

  @Test(arguments: [DType.uint8, .int16, .int32, .float64], [0, 2])
  func ofAnyWidthAroundAndBetween(_ dtype: DType, _ interior: Int) {
    let step = PadStep(low: [-1, 3], high: [2, -5], interior: [0, interior])
    let columns = 40 + 39 * interior - 2
    let program = makeProgram([array(.int32, 30, 40)]) { b, x in
      let value = b.scalar(bits: dtype == .float64 ? (5.0 as Double).bitPattern : 5, dtype)
      let padded = b.step(step, [b.convert(x[0], to: dtype), value], [array(dtype, 31, columns)])[0]
      return [b.convert(padded, to: .int32)]
    }
    let x = (0..<1200).map { Int32($0 % 100) }
    let alone = step.result(
      [TestArray(x, [30, 40], .int32), TestArray([Int32(5)], [], .int32)], [31, columns], .int32, Int32.self)
    #expect(program.run([TestArray(x, [30, 40], .int32)])[0].elements(Int32.self) == alone)
  }

  /// A view is padded as it is read, and a number as an array of it.
  @Test func viewsAndNumbers() {
    let program = makeProgram([array(.float32, 40, 50)]) { b, x in
      let turned = b.view(x[0], shape: [50, 40], offset: 0, strides: [1, 50])
      let step = PadStep(low: [1, 0], high: [0, 0], interior: [0, 0])
      let padded = b.step(step, [turned, b.float(-1)], [array(.float32, 51, 40)])[0]
      let ones = b.view(b.float(1), shape: [50, 40], offset: 0, strides: [0, 0])
      let paddedOnes = b.step(step, [ones, b.float(3)], [array(.float32, 51, 40)])[0]
      return [b.binary(.add, padded, paddedOnes)]
    }
    let x = (0..<2000).map { Float($0) }
    var expected = Array(repeating: 2 as Float, count: 40)
    for row in 0..<50 { for column in 0..<40 { expected.append(x[column * 50 + row] + 1) } }
    #expect(program.run([TestArray(x, [40, 50], .float32)])[0].floats == expected)
  }
}
