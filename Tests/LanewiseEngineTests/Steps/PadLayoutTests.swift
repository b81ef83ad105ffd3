import Testing

@testable import LanewiseEngine

@Suite struct PadLayoutTests {
  /// The array's places, in the order of the result; −1 is padding.
  private func places(_ step: PadStep, _ source: Shape, _ result: Shape, _ range: Range<Int>) -> [Int] {
    let layout = PadLayout(step, source: source, result: result)
    var places: [Int] = []
    layout.forEachRun(from: range.lowerBound, range.count) { count, place, first in
      places += (0..<count).map { offset in
        guard let place, offset >= first, (offset - first) % layout.step == 0 else { return -1 }
        return place + (offset - first) / layout.step
      }
    }
    return places
  }

  @Test func dimensionsThatAreNotPaddedAreOneWithTheNext() {
    let step = PadStep(low: [1, 0, 0], high: [0, 0, 0], interior: [0, 0, 0])
    #expect(PadLayout(step, source: [2, 3, 4], result: [3, 3, 4]).rank == 1)
    #expect(PadLayout(step, source: [2, 3, 4], result: [3, 3, 4]).row == 36)
    let inner = PadStep(low: [0, 0, 1], high: [0, 0, 0], interior: [0, 0, 0])
    #expect(PadLayout(inner, source: [2, 3, 4], result: [2, 3, 5]).rank == 2)
  }

  /// Every part of every small padding of two dimensions, against the step's definition.
  @Test func partsOfAnArray() {
    for (low, high, interior) in [(1, 2, 0), (-1, 1, 0), (0, 0, 2), (2, -1, 1), (-2, -1, 1), (0, 0, 0)] {
      for (otherLow, otherInterior) in [(0, 0), (1, 0), (-1, 1)] {
        let step = PadStep(low: [otherLow, low], high: [1, high], interior: [otherInterior, interior])
        let rows = 3 + 2 * otherInterior + otherLow + 1
        let columns = 4 + 3 * interior + low + high
        var expected: [Int] = []
        for row in 0..<rows {
          for column in 0..<columns {
            let (y, x) = (row - otherLow, column - low)
            let isElement =
              y >= 0 && x >= 0 && y % (otherInterior + 1) == 0 && x % (interior + 1) == 0
              && y / (otherInterior + 1) < 3 && x / (interior + 1) < 4
            expected.append(isElement ? y / (otherInterior + 1) * 4 + x / (interior + 1) : -1)
          }
        }
        for start in 0..<expected.count {
          for end in start...expected.count {
            let got = places(step, [3, 4], [rows, columns], start..<end)
            #expect(got == Array(expected[start..<end]), "\(step) \(start)..<\(end)")
            let layout = PadLayout(step, source: [3, 4], result: [rows, columns])
            let isRun = (start..<end).allSatisfy { expected[$0] == expected[start] + $0 - start && expected[$0] >= 0 }
            let run = start < end ? layout.run(from: start, end - start) : nil
            #expect(run == nil || isRun && run == expected[start], "\(step) \(start)..<\(end)")
            // Runs are looked for in one row.
            let isInOneRow = start / layout.row == max(start, end - 1) / layout.row
            if start < end, layout.step == 1, isInOneRow { #expect((run != nil) == isRun) }
          }
        }
      }
    }
  }
}
