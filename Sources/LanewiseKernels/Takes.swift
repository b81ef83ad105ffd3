import LanewiseShims

/// Elements of 32 bits of the array at a from the places that the indices at b name; how is said at c.
@inline(__always) func take32(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  lw_take_32(
    address(record, slots, A.offset), address(record, slots, B.offset), resultAddress(record, slots), Int64(count),
    address(record, slots, C.offset))
}
