import LanewiseKernelABI

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
    /// The largest place at which the window lies inside.
    var last: Int
    /// Bytes of the array from one place to the next.
    var stride: Int
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
      let place = loadIndex(address + index.pointee.byteOffset, index.pointee.dtype)
      let clamped = max(0, min(place, index.pointee.last))
      if !isClamping, clamped != place { return -1 }
      offset &+= clamped &* index.pointee.stride
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

/// A step that reads or writes one box.
struct FrameBoxStep {
  /// Of one window at a place that scalars say.
  var extents: [Int]
  /// The dimensions of the array that the window keeps.
  var kept: [Int]
  /// For each integer: the operand and the element of it that holds it, and the array's dimension.
  var places: [(operand: Int, element: Int, axis: Int)]
  /// The operand that replaces the box; nil for reading.
  var update: Int?
  var combiner = ScatterCombiner.set
  var isClamping = true
  var fill: UInt64 = 0

  /// Nil for other steps, and for those with many windows.
  init?(_ step: any Step, _ operands: [AbstractArray], _ results: [AbstractArray]) {
    guard let array = operands.first, let result = results.first, result.count > 0, array.count > 0 else { return nil }
    kept = Array(0..<array.rank)
    switch step {
    case let step as DynamicSliceStep:
      extents = step.sizes
      places = kept.map { (1 + $0, 0, $0) }
    case is DynamicUpdateSliceStep:
      extents = operands[1].shape.dims
      places = kept.map { (2 + $0, 0, $0) }
      update = 1
    case let step as GatherStep:
      guard operands.count == 2, operands[1].count == step.startIndexMap.count, step.operandBatchingDims.isEmpty
      else { return nil }
      extents = step.sliceSizes
      kept.removeAll { step.collapsedSliceDims.contains($0) }
      places = step.startIndexMap.enumerated().map { (1, $0, $1) }
      if case .fill(let bits) = step.mode { (isClamping, fill) = (false, bits) }
    case let step as ScatterStep:
      let updates = operands[2]
      guard operands.count == 3, operands[1].count == step.scatterDimsToOperandDims.count,
        step.operandBatchingDims.isEmpty, FrameBoxStep.combines(step.combiner, array.dtype)
      else { return nil }
      kept.removeAll { step.insertedWindowDims.contains($0) }
      extents = Array(repeating: 1, count: array.rank)
      for (axis, updateAxis) in zip(kept, step.updateWindowDims) { extents[axis] = updates.shape[updateAxis] }
      places = step.scatterDimsToOperandDims.enumerated().map { (1, $0, $1) }
      update = 2
      combiner = step.combiner
      isClamping = step.mode == .clip
    default: return nil
    }
    guard zip(extents, array.shape.dims).allSatisfy({ $0 <= $1 }), extents.allSatisfy({ $0 > 0 }) else { return nil }
    if combiner != .set, extents.reduce(1, *) > 256 { return nil }
  }

  /// Sums and products of numbers are those of the kernels.
  private static func combines(_ combiner: ScatterCombiner, _ dtype: DType) -> Bool {
    switch combiner {
    case .set: true
    case .add, .mul: dtype == .float32 || dtype == .float64 || dtype.isInteger
    case .min, .max: false
    }
  }

  /// Writes the step; `result` is where the array's memory is to be, or the box's.
  func write(
    _ operands: [FrameValue], _ types: [AbstractArray], to result: FrameValue, _ writer: FrameWriter,
    _ list: RecordWriter
  ) {
    let array = types[0]
    let width = array.dtype.byteWidth
    let strides = array.shape.strides
    let windowShape = Shape(kept.map { extents[$0] })
    let inArray = kept.map { strides[$0] }
    var box = FrameBox(
      indices: writer.keep(
        places.map { place in
          let type = types[place.operand]
          return FrameBox.Index(
            slot: Int(operands[place.operand].slot), byteOffset: place.element * type.dtype.byteWidth,
            dtype: type.dtype, last: array.shape[place.axis] - extents[place.axis], stride: strides[place.axis] * width)
        }),
      out: StridedBox(extents: windowShape.dims, sourceStrides: inArray, targetStrides: windowShape.strides),
      back: StridedBox(extents: windowShape.dims, sourceStrides: windowShape.strides, targetStrides: inArray),
      dtype: array.dtype, byteCount: array.byteCount, isClamping: isClamping, fill: fill)
    guard let update else {
      return list.add(FrameBox.read, result.slot, operands[0].slot, immediate: writer.keep(box))
    }
    var replacement = operands[update]
    if combiner != .set {
      // The box, combined with the update, put back. Of a box that is not there nothing is put back.
      let window = writer.place(windowShape.count, array.dtype, isLasting: true)
      let combined = writer.place(windowShape.count, array.dtype, isLasting: true)
      var reading = box
      reading.isClamping = true
      list.add(FrameBox.read, window.slot, operands[0].slot, immediate: writer.keep(reading))
      let op: BinaryOp = combiner == .add ? .add : .mul
      let scalar = windowShape.count == 1 ? ScalarKernels.binary(op, array.dtype.lane) : nil
      list.add(
        scalar ?? KernelTable.kernel(KernelIndex.binary(op, array.dtype.lane, .rr))!, combined.slot, window.slot,
        replacement.slot, count: windowShape.count)
      replacement = combined
    }
    box.fill = 0
    list.add(FrameBox.write, result.slot, operands[0].slot, replacement.slot, immediate: writer.keep(box))
  }
}
