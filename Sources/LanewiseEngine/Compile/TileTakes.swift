import LanewiseKernelABI
import LanewiseShims

/// Elements of an array at the places that indices name, as an instruction of a tile: what is taken is computed with
/// where it is used, and so are the indices.
extension TileCompiler {
  mutating func emitTake(_ index: Int32, _ node: Node) {
    let take = graph.takes[Int(node.payload)]
    let width = node.dtype.byteWidth
    let source = bufferStart(node.a.node)
    var temporaries: [Int32] = []
    let places =
      take.length > 1
      ? bufferStart(node.b.node) : stream(operand(node.b), byteWidth: 4, temporaries: &temporaries)
    releaseOperands(of: node) { $0 >= width }
    let result = beginResult(index, node)
    write(
      take.length > 1 ? TileKernels.takeRows(byteWidth: width) : TileKernels.take(byteWidth: width), result, source,
      places, immediate: detail(take))
    releaseOperands(of: node) { $0 < width }
    freeRegisters.append(contentsOf: temporaries)
    // A place in memory each, or a run of it.
    cost += take.length > 1 ? 0.5 + 4 / Double(take.length) : 1.5
    endResult(index, node)
  }
}

extension TileKernels {
  /// result = the elements of a at the places that the int32 stream b names; the immediate is the address of a ``Take``.
  static func take(byteWidth: Int) -> Kernel {
    switch byteWidth {
    case 1: { TileKernels.take(UInt8.self, $0, $1, $2) }
    case 2: { TileKernels.take(UInt16.self, $0, $1, $2) }
    case 4: { TileKernels.take(UInt32.self, $0, $1, $2) }
    default: { TileKernels.take(UInt64.self, $0, $1, $2) }
    }
  }

  /// result = the rows of a that the int32 array b names; the immediate is the address of a ``Take``.
  static func takeRows(byteWidth: Int) -> Kernel {
    switch byteWidth {
    case 1: { TileKernels.takeRows(UInt8.self, $0, $1, $2) }
    case 2: { TileKernels.takeRows(UInt16.self, $0, $1, $2) }
    case 4: { TileKernels.takeRows(UInt32.self, $0, $1, $2) }
    default: { TileKernels.takeRows(UInt64.self, $0, $1, $2) }
    }
  }

