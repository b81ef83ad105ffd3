import LanewiseEngine
import Testing

@Suite struct GatherStepTests {
  /// XLA's definition, element by element.
  static func reference(
    _ x: [Int32], _ xShape: [Int], _ indices: [Int], _ indicesShape: [Int], _ step: GatherStep, _ shape: [Int]
  ) -> [Int32] {
    indexVectors(shape).map { out in
      let batch = out.indices.filter { !step.offsetDims.contains($0) }.map { out[$0] }
      var within = step.offsetDims.map { out[$0] }
      var position = [Int](repeating: 0, count: xShape.count)
      var isInside = true
      for (component, dim) in step.startIndexMap.enumerated() {
        let start = indices[offset(batch + [component], in: indicesShape)]
        position[dim] = max(0, min(start, xShape[dim] - step.sliceSizes[dim]))
        isInside = isInside && position[dim] == start
      }
      for (dim, batchDim) in zip(step.operandBatchingDims, step.startIndicesBatchingDims) {
        position[dim] = batch[batchDim]
      }
      for dim in xShape.indices
      where !step.collapsedSliceDims.contains(dim) && !step.operandBatchingDims.contains(dim) {
        position[dim] += within.removeFirst()
      }
      if case .fill(let bits) = step.mode, !isInside { return Int32(truncatingIfNeeded: bits) }
      return x[offset(position, in: xShape)]
    }
  }

  static func resultShape(_ indicesShape: [Int], _ step: GatherStep) -> [Int] {
    var batch = Array(indicesShape.dropLast())
    var window = step.sliceSizes.indices
      .filter { !step.collapsedSliceDims.contains($0) && !step.operandBatchingDims.contains($0) }
      .map { step.sliceSizes[$0] }
    return (0..<batch.count + window.count).map {
      step.offsetDims.contains($0) ? window.removeFirst() : batch.removeFirst()
    }
  }

