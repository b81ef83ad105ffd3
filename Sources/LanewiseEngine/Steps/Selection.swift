/// The k-th smallest of many keys, without sorting them all: two keys of a sorted sample lie on either side of it, and
/// what lies between these is sorted. (Floyd and Rivest, "Expected time bounds for selection", 1975.)
struct Selection<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
  private typealias Item = Keyed<Key, Nothing>

  let keys: UnsafePointer<Key>
  let parts: LineParts

  /// A sample's rank of the k-th smallest strays by 32 at most in the mean; four times as many on either side.
  private static var samples: Int { 4096 }
  private static var spread: Int { 128 }

  /// - kth: counted from 0; less than the number of keys.
  func key(_ kth: Int) -> Key {
    let count = parts.length
    let room = count + Self.samples
    return withScratch(Item.self, 2 * room) { items in
      let spare = items + room
      guard count > 4 * Self.samples else { return sorted(items, spare, count) { keys[$0] }[kth].key }
      let sample = sorted(items, spare, Self.samples) { keys[count * $0 / Self.samples] }
      let rank = kth * Self.samples / count
      let low = rank < Self.spread ? 0 : sample[rank - Self.spread].key
      let high = rank + Self.spread < Self.samples ? sample[rank + Self.spread].key : .max
      let (below, found) = store(low...high, items)
      guard below <= kth, kth < below + found else { return sorted(items, spare, count) { keys[$0] }[kth].key }
      return sorted(items, spare, found) { items[$0].key }[kth - below].key
    }
  }

  private func sorted(
    _ items: UnsafeMutablePointer<Item>, _ spare: UnsafeMutablePointer<Item>, _ count: Int, _ key: (Int) -> Key
  ) -> UnsafeMutablePointer<Item> {
    var varying: Key = 0
    for i in 0..<count {
      items[i] = Item(key: key(i), load: Nothing())
      varying |= items[i].key ^ items[0].key
    }
    return StableSort.sort(items, spare, count, varying: varying)
  }

  /// Stores the keys within a range, and returns how many are below it, and how many within.
  private func store(_ range: ClosedRange<Key>, _ items: UnsafeMutablePointer<Item>) -> (below: Int, found: Int) {
    let (low, width) = (range.lowerBound, range.upperBound &- range.lowerBound)
    let sift = KeySift<Key>()
    return withScratch(Int.self, 2 * parts.count) { counts in
      parts.run { number, part in
        let own = items + part.lowerBound
        if let sift {
          let kinds = sift.keep(keys + part.lowerBound, part.count, range, to: own)
          (counts[2 * number], counts[2 * number + 1]) = (kinds[0], kinds[1])
          return
        }
        var (below, found) = (0, 0)
        var i = part.lowerBound
        while i < part.upperBound {
          let key = keys[i]
          // Stored first, and kept or not: a branch would go wrong too often.
          own[found] = Item(key: key, load: Nothing())
          found &+= (key &- low <= width).asOne
          below &+= (key < low).asOne
          i &+= 1
        }
        (counts[2 * number], counts[2 * number + 1]) = (below, found)
      }
      var (below, found) = (0, 0)
      for number in 0..<parts.count {
        (items + found).update(from: items + parts[number].lowerBound, count: counts[2 * number + 1])
        below += counts[2 * number]
        found += counts[2 * number + 1]
      }
      return (below, found)
    }
  }
}
