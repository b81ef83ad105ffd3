import LanewiseKernelABI
import LanewiseShims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A box of an array at a place that integers of the frame say: what a slice, an update, a gather or a scatter of one
/// window needs, worked out before the loop runs.
struct FrameBox {
  /// One of the integers, and what it may be.
  struct Index {
    var slot: Int
    var byteOffset: Int
    var dtype: DType
    var limits: lw_scalar_index
  }

  var indices: RawList<Index>
  /// The box, from the array to what holds nothing but the box; and back.
  var out, back: StridedBox
  var dtype: DType
  /// The array's bytes.
  var byteCount: Int
  /// Whether an index outside moves the window inside; otherwise there is no window then.
  var isClamping: Bool
  /// The bits of an element that is outside.
  var fill: UInt64 = 0

  /// Bytes from the array's start to the box's, or −1.
  @inline(__always)
  func offset(_ slots: UnsafeRawPointer) -> Int {
    var offset = 0
    var number = 0
    while number < indices.count {
      let index = indices.start.unsafelyUnwrapped + number
      let address = slots.load(fromByteOffset: index.pointee.slot &* 8, as: UnsafeRawPointer.self)
      let limits = index.pointee.limits
      var place = loadIndex(address + index.pointee.byteOffset, index.pointee.dtype)
      // Only int32 have one.
      if limits.bias != 0 { place = Int(Int32(truncatingIfNeeded: place &+ Int(limits.bias))) }
      let part = Int(lw_scalar_anywhere(limits, Int64(place), isClamping ? 1 : 0))
      if part < 0 { return -1 }
      offset &+= part
      number &+= 1
    }
    return offset
  }

  /// result = the box of a.
  static let read: Kernel = { record, slots, _ in
    let box = pointee(record, FrameBox.self)
    let offset = box.pointee.offset(slots)
    let target = operandAddress(record, slots, Record.result)
    if offset >= 0 {
      let source = operandAddress(record, slots, Record.operands)
      copyBox(box.pointee.out, box.pointee.dtype, from: source + offset, to: target)
    } else {
      let width = box.pointee.dtype.byteWidth
      let fill = SIMD2(box.pointee.fill, 0)
      withUnsafeBytes(of: fill) { fill in
        for element in 0..<box.pointee.out.count { memcpy(target + element * width, fill.baseAddress!, width) }
      }
    }
  }

  /// The result's slot = where the box of a is, which is a run of its elements and always there.
  static let view: Kernel = { record, slots, _ in
    let offset = pointee(record, FrameBox.self).pointee.offset(slots)
    let result = Int(record.load(fromByteOffset: Record.result, as: UInt16.self))
    UnsafeMutableRawPointer(mutating: slots).storeBytes(
      of: operandAddress(record, slots, Record.operands) + offset, toByteOffset: result &* 8,
      as: UnsafeMutableRawPointer.self)
  }

  /// result = a with the box replaced by b.
  static let write: Kernel = { record, slots, _ in
    let box = pointee(record, FrameBox.self)
    let array = operandAddress(record, slots, Record.operands)
    let target = operandAddress(record, slots, Record.result)
    if array != target { memcpy(target, array, box.pointee.byteCount) }
    let offset = box.pointee.offset(slots)
    guard offset >= 0 else { return }
    copyBox(
      box.pointee.back, box.pointee.dtype, from: operandAddress(record, slots, Record.operands + 2), to: target + offset
    )
  }
}

@inline(__always)
private func copyBox(
  _ box: StridedBox, _ dtype: DType, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer
) {
  if box.count == 1, dtype.byteWidth == 4 {
    target.storeBytes(of: source.load(as: UInt32.self), as: UInt32.self)
  } else if box.isContiguous {
    memcpy(target, source, box.count &* dtype.byteWidth)
  } else {
    box.copy(from: source, to: target, dtype)
  }
}

/// One integer of any integer dtype; what a 64-bit integer cannot hold becomes the nearest it can.
@inline(__always)
private func loadIndex(_ address: UnsafeRawPointer, _ dtype: DType) -> Int {
  switch dtype {
  case .int32: Int(address.load(as: Int32.self))
  case .int64: Int(address.load(as: Int64.self))
  default: loadOtherIndex(address, dtype)
  }
}

@inline(never)
private func loadOtherIndex(_ address: UnsafeRawPointer, _ dtype: DType) -> Int {
  var value = 0
  loadIndices(address, dtype, 0..<1, into: &value)
  return value
}
