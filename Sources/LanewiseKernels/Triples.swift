import LanewiseShims

/// Every third element from a on.
@inline(__always) func takeTriples(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  lw_take_triples(address(record, slots, A.offset), resultAddress(record, slots), Int64(count))
}

/// Rows of an element of a, of b and of c.
@inline(__always) func putTriples(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  lw_put_triples(
    address(record, slots, A.offset), address(record, slots, B.offset), address(record, slots, C.offset),
    resultAddress(record, slots), Int64(count))
}
