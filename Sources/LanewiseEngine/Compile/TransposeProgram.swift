import LanewiseKernelABI
import LanewiseShims

/// A copy whose result runs across the rows of its source: a transpose. Done block by block, so that every line of
/// memory that is fetched is used while it is near.
struct TransposeProgram {
  let source: Int32
  let result: Int32
  let width: Int
  let map: CollapsedMap
  let count: Int
  /// The axis that the source is contiguous along.
  private let contiguousAxis: Int

  private static let block = 64
  static let fewestElements = 4096

  /// The program for a copy with this map; nil if it is not of the kind, or too small to matter.
  init?(source: Int32, result: Int32, width: Int, map: CollapsedMap, count: Int) {
    guard count >= TransposeProgram.fewestElements, let axis = TransposeProgram.contiguousAxis(of: map, width: width)
    else {
      return nil
    }
    self.source = source
    self.result = result
    self.width = width
    self.map = map
    self.count = count
    contiguousAxis = axis
  }

  /// The axis that the source is contiguous along; nil if the map shows no transpose, or a narrow one.
  static func contiguousAxis(of map: CollapsedMap, width: Int) -> Int? {
    // A kernel leaves lanes empty where it turns few, but puts a few rows together as it likes.
    let hasKernel = width >= 4 && KernelTable.kernel(KernelIndex.transpose(byteWidth: width)) != nil
    guard map.rank >= 2, map.innerStride != 1, map.innerStride != 0 else { return nil }
    return (0..<map.rank - 1).first { axis in
      let fewestColumns = hasKernel && axis == map.rank - 2 ? 3 : 8
      return map.strides[axis] == 1 && map.extents[axis] >= (hasKernel ? 5 : 8) && map.innerExtent >= fewestColumns
    }
  }

  func run(_ buffers: Buffers) {
    // One unit is a block of the contiguous axis by a part of the inner one, with one index of the others. The last block
    // and part have what is left as well.
    let extent = map.extents[contiguousAxis]
    let height = max(TransposeProgram.block, TileLayout.chunk / map.innerExtent & ~(TransposeProgram.block - 1))
    let blocks = max(1, extent / height)
    let parts = max(1, min(extent, height) * map.innerExtent / TileLayout.chunk)
    let part = (map.innerExtent + parts - 1) / parts + 15 & ~15
    var others = 1
    for axis in 0..<map.rank - 1 where axis != contiguousAxis { others *= map.extents[axis] }
    let units = blocks * parts * others
    let perChunk = max(1, TileLayout.chunk * units / count)
    let source = buffers[Int(source)]
    let result = buffers[Int(result)]
    Workers.run(chunks: (units + perChunk - 1) / perChunk, nanoseconds: count) { chunk in
      for unit in chunk * perChunk..<min(units, (chunk + 1) * perChunk) {
        let first = unit % parts * part
        let block = unit / parts % blocks * height
        var rest = unit / parts / blocks
        var from = map.offset + block + first * map.innerStride
        var to = first
        var rowLength = map.innerExtent
        var stride = 0
        for axis in Swift.stride(from: map.rank - 2, through: 0, by: -1) {
          if axis == contiguousAxis {
            stride = rowLength
            to += block * rowLength
          } else {
            from += rest % map.extents[axis] * map.strides[axis]
            to += rest % map.extents[axis] * rowLength
            rest /= map.extents[axis]
          }
          rowLength *= map.extents[axis]
        }
        let left = extent - block
        let rows = left < 2 * height ? left : height
        let columns = min(part, map.innerExtent - first)
        if columns > 0 { transpose(source + from * width, result + to * width, rows, columns, stride) }
      }
    }
  }

  /// Makes some rows of the transpose of a matrix, on this thread.
  func run(_ buffers: Buffers, rows: Range<Int>) {
    let columns = map.innerExtent
    transpose(
      buffers[Int(source)] + (map.offset + rows.lowerBound) * width,
      buffers[Int(result)] + rows.lowerBound * columns * width, rows.count, columns, columns)
  }

