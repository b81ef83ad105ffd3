#if AVX512
  import LanewiseShims

  /// Multiplies the matrix at a with that at b by `body`: left and right matrix, result, columns, and the shims' `lw_tiling`.
  @inline(__always)
  func matrixTiles(
    _ body: (UnsafeRawPointer, UnsafeRawPointer, UnsafeMutableRawPointer, Int64, UnsafeRawPointer) -> Void,
    _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    body(
      address(record, slots, A.offset), address(record, slots, B.offset), resultAddress(record, slots), Int64(count),
      address(record, slots, C.offset))
  }

  /// Moves the matrix at a by `body`: source, result, columns or rows, and how its rows and those of the result lie.
  @inline(__always)
  func moveMatrix(
    _ body: (UnsafeRawPointer, UnsafeMutableRawPointer, Int64, UnsafeRawPointer) -> Void,
    _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    body(address(record, slots, A.offset), resultAddress(record, slots), Int64(count), address(record, slots, B.offset))
  }
#endif
