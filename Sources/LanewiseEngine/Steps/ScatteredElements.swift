import LanewiseShims

/// Single elements that go to places of an array, where one index says where each goes: the commonest scatter.
///
/// Elements are combined one after the other, in the order of the indices: two threads would spend more on finding out
/// whose an element is than one spends on adding it. Only sums and extremes of many elements in few places are made in
/// parts, as many as there are elements for, whatever the number of threads: the parts are results of their own, which
/// are combined in their order.
struct ScatteredElements<E: Element> {
  let indices: UnsafePointer<Int32>
  let updates: UnsafePointer<E>
  let result: UnsafeMutablePointer<E>
  /// Updates.
  let count: Int
  /// The last index that there is, and how far apart neighbours lie.
  let last, stride: Int
  let isClipping: Bool

  /// How many elements ahead the cache line of one is asked for, in an array of more bytes than are near. As many indices
  /// may be read behind the last: every block has its padding.
  private static var lookahead: Int { 24 }
  private static var near: Int { 1 << 15 }

  /// Elements of a part.
  private static var smallestPart: Int { 1 << 15 }

  @inline(__always)
  func combine<F: ElementFold>(_ fold: F.Type) {
    let parts = max(1, min(8, count / Self.smallestPart))
    if isInParts(fold), parts > 1, stride == 1, count / 16 > last { return combineInParts(parts, fold) }
    combine(0..<count, into: result, fold)
  }

  /// What is 0 for sums, and for extremes the array itself, changes nothing when it is combined once more.
  @inline(__always)
  private func isInParts<F: ElementFold>(_ fold: F.Type) -> Bool {
    fold == SumFold.self || fold == MaximumFold.self || fold == MinimumFold.self
  }

  @inline(__always)
  private func combine<F: ElementFold>(_ range: Range<Int>, into target: UnsafeMutablePointer<E>, _: F.Type) {
    // In variables of the loop's own: what it stores could else be a part of `self`.
    let (indices, updates, last, stride) = (indices, updates, last, stride)
    @inline(__always) func combine(_ update: Int) {
      let index = Int(indices[update])
      guard UInt(bitPattern: index) <= UInt(bitPattern: last) else { return }
      let element = target + index &* stride
      element.pointee = F.apply(element.pointee, updates[update])
    }
    if isClipping {
      for update in range {
        let element = target + max(0, min(Int(indices[update]), last)) &* stride
        element.pointee = F.apply(element.pointee, updates[update])
      }
    } else if (last &+ 1) &* stride &* MemoryLayout<E>.stride > Self.near {
      for update in range {
        lanewise_prefetch(target + Int(indices[update &+ Self.lookahead]) &* stride)
        combine(update)
      }
    } else {
      for update in range { combine(update) }
    }
  }

  @inline(__always)
  private func combineInParts<F: ElementFold>(_ parts: Int, _ fold: F.Type) {
    let places = last + 1
    withScratch(E.self, parts * places) { results in
      Workers.run(chunks: parts, nanoseconds: count) { part in
        let own = results + part * places
        if fold == SumFold.self {
          own.update(repeating: E.emptySum, count: places)
        } else {
          own.update(from: result, count: places)
        }
        combine(count * part / parts..<count * (part + 1) / parts, into: own, fold)
      }
      for part in 0..<parts {
        for place in 0..<places { result[place] = F.apply(result[place], results[part * places + place]) }
      }
    }
  }
}
