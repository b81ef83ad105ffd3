/// An array with a value around and between its elements (JAX's `pad`).
///
/// - Operands: the array; the value, a scalar of its dtype.
/// - For each axis `low` elements before, `high` after and `interior` between neighbours; negative `low` and `high` cut
///   elements (and padding between them) away.
package struct PadStep: Step {
  package let low, high, interior: [Int]

  package init(low: [Int], high: [Int], interior: [Int]) {
    self.low = low
    self.high = high
    self.interior = interior
  }

  package var name: String { "pad" }

  package func run(_ call: StepCall) {
    let source = call.operandTypes[0]
    let result = call.resultTypes[0]
    guard result.count > 0 else { return }
    result.dtype.visitWidth(Filling(value: call.operand(1), target: call.result(0), count: result.count))

    // Element i of an axis comes to low + i·step; those that come to a place outside are cut away.
    let sourceStrides = source.shape.strides
    let targetStrides = result.shape.strides
    var extents: [Int] = []
    var steps: [Int] = []
    var sourceStart = 0
    var targetStart = 0
    for axis in 0..<source.rank {
      let step = interior[axis] + 1
      let first = low[axis] >= 0 ? 0 : (-low[axis] + step - 1) / step
      let room = result.shape[axis] - 1 - low[axis]
      let last = room < 0 ? -1 : min(source.shape[axis] - 1, room / step)
      guard first <= last else { return }
      extents.append(last - first + 1)
      steps.append(step * targetStrides[axis])
      sourceStart += first * sourceStrides[axis]
      targetStart += (low[axis] + first * step) * targetStrides[axis]
    }
    let width = result.dtype.byteWidth
    StridedBox(extents: extents, sourceStrides: sourceStrides, targetStrides: steps)
      .copy(from: call.operand(0) + sourceStart * width, to: call.result(0) + targetStart * width, result.dtype)
  }
}

private struct Filling: WidthVisitor {
  let value: UnsafeRawPointer, target: UnsafeMutableRawPointer, count: Int

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let value = value.loadUnaligned(as: type)
    let target = target.assumingMemoryBound(to: type)
    forEachRange(count, grain: 65536) { range in
      for i in range { target[i] = value }
    }
  }
}
