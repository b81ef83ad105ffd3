import LanewiseKernelABI

/// The fold of every window of an array (JAX's `reduce_window_sum` and its like), without the border.
///
/// - Operands: the array; the fold's neutral element, which a window gives that lies on the border alone.
/// - Half precision is folded in float32, and rounded once. `and`, `or` are those of bool. The greater of two complex
///   numbers is the one of the greater real part, or if these are equal of the greater imaginary one.
///
/// One axis after the other: a window of 3 × 3 is two of 3, and costs 6 and not 9. The kernels do the work, a line of
/// windows at a time.
package struct WindowFoldStep: Step {
  package let fold: FoldOp
  package let window: Window

  package init(_ fold: FoldOp, _ window: Window) {
    self.fold = fold
    self.window = window
  }

  package var name: String { "window_\(fold)" }

  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(flops: window.extents.reduce(0, +) * results[0].count, moving: operands, results)
  }

  package func run(_ call: StepCall) {
    let (type, count) = (call.operandTypes[0], call.resultTypes[0].count)
    guard count > 0 else { return }
    withTotals(call.operand(0), type.dtype, count: type.count, to: call.result(0), count) { source, target, total in
      converted(call.operand(1), type.dtype, to: total, count: 1) { neutral in
        Folding(fold, window, total, neutral).run(source, type.shape, target)
      }
    }
  }
}

/// What is folded, without half precision.
private struct Folding {
  let window: Window
  /// Bytes of a number.
  let width: Int
  let neutral: UnsafeRawPointer
  let combine, fill, gather: Kernel
  /// Folds rows that follow each other, where there is one.
  let rows: Kernel?

  init(_ fold: FoldOp, _ window: Window, _ dtype: DType, _ neutral: UnsafeRawPointer) {
    self.window = window
    self.neutral = neutral
    width = dtype.byteWidth
    combine =
      KernelTable.kernel(KernelIndex.binary(fold.binary, dtype.lane, .rr)) ?? complexExtreme(fold == .max, dtype)
    rows = KernelTable.kernel(KernelIndex.foldRows(fold, dtype.lane))
    fill = KernelTable.kernel(KernelIndex.fill(byteWidth: width))!
    gather = KernelTable.kernel(KernelIndex.copyStrided(byteWidth: width))!
  }

  func run(_ source: UnsafeRawPointer, _ shape: Shape, _ target: UnsafeMutableRawPointer) {
    guard shape.rank > 0 else { return target.copyMemory(from: source, byteCount: width) }
    var axes = (0..<shape.rank).filter { !window.isTrivial($0) }
    if axes.isEmpty { axes = [shape.rank - 1] }
    // The array before each axis is folded.
    let shapes = axes.indices.map { index in
      Shape((0..<shape.rank).map { axes[..<index].contains($0) ? window.count($0, shape[$0]) : shape[$0] })
    }
    let largest = shapes.dropFirst().map(\.count).max() ?? 0
    withScratch(UInt8.self, 2 * largest * width) { memory in
      let blocks = (UnsafeMutableRawPointer(memory), UnsafeMutableRawPointer(memory + largest * width))
      var from = source
      for (index, axis) in axes.enumerated() {
        let to = index == axes.count - 1 ? target : index % 2 == 0 ? blocks.0 : blocks.1
        pass(axis, shapes[index], from, to)
        from = UnsafeRawPointer(to)
      }
    }
  }

  /// Folds along one axis; the others stay as they are.
  private func pass(_ axis: Int, _ shape: Shape, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
    let layout = AxisLayout(shape, axis: axis)
    let count = window.count(axis, layout.length)
    if layout.inner > 1 {
      acrossRows(axis, layout, count, source, target)
    } else if let rows, isDivided(axis), count * window.extents[axis] == layout.length {
      let taps = window.extents[axis]
      forEachRange(layout.outer * count, grain: max(1, 16_384 / taps), nanoseconds: taps) { windows in
        callKernel(
          rows, result: target + windows.lowerBound * width, source + windows.lowerBound * taps * width,
          immediate: taps, count: windows.count * taps)
      }
    } else {
      alongLines(axis, layout, count, source, target)
    }
  }

  /// Whether windows follow each other without a gap, so that they are the rows of an array.
  private func isDivided(_ axis: Int) -> Bool {
    window.strides[axis] == window.extents[axis] && window.low[axis] == 0 && window.dilation[axis] == 1
      && window.baseDilation[axis] == 1
  }

