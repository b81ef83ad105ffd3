import LanewiseKernelABI

/// Instructions that run one after the other: records whose kernel is called with the slots and the record's own count.
///
/// A loop is an instruction too: its kernel runs the lists that its immediate points at.
struct RecordList {
  let start: UnsafeRawPointer?
  let end: UnsafeRawPointer?

  /// Where a record holds its count, a `UInt32`.
  static let countField = Record.operands + 10

  @inline(__always)
  static func count(of record: UnsafeRawPointer) -> Int {
    Int(record.load(fromByteOffset: countField, as: UInt32.self))
  }

  @inline(__always)
  func run(_ slots: UnsafeRawPointer) {
    guard var record = start else { return }
    let end = end.unsafelyUnwrapped
    while record < end {
      record.load(as: Kernel.self)(record, slots, RecordList.count(of: record))
      record += Record.byteCount
    }
  }
}

// What the kernels of frames read from their records.

/// The address in the slot that the record names at `field`.
@inline(__always)
func operandAddress(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ field: Int) -> UnsafeMutableRawPointer {
  let slot = Int(record.load(fromByteOffset: field, as: UInt16.self))
  return slots.load(fromByteOffset: slot &* 8, as: UnsafeMutableRawPointer.self)
}

/// What the record's immediate points at.
@inline(__always)
func pointee<T>(_ record: UnsafeRawPointer, _: T.Type) -> UnsafePointer<T> {
  record.load(fromByteOffset: Record.immediate, as: UnsafePointer<T>.self)
}
