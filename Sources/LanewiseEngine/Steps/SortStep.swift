/// Arrays sorted together along a dimension (JAX's `sort`): lexicographically by the first `keyCount` of them.
///
/// - Operands: any number of arrays of one shape and any dtypes. Results: the same.
/// - Stable. NaN comes last, whatever its sign and bits; −0 equals +0; complex numbers order by real, then imaginary part.
package struct SortStep: Step {
  package let dimension: Int
  package let keyCount: Int

  package init(dimension: Int, keyCount: Int = 1) {
    self.dimension = dimension
    self.keyCount = keyCount
  }

  package var name: String { "sort" }

  /// The comparisons of a merge sort: n log₂ n for each line of n elements.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let length = operands[0].shape[dimension]
    let depth = length > 1 ? Int.bitWidth - (length - 1).leadingZeroBitCount : 0
    return Cost(flops: operands[0].count * depth, moving: operands, results)
  }

  package func run(_ call: StepCall) {
    let layout = AxisLayout(call.operandTypes[0].shape, axis: dimension)
    guard layout.count > 0 else { return }
    if layout.length == 1 {
      for (index, type) in call.operandTypes.enumerated() {
        call.result(index).copyMemory(from: call.operand(index), byteCount: type.byteCount)
      }
      return
    }
    forEachRange(layout.lines, grain: max(1, 4096 / layout.length), nanoseconds: layout.length * 8) { lines in
      let length = layout.length
      if call.operandTypes.count == 1 {
        call.operandTypes[0].dtype.visit(SortAlone(call: call, layout: layout, lines: lines))
      } else {
        withScratch(UInt32.self, length) { order in
          for line in lines {
            sortTogether(call, layout, layout.start(ofLine: line), order)
          }
        }
      }
    }
  }

  /// Sorts the places by each key, the last first, and then brings every operand into their order.
  private func sortTogether(_ call: StepCall, _ layout: AxisLayout, _ start: Int, _ order: UnsafeMutablePointer<UInt32>)
  {
    for key in stride(from: min(keyCount, call.operandTypes.count) - 1, through: 0, by: -1) {
      call.operandTypes[key].dtype.visit(
        OrderByKey(
          source: call.operand(key), start: start, layout: layout, order: order,
          isFirst: key == min(keyCount, call.operandTypes.count) - 1))
    }
    for index in call.operandTypes.indices {
      call.operandTypes[index].dtype.visitWidth(
        Permute(source: call.operand(index), target: call.result(index), start: start, layout: layout, order: order))
    }
  }
}

/// Sorts the places in `order` by the key at each, and keeps the order of equal ones.
private struct OrderByKey: ElementVisitor {
  let source: UnsafeRawPointer, start: Int, layout: AxisLayout, order: UnsafeMutablePointer<UInt32>
  let isFirst: Bool

  func visit<E: Element>(_ type: E.Type) {
    let source = source.assumingMemoryBound(to: type) + start
    let length = layout.length
    let inner = layout.inner
    withScratch(PlacedKey<E.SortKey>.self, 2 * length) { items in
      for i in 0..<length {
        let place = isFirst ? UInt32(truncatingIfNeeded: i) : order[i]
        items[i] = PlacedKey(key: source[Int(place) &* inner].sortKey, place: place)
      }
      let sorted = StableSort.sort(items, items + length, length)
      for i in 0..<length { order[i] = sorted[i].place }
    }
  }
}

private struct Permute: WidthVisitor {
  let source: UnsafeRawPointer, target: UnsafeMutableRawPointer, start: Int, layout: AxisLayout
  let order: UnsafeMutablePointer<UInt32>

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let source = source.assumingMemoryBound(to: type) + start
    let target = target.assumingMemoryBound(to: type) + start
    let inner = layout.inner
    forEachRange(layout.length, grain: 65536) { range in
      for i in range { target[i &* inner] = source[Int(order[i]) &* inner] }
    }
  }
}

/// Lines of one array without companions: where keys and values are one to one, the keys alone are sorted.
private struct SortAlone: ElementVisitor {
  let call: StepCall, layout: AxisLayout, lines: Range<Int>

  func visit<E: Element>(_ type: E.Type) {
    let length = layout.length
    let inner = layout.inner
    withScratch(BareKey<E.SortKey>.self, 2 * length) { items in
      for line in lines {
        let start = layout.start(ofLine: line)
        let source = call.operand(0, as: type) + start
        let target = call.result(0, as: type) + start
        var isCanonical = true
        for i in 0..<length {
          let value = source[i &* inner]
          items[i].key = value.sortKey
          isCanonical = isCanonical && value.ownsSortKey
        }
        if isCanonical {
          let sorted = StableSort.sort(items, items + length, length)
          for i in 0..<length { target[i &* inner] = E(sortKey: sorted[i].key) }
        } else {
          withScratch(UInt32.self, length) { order in
            OrderByKey(source: call.operand(0), start: start, layout: layout, order: order, isFirst: true).visit(type)
            for i in 0..<length { target[i &* inner] = source[Int(order[i]) &* inner] }
          }
        }
      }
    }
  }
}
