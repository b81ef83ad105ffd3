import LanewiseKernelABI

/// Sorting of unsigned keys by the kernels that do it in vectors, where this processor has them.
///
/// Long arrays are sorted by the workers: each divides chunks at keys that a sample chose, then what lies between two of
/// these is brought together from all chunks and sorted by itself.
package struct KeySort<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable {
  private let sortKernel: Kernel, divideKernel: Kernel

  /// Nil where there is no kernel for keys of this width.
  package init?() {
    let lane: Lane = Key.bitWidth == 32 ? .u32 : .u64
    guard Key.bitWidth == 32 || Key.bitWidth == 64,
      let sort = KernelTable.kernel(KernelIndex.sortKeys(lane)),
      let divide = KernelTable.kernel(KernelIndex.divideKeys(lane))
    else { return nil }
    (sortKernel, divideKernel) = (sort, divide)
  }

  /// From here on several threads take part; from `long` on, in dividing the keys as well.
  private static var shared: Int { 6000 }
  private static var long: Int { 1 << 15 }

  /// Sorts `keys`, with as much memory again to work in. The result is in the one or the other: the returned one.
  package func sort(
    _ keys: UnsafeMutablePointer<Key>, _ other: UnsafeMutablePointer<Key>, _ count: Int
  ) -> UnsafeMutablePointer<Key> {
    if count < Self.shared || Workers.isWorker || Workers.threadCount == 1 {
      sort(keys, count)
      return keys
    }
    let chunks = Workers.threadCount
    if count < Self.long {
      sortParts(min(chunks, count / 3000).roundedUpToPowerOfTwo, keys, count)
      return keys
    }
    // Some more than threads, so that a slow thread's share can be another's.
    let parts = 8 * min(chunks, 64).roundedDownToPowerOfTwo
    withScratch(Key.self, parts) { least in
      chooseDivisions(keys, count, parts, of: 32, least)
      withScratch(Int.self, chunks * (parts + 1)) { bounds in
        Workers.run(chunks: chunks, nanoseconds: 2 * count) { chunk in
          let own = bounds + chunk * (parts + 1)
          let (start, end) = (count * chunk / chunks, count * (chunk + 1) / chunks)
          own[parts] = end
          divide(keys, start, end, into: 0..<parts, least, own)
        }
        Workers.run(chunks: parts, nanoseconds: 4 * count) { part in
          var start = 0
          for chunk in 0..<chunks {
            let own = bounds + chunk * (parts + 1)
            start += own[part] - own[0]
          }
          var end = start
          for chunk in 0..<chunks {
            let own = bounds + chunk * (parts + 1)
            let size = own[part + 1] - own[part]
            (other + end).update(from: keys + own[part], count: size)
            end += size
          }
          sort(other + start, end - start)
        }
      }
    }
    return other
  }

  /// Parts that one thread makes, each sorted by one.
  private func sortParts(_ parts: Int, _ keys: UnsafeMutablePointer<Key>, _ count: Int) {
    withScratch(Key.self, parts) { least in
      withScratch(Int.self, parts + 1) { bounds in
        chooseDivisions(keys, count, parts, of: 256 / parts, least)
        bounds[parts] = count
        divide(keys, 0, count, into: 0..<parts, least, bounds)
        Workers.run(chunks: parts, nanoseconds: 4 * count) { part in
          sort(keys + bounds[part], bounds[part + 1] - bounds[part])
        }
      }
    }
  }

  private func sort(_ keys: UnsafeMutablePointer<Key>, _ count: Int) {
    callKernel(sortKernel, result: keys, keys, count: count)
  }

  /// Stores the least key of each part but the first: quantiles of a sample, of so many keys for each part.
  private func chooseDivisions(
    _ keys: UnsafePointer<Key>, _ count: Int, _ parts: Int, of share: Int, _ least: UnsafeMutablePointer<Key>
  ) {
    let samples = share * parts
    withScratch(Key.self, samples) { sample in
      for i in 0..<samples { sample[i] = keys[count * i / samples] }
      sort(sample, samples)
      for part in 1..<parts { least[part] = sample[share * part] }
    }
  }

  /// Divides the keys from `start` to `end` into the parts of a range, and stores where each begins.
  private func divide(
    _ keys: UnsafeMutablePointer<Key>, _ start: Int, _ end: Int, into parts: Range<Int>, _ least: UnsafePointer<Key>,
    _ bounds: UnsafeMutablePointer<Int>
  ) {
    if parts.count == 1 {
      bounds[parts.lowerBound] = start
      return
    }
    let middle = parts.lowerBound + parts.count / 2
    var below = 0
    callKernel(
      divideKernel, result: keys + start, keys, second: &below, immediate: Int(truncatingIfNeeded: least[middle]),
      count: end - start)
    divide(keys, start, start + below, into: parts.lowerBound..<middle, least, bounds)
    divide(keys, start + below, end, into: middle..<parts.upperBound, least, bounds)
  }
}
