/// What is sorted: a key, with or without the place it came from.
protocol SortItem: BitwiseCopyable, Sendable {
  associatedtype Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable
  var key: Key { get }
}

struct BareKey<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: SortItem {
  var key: Key
}

struct PlacedKey<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: SortItem {
  var key: Key
  var place: UInt32
}

/// Stable sorting by unsigned keys: insertion for the few, merging for some, radix for the many.
enum StableSort {
  /// Sorts `items`, with as much memory again to work in. The result is in the one or the other: the returned one.
  @inline(__always)
  static func sort<I: SortItem>(
    _ items: UnsafeMutablePointer<I>, _ other: UnsafeMutablePointer<I>, _ count: Int
  ) -> UnsafeMutablePointer<I> {
    if count < 32 {
      insertionSort(items, count)
      return items
    }
    return count < 8 * I.Key.bitWidth ? mergeSort(items, other, count) : radixSort(items, other, count)
  }

  @inline(__always) private static func insertionSort<I: SortItem>(_ items: UnsafeMutablePointer<I>, _ count: Int) {
    guard count > 1 else { return }
    for i in 1..<count {
      let item = items[i]
      var hole = i
      while hole > 0, items[hole - 1].key > item.key {
        items[hole] = items[hole - 1]
        hole -= 1
      }
      items[hole] = item
    }
  }

  @inline(__always) private static func mergeSort<I: SortItem>(
    _ items: UnsafeMutablePointer<I>, _ other: UnsafeMutablePointer<I>, _ count: Int
  ) -> UnsafeMutablePointer<I> {
    var width = 16
    for start in stride(from: 0, to: count, by: width) { insertionSort(items + start, min(width, count - start)) }
    var (source, target) = (items, other)
    while width < count {
      for start in stride(from: 0, to: count, by: 2 * width) {
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        var left = start
        var right = middle
        var out = start
        while left < middle && right < end {
          let takesRight = source[right].key < source[left].key
          target[out] = source[takesRight ? right : left]
          left += takesRight ? 0 : 1
          right += takesRight ? 1 : 0
          out += 1
        }
        (target + out).update(from: source + left, count: middle - left)
        (target + out + middle - left).update(from: source + right, count: end - right)
      }
      swap(&source, &target)
      width *= 2
    }
    return source
  }

  /// From the least digit of 8 or 11 bits up. Long arrays are counted and distributed by chunks over the workers; each chunk
  /// has places of its own for each digit, so that the order stays.
  @inline(__always) private static func radixSort<I: SortItem>(
    _ items: UnsafeMutablePointer<I>, _ other: UnsafeMutablePointer<I>, _ count: Int
  ) -> UnsafeMutablePointer<I> {
    let bits = I.Key.bitWidth == 8 || count < 1 << 13 ? 8 : 11
    let digits = 1 << bits
    let mask = I.Key(truncatingIfNeeded: digits - 1)
    let chunks = count < 1 << 17 ? 1 : 4
    var (source, target) = (items, other)
    withScratch(Int.self, chunks * digits) { places in
      for shift in stride(from: 0, to: I.Key.bitWidth, by: bits) {
        let from = source
        let to = target
        @inline(__always) func range(_ chunk: Int) -> Range<Int> {
          (count * chunk / chunks)..<(count * (chunk + 1) / chunks)
        }
        Workers.run(chunks: chunks) { chunk in
          let counts = places + chunk * digits
          counts.update(repeating: 0, count: digits)
          for i in range(chunk) { counts[Int(truncatingIfNeeded: (from[i].key &>> I.Key(shift)) & mask)] &+= 1 }
        }
        var place = 0
        var isTrivial = false
        for digit in 0..<digits {
          let before = place
          for chunk in 0..<chunks {
            let count = places[chunk * digits + digit]
            places[chunk * digits + digit] = place
            place &+= count
          }
          isTrivial = isTrivial || place &- before == count
        }
        // All have the same digit.
        if isTrivial { continue }
        Workers.run(chunks: chunks) { chunk in
          let next = places + chunk * digits
          for i in range(chunk) {
            let item = from[i]
            let digit = Int(truncatingIfNeeded: (item.key &>> I.Key(shift)) & mask)
            to[next[digit]] = item
            next[digit] &+= 1
          }
        }
        swap(&source, &target)
      }
    }
    return source
  }
}
