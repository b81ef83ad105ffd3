/// A box of an array that begins at a place known only at run time (JAX's `dynamic_slice`).
///
/// - Operands: the array; a scalar of any integer dtype for each axis, clamped so that the box lies inside.
package struct DynamicSliceStep: Step {
  package let sizes: [Int]

  package init(sizes: [Int]) { self.sizes = sizes }

  package var name: String { "dynamic_slice" }

  /// It reads as much of the array as it gives.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(moving: results + operands.dropFirst(), results)
  }

  package func run(_ call: StepCall) {
    let source = call.operandTypes[0]
    guard let start = call.boxStart(in: source.shape, sizes: sizes, firstIndex: 1) else { return }
    StridedBox(extents: sizes, sourceStrides: source.shape.strides, targetStrides: Shape(sizes).strides)
      .copy(from: call.operand(0) + start * source.dtype.byteWidth, to: call.result(0), source.dtype)
  }
}

/// An array with a box of it replaced, at a place known only at run time (JAX's `dynamic_update_slice`).
///
/// - Operands: the array; the update; a scalar of any integer dtype for each axis, clamped so that the update lies
///   inside.
package struct DynamicUpdateSliceStep: Step {
  package init() {}

  package var name: String { "dynamic_update_slice" }
  package var reusableOperand: Int? { 0 }

  package func run(_ call: StepCall) {
    let target = call.operandTypes[0]
    let update = call.operandTypes[1]
    call.copyOperandToResult()
    guard let start = call.boxStart(in: target.shape, sizes: update.shape.dims, firstIndex: 2) else { return }
    StridedBox(extents: update.shape.dims, sourceStrides: update.shape.strides, targetStrides: target.shape.strides)
      .copy(from: call.operand(1), to: call.result(0) + start * target.dtype.byteWidth, target.dtype)
  }
}

extension StepCall {
  /// The offset of a box whose start the scalar operands from `firstIndex` on give; nil if there is none.
  fileprivate func boxStart(in shape: Shape, sizes: [Int], firstIndex: Int) -> Int? {
    var offset = 0
    var stride = 1
    for axis in Swift.stride(from: shape.rank - 1, through: 0, by: -1) {
      guard let start = scalarIndex(firstIndex + axis).clampedStart(size: sizes[axis], extent: shape[axis]) else {
        return nil
      }
      offset += start * stride
      stride *= shape[axis]
    }
    return offset
  }
}
