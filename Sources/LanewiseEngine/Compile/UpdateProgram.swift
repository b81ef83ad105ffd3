/// ``UpdateBlocks``, ready to run.
final class UpdateProgram {
  let blocks: UpdateBlocks
  let group: TileProgram
  let step: Executable.StepItem
  /// The buffer of the updates.
  var updates: Int { Int(step.operands[2]) }
  private let bytesPerRow: Int

  init(_ blocks: UpdateBlocks, _ group: TileProgram, _ step: Executable.StepItem) {
    self.blocks = blocks
    self.group = group
    self.step = step
    bytesPerRow = step.operandTypes[2].byteCount / blocks.count
  }

  var nanoseconds: Double {
    group.nanosecondsPerElement * Double(group.layout.count)
      + step.step.nanoseconds(step.operandTypes, step.resultTypes)
  }

  func run(_ buffers: UnsafeMutablePointer<Int>) {
    let byteCount = min(blocks.count, blocks.rowsPerBlock) * bytesPerRow
    let memory = MemoryPool.allocate(byteCount)
    for start in stride(from: 0, to: blocks.count, by: blocks.rowsPerBlock) {
      let rows = start..<min(blocks.count, start + blocks.rowsPerBlock)
      // The block's rows lie where the whole array would have them: the group's program need not know.
      buffers[updates] = Int(bitPattern: memory) - start * bytesPerRow
      compute(rows.lowerBound * blocks.length..<rows.upperBound * blocks.length, buffers)
      take(rows, memory, buffers)
    }
    MemoryPool.release(memory, byteCount)
  }

  private func compute(_ elements: Range<Int>, _ buffers: Buffers) {
    let parts = (elements.count + TileLayout.chunk - 1) / TileLayout.chunk
    Workers.run(chunks: parts, nanoseconds: Int(group.nanosecondsPerElement * Double(elements.count))) { part in
      let frame = group.makeFrame(buffers)
      let start = elements.lowerBound + part * TileLayout.chunk
      group.runTiles(frame, start..<min(elements.upperBound, start + TileLayout.chunk))
      group.freeFrame(frame)
    }
  }

  /// The step with these updates and their indices. Behind the first ones, the array is the result so far.
  private func take(_ rows: Range<Int>, _ updates: UnsafeMutableRawPointer, _ buffers: Buffers) {
    var result = UnsafeMutableRawPointer(bitPattern: buffers[Int(step.results[0])])!
    var (operands, types) = ([UnsafeRawPointer](), step.operandTypes)
    for (index, buffer) in step.operands.enumerated() {
      let start = UnsafeRawPointer(bitPattern: buffers[Int(buffer)])!
      switch index {
      case 0: operands.append(rows.lowerBound == 0 ? start : UnsafeRawPointer(result))
      case 2: operands.append(updates)
      default: operands.append(start + rows.lowerBound * (types[index].byteCount / blocks.count))
      }
      guard index != 0 else { continue }
      types[index] = types[index].with(shape: Shape([rows.count] + types[index].shape.dims.dropFirst()))
    }
    step.step.run(
      StepCall(operands: operands, results: &result, operandTypes: types, resultTypes: step.resultTypes))
  }
}
