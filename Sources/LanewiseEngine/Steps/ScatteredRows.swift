/// Whole rows that go to places of an array, where one index says where each goes: the gradient of an embedding.
///
/// Each of several parts of the array, one for each thread, is given the updates that go there: those to one place stay
/// in one part, and thus in their order. What goes elsewhere is sorted out without a branch, which would be foreseen
/// every other time.
struct ScatteredRows<E: Element> {
  let indices: UnsafePointer<Int32>
  let updates: UnsafePointer<E>
  let result: UnsafeMutablePointer<E>
  /// Updates.
  let count: Int
  /// The last row that there is, and elements of a row.
  let last, length: Int
  let isClipping: Bool

  /// Updates that are looked at before they are combined.
  private static var block: Int { 512 }

  /// - `rows`: those of the array that are the part's.
  @inline(__always)
  func combine<F: ElementFold>(_ rows: Range<Int>, _ fold: F.Type) {
    // In variables of the loop's own: what it stores could else be a part of `self`.
    let (indices, last, length, updateCount) = (indices, last, length, self.count)
    let (first, count) = (rows.lowerBound, rows.count)
    let target = result + first * length
    withScratch(Int.self, 2 * Self.block) { places in
      let numbers = places + Self.block
      var start = 0
      while start < updateCount {
        let end = min(start + Self.block, updateCount)
        var kept = 0
        @inline(__always) func sort(_ index: (Int) -> Int) {
          for update in start..<end {
            let place = index(Int(indices[update])) &- first
            places[kept] = place
            numbers[kept] = update
            // 1 where place − count borrows and place is not negative.
            kept &+= ((place &- count) & ~place) >> (Int.bitWidth - 1) & 1
          }
        }
        if isClipping { sort { max(0, min($0, last)) } } else { sort { $0 } }
        for i in 0..<kept {
          combineRun(target + places[i] &* length, updates + numbers[i] &* length, length, fold)
        }
        start = end
      }
    }
  }
}

/// target = fold(target, source), four at a time, all read before one is written: then they need not be proven apart to
/// be combined at once.
@inline(__always)
func combineRun<E: Element, F: ElementFold>(
  _ target: UnsafeMutablePointer<E>, _ source: UnsafePointer<E>, _ count: Int, _: F.Type
) {
  var j = 0
  while j &+ 4 <= count {
    let (to, from) = (target + j, source + j)
    let (a, b) = (F.apply(to[0], from[0]), F.apply(to[1], from[1]))
    let (c, d) = (F.apply(to[2], from[2]), F.apply(to[3], from[3]))
    (to[0], to[1], to[2], to[3]) = (a, b, c, d)
    j &+= 4
  }
  while j < count {
    target[j] = F.apply(target[j], source[j])
    j &+= 1
  }
}
