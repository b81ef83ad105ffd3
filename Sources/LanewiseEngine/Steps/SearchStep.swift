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

  private func search<E: Element, O: SearchOrder>(_ elements: UnsafePointer<E>, _ range: Range<Int>, _: O.Type) {
    let values = call.operand(1, as: E.self)
    // NaNs are at the end. Before them no comparison needs to think of them.
    let count = E.isInexact ? numbers(elements) : length
    let search = BranchlessSearch<E, O>(elements: elements, count: count)
    var n = range.lowerBound
    while n &+ 8 <= range.upperBound {
      let from = values + n
      var a = FourValues(from[0], from[1], from[2], from[3])
      var b = FourValues(from[4], from[5], from[6], from[7])
      search.find(&a, &b)
      store(a.places, from, n, count)
      store(b.places, from + 4, n &+ 4, count)
      n &+= 8
    }
    while n < range.upperBound {
      let from = values + n
      var a = FourValues(from[0], from[0], from[0], from[0])
      var b = a
      search.find(&a, &b)
      store(a.places.0, from[0], n, count)
      n &+= 1
    }
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

  @inline(__always)
  private func store<E: Element>(
    _ places: (Int, Int, Int, Int), _ values: UnsafePointer<E>, _ n: Int, _ numbers: Int
  ) {
    store(places.0, values[0], n, numbers)
    store(places.1, values[1], n &+ 1, numbers)
    store(places.2, values[2], n &+ 2, numbers)
    store(places.3, values[3], n &+ 3, numbers)
  }

  @inline(__always)
  private func store<E: Element>(_ place: Int, _ value: E, _ n: Int, _ numbers: Int) {
    let place = value.isNaN ? (isBehindEqual ? length : numbers) : place
    if call.resultTypes[0].dtype == .int64 {
      call.result(0, as: Int64.self)[n] = Int64(place)
    } else {
      call.result(0, as: Int32.self)[n] = Int32(truncatingIfNeeded: place)
    }
  }
}

/// Values that are sought at once, and where each one's part of the line begins.
private struct FourValues<E: Element> {
  let values: (E, E, E, E)
  var places = (0, 0, 0, 0)

  @inline(__always) init(_ a: E, _ b: E, _ c: E, _ d: E) { values = (a, b, c, d) }
}

/// Binary search whose part of the line is halved whatever is found, so that nothing has to be guessed, and for several
/// values at once, so that one's comparison need not wait for another's.
private struct BranchlessSearch<E: Element, O: SearchOrder> {
  let elements: UnsafePointer<E>
  /// Elements that are numbers.
  let count: Int

  @inline(__always) func find(_ a: inout FourValues<E>, _ b: inout FourValues<E>) {
    guard count > 0 else { return }
    // The first or the last power of two elements; then half of the part each time.
    var bits = Int.bitWidth - 1 - count.leadingZeroBitCount
    advance(&a, by: count - (1 << bits), at: (1 << bits) - 1)
    advance(&b, by: count - (1 << bits), at: (1 << bits) - 1)
    while bits > 0 {
      bits &-= 1
      let half = 1 &<< bits
      advance(&a, by: half, at: half &- 1)
      advance(&b, by: half, at: half &- 1)
    }
    advance(&a, by: 1, at: 0)
    advance(&b, by: 1, at: 0)
  }

  /// Goes on by `distance` where the value goes behind the element at this place of its part.
  @inline(__always) private func advance(_ x: inout FourValues<E>, by distance: Int, at place: Int) {
    let element = elements + place
    x.places.0 &+= distance & mask(element[x.places.0], x.values.0)
    x.places.1 &+= distance & mask(element[x.places.1], x.values.1)
    x.places.2 &+= distance & mask(element[x.places.2], x.values.2)
    x.places.3 &+= distance & mask(element[x.places.3], x.values.3)
  }

  @inline(__always) private func mask(_ element: E, _ value: E) -> Int {
    0 &- Int(truncatingIfNeeded: unsafeBitCast(O.isBehind(element, value), to: UInt8.self))
  }
}
