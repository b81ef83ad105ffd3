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
    // Windows of different places along the first axes share no element, so that they can be worked on side by side;
    // gathered windows can anyway.
    let apart = (0..<shape.rank).prefix { window.isTrivial($0) }.count
    let blocks = (0..<apart).reduce(1) { $0 * shape[$1] }
    let (blockElements, blockWindows) = (shape.count / blocks, counts.count / blocks)
    let windowsInTask = isGather ? 1 : blockWindows
    let work = windowsInTask * window.extents.reduce(1, *) * 2
    let border = call.operand(2, as: E.self).pointee
    WindowPlaces.with(window, shape, counts, from: apart) { places in
      forEachRange(counts.count / windowsInTask, grain: max(1, 16_384 / work), nanoseconds: work) { range in
        withScratch(Int.self, 3 * shape.rank) { memory in
          let first = range.lowerBound * windowsInTask
          let cursor = WindowPlaces.Cursor(places, at: first % blockWindows, in: memory)
          var start = first / blockWindows * blockElements
          var left = blockWindows - first % blockWindows
          for number in first..<range.upperBound * windowsInTask {
            let place = best(cursor, looked + start, border, order)
            if isGather {
              result[number] = place < 0 ? E.zero : values[start + place]
            } else if place >= 0 {
              result[start + place] = E.sum(result[start + place], values[number])
            }
            cursor.advance()
            left -= 1
            if left == 0 { (start, left) = (start + blockElements, blockWindows) }
          }
        }
      }
    }
  }

  /// The offset of the window's extreme element, negative for the border. A gather starts from what is on the border,
  /// and passes over it.
  @inline(__always)
  private func best<E: Element, O: ElementOrder>(
    _ cursor: WindowPlaces.Cursor, _ block: UnsafePointer<E>, _ border: E, _: O.Type
  ) -> Int {
    let isGather = step.way == .gather
    var (place, held, holds) = (-1, border, isGather)
    cursor.forEachOffset { offset in
      if offset < 0 && isGather { return }
      let value = offset < 0 ? border : block[offset]
      // The one before stays where it is at least as good, which NaN never is.
      if !holds || O.beats(value, held) || held.isNaN || value.isNaN {
        (place, held, holds) = (offset, value, true)
      }
    }
    return place
  }
}
