#if AVX512
  import LanewiseShims

  /// What makes keys of numbers, and numbers of keys.
  protocol KeyedLane {
    static func makeKeys(
      _ numbers: UnsafeRawPointer, _ keys: UnsafeMutableRawPointer, _ count: Int, first: Int,
      _ found: UnsafeMutableRawPointer)
    static func readKeys(_ keys: UnsafeRawPointer, _ numbers: UnsafeMutableRawPointer, _ count: Int)
  }

  extension F32: KeyedLane {
    @inline(__always) static func makeKeys(
      _ numbers: UnsafeRawPointer, _ keys: UnsafeMutableRawPointer, _ count: Int, first: Int,
      _ found: UnsafeMutableRawPointer
    ) {
      lw_make_keys_f32(numbers, keys, Int64(count), UInt32(truncatingIfNeeded: first), found)
    }
    @inline(__always) static func readKeys(
      _ keys: UnsafeRawPointer, _ numbers: UnsafeMutableRawPointer, _ count: Int
    ) { lw_read_keys_f32(keys, numbers, Int64(count)) }
  }

  extension F64: KeyedLane {
    @inline(__always) static func makeKeys(
      _ numbers: UnsafeRawPointer, _ keys: UnsafeMutableRawPointer, _ count: Int, first: Int,
      _ found: UnsafeMutableRawPointer
    ) {
      lw_make_keys_f64(numbers, keys, Int64(count), UInt64(truncatingIfNeeded: first), found)
    }
    @inline(__always) static func readKeys(
      _ keys: UnsafeRawPointer, _ numbers: UnsafeMutableRawPointer, _ count: Int
    ) { lw_read_keys_f64(keys, numbers, Int64(count)) }
  }

  @inline(__always)
  func makeKeys<L: KeyedLane>(_: L.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
    let found = UnsafeMutableRawPointer(mutating: address(record, slots, D.offset))
    L.makeKeys(
      address(record, slots, A.offset), resultAddress(record, slots), count, first: immediate(record), found)
  }

  @inline(__always)
  func readKeys<L: KeyedLane>(_: L.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
    L.readKeys(address(record, slots, A.offset), resultAddress(record, slots), count)
  }
#endif
