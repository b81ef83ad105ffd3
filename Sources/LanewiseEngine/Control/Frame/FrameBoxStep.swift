import LanewiseKernelABI
import LanewiseShims

/// A step that reads or writes one box.
struct FrameBoxStep {
  /// Of one window at a place that scalars say.
  var extents: [Int]
  /// The dimensions of the array that the window keeps.
  var kept: [Int]
  /// One of the integers that say where the window is.
  struct Place {
    /// The operand and the element of it that holds the integer, and the array's dimension.
    var operand: Int, element = 0, axis: Int
    /// What is added to it; what is then added to a negative sum.
    var bias = 0, wrap = 0
  }
  var places: [Place]
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
      places = kept.map { Place(operand: 1 + $0, axis: $0) }
    case is DynamicUpdateSliceStep:
      extents = operands[1].shape.dims
      places = kept.map { Place(operand: 2 + $0, axis: $0) }
      update = 1
    case let step as GatherStep:
      guard step.operandBatchingDims.isEmpty,
        let places = FrameBoxStep.places(step.startIndexMap, Array(1..<operands.count), operands)
      else { return nil }
      self.places = places
      extents = step.sliceSizes
      kept.removeAll { step.collapsedSliceDims.contains($0) }
      if case .fill(let bits) = step.mode { (isClamping, fill) = (false, bits) }
    case let step as ScatterStep:
      let updates = operands[2]
      guard step.operandBatchingDims.isEmpty, FrameBoxStep.combines(step.combiner, array.dtype),
        let places = FrameBoxStep.places(
          step.scatterDimsToOperandDims, [1] + operands.indices.dropFirst(3), operands)
      else { return nil }
      self.places = places
      kept.removeAll { step.insertedWindowDims.contains($0) }
      extents = Array(repeating: 1, count: array.rank)
      for (axis, updateAxis) in zip(kept, step.updateWindowDims) { extents[axis] = updates.shape[updateAxis] }
      update = 2
      combiner = step.combiner
      isClamping = step.mode == .clip
    default: return nil
    }
    guard zip(extents, array.shape.dims).allSatisfy({ $0 <= $1 }), extents.allSatisfy({ $0 > 0 }) else { return nil }
    if combiner != .set, extents.reduce(1, *) > 256 { return nil }
  }

  /// Of one index vector: an array, or an array for each component.
  private static func places(_ axes: [Int], _ indices: [Int], _ operands: [AbstractArray]) -> [Place]? {
    if indices.count == 1, operands[indices[0]].count == axes.count {
      return axes.enumerated().map { Place(operand: indices[0], element: $0, axis: $1) }
    }
    guard indices.count == axes.count, indices.allSatisfy({ operands[$0].count == 1 }) else { return nil }
    return zip(indices, axes).map { Place(operand: $0, axis: $1) }
  }

  /// Sums and products of numbers are those of the kernels.
  private static func combines(_ combiner: ScatterCombiner, _ dtype: DType) -> Bool {
    switch combiner {
    case .set: true
    case .add, .mul: dtype == .float32 || dtype == .float64 || dtype.isInteger
    case .min, .max: false
    }
  }

  /// Writes the step; gives the box, or the array with another box in it, which is to be in `place`.
  func write(
    _ operands: [FrameScope.Input], _ types: [AbstractArray], _ wanted: FrameControl.Wanted, _ writer: FrameWriter,
    _ list: RecordWriter, place: () -> FrameValue
  ) -> FrameValue {
    let box = box(operands, types, writer)
    let array = operands[0].value.slot
    let dtype = types[0].dtype
    let scalarPlace = scalarPlace(operands, types, writer)
    guard let update else {
      if let scalarPlace, wanted.place == nil, wanted.isReadInOrder, operands[0].isInvariant, isClamping,
        box.out.count > 1, box.out.isContiguous
      {
        let view = writer.view()
        list.add(FrameBox.view, view.slot, array, immediate: writer.keep(box), as: .view(scalarPlace))
        return view
      }
      let result = place()
      read(box, scalarPlace, to: result.slot, array, isPassing: wanted.isPassing, writer, list)
      return result
    }
    let result = place()
    var replacement = operands[update].value.slot
    if combiner != .set {
      // The box, combined with the update, put back. Of a box that is not there nothing is put back.
      let count = box.out.count
      let window = writer.place(count, dtype, isLasting: true).slot
      let combined = writer.place(count, dtype, isLasting: true).slot
      var reading = box
      reading.isClamping = true
      read(reading, scalarPlace, to: window, array, isPassing: true, writer, list)
      let op: BinaryOp = combiner == .add ? .add : .mul
      let scalar = count == 1 ? ScalarKernels.binary(op, dtype.lane) : nil
      list.add(
        scalar ?? KernelTable.kernel(KernelIndex.binary(op, dtype.lane, .rr))!, combined, window, replacement,
        count: count, as: scalar == nil ? nil : .binary(op, dtype.lane), isPassing: true)
      replacement = combined
    }
    let isInPlace = result.slot == array && box.back.count == 1
    list.add(
      FrameBox.write, result.slot, array, replacement, immediate: writer.keep(box),
      as: isInPlace ? scalarPlace.map { .set($0, dtype.lane) } : nil)
    return result
  }

  private func read(
    _ box: FrameBox, _ place: ScalarPlace?, to result: UInt16, _ array: UInt16, isPassing: Bool, _ writer: FrameWriter,
    _ list: RecordWriter
  ) {
    let operation = box.out.count == 1 ? place.map { ScalarOperation.element($0, box.dtype.lane) } : nil
    list.add(
      FrameBox.read, result, array, immediate: writer.keep(box), as: operation,
      isPassing: isPassing && operation != nil)
  }

  private func box(
    _ operands: [FrameScope.Input], _ types: [AbstractArray], _ writer: FrameWriter
  ) -> FrameBox {
    let array = types[0]
    let strides = array.shape.strides
    let window = Shape(kept.map { extents[$0] })
    let inArray = kept.map { strides[$0] }
    let indices = places.map { place in
      let dtype = types[place.operand].dtype
      return FrameBox.Index(
        slot: Int(operands[place.operand].value.slot), byteOffset: place.element * dtype.byteWidth, dtype: dtype,
        limits: limits(of: place, in: array))
    }
    return FrameBox(
      indices: writer.keep(indices),
      out: StridedBox(extents: window.dims, sourceStrides: inArray, targetStrides: window.strides),
      back: StridedBox(extents: window.dims, sourceStrides: window.strides, targetStrides: inArray),
      dtype: array.dtype, byteCount: array.byteCount, isClamping: isClamping, fill: fill)
  }

  private func limits(of place: Place, in array: AbstractArray) -> lw_scalar_index {
    lw_scalar_index(
      bias: Int64(place.bias), wrap: Int64(place.wrap), last: Int64(array.shape[place.axis] - extents[place.axis]),
      stride: Int64(array.shape.strides[place.axis] * array.dtype.byteWidth))
  }

  /// The place as scalar code finds it; nil if it depends on more than two integers, or on others than int32.
  private func scalarPlace(
    _ operands: [FrameScope.Input], _ types: [AbstractArray], _ writer: FrameWriter
  ) -> ScalarPlace? {
    let array = types[0]
    // Along a dimension that the box spans there is but one place.
    var used = places.filter { !isClamping || array.shape[$0.axis] != extents[$0.axis] }
    if used.isEmpty { used = Array(places.prefix(1)) }
    guard (1...2).contains(used.count), used.allSatisfy({ types[$0.operand].dtype == .int32 }) else { return nil }
    let slots = used.map { writer.slot(operands[$0.operand].value, byteOffset: 4 * $0.element) }
    var indices = used.map { limits(of: $0, in: array) }
    if indices.count == 1 { indices.append(lw_scalar_index()) }
    let place = lw_scalar_place(indices: (indices[0], indices[1]), fill: fill, is_clamping: isClamping ? 1 : 0)
    return ScalarPlace(
      payload: UnsafeRawPointer(bitPattern: writer.keep(place))!, first: slots[0],
      second: slots.count > 1 ? slots[1] : 0, isInConstant: operands[0].isInvariant)
  }
}
