/// Works at the place of the greatest (or smallest) element of every window: the first of equals, and NaN counts as
/// what comes after it does, as with a selection by `ge` (or `le`).
///
/// Gather (JAX's `select_and_gather_add`): operands are values and the array that is looked at, of one shape; the
/// result is for each window the value at its extreme element, 0 where no element is better than the border. Scatter
/// (`select_and_scatter_add`): operands are a value for each window, and the array; each is added at its window's
/// extreme element, and lost where that is the border. Either has a third operand: the value of the border, −∞ (or ∞).
package struct WindowSelectStep: Step {
  package enum Way: Hashable, Sendable { case gather, scatter }
  package let way: Way
  package let selectsGreatest: Bool
  package let window: Window

  package init(_ way: Way, selectsGreatest: Bool, _ window: Window) {
    self.way = way
    self.selectsGreatest = selectsGreatest
    self.window = window
  }

  package var name: String { "select_and_\(way)_add" }

  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let windows = way == .gather ? results[0].count : operands[0].count
    return Cost(flops: windows * window.extents.reduce(1, *), moving: operands, results)
  }

  package func run(_ call: StepCall) {
    call.operandTypes[1].dtype.visit(Selecting(step: self, call: call))
  }
}

private struct Selecting: ElementVisitor {
  let step: WindowSelectStep
  let call: StepCall

  func visit<E: Element>(_ type: E.Type) {
    if step.selectsGreatest { run(type, LargestFirst.self) } else { run(type, SmallestFirst.self) }
  }

  private func run<E: Element, O: ElementOrder>(_ type: E.Type, _ order: O.Type) {
    let window = step.window
    let (shape, isGather) = (call.operandTypes[1].shape, step.way == .gather)
    let values = call.operand(0, as: E.self), looked = call.operand(1, as: E.self)
    let result = call.result(0, as: E.self)
    if !isGather { for i in 0..<shape.count { result[i] = E.zero } }
    let counts = Shape((0..<shape.rank).map { window.count($0, shape[$0]) })
    guard counts.count > 0 else { return }
    // Windows of different places along the first axes share no element, so that they can be worked on side by side.
    let apart = (0..<shape.rank).prefix { window.isTrivial($0) }.count
    let blocks = (0..<apart).reduce(1) { $0 * shape[$1] }
    let (blockElements, blockWindows) = (shape.count / blocks, counts.count / blocks)
    let search = Search<E, O>(
      window: window, shape: shape, counts: counts, first: apart, border: call.operand(2, as: E.self).pointee,
      isGather: isGather)
    // Gathered windows write apart anyway.
    let windowsInTask = isGather ? 1 : blockWindows
    let work = windowsInTask * window.extents.reduce(1, *) * 4
    forEachRange(counts.count / windowsInTask, grain: max(1, 16_384 / max(work, 1)), nanoseconds: work) { range in
      withScratch(Int.self, 2 * shape.rank) { memory in
        for number in range.lowerBound * windowsInTask..<range.upperBound * windowsInTask {
          let start = number / blockWindows * blockElements
          let place = search.best(number % blockWindows, looked + start, memory, memory + shape.rank)
          if isGather {
            result[number] = place < 0 ? E.zero : values[start + place]
          } else if place >= 0 {
            result[start + place] = E.sum(result[start + place], values[number])
          }
        }
      }
    }
  }
}

/// Looks for the extreme element of one window.
private struct Search<E: Element, O: ElementOrder> {
  let window: Window
  let shape, counts: Shape
  /// The first axis along which windows share elements.
  let first: Int
  /// What is on the border, for a scatter; and what a gather starts from.
  let border: E
  let isGather: Bool

  /// The offset of the element, −1 for none. `position` and `tap` are memory for a number for every axis.
  func best(
    _ number: Int, _ block: UnsafePointer<E>, _ position: UnsafeMutablePointer<Int>, _ tap: UnsafeMutablePointer<Int>
  ) -> Int {
    var rest = number
    for axis in stride(from: shape.rank - 1, through: first, by: -1) {
      position[axis] = rest % counts[axis]
      rest /= counts[axis]
      tap[axis] = 0
    }
    var (place, held, holds) = (-1, border, isGather)
    while true {
      var offset = 0
      for axis in first..<shape.rank {
        guard let element = window.element(axis, position[axis], tap[axis], of: shape[axis]) else {
          offset = -1
          break
        }
        offset = offset * shape[axis] + element
      }
      if offset >= 0 || !isGather {
        let value = offset < 0 ? border : block[offset]
        // The one before stays where it is at least as good, which NaN never is.
        if !holds || O.beats(value, held) || held.isNaN || value.isNaN {
          (place, held, holds) = (offset, value, true)
        }
      }
      var axis = shape.rank - 1
      while axis >= first {
        tap[axis] += 1
        if tap[axis] < window.extents[axis] { break }
        tap[axis] = 0
        axis -= 1
      }
      if axis < first { return place }
    }
  }
}
