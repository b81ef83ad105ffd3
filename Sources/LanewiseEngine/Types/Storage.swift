import Synchronization

/// A block of memory from the pool, given back when the last reference goes.
///
/// Written once, before it is shared or by the run that it waits for; read by any thread after that. The block is
/// 64-byte aligned and padded by `Record.padding` bytes, so that kernels may touch whole vectors.
@usableFromInline
package final class Storage: @unchecked Sendable {
  /// The block; nil while its elements are still to be computed, and for ever if that fails.
  @usableFromInline let block: Atomic<UnsafeMutableRawPointer?>
  package let byteCount: Int
  /// What computes the elements, if that goes on behind the call that gave the array.
  private let run: PendingRun?

  package init(byteCount: Int) {
    self.byteCount = byteCount
    block = Atomic(MemoryPool.allocate(byteCount))
    run = nil
  }

  /// A block of the pool, asked for with `byteCount`, which its owner gives away.
  package init(_ block: UnsafeMutableRawPointer, byteCount: Int) {
    self.byteCount = byteCount
    self.block = Atomic(block)
    run = nil
  }

  /// Memory that there will be when `run` is done.
  init(byteCount: Int, pending run: PendingRun) {
    self.byteCount = byteCount
    block = Atomic(nil)
    self.run = run
  }

  deinit {
    if let block = block.load(ordering: .relaxed) { MemoryPool.release(block, byteCount) }
  }

  /// Where the elements are. Waits for a run that is still to compute them; if that fails, its error is reported and
  /// the elements are zeros.
  @usableFromInline package var address: UnsafeMutableRawPointer {
    @inlinable @inline(__always) get { block.load(ordering: .acquiring) ?? awaited() }
  }

  /// Whether the elements are there, or never will be.
  package var isReady: Bool { block.load(ordering: .acquiring) != nil || run.map(RunQueue.shared.isSettled) ?? true }

  /// Waits for the elements; gives the error of the run that should have computed them.
  func failure() -> (any Error)? { run.flatMap(RunQueue.shared.wait) }

  @inline(never) @usableFromInline
  func awaited() -> UnsafeMutableRawPointer {
    guard let run else { preconditionFailure("the memory of a donated array was asked for") }
    let error = RunQueue.shared.wait(for: run)
    if let block = block.load(ordering: .acquiring) { return block }
    if let error { run.surface(error) }
    return run.zeros
  }

  /// Makes `block` the memory: the elements are there.
  func settle(_ block: UnsafeMutableRawPointer) { self.block.store(block, ordering: .releasing) }

  /// Gives the memory away to another array; nobody may ask for it again.
  package func surrender() -> UnsafeMutableRawPointer { block.exchange(nil, ordering: .acquiringAndReleasing)! }
}
