import LanewiseKernelABI

/// What a map of more than two axes shows, where its innermost ones are short rows that are permuted: a line of such rows
/// after the other. An image that is enlarged, or small matrices turned.
struct PermutedLines: BitwiseCopyable {
  fileprivate let rows: RowPermutation
  /// Elements of a line.
  fileprivate let length: Int
  /// Where lines begin.
  fileprivate let lines: CollapsedMap

  /// Elements of a line that are worth a call.
  private static let shortestLine = 32

  /// Nil if there are no such rows, or they are copied as well as they are.
  init?(_ map: CollapsedMap, byteWidth: Int) {
    guard map.rank > 2, byteWidth == 4 || byteWidth == 8 else { return nil }
    // The longest rows that there are a kernel for, of as many of the innermost axes as they take.
    var axis = map.rank - 1
    var row = map.extents[axis]
    while axis > 1, row * map.extents[axis - 1] * byteWidth <= 4 * RowPermutation.longestRow {
      axis -= 1
      row *= map.extents[axis]
    }
    while axis < map.rank {
      let isCopiedWell = axis == map.rank - 1 && map.innerStride == 1 && row * byteWidth >= 64
      if isCopiedWell || row * map.extents[axis - 1] < Self.shortestLine { return nil }
      if let rows = Self.rows(map, from: axis, row, byteWidth) {
        self.rows = rows
        length = row * map.extents[axis - 1]
        var lines = CollapsedMap(rank: axis - 1, extents: map.extents, strides: map.strides, offset: 0)
        for other in axis - 1..<8 { (lines.extents[other], lines.strides[other]) = (1, 0) }
        self.lines = lines
        return
      }
      row /= map.extents[axis]
      axis += 1
    }
    return nil
  }

  private static func rows(_ map: CollapsedMap, from axis: Int, _ row: Int, _ byteWidth: Int) -> RowPermutation? {
    let places = (0..<row).map { element in
      var (rest, place) = (element, map.offset)
      for axis in stride(from: map.rank - 1, through: axis, by: -1) {
        place += rest % map.extents[axis] * map.strides[axis]
        rest /= map.extents[axis]
      }
      return place
    }
    return RowPermutation(places, sourceRow: map.strides[axis - 1], byteWidth: byteWidth)
  }
}

extension TileKernels {
  /// result = rows of a, as the permuted lines at the immediate's address have them.
  static let permuteLines: Kernel = { record, slots, count in
    let permuted = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<PermutedLines>.self)
    let memory = UnsafeRawPointer(permuted)
    let rows = (memory + MemoryLayout<PermutedLines>.offset(of: \.rows)!).assumingMemoryBound(to: RowPermutation.self)
    let lines = (memory + MemoryLayout<PermutedLines>.offset(of: \.lines)!).assumingMemoryBound(to: CollapsedMap.self)
    let source = UnsafeRawPointer(address(record, slots, Record.operands))
    var result = address(record, slots, Record.result)
    let length = permuted.pointee.length
    let start = slots.load(as: Int.self)
    var (line, place, left) = (start / length, start % length, count)
    while left > 0 {
      let run = min(left, length &- place)
      let first = source + lines.position(line) &* rows.pointee.byteWidth
      RowPermutation.copy(rows, from: first, start: place, to: result, run)
      result += run &* rows.pointee.byteWidth
      left &-= run
      line &+= 1
      place = 0
    }
  }
}