  static let steps: [([Int], [Int], @Sendable (GatherMode) -> GatherStep)] = [
    ([9], [6, 1], { .init(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: $0) }),
    (
      [5, 4], [3, 2, 1],
      { .init(offsetDims: [2], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1, 4], mode: $0) }
    ),
    (
      [5, 4], [3, 2, 1],
      { .init(offsetDims: [0], collapsedSliceDims: [1], startIndexMap: [1], sliceSizes: [5, 1], mode: $0) }
    ),
    (
      [5, 4, 3], [7, 2],
      { .init(offsetDims: [0, 2], collapsedSliceDims: [1], startIndexMap: [2, 0], sliceSizes: [2, 1, 2], mode: $0) }
    ),
    (
      [5, 4], [2],
      { .init(offsetDims: [0, 1], collapsedSliceDims: [], startIndexMap: [0, 1], sliceSizes: [3, 2], mode: $0) }
    ),
    (
      [3, 4], [2, 0],
      { .init(offsetDims: [1], collapsedSliceDims: [0], startIndexMap: [], sliceSizes: [1, 4], mode: $0) }
    ),
    (
      [5, 4], [0, 1],
      { .init(offsetDims: [1], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1, 4], mode: $0) }
    ),
    (
      [3, 5, 4], [2, 3, 1],
      {
        .init(
          offsetDims: [2], collapsedSliceDims: [1], startIndexMap: [1], sliceSizes: [1, 1, 4],
          operandBatchingDims: [0], startIndicesBatchingDims: [1], mode: $0)
      }
    ),
  ]

  @Test func windowsAreTakenWhereTheIndicesSay() {
    var generator = Generator(3)
    for (xShape, indicesShape, make) in Self.steps {
      for mode in [GatherMode.clip, .fill(bits: 77)] {
        let step = make(mode)
        let shape = Self.resultShape(indicesShape, step)
        let x = (0..<xShape.reduce(1, *)).map { Int32($0 + 100) }
        for _ in 0..<20 {
          let indices = (0..<indicesShape.reduce(1, *)).map { _ in Int.random(in: -3...7, using: &generator) }
          let got = step.result(
            [TestArray(x, xShape, .int32), TestArray(indices.map { Int16($0) }, indicesShape, .int16)], shape, .int32,
            Int32.self)
          #expect(got == Self.reference(x, xShape, indices, indicesShape, step, shape))
        }
      }
    }
  }

  @Test func windowsOfAnyKind() {
    let seed = UInt64.random(in: 0..<1 << 32)
    var generator = Generator(seed)
    for _ in 0..<600 {
      let windows = RandomWindows(&generator)
      let step = windows.gather(Bool.random(using: &generator) ? .clip : .fill(bits: 77))
      let x = (0..<windows.array.reduce(1, *)).map { Int32($0 + 100) }
      let (places, operands) = windows.places(&generator)
      let got = step.result([TestArray(x, windows.array, .int32)] + operands, windows.windowed, .int32, Int32.self)
      let expected = Self.reference(x, windows.array, places, windows.indices, step, windows.windowed)
      #expect(Bool(got == expected), "seed \(seed): \(step) \(windows.array) \(operands.map(\.type))")
    }
  }

  @Test func everyWidthAndIndexType() {
    func take<T: BitwiseCopyable & Equatable, I: FixedWidthInteger & BitwiseCopyable>(
      _ x: [T], _ dtype: DType, _ indices: [I], _ indexType: DType, _ expected: [T], _ mode: GatherMode = .clip
    ) {
      let step = GatherStep(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: mode)
      #expect(
        step.result(
          [TestArray(x, [x.count], dtype), TestArray(indices, [indices.count, 1], indexType)],
          [indices.count], dtype, T.self) == expected)
    }
    take([1, 2, 3] as [UInt8], .uint8, [Int64.max, .min, 1], .int64, [3, 1, 2])
    take([1, 2, 3] as [UInt16], .uint16, [UInt64.max, 0], .uint64, [3, 1])
    take([1, 2, 3] as [Double], .float64, [UInt32.max, 1], .uint32, [3, 2])
    take([SIMD2<Double>(1, 2), SIMD2(3, 4)], .complex128, [Int8(1), -1], .int8, [SIMD2(3, 4), SIMD2(1, 2)])
    take([1, 2, 3] as [Float], .float32, [UInt64.max, 1], .uint64, [7, 2], .fill(bits: UInt64(Float(7).bitPattern)))
    take([SIMD2<Double>(1, 2)], .complex128, [Int32(5)], .int32, [SIMD2(7, 0)], .fill(bits: Double(7).bitPattern))
  }

  @Test func manyIndicesAreSplitOverWorkers() {
    let x = (0..<1000).map { Int32($0) }
    let indices = (0..<100_000).map { Int32(truncatingIfNeeded: $0 * 7919 % 1000) }
    let step = GatherStep(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: .clip)
    #expect(
      step.result(
        [TestArray(x, [1000], .int32), TestArray(indices, [100_000, 1], .int32)], [100_000], .int32, Int32.self)
        == indices)
  }

  /// Single elements by one index, in every width, inside and outside.
  @Test func lists() {
    var generator = Generator(53)
    func check<T: BitwiseCopyable & Equatable & FixedWidthInteger>(_ dtype: DType, _: T.Type) {
      for (extent, count) in [(1, 5), (9, 40), (3000, 40_000)] {
        let x = (0..<extent).map { _ in T(truncatingIfNeeded: generator.next()) }
        let indices = (0..<count).map { _ in Int.random(in: -3...extent + 2, using: &generator) }
        for mode in [GatherMode.clip, .fill(bits: 7)] {
          let step = GatherStep(
            offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: mode)
          let expected = indices.map { index in
            mode == .clip || x.indices.contains(index) ? x[max(0, min(index, extent - 1))] : 7
          }
          let operands = [
            TestArray(indices.map { Int32($0) }, [count, 1], .int32), TestArray(indices, [count, 1], .int64),
            TestArray(indices.map { Int16($0) }, [count, 1], .int16),
          ]
          for places in operands {
            let got = step.result([TestArray(x, [extent], dtype), places], [count], dtype, T.self)
            #expect(Bool(got == expected), "\(dtype) \(extent) \(mode) \(places.type.dtype)")
          }
        }
      }
    }
    check(.uint8, UInt8.self)
    check(.int16, Int16.self)
    check(.int32, Int32.self)
    check(.int64, Int64.self)
  }
}
