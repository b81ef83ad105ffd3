import LanewiseEngine
import Testing

@Suite struct PadStepTests {
  @Test func everySmallPaddingOfOneAxis() {
    for count in 0...4 {
      let x = (0..<count).map { Int32($0 + 1) }
      for low in -3...3 {
        for high in -3...3 {
          for interior in 0...2 {
            var spread: [Int32] = []
            for (i, value) in x.enumerated() {
              if i > 0 { spread += [Int32](repeating: 9, count: interior) }
              spread.append(value)
            }
            guard spread.count + low + high >= 0 else { continue }
            let padded = [Int32](repeating: 9, count: max(low, 0)) + spread + [Int32](repeating: 9, count: max(high, 0))
            let expected = Array(padded.dropFirst(max(-low, 0)).dropLast(max(-high, 0)))
            guard expected.count == spread.count + low + high else { continue }
            let got = PadStep(low: [low], high: [high], interior: [interior]).result(
              [TestArray(x, [count], .int32), TestArray([Int32(9)], [], .int32)], [expected.count], .int32, Int32.self)
            #expect(got == expected, "\(count) \(low) \(high) \(interior)")
          }
        }
      }
    }
  }

  @Test func axesArePaddedApart() {
    let x = TestArray([1, 2, 3, 4, 5, 6] as [Int8], [2, 3], .int8)
    let zero = TestArray([Int8(0)], [], .int8)
    #expect(
      PadStep(low: [1, -1], high: [0, 1], interior: [1, 0]).result([x, zero], [4, 3], .int8, Int8.self)
        == [0, 0, 0, 2, 3, 0, 0, 0, 0, 5, 6, 0])
  }
}
