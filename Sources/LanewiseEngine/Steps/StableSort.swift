import LanewiseShims

/// What is sorted: a key, and what goes with it (a place, an element of another array, or `Nothing`).
struct Keyed<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable, Load: BitwiseCopyable & Sendable>:
  BitwiseCopyable, Sendable
{
  // In this order, so that a key of 32 bits with a place is one number of 64, which orders by key, then place.
  var load: Load
  var key: Key

  @inline(__always) init(key: Key, load: Load) {
    self.load = load
    self.key = key
  }
}

/// No companion: it takes no memory.
struct Nothing: BitwiseCopyable, Sendable {}

/// Stable sorting by unsigned keys: insertion for the few, merging for some, radix for the many; keys of 32 or 64 bits
/// alone go to ``KeySort`` where this processor has its kernels.
///
/// The radix sort goes from the least digit up, over the bits in which keys differ and no others. Where the upper
/// digits tell nearly all keys apart (a sample says so), the lower ones are not distributed by: what is left unsorted
/// are runs of two or three. Long arrays are distributed by chunks over the workers; each chunk has places of its own
/// for each digit, so that the order stays.
enum StableSort {
  /// Sorts `items`, with as much memory again to work in. The result is in the one or the other: the returned one.
  ///
  /// - `varying`: at least the bits in which two keys differ.
  static func sort<K, L>(
    _ items: UnsafeMutablePointer<Keyed<K, L>>, _ other: UnsafeMutablePointer<Keyed<K, L>>, _ count: Int, varying: K
  ) -> UnsafeMutablePointer<Keyed<K, L>> {
    if varying == 0 { return items }
    if L.self == Nothing.self, K.bitWidth == 32 || count <= mostWide, let keySort = KeySort<K>() {
      // These are the keys themselves, and equal ones are the same.
      let (keys, spare) = (UnsafeMutableRawPointer(items), UnsafeMutableRawPointer(other))
      let sorted = keySort.sort(keys.assumingMemoryBound(to: K.self), spare.assumingMemoryBound(to: K.self), count)
      return UnsafeMutableRawPointer(sorted).assumingMemoryBound(to: Keyed<K, L>.self)
    }
    if count < 32 {
      insertionSort(items, count)
      return items
    }
    if count < 8 * K.bitWidth { return mergeSort(items, other, count) }
    return radixSort(items, other, count, varying)
  }

  /// Numbers of 64 bits that are sorted in vectors, at most: by digits more are sorted in less time.
  private static let mostWide = 1 << 16

  /// Whether keys are sorted as one number with their places: keys of 32 bits, where this processor sorts numbers of 64 in
  /// vectors.
  static func joinsPlaces<K>(to _: K.Type, _ count: Int) -> Bool {
    K.self == UInt32.self && count <= mostWide && KeySort<UInt64>() != nil
  }

  /// As ``sort(_:_:_:varying:)``, of items in the order of their loads.
  static func sortWithPlaces<K>(
    _ items: UnsafeMutablePointer<Keyed<K, UInt32>>, _ other: UnsafeMutablePointer<Keyed<K, UInt32>>, _ count: Int,
    varying: K
  ) -> UnsafeMutablePointer<Keyed<K, UInt32>> {
    guard joinsPlaces(to: K.self, count), let keySort = KeySort<UInt64>() else {
      return sort(items, other, count, varying: varying)
    }
    let keys = UnsafeMutableRawPointer(items).assumingMemoryBound(to: UInt64.self)
    let spare = UnsafeMutableRawPointer(other).assumingMemoryBound(to: UInt64.self)
    let sorted = keySort.sort(keys, spare, count)
    return UnsafeMutableRawPointer(sorted).assumingMemoryBound(to: Keyed<K, UInt32>.self)
  }

