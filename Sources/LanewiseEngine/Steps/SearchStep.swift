import LanewiseKernelABI

/// Where values would have to be put into sorted lines to keep them sorted (JAX's `searchsorted`): before equal elements,
/// or behind them.
///
/// - Operands: lines along the last dimension, in ascending order; values of the same dtype, whose first dimensions are
///   the lines' but the last.
/// - Result: places, int32 or int64, of the values' shape.
/// - NaN counts as larger than all else, and NaNs as equal; −0 equals +0.
package struct SearchStep: Step {
  package let isBehindEqual: Bool

  package init(isBehindEqual: Bool) { self.isBehindEqual = isBehindEqual }

  package var name: String { "search" }

  package func run(_ call: StepCall) {
    guard call.resultTypes[0].count > 0 else { return }
    let lines = call.operandTypes[0]
    let length = lines.shape[lines.rank - 1]
    let lineCount = (0..<lines.rank - 1).reduce(1) { $0 * lines.shape[$1] }
    lines.dtype.visit(
      Searching(
        call: call, isBehindEqual: isBehindEqual, length: length, valuesPerLine: call.resultTypes[0].count / lineCount))
  }
}

/// Whether a value goes behind an element, where neither is NaN.
private protocol SearchOrder {
  static func isBehind<E: Element>(_ element: E, _ value: E) -> Bool
}

private enum BeforeEqual: SearchOrder {
  @inline(__always) static func isBehind<E: Element>(_ element: E, _ value: E) -> Bool { E.isAbove(value, element) }
}

private enum BehindEqual: SearchOrder {
  @inline(__always) static func isBehind<E: Element>(_ element: E, _ value: E) -> Bool { !E.isAbove(element, value) }
}

private struct Searching: ElementVisitor {
  let call: StepCall, isBehindEqual: Bool
  let length, valuesPerLine: Int

  func visit<E: Element>(_ type: E.Type) {
    let steps = Int.bitWidth - length.leadingZeroBitCount
    forEachRange(call.resultTypes[0].count, grain: 4096, nanoseconds: 2 + steps) { range in
      var start = range.lowerBound
      while start < range.upperBound {
        let line = start / valuesPerLine
        let end = min((line + 1) * valuesPerLine, range.upperBound)
        let elements = call.operand(0, as: type) + line * length
        if isBehindEqual {
          search(elements, start..<end, BehindEqual.self)
        } else {
          search(elements, start..<end, BeforeEqual.self)
        }
        start = end
      }
    }
  }

  /// Values that go down the halves of a line side by side.
  private static var block: Int { 512 }

  private func search<E: Element, O: SearchOrder>(_ elements: UnsafePointer<E>, _ range: Range<Int>, _: O.Type) {
    let values = call.operand(1, as: E.self)
    // NaNs are at the end. Before them no comparison needs to think of them.
    let count = E.isInexact ? numbers(elements) : length
    if call.resultTypes[0].dtype == .int32, let lane = lane(E.self),
      let kernel = KernelTable.kernel(KernelIndex.search(lane, behindEqual: isBehindEqual))
    {
      var nan = Int32(truncatingIfNeeded: isBehindEqual ? length : count)
      return callKernel(
        kernel, result: call.result(0, as: Int32.self) + range.lowerBound, values + range.lowerBound, elements, &nan,
        immediate: count, count: range.count)
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.block) { places in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.block) { isBehind in
        let places = places.baseAddress!
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.block) {
          let found = min(Self.block, range.upperBound - start)
          places.initialize(repeating: 0, count: found)
          let search = BranchlessSearch<E, O>(
            elements: elements, values: values + start, places: places, isBehind: isBehind.baseAddress!, found: found)
          search.run(count)
          if call.resultTypes[0].dtype == .int64 {
            store(places, values + start, found, numbers: count, into: call.result(0, as: Int64.self) + start)
          } else {
            store(places, values + start, found, numbers: count, into: call.result(0, as: Int32.self) + start)
          }
        }
      }
    }
  }

  /// The lane of which kernels search in vectors; longer lines have places that they do not count to.
  private func lane<E: Element>(_: E.Type) -> Lane? {
    length > Int(Int32.max) ? nil : E.self == Float.self ? .f32 : E.self == Int32.self ? .i32 : nil
  }

  /// How many elements of a line are not NaN.
  private func numbers<E: Element>(_ elements: UnsafePointer<E>) -> Int {
    var (low, high) = (0, length)
    while low < high {
      let middle = (low + high) / 2
      if elements[middle].isNaN { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func store<E: Element, I: FixedWidthInteger>(
    _ places: UnsafePointer<Int>, _ values: UnsafePointer<E>, _ found: Int, numbers: Int,
    into target: UnsafeMutablePointer<I>
  ) {
    for n in 0..<found {
      target[n] = I(truncatingIfNeeded: values[n].isNaN ? (isBehindEqual ? length : numbers) : places[n])
    }
  }
}

/// Binary searches whose part of the line is halved whatever is found, so that nothing has to be guessed. Many values take
/// a step before any takes the next: their loads wait for memory together.
private struct BranchlessSearch<E: Element, O: SearchOrder> {
  let elements: UnsafePointer<E>, values: UnsafePointer<E>
  /// Where each value's part of the line begins.
  let places: UnsafeMutablePointer<Int>
  /// Whether it goes behind the element at hand, 1 or 0.
  let isBehind: UnsafeMutablePointer<UInt8>
  let found: Int

  func run(_ count: Int) {
    guard count > 0 else { return }
    // Halves as they come: powers of two would all lie in the same few sets of a cache.
    var left = count
    while left > 1 {
      let half = left / 2
      advance(by: half, at: half &- 1)
      left &-= half
    }
    advance(by: 1, at: 0)
  }

  /// Goes on by `distance` where the value goes behind the element at this place of its part. The comparisons are a loop
  /// of their own: beside the sum, the compiler makes a branch of each, and every other is guessed wrong.
  @inline(__always) private func advance(by distance: Int, at place: Int) {
    let element = elements + place
    var n = 0
    while n < found {
      isBehind[n] = unsafeBitCast(O.isBehind(element[places[n]], values[n]), to: UInt8.self)
      n &+= 1
    }
    n = 0
    while n < found {
      places[n] &+= distance & (0 &- Int(isBehind[n]))
      n &+= 1
    }
  }
}
