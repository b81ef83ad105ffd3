/// The sizes that the memory pool's blocks come in: four a doubling, so that a block is at most a quarter too large.
struct SizeClass {
  static let smallestSize = 64
  /// Blocks from this size on are mapped for themselves, in huge pages where the system has them.
  static let mappedFrom = 1 << 20
  static let count = 4 * (48 - 6) + 1

  let index: Int
  /// Bytes for elements; the padding comes on top, so that arrays of a power of two do not fall into the next class.
  let size: Int

  @inline(__always)
  init(holding byteCount: Int) {
    if byteCount <= SizeClass.smallestSize {
      index = 0
      size = SizeClass.smallestSize
      return
    }
    let last = byteCount - 1
    let exponent = Int.bitWidth - 1 - last.leadingZeroBitCount
    let quarter = (last >> (exponent - 2)) & 3
    index = 4 * (exponent - 6) + quarter + 1
    size = (5 + quarter) << (exponent - 2)
  }

  var isMapped: Bool { size >= SizeClass.mappedFrom }
}
