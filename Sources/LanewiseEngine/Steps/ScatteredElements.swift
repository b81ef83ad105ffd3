/// Single elements that go to places of an array, where one index says where each goes: the commonest scatter.
///
/// Elements are combined one after the other, in the order of the indices: two threads would spend more on finding out
/// whose an element is than one spends on adding it. Only sums of many elements in few places are made in parts, as many
/// as there are elements for, whatever the number of threads: the parts are sums of their own, added in their order.
struct ScatteredElements<E: Element, I: FixedWidthInteger> {
  let indices: UnsafePointer<I>
  let updates: UnsafePointer<E>
  let result: UnsafeMutablePointer<E>
  /// Updates.
  let count: Int
  /// The last index that there is, and how far apart neighbours lie.
  let last, stride: Int
  let isClipping: Bool

  /// Elements of a part.
  private static var smallestPart: Int { 1 << 15 }

  @inline(__always)
  func combine<F: ElementFold>(_ fold: F.Type) {
    if fold == SumFold.self, count / 16 > last { return sumInParts() }
    combine(0..<count, into: result, fold)
  }

  @inline(__always)
  private func combine<F: ElementFold>(_ range: Range<Int>, into target: UnsafeMutablePointer<E>, _: F.Type) {
    // In variables of the loop's own: what it stores could else be a part of `self`.
    let (indices, updates, last, stride) = (indices, updates, last, stride)
    if isClipping {
      for update in range {
        let element = target + max(0, min(Int(truncatingIfNeeded: indices[update]), last)) &* stride
        element.pointee = F.apply(element.pointee, updates[update])
      }
    } else {
      for update in range {
        let index = Int(truncatingIfNeeded: indices[update])
        guard UInt(bitPattern: index) <= UInt(bitPattern: last) else { continue }
        let element = target + index &* stride
        element.pointee = F.apply(element.pointee, updates[update])
      }
    }
  }

  @inline(__always)
  private func sumInParts() {
    let parts = max(1, min(8, count / Self.smallestPart))
    let places = last + 1
    guard parts > 1, stride == 1 else { return combine(0..<count, into: result, SumFold.self) }
    withScratch(E.self, parts * places) { sums in
      Workers.run(chunks: parts, nanoseconds: count) { part in
        let own = sums + part * places
        own.update(repeating: E.emptySum, count: places)
        combine(count * part / parts..<count * (part + 1) / parts, into: own, SumFold.self)
      }
      for part in 0..<parts {
        for place in 0..<places { result[place] = E.sum(result[place], sums[part * places + place]) }
      }
    }
  }
}
