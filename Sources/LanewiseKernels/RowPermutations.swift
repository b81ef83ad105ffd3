#if AVX512
  import LanewiseShims

  /// Rows of a few words of 32 bits from places that the shims' `lw_permutation` at b names.
  @inline(__always) func permuteRows(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
    lw_permute_rows(
      address(record, slots, A.offset), resultAddress(record, slots), Int64(count), address(record, slots, B.offset))
  }
#endif
