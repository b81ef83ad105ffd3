import LanewiseKernelABI

extension ControlStep {
  /// What runs within the step, a line an instruction: one frame's records, or an executable for each program.
  func nestedLines(_ operandTypes: [AbstractArray], _ resultTypes: [AbstractArray]) -> [String] {
    if let frame = frame.program(self, operandTypes, resultTypes) { return frame.lines }
    return nested.flatMap { role, program in
      ["\(role):"] + program.executable.description.split(separator: "\n").map { "  \($0)" }
    }
  }
}

extension FrameProgram {
  /// The records, with those of loops and branches indented under them. `@64` is the value at that offset of the frame,
  /// `in0` and `out0` are the step's arrays, `p5` is a slot that moves with a loop, `c7` a constant.
  var lines: [String] { ["frame of \(byteCount) bytes:"] + lines(records).map { "  " + $0 } }

  private func lines(_ list: RecordList) -> [String] {
    var lines: [String] = []
    var record = list.start
    while let current = record, current < list.end! {
      lines.append(contentsOf: self.lines(current))
      record = current + Record.byteCount
    }
    return lines
  }

  private func lines(_ record: UnsafeRawPointer) -> [String] {
    let name = KernelNames.name(ofRecord: record)
    func slot(_ field: Int) -> Int { Int(record.load(fromByteOffset: field, as: UInt16.self)) }
    func indented(_ list: RecordList) -> [String] { lines(list).map { "  " + $0 } }
    let operands = (0..<3).map { slot(Record.operands + 2 * $0) }.filter { $0 != 0 }.map(self.name)
    let call = ([name] + (operands.isEmpty ? [] : [operands.joined(separator: ", ")])).joined(separator: " ")
    switch name {
    case "scan":
      let scan = pointee(record, LoopKernels.Scan.self).pointee
      return ["\(call), \(scan.length) turns:"] + indented(scan.body)
    case "switch":
      let branches = pointee(record, LoopKernels.Switch.self).pointee.branches
      return ["\(call):"]
        + (0..<branches.count).flatMap { ["  branch \($0):"] + indented(branches[$0]).map { "  " + $0 } }
    case "step":
      let step = Unmanaged<FrameStep>.fromOpaque(
        record.load(fromByteOffset: Record.immediate, as: UnsafeRawPointer.self)
      ).takeUnretainedValue()
      let operands = step.operands.map { self.name(Int($0)) }.joined(separator: ", ")
      return [step.results.map { self.name(Int($0)) }.joined(separator: ", ") + " = \(step.step.name)(\(operands))"]
    case "while":
      let loop = pointee(record, LoopKernels.While.self).pointee
      let comparison = loop.comparison.map { "_\($0.op)_\($0.lane)" } ?? ""
      return ["while\(comparison)\(call.dropFirst(name.count)):"]
        + (["cond:"] + indented(loop.cond) + ["body:"] + indented(loop.body)).map { "  " + $0 }
    default:
      let count = record.load(fromByteOffset: RecordList.countField, as: UInt32.self)
      return ["\(self.name(slot(Record.result))) = \(call)" + (count > 1 ? " × \(count)" : "")]
    }
  }
}
