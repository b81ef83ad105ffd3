/// Arrays joined along an axis (JAX's `concatenate`): any number of operands, equal in all other extents.
package struct ConcatenateStep: Step {
  package let axis: Int

  package init(axis: Int) { self.axis = axis }

  package var name: String { "concatenate" }

  package func run(_ call: StepCall) {
    let result = call.resultTypes[0]
    let width = result.dtype.byteWidth
    let outer = (0..<axis).reduce(1) { $0 * result.shape[$1] }
    let inner = (axis + 1..<max(axis + 1, result.rank)).reduce(1) { $0 * result.shape[$1] }
    let row = result.shape[axis] * inner
    var start = 0
    for (index, type) in call.operandTypes.enumerated() {
      let length = type.shape[axis] * inner
      StridedBox(extents: [outer, length], sourceStrides: [length, 1], targetStrides: [row, 1])
        .copy(from: call.operand(index), to: call.result(0) + start * width, result.dtype)
      start += length
    }
  }
}
