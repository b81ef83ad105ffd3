import LanewiseKernelABI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs of elements at one distance: what reads an array by its strides is made of.
extension TileKernels {
  /// Elements that are `stride` apart, side by side.
  @inline(__always)
  static func copyRun<T>(
    _ result: UnsafeMutablePointer<T>, _ source: UnsafePointer<T>, _ count: Int, _ stride: Int
  ) {
    if stride == 1, count >= 8 {
      memcpy(result, source, count &* MemoryLayout<T>.stride)
      return
    }
    var i = 0
    if stride == -1 {
      if MemoryLayout<T>.size <= 2 { i = reverseWords(result, source, count) }
      while i < count {
        result[i] = source[-i]
        i &+= 1
      }
    } else if stride == 0 {
      let value = source.pointee
      while i < count {
        result[i] = value
        i &+= 1
      }
    } else if stride == 2 {
      // A distance that the compiler knows: it takes vectors apart.
      while i < count {
        result[i] = source[2 &* i]
        i &+= 1
      }
    } else if stride == 3, count >= 16, MemoryLayout<T>.size == 4 {
      callKernel(KernelTable.kernel(KernelIndex.takeTriples)!, result: result, source, count: count)
    } else {
      copyStrided(result, source, count, stride)
    }
  }

  /// Eight bytes at a time of elements of one or two, as many as there are; gives how many elements that were.
  @inline(__always)
  private static func reverseWords<T>(_ result: UnsafeMutablePointer<T>, _ source: UnsafePointer<T>, _ count: Int)
    -> Int
  {
    let inWord = 8 / MemoryLayout<T>.size
    var i = 0
    while i &+ inWord <= count {
      var word = UnsafeRawPointer(source - (i &+ inWord &- 1)).loadUnaligned(as: UInt64.self).byteSwapped
      if MemoryLayout<T>.size == 2 {
        let lower: UInt64 = 0x00ff_00ff_00ff_00ff
        word = (word & lower) &<< 8 | (word &>> 8) & lower
      }
      UnsafeMutableRawPointer(result + i).storeBytes(of: word, as: UInt64.self)
      i &+= inWord
    }
    return i
  }

  /// By itself, so that the loop has all the registers.
  @inline(never)
  private static func copyStrided<T>(
    _ result: UnsafeMutablePointer<T>, _ source: UnsafePointer<T>, _ count: Int, _ stride: Int
  ) {
    var (to, from, left) = (result, source, count)
    while left >= 4 {
      let (a, b, c, d) = (from[0], from[stride], from[2 &* stride], from[3 &* stride])
      (to[0], to[1], to[2], to[3]) = (a, b, c, d)
      to += 4
      from += 4 &* stride
      left &-= 4
    }
    while left > 0 {
      to.pointee = from.pointee
      to += 1
      from += stride
      left &-= 1
    }
  }
}
