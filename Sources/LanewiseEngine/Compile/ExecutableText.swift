import LanewiseKernelABI

extension Executable: CustomStringConvertible {
  /// What runs, one group or step after the other: the range of indices, how it is cut into tiles, the instructions of a
  /// tile, and the arrays it reads and writes.
  ///
  /// `in0` and `out0` are the program's arrays, `tmp0` is an intermediate one, `out0@64` one that is computed within
  /// another, so many bytes from its beginning, `rows0` one of which only a block of rows is kept, `t0` a register of a
  /// tile; several operations in one name (`add_square_f32`) are one superinstruction.
  package var description: String {
    let names = ArrayNames(self)
    var lines: [String] = []
    if !constantItems.isEmpty {
      lines.append("computed when compiled:")
      for (number, item) in constantItems.enumerated() {
        lines.append(contentsOf: itemLines(item, number, names).map { "  " + $0 })
      }
    }
    for (number, item) in items.enumerated() { lines.append(contentsOf: itemLines(item, number, names)) }
    let arrays =
      temporaries.count == 0
      ? "no intermediate arrays" : "\(temporaryByteCount) bytes of intermediate arrays (\(names.places))"
    lines.append("\(inputCount) inputs, \(outputs.count) outputs, \(arrays)")
    return lines.joined(separator: "\n")
  }

  private func itemLines(_ item: Item, _ number: Int, _ names: ArrayNames) -> [String] {
    var lines: [String] = []
    switch item {
    case .step(let step):
      lines.append("step \(number): " + step.line(names))
      if let control = step.step as? any ControlStep {
        lines.append(contentsOf: control.nestedLines(step.operandTypes, step.resultTypes).map { "  " + $0 })
      }
    case .transpose(let transpose):
      let move = "\(names[Int(transpose.result)]) = \(names[Int(transpose.source)])"
      lines.append("transpose \(number): \(move), \(transpose.count) elements")
    case .tiles(let program):
      lines.append("group \(number): \(program.layout)")
      lines.append(contentsOf: program.instructionLines(names).map { "  " + $0 })
    case .updates(let updates):
      let blocks = updates.blocks
      lines.append(
        "updates \(number): \(blocks.rowsPerBlock) of \(blocks.count) rows of \(blocks.length) at a time")
      lines.append("  group: \(updates.group.layout)")
      lines.append(contentsOf: updates.group.instructionLines(names).map { "    " + $0 })
      lines.append("  step: " + updates.step.line(names))
    case .blocks(let blocks):
      let rows = blocks.rows
      lines.append("blocks \(number): \(rows.rowsPerBlock) of \(rows.outer) rows of \(rows.rowLength) at a time")
      for transpose in blocks.transposes {
        lines.append("  transpose: \(names[Int(transpose.result)]) = \(names[Int(transpose.source)])")
      }
      for program in blocks.programs {
        lines.append("  group: \(program.layout)")
        lines.append(contentsOf: program.instructionLines(names).map { "    " + $0 })
      }
    }
    return lines
  }

  /// Bytes that a run allocates beside its results: its intermediate arrays, and those of the loop or branch that needs
  /// most.
  package var plannedByteCount: Int {
    let nested = items.map { item -> Int in
      guard case .step(let step) = item, let control = step.step as? any ControlStep,
        control.frame.program(control, step.operandTypes, step.resultTypes) == nil
      else { return 0 }
      return control.nested.map(\.program.executable.plannedByteCount).reduce(0, +)
    }
    return temporaryByteCount + (nested.max() ?? 0)
  }
}

/// What an executable's text calls its arrays.
private struct ArrayNames {
  private var names: [Int: String] = [:]
  private let graph: Graph
  private let scalars: UnsafeMutableRawPointer
  /// Where the intermediate arrays lie in their block.
  let places: String

  init(_ executable: Executable) {
    // What compiling began with: it knows the constants' dtypes, and is not kept.
    graph = Simplifier.simplify(executable.program)
    scalars = executable.scalars
    for index in 0..<executable.inputCount { names[index] = "in\(index)" }
    for (index, output) in executable.outputs.enumerated() {
      if case .computed(let buffer, _, _) = output { names[buffer] = "out\(index)" }
    }
    let temporaries = (0..<executable.temporaries.count).map { executable.temporaries[$0] }
    for (index, temporary) in temporaries.enumerated() { names[temporary.buffer] = "tmp\(index)" }
    places = temporaries.enumerated().map { "tmp\($0) at \($1.offset)" }.joined(separator: ", ")
    for index in 0..<executable.parts.count {
      let part = executable.parts[index]
      names[part.buffer] = "\(names[part.whole] ?? "b\(part.whole)")@\(part.offset)"
    }
    var kept = 0
    for case .blocks(let blocks) in executable.items {
      for index in 0..<blocks.scratch.count {
        names[blocks.scratch[index].buffer] = "rows\(kept)"
        kept += 1
      }
    }
    for case .updates(let updates) in executable.items {
      names[updates.updates] = "rows\(kept)"
      kept += 1
    }
    for index in 0..<executable.constantBuffers.count {
      let constant = executable.constantBuffers[index]
      names[constant.buffer] = scalar(at: constant.address) ?? "const\(index)"
    }
  }

