/// Arrays of contiguous lines, each line of which is sorted for itself, all arrays together.
struct SortedLines {
  let types: [DType]
  let sources: [UnsafeRawPointer]
  let targets: [UnsafeMutableRawPointer]
  let length: Int
  let keyCount: Int

  func sort(_ lines: Range<Int>) { types[0].visit(LineSort(arrays: self, lines: lines)) }

  /// Sorts the places by each key, the last first, and then brings every array into their order.
  fileprivate func sortByPlaces(_ line: Int) {
    withScratch(UInt32.self, length) { order in
      let last = min(keyCount, types.count) - 1
      for key in stride(from: last, through: 0, by: -1) {
        let source = sources[key] + line * length * types[key].byteWidth
        types[key].visit(OrderByKey(source: source, length: length, order: order, isFirst: key == last))
      }
      for (index, type) in types.enumerated() {
        let start = line * length * type.byteWidth
        type.visitWidth(
          Permute(source: sources[index] + start, target: targets[index] + start, length: length, order: order))
      }
    }
  }
}

/// Sorts by the first array's keys: alone, with a companion of 4 or 8 bytes beside each key, or by places.
private struct LineSort: ElementVisitor {
  let arrays: SortedLines, lines: Range<Int>

  func visit<E: Element>(_ type: E.Type) {
    let width = arrays.types[arrays.types.count - 1].byteWidth
    switch (arrays.types.count, width) {
    case (1, _): sortAlone(type)
    case (2, 4) where arrays.keyCount == 1:
      let joinsPlaces = StableSort.joinsPlaces(to: E.SortKey.self, arrays.length)
      if joinsPlaces { sortWithPlaces(type) } else { sort(type, UInt32.self) }
    case (2, 8) where arrays.keyCount == 1: sort(type, UInt64.self)
    default: for line in lines { arrays.sortByPlaces(line) }
    }
  }

  private func sortAlone<E: Element>(_: E.Type) {
    eachLine { (line: Line<E, Nothing>, items) in
      let keys = UnsafeMutableRawPointer(items).assumingMemoryBound(to: E.SortKey.self)
      return KeySummary.keys(of: line.source, line.length, to: KeysAlone(keys: keys))
    } sort: { line, items, varying in
      StableSort.sort(items, items + line.length, line.length, varying: varying)
    }
  }

  private func sort<E: Element, L: BitwiseCopyable & Sendable>(_: E.Type, _: L.Type) {
    eachLine { (line: Line<E, L>, items) in
      KeySummary.keys(of: line.source, line.length, to: KeysWithLoads(items: items, loads: line.load))
    } sort: { line, items, varying in
      StableSort.sort(items, items + line.length, line.length, varying: varying)
    }
  }

  /// With their places beside the keys; the companions are fetched from there in the end.
  private func sortWithPlaces<E: Element>(_: E.Type) {
    eachLine { (line: Line<E, UInt32>, items) in
      KeySummary.keys(of: line.source, line.length, to: KeysWithPlaces(items: items))
    } sort: { line, items, varying in
      let sorted = StableSort.sortWithPlaces(items, items + line.length, line.length, varying: varying)
      for i in 0..<line.length { sorted[i].load = line.load[Int(sorted[i].load)] }
      return sorted
    }
  }

  private typealias Items<E: Element, L: BitwiseCopyable & Sendable> = UnsafeMutablePointer<Keyed<E.SortKey, L>>

  /// Stores each line sorted, with room for its items and as many again.
  private func eachLine<E: Element, L: BitwiseCopyable & Sendable>(
    keys: (Line<E, L>, Items<E, L>) -> KeySummary<E.SortKey>, sort: (Line<E, L>, Items<E, L>, E.SortKey) -> Items<E, L>
  ) {
    withScratch(Keyed<E.SortKey, L>.self, 2 * arrays.length) { items in
      for number in lines {
        let line = Line<E, L>(arrays, number)
        let found = keys(line, items)
        if !found.areCanonical && E.sharedSortKeys.isEmpty {
          arrays.sortByPlaces(number)
          continue
        }
        let sorted = sort(line, items, found.varying)
        line.store(sorted)
        if !found.areCanonical { line.restore(sorted) }
      }
    }
  }
}