  @inline(__always) private static func insertionSort<K, L>(_ items: UnsafeMutablePointer<Keyed<K, L>>, _ count: Int) {
    var i = 1
    while i < count {
      let item = items[i]
      var hole = i
      while hole > 0, items[hole &- 1].key > item.key {
        items[hole] = items[hole &- 1]
        hole &-= 1
      }
      items[hole] = item
      i &+= 1
    }
  }

  private static func mergeSort<K, L>(
    _ items: UnsafeMutablePointer<Keyed<K, L>>, _ other: UnsafeMutablePointer<Keyed<K, L>>, _ count: Int
  ) -> UnsafeMutablePointer<Keyed<K, L>> {
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

  private static func radixSort<K, L>(
    _ items: UnsafeMutablePointer<Keyed<K, L>>, _ other: UnsafeMutablePointer<Keyed<K, L>>, _ count: Int, _ varying: K
  ) -> UnsafeMutablePointer<Keyed<K, L>> {
    let plan = RadixPlan(items, count, varying)
    // More chunks than threads, so that a slow thread's share can be another's.
    let chunks = count < 1 << 16 || Workers.isWorker ? 1 : min(2 * Workers.threadCount, 16)
    var (source, target) = (items, other)
    withScratch(UInt32.self, chunks << plan.bits) { places in
      for pass in plan.passes - plan.deciding..<plan.passes {
        if distribute(source, target, count, chunks, places, plan, plan.shift(pass)) { swap(&source, &target) }
      }
    }
    if plan.deciding < plan.passes {
      finish(source, target, count, chunks, K(truncatingIfNeeded: plan.shift(plan.passes - plan.deciding)))
    }
    return source
  }

  /// Items whose places are found before they are moved.
  private static let lookahead = 32

  /// Moves the items into the order of one digit; false, and nothing moved, if all have the same.
  private static func distribute<K, L>(
    _ from: UnsafeMutablePointer<Keyed<K, L>>, _ to: UnsafeMutablePointer<Keyed<K, L>>, _ count: Int, _ chunks: Int,
    _ places: UnsafeMutablePointer<UInt32>, _ plan: RadixPlan, _ shift: Int
  ) -> Bool {
    let digits = 1 << plan.bits
    let mask = K(truncatingIfNeeded: digits - 1)
    let shift = K(truncatingIfNeeded: shift)
    @inline(__always) func bounds(_ chunk: Int) -> (Int, Int) {
      (count * chunk / chunks, count * (chunk + 1) / chunks)
    }
    Workers.run(chunks: chunks, nanoseconds: count) { chunk in
      let counts = places + chunk &* digits
      counts.update(repeating: 0, count: digits)
      let (start, end) = bounds(chunk)
      var i = start
      while i < end {
        counts[Int(truncatingIfNeeded: (from[i].key &>> shift) & mask)] &+= 1
        i &+= 1
      }
    }
    var place: UInt32 = 0
    for digit in 0..<digits {
      let before = place
      for chunk in 0..<chunks {
        let size = places[chunk &* digits &+ digit]
        places[chunk &* digits &+ digit] = place
        place &+= size
      }
      if Int(place &- before) == count { return false }
    }
    Workers.run(chunks: chunks, nanoseconds: 2 * count) { chunk in
      let next = places + chunk &* digits
      let (start, end) = bounds(chunk)
      var i = start
      // The places of some items, and then the items: their cache lines are there by then.
      withScratch(UInt32.self, lookahead) { ahead in
        while i < end {
          let some = min(lookahead, end &- i)
          var j = 0
          while j < some {
            let digit = Int(truncatingIfNeeded: (from[i &+ j].key &>> shift) & mask)
            let place = next[digit]
            next[digit] = place &+ 1
            ahead[j] = place
            lanewise_prefetch(to + Int(place))
            j &+= 1
          }
          j = 0
          while j < some {
            to[Int(ahead[j])] = from[i &+ j]
            j &+= 1
          }
          i &+= some
        }
      }
    }
    return true
  }

  /// Sorts each run of items that are equal from the bit `shift` up; between the runs the order is there already.
  private static func finish<K, L>(
    _ items: UnsafeMutablePointer<Keyed<K, L>>, _ other: UnsafeMutablePointer<Keyed<K, L>>, _ count: Int,
    _ chunks: Int, _ shift: K
  ) {
    @inline(__always) func isSameRun(_ i: Int) -> Bool { items[i].key &>> shift == items[i &- 1].key &>> shift }
    /// Where the run that a chunk would begin in is over.
    func border(_ chunk: Int) -> Int {
      var i = count * chunk / chunks
      while i > 0, i < count, isSameRun(i) { i += 1 }
      return i
    }
    /// Inserts an item that is less than the one before it; returns the last place that is in order.
    func insert(_ place: Int) -> Int {
      let item = items[place]
      var hole = place
      repeat {
        items[hole] = items[hole &- 1]
        hole &-= 1
      } while hole > 0 && items[hole &- 1].key > item.key
      items[hole] = item
      if place &- hole <= 32 { return place }
      // A long run.
      var (start, end) = (hole, place &+ 1)
      while start > 0, isSameRun(start) { start &-= 1 }
      while end < count, isSameRun(end) { end &+= 1 }
      let sorted = mergeSort(items + start, other + start, end &- start)
      if sorted != items + start { (items + start).update(from: sorted, count: end &- start) }
      return end &- 1
    }
    Workers.run(chunks: chunks, nanoseconds: count) { chunk in
      var i = border(chunk) &+ 1
      let end = border(chunk + 1)
      while i < end {
        if items[i].key < items[i &- 1].key { i = insert(i) }
        i &+= 1
      }
    }
  }
}

/// The digits that a radix sort goes by, cut from the highest bit down.
struct RadixPlan {
  /// Bits of a digit, and the digits that the varying bits are cut into.
  let bits: Int, passes: Int
  /// How many of the upper digits tell nearly all keys apart.
  private(set) var deciding: Int
  /// The varying bits lie between these.
  private let lowest: Int, end: Int

