import LanewiseKernelABI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Addresses of an executable's buffers, as integers.
typealias Buffers = UnsafePointer<Int>

extension TileProgram {
  /// Runs all tiles, split over ``Workers`` where that pays. Results do not depend on the number of threads: what is
  /// folded in which order follows from the layout alone.
  func run(_ buffers: Buffers) {
    switch layout.mode {
    case .linear: runLinear(buffers)
    case .rows: runRows(buffers)
    case .columns: runColumns(buffers)
    }
  }

  /// Calls `body` with a frame and a part of the units, on several threads if there is work for them.
  @inline(__always)
  private func split(
    _ units: Int, perChunk: Int, _ buffers: Buffers, _ body: (Frame, Range<Int>) -> Void
  ) {
    if units <= perChunk {
      let frame = makeFrame(buffers)
      body(frame, 0..<units)
      return freeFrame(frame)
    }
    let nanoseconds = Int(nanosecondsPerElement * Double(layout.count))
    Workers.run(chunks: (units + perChunk - 1) / perChunk, nanoseconds: nanoseconds) { chunk in
      let frame = makeFrame(buffers)
      body(frame, chunk * perChunk..<min(units, (chunk + 1) * perChunk))
      freeFrame(frame)
    }
  }

  // MARK: Frames

  /// A thread's slots; the registers lie behind them.
  struct Frame {
    let slots: UnsafeMutableRawPointer
    let buffers: Buffers

    @inline(__always)
    func set(_ slot: Int32, _ address: Int) {
      slots.storeBytes(of: address, toByteOffset: Int(slot) &* 8, as: Int.self)
    }

    @inline(__always)
    func address(_ slot: Int32) -> UnsafeMutableRawPointer {
      slots.load(fromByteOffset: Int(slot) &* 8, as: UnsafeMutableRawPointer.self)
    }
  }

  /// - registers: where the tile registers are, if they are another frame's: what is in them does not outlast a tile.
  @inline(__always)
  func makeFrame(_ buffers: Buffers, registers shared: UnsafeMutableRawPointer? = nil) -> Frame {
    let frame = Frame(slots: MemoryPool.allocate(frameByteCount), buffers: buffers)
    frame.slots.copyMemory(from: slotTemplate.start!, byteCount: slotCount &* 8)
    setFixed(frame)
    let base = Int(bitPattern: shared ?? frame.slots + (slotCount &* 8 &+ 63) / 64 &* 64)
    var index = 0
    while index < registers.count {
      frame.set(registers[index].slot, base &+ Int(registers[index].index) &* registerByteCount)
      index &+= 1
    }
    if prologue.count > 0 { call(prologue, frame, 1) }
    if repeated.count > 0 {
      frame.slots.storeBytes(of: 0, as: Int.self)
      call(repeated, frame, min(layout.tile, layout.count))
    }
    return frame
  }

  /// Sets the slots that address buffers.
  @inline(__always)
  func setFixed(_ frame: Frame) {
    var index = 0
    while index < fixed.count {
      frame.set(fixed[index].slot, frame.buffers[Int(fixed[index].buffer)] &+ fixed[index].byteOffset)
      index &+= 1
    }
  }

  @inline(__always)
  func freeFrame(_ frame: Frame) { MemoryPool.release(frame.slots, frameByteCount) }

  @inline(__always)
  private func call(_ records: RawList<RecordBytes>, _ frame: Frame, _ count: Int) {
    var record = UnsafeRawPointer(records.start.unsafelyUnwrapped)
    let end = record + records.count &* Record.byteCount
    while record < end {
      record.load(as: Kernel.self)(record, frame.slots, count)
      record += Record.byteCount
    }
  }

