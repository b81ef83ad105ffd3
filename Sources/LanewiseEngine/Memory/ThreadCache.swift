import LanewiseShims
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread's own free lists of small blocks: no lock, no atomic operation.
///
/// Laid out in one raw block: two counters, then a list head and a length for every size class it serves. A block in a
/// list holds the address of the next in its first word.
struct ThreadCache {
  private let base: UnsafeMutableRawPointer

  /// Blocks up to 256 KiB: larger ones are worth the lock that finds them for all threads.
  private static let classes = SizeClass(holding: 1 << 18).index + 1
  /// A list holds at most this many bytes.
  private static let listLimit = 1 << 19
  private static let longestList = 256
  private static let headsOffset = 64
  private static let byteCount = headsOffset + classes * 16

  @inline(__always)
  static var current: ThreadCache {
    if let base = lw_get_thread_cache() { return ThreadCache(base: base) }
    return make()
  }

  @inline(__always)
  private var counters: UnsafeMutablePointer<Atomic<Int>> { base.assumingMemoryBound(to: Atomic<Int>.self) }
  @inline(__always)
  private func list(_ index: Int) -> UnsafeMutableRawPointer { base + ThreadCache.headsOffset + index * 16 }

  /// Only this thread writes its counters, so an addition need not be one atomic operation.
  @inline(__always)
  func count(allocations: Int, bytes: Int) {
    let counters = counters
    counters[0].store(counters[0].load(ordering: .relaxed) &+ allocations, ordering: .relaxed)
    counters[1].store(counters[1].load(ordering: .relaxed) &+ bytes, ordering: .relaxed)
  }

  @inline(__always)
  func pop(_ sizeClass: SizeClass) -> UnsafeMutableRawPointer? {
    guard sizeClass.index < ThreadCache.classes else { return nil }
    let list = list(sizeClass.index)
    guard let head = list.load(as: UnsafeMutableRawPointer?.self) else { return nil }
    list.storeBytes(of: head.load(as: UnsafeMutableRawPointer?.self), as: UnsafeMutableRawPointer?.self)
    list.storeBytes(of: list.load(fromByteOffset: 8, as: Int.self) &- 1, toByteOffset: 8, as: Int.self)
    return head
  }

  @inline(__always)
  func push(_ block: UnsafeMutableRawPointer, _ sizeClass: SizeClass) -> Bool {
    guard sizeClass.index < ThreadCache.classes else { return false }
    let list = list(sizeClass.index)
    let length = list.load(fromByteOffset: 8, as: Int.self)
    guard length < ThreadCache.longestList, length &* sizeClass.size < ThreadCache.listLimit else { return false }
    block.storeBytes(of: list.load(as: UnsafeMutableRawPointer?.self), as: UnsafeMutableRawPointer?.self)
    list.storeBytes(of: block, as: UnsafeMutableRawPointer?.self)
    list.storeBytes(of: length &+ 1, toByteOffset: 8, as: Int.self)
    return true
  }

  /// Hands all blocks to the shared lists.
  func empty() {
    var size = SizeClass(holding: 0)
    while size.index < ThreadCache.classes {
      while let block = pop(size) { SharedPool.release(block, size) }
      size = SizeClass(holding: size.size + 1)
    }
  }

  // MARK: The caches of all threads

  private struct Registry {
    var caches: [UnsafeMutableRawPointer] = []
    var finished = MemoryPool.Statistics()
  }
  private static let registry = Lock(Registry())

  /// The counters of all threads, those that have ended too.
  static var totals: MemoryPool.Statistics {
    registry.withLock { registry in
      var totals = registry.finished
      for base in registry.caches { ThreadCache(base: base).addCounters(to: &totals) }
      return totals
    }
  }

  private func addCounters(to statistics: inout MemoryPool.Statistics) {
    statistics.allocations += counters[0].load(ordering: .relaxed)
    statistics.bytesLive += counters[1].load(ordering: .relaxed)
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { base in
      #if canImport(Darwin)
        ThreadCache(base: base).end()
      #else
        ThreadCache(base: base!).end()
      #endif
    }
    return key
  }()

  @inline(never)
  private static func make() -> ThreadCache {
    let base = calloc(1, byteCount)!
    registry.withLock { $0.caches.append(base) }
    pthread_setspecific(key, base)
    lw_set_thread_cache(base)
    return ThreadCache(base: base)
  }

  /// The thread ends. Should a later destructor of it free an array, it makes a new cache.
  private func end() {
    empty()
    lw_set_thread_cache(nil)
    ThreadCache.registry.withLock { registry in
      ThreadCache(base: base).addCounters(to: &registry.finished)
      registry.caches.removeAll { $0 == base }
    }
    free(base)
  }
}
