/// Converts elements between any two dtypes. Integers wrap; half precision rounds to nearest, ties to even; of a complex
/// number a real type takes the real part.
///
/// Block by block through a type that holds both sides: from each type to that and from that to each, rather than a loop
/// for every pair of types.
package func convertElements(
  from source: UnsafeRawPointer, _ sourceType: DType, to target: UnsafeMutableRawPointer, _ targetType: DType,
  count: Int
) {
  if sourceType == targetType {
    target.copyMemory(from: source, byteCount: count * sourceType.byteWidth)
    return
  }
  let isSingle = [sourceType, targetType].allSatisfy { $0.isFloating && $0 != .float64 }
  let isWhole = !sourceType.isInexact && !targetType.isInexact
  let way: ConversionWay = isSingle ? .single : isWhole ? .whole : .wide
  let blockLength = 512
  withUnsafeTemporaryAllocation(of: Complex<Double>.self, capacity: blockLength) { block in
    let between = UnsafeMutableRawPointer(block.baseAddress!)
    for start in stride(from: 0, to: count, by: blockLength) {
      let length = min(blockLength, count - start)
      sourceType.visit(
        ConversionLoad(way: way, source: source + start * sourceType.byteWidth, between: between, count: length))
      targetType.visit(
        ConversionStore(way: way, between: between, target: target + start * targetType.byteWidth, count: length))
    }
  }
}

/// The type that a conversion goes through: float32 between float32 and half precision, 64-bit integers between integers
/// and bool, else complex numbers of double precision.
private enum ConversionWay { case single, whole, wide }

private struct ConversionLoad: ElementVisitor {
  let way: ConversionWay, source: UnsafeRawPointer, between: UnsafeMutableRawPointer, count: Int

  func visit<E: Element>(_ type: E.Type) {
    let source = source.assumingMemoryBound(to: type)
    switch way {
    case .single:
      let between = between.assumingMemoryBound(to: E.Total.self)
      for i in 0..<count { between[i] = source[i].total }
    case .whole:
      let between = between.assumingMemoryBound(to: Int64.self)
      for i in 0..<count { between[i] = source[i].integer ?? 0 }
    case .wide:
      let between = between.assumingMemoryBound(to: Complex<Double>.self)
      for i in 0..<count { between[i] = source[i].wide }
    }
  }
}

private struct ConversionStore: ElementVisitor {
  let way: ConversionWay, between: UnsafeRawPointer, target: UnsafeMutableRawPointer, count: Int

  func visit<E: Element>(_ type: E.Type) {
    let target = target.assumingMemoryBound(to: type)
    switch way {
    case .single:
      let between = between.assumingMemoryBound(to: E.Total.self)
      for i in 0..<count { target[i] = E(total: between[i]) }
    case .whole:
      let between = between.assumingMemoryBound(to: Int64.self)
      for i in 0..<count { target[i] = E(integer: between[i]) ?? .zero }
    case .wide:
      let between = between.assumingMemoryBound(to: Complex<Double>.self)
      for i in 0..<count { target[i] = E(wide: between[i]) }
    }
  }
}

/// The same over the workers.
private func convertInParts(
  from source: UnsafeRawPointer, _ type: DType, to target: UnsafeMutableRawPointer, _ targetType: DType, count: Int
) {
  forEachRange(count, grain: 65536) { range in
    convertElements(
      from: source + range.lowerBound * type.byteWidth, type, to: target + range.lowerBound * targetType.byteWidth,
      targetType, count: range.count)
  }
}

/// Calls `body` with the elements in another dtype: converted over the workers, where they have another one.
func converted(
  _ source: UnsafeRawPointer, _ type: DType, to target: DType, count: Int, _ body: (UnsafeRawPointer) -> Void
) {
  if type == target { return body(source) }
  withScratch(UInt8.self, count * target.byteWidth) { block in
    convertInParts(from: source, type, to: block, target, count: count)
    body(UnsafeRawPointer(block))
  }
}

/// Calls `body` with the elements, memory for the results and the dtype that sums are kept in: that of the elements, but
/// float32 of half precision, to and from which it converts.
func withTotals(
  _ source: UnsafeRawPointer, _ type: DType, count: Int, to target: UnsafeMutableRawPointer, _ targetCount: Int,
  _ body: (_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ total: DType) -> Void
) {
  guard type.isHalf else { return body(source, target, type) }
  converted(source, type, to: .float32, count: count) { source in
    withScratch(Float.self, targetCount) { totals in
      body(source, totals, .float32)
      convertInParts(from: totals, .float32, to: target, type, count: targetCount)
    }
  }
}
