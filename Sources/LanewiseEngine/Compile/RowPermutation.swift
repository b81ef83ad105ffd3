import LanewiseKernelABI
import LanewiseShims

/// Short rows of elements of 4 or 8 bytes, each from the same places of its row of one array: columns that are left out,
/// turned round or rolled, and padding between them.
struct RowPermutation: BitwiseCopyable {
  /// Words of 32 bits of an element, of a row here, and of one of the array.
  private let width, row, sourceRow: Int
  private var permutation = lw_permutation()

  /// Of an element.
  var byteWidth: Int { 4 * width }

  /// Words.
  static let longestRow = Int(LW_PERMUTED_VECTORS)

  /// What is where no element comes to.
  enum Rest {
    case fill(UInt64)
    case unchanged
  }

  /// Nil if no kernel does it.
  ///
  /// - `places`: of a row's elements, counted from where its row of the array begins; nil for those that none comes to.
  init?(_ places: [Int?], sourceRow: Int, byteWidth: Int, rest: Rest = .fill(0)) {
    let width = byteWidth / 4
    let row = places.count * width
    guard byteWidth == 4 || byteWidth == 8, places.count > 1, row <= Self.longestRow, sourceRow > 0,
      KernelTable.kernel(KernelIndex.permuteRows) != nil
    else { return nil }
    (self.width, self.row, self.sourceRow) = (width, row, sourceRow * width)
    // As many rows as fill whole vectors.
    let rows = 16 >> min(row.trailingZeroBitCount, 4)
    permutation.vectors = Int64(rows * row / 16)
    permutation.advance = Int64(rows * self.sourceRow)
    var fill: UInt64 = 0
    switch rest {
    case .fill(let bits): fill = bits
    case .unchanged: permutation.is_laid_over = 1
    }
    /// Where a word comes from; negative if from nowhere.
    func position(_ word: Int) -> Int {
      let (number, inRow) = (word / row, word % row)
      guard let place = places[inRow / width] else { return -1 }
      return (number * sourceRow + place) * width + inRow % width
    }
    for vector in 0..<rows * row / 16 {
      var (first, last) = (Int.max, -1)
      for lane in 0..<16 {
        let position = position(16 * vector + lane)
        if position >= 0 { (first, last) = (min(first, position), max(last, position)) }
      }
      guard last - first < 32 || last < 0 else { return nil }
      set(vector, offset: last < 0 ? 0 : first) { lane in
        let position = position(16 * vector + lane)
        if position >= 0 { return (position - first, true) }
        return (Int(truncatingIfNeeded: fill >> (32 * (lane % width))), false)
      }
    }
  }

  private mutating func set(_ vector: Int, offset: Int, _ lane: (Int) -> (word: Int, isTaken: Bool)) {
    withUnsafeMutableBytes(of: &permutation) { memory in
      var taken: UInt16 = 0
      for i in 0..<16 {
        let (word, isTaken) = lane(i)
        if isTaken { taken |= 1 << i }
        memory.storeBytes(
          of: Int32(truncatingIfNeeded: word), toByteOffset: Self.lane(16 * vector + i), as: Int32.self)
      }
      memory.storeBytes(of: Int64(offset), toByteOffset: Self.offset(vector), as: Int64.self)
      memory.storeBytes(of: taken, toByteOffset: Self.taken(vector), as: UInt16.self)
    }
  }

  /// What a map shows of an array, in rows of so many elements.
  init?(_ map: CollapsedMap, columns: Int, byteWidth: Int) {
    guard let (places, row) = Self.places(map, columns) else { return nil }
    self.init(places, sourceRow: row, byteWidth: byteWidth)
  }

  /// Rows of which the first elements are what one map shows of an array, the others what another shows of it.
  init?(_ join: Join, _ first: CollapsedMap, _ second: CollapsedMap, byteWidth: Int) {
    guard join.row <= Self.longestRow, let (places, row) = Self.places(first, join.first),
      let (others, otherRow) = Self.places(second, join.row - join.first), row == otherRow
    else { return nil }
    self.init(places + others, sourceRow: row, byteWidth: byteWidth)
  }