  /// A row of windows of the same position for each position: their numbers at a tap are a row too.
  private func acrossRows(
    _ axis: Int, _ layout: AxisLayout, _ count: Int, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer
  ) {
    let taps = window.extents[axis]
    let bytes = layout.inner * width
    let work = layout.inner * taps
    forEachRange(layout.outer * count, grain: max(1, 16_384 / work), nanoseconds: work) { rows in
      // Kernels write whole vectors: past the end of a row, where the next one's totals may be already.
      withScratch(UInt8.self, bytes) { memory in
        let totals = UnsafeMutableRawPointer(memory)
        for row in rows {
          callKernel(fill, result: totals, neutral, count: layout.inner)
          for tap in 0..<taps {
            guard let element = window.element(axis, row % count, tap, of: layout.length) else { continue }
            let line = source + (row / count * layout.length + element) * bytes
            callKernel(combine, result: totals, UnsafeRawPointer(totals), line, count: layout.inner)
          }
          (target + row * bytes).copyMemory(from: totals, byteCount: bytes)
        }
      }
    }
  }

  /// The windows of a line: their numbers at a tap are collected, where they do not lie next to each other.
  private func alongLines(
    _ axis: Int, _ layout: AxisLayout, _ count: Int, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer
  ) {
    let taps = window.extents[axis]
    let bytes = count * width
    // Lines start where vectors do.
    let line = (bytes + Record.padding - 1) / Record.padding * Record.padding + Record.padding
    forEachRange(layout.outer, grain: max(1, 16_384 / (count * taps)), nanoseconds: count * taps) { lines in
      withScratch(UInt8.self, 2 * line) { memory in
        let (totals, collected) = (UnsafeMutableRawPointer(memory), UnsafeMutableRawPointer(memory + line))
        for number in lines {
          let from = source + number * layout.length * width
          callKernel(fill, result: totals, neutral, count: count)
          for tap in 0..<taps {
            let tapped = collect(axis, tap, from, layout.length, count, in: collected)
            callKernel(combine, result: totals, UnsafeRawPointer(totals), tapped, count: count)
          }
          (target + number * bytes).copyMemory(from: totals, byteCount: bytes)
        }
      }
    }
  }

  /// The numbers that the windows of a line have at one tap, the neutral one on the border: where they lie, or in
  /// `target`.
  private func collect(
    _ axis: Int, _ tap: Int, _ line: UnsafeRawPointer, _ length: Int, _ count: Int, in target: UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    let stride = window.strides[axis]
    guard window.baseDilation[axis] == 1 else {
      for i in 0..<count {
        let number = window.element(axis, i, tap, of: length).map { line + $0 * width } ?? neutral
        (target + i * width).copyMemory(from: number, byteCount: width)
      }
      return UnsafeRawPointer(target)
    }
    // Windows `inside` have this tap at element i · stride + shift of the line.
    let shift = tap * window.dilation[axis] - window.low[axis]
    let first = min(count, shift >= 0 ? 0 : (stride - 1 - shift) / stride)
    let inside = first..<max(first, shift >= length ? 0 : min(count, (length - 1 - shift) / stride + 1))
    let start = line + (inside.lowerBound * stride + shift) * width
    if stride == 1 && inside.count == count { return start }
    if inside.count < count { callKernel(fill, result: target, neutral, count: count) }
    guard !inside.isEmpty else { return UnsafeRawPointer(target) }
    if stride == 1 {
      (target + inside.lowerBound * width).copyMemory(from: start, byteCount: inside.count * width)
    } else {
      callKernel(gather, result: target + inside.lowerBound * width, start, immediate: stride, count: inside.count)
    }
    return UnsafeRawPointer(target)
  }
}

/// The greater or the smaller of two complex numbers each, which no kernel computes, in the form of one.
private func complexExtreme(_ isGreatest: Bool, _ dtype: DType) -> Kernel {
  switch (dtype == .complex64, isGreatest) {
  case (true, true): { combine(Complex<Float>.self, MaximumFold.self, $1, $2) }
  case (true, false): { combine(Complex<Float>.self, MinimumFold.self, $1, $2) }
  case (false, true): { combine(Complex<Double>.self, MaximumFold.self, $1, $2) }
  case (false, false): { combine(Complex<Double>.self, MinimumFold.self, $1, $2) }
  }
}

/// Of memory in the order in which ``callKernel(_:result:_:_:_:second:immediate:count:)`` names it.
private func combine<E: Element, F: ElementFold>(_: E.Type, _: F.Type, _ slots: UnsafeRawPointer, _ count: Int) {
  let addresses = slots.assumingMemoryBound(to: UnsafeMutableRawPointer.self)
  let (result, a, b) = (addresses[0], addresses[1], addresses[2])
  for i in 0..<count {
    let offset = i * MemoryLayout<E>.stride
    result.storeBytes(
      of: F.apply(a.load(fromByteOffset: offset, as: E.self), b.load(fromByteOffset: offset, as: E.self)),
      toByteOffset: offset, as: E.self)
  }
}