  /// - isLast: whether no tile follows that mends what is stored past this one's end.
  @inline(__always)
  func runTile(_ frame: Frame, _ start: Int, _ count: Int, isLast: Bool = true) {
    frame.slots.storeBytes(of: start, as: Int.self)
    var index = 0
    while index < linear.count {
      let stream = linear[index]
      frame.set(stream.slot, frame.buffers[Int(stream.buffer)] &+ start &* stream.width)
      index &+= 1
    }
    index = 0
    while index < rows.count {
      let row = rows.start.unsafelyUnwrapped + index
      let map = UnsafePointer<CollapsedMap>(
        OpaquePointer(UnsafeRawPointer(row) + MemoryLayout<Row>.offset(of: \.map)!))
      frame.set(row.pointee.slot, frame.buffers[Int(row.pointee.buffer)] &+ map.position(start) &* row.pointee.width)
      index &+= 1
    }
    if isLast, overruns.count > 0 {
      runApart(frame, start, count)
    } else if body.count > 0 {
      call(body, frame, count)
    }
  }

  /// Has registers hold what would be stored past the tile's end, and copies what belongs to it.
  @inline(never)
  private func runApart(_ frame: Frame, _ start: Int, _ count: Int) {
    for index in 0..<overruns.count {
      frame.set(overruns[index].slot, Int(bitPattern: frame.address(overruns[index].register)))
    }
    call(body, frame, count)
    for index in 0..<overruns.count {
      let overrun = overruns[index]
      let array = UnsafeMutableRawPointer(bitPattern: frame.buffers[Int(overrun.buffer)])!
      memcpy(array + start * overrun.width, frame.address(overrun.register), count * overrun.width)
    }
  }

  /// Whether what is stored past a tile's end harms nobody before the next tile mends it: no result lies where the
  /// group reads.
  @inline(__always)
  private func mayOverrun(_ frame: Frame) -> Bool { overruns.count == 0 || !areReadAndWritten(frame) }

  @inline(never)
  private func areReadAndWritten(_ frame: Frame) -> Bool {
    (0..<overruns.count).contains { number in
      let (slot, array) = (overruns[number].slot, frame.buffers[Int(overruns[number].buffer)])
      return (0..<linear.count).contains { linear[$0].slot != slot && frame.buffers[Int(linear[$0].buffer)] == array }
        || (0..<rows.count).contains { frame.buffers[Int(rows[$0].buffer)] == array }
        || (0..<fixed.count).contains { frame.buffers[Int(fixed[$0].buffer)] == array }
    }
  }

  // MARK: Linear

  private func runLinear(_ buffers: Buffers) {
    let perChunk = max(1, Int(Double(TileLayout.chunk) / max(1, nanosecondsPerElement / 2)) / layout.tile)
    split(layout.tileCount, perChunk: perChunk, buffers) { frame, tiles in
      runTiles(frame, layout.start(ofTile: tiles.lowerBound)..<layout.start(ofTile: tiles.upperBound))
    }
  }

  /// The tiles of a range of elements, one after the other. None crosses the range's borders.
  func runTiles(_ frame: Frame, _ range: Range<Int>) {
    var start = range.lowerBound
    var segmentEnd = (start / layout.segment &+ 1) &* layout.segment
    let isMended = mayOverrun(frame)
    let shortRowFolds = layout.mode == .linear ? folds.count : 0
    while start < range.upperBound {
      var index = 0
      while index < shortRowFolds {
        let fold = folds[index]
        frame.set(fold.slot, frame.buffers[Int(fold.buffer)] &+ start / layout.reduction.reduce &* fold.width)
        index &+= 1
      }
      let count = min(layout.tile, min(segmentEnd, range.upperBound) &- start)
      runTile(frame, start, count, isLast: !isMended || start &+ count == range.upperBound)
      start &+= count
      if start == segmentEnd { segmentEnd &+= layout.segment }
    }
  }

  // MARK: Rows