  subscript(_ buffer: Int) -> String { names[buffer] ?? "b\(buffer)" }

  /// The number that a constant at this address is, if it is one.
  func scalar(at address: Int) -> String? {
    let index = (address - Int(bitPattern: scalars)) / 32
    guard address >= Int(bitPattern: scalars), index < graph.scalars.count,
      let node = graph.nodes.first(where: { $0.kind == .scalar && Int($0.payload) == index })
    else { return nil }
    return node.dtype.text(ofBits: graph.scalars[index])
  }
}

extension DType {
  /// The number with these bits; only for dtypes of at most 8 bytes.
  fileprivate func text(ofBits bits: UInt64) -> String {
    switch self {
    case .bool: bits & 1 == 0 ? "false" : "true"
    case .float16, .bfloat16: "\(Float(bitPattern: UInt32(truncatingIfNeeded: ScalarEvaluator.laneBits(bits, self))))"
    case .float32: "\(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))"
    case .float64: "\(Double(bitPattern: bits))"
    case .int8: "\(Int8(truncatingIfNeeded: bits))"
    case .int16: "\(Int16(truncatingIfNeeded: bits))"
    case .int32: "\(Int32(truncatingIfNeeded: bits))"
    case .int64: "\(Int64(truncatingIfNeeded: bits))"
    case .uint8, .uint16, .uint32, .uint64, .key, .partitionableKey: "\(bits)"
    case .complex64, .complex128:
      "(\(Float(bitPattern: UInt32(truncatingIfNeeded: bits))), \(Float(bitPattern: UInt32(bits >> 32))))"
    }
  }
}

extension Executable.StepItem {
  fileprivate func line(_ names: ArrayNames) -> String {
    let results = results.map { names[Int($0)] }.joined(separator: ", ")
    return (results.isEmpty ? "" : results + " = ")
      + "\(step.name)(\(operands.map { names[Int($0)] }.joined(separator: ", ")))"
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
  /// One line an instruction: `t0 = add_f32 in0, 2.0`.
  fileprivate func instructionLines(_ arrays: ArrayNames) -> [String] {
    var names: [Int: String] = [:]
    for index in 0..<fixed.count {
      names[Int(fixed[index].slot)] = "\(arrays[Int(fixed[index].buffer)])[\(fixed[index].byteOffset)]"
    }
    for index in 0..<linear.count { names[Int(linear[index].slot)] = arrays[Int(linear[index].buffer)] }
    for index in 0..<rows.count {
      let row = rows[index]
      names[Int(row.slot)] = arrays[Int(row.buffer)] + (row.map.innerStride == 0 ? "{row's element}" : "{row}")
    }
    for index in 0..<registers.count { names[Int(registers[index].slot)] = "t\(registers[index].index)" }
    for index in 0..<folds.count where layout.mode != .columns {
      names[Int(folds[index].slot)] = "\(arrays[Int(folds[index].buffer)]){fold}"
    }
    func name(_ slot: UInt16) -> String {
      names[Int(slot)] ?? arrays.scalar(at: slotTemplate[Int(slot)]) ?? "c\(slot)"
    }
    func line(_ record: RecordBytes) -> String {
      withUnsafeBytes(of: record) { record in
        func slot(_ offset: Int) -> UInt16 { record.loadUnaligned(fromByteOffset: offset, as: UInt16.self) }
        let operands = (0..<4).map { slot(Record.operands + 2 * $0) }.filter { $0 != 0 }.map(name)
        let instruction = KernelNames.name(ofRecord: record.baseAddress!)
        return "\(name(slot(Record.result))) = \(instruction) " + operands.joined(separator: ", ")
      }
    }
    var lines = (0..<repeated.count).map { "once: " + line(repeated[$0]) }
    lines += (0..<body.count).map { line(body[$0]) }
    for index in 0..<folds.count where layout.mode == .columns {
      lines.append("\(arrays[Int(folds[index].buffer)]) = t of \(name(UInt16(folds[index].slot)))")
    }
    return lines
  }
}
