/// A block of memory from the pool, given back when the last reference goes.
///
/// Written once, before it is shared; read by any thread after that. The block is 64-byte aligned and padded by
/// `Record.padding` bytes, so that kernels may touch whole vectors.
package final class Storage: @unchecked Sendable {
  package let address: UnsafeMutableRawPointer
  package let byteCount: Int

  package init(byteCount: Int) {
    self.byteCount = byteCount
    address = MemoryPool.allocate(byteCount)
  }

  deinit { MemoryPool.release(address, byteCount) }
}
