import LanewiseKernelABI
import LanewiseShims

/// A loop to be written as ``ScalarCode``: a scan's body, or a while loop's condition and body.
struct ScalarLoop {
  /// What a while loop's condition ends with: a comparison of a and b, or the bool a.
  struct Condition {
    var comparison: (op: CompareOp, lane: Lane)?
    var a: UInt16
    var b: UInt16 = 0
  }

  private let body: ScalarRecords
  private let cond: (records: ScalarRecords, condition: Condition)?
  private let cells: [LoopKernels.Cell]
  /// How far a slot moves with a turn; the cells that calls use move by themselves.
  private var strides: [UInt16: Int] = [:]
  private var moving: [LoopKernels.Cell] = []

  init(_ body: ScalarRecords, while cond: ScalarRecords, _ condition: Condition) {
    self.body = body
    self.cond = (cond, condition)
    cells = []
  }

  init(_ body: ScalarRecords, cells: [LoopKernels.Cell]) {
    self.body = body
    cond = nil
    self.cells = cells
  }

  /// The code of one turn, from the condition on, and what registers hold before and after.
  private struct Turn {
    var cond, body: [ScalarCoder.Instruction]
    var afterCond, afterBody: [ScalarCoder.Holding]

    /// With those of branches.
    var instructions: [ScalarCoder.Instruction] { (cond + body).flatMap(\.withBranches) }
  }

  /// A slot whose element a register holds between turns.
  private struct Carried {
    var slot: UInt16
    var lane: Lane
    var register: ScalarRegister
    /// It is in memory after the loop only.
    var isKept = false
  }

  mutating func write(_ writer: FrameWriter) -> ScalarCode {
    var carried: [Carried] = []
    var turn = turn(carried)
    findMovingCells(turn)
    let candidates = candidates(turn)
    if !candidates.isEmpty {
      let second = self.turn(candidates)
      if candidates.allSatisfy({ second.afterBody[$0.register.rawValue].slots.contains($0.slot) }) {
        (turn, carried) = (second, candidates)
        keep(&carried, &turn)
      }
    }
    return assemble(turn, carried, writer)
  }

  // MARK: Turns

  private func turn(_ carried: [Carried]) -> Turn {
    var coder = ScalarCoder()
    for value in carried { coder.assume(value.slot, value.lane, in: value.register) }
    if let (records, condition) = cond {
      coder.add(records)
      if let (op, lane) = condition.comparison {
        coder.goOn(op, lane, condition.a, condition.b)
      } else {
        coder.goOn(condition.a)
      }
    }
    let count = coder.instructions.count
    let afterCond = coder.held
    coder.add(body)
    coder.flush()
    return Turn(
      cond: Array(coder.instructions[..<count]), body: Array(coder.instructions[count...]), afterCond: afterCond,
      afterBody: coder.held)
  }

  /// For each register one slot that it holds after a turn, and that the next turn reads before it is written.
  private func candidates(_ turn: Turn) -> [Carried] {
    var exposed: [UInt16] = []
    var written: Set<UInt16> = []
    for instruction in turn.instructions {
      exposed += instruction.reads.filter { !written.contains($0) }
      written.insert(instruction.result)
    }
    let slices = Set(cells.map { UInt16($0.slot) })
    return ScalarRegister.allCases.compactMap { register in
      let held = turn.afterBody[register.rawValue]
      let slot = exposed.first { held.slots.contains($0) && !slices.contains($0) }
      return slot.map { Carried(slot: $0, lane: held.lane, register: register) }
    }
  }

  /// Leaves out the stores of what no instruction reads from memory.
  private func keep(_ carried: inout [Carried], _ turn: inout Turn) {
    let instructions = turn.instructions
    guard !instructions.contains(where: \.isOpaque) else { return }
    for index in carried.indices {
      let slot = carried[index].slot
      let end = cond == nil ? turn.afterBody : turn.afterCond
      guard end[carried[index].register.rawValue].slots.contains(slot),
        instructions.contains(where: { $0.result == slot }),
        instructions.allSatisfy({ !$0.reads.contains(slot) && ($0.result != slot || !$0.opcode.isMove) })
      else { continue }
      carried[index].isKept = true
      func withoutStore(_ instruction: ScalarCoder.Instruction) -> ScalarCoder.Instruction? {
        guard instruction.result == slot else { return instruction }
        guard !instruction.opcode.isStore else { return nil }
        var instruction = instruction
        instruction.result = 0
        return instruction
      }
      turn.cond = turn.cond.compactMap(withoutStore)
      turn.body = turn.body.compactMap(withoutStore)
    }
  }

