import LanewiseKernels

extension Executable: CustomStringConvertible {
  /// What runs, one group or step after the other: the range of indices, how it is cut into tiles, the instructions of a
  /// tile, and the arrays it reads and writes.
  package var description: String {
    var lines: [String] = []
    for (number, item) in items.enumerated() {
      switch item {
      case .step(let step):
        let operands = step.operands.map { "b\($0)" }.joined(separator: ", ")
        let results = step.results.map { "b\($0)" }.joined(separator: ", ")
        lines.append("step \(number): \(results) = \(step.step.name)(\(operands))")
        if let control = step.step as? any ControlStep {
          lines.append(contentsOf: control.nestedLines(step.operandTypes, step.resultTypes).map { "  " + $0 })
        }
      case .transpose(let transpose):
        lines.append("transpose \(number): b\(transpose.result) = b\(transpose.source), \(transpose.count) elements")
      case .tiles(let program):
        lines.append("group \(number): \(program.layout)")
        lines.append(contentsOf: program.instructionLines.map { "  " + $0 })
      case .blocks(let blocks):
        let rows = blocks.rows
        lines.append("blocks \(number): \(rows.rowsPerBlock) of \(rows.outer) rows of \(rows.rowLength) at a time")
        for program in blocks.programs {
          lines.append("  group: \(program.layout)")
          lines.append(contentsOf: program.instructionLines.map { "    " + $0 })
        }
      }
    }
    let arrays =
      temporaries.count == 0 ? "no intermediate arrays" : "\(temporaryByteCount) bytes of intermediate arrays"
    lines.append("\(inputCount) inputs, \(outputs.count) outputs, \(arrays)")
    return lines.joined(separator: "\n")
  }
}

extension TileLayout: CustomStringConvertible {
  var description: String {
    let range = "\(count) elements in tiles of \(min(tile, count))"
    let segments = segment < count ? ", segments of \(segment)" : ""
    let fold = "(\(reduction.outer), \(reduction.reduce), \(reduction.inner))"
    switch mode {
    case .linear: return range + segments + (reduction.reduce > 1 ? ", short rows of \(fold)" : "")
    case .rows: return range + segments + ", rows of \(fold)"
    case .columns: return range + segments + ", columns of \(fold)" + (pack > 1 ? ", \(pack) rows in a tile" : "")
    }
  }
}

extension TileProgram {
  /// One line an instruction: `%7 = add_f32 %3 %5`, with what each slot stands for at its first mention.
  fileprivate var instructionLines: [String] {
    var names: [Int: String] = [:]
    for index in 0..<fixed.count {
      names[Int(fixed[index].slot)] = "b\(fixed[index].buffer)[\(fixed[index].byteOffset)]"
    }
    for index in 0..<linear.count { names[Int(linear[index].slot)] = "b\(linear[index].buffer)" }
    for index in 0..<rows.count {
      let row = rows[index]
      names[Int(row.slot)] = "b\(row.buffer)" + (row.map.innerStride == 0 ? "{row's element}" : "{row}")
    }
    for index in 0..<registers.count { names[Int(registers[index].slot)] = "t\(registers[index].index)" }
    for index in 0..<folds.count where layout.mode != .columns {
      names[Int(folds[index].slot)] = "b\(folds[index].buffer){fold}"
    }
    func name(_ slot: UInt16) -> String { names[Int(slot)] ?? "c\(slot)" }
    var lines = (0..<body.count).map { index in
      withUnsafeBytes(of: body[index]) { record in
        func slot(_ offset: Int) -> UInt16 { record.loadUnaligned(fromByteOffset: offset, as: UInt16.self) }
        let operands = (0..<3).map { slot(Record.operands + 2 * $0) }.filter { $0 != 0 }.map(name)
        return "\(name(slot(Record.result))) = \(instructionNames[index]) " + operands.joined(separator: ", ")
      }
    }
    for index in 0..<folds.count where layout.mode == .columns {
      lines.append("b\(folds[index].buffer) = t of \(name(UInt16(folds[index].slot)))")
    }
    return lines
  }

  private var instructionNames: [String] {
    (0..<body.count).map { index in
      withUnsafeBytes(of: body[index]) { KernelNames.name(ofRecord: $0.baseAddress!) }
    }
  }
}
