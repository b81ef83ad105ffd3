import Testing

@testable import LanewiseEngine

@Suite(.serialized) struct ScatteredElementsTests {
  private func scatter<E: Element>(
    _ result: [E], _ indices: [Int32], _ updates: [E], isClipping: Bool = false
  ) -> [E] {
    var result = result
    result.withUnsafeMutableBufferPointer { result in
      indices.withUnsafeBufferPointer { indices in
        updates.withUnsafeBufferPointer { updates in
          ScatteredElements(
            indices: indices.baseAddress!, updates: updates.baseAddress!, result: result.baseAddress!,
            count: indices.count, last: result.count - 1, stride: 1, isClipping: isClipping
          ).combine(SumFold.self)
        }
      }
    }
    return result
  }

  private func expected(_ places: Int, _ indices: [Int32], _ updates: [Int32], isClipping: Bool) -> [Int32] {
    var result = [Int32](repeating: 5, count: places)
    for (index, update) in zip(indices, updates) {
      let place = isClipping ? max(0, min(Int(index), places - 1)) : Int(index)
      if result.indices.contains(place) { result[place] &+= update }
    }
    return result
  }

  @Test(arguments: [3, 1000, 70_000], [false, true]) func sumsWhereTheIndicesSay(places: Int, isClipping: Bool) {
    var state: UInt64 = 42
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33)
    }
    let indices = (0..<100_000).map { _ in Int32(next() % (places + 8) - 4) } + [.min, .max]
    let updates = indices.indices.map { _ in Int32(next() % 100) }
    let expected = expected(places, indices, updates, isClipping: isClipping)
    let threads = Workers.threadCount
    defer { Workers.threadCount = threads }
    for count in [1, 2, 3] {
      Workers.threadCount = count
      let result = scatter([Int32](repeating: 5, count: places), indices, updates, isClipping: isClipping)
      #expect(result == expected, "\(count) threads")
    }
  }

  @Test func bitsDoNotDependOnThreads() {
    let indices = (0..<200_000).map { Int32($0 * 7919 % 500) }
    let updates = indices.indices.map { 1 / Float($0 + 1) }
    let threads = Workers.threadCount
    defer { Workers.threadCount = threads }
    let results = [1, 2, 4].map { count -> [UInt32] in
      Workers.threadCount = count
      return scatter([Float](repeating: 0.1, count: 500), indices, updates).map(\.bitPattern)
    }
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  @Test func leavesTheSignOfWhatNobodyAddsTo() {
    let indices = [Int32](repeating: 1, count: 100_000)
    let result = scatter([Float](repeating: -0.0, count: 3), indices, [Float](repeating: -0.0, count: 100_000))
    #expect(result.map(\.sign) == [.minus, .minus, .minus])
  }
}
