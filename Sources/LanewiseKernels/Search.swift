import LanewiseShims

/// Searches the values at a in the sorted line at b by `body`: line, its length, values, places, their count, and the place
/// of NaN.
@inline(__always)
func search(
  _ body: (UnsafeRawPointer, Int64, UnsafeRawPointer, UnsafeMutableRawPointer, Int64, Int32) -> Void,
  _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let nan = address(record, slots, C.offset).load(as: Int32.self)
  body(
    address(record, slots, B.offset), Int64(immediate(record)), address(record, slots, A.offset),
    resultAddress(record, slots), Int64(count), nan)
}