/// A line of keys, and what goes with them. Without a companion that is the keys' array, and nothing is read or written
/// of it.
private struct Line<E: Element, L: BitwiseCopyable & Sendable> {
  let length: Int
  let source: UnsafePointer<E>, target: UnsafeMutablePointer<E>
  let load: UnsafePointer<L>, loadTarget: UnsafeMutablePointer<L>

  init(_ arrays: SortedLines, _ number: Int) {
    length = arrays.length
    let (start, last) = (number * length, arrays.sources.count - 1)
    source = arrays.sources[0].assumingMemoryBound(to: E.self) + start
    target = arrays.targets[0].assumingMemoryBound(to: E.self) + start
    load = arrays.sources[last].assumingMemoryBound(to: L.self) + start
    loadTarget = arrays.targets[last].assumingMemoryBound(to: L.self) + start
  }

  func store(_ sorted: UnsafePointer<Keyed<E.SortKey, L>>) {
    let kernels = L.self == Nothing.self ? FloatKeys<E>() : nil
    @inline(__always) func store(_ range: Range<Int>) {
      if let kernels {
        let keys = UnsafeRawPointer(sorted).assumingMemoryBound(to: E.SortKey.self)
        return kernels.read(keys + range.lowerBound, target + range.lowerBound, range.count)
      }
      var i = range.lowerBound
      while i < range.upperBound {
        target[i] = E(sortKey: sorted[i].key)
        loadTarget[i] = sorted[i].load
        i &+= 1
      }
    }
    if length < 1 << 16 { store(0..<length) } else { forEachRange(length, grain: 32768, store) }
  }

  /// Gives the elements that share a key with other bits (zeros, NaNs) their bits, in the order of the source.
  func restore(_ sorted: UnsafePointer<Keyed<E.SortKey, L>>) {
    for shared in E.sharedSortKeys {
      var (place, end) = (0, length)
      while place < end {
        let middle = (place + end) / 2
        if sorted[middle].key < shared { place = middle + 1 } else { end = middle }
      }
      for i in 0..<length where source[i].sortKey == shared {
        target[place] = source[i]
        place += 1
      }
    }
  }
}

/// Sorts the places in `order` by the key at each, and keeps the order of equal ones.
private struct OrderByKey: ElementVisitor {
  let source: UnsafeRawPointer, length: Int, order: UnsafeMutablePointer<UInt32>
  let isFirst: Bool

  func visit<E: Element>(_ type: E.Type) {
    let source = source.assumingMemoryBound(to: type)
    withScratch(Keyed<E.SortKey, UInt32>.self, 2 * length) { items in
      let found =
        isFirst
        ? KeySummary.keys(of: source, length, to: KeysWithPlaces(items: items))
        : KeySummary.keys(of: source, length, to: KeysInOrder(items: items, source: source, order: order))
      let sorted =
        isFirst
        ? StableSort.sortWithPlaces(items, items + length, length, varying: found.varying)
        : StableSort.sort(items, items + length, length, varying: found.varying)
      forEachRange(length, grain: 65536) { range in
        for i in range { order[i] = sorted[i].load }
      }
    }
  }
}

private struct Permute: WidthVisitor {
  let source: UnsafeRawPointer, target: UnsafeMutableRawPointer
  let length: Int, order: UnsafeMutablePointer<UInt32>

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let source = source.assumingMemoryBound(to: type)
    let target = target.assumingMemoryBound(to: type)
    forEachRange(length, grain: 65536) { range in
      for i in range { target[i] = source[Int(order[i])] }
    }
  }
}
