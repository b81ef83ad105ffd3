/// Where the elements of every window are, found once for each axis, so that moving on from one window to the next, and
/// from one place of a window to the next, is a few additions.
struct WindowPlaces {
  /// Axes, and for each: how many places a window has, how many windows there are, and where its offsets start.
  let rank: Int
  let taps, counts, starts: UnsafeMutablePointer<Int>
  /// For each axis, window and place: the offset of the element, or what makes any sum negative, on the border.
  let offsets: UnsafeMutablePointer<Int>

  private static var onBorder: Int { -1 << 56 }

  /// Calls `body` with the places along the axes `first` and behind it, of an array in row-major order.
  static func with(_ window: Window, _ shape: Shape, _ counts: Shape, from first: Int, _ body: (WindowPlaces) -> Void) {
    let axes = first..<shape.rank
    let entries = axes.reduce(0) { $0 + counts[$1] * window.extents[$1] }
    withScratch(Int.self, 3 * axes.count + entries) { memory in
      let places = WindowPlaces(
        rank: axes.count, taps: memory, counts: memory + axes.count, starts: memory + 2 * axes.count,
        offsets: memory + 3 * axes.count)
      var entry = 0
      for (index, axis) in axes.enumerated() {
        let inner = AxisLayout(shape, axis: axis).inner
        places.taps[index] = window.extents[axis]
        places.counts[index] = counts[axis]
        places.starts[index] = entry
        for position in 0..<counts[axis] {
          for tap in 0..<window.extents[axis] {
            places.offsets[entry] = window.element(axis, position, tap, of: shape[axis]).map { $0 * inner } ?? onBorder
            entry += 1
          }
        }
      }
      body(places)
    }
  }

  /// One window, in memory for three numbers for every axis.
  struct Cursor {
    private let places: WindowPlaces
    private let position, row, tap: UnsafeMutablePointer<Int>

    init(_ places: WindowPlaces, at number: Int, in memory: UnsafeMutablePointer<Int>) {
      self.places = places
      position = memory
      row = memory + places.rank
      tap = memory + 2 * places.rank
      var rest = number
      for axis in (0..<places.rank).reversed() {
        position[axis] = rest % places.counts[axis]
        row[axis] = places.starts[axis] + position[axis] * places.taps[axis]
        rest /= places.counts[axis]
      }
    }

    /// Moves to the next window; after the last comes the first.
    @inline(__always) func advance() {
      var axis = places.rank - 1
      while axis >= 0 {
        position[axis] += 1
        row[axis] += places.taps[axis]
        if position[axis] < places.counts[axis] { return }
        position[axis] = 0
        row[axis] = places.starts[axis]
        axis -= 1
      }
    }

    /// Calls `body` with the offset of each of the window's elements, a negative one on the border, in row-major order.
    @inline(__always) func forEachOffset(_ body: (Int) -> Void) {
      let last = places.rank - 1
      guard last >= 0 else { return body(0) }
      for axis in 0..<last { tap[axis] = 0 }
      let inner = places.offsets + row[last]
      while true {
        var outer = 0
        for axis in 0..<last { outer &+= places.offsets[row[axis] &+ tap[axis]] }
        for tap in 0..<places.taps[last] { body(outer &+ inner[tap]) }
        var axis = last - 1
        while axis >= 0 {
          tap[axis] += 1
          if tap[axis] < places.taps[axis] { break }
          tap[axis] = 0
          axis -= 1
        }
        if axis < 0 { return }
      }
    }
  }
}
