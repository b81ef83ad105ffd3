import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Takes as instructions of a tile: their results do not depend on where tiles and blocks of places begin.
@Suite struct TileTakesTests {
  private let element = GatherStep(
    offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: .fill(bits: 0xFFFF))

  /// One index is outside, in any of the blocks of a tile: all others are taken.
  @Test(arguments: [0, 255, 256, 1023, 1024, 2999]) func oneIsOutside(_ place: Int) {
    var indices = (0..<3000).map { Int32(($0 * 37) % 500) }
    indices[place] = 500
    let x = (0..<500).map { UInt32($0 * 3) }
    let program = makeProgram(element, [array(.uint32, 500), array(.int32, 3000, 1)], [array(.uint32, 3000)])
    let got = program.run([TestArray(x, [500], .uint32), TestArray(indices, [3000, 1], .int32)])[0]
    let expected = indices.map { $0 < 500 ? x[Int($0)] : 0xFFFF }
    #expect(got.elements(UInt32.self) == expected)
  }

  /// The indices are computed in the tile, and what is taken is wider than they are.
  @Test func indicesAreComputedWithThem() {
    let types = [array(.float64, 400), array(.int32, 2500)]
    let program = makeProgram(types) { b, x in
      let places = b.binary(.add, x[1], b.scalar(bits: 3, .int32))
      let taken = b.step(element, [x[0], b.reshape(places, [2500, 1])], [array(.float64, 2500)])[0]
      return [b.binary(.add, b.convert(places, to: .float64), taken)]
    }
    let x = (0..<400).map { Double($0) / 4 }
    let indices = (0..<2500).map { Int32($0 * 13 % 397) }
    let got = program.run([TestArray(x, [400], .float64), TestArray(indices, [2500], .int32)])[0]
    #expect(got.elements(Double.self) == indices.map { Double($0 + 3) + x[Int($0) + 3] })
    #expect(Executable(program).items.count == 1)
  }

  /// Rows that cross tiles, and a sum over them.
  @Test func rowsAreFolded() {
    let rows = GatherStep(
      offsetDims: [1], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1, 300], mode: .clip)
    let program = makeProgram([array(.int32, 20, 300), array(.int32, 50, 1)]) { b, x in
      [b.reduce(.sum, b.step(rows, x, [array(.int32, 50, 300)])[0], axes: [1])]
    }
    let x = (0..<6000).map { Int32($0 % 91) }
    let indices = (0..<50).map { Int32($0 - 10) }
    let got = program.run([TestArray(x, [20, 300], .int32), TestArray(indices, [50, 1], .int32)])[0]
    let expected = indices.map { index in
      let row = Int(max(0, min(index, 19)))
      return x[row * 300..<(row + 1) * 300].reduce(0, +)
    }
    #expect(got.elements(Int32.self) == expected)
    #expect(Executable(program).items.count == 1)
  }

  @Test func textsNameThem() {
    let text = Executable(
      makeProgram(element, [array(.uint32, 500), array(.int32, 3000, 1)], [array(.uint32, 3000)])
    ).description
    #expect(text.contains("take_4 in0[0], in1"), "\(text)")
  }
}