  /// Rows of what a map shows of an array, and of padding.
  init?(_ pad: Pad, of map: CollapsedMap, byteWidth: Int) {
    guard pad.layout.row <= Self.longestRow, let columns = pad.layout.columns,
      let (places, row) = Self.places(map, columns.source)
    else { return nil }
    self.init(
      columns.places.map { $0.map { places[$0] } }, sourceRow: row, byteWidth: byteWidth,
      rest: .fill(pad.fill))
  }

  private static func places(_ map: CollapsedMap, _ columns: Int) -> ([Int], row: Int)? {
    let (stride, row): (Int, Int)
    switch map.rank {
    case 1: (stride, row) = (map.innerStride, columns * map.innerStride)
    case 2 where map.innerExtent == columns: (stride, row) = (map.innerStride, map.strides[0])
    default: return nil
    }
    return ((0..<columns).map { map.offset + $0 * stride }, row)
  }

  private static var isLaidOver: Int { MemoryLayout<lw_permutation>.offset(of: \.is_laid_over)! }

  private static func offset(_ vector: Int) -> Int {
    MemoryLayout<lw_permutation>.offset(of: \.offset)! + 8 * vector
  }

  private static func lane(_ word: Int) -> Int { MemoryLayout<lw_permutation>.offset(of: \.lane)! + 4 * word }

  private static func taken(_ vector: Int) -> Int { MemoryLayout<lw_permutation>.offset(of: \.taken)! + 2 * vector }
}

extension TileKernels {
  /// result = rows of a, as the row permutation at the immediate's address has them.
  static let permute: Kernel = { record, slots, count in
    let permutation = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<RowPermutation>.self)
    let source = UnsafeRawPointer(address(record, slots, Record.operands))
    RowPermutation.copy(
      permutation, from: source, start: slots.load(as: Int.self), to: address(record, slots, Record.result), count)
  }
}

extension RowPermutation {
  /// Elements of the result from `start` on. The permutation stays where it is: it is long.
  static func copy(
    _ rows: UnsafePointer<RowPermutation>, from source: UnsafeRawPointer, start: Int,
    to result: UnsafeMutableRawPointer, _ count: Int
  ) {
    let (width, row, sourceRow) = (rows.pointee.width, rows.pointee.row, rows.pointee.sourceRow)
    let (start, count) = (start &* width, count &* width)
    let memory = UnsafeRawPointer(rows) + MemoryLayout<RowPermutation>.offset(of: \.permutation)!
    // The rest of a row that the tile before began.
    let place = start % row
    let head = place == 0 ? 0 : min(count, row - place)
    let first = source + start / row * sourceRow * 4
    for i in 0..<head { copyWord(place + i, memory, first, result + 4 * i) }
    guard head < count else { return }
    callKernel(
      KernelTable.kernel(KernelIndex.permuteRows)!, result: result + 4 * head,
      first + (place == 0 ? 0 : sourceRow * 4), memory, count: count - head)
  }

  private static func copyWord(
    _ number: Int, _ permutation: UnsafeRawPointer, _ row: UnsafeRawPointer, _ result: UnsafeMutableRawPointer
  ) {
    let vector = number / 16
    var word = permutation.load(fromByteOffset: lane(number), as: Int32.self)
    if permutation.load(fromByteOffset: taken(vector), as: UInt16.self) >> (number % 16) & 1 != 0 {
      let place = permutation.load(fromByteOffset: offset(vector), as: Int.self) + Int(word)
      word = row.load(fromByteOffset: place * 4, as: Int32.self)
    } else if permutation.load(fromByteOffset: isLaidOver, as: Int64.self) != 0 {
      return
    }
    result.storeBytes(of: word, as: Int32.self)
  }
}
