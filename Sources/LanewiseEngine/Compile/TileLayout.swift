/// How a group's index range is cut into tiles.
///
/// Tiles do not cross the borders of segments. Where no operand asks for more, one segment is the whole range. A
/// group with broadcast or strided operands has segments within which each of them is one stream or one element; a
/// group that reduces has segments that belong to one result.
struct TileLayout {
  enum Mode {
    /// No reductions, or rows so short that a tile has several of them.
    case linear
    /// Rows of many elements, each folded to one.
    case rows
    /// Rows are folded elementwise, one onto the other.
    case columns
  }

  var mode = Mode.linear
  /// Elements of the range.
  var count: Int
  /// Elements of a segment; they divide the range.
  var segment: Int
  /// Elements of a tile at most.
  var tile: Int
  /// Whether operands may be addressed segment by segment: as one stream or one element each.
  var hasRowOperands = false
  /// Where the group is one of ``RowBlocks``: elements of a block.
  var block = 0
  /// Where it is not 0, tiles begin at multiples of it: what repeats with it is the same in every tile.
  private(set) var period = 0
  /// Whether every tile begins and ends at a multiple of 16 elements (or the range's end), so that kernels may store
  /// whole vectors into an array.
  var isAligned: Bool {
    (segment == count || segment % 16 == 0) && (tile % 16 == 0 || tile >= count) && pack == 1 && block % 16 == 0
  }
  /// In mode `columns`: rows that a tile has side by side.
  var pack = 1
  var reduction = Reduction(outer: 1, reduce: 1, inner: 1)

  var tilesPerSegment: Int { (segment + tile - 1) / tile }
  var tileCount: Int { count / segment * tilesPerSegment }
  /// The index of a tile's first element; tiles are counted through the whole range.
  func start(ofTile number: Int) -> Int {
    number / tilesPerSegment * segment + number % tilesPerSegment * tile
  }

  /// Halves the tile where so many registers would not stay in the first cache. An aligned layout stays one.
  mutating func shorten(registers: Int, bytesPerElement: Int) {
    let isShortRows = mode == .linear && reduction.reduce > 1
    guard segment == count, mode != .columns, !isShortRows else { return }
    while tile > 256, tile / 2 >= unit, registers * bytesPerElement * tile > TileLayout.cacheForRegisters {
      let half = tile / 2 / unit * unit
      guard half % 16 == 0 || !isAligned else { return }
      tile = half
    }
  }

  /// What a tile is a multiple of: where that is not too long, tiles end where vectors do.
  private var unit: Int {
    let aligned = leastCommonMultiple(period, 16)
    return period == 0 ? 1 : aligned <= TileLayout.longestPeriod ? aligned : period
  }

  /// Whether an operand is the same in every tile, but that the last may have less of it.
  func repeats(_ map: CollapsedMap) -> Bool {
    period > 0 && block == 0 && map.period.map { period % $0 == 0 } ?? false
  }

  private static let cacheForRegisters = 24 << 10

  /// Whether a segment's elements of an operand are one stream, or one element.
  func isRowOperand(_ map: CollapsedMap) -> Bool {
    hasRowOperands && (map.innerStride == 0 || map.innerStride == 1) && map.innerExtent % segment == 0
  }

  /// Elements that are worth handing to another thread.
  static let chunk = 32_768
  /// Below so many elements, segments cost more than filling tiles from strided operands.
  static let shortestSegment = 128
  /// Elements of an operand that repeats, if a tile is to have whole numbers of them.
  static let longestPeriod = 1024
  private static let shortestRow = 256

  /// - innerExtent: the greatest common divisor of the row lengths of all strided operands whose rows are long enough to
  ///   be segments, 0 if there are none.
  /// - period: the least common multiple of the lengths with which operands repeat, 0 if none does.
  init(count: Int, reduction: Reduction?, innerExtent: Int, period: Int = 0, mapCount: Int) {
    self.count = count
    // A reduction with little before it is bound by memory: long tiles. A chain's tiles must stay in the first cache.
    let preferred = mapCount <= 1 && reduction != nil ? TileLayout.tileOfFolds : 1024
    segment = count
    tile = preferred
    if let reduction {
      self.reduction = reduction
      if reduction.inner > 1 {
        mode = .columns
        segment = reduction.inner
      } else if reduction.reduce >= TileLayout.shortestRow || reduction.outer == 1 {
        mode = .rows
        segment = reduction.reduce
      } else {
        // Whole rows in a tile, as many as make it end at a multiple of 16 elements if there are enough.
        let aligned = 16 >> min(4, reduction.reduce.trailingZeroBitCount)
        let rows = max(1, 1024 / reduction.reduce)
        tile = reduction.reduce * (rows > aligned ? rows / aligned * aligned : rows)
        return
      }
    }
    if innerExtent > 0 {
      let common = greatestCommonDivisor(segment, innerExtent)
      if common >= TileLayout.shortestSegment {
        segment = common
        hasRowOperands = true
      }
    }
    if mode == .columns, !hasRowOperands, segment < TileLayout.shortestSegment {
      // A power of two, so that halves can be folded onto each other at the end.
      let most = max(1, min(reduction!.reduce, preferred / segment))
      pack = most.roundedDownToPowerOfTwo
      tile = segment * pack
      return
    }
    cut(reduction == nil && !hasRowOperands ? TileLayout.tileOfMaps : preferred)
    guard mode == .linear, segment == count, period > 0, period <= tile else { return }
    self.period = period
    tile = tile / unit * unit
  }

  /// Elements of a tile that nothing but folds reads.
  static let tileOfFolds = 2048
  /// Elements of a tile without folds, unless it has many registers: a call of a kernel takes as long as a few hundred of
  /// them.
  private static let tileOfMaps = 2048

  /// Cuts segments into tiles of about this length: of equal length, rather than full ones and a short one.
  mutating func cut(_ preferred: Int) {
    let tiles = (segment + preferred - 1) / preferred
    tile = segment == count ? preferred : ((segment + tiles - 1) / tiles + 15) / 16 * 16
  }
}

func leastCommonMultiple(_ a: Int, _ b: Int) -> Int { a / greatestCommonDivisor(a, b) * b }

func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
