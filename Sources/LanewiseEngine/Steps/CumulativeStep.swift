/// What a running total is made of.
package enum CumulativeOp: UInt8, CaseIterable, Hashable, Sendable { case sum, prod, max, min, logsumexp }

/// Running totals along an axis (JAX's `cumsum`, `cumprod`, `cummax`, `cummin`, `cumlogsumexp`).
///
/// - Operand and result: the same shape and dtype. `reverse` runs from the end.
/// - Half precision keeps its total in float32 and rounds what it stores; `max` and `min` keep NaN from where it is met.
///
/// Long lines are cut into blocks of fixed length: the totals of the blocks first, then each block from the total before
/// it. So the bits do not depend on the number of threads.
package struct CumulativeStep: Step {
  package let op: CumulativeOp
  package let axis: Int
  package let reverse: Bool

  package init(op: CumulativeOp, axis: Int, reverse: Bool = false) {
    self.op = op
    self.axis = axis
    self.reverse = reverse
  }

  package var name: String { op == .logsumexp ? "cumlogsumexp" : "cum\(op)" }

  /// An operation for each element; of logsumexp, a maximum, a sum, an exponential and a logarithm.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let count = operands[0].count
    return op == .logsumexp
      ? Cost(flops: 2 * count, transcendentals: 2 * count, moving: operands, results)
      : Cost(flops: count, moving: operands, results)
  }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let layout = AxisLayout(type.shape, axis: axis)
    guard layout.count > 0 else { return }
    withTotals(call.operand(0), type.dtype, count: layout.count, to: call.result(0), layout.count) {
      $2.visit(Cumulating(source: $0, target: $1, layout: layout, op: op, reverse: reverse))
    }
  }
}

private struct Cumulating: ElementVisitor {
  let source: UnsafeRawPointer, target: UnsafeMutableRawPointer
  let layout: AxisLayout, op: CumulativeOp, reverse: Bool

  static var blockLength: Int { 4096 }

  func visit<E: Element>(_ type: E.Type) {
    // Nothing need be compiled for half precision.
    guard E.Total.self == E.self else { return }
    switch op {
    case .sum: run(type, SumFold.self)
    case .prod: run(type, ProductFold.self)
    case .max: run(type, MaximumFold.self)
    case .min: run(type, MinimumFold.self)
    case .logsumexp: if E.isInexact { run(type, LogAddExpFold.self) }
    }
  }

  @inline(__always) private func run<E: Element, F: ElementFold>(_ type: E.Type, _ fold: F.Type) {
    let source = source.assumingMemoryBound(to: type)
    let target = target.assumingMemoryBound(to: type)
    if layout.inner == 1 {
      alongLines(source, target, fold)
    } else {
      acrossRows(source, target, fold)
    }
  }

  // MARK: Contiguous lines

  @inline(__always)
  private func alongLines<E: Element, F: ElementFold>(
    _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>, _ fold: F.Type
  ) {
    let length = layout.length
    let step = reverse ? -1 : 1
    let blocks = (length + Self.blockLength - 1) / Self.blockLength
    let tasks = layout.outer * blocks
    /// The offset of a block's first element in the order of the walk, and its length.
    @inline(__always) func block(_ task: Int) -> (start: Int, count: Int) {
      let (line, block) = (task / blocks, task % blocks)
      let first = block * Self.blockLength
      return (
        line * length + (reverse ? length - 1 - first : first), min(Self.blockLength, length - first)
      )
    }
    let grain = max(1, 16384 / min(length, Self.blockLength))
    let nanoseconds = min(length, Self.blockLength)

    withScratch(E.self, blocks > 1 ? tasks : 0) { totals in
      if blocks > 1 {
        forEachRange(tasks, grain: grain, nanoseconds: nanoseconds) { range in
          for task in range {
            let (start, count) = block(task)
            totals[task] = blockTotal(source + start, count, step, fold)
          }
        }
        for task in 0..<tasks where task % blocks > 0 { totals[task] = F.apply(totals[task - 1], totals[task]) }
      }
      forEachRange(tasks, grain: grain, nanoseconds: nanoseconds) { range in
        var task = range.lowerBound
        while task < range.upperBound {
          // Four chains at once: one alone waits for each of its sums.
          if task + 4 <= range.upperBound {
            let parts = (block(task), block(task + 1), block(task + 2), block(task + 3))
            let count = parts.0.count
            if parts.1.count == count && parts.2.count == count && parts.3.count == count {
              var (a, b, c, d) = (
                first(task, parts.0.start), first(task + 1, parts.1.start), first(task + 2, parts.2.start),
                first(task + 3, parts.3.start)
              )
              var offset = 0
              for i in 0..<count {
                if i > 0 {
                  offset &+= step
                  a = F.apply(a, source[parts.0.start &+ offset])
                  b = F.apply(b, source[parts.1.start &+ offset])
                  c = F.apply(c, source[parts.2.start &+ offset])
                  d = F.apply(d, source[parts.3.start &+ offset])
                }
                target[parts.0.start &+ offset] = a
                target[parts.1.start &+ offset] = b
                target[parts.2.start &+ offset] = c
                target[parts.3.start &+ offset] = d
              }
              task += 4
              continue
            }
          }
          let (start, count) = block(task)
          var total = first(task, start)
          target[start] = total
          for i in 1..<max(count, 1) {
            total = F.apply(total, source[start + i * step])
            target[start + i * step] = total
          }
          task += 1
        }
      }
      /// A block's first total: with that of the blocks before it in its line.
      @inline(__always) func first(_ task: Int, _ start: Int) -> E {
        task % blocks == 0 ? source[start] : F.apply(totals[task - 1], source[start])
      }
    }
  }

  /// The total of `count` elements: of four runs at once where there are enough.
  @inline(__always)
  private func blockTotal<E: Element, F: ElementFold>(
    _ block: UnsafePointer<E>, _ count: Int, _ step: Int, _ fold: F.Type
  ) -> E {
    let run = count / 4 * step
    guard count >= 8 else {
      var total = block[0]
      for i in 1..<max(count, 1) { total = F.apply(total, block[i * step]) }
      return total
    }
    var (a, b, c, d) = (block[0], block[run], block[2 * run], block[3 * run])
    for i in 1..<count / 4 {
      let offset = i * step
      a = F.apply(a, block[offset])
      b = F.apply(b, block[run + offset])
      c = F.apply(c, block[2 * run + offset])
      d = F.apply(d, block[3 * run + offset])
    }
    for i in count / 4 * 4..<count { d = F.apply(d, block[i * step]) }
    return F.apply(F.apply(a, b), F.apply(c, d))
  }

  // MARK: Rows

  @inline(__always)
  private func acrossRows<E: Element, F: ElementFold>(
    _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>, _ fold: F.Type
  ) {
    let (length, inner) = (layout.length, layout.inner)
    let band = 512
    let bands = (inner + band - 1) / band
    let work = length * min(band, inner)
    forEachRange(layout.outer * bands, grain: max(1, 32768 / work), nanoseconds: work) { range in
      for task in range {
        let (block, first) = (task / bands, task % bands * band)
        let width = min(band, inner - first)
        for i in 0..<length {
          let row = (block * length + (reverse ? length - 1 - i : i)) * inner + first
          let from = source + row
          let to = target + row
          if i == 0 {
            to.update(from: from, count: width)
          } else {
            let before = to + (reverse ? inner : -inner)
            for j in 0..<width { to[j] = F.apply(before[j], from[j]) }
          }
        }
      }
    }
  }
}
