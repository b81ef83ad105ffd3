#if AVX512
  import LanewiseShims

  /// Makes the keys of the numbers at a by `body`: numbers, keys, their count, the key that others are compared with, and
  /// where what is found goes.
  @inline(__always)
  func makeKeys(
    _ body: (UnsafeRawPointer, UnsafeMutableRawPointer, Int64, Int64, UnsafeMutableRawPointer) -> Void,
    _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    body(
      address(record, slots, A.offset), resultAddress(record, slots), Int64(count), Int64(immediate(record)),
      UnsafeMutableRawPointer(mutating: address(record, slots, D.offset)))
  }

  /// Makes numbers of the keys at a.
  @inline(__always)
  func readKeys(
    _ body: (UnsafeRawPointer, UnsafeMutableRawPointer, Int64) -> Void,
    _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    body(address(record, slots, A.offset), resultAddress(record, slots), Int64(count))
  }
#endif
