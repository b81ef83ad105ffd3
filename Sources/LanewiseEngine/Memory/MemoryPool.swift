import LanewiseKernelABI
import LanewiseShims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory for arrays: 64-byte aligned blocks, padded by `Record.padding` bytes, kept for reuse when given back.
///
/// A fresh large block costs its page faults (a microsecond for every two pages), a reused one nothing. So small
/// blocks go back to a free list of the thread, and from there to a shared one; blocks from 1 MiB on are mapped in
/// huge pages and go back to the shared list. What the pool keeps is bounded by ``retainedLimit``.
package enum MemoryPool {
  /// Bytes that the pool keeps for reuse at most: a quarter of the machine's memory.
  package static let retainedLimit: Int = {
    let bytes = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return bytes > 0 ? bytes / 4 : 1 << 30
  }()

  /// A block of at least `byteCount` bytes and the padding. Its contents are arbitrary.
  @inline(__always)
  package static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let sizeClass = SizeClass(holding: byteCount)
    let cache = ThreadCache.current
    cache.count(allocations: 1, bytes: sizeClass.size)
    return cache.pop(sizeClass) ?? SharedPool.allocate(sizeClass)
  }

  /// Gives back a block with the byte count that it was asked for with.
  @inline(__always)
  package static func release(_ block: UnsafeMutableRawPointer, _ byteCount: Int) {
    let sizeClass = SizeClass(holding: byteCount)
    let cache = ThreadCache.current
    cache.count(allocations: 0, bytes: -sizeClass.size)
    if !cache.push(block, sizeClass) { SharedPool.release(block, sizeClass) }
  }

  /// Returns to the system all that the pool keeps, but for the small free lists of other threads.
  package static func trim() {
    ThreadCache.current.empty()
    SharedPool.trim()
  }

  /// What the pool has done so far.
  package struct Statistics: Sendable {
    /// Blocks asked for since launch.
    package var allocations = 0
    /// Bytes of the blocks in use, rounded up to their sizes.
    package var bytesLive = 0
    /// Bytes kept for reuse on the shared lists.
    package var bytesRetained = 0
    /// Blocks that had to come from the system.
    package var systemAllocations = 0
  }

  package static var statistics: Statistics {
    var statistics = ThreadCache.totals
    SharedPool.add(to: &statistics)
    return statistics
  }
}

/// The free lists that all threads share, and the system behind them.
enum SharedPool {
  private struct State {
    /// Addresses of the first blocks, 0 where a list is empty.
    var heads = [UInt](repeating: 0, count: SizeClass.count)
    var retained = 0
    var systemAllocations = 0
  }
  private static let state = Lock(State())

  static func allocate(_ sizeClass: SizeClass) -> UnsafeMutableRawPointer {
    let address: UInt = state.withLock { state in
      let head = state.heads[sizeClass.index]
      guard let block = UnsafeMutableRawPointer(bitPattern: head) else {
        state.systemAllocations += 1
        return head
      }
      state.heads[sizeClass.index] = block.load(as: UInt.self)
      state.retained -= sizeClass.size
      return head
    }
    let reused = UnsafeMutableRawPointer(bitPattern: address)
    return reused ?? (sizeClass.isMapped ? map(sizeClass.size) : fresh(sizeClass.size))
  }

  static func release(_ block: UnsafeMutableRawPointer, _ sizeClass: SizeClass) {
    let address = UInt(bitPattern: block)
    let kept = state.withLock { state in
      guard state.retained + sizeClass.size <= MemoryPool.retainedLimit else { return false }
      UnsafeMutableRawPointer(bitPattern: address)!.storeBytes(of: state.heads[sizeClass.index], as: UInt.self)
      state.heads[sizeClass.index] = address
      state.retained += sizeClass.size
      return true
    }
    if !kept { giveBack(block, sizeClass.size) }
  }

  static func trim() {
    let heads = state.withLock { state in
      let heads = state.heads
      for index in heads.indices { state.heads[index] = 0 }
      state.retained = 0
      return heads
    }
    for (index, head) in heads.enumerated() {
      var next = UnsafeMutableRawPointer(bitPattern: head)
      while let block = next {
        next = UnsafeMutableRawPointer(bitPattern: block.load(as: UInt.self))
        giveBack(block, size(ofClass: index))
      }
    }
  }

  static func add(to statistics: inout MemoryPool.Statistics) {
    let (retained, systemAllocations) = state.withLock { ($0.retained, $0.systemAllocations) }
    statistics.bytesRetained = retained
    statistics.systemAllocations = systemAllocations
  }

  private static func size(ofClass index: Int) -> Int {
    index == 0 ? SizeClass.smallestSize : (5 + (index - 1) % 4) << ((index - 1) / 4 + 4)
  }

  private static func fresh(_ size: Int) -> UnsafeMutableRawPointer {
    var block: UnsafeMutableRawPointer?
    let error = posix_memalign(&block, 64, size + Record.padding)
    precondition(error == 0, "out of memory: an array of \(size) bytes")
    return block!
  }

  private static let hugePage = 2 << 20
  /// The padding of a mapped block is an ordinary page behind its huge ones.
  private static let paddingPage = 1 << 14

  private static func map(_ size: Int) -> UnsafeMutableRawPointer {
    let length = size + paddingPage
    let mapped = mmap(nil, length + hugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | anonymous, -1, 0)
    precondition(mapped != MAP_FAILED, "out of memory: an array of \(size) bytes")
    let start = UInt(bitPattern: mapped!)
    let aligned = (start + UInt(hugePage) - 1) & ~UInt(hugePage - 1)
    let head = Int(aligned - start)
    let tail = hugePage - head
    if head > 0 { munmap(mapped!, head) }
    let block = mapped! + head
    if tail > 0 { munmap(block + length, tail) }
    #if os(Linux)
      madvise(block, length, Int32(MADV_HUGEPAGE))
    #endif
    return block
  }

  #if os(Linux)
    private static let anonymous = MAP_ANONYMOUS
  #else
    private static let anonymous = MAP_ANON
  #endif

  private static func giveBack(_ block: UnsafeMutableRawPointer, _ size: Int) {
    if size >= SizeClass.mappedFrom { munmap(block, size + paddingPage) } else { free(block) }
  }
}
