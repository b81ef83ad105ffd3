import LanewiseEngine
import Testing

@Suite struct ScatterStepTests {
  static func reference(
    _ x: [Int32], _ xShape: [Int], _ indices: [Int], _ indicesShape: [Int], _ updates: [Int32], _ updatesShape: [Int],
    _ step: ScatterStep
  ) -> [Int32] {
    var result = x
    let absent = step.insertedWindowDims + step.operandBatchingDims
    let present = xShape.indices.filter { !absent.contains($0) }
    func size(_ dim: Int) -> Int {
      present.firstIndex(of: dim).map { updatesShape[step.updateWindowDims[$0]] } ?? 1
    }
    // Index vector by index vector.
    func batch(_ at: [Int]) -> Int {
      at.indices.filter { !step.updateWindowDims.contains($0) }.reduce(0) { $0 * 100 + at[$1] }
    }
    let order = indexVectors(updatesShape).enumerated().sorted {
      (batch($0.element), $0.offset) < (batch($1.element), $1.offset)
    }
    for at in order.map(\.element) {
      let batch = at.indices.filter { !step.updateWindowDims.contains($0) }.map { at[$0] }
      var position = [Int](repeating: 0, count: xShape.count)
      var isInside = true
      for (component, dim) in step.scatterDimsToOperandDims.enumerated() {
        let start = indices[offset(batch + [component], in: indicesShape)]
        position[dim] = max(0, min(start, xShape[dim] - size(dim)))
        isInside = isInside && (step.mode == .clip || position[dim] == start)
      }
      for (dim, batchDim) in zip(step.operandBatchingDims, step.scatterIndicesBatchingDims) {
        position[dim] = batch[batchDim]
      }
      for (dim, windowDim) in zip(present, step.updateWindowDims) { position[dim] += at[windowDim] }
      guard isInside else { continue }
      let old = result[offset(position, in: xShape)]
      let new = updates[offset(at, in: updatesShape)]
      let combined: Int32 =
        switch step.combiner {
        case .set: new
        case .add: old &+ new
        case .mul: old &* new
        case .min: min(old, new)
        case .max: max(old, new)
        }
      result[offset(position, in: xShape)] = combined
    }
    return result
  }

