import LanewiseKernels

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

  private static let block = 32

  /// The program for a copy with this map; nil if it is not of the kind, or too small to matter.
  init?(source: Int32, result: Int32, width: Int, map: CollapsedMap, count: Int) {
    guard count >= 4096, map.rank >= 2, map.innerStride != 1, map.innerStride != 0, map.innerExtent >= 8,
      let axis = (0..<map.rank - 1).first(where: { map.strides[$0] == 1 && map.extents[$0] >= 8 })
    else { return nil }
    self.source = source
    self.result = result
    self.width = width
    self.map = map
    self.count = count
    contiguousAxis = axis
  }

  func run(_ buffers: Buffers) {
    // One unit is a band of blocks: all of the inner axis, a block of the contiguous one, one index of the others.
    let bands = (map.extents[contiguousAxis] + TransposeProgram.block - 1) / TransposeProgram.block
    var others = 1
    for axis in 0..<map.rank - 1 where axis != contiguousAxis { others *= map.extents[axis] }
    let unitElements = TransposeProgram.block * map.innerExtent
    let perChunk = max(1, TileLayout.chunk / unitElements)
    let units = bands * others
    let source = buffers[Int(source)]
    let result = buffers[Int(result)]
    Workers.run(chunks: (units + perChunk - 1) / perChunk, nanoseconds: count) { chunk in
      for unit in chunk * perChunk..<min(units, (chunk + 1) * perChunk) {
        let band = unit % bands * TransposeProgram.block
        var rest = unit / bands
        var from = map.offset + band
        var to = 0
        var rowLength = map.innerExtent
        var stride = 0
        for axis in Swift.stride(from: map.rank - 2, through: 0, by: -1) {
          if axis == contiguousAxis {
            stride = rowLength
            to += band * rowLength
          } else {
            from += rest % map.extents[axis] * map.strides[axis]
            to += rest % map.extents[axis] * rowLength
            rest /= map.extents[axis]
          }
          rowLength *= map.extents[axis]
        }
        let rows = min(TransposeProgram.block, map.extents[contiguousAxis] - band)
        let a = UnsafeRawPointer(bitPattern: source + from * width)!
        let b = UnsafeMutableRawPointer(bitPattern: result + to * width)!
        switch width {
        case 1: transpose(UInt8.self, a, b, rows, stride)
        case 2: transpose(UInt16.self, a, b, rows, stride)
        case 4: transpose(UInt32.self, a, b, rows, stride)
        case 8: transpose(UInt64.self, a, b, rows, stride)
        default: transpose(SIMD2<UInt64>.self, a, b, rows, stride)
        }
      }
    }
  }

  /// result[row · stride + column] = source[row + column · innerStride], for a band of rows and all columns.
  @inline(__always)
  private func transpose<T>(
    _: T.Type, _ source: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ rows: Int, _ stride: Int
  ) {
    let source = source.assumingMemoryBound(to: T.self)
    let result = result.assumingMemoryBound(to: T.self)
    let columns = map.innerExtent
    let step = map.innerStride
    var first = 0
    while first < columns {
      let last = min(columns, first &+ 16)
      var row = 0
      while row < rows {
        let target = result + row &* stride
        var from = source + (row &+ first &* step)
        var column = first
        while column < last {
          target[column] = from.pointee
          from += step
          column &+= 1
        }
        row &+= 1
      }
      first = last
    }
  }
}
