import LanewiseKernelABI
import LanewiseShims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Instructions of a tile program that need to know where the tile is: slot 0 holds the index of its first element.
/// They touch exactly as many elements as the tile has.
enum TileKernels {
  /// What a load reads: elements of the block in slot a, as a map shows them; for a join, those of slot b's block too.
  struct Load {
    let map: CollapsedMap
    let second: CollapsedMap
    let join: Join

    init(map: CollapsedMap, second: CollapsedMap? = nil, join: Join = Join(row: 0, first: 0)) {
      self.map = map
      self.second = second ?? map
      self.join = join
    }
  }

  /// result = the elements that the map at the immediate's address shows.
  static func load(byteWidth: Int) -> Kernel {
    switch byteWidth {
    case 1: { TileKernels.load(UInt8.self, $0, $1, $2) }
    case 2: { TileKernels.load(UInt16.self, $0, $1, $2) }
    case 4: { TileKernels.load(UInt32.self, $0, $1, $2) }
    case 8: { TileKernels.load(UInt64.self, $0, $1, $2) }
    default: { TileKernels.load(SIMD2<UInt64>.self, $0, $1, $2) }
    }
  }

  /// result = the rows that the join at the immediate's address makes of a's and b's.
  static func join(byteWidth: Int) -> Kernel {
    switch byteWidth {
    case 1: { TileKernels.join(UInt8.self, $0, $1, $2) }
    case 2: { TileKernels.join(UInt16.self, $0, $1, $2) }
    case 4: { TileKernels.join(UInt32.self, $0, $1, $2) }
    case 8: { TileKernels.join(UInt64.self, $0, $1, $2) }
    default: { TileKernels.join(SIMD2<UInt64>.self, $0, $1, $2) }
    }
  }

  /// result = a; the immediate is the width of an element.
  static let copy: Kernel = { record, slots, count in
    let width = record.load(fromByteOffset: Record.immediate, as: Int.self)
    memcpy(address(record, slots, Record.result), address(record, slots, Record.operands), count &* width)
  }

  /// result[0] = what a kernel makes of a[0]; the immediate is its entry.
  static let first: Kernel = { record, slots, count in
    KernelTable.kernel(record.load(fromByteOffset: Record.immediate, as: Int.self))!(record, slots, 1)
  }

  /// result = the tile's indices; the immediate is the entry of the lane's iota kernel.
  static let iota: Kernel = { record, slots, count in
    let entry = record.load(fromByteOffset: Record.immediate, as: Int.self)
    withUnsafeTemporaryAllocation(byteCount: Record.byteCount, alignment: 8) { own in
      let own = own.baseAddress!
      own.copyMemory(from: record, byteCount: Record.byteCount)
      own.storeBytes(of: slots.load(as: Int.self), toByteOffset: Record.immediate, as: Int.self)
      KernelTable.kernel(entry)!(own, slots, count)
    }
  }

  @inline(__always)
  static func address(
    _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ field: Int
  ) -> UnsafeMutableRawPointer {
    let slot = Int(record.load(fromByteOffset: field, as: UInt16.self))
    return slots.load(fromByteOffset: slot &* 8, as: UnsafeMutableRawPointer.self)
  }

