/// The places of a mask's true elements, in ascending order: what depends on values cannot be a program's step, since a
/// program knows the shapes of its results.
package enum MaskPlaces {
  /// - `mask`: `count` bools. The places are integers of 4 or 8 bytes.
  package static func find(_ mask: Storage, count: Int, isWide: Bool) -> (places: Storage, count: Int) {
    let flags = UnsafePointer(mask.address.assumingMemoryBound(to: UInt8.self))
    let chunks = max(1, min(count / 16384, 8 * Workers.threadCount))
    @inline(__always) func range(_ chunk: Int) -> Range<Int> {
      count * chunk / chunks..<count * (chunk + 1) / chunks
    }
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: chunks + 1)
    defer { starts.deallocate() }
    starts[0] = 0
    Workers.run(chunks: chunks, nanoseconds: count / 4) { chunk in
      starts[chunk + 1] = trueCount(flags, range(chunk))
    }
    for chunk in 0..<chunks { starts[chunk + 1] += starts[chunk] }
    let total = starts[chunks]
    let places = Storage(byteCount: total * (isWide ? 8 : 4))
    @inline(__always) func write<I: FixedWidthInteger>(_: I.Type) {
      let places = places.address.assumingMemoryBound(to: I.self)
      Workers.run(chunks: chunks, nanoseconds: count) { chunk in
        var next = starts[chunk]
        let end = starts[chunk + 1]
        var i = range(chunk).lowerBound
        // Each place is written over until one is found for the next: no branch on the mask.
        while next < end {
          places[next] = I(truncatingIfNeeded: i)
          next &+= flags[i] == 0 ? 0 : 1
          i &+= 1
        }
      }
    }
    if isWide { write(Int64.self) } else { write(Int32.self) }
    return (places, total)
  }

  /// Eight at a time: in each byte that is not 0 the highest bit is set, then the lowest alone, and these are added up.
  private static func trueCount(_ flags: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
    let low: UInt64 = 0x0101_0101_0101_0101
    var found = 0
    var i = range.lowerBound
    while i &+ 8 <= range.upperBound {
      let bytes = UnsafeRawPointer(flags + i).loadUnaligned(as: UInt64.self)
      let marked = (((bytes & (low &* 0x7f)) &+ (low &* 0x7f)) | bytes) >> 7 & low
      found &+= Int(truncatingIfNeeded: (marked &* low) >> 56)
      i &+= 8
    }
    while i < range.upperBound {
      found &+= flags[i] == 0 ? 0 : 1
      i &+= 1
    }
    return found
  }
}
