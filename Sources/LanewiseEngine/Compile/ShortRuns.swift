/// Runs of a few elements of 32 bits, four at a time.
struct ShortRuns {
  private typealias Four = SIMD4<UInt32>

  let result: UnsafeMutableRawPointer, source: UnsafeRawPointer
  /// How many runs, and how many elements apart they begin.
  let count: Int, stride: Int

  /// Copies runs of so many elements, forwards or backwards, to one after the other; gives how many: all of four and more
  /// elements, all but one of two or three, whose copy of four the next run mends.
  @inline(never)
  func copy(_ extent: Int, isReversed: Bool) -> Int {
    let copied = extent < 4 ? count &- 1 : count
    // Loops for the lengths that are common: the compiler knows how often they go round.
    switch extent {
    case 2: either(2, isReversed, copied)
    case 3: either(3, isReversed, copied)
    case 4: either(4, isReversed, copied)
    case 5...8: either(extent, isReversed, copied, fours: 2)
    default: either(extent, isReversed, copied, fours: (extent &+ 3) / 4)
    }
    return copied
  }

  @inline(__always) private func either(_ extent: Int, _ isReversed: Bool, _ copied: Int, fours: Int = 1) {
    if isReversed { copy(extent, true, copied, fours) } else { copy(extent, false, copied, fours) }
  }

  @inline(__always) private func copy(_ extent: Int, _ isReversed: Bool, _ copied: Int, _ fours: Int) {
    var (to, from) = (result, source)
    var left = copied
    while left > 0 {
      if extent < 4 {
        let four = (from - (isReversed ? (extent &- 1) &* 4 : 0)).loadUnaligned(as: Four.self)
        let turned = extent == 2 ? Four(four.y, four.x, four.z, four.w) : Four(four.z, four.y, four.x, four.w)
        to.storeBytes(of: isReversed ? turned : four, as: Four.self)
      } else {
        for number in 0..<fours {
          // The last four may be there already in part.
          let place = number == fours &- 1 ? extent &- 4 : number &* 4
          let four = (from + (isReversed ? -place &- 3 : place) &* 4).loadUnaligned(as: Four.self)
          (to + place &* 4).storeBytes(of: isReversed ? Four(four.w, four.z, four.y, four.x) : four, as: Four.self)
        }
      }
      to += extent &* 4
      from += stride &* 4
      left &-= 1
    }
  }
}
