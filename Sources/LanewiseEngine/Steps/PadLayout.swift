/// Where the elements of a padded array come from: runs of them are an array's, in its order, or padding.
///
/// Along each dimension element i of the array comes to `low + i · step`; what comes to a place outside is cut away.
struct PadLayout: Equatable {
  /// Dimensions, of which each but the outermost is padded itself: those that are not are one with the next outer one.
  private(set) var rank = 0
  private var extents = SIMD8<Int>.zero, sources = SIMD8<Int>.zero, lows = SIMD8<Int>.zero, steps = SIMD8<Int>.zero

  init(_ step: PadStep, source: Shape, result: Shape) {
    for axis in 0..<result.rank {
      append(result[axis], source[axis], low: step.low[axis], step: step.interior[axis] + 1)
    }
    if rank == 0 { append(1, 1, low: 0, step: 1) }
  }

  private mutating func append(_ extent: Int, _ source: Int, low: Int, step: Int) {
    if rank > 0, steps[rank - 1] == 1, extent == source, low == 0, step == 1 {
      extents[rank - 1] *= extent
      sources[rank - 1] *= extent
      lows[rank - 1] *= extent
    } else {
      (extents[rank], sources[rank], lows[rank], steps[rank]) = (extent, source, low, step)
      rank += 1
    }
  }

  /// One dimension: of the result, of the array, and where that one's first element comes.
  typealias Dimension = (extent: Int, source: Int, low: Int)

  /// The dimensions if these are two, and neighbours stay neighbours in both.
  var matrix: (rows: Dimension, columns: Dimension)? {
    guard rank == 2, steps[0] == 1, steps[1] == 1 else { return nil }
    return ((extents[0], sources[0], lows[0]), (extents[1], sources[1], lows[1]))
  }

  /// What the padded array has of the array, if that is all of it, with neighbours side by side.
  var inside: IndexMap? {
    let axes = 0..<rank
    guard axes.allSatisfy({ steps[$0] == 1 && lows[$0] >= 0 && lows[$0] + sources[$0] <= extents[$0] }) else {
      return nil
    }
    let strides = Shape(axes.map { extents[$0] }).strides
    return IndexMap(
      shape: Shape(axes.map { sources[$0] }), strides: axes.map { strides[$0] },
      offset: axes.reduce(0) { $0 + lows[$1] * strides[$1] })
  }

  /// The array that is padded to be this one's, in one layout with this; nil if there is none, or padding between rows.
  func composed(with inner: PadLayout) -> PadLayout? {
    guard hasWholeRows, inner.hasWholeRows, sources[1] == inner.row else { return nil }
    let reach = inner.lows[1] + (inner.sources[1] - 1) * inner.step + 1
    guard inner.lows[1] >= 0, reach <= inner.row else { return nil }
    var result = self
    result.sources[1] = inner.sources[1]
    result.lows[1] += step * inner.lows[1]
    result.steps[1] *= inner.step
    return result
  }

  /// Whether each innermost row has one of the array's: there is padding within rows alone.
  private var hasWholeRows: Bool { rank == 2 && steps[0] == 1 && lows[0] == 0 && extents[0] == sources[0] }

  /// Where each element of an innermost row comes from in a row of the array, nil for padding, and what such a row has; nil
  /// if there is padding between rows.
  var columns: (places: [Int?], source: Int)? {
    guard hasWholeRows else { return nil }
    let places = (0..<row).map { place -> Int? in
      let position = place - lows[1]
      return position >= 0 && position % step == 0 && position / step < sources[1] ? position / step : nil
    }
    return (places, sources[1])
  }

  /// Elements of an innermost row of the result.
  var row: Int { extents[rank - 1] }
  /// How far apart neighbours of an innermost row lie in the result.
  var step: Int { steps[rank - 1] }

  /// Calls `body` for one run after the other of the result's `count` elements from `start` on: with the run's length,
  /// and with the place in the array of the first of its elements that is one of the array's, and how far behind the
  /// run's begin that is; those after it lie every ``step`` elements. The place is nil where all is padding.
  @inline(__always)
  func forEachRun(from start: Int, _ count: Int, _ body: (_ count: Int, _ source: Int?, _ first: Int) -> Void) {
    let (row, low, step, source) = (row, lows[rank - 1], step, sources[rank - 1])
    let reach = max(0, (source &- 1) &* step &+ 1)
    var number = start / row
    var place = start % row
    var left = count
    while left > 0 {
      let rowInSource = rowInSource(number)
      while place < row, left > 0 {
        let position = place &- low
        var run = min(left, row &- place)
        if let rowInSource, position >= 0, position < reach {
          run = min(run, reach &- position)
          let element = step == 1 ? position : (position &+ step &- 1) / step
          body(run, rowInSource &* source &+ element, element &* step &- position)
        } else {
          if position < 0 { run = min(run, -position) }
          body(run, nil, 0)
        }
        place &+= run
        left &-= run
      }
      place = 0
      number &+= 1
    }
  }

  /// The place in the array of the first of the result's `count` elements from `start` on, if all of them are the array's,
  /// side by side.
  func run(from start: Int, _ count: Int) -> Int? {
    let (row, low, source) = (row, lows[rank - 1], sources[rank - 1])
    let position = start % row - low
    guard step == 1, position >= 0, position + count <= source else { return nil }
    return rowInSource(start / row).map { $0 * source + position }
  }

  /// The array's row that comes to the result's row of this number; nil if all of that is padding.
  @inline(__always)
  private func rowInSource(_ number: Int) -> Int? { rank == 1 ? (number == 0 ? 0 : nil) : outerRow(number) }

  private func outerRow(_ number: Int) -> Int? {
    var (rest, row, factor) = (number, 0, 1)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      let position = rest % extents[axis] - lows[axis]
      rest /= extents[axis]
      let element = position / steps[axis]
      guard position >= 0, element * steps[axis] == position, element < sources[axis] else { return nil }
      row += element * factor
      factor *= sources[axis]
    }
    return row
  }
}
