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
    case (1, _): sort(type, Nothing.self)
    case (2, 4) where arrays.keyCount == 1: sort(type, UInt32.self)
    case (2, 8) where arrays.keyCount == 1: sort(type, UInt64.self)
    default: for line in lines { arrays.sortByPlaces(line) }
    }
  }

  private func sort<E: Element, L: BitwiseCopyable & Sendable>(_: E.Type, _: L.Type) {
    let length = arrays.length
    withScratch(Keyed<E.SortKey, L>.self, 2 * length) { items in
      for line in lines {
        let source = arrays.sources[0].assumingMemoryBound(to: E.self) + line * length
        let target = arrays.targets[0].assumingMemoryBound(to: E.self) + line * length
        // Without a companion this is the array itself, and nothing is read or written of it.
        let load = arrays.sources[arrays.sources.count - 1].assumingMemoryBound(to: L.self) + line * length
        let loadTarget = arrays.targets[arrays.targets.count - 1].assumingMemoryBound(to: L.self) + line * length
        let found = KeySummary.keys(of: source, length) { i, key in items[i] = Keyed(key: key, load: load[i]) }
        if !found.areCanonical && E.sharedSortKeys.isEmpty {
          arrays.sortByPlaces(line)
          continue
        }
        let sorted = StableSort.sort(items, items + length, length, varying: found.varying)
        @inline(__always) func store(_ range: Range<Int>) {
          var i = range.lowerBound
          while i < range.upperBound {
            target[i] = E(sortKey: sorted[i].key)
            loadTarget[i] = sorted[i].load
            i &+= 1
          }
        }
        if length < 1 << 16 { store(0..<length) } else { forEachRange(length, grain: 32768, store) }
        if !found.areCanonical { restore(source, target, sorted) }
      }
    }
  }

  /// Gives the elements that share a key with other bits (zeros, NaNs) their bits, in the order of the source.
  private func restore<E: Element, L>(
    _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>, _ sorted: UnsafePointer<Keyed<E.SortKey, L>>
  ) {
    for shared in E.sharedSortKeys {
      var (place, end) = (0, arrays.length)
      while place < end {
        let middle = (place + end) / 2
        if sorted[middle].key < shared { place = middle + 1 } else { end = middle }
      }
      for i in 0..<arrays.length where source[i].sortKey == shared {
        target[place] = source[i]
        place += 1
      }
    }
  }
}

/// What is to be known of the keys of a line before it is sorted.
private struct KeySummary<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
  /// The bits in which keys differ.
  var varying: Key = 0
  /// Whether every element can be made again from its key.
  var areCanonical = true

  /// Hands the key of each element on.
  @inline(__always)
  static func keys<E: Element>(
    of source: UnsafePointer<E>, _ length: Int, _ body: (Int, Key) -> Void
  ) -> KeySummary where E.SortKey == Key {
    let first = source[0].sortKey
    @inline(__always) func part(_ range: Range<Int>) -> KeySummary {
      var varying: Key = 0
      var foreign: Key = 0
      var i = range.lowerBound
      while i < range.upperBound {
        let element = source[i]
        let key = element.sortKey
        varying |= key ^ first
        foreign |= element.ownsSortKey ? 0 : 1
        body(i, key)
        i &+= 1
      }
      return KeySummary(varying: varying, areCanonical: foreign == 0)
    }
    if length < 1 << 16 || Workers.isWorker { return part(0..<length) }
    let chunks = 2 * Workers.threadCount
    return withScratch(KeySummary.self, chunks) { summaries in
      Workers.run(chunks: chunks, nanoseconds: length) { chunk in
        summaries[chunk] = part(length * chunk / chunks..<length * (chunk + 1) / chunks)
      }
      return (0..<chunks).reduce(into: KeySummary()) {
        $0.varying |= summaries[$1].varying
        $0.areCanonical = $0.areCanonical && summaries[$1].areCanonical
      }
    }
  }
}

extension KeySummary: BitwiseCopyable {}

/// Sorts the places in `order` by the key at each, and keeps the order of equal ones.
private struct OrderByKey: ElementVisitor {
  let source: UnsafeRawPointer, length: Int, order: UnsafeMutablePointer<UInt32>
  let isFirst: Bool

  func visit<E: Element>(_ type: E.Type) {
    let source = source.assumingMemoryBound(to: type)
    withScratch(Keyed<E.SortKey, UInt32>.self, 2 * length) { items in
      let found = KeySummary.keys(of: source, length) { i, key in
        if isFirst {
          items[i] = Keyed(key: key, load: UInt32(truncatingIfNeeded: i))
        } else {
          items[i] = Keyed(key: source[Int(order[i])].sortKey, load: order[i])
        }
      }
      let sorted = StableSort.sort(items, items + length, length, varying: found.varying)
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
