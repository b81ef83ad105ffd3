import LanewiseKernelABI
import LanewiseShims

/// Short rows of elements of 32 bits, each from the same places of its row of one array: columns that are left out, turned
/// round or rolled.
struct RowPermutation: BitwiseCopyable {
  /// Elements of a row, here and in the array.
  private let row, sourceRow: Int
  private var permutation = lw_permutation()

  private static let longestRow = 16

  /// Nil if no kernel does it.
  ///
  /// - `places`: of a row's elements, counted from where its row of the array begins.
  init?(_ places: [Int], sourceRow: Int) {
    let row = places.count
    guard 2...Self.longestRow ~= row, sourceRow > 0, KernelTable.kernel(KernelIndex.permuteRows) != nil else {
      return nil
    }
    (self.row, self.sourceRow) = (row, sourceRow)
    // As many rows as fill whole vectors.
    let rows = 16 >> min(row.trailingZeroBitCount, 4)
    let vectors = rows * row / 16
    permutation.vectors = Int64(vectors)
    permutation.advance = Int64(rows * sourceRow)
    let isNear = withUnsafeMutableBytes(of: &permutation) { memory in
      (0..<vectors).allSatisfy { vector in
        let positions = (vector * 16..<vector * 16 + 16).map { $0 / row * sourceRow + places[$0 % row] }
        let first = positions.min()!
        memory.storeBytes(of: Int64(first), toByteOffset: Self.offset(vector), as: Int64.self)
        for (lane, position) in positions.enumerated() {
          memory.storeBytes(of: Int32(position - first), toByteOffset: Self.lane(16 * vector + lane), as: Int32.self)
        }
        return positions.max()! - first < 32
      }
    }
    guard isNear else { return nil }
  }

  /// What a map shows of an array, in rows of so many elements.
  init?(_ map: CollapsedMap, columns: Int) {
    guard let (places, row) = Self.places(map, columns) else { return nil }
    self.init(places, sourceRow: row)
  }

  /// Rows of which the first elements are what one map shows of an array, the others what another shows of it.
  init?(_ join: Join, _ first: CollapsedMap, _ second: CollapsedMap) {
    guard join.row <= Self.longestRow, let (places, row) = Self.places(first, join.first),
      let (others, otherRow) = Self.places(second, join.row - join.first), row == otherRow
    else { return nil }
    self.init(places + others, sourceRow: row)
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

  private static func offset(_ vector: Int) -> Int {
    MemoryLayout<lw_permutation>.offset(of: \.offset)! + 8 * vector
  }

  private static func lane(_ element: Int) -> Int {
    MemoryLayout<lw_permutation>.offset(of: \.lane)! + 4 * element
  }
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
  fileprivate static func copy(
    _ rows: UnsafePointer<RowPermutation>, from source: UnsafeRawPointer, start: Int,
    to result: UnsafeMutableRawPointer, _ count: Int
  ) {
    let (row, sourceRow) = (rows.pointee.row, rows.pointee.sourceRow)
    let memory = UnsafeRawPointer(rows) + MemoryLayout<RowPermutation>.offset(of: \.permutation)!
    // The rest of a row that the tile before began.
    let place = start % row
    let head = place == 0 ? 0 : min(count, row - place)
    let first = source + start / row * sourceRow * 4
    for i in 0..<head {
      // The first row's places are all in the first vector.
      let position =
        memory.load(fromByteOffset: offset(0), as: Int.self)
        + Int(memory.load(fromByteOffset: lane(place + i), as: Int32.self))
      (result + 4 * i).copyMemory(from: first + position * 4, byteCount: 4)
    }
    guard head < count else { return }
    callKernel(
      KernelTable.kernel(KernelIndex.permuteRows)!, result: result + 4 * head,
      first + (place == 0 ? 0 : sourceRow * 4), memory, count: count - head)
  }
}