  private func runRows(_ buffers: Buffers) {
    let reduction = layout.reduction
    let perSegment = layout.tilesPerSegment
    let tilesPerRow = reduction.reduce / layout.segment * perSegment
    let tilesPerUnit = max(1, TileLayout.chunk / layout.tile)
    let unitsPerRow = (tilesPerRow + tilesPerUnit - 1) / tilesPerUnit
    let perChunk = unitsPerRow == 1 ? max(1, TileLayout.chunk / reduction.reduce) : 1
    withPartials(unitsPerRow > 1 ? reduction.outer * unitsPerRow : 0, buffers) { partials in
      split(reduction.outer * unitsPerRow, perChunk: perChunk, buffers) { frame, units in
        for unit in units {
          let row = unit / unitsPerRow
          let firstTile = unit % unitsPerRow * tilesPerUnit
          runRow(frame, row, firstTile..<min(tilesPerRow, firstTile + tilesPerUnit), unit, partials)
        }
      }
      guard unitsPerRow > 1 else { return }
      for index in 0..<folds.count {
        let fold = folds[index]
        let kernel = KernelTable.kernel(KernelIndex.fold(fold.op, fold.lane))!
        for row in 0..<reduction.outer {
          let result = UnsafeMutableRawPointer(bitPattern: buffers[Int(fold.buffer)] + row * fold.width)!
          fill(result, fold, 1)
          call(kernel, Int(bitPattern: result), partials[index] + row * unitsPerRow * fold.width, 0, unitsPerRow)
        }
      }
    }
  }

  /// Some tiles of a row; what they fold to becomes number `place` of the results at these addresses.
  func runRow(
    _ frame: Frame, _ row: Int, _ tiles: Range<Int>, _ place: Int, _ results: UnsafePointer<Int>
  ) {
    for index in 0..<folds.count {
      let fold = folds[index]
      let result = UnsafeMutableRawPointer(bitPattern: results[index] &+ place &* fold.width)!
      fill(result, fold, 1)
      frame.set(fold.slot, Int(bitPattern: result))
    }
    let start = row * layout.reduction.reduce
    runTiles(frame, start + layout.start(ofTile: tiles.lowerBound)..<start + layout.start(ofTile: tiles.upperBound))
  }