  @inline(__always)
  private static func load<T>(
    _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    let map = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<CollapsedMap>.self)
    load(
      map, slots.load(as: Int.self), address(record, slots, Record.result).assumingMemoryBound(to: T.self),
      UnsafePointer(address(record, slots, Record.operands).assumingMemoryBound(to: T.self)), count)
  }

  @inline(__always)
  private static func join<T>(
    _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    let load = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<Load>.self)
    let join = load.pointee.join
    func map(_ field: PartialKeyPath<Load>) -> UnsafePointer<CollapsedMap> {
      UnsafePointer(OpaquePointer(UnsafeRawPointer(load) + MemoryLayout<Load>.offset(of: field)!))
    }
    let (first, second) = (map(\.map), map(\.second))
    var result = address(record, slots, Record.result).assumingMemoryBound(to: T.self)
    let a = UnsafePointer(address(record, slots, Record.operands).assumingMemoryBound(to: T.self))
    let b = UnsafePointer(address(record, slots, Record.operands + 2).assumingMemoryBound(to: T.self))
    let start = slots.load(as: Int.self)
    var row = start / join.row
    var place = start % join.row
    var left = count
    while left > 0 {
      let isFirst = place < join.first
      let run = min(left, (isFirst ? join.first : join.row) &- place)
      if isFirst {
        TileKernels.load(first, row &* join.first &+ place, result, a, run)
      } else {
        TileKernels.load(second, row &* (join.row &- join.first) &+ place &- join.first, result, b, run)
      }
      result += run
      left &-= run
      place &+= run
      if place == join.row {
        place = 0
        row &+= 1
      }
    }
  }

  /// The elements from `start` on that the map shows.
  static func load<T>(
    _ map: UnsafePointer<CollapsedMap>, _ start: Int, _ result: UnsafeMutablePointer<T>, _ source: UnsafePointer<T>,
    _ count: Int
  ) {
    var result = result
    let extent = map.pointee.innerExtent
    let stride = map.pointee.innerStride
    if map.pointee.rank > 1,
      extent < (stride == 0 ? longestRepeated : shortRun) || stride == 1 && MediumRuns(of: T.self, extent) != nil
    {
      return loadShortRuns(map, start, result, source, count)
    }
    // A run after the other: as far as the map's last axis but one goes, without looking for each.
    let rows = map.pointee.rank > 1 ? map.pointee.extents[map.pointee.rank - 2] : 1
    let rowStride = map.pointee.rank > 1 ? map.pointee.strides[map.pointee.rank - 2] : 0
    var row = rows > 1 ? start / extent % rows : 0
    var position = map.position(start)
    var index = start
    var left = count
    var run = min(left, extent &- start % extent)
    copyRun(result, source + position, run, stride)
    position &-= start % extent &* stride
    while left > run {
      result += run
      left &-= run
      index &+= run
      row &+= 1
      if row < rows {
        position &+= rowStride
      } else {
        position = map.position(index)
        row = 0
      }
      run = min(left, extent)
      copyRun(result, source + position, run, stride)
    }
  }

  /// Runs shorter than this are not worth a division each.
  private static let shortRun = 32
  /// Copies of one element of which so many are a call's worth.
  private static let longestRepeated = 512

  /// Runs of a few elements: as many at a time as the map's last axis but one has.
  @inline(__always)
  private static func loadShortRuns<T>(
    _ map: UnsafePointer<CollapsedMap>, _ start: Int, _ result: UnsafeMutablePointer<T>, _ source: UnsafePointer<T>,
    _ count: Int
  ) {
    let extent = map.pointee.innerExtent
    let stride = map.pointee.innerStride
    let axis = map.pointee.rank - 2
    let runStride = map.pointee.strides[axis]
    var done = min(count, (extent &- start % extent) % extent)
    copyRun(result, source + map.position(start), done, stride)
    while count &- done >= extent {
      let index = start &+ done
      let row = index / extent % map.pointee.extents[axis]
      let runs = min((count &- done) / extent, map.pointee.extents[axis] &- row)
      let from = source + map.position(index)
      let to = result + done
      switch extent {
      case 2: copyRuns(to, from, runs, 2, stride, runStride)
      case 3: copyRuns(to, from, runs, 3, stride, runStride)
      case 4: copyRuns(to, from, runs, 4, stride, runStride)
      default: copyRuns(to, from, runs, extent, stride, runStride)
      }
      done &+= runs &* extent
    }
    if done < count { copyRun(result + done, source + map.position(start &+ done), count &- done, stride) }
  }

  @inline(__always)
  private static func copyRuns<T>(
    _ result: UnsafeMutablePointer<T>, _ source: UnsafePointer<T>, _ runs: Int, _ extent: Int, _ stride: Int,
    _ runStride: Int
  ) {
    if runStride == 0 {
      // The same run again and again: copies of what is there already, ever longer.
      let total = runs &* extent
      copyRun(result, source, extent, stride)
      var done = extent
      while done < total {
        let more = min(done, total &- done)
        memcpy(result + done, result, more &* MemoryLayout<T>.stride)
        done &+= more
      }
      return
    }
    if stride == 0, extent >= 16, MemoryLayout<T>.size == 4 {
      return withUnsafeBytes(of: runStride) { step in
        callKernel(
          KernelTable.kernel(KernelIndex.repeatEach)!, result: result, source, step.baseAddress, immediate: extent,
          count: runs)
      }
    }
    var to = result
    var from = source
    var runs = runs
    if extent == 2, stride == 0, runStride == 1 {
      // Each element twice, four at a time.
      while runs >= 4 {
        let (a, b, c, d) = (from[0], from[1], from[2], from[3])
        (to[0], to[1], to[2], to[3]) = (a, a, b, b)
        (to[4], to[5], to[6], to[7]) = (c, c, d, d)
        to += 8
        from += 4
        runs &-= 4
      }
    }
    if extent > 2, stride == 0 {
      // Each element in blocks of eight: what is too much of them, the next run's overwrite.
      let stored = (extent &+ 7) / 8 &* 8
      while runs &* extent >= stored {
        let value = from.pointee
        var block = to
        while block < to + extent {
          (block[0], block[1], block[2], block[3]) = (value, value, value, value)
          (block[4], block[5], block[6], block[7]) = (value, value, value, value)
          block += 8
        }
        to += extent
        from += runStride
        runs &-= 1
      }
    }
    if stride == 1, let medium = MediumRuns(of: T.self, extent) {
      return medium.copy(runs, from: source, every: runStride, to: result, every: extent)
    }
    if stride == 1 || stride == -1, MemoryLayout<T>.size == 4, extent > 1, runs > 1 {
      let short = ShortRuns(result: to, source: from, count: runs, stride: runStride)
      let done = short.copy(extent, isReversed: stride < 0)
      to += done &* extent
      from += done &* runStride
      runs &-= done
    }
    for _ in 0..<runs {
      var i = 0
      while i < extent {
        to[i] = from[i &* stride]
        i &+= 1
      }
      to += extent
      from += runStride
    }
  }
}
