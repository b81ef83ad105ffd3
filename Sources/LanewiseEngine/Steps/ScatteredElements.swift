/// Single elements that go to places of an array, where one index says where each goes: the commonest scatter.
///
/// What goes to one place is combined in the order of the indices. Only sums of many elements in few places are made in
/// parts, as many as there are elements for, whatever the number of threads: the parts are sums of their own, added in
/// their order.
struct ScatteredElements<E: Element, I: FixedWidthInteger> {
  let indices: UnsafePointer<I>
  let updates: UnsafePointer<E>
  let result: UnsafeMutablePointer<E>
  /// Updates.
  let count: Int
  /// The last index that there is, and how far apart neighbours lie.
  let last, stride: Int
  let isClipping: Bool

  static var worthSplitting: Int { 1 << 15 }

  @inline(__always)
  func combine<F: ElementFold>(_ fold: F.Type) {
    if fold == SumFold.self, count / 16 > last { return sumInParts() }
    guard count >= Self.worthSplitting, Workers.threadCount > 1, !Workers.isWorker else {
      return combine(0..<count, into: result, fold)
    }
    let parts = Workers.threadCount
    Workers.run(chunks: parts, nanoseconds: count) { part in
      combine(placesFrom: (last + 1) * part / parts, below: (last + 1) * (part + 1) / parts, fold)
    }
  }

  @inline(__always)
  private func place(_ update: Int) -> Int {
    let index = Int(truncatingIfNeeded: indices[update])
    return isClipping ? max(0, min(index, last)) : index
  }

  /// Some updates, all of their places.
  @inline(__always)
  private func combine<F: ElementFold>(_ range: Range<Int>, into target: UnsafeMutablePointer<E>, _: F.Type) {
    for update in range {
      let place = place(update)
      guard place >= 0, place <= last else { continue }
      let element = target + place &* stride
      element.pointee = F.apply(element.pointee, updates[update])
    }
  }

  /// All updates of some places.
  @inline(__always)
  private func combine<F: ElementFold>(placesFrom first: Int, below end: Int, _: F.Type) {
    let size = end - first
    let block = 512
    withScratch(Int.self, 2 * block) { own in
      let places = own + block
      var start = 0
      while start < count {
        // First which updates these are, without a branch that could not be foreseen: the sign of a difference.
        var found = 0
        for update in start..<min(start &+ block, count) {
          let place = place(update)
          own[found] = update
          places[found] = place
          let distance = place &- first
          found &+= Int(truncatingIfNeeded: UInt(bitPattern: (distance &- size) & ~distance) &>> 63)
        }
        for k in 0..<found {
          let element = result + places[k] &* stride
          element.pointee = F.apply(element.pointee, updates[own[k]])
        }
        start &+= block
      }
    }
  }

  @inline(__always)
  private func sumInParts() {
    let parts = max(1, min(8, count / Self.worthSplitting))
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
