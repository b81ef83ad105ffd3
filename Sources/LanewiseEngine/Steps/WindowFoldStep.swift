import LanewiseKernels

/// The fold of every window of an array (JAX's `reduce_window_sum` and its like), without the border.
///
/// - Operands: the array; the fold's neutral element, which a window gives that lies on the border alone.
/// - Half precision is folded in float32, and rounded once. `and`, `or` are those of bool.
///
/// One axis after the other: a window of 3 × 3 is two of 3, and costs 6 and not 9.
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
    guard call.resultTypes[0].count > 0 else { return }
    call.operandTypes[0].dtype.visit(Folding(step: self, call: call))
  }
}

private struct Folding: ElementVisitor {
  let step: WindowFoldStep
  let call: StepCall

  func visit<E: Element>(_ type: E.Type) {
    switch step.fold {
    case .sum: run(type, SumFold.self)
    case .prod: run(type, ProductFold.self)
    case .max, .or: run(type, MaximumFold.self)
    case .min, .and: run(type, MinimumFold.self)
    case .xor: preconditionFailure("windows are not folded by xor")
    }
  }

  private func run<E: Element, F: ElementFold>(_ type: E.Type, _ fold: F.Type) {
    let source = call.operand(0, as: E.self)
    let target = call.result(0, as: E.self)
    let neutral = call.operand(1, as: E.self).pointee
    var shape = call.operandTypes[0].shape
    let axes = (0..<shape.rank).filter { !step.window.isTrivial($0) }
    guard let last = axes.last else {
      for i in 0..<shape.count { target[i] = E(total: F.apply(neutral.total, source[i].total)) }
      return
    }
    if axes.count == 1 { return pass(last, shape, source, target, neutral, fold) }
    // What lies between two axes is kept in the type of the totals.
    var sizes: [Int] = []
    for axis in axes {
      shape[axis] = step.window.count(axis, shape[axis])
      sizes.append(shape.count)
    }
    withScratch(E.Total.self, 2 * (sizes.dropLast().max() ?? 0)) { blocks in
      var shape = call.operandTypes[0].shape
      var (from, to) = (blocks, blocks + sizes.dropLast().max()!)
      for (index, axis) in axes.enumerated() {
        if index == 0 {
          pass(axis, shape, source, to, neutral, fold)
        } else if index == axes.count - 1 {
          pass(axis, shape, UnsafePointer(from), target, neutral.total, fold)
        } else {
          pass(axis, shape, UnsafePointer(from), to, neutral.total, fold)
        }
        shape[axis] = step.window.count(axis, shape[axis])
        swap(&from, &to)
      }
    }
  }

  /// Folds along one axis; the others stay as they are.
  private func pass<S: Element, T: Element, F: ElementFold>(
    _ axis: Int, _ shape: Shape, _ source: UnsafePointer<S>, _ target: UnsafeMutablePointer<T>, _ neutral: S,
    _ fold: F.Type
  ) where S.Total == T.Total {
    let layout = AxisLayout(shape, axis: axis)
    let window = step.window
    let (length, inner) = (layout.length, layout.inner)
    let count = window.count(axis, length)
    let taps = window.extents[axis]
    if inner == 1 {
      let stride = window.strides[axis]
      forEachRange(layout.outer, grain: max(1, 16_384 / (count * taps)), nanoseconds: count * taps) { lines in
        withScratch(S.Total.self, count) { totals in
          for line in lines {
            let from = source + line * length
            for i in 0..<count { totals[i] = neutral.total }
            for tap in 0..<taps {
              if window.baseDilation[axis] == 1 {
                // Windows i that have this tap at element i · stride + shift of the line.
                let shift = tap * window.dilation[axis] - window.low[axis]
                let low = shift >= 0 ? 0 : (stride - 1 - shift) / stride
                let high = shift >= length ? 0 : min(count, (length - 1 - shift) / stride + 1)
                var i = low
                while i < high {
                  totals[i] = F.apply(totals[i], from[i &* stride &+ shift].total)
                  i &+= 1
                }
              } else {
                for i in 0..<count {
                  guard let element = window.element(axis, i, tap, of: length) else { continue }
                  totals[i] = F.apply(totals[i], from[element].total)
                }
              }
            }
            for i in 0..<count { target[line * count + i] = T(total: totals[i]) }
          }
        }
      }
    } else {
      let work = inner * taps
      forEachRange(layout.outer * count, grain: max(1, 16_384 / work), nanoseconds: work) { rows in
        withScratch(S.Total.self, inner) { totals in
          for row in rows {
            for j in 0..<inner { totals[j] = neutral.total }
            for tap in 0..<taps {
              guard let element = window.element(axis, row % count, tap, of: length) else { continue }
              let from = source + (row / count * length + element) * inner
              for j in 0..<inner { totals[j] = F.apply(totals[j], from[j].total) }
            }
            for j in 0..<inner { target[row * inner + j] = T(total: totals[j]) }
          }
        }
      }
    }
  }
}
