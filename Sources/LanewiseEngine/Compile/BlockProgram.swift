import LanewiseKernelABI

/// ``RowBlocks``, ready to run.
///
/// A thread has its own table of buffers. In it, the address of an array of which only a block is kept is shifted, so
/// that the block's rows lie where the whole array would have them: the groups' programs need not know.
final class BlockProgram {
  struct Scratch { var buffer: Int, offset: Int, bytesPerRow: Int }

  let rows: RowBlocks
  let transposes: [TransposeProgram]
  let programs: [TileProgram]
  let scratch: RawList<Scratch>
  private let scratchByteCount: Int
  private let bufferCount: Int
  /// The number of each program's first fold of columns; behind the last program, of all of them.
  private let firstColumns: [Int]
  let nanoseconds: Int

  init(
    _ rows: RowBlocks, _ transposes: [TransposeProgram], _ programs: [TileProgram], _ scratch: [Scratch],
    _ scratchByteCount: Int, bufferCount: Int
  ) {
    self.rows = rows
    self.transposes = transposes
    self.programs = programs
    self.scratch = RawList(scratch)
    self.scratchByteCount = scratchByteCount
    self.bufferCount = bufferCount
    var firstColumns = [0]
    for program in programs {
      firstColumns.append(firstColumns.last! + (program.layout.mode == .columns ? program.folds.count : 0))
    }
    self.firstColumns = firstColumns
    let moved = transposes.reduce(0) { $0 + $1.count }
    nanoseconds = moved + Int(programs.reduce(0) { $0 + $1.nanosecondsPerElement * Double($1.layout.count) })
  }

  deinit { scratch.free() }

  func run(_ buffers: Buffers) {
    let chunks = rows.chunkCount
    withUnsafeTemporaryAllocation(of: Int.self, capacity: firstColumns.last! + 1) { partials in
      eachColumnFold { number, _, fold in
        partials[number] = Int(bitPattern: MemoryPool.allocate(chunks * rows.rowLength * fold.width))
      }
      let partials = partials.baseAddress!
      Workers.run(chunks: chunks, nanoseconds: nanoseconds) { runChunk($0, buffers, partials) }
      for (index, program) in programs.enumerated() where program.layout.mode == .columns {
        program.addParts(partials + firstColumns[index], chunks, buffers)
      }
      eachColumnFold { number, _, fold in
        MemoryPool.release(
          UnsafeMutableRawPointer(bitPattern: partials[number])!, chunks * rows.rowLength * fold.width)
      }
    }
  }

  private func eachColumnFold(_ body: (_ number: Int, TileProgram, TileProgram.Fold) -> Void) {
    for (index, program) in programs.enumerated() where program.layout.mode == .columns {
      for fold in 0..<program.folds.count { body(firstColumns[index] + fold, program, program.folds[fold]) }
    }
  }

  private func runChunk(_ chunk: Int, _ buffers: Buffers, _ partials: UnsafePointer<Int>) {
    eachColumnFold { number, program, fold in
      let place = partials[number] + chunk * rows.rowLength * fold.width
      program.fill(UnsafeMutableRawPointer(bitPattern: place)!, fold, rows.rowLength)
    }
    let memory = MemoryPool.allocate(scratchByteCount)
    let registerByteCount = programs.reduce(0) { max($0, $1.registerCount * $1.registerByteCount) }
    let registers = MemoryPool.allocate(registerByteCount)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: bufferCount) { own in
      let own = own.baseAddress!
      own.update(from: buffers, count: bufferCount)
      withUnsafeTemporaryAllocation(of: TileProgram.Frame.self, capacity: programs.count) { frames in
        for (index, program) in programs.enumerated() {
          // Converted constants live in registers from tile to tile.
          let isShared = program.prologue.count == 0
          frames.initializeElement(at: index, to: program.makeFrame(own, registers: isShared ? registers : nil))
        }
        let end = min(rows.outer, (chunk + 1) * rows.rowsPerChunk)
        for start in stride(from: chunk * rows.rowsPerChunk, to: end, by: rows.rowsPerBlock) {
          for index in 0..<scratch.count {
            let array = scratch[index]
            own[array.buffer] = Int(bitPattern: memory) + array.offset - start * array.bytesPerRow
          }
          let block = start..<min(end, start + rows.rowsPerBlock)
          for transpose in transposes { transpose.run(UnsafePointer(own), rows: block) }
          for index in programs.indices {
            programs[index].run(frames[index], block, of: rows, chunk, partials + firstColumns[index])
          }
        }
        for (index, program) in programs.enumerated() { program.freeFrame(frames[index]) }
      }
    }
    MemoryPool.release(registers, registerByteCount)
    MemoryPool.release(memory, scratchByteCount)
  }
}

extension TileProgram {
  /// Runs a block of rows. Folds of columns go on from the chunk's row in `partials`.
  fileprivate func run(
    _ frame: Frame, _ block: Range<Int>, of rows: RowBlocks, _ chunk: Int, _ partials: UnsafePointer<Int>
  ) {
    setFixed(frame)
    switch layout.mode {
    case .linear:
      let perRow = layout.count / rows.outer
      runTiles(frame, block.lowerBound * perRow..<block.upperBound * perRow)
    case .rows:
      let tiles = 0..<layout.tileCount / rows.outer
      withUnsafeTemporaryAllocation(of: Int.self, capacity: folds.count) { results in
        for index in 0..<folds.count { results[index] = frame.buffers[Int(folds[index].buffer)] }
        for row in block { runRow(frame, row, tiles, row, results.baseAddress!) }
      }
    case .columns: foldColumns(frame, block, partials, chunk * rows.rowLength)
    }
  }

  /// Folds a block's rows onto the row at element `first` of each array of partial results.
  private func foldColumns(_ frame: Frame, _ block: Range<Int>, _ partials: UnsafePointer<Int>, _ first: Int) {
    let rowLength = layout.reduction.inner
    for tile in 0..<rowLength / layout.segment * layout.tilesPerSegment {
      let column = layout.start(ofTile: tile)
      let length = min(layout.tile, layout.segment - column % layout.segment)
      func part(_ index: Int) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(bitPattern: partials[index] + (first + column) * folds[index].width)!
      }
      for index in 0..<folds.count {
        frame.address(folds[index].slot).copyMemory(from: part(index), byteCount: length * folds[index].width)
      }
      for row in block { runTile(frame, row * rowLength + column, length) }
      for index in 0..<folds.count {
        part(index).copyMemory(from: frame.address(folds[index].slot), byteCount: length * folds[index].width)
      }
    }
  }
}
