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
    let result = call.resultTypes[0]
    guard result.count > 0 else { return }
    let layout = PadLayout(self, source: call.operandTypes[0].shape, result: result.shape)
    result.dtype.visitWidth(Padding(call: call, layout: layout, count: result.count))
  }
}

private struct Padding: WidthVisitor {
  let call: StepCall, layout: PadLayout, count: Int

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let source = call.operand(0, as: type)
    let value = call.operand(1).loadUnaligned(as: type)
    let result = call.result(0, as: type)
    forEachRange(count, grain: 65536) { range in
      pad(layout, value, result + range.lowerBound, from: range.lowerBound, range.count, of: source) {
        place, target, count in
        copyRun(from: source + place, to: target, count: count)
      }
    }
  }
}

/// The elements from `start` on of a padded array.
///
/// - `array`: its elements, if they lie side by side.
/// - `read`: writes so many of the array's elements, from a place in it on, side by side.
@inline(__always)
func pad<E: BitwiseCopyable>(
  _ layout: PadLayout, _ value: E, _ result: UnsafeMutablePointer<E>, from start: Int, _ count: Int,
  of array: UnsafePointer<E>?, _ read: (_ place: Int, _ target: UnsafeMutablePointer<E>, _ count: Int) -> Void
) {
  if let array, let rows = PaddedRows(layout, of: E.self), let whole = rows.whole(from: start, count) {
    let (head, tail) = (whole.lowerBound &* layout.row &- start, whole.upperBound &* layout.row)
    padRuns(layout, value, result, from: start, head, read)
    rows.pad(whole, array, value, result + head)
    padRuns(layout, value, result + (tail &- start), from: tail, start &+ count &- tail, read)
  } else {
    padRuns(layout, value, result, from: start, count, read)
  }
}

/// The same, one run after the other.
private func padRuns<E: BitwiseCopyable>(
  _ layout: PadLayout, _ value: E, _ result: UnsafeMutablePointer<E>, from start: Int, _ count: Int,
  _ read: (_ place: Int, _ target: UnsafeMutablePointer<E>, _ count: Int) -> Void
) {
  var target = result
  layout.forEachRun(from: start, count) { run, place, first in
    if let place, layout.step == 1 {
      read(place, target, run)
    } else {
      // A run between two neighbours has none of the array's.
      let between = place == nil ? run : min(first, run)
      target.update(repeating: value, count: between)
      if let place, between < run { spread(layout.step, value, place, target + between, run &- between, read) }
    }
    target += run
  }
}

/// Elements read side by side, written every `step` elements into so many, and the value between them.
@inline(__always)
private func spread<E: BitwiseCopyable>(
  _ step: Int, _ value: E, _ place: Int, _ target: UnsafeMutablePointer<E>, _ room: Int,
  _ read: (_ place: Int, _ target: UnsafeMutablePointer<E>, _ count: Int) -> Void
) {
  let block = 256
  let total = (room &+ step &- 1) / step
  withUnsafeTemporaryAllocation(of: E.self, capacity: block) { elements in
    let elements = elements.baseAddress.unsafelyUnwrapped
    var done = 0
    while done < total {
      let count = min(block, total &- done)
      read(place &+ done, elements, count)
      let to = target + done &* step
      let whole = min(count, (room &- done &* step) / step)
      if step == 2 {
        for i in 0..<whole {
          let pair = to.advanced(by: 2 &* i)
          pair[0] = elements[i]
          pair[1] = value
        }
      } else {
        to.update(repeating: value, count: whole &* step)
        for i in 0..<whole { to[i &* step] = elements[i] }
      }
      if whole < count {
        to[whole &* step] = elements[whole]
        let rest = room &- (done &+ whole) &* step &- 1
        to.advanced(by: whole &* step &+ 1).update(repeating: value, count: rest)
      }
      done &+= count
    }
  }
}