  // MARK: Slices

  private mutating func findMovingCells(_ turn: Turn) {
    var isMoving = false
    var used: Set<UInt16> = []
    let calls = Set(turn.instructions.filter { $0.opcode == .call }.compactMap(\.payload))
    func look(_ records: ScalarRecords) {
      for (number, record) in records.list.scalars.enumerated() {
        if calls.contains(records.address(number)) {
          isMoving = isMoving || record.isOpaque
          used.formUnion([record.result, record.a, record.b, record.c])
        } else if case .choose(let branches)? = record.operation {
          branches.forEach(look)
        }
      }
    }
    look(body)
    moving = cells.filter { isMoving || used.contains(UInt16($0.slot)) || Int32(exactly: $0.stride) == nil }
    for cell in cells { strides[UInt16(cell.slot)] = cell.stride }
    for cell in moving { strides[UInt16(cell.slot)] = 0 }
  }

  // MARK: Code

  private func assemble(_ turn: Turn, _ carried: [Carried], _ writer: FrameWriter) -> ScalarCode {
    typealias Instruction = ScalarCoder.Instruction
    let kept = carried.filter(\.isKept)
    return ScalarCode(
      prologue: line(carried.map { Instruction(opcode: .load($0.lane), a: $0.slot) }, writer),
      epilogue: line(kept.map { Instruction(opcode: .store($0.lane), result: $0.slot) }, writer),
      turn: line(turn.body + turn.cond, writer), condition: cond.map { _ in line(turn.cond, writer) },
      cells: writer.keep(moving))
  }

  private func line(_ instructions: [ScalarCoder.Instruction], _ writer: FrameWriter) -> ScalarLine {
    let end = lw_scalar_instruction(
      function: lw_scalar_end, slots: (0, 0, 0, 0), distances: (0, 0, 0, 0), payload: nil)
    return ScalarLine(start: writer.keep(instructions.map { instruction($0, writer) } + [end]).start!)
  }

  private func instruction(_ coded: ScalarCoder.Instruction, _ writer: FrameWriter) -> lw_scalar_instruction {
    let operands = [coded.a, coded.b, coded.result, coded.c]
    let distances = operands.indices.map { coded.opcode.isArray($0) ? 0 : writer.distance(operands[$0]) }
    let moves = operands.map { strides[$0] ?? 0 }
    let isNear = moves.allSatisfy { $0 == 0 } && !distances.contains(nil)
    let isStoring = coded.result != 0
    // Nothing that is not near goes without a result; there it is written where nobody reads it.
    let slots = (coded.a, coded.b, isStoring || isNear ? coded.result : writer.unread, coded.c)
    var bytes = operands.indices.map { Int32(isNear ? distances[$0]! : moves[$0]) }
    var payload = coded.payload
    if coded.opcode == .choose {
      let lines = coded.branches.map { line($0, writer).start }
      payload = UnsafeRawPointer(bitPattern: writer.keep(lw_scalar_choice(lines: (lines[0], lines[1]))))
    } else if coded.opcode == .call {
      bytes[0] = Int32(RecordList.count(of: coded.payload!))
    }
    return lw_scalar_instruction(
      function: coded.opcode.function(isNear: isNear, isStoring: isStoring), slots: slots,
      distances: (bytes[0], bytes[1], bytes[2], bytes[3]), payload: payload)
  }
}

extension ScalarCoder.Instruction {
  /// The slots that are read from memory.
  var reads: [UInt16] { [a, b, c].filter { $0 != 0 } }
  var withBranches: [Self] { [self] + branches.joined().flatMap(\.withBranches) }
}
