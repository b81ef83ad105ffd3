/// Runs of a few elements of 32 bits, four at a time.
enum ShortRuns {
  private typealias Four = SIMD4<UInt32>

  /// Copies runs, forwards or backwards, that begin `runStride` elements apart, to one after the other; gives how many:
  /// all of four and more elements, all but one of two or three, whose copy of four the next run mends.
  @inline(never)
  static func copy(
    _ result: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ runs: Int, _ extent: Int, isReversed: Bool,
    _ runStride: Int
  ) -> Int {
    let done = extent < 4 ? runs &- 1 : runs
    var (to, from) = (result, source)
    var run = 0
    while run < done {
      if extent < 4 {
        let four = (from - (isReversed ? (extent &- 1) &* 4 : 0)).loadUnaligned(as: Four.self)
        let turned = extent == 2 ? Four(four.y, four.x, four.z, four.w) : Four(four.z, four.y, four.x, four.w)
        to.storeBytes(of: isReversed ? turned : four, as: Four.self)
      } else {
        var i = 0
        while i < extent {
          // The last four may be there already in part.
          let place = min(i, extent &- 4)
          if isReversed {
            let four = (from - (place &+ 3) &* 4).loadUnaligned(as: Four.self)
            (to + place &* 4).storeBytes(of: Four(four.w, four.z, four.y, four.x), as: Four.self)
          } else {
            (to + place &* 4).storeBytes(of: (from + place &* 4).loadUnaligned(as: Four.self), as: Four.self)
          }
          i &+= 4
        }
      }
      to += extent &* 4
      from += runStride &* 4
      run &+= 1
    }
    return done
  }
}
