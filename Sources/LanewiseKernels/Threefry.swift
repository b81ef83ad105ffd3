import LanewiseShims

/// The Threefry-2x32 hash with 20 rounds (Salmon and others 2011), on 16 counters at a time.
struct Threefry {
  typealias Words = SIMD16<UInt32>
  private let key0, key1, key2: Words

  /// A key in each lane.
  @inline(__always) init(_ words0: Words, _ words1: Words) {
    key0 = words0
    key1 = words1
    key2 = lw_xor_u32(lw_xor_u32(words0, words1), Words(repeating: 0x1BD1_1BDA))
  }

  /// One key in all lanes; the address is of two words.
  @inline(__always) init(_ key: UnsafeRawPointer) {
    self.init(
      Words(repeating: key.load(as: UInt32.self)), Words(repeating: key.load(fromByteOffset: 4, as: UInt32.self)))
  }

  @inline(__always) private func mix(_ x0: inout Words, _ x1: inout Words, _ rotation: UInt32) {
    x0 = lw_add_u32(x0, x1)
    x1 = lw_xor_u32(lw_rotl_u32(x1, rotation), x0)
  }

  @inline(__always) private func inject(
    _ x0: inout Words, _ x1: inout Words, _ a: Words, _ b: Words, _ number: UInt32
  ) {
    x0 = lw_add_u32(x0, a)
    x1 = lw_add_u32(x1, lw_add_u32(b, Words(repeating: number)))
  }

  @inline(__always) private func evenRounds(_ x0: inout Words, _ x1: inout Words) {
    mix(&x0, &x1, 13)
    mix(&x0, &x1, 15)
    mix(&x0, &x1, 26)
    mix(&x0, &x1, 6)
  }

  @inline(__always) private func oddRounds(_ x0: inout Words, _ x1: inout Words) {
    mix(&x0, &x1, 17)
    mix(&x0, &x1, 29)
    mix(&x0, &x1, 16)
    mix(&x0, &x1, 24)
  }

  @inline(__always) func hash(_ c0: Words, _ c1: Words) -> (Words, Words) {
    var x0 = c0
    var x1 = c1
    inject(&x0, &x1, key0, key1, 0)
    evenRounds(&x0, &x1)
    inject(&x0, &x1, key1, key2, 1)
    oddRounds(&x0, &x1)
    inject(&x0, &x1, key2, key0, 2)
    evenRounds(&x0, &x1)
    inject(&x0, &x1, key0, key1, 3)
    oddRounds(&x0, &x1)
    inject(&x0, &x1, key1, key2, 4)
    evenRounds(&x0, &x1)
    inject(&x0, &x1, key2, key0, 5)
    return (x0, x1)
  }

  /// The hash of the 64-bit counters start, start + 1, …
  @inline(__always) func hash(counting start: Int) -> (Words, Words) {
    let low = UInt32(truncatingIfNeeded: start)
    if low <= UInt32.max &- 15 {
      return hash(Words(repeating: UInt32(truncatingIfNeeded: start &>> 32)), lw_count_u32(Int64(start)))
    }
    let counters = lw_count_u64(Int64(start))
    return hash(lw_high_u64(counters), lw_low_u64(counters))
  }
}

/// Stores exactly `left` words, at most 16: the two results may be neighbours in memory.
@inline(__always) private func storeWords(_ p: UnsafeMutableRawPointer, _ words: SIMD16<UInt32>, _ left: Int) {
  if left >= 16 {
    lw_store_u32(p, words)
  } else {
    lw_store_head_u32(p, words, Int64(left))
  }
}

/// Hashes the streams b and c: words to the result and to d.
@inline(__always) func threefry(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let generator = Threefry(address(record, slots, A.offset))
  let c0 = address(record, slots, B.offset)
  let c1 = address(record, slots, C.offset)
  let first = resultAddress(record, slots)
  let second = UnsafeMutableRawPointer(mutating: address(record, slots, D.offset))
  var i = 0
  while i < count {
    let words = generator.hash(lw_load_u32(c0 + i &* 4), lw_load_u32(c1 + i &* 4))
    storeWords(first + i &* 4, words.0, count &- i)
    storeWords(second + i &* 4, words.1, count &- i)
    i &+= 16
  }
}

/// Hashes the counters immediate + i: words to the result and to d.
@inline(__always) func threefryCounters(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let generator = Threefry(address(record, slots, A.offset))
  let start = immediate(record)
  let first = resultAddress(record, slots)
  let second = UnsafeMutableRawPointer(mutating: address(record, slots, D.offset))
  var i = 0
  while i < count {
    let words = generator.hash(counting: start &+ i)
    storeWords(first + i &* 4, words.0, count &- i)
    storeWords(second + i &* 4, words.1, count &- i)
    i &+= 16
  }
}

/// 32 bits a counter immediate + i: the two words' exclusive or.
@inline(__always) func threefryXor(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let generator = Threefry(address(record, slots, A.offset))
  let start = immediate(record)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    let words = generator.hash(counting: start &+ i)
    lw_store_u32(result + i &* 4, lw_xor_u32(words.0, words.1))
    i &+= 16
  }
}

/// 64 bits a counter immediate + i: the first word above the second.
@inline(__always) func threefryWide(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let generator = Threefry(address(record, slots, A.offset))
  let start = immediate(record)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    let words = generator.hash(counting: start &+ i)
    lw_store_u64(result + i &* 8, lw_join_u64(words.0, words.1))
    i &+= 16
  }
}

/// Hashes the counter in the immediate under each of many keys, whose words are the streams a and b: words to the result
/// and to d.
@inline(__always) func threefryKeys(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let words0 = address(record, slots, A.offset)
  let words1 = address(record, slots, B.offset)
  let counter = UInt64(truncatingIfNeeded: immediate(record))
  let c0 = Threefry.Words(repeating: UInt32(truncatingIfNeeded: counter &>> 32))
  let c1 = Threefry.Words(repeating: UInt32(truncatingIfNeeded: counter))
  let first = resultAddress(record, slots)
  let second = UnsafeMutableRawPointer(mutating: address(record, slots, D.offset))
  var i = 0
  while i < count {
    let words = Threefry(lw_load_u32(words0 + i &* 4), lw_load_u32(words1 + i &* 4)).hash(c0, c1)
    storeWords(first + i &* 4, words.0, count &- i)
    storeWords(second + i &* 4, words.1, count &- i)
    i &+= 16
  }
}

/// Pairs of the counters i and h + i below n: words to the result and to d.
@inline(__always) func threefryHalves(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  let generator = Threefry(address(record, slots, A.offset))
  let sizes = address(record, slots, B.offset)
  let half = Int(sizes.load(as: UInt32.self))
  let last = SIMD16<UInt32>(repeating: sizes.load(fromByteOffset: 4, as: UInt32.self))
  let start = immediate(record)
  let first = resultAddress(record, slots)
  let second = UnsafeMutableRawPointer(mutating: address(record, slots, D.offset))
  var i = 0
  while i < count {
    let c1 = lw_count_u32(Int64(start &+ half &+ i))
    let padded = lw_select_u32(lw_gt_u32(c1, last), SIMD16<UInt32>(repeating: 0), c1)
    let words = generator.hash(lw_count_u32(Int64(start &+ i)), padded)
    storeWords(first + i &* 4, words.0, count &- i)
    storeWords(second + i &* 4, words.1, count &- i)
    i &+= 16
  }
}