  private func transpose(_ source: Int, _ result: Int, _ rows: Int, _ columns: Int, _ stride: Int) {
    let source = UnsafeRawPointer(bitPattern: source)!
    let result = UnsafeMutableRawPointer(bitPattern: result)!
    switch width {
    case 1: transpose(UInt8.self, source, result, rows, columns, stride)
    case 2: transpose(UInt16.self, source, result, rows, columns, stride)
    case 4: transpose(UInt32.self, source, result, rows, columns, stride)
    case 8: transpose(UInt64.self, source, result, rows, columns, stride)
    default: transpose(SIMD2<UInt64>.self, source, result, rows, columns, stride)
    }
  }

  /// result[row · stride + column] = source[row + column · innerStride], for some rows and columns.
  ///
  /// A tile is a cache line of the source by as many columns. It is turned in a buffer of its own, so that each line
  /// of memory is read and written once, whole: at strides of a power of two, lines drive each other out of the cache.
  /// No processor foresees the lines of the next tiles, so they are asked for. A kernel does the same in registers.
  @inline(__always)
  private func transpose<T: BitwiseCopyable>(
    _: T.Type, _ source: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ rows: Int, _ columns: Int,
    _ stride: Int
  ) {
    let source = source.assumingMemoryBound(to: T.self)
    let result = result.assumingMemoryBound(to: T.self)
    let step = map.innerStride
    let side = max(1, 64 / MemoryLayout<T>.stride)
    if let kernel = KernelTable.kernel(KernelIndex.transpose(byteWidth: width)) {
      var turning = lw_turning(
        source_row: Int64(step &* width), result_row: Int64(stride &* width), height: Int64(rows))
      return callKernel(kernel, result: result, source, &turning, count: columns)
    }
    withUnsafeTemporaryAllocation(of: T.self, capacity: side * side) { buffer in
      let tile = buffer.baseAddress.unsafelyUnwrapped
      for row in Swift.stride(from: 0, to: rows, by: side) {
        for column in Swift.stride(from: 0, to: columns, by: side) {
          let from = source + (row &+ column &* step)
          let to = result + (row &* stride &+ column)
          for i in 0..<side {
            lanewise_prefetch(from + (2 &* side &+ i) &* step)
            lanewise_prefetch(to + (2 &* side &+ i &* stride))
          }
          let (height, width) = (min(side, rows &- row), min(side, columns &- column))
          if height == side && width == side {
            TransposeProgram.turn(from, step, tile, side)
            for i in 0..<side { (to + i &* stride).update(from: tile + i &* side, count: side) }
          } else {
            for i in 0..<height {
              for j in 0..<width { to[i &* stride &+ j] = from[i &+ j &* step] }
            }
          }
        }
      }
    }
  }

  /// tile[i · side + j] = source[i + j · step], in blocks of 64-bit words: elements change places within words by
  /// exchanging ever smaller halves between them.
  @inline(__always)
  private static func turn<T: BitwiseCopyable>(
    _ source: UnsafePointer<T>, _ step: Int, _ tile: UnsafeMutablePointer<T>, _ side: Int
  ) {
    let bits = 8 * MemoryLayout<T>.stride
    let inWord = 64 / bits
    guard inWord > 1 else {
      for j in 0..<side {
        for i in 0..<side { tile[i &* side &+ j] = source[i &+ j &* step] }
      }
      return
    }
    typealias Words = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
    var j = 0
    while j < side {
      var i = 0
      while i < side {
        var block: Words = (0, 0, 0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &block) { bytes in
          let words = bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt64.self)
          for k in 0..<inWord {
            words[k] = UnsafeRawPointer(source + (i &+ (j &+ k) &* step)).loadUnaligned(as: UInt64.self)
          }
          var half = inWord / 2
          while half > 0 {
            let shift = UInt64(half &* bits)
            // The lower halves of every pair of halves.
            let mask: UInt64 = shift == 32 ? 0xffff_ffff : shift == 16 ? 0xffff_0000_ffff : 0xff_00ff_00ff_00ff
            for k in 0..<inWord where k & half == 0 {
              let moved = ((words[k] &>> shift) ^ words[k &+ half]) & mask
              words[k &+ half] ^= moved
              words[k] ^= moved &<< shift
            }
            half /= 2
          }
          for k in 0..<inWord {
            UnsafeMutableRawPointer(tile + ((i &+ k) &* side &+ j)).storeBytes(of: words[k], as: UInt64.self)
          }
        }
        i &+= inWord
      }
      j &+= inWord
    }
  }
}
