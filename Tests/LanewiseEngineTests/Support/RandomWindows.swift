import LanewiseEngine

/// Dimension numbers of a gather at random, with shapes that fit: windows of any kind, batching dimensions, one or
/// several indices. The scatter that writes what the gather reads has the same.
struct RandomWindows {
  let array: [Int], sizes: [Int], indices: [Int], windowed: [Int]
  let windowDims, collapsed, map, arrayBatching, indicesBatching: [Int]

  init(_ generator: inout Generator) {
    let rank = Int.random(in: 1...4, using: &generator)
    var array: [Int] = []
    var sizes: [Int] = []
    var collapsed: [Int] = []
    var batching: [Int] = []
    for dim in 0..<rank {
      array.append(Int.random(in: 1...6, using: &generator))
      switch Int.random(in: 0..<8, using: &generator) {
      case 0, 1: batching.append(dim)
      case 2, 3, 4: collapsed.append(dim)
      default: break
      }
      let isPresent = !collapsed.contains(dim) && !batching.contains(dim)
      let isWhole = Bool.random(using: &generator)
      sizes.append(!isPresent ? 1 : isWhole ? array[dim] : Int.random(in: 1...array[dim], using: &generator))
    }
    batching.shuffle(using: &generator)
    map = (0..<rank).filter { !batching.contains($0) }.shuffled(using: &generator)
      .filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }
    // The indices' dimensions: those of the batch, among others.
    let others = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
      [1, 2, 5, 20].randomElement(using: &generator)!
    }
    let places = Array(0..<batching.count + others.count).shuffled(using: &generator)
    indicesBatching = Array(places[..<batching.count])
    var batch = [Int](repeating: 1, count: places.count)
    for (place, dim) in zip(indicesBatching, batching) { batch[place] = array[dim] }
    for (place, extent) in zip(places[batching.count...], others) { batch[place] = extent }
    let window = (0..<rank).filter { !collapsed.contains($0) && !batching.contains($0) }.map { sizes[$0] }
    windowDims = Array(
      Array(0..<batch.count + window.count).shuffled(using: &generator)[..<window.count].sorted())
    var (nextInWindow, nextInBatch) = (window.makeIterator(), batch.makeIterator())
    let windowDims = windowDims
    windowed = (0..<batch.count + window.count).map {
      windowDims.contains($0) ? nextInWindow.next()! : nextInBatch.next()!
    }
    indices = batch + [map.count]
    (self.array, self.sizes, self.collapsed, arrayBatching) = (array, sizes, collapsed, batching)
  }

  func gather(_ mode: GatherMode) -> GatherStep {
    GatherStep(
      offsetDims: windowDims, collapsedSliceDims: collapsed, startIndexMap: map, sliceSizes: sizes,
      operandBatchingDims: arrayBatching, startIndicesBatchingDims: indicesBatching, mode: mode)
  }

  func scatter(_ combiner: ScatterCombiner, _ mode: ScatterMode) -> ScatterStep {
    ScatterStep(
      updateWindowDims: windowDims, insertedWindowDims: collapsed, scatterDimsToOperandDims: map,
      operandBatchingDims: arrayBatching, scatterIndicesBatchingDims: indicesBatching, combiner: combiner, mode: mode)
  }

  /// Index vectors inside and outside, as one operand or as one for each component.
  func places(_ generator: inout Generator) -> (values: [Int], operands: [TestArray]) {
    let values = (0..<indices.reduce(1, *)).map { _ in Int.random(in: -2...7, using: &generator) }
    let isApart = map.count > 1 && Bool.random(using: &generator)
    let parts = isApart ? map.indices.map { [$0] } : [Array(map.indices)]
    let dtype = [DType.int32, .int64, .int16].randomElement(using: &generator)!
    let operands = parts.map { components in
      let part = values.indices.filter { components.contains($0 % max(map.count, 1)) }.map { values[$0] }
      let shape = Array(indices.dropLast()) + [components.count]
      return switch dtype {
      case .int32: TestArray(part.map { Int32($0) }, shape, dtype)
      case .int64: TestArray(part.map { Int64($0) }, shape, dtype)
      default: TestArray(part.map { Int16($0) }, shape, dtype)
      }
    }
    return (values, operands)
  }
}