  @inline(__always)
  private static func take<T: BitwiseCopyable & FixedWidthInteger>(
    _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    let take = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<Take>.self).pointee
    let result = address(record, slots, Record.result).assumingMemoryBound(to: T.self)
    let source = UnsafePointer(address(record, slots, Record.operands).assumingMemoryBound(to: T.self))
    let indices = address(record, slots, Record.operands + 2).assumingMemoryBound(to: Int32.self)
    if T.bitWidth == 32, take.stride == 1, take.last >= 0, let kernel = KernelTable.kernel(KernelIndex.take32) {
      var taking = lw_taking(
        wrap: Int32(truncatingIfNeeded: take.wrap), last: Int32(truncatingIfNeeded: take.last),
        fills: take.fill == nil ? 0 : 1, filler: Int32(truncatingIfNeeded: take.fill ?? 0))
      return callKernel(kernel, result: result, source, indices, &taking, count: count)
    }
    var done = 0
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: block) { places in
      let places = places.baseAddress.unsafelyUnwrapped
      while done < count {
        let run = min(block, count &- done)
        takeBlock(take, source, UnsafePointer(indices + done), result + done, run, places)
        done &+= run
      }
    }
  }

  /// Elements whose places are found before any is fetched.
  private static let block = 256

  /// First the places of all elements, which vectors do, then nothing but loads and stores: the fewer instructions an
  /// element has, the more of them wait for memory together.
  @inline(__always)
  private static func takeBlock<T: FixedWidthInteger>(
    _ take: Take, _ source: UnsafePointer<T>, _ indices: UnsafePointer<Int32>, _ result: UnsafeMutablePointer<T>,
    _ count: Int, _ places: UnsafeMutablePointer<Int32>
  ) {
    let isInside = findPlaces(take, indices, places, count)
    if !isInside, let fill = take.fill {
      let filler = T(truncatingIfNeeded: fill)
      for n in 0..<count {
        result[n] = isPlace(indices[n], take) ? source[Int(places[n]) &* take.stride] : filler
      }
    } else if take.stride == 1 {
      for n in 0..<count { result[n] = source[Int(places[n])] }
    } else {
      for n in 0..<count { result[n] = source[Int(places[n]) &* take.stride] }
    }
  }

  /// The places that indices name, those outside as the take has it; false if some are to be filled instead. No
  /// condition is written as one: it may become a branch.
  @inline(__always)
  private static func findPlaces(
    _ take: Take, _ indices: UnsafePointer<Int32>, _ places: UnsafeMutablePointer<Int32>, _ count: Int
  ) -> Bool {
    let (wrap, last) = (Int32(truncatingIfNeeded: take.wrap), Int32(truncatingIfNeeded: take.last))
    var outside: Int32 = 0
    if take.fill != nil {
      for n in 0..<count {
        let index = wrapped(indices[n], wrap)
        let isOutside = (index | (last &- index)) >> 31
        places[n] = index & ~isOutside
        outside |= isOutside
      }
    } else {
      for n in 0..<count {
        let index = wrapped(indices[n], wrap)
        let positive = index & ~(index >> 31)
        let excess = last &- positive
        places[n] = positive &+ (excess & excess >> 31)
      }
    }
    return outside == 0
  }

  @inline(__always)
  private static func isPlace(_ index: Int32, _ take: Take) -> Bool {
    let place = wrapped(index, Int32(truncatingIfNeeded: take.wrap))
    return place >= 0 && Int(place) <= take.last
  }

  /// Negative indices count from the end.
  @inline(__always)
  private static func wrapped(_ index: Int32, _ wrap: Int32) -> Int32 { index &+ (index >> 31 & wrap) }

  @inline(__always)
  private static func takeRows<T: BitwiseCopyable & FixedWidthInteger>(
    _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    let take = record.load(fromByteOffset: Record.immediate, as: UnsafePointer<Take>.self).pointee
    let (length, last, wrap) = (take.length, take.last, Int32(truncatingIfNeeded: take.wrap))
    var result = address(record, slots, Record.result).assumingMemoryBound(to: T.self)
    let source = UnsafePointer(address(record, slots, Record.operands).assumingMemoryBound(to: T.self))
    let indices = address(record, slots, Record.operands + 2).assumingMemoryBound(to: Int32.self)
    let start = slots.load(as: Int.self)
    var row = start / length
    var inRow = start % length
    var left = count
    while left > 0 {
      if inRow == 0, length <= longestShortRow, left >= length {
        let rows = min(left / length, block)
        takeShortRows(take, source, indices + row, result, rows)
        result += rows &* length
        left &-= rows &* length
        row &+= rows
        continue
      }
      let run = min(left, length &- inRow)
      let index = Int(wrapped(indices[row], wrap))
      if let fill = take.fill, UInt(bitPattern: index) > UInt(bitPattern: last) {
        result.update(repeating: T(truncatingIfNeeded: fill), count: run)
      } else {
        let place = max(0, min(index, last)) &* take.stride
        LanewiseEngine.copyRun(from: source + (place &+ inRow), to: result, count: run)
      }
      result += run
      left &-= run
      row &+= 1
      inRow = 0
    }
  }

  /// Elements of a row that is not worth a call to copy it.
  private static let longestShortRow = 8

  /// Rows in a block of places, each a load and a store or two where that is its width.
  @inline(__always)
  private static func takeShortRows<T: FixedWidthInteger>(
    _ take: Take, _ source: UnsafePointer<T>, _ indices: UnsafePointer<Int32>, _ result: UnsafeMutablePointer<T>,
    _ rows: Int
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: block) { places in
      let places = places.baseAddress.unsafelyUnwrapped
      let isInside = findPlaces(take, indices, places, rows)
      let width = take.length &* MemoryLayout<T>.stride
      let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(result))
      switch width {
      case 8: move(UInt64.self, from, to, width, places, rows)
      case 12:
        move(UInt64.self, from, to, width, places, rows)
        move(UInt32.self, from + 8, to + 8, width, places, rows)
      case 16: move(SIMD2<UInt64>.self, from, to, width, places, rows)
      case 24:
        move(SIMD2<UInt64>.self, from, to, width, places, rows)
        move(UInt64.self, from + 16, to + 16, width, places, rows)
      case 32: move(SIMD4<UInt64>.self, from, to, width, places, rows)
      default:
        for row in 0..<rows {
          let (from, to) = (source + Int(places[row]) &* take.length, result + row &* take.length)
          for i in 0..<take.length { to[i] = from[i] }
        }
      }
      guard !isInside, let fill = take.fill else { return }
      for row in 0..<rows where !isPlace(indices[row], take) {
        (result + row &* take.length).update(repeating: T(truncatingIfNeeded: fill), count: take.length)
      }
    }
  }

  /// A part of each row.
  @inline(__always)
  private static func move<Part: BitwiseCopyable>(
    _: Part.Type, _ source: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ width: Int,
    _ places: UnsafePointer<Int32>, _ rows: Int
  ) {
    for row in 0..<rows {
      let part = source.loadUnaligned(fromByteOffset: Int(places[row]) &* width, as: Part.self)
      result.storeBytes(of: part, toByteOffset: row &* width, as: Part.self)
    }
  }
}