  /// Digits of 2048 values keep their places in the first-level cache; short arrays do not pay for so many.
  init<K, L>(_ items: UnsafePointer<Keyed<K, L>>, _ count: Int, _ varying: K) {
    let isLong = count >= 1 << 13
    lowest = varying.trailingZeroBitCount
    end = K.bitWidth - varying.leadingZeroBitCount
    let width = end - lowest
    passes = (width + (isLong ? 10 : 7)) / (isLong ? 11 : 8)
    bits = (width + passes - 1) / passes
    deciding = passes
    if isLong && passes > 1 { deciding = countDeciding(items, count) }
  }

  /// The lowest digit may share bits with the next: these are in order then, and stay so.
  func shift(_ pass: Int) -> Int { max(lowest, end - (passes - pass) * bits) }

  /// The probability that two keys share a digit, taken from a sample, multiplied up over the digits from the top: when
  /// a key shares them all with less than half of another, they are enough.
  private func countDeciding<K, L>(_ items: UnsafePointer<Keyed<K, L>>, _ count: Int) -> Int {
    let samples = min(4096, count / 16)
    let stride = count / samples
    let digits = 1 << bits
    var alike = Double(count)
    return withScratch(UInt16.self, digits) { counts in
      for taken in 1..<passes {
        let shift = K(truncatingIfNeeded: shift(passes - taken))
        counts.update(repeating: 0, count: digits)
        var pairs = 0
        for sample in 0..<samples {
          let digit = Int(truncatingIfNeeded: (items[sample * stride].key &>> shift)) & (digits - 1)
          pairs += Int(counts[digit])
          counts[digit] += 1
        }
        alike *= max(Double(2 * pairs) / Double(samples * (samples - 1)), 1 / Double(digits))
        if alike < 0.5 { return taken }
      }
      return passes
    }
  }
}
