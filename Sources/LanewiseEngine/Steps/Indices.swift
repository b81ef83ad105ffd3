/// Reads integers of any integer dtype, `step` elements apart; what a 64-bit integer cannot hold becomes the nearest it
/// can.
func loadIndices(
  _ source: UnsafeRawPointer, _ dtype: DType, _ range: Range<Int>, step: Int = 1,
  into target: UnsafeMutablePointer<Int>
) {
  @inline(__always) func load<I: FixedWidthInteger>(_: I.Type) {
    let source = source.assumingMemoryBound(to: I.self) + range.lowerBound * step
    for i in 0..<range.count { target[i] = Int(clamping: source[i * step]) }
  }
  switch dtype {
  case .int8: load(Int8.self)
  case .int16: load(Int16.self)
  case .int32: load(Int32.self)
  case .int64: load(Int64.self)
  case .uint8, .bool: load(UInt8.self)
  case .uint16: load(UInt16.self)
  case .uint32: load(UInt32.self)
  default: load(UInt64.self)
  }
}

extension StepCall {
  /// The scalar integer operand at `index`.
  func scalarIndex(_ index: Int) -> Int {
    var value = 0
    loadIndices(operand(index), operandTypes[index].dtype, 0..<1, into: &value)
    return value
  }
}

extension Int {
  /// The nearest start at which a window of `size` lies inside `extent`; nil if it is larger than that.
  @inline(__always) func clampedStart(size: Int, extent: Int) -> Int? {
    size > extent ? nil : Swift.max(0, Swift.min(self, extent - size))
  }
}
