import LanewiseKernels
import Testing

@Suite struct ArgFoldTests {
  /// The state after tiles of the given sizes: the index, and whether the value is that element.
  private func search<T: Awkward>(_ build: Build, _ op: ArgFoldOp, _ a: [T], tiles: Int) throws -> Int {
    var state: [UInt64] = [0, UInt64(bitPattern: -1)]
    var start = 0
    while start < a.count {
      let tile = Array(a[start..<min(start + tiles, a.count)])
      state = try build.run(
        KernelIndex.argFold(op, T.lane), count: tile.count, [tile], immediate: start, result: state, length: 2)
      start += tiles
    }
    let index = Int(bitPattern: UInt(state[1]))
    if index >= 0 {
      let value = state.withUnsafeBytes { $0.loadUnaligned(as: T.self) }
      #expect(value.isSame(a[index]))
    }
    return index
  }

  private func check<T: Awkward & Comparable>(_ build: Build, _ a: [T]) throws {
    for tiles in [1, 5, 16, 100, 1000] {
      // NaN first, then the order of values; the first among equals.
      let nan = a.firstIndex { $0 != $0 }
      let largest = nan ?? a.firstIndex(of: a.max()!)
      let smallest = nan ?? a.firstIndex(of: a.min()!)
      #expect(try search(build, .max, a, tiles: tiles) == largest, "max of \(a) by \(tiles)")
      #expect(try search(build, .min, a, tiles: tiles) == smallest, "min of \(a) by \(tiles)")
    }
  }

  private func check<T: Awkward & Comparable>(_ build: Build, _: T.Type) throws {
    let values = T.awkward.filter { $0 == $0 }
    try check(build, values)
    try check(build, values.reversed())
    try check(build, values + values)
    try check(build, [T](repeating: values[0], count: 40))
  }

  @Test(arguments: Build.all) func everyLane(_ build: Build) throws {
    try check(build, Int8.self)
    try check(build, Int16.self)
    try check(build, Int32.self)
    try check(build, Int64.self)
    try check(build, UInt8.self)
    try check(build, UInt16.self)
    try check(build, UInt32.self)
    try check(build, UInt64.self)
    try check(build, Float.self)
    try check(build, Double.self)
  }

  @Test(arguments: Build.all) func corners(_ build: Build) throws {
    try check(build, [1, .nan, 3, .nan, 5] as [Float])
    try check(build, [Double](repeating: 1, count: 20) + [.nan] + [.infinity])
    try check(build, [-.infinity, -.infinity] as [Float])
    try check(build, [.infinity, .infinity] as [Double])
    #expect(try search(build, .max, [-0.0, 0.0] as [Float], tiles: 1) == 0)
    #expect(try search(build, .min, [0.0, -0.0] as [Float], tiles: 2) == 0)
    #expect(try search(build, .max, [] as [Float], tiles: 2) == -1)
    let bools: [UInt8] = [0, 0, 1, 1, 0]
    let state: [UInt64] = try build.run(
      KernelIndex.argFold(.max, .bool), count: 5, [bools], immediate: 10, result: [0, UInt64(bitPattern: -1)], length: 2
    )
    #expect(state[1] == 12)
  }

  /// Of columns, with what was known before, in rows that are 20 elements apart.
  @Test(arguments: Build.all, [1, 15, 16, 17, 20]) func columns(_ build: Build, _ count: Int) throws {
    let known: [Float] = (0..<20).map { $0 % 5 == 0 ? .nan : Float($0 % 3) }
    let rows = (0..<4).map { row in
      (0..<20).map { (column: Int) -> Float in column % 7 == row ? .nan : Float((column + 3 * row) % 4) }
    }
    for op in ArgFoldOp.allCases {
      var (bests, numbers) = (known, [UInt32](repeating: 0xA5A5_A5A5, count: 20))
      for (row, values) in rows.enumerated() {
        for j in 0..<count where !bests[j].isNaN {
          guard values[j].isNaN || (op == .max ? values[j] > bests[j] : values[j] < bests[j]) else { continue }
          (bests[j], numbers[j]) = (values[j], UInt32(5 + row))
        }
      }
      let sizes: [Int64] = [4, 80, 5]
      let got = try build.runTwo(
        KernelIndex.argRows(op, .f32), count: count, [Array(rows.joined()), sizes], result: known)
      #expect(zip(got.0, bests).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
      #expect(Array(got.1.prefix(count)) == Array(numbers.prefix(count)))
    }
  }
}