  static let steps: [([Int], [Int], [Int], @Sendable (ScatterCombiner, ScatterMode) -> ScatterStep)] = [
    (
      [9], [6, 1], [6],
      { .init(updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0], combiner: $0, mode: $1) }
    ),
    (
      [5, 4], [3, 1], [3, 4],
      { .init(updateWindowDims: [1], insertedWindowDims: [0], scatterDimsToOperandDims: [0], combiner: $0, mode: $1) }
    ),
    (
      [5, 4], [3, 1], [5, 3],
      { .init(updateWindowDims: [0], insertedWindowDims: [1], scatterDimsToOperandDims: [1], combiner: $0, mode: $1) }
    ),
    (
      [5, 4, 3], [4, 2], [2, 4, 2],
      {
        .init(
          updateWindowDims: [0, 2], insertedWindowDims: [1], scatterDimsToOperandDims: [2, 0], combiner: $0, mode: $1)
      }
    ),
    (
      [5, 4], [2], [3, 2],
      {
        .init(
          updateWindowDims: [0, 1], insertedWindowDims: [], scatterDimsToOperandDims: [0, 1], combiner: $0, mode: $1)
      }
    ),
    (
      [3, 5, 4], [2, 3, 1], [2, 3, 4],
      {
        .init(
          updateWindowDims: [2], insertedWindowDims: [1], scatterDimsToOperandDims: [1],
          operandBatchingDims: [0], scatterIndicesBatchingDims: [1], combiner: $0, mode: $1)
      }
    ),
    (
      [4], [0, 1], [0],
      { .init(updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0], combiner: $0, mode: $1) }
    ),
  ]

  @Test func updatesGoWhereTheIndicesSay() {
    var generator = Generator(5)
    for (xShape, indicesShape, updatesShape, make) in Self.steps {
      for combiner in ScatterCombiner.allCases {
        for mode in [ScatterMode.clip, .drop] {
          let step = make(combiner, mode)
          for _ in 0..<20 {
            let x = (0..<xShape.reduce(1, *)).map { _ in Int32.random(in: -9...9, using: &generator) }
            let indices = (0..<indicesShape.reduce(1, *)).map { _ in Int.random(in: -2...6, using: &generator) }
            let updates = (0..<updatesShape.reduce(1, *)).map { _ in Int32.random(in: -9...9, using: &generator) }
            let got = step.result(
              [
                TestArray(x, xShape, .int32), TestArray(indices.map { Int32($0) }, indicesShape, .int32),
                TestArray(updates, updatesShape, .int32),
              ], xShape, .int32, Int32.self)
            #expect(got == Self.reference(x, xShape, indices, indicesShape, updates, updatesShape, step))
          }
        }
      }
    }
  }

  @Test func windowsOfAnyKind() {
    let seed = UInt64.random(in: 0..<1 << 32)
    var generator = Generator(seed)
    for _ in 0..<200 {
      let windows = RandomWindows(&generator)
      let step = windows.scatter(
        ScatterCombiner.allCases.randomElement(using: &generator)!, Bool.random(using: &generator) ? .clip : .drop)
      let x = (0..<windows.array.reduce(1, *)).map { _ in Int32.random(in: -9...9, using: &generator) }
      let updates = (0..<windows.windowed.reduce(1, *)).map { _ in Int32.random(in: -9...9, using: &generator) }
      let (places, operands) = windows.places(&generator)
      let got = step.result(
        [TestArray(x, windows.array, .int32), operands[0], TestArray(updates, windows.windowed, .int32)]
          + operands.dropFirst(), windows.array, .int32, Int32.self)
      let expected = Self.reference(
        x, windows.array, places, windows.indices, updates, windows.windowed, step)
      #expect(Bool(got == expected), "seed \(seed): \(step) \(windows.array) \(operands.map(\.type))")
    }
  }

  func scatter<T: BitwiseCopyable>(
    _ combiner: ScatterCombiner, _ x: [T], _ indices: [UInt64], _ updates: [T], _ dtype: DType
  ) -> [T] {
    ScatterStep(
      updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0], combiner: combiner, mode: .drop
    ).result(
      [
        TestArray(x, [x.count], dtype), TestArray(indices, [indices.count, 1], .uint64),
        TestArray(updates, [updates.count], dtype),
      ], [x.count], dtype, T.self)
  }

  @Test func everyTypeCombines() {
    #expect(scatter(.add, [1, 2] as [Double], [1, 1, .max], [0.5, 0.25, 9], .float64) == [1, 2.75])
    #expect(scatter(.add, [Half(total: 2048)], [0, 0], [Half(total: 1), Half(total: 1)], .float16)[0].total == 2048)
    #expect(scatter(.add, [0, 1, 0] as [UInt8], [0, 1], [1, 1], .bool) == [1, 1, 0])
    #expect(scatter(.max, [1, 2] as [Float], [0, 1], [.nan, 1], .float32)[0].isNaN)
    #expect(scatter(.mul, [SIMD2<Float>(0, 1)], [0], [SIMD2(0, 1)], .complex64) == [SIMD2(-1, 0)])
    #expect(scatter(.set, [1, 2, 3] as [UInt16], [2, 2], [8, 9], .uint16) == [1, 2, 9])
    #expect(scatter(.min, [200] as [UInt8], [0], [100], .uint8) == [100])
  }

  /// 2³² + 1 is no place of the array, although its lower half is; and what is clipped goes to the nearest end.
  @Test func indicesThatNeed64Bits() {
    func scatter(_ mode: ScatterMode) -> [Float] {
      ScatterStep(
        updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0], combiner: .add, mode: mode
      ).result(
        [
          TestArray([0, 0, 0] as [Float], [3], .float32),
          TestArray([(1 << 32) + 1, 1, (-1 << 32) + 1, .min, .max] as [Int64], [5, 1], .int64),
          TestArray([1, 2, 4, 8, 16] as [Float], [5], .float32),
        ], [3], .float32, Float.self)
    }
    #expect(scatter(.drop) == [0, 2, 0])
    #expect(scatter(.clip) == [12, 2, 17])
  }

  /// As many as are split over threads: single elements and rows, in the order of the indices. Floats, so that another
  /// order would give other bits.
  @Test func longListsKeepTheirOrder() {
    var generator = Generator(47)
    for (targets, row) in [(7, 1), (1000, 1), (50_000, 1), (9, 40), (1000, 40)] {
      let count = 60_000 / row
      let x = (0..<targets * row).map { _ in Float.random(in: -1...1, using: &generator) }
      let indices = (0..<count).map { _ in Int.random(in: -3...targets + 2, using: &generator) }
      let updates = (0..<count * row).map { _ in Float.random(in: -1...1, using: &generator) }
      for combiner in ScatterCombiner.allCases {
        for mode in [ScatterMode.clip, .drop] {
          var expected = x
          for (i, index) in indices.enumerated() {
            let place = max(0, min(index, targets - 1))
            guard mode == .clip || place == index else { continue }
            for j in 0..<row {
              let (old, new) = (expected[place * row + j], updates[i * row + j])
              expected[place * row + j] =
                switch combiner {
                case .set: new
                case .add: old + new
                case .mul: old * new
                case .min: Float.minimum(old, new)
                case .max: Float.maximum(old, new)
                }
            }
          }
          let step = ScatterStep(
            updateWindowDims: row == 1 ? [] : [1], insertedWindowDims: [0], scatterDimsToOperandDims: [0],
            combiner: combiner, mode: mode)
          let shape = row == 1 ? [targets] : [targets, row]
          let operands = [
            TestArray(indices.map { Int32($0) }, [count, 1], .int32), TestArray(indices, [count, 1], .int64),
            TestArray(indices.map { Int16(truncatingIfNeeded: $0) }, [count, 1], .int16),
          ]
          for (threads, places) in [1, 2, 3].flatMap({ threads in operands.map { (threads, $0) } }) {
            if places.type.dtype == .int16 && targets > 30_000 { continue }
            let added = TestArray(updates, row == 1 ? [count] : [count, row], .float32)
            let got = withThreads(threads) {
              step.result([TestArray(x, shape, .float32), places, added], shape, .float32, Float.self)
            }
            #expect(Bool(got == expected), "\(targets) \(row) \(combiner) \(mode) \(threads) \(places.type.dtype)")
          }
        }
      }
    }
  }

  /// A window that several threads share.
  @Test(arguments: [ScatterCombiner.set, .add]) func aLongWindow(_ combiner: ScatterCombiner) {
    let step = ScatterStep(
      updateWindowDims: [0], insertedWindowDims: [], scatterDimsToOperandDims: [0], combiner: combiner, mode: .drop)
    let x = (0..<200_000).map { Int32($0) }
    let updates = (0..<150_000).map { Int32($0 * 3) }
    let got = step.result(
      [TestArray(x, [200_000], .int32), TestArray([7] as [Int32], [1], .int32), TestArray(updates, [150_000], .int32)],
      [200_000], .int32, Int32.self)
    let expected = x.indices.map { place -> Int32 in
      guard place >= 7, place < 150_007 else { return x[place] }
      return updates[place - 7] + (combiner == .add ? x[place] : 0)
    }
    #expect(Bool(got == expected))
  }
}