  /// Addresses for the folds' results: blocks of so many elements, or, for none, the results' own arrays.
  private func withPartials(_ count: Int, _ buffers: Buffers, _ body: (UnsafePointer<Int>) -> Void) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: max(1, folds.count)) { addresses in
      for index in 0..<folds.count {
        addresses[index] =
          count == 0
          ? buffers[Int(folds[index].buffer)] : Int(bitPattern: MemoryPool.allocate(count * folds[index].width))
      }
      body(addresses.baseAddress!)
      guard count > 0 else { return }
      for index in 0..<folds.count {
        MemoryPool.release(UnsafeMutableRawPointer(bitPattern: addresses[index])!, count * folds[index].width)
      }
    }
  }

  /// One call of a kernel outside the tiles: result, a, b.
  private func call(_ kernel: Kernel, _ result: Int, _ a: Int, _ b: Int, _ count: Int) {
    callKernel(
      kernel, result: UnsafeMutableRawPointer(bitPattern: result)!, UnsafeRawPointer(bitPattern: a)!,
      UnsafeRawPointer(bitPattern: b), count: count)
  }

  /// Elements that change no fold.
  func fill(_ result: UnsafeMutableRawPointer, _ fold: Fold, _ count: Int) {
    switch fold.width {
    case 1:
      result.assumingMemoryBound(to: UInt8.self).update(
        repeating: UInt8(truncatingIfNeeded: fold.identity[0]), count: count)
    case 2:
      result.assumingMemoryBound(to: UInt16.self).update(
        repeating: UInt16(truncatingIfNeeded: fold.identity[0]), count: count)
    case 4:
      result.assumingMemoryBound(to: UInt32.self).update(
        repeating: UInt32(truncatingIfNeeded: fold.identity[0]), count: count)
    case 8: result.assumingMemoryBound(to: UInt64.self).update(repeating: fold.identity[0], count: count)
    default: result.assumingMemoryBound(to: SIMD2<UInt64>.self).update(repeating: fold.identity, count: count)
    }
  }

  // MARK: Columns

  /// Elements that one thread folds at least, where rows are divided: each part costs a row more.
  private static let columnsChunk = 131_072

  private func runColumns(_ buffers: Buffers) {
    let reduction = layout.reduction
    let perSegment = layout.tilesPerSegment
    let across = layout.pack > 1 ? 1 : reduction.inner / layout.segment * perSegment
    let tileRows = reduction.reduce / layout.pack
    let rest = reduction.reduce % layout.pack
    let wide = reduction.outer * across >= 16
    let rowsPerUnit = wide ? tileRows : max(16, TileProgram.columnsChunk / layout.tile)
    let down = (tileRows + rowsPerUnit - 1) / rowsPerUnit
    let unitElements = min(rowsPerUnit, tileRows) * layout.tile
    withPartials(down > 1 ? reduction.outer * down * reduction.inner : 0, buffers) { partials in
      split(reduction.outer * down * across, perChunk: max(1, TileLayout.chunk / unitElements), buffers) {
        frame, units in
        for unit in units {
          let block = unit % across
          let part = unit / across % down
          let outer = unit / across / down
          let offset = block % perSegment * layout.tile
          let column = layout.pack > 1 ? 0 : block / perSegment * layout.segment + offset
          let length = layout.pack > 1 ? layout.tile : min(layout.tile, layout.segment - offset)
          for index in 0..<folds.count { fill(frame.address(folds[index].slot), folds[index], length) }
          let first = outer * reduction.reduce * reduction.inner + column
          let rowLength = layout.pack * reduction.inner
          let rows = part * rowsPerUnit..<min(tileRows, (part + 1) * rowsPerUnit)
          for row in rows { runTile(frame, first + row * rowLength, length) }
          if layout.pack > 1 {
            foldHalves(frame, first + tileRows * rowLength, rows: rows.upperBound == tileRows ? rest : 0)
          }
          for index in 0..<folds.count {
            let fold = folds[index]
            let result = partials[index] + ((outer * down + part) * reduction.inner + column) * fold.width
            memcpy(
              UnsafeMutableRawPointer(bitPattern: result)!, frame.address(fold.slot),
              (layout.pack > 1 ? reduction.inner : length) * fold.width)
          }
        }
      }
      if down > 1 { addParts(partials, down, buffers) }
    }
  }

  /// Folds the rows that a tile has side by side: the second half onto the first, until one is left. On the way come
  /// the rows at `start` that were too few for a whole tile, where as many are left to fold them onto: a kernel may
  /// change what is behind the elements that it is asked for, so nothing that counts may be there.
  private func foldHalves(_ frame: Frame, _ start: Int, rows: Int) {
    var start = start
    var half = layout.pack / 2
    while half > 0 {
      let count = half * layout.reduction.inner
      for index in 0..<folds.count {
        let fold = folds[index]
        let kernel = KernelTable.kernel(fold.op.ofTwo(fold.lane))!
        let tile = Int(bitPattern: frame.address(fold.slot))
        call(kernel, tile, tile, tile + count * fold.width, count)
      }
      if rows & half != 0 {
        runTile(frame, start, count)
        start += count
      }
      half /= 2
    }
  }

  /// Folds the parts of the rows, one behind the other. A kernel may write past the end of a result's row: rows are
  /// made in order, so that the next one mends it.
  func addParts(_ partials: UnsafePointer<Int>, _ down: Int, _ buffers: Buffers) {
    let inner = layout.reduction.inner
    for index in 0..<folds.count {
      let fold = folds[index]
      let kernel = KernelTable.kernel(fold.op.ofTwo(fold.lane))!
      let rowBytes = inner * fold.width
      for outer in 0..<layout.reduction.outer {
        let result = buffers[Int(fold.buffer)] + outer * rowBytes
        let parts = partials[index] + outer * down * rowBytes
        memcpy(UnsafeMutableRawPointer(bitPattern: result)!, UnsafeRawPointer(bitPattern: parts)!, rowBytes)
        for part in 1..<down { call(kernel, result, result, parts + part * rowBytes, inner) }
      }
    }
  }
}
