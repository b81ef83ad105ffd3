import LanewiseKernelABI

/// Where a program's intermediate arrays lie in one block of memory: those that do not live at the same time may share
/// their place.
struct MemoryPlan {
  /// Bytes of the block.
  private(set) var byteCount = 0
  /// Free stretches below `byteCount`, in order of their offsets.
  private var free: [(offset: Int, size: Int)] = []

  static func size(_ byteCount: Int) -> Int { (byteCount + Record.padding + 63) / 64 * 64 }

  /// A place for an array, in the smallest free stretch that has room for it.
  mutating func allocate(_ byteCount: Int) -> Int {
    let size = MemoryPlan.size(byteCount)
    var best = -1
    for index in free.indices where free[index].size >= size && (best < 0 || free[index].size < free[best].size) {
      best = index
    }
    if best >= 0 {
      let offset = free[best].offset
      if free[best].size == size {
        free.remove(at: best)
      } else {
        free[best] = (offset + size, free[best].size - size)
      }
      return offset
    }
    // The last stretch, if it ends at the block's end, grows.
    if let last = free.last, last.offset + last.size == self.byteCount {
      free.removeLast()
      self.byteCount = last.offset + size
      return last.offset
    }
    let offset = self.byteCount
    self.byteCount += size
    return offset
  }

  mutating func release(_ offset: Int, _ byteCount: Int) {
    let size = MemoryPlan.size(byteCount)
    var low = 0
    var high = free.count
    while low < high {
      let middle = (low + high) / 2
      if free[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    free.insert((offset, size), at: low)
    if low + 1 < free.count, free[low].offset + free[low].size == free[low + 1].offset {
      free[low].size += free[low + 1].size
      free.remove(at: low + 1)
    }
    if low > 0, free[low - 1].offset + free[low - 1].size == free[low].offset {
      free[low - 1].size += free[low].size
      free.remove(at: low)
    }
  }
}
