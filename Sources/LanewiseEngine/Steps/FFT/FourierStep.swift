/// The four kinds of transform that JAX's `fft` has.
package enum FourierKind: String, CaseIterable, Hashable, Sendable {
  case forward = "FFT"
  case inverse = "IFFT"
  /// Of real numbers: the first half of the spectrum, which is the whole for them.
  case real = "RFFT"
  /// From such a half to real numbers. The imaginary parts of its first number, and of its last where the length is
  /// even, are not looked at.
  case realInverse = "IRFFT"
}

/// Discrete Fourier transforms over the last dimensions (JAX's `fft`), of any lengths; inverse ones divide by their
/// number of points.
///
/// - Operand and result: complex, but float32 or float64 on the side that is real, and then `lengths.last / 2 + 1`
///   numbers for the last dimension on the other side.
package struct FourierStep: Step {
  package let kind: FourierKind
  package let lengths: [Int]

  package init(_ kind: FourierKind, lengths: [Int]) {
    self.kind = kind
    self.lengths = lengths
  }

  package var name: String { "fft" }

  /// Five operations for each point and halving of the length, as is the custom.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let points = lengths.reduce(1, *)
    let halvings = Int.bitWidth - max(points, 1).leadingZeroBitCount
    return Cost(flops: 5 * max(operands[0].count, results[0].count) * halvings, moving: operands, results)
  }

  package func nanoseconds(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Double {
    cost(operands, results).flops / 5
  }

  package func run(_ call: StepCall) {
    let (operand, result) = (call.operandTypes[0], call.resultTypes[0])
    guard result.count > 0 else { return }
    if operand.count == 0 {
      call.result(0).initializeMemory(as: UInt8.self, repeating: 0, count: result.byteCount)
    } else if result.dtype.realPart == .float32 {
      transform(call, FloatLane.self)
    } else {
      transform(call, DoubleLane.self)
    }
  }

  private func transform<L: FourierLane>(_ call: StepCall, _ lane: L.Type) {
    let shape = call.operandTypes[0].shape
    let first = shape.rank - lengths.count
    let last = shape.rank - 1
    let scale =
      kind == .inverse || kind == .realInverse ? 1 / L.Part(lengths.reduce(1) { $0 * Double($1) }) : L.Part(1)
    let isInverse = kind == .inverse || kind == .realInverse
    func pass(
      _ axis: Int, _ points: Shape, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer,
      _ from: FourierForm = .complex, _ to: FourierForm = .complex, scale: L.Part = 1
    ) {
      AxisTransform<L>(
        layout: AxisLayout(points, axis: axis), source: source, target: target, from: from, to: to, inverse: isInverse,
        scale: scale
      ).run()
    }
    /// Between real lines and the first halves of their spectra.
    func realPass(_ points: Shape, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
      let length = points[last]
      guard length % 2 == 0 else {
        let (from, to): (FourierForm, FourierForm) = isInverse ? (.half, .real) : (.real, .half)
        return pass(last, points, source, target, from, to, scale: scale)
      }
      RealLines<L>(
        lines: points.count / length, half: length / 2, source: source, target: target, inverse: isInverse,
        scale: scale
      ).run()
    }
    let (source, target) = (call.operand(0), call.result(0))
    switch kind {
    case .forward, .inverse:
      for axis in (first...last).reversed() {
        pass(axis, shape, axis == last ? source : UnsafeRawPointer(target), target, scale: axis == last ? scale : 1)
      }
    case .real:
      realPass(shape, source, target)
      for axis in (first..<last).reversed() { pass(axis, call.resultTypes[0].shape, target, target) }
    case .realInverse:
      let points = call.resultTypes[0].shape
      guard first < last else { return realPass(points, source, target) }
      withScratch(Complex<L.Part>.self, shape.count) { block in
        for axis in first..<last { pass(axis, shape, axis == first ? source : UnsafeRawPointer(block), block) }
        realPass(points, block, target)
      }
    }
  }
}
