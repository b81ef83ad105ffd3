import LanewiseKernelABI

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

    var instructions: [ScalarCoder.Instruction] { cond + body }
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
      if let write = instruction.write { written.insert(write) }
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
    guard !instructions.contains(where: { $0.opcode == .call || $0.opcode == .jump }) else { return }
    for index in carried.indices {
      let slot = carried[index].slot
      let end = cond == nil ? turn.afterBody : turn.afterCond
      guard end[carried[index].register.rawValue].slots.contains(slot),
        instructions.contains(where: { $0.write == slot }),
        instructions.allSatisfy({ !$0.reads.contains(slot) && ($0.write != slot || $0.opcode.isStore) })
      else { continue }
      carried[index].isKept = true
      func isNeeded(_ instruction: ScalarCoder.Instruction) -> Bool { instruction.write != slot }
      turn.cond = turn.cond.filter(isNeeded)
      turn.body = turn.body.filter(isNeeded)
    }
  }

  // MARK: Slices

  private mutating func findMovingCells(_ turn: Turn) {
    var isMoving = false
    var used: Set<UInt16> = []
    let calls = Set(turn.instructions.filter { $0.opcode == .call }.map(\.target))
    func look(_ records: ScalarRecords) {
      for (number, record) in records.list.scalars.enumerated() {
        if calls.contains(Int(bitPattern: records.address(number))) {
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

  /// Loads; then turns, the condition at the end, where a while loop begins; then stores.
  private func assemble(_ turn: Turn, _ carried: [Carried], _ writer: FrameWriter) -> ScalarCode {
    typealias Instruction = ScalarCoder.Instruction
    var code = carried.map { Instruction(opcode: .load($0.lane), a: $0.slot) }
    if cond != nil { code.append(Instruction(opcode: .jump, target: turn.body.count + 1)) }
    let start = code.count
    code += turn.body
    if !moving.isEmpty { code.append(Instruction(opcode: .advance)) }
    code += cond == nil ? [Instruction(opcode: .turn)] : turn.cond
    code[code.count - 1].target = start - (code.count - 1)
    for value in carried where value.isKept {
      code.append(Instruction(opcode: .store(value.lane), a: value.slot))
    }
    code.append(Instruction(opcode: .end))
    let block = UnsafeMutableRawPointer.allocate(byteCount: code.count * ScalarCode.byteCount, alignment: 64)
    for (index, instruction) in code.enumerated() { write(instruction, block + index * ScalarCode.byteCount) }
    writer.own(block)
    return ScalarCode(
      start: UnsafeRawPointer(block), cells: writer.keep(moving), isStill: strides.values.allSatisfy { $0 == 0 })
  }

  private func write(_ instruction: ScalarCoder.Instruction, _ place: UnsafeMutableRawPointer) {
    place.storeBytes(of: instruction.opcode, as: ScalarOpcode.self)
    place.storeBytes(of: instruction.a, toByteOffset: 2, as: UInt16.self)
    place.storeBytes(of: instruction.b, toByteOffset: 4, as: UInt16.self)
    place.storeBytes(of: 0, toByteOffset: 6, as: UInt16.self)
    if instruction.opcode == .call {
      return place.storeBytes(of: instruction.target, toByteOffset: ScalarCode.strides, as: Int.self)
    }
    func stride(_ slot: UInt16) -> Int32 { Int32(strides[slot] ?? 0) }
    place.storeBytes(of: stride(instruction.a), toByteOffset: ScalarCode.strides, as: Int32.self)
    let second =
      instruction.opcode.isFlow ? Int32(instruction.target * ScalarCode.byteCount) : stride(instruction.b)
    place.storeBytes(of: second, toByteOffset: ScalarCode.jump, as: Int32.self)
  }
}

extension ScalarCoder.Instruction {
  private var isWriting: Bool { opcode.isStore || opcode.isMove }

  /// The slots that are read from memory. Slot 0 is none.
  var reads: [UInt16] { (isWriting ? [b] : [a, b]).filter { $0 != 0 } }
  var write: UInt16? { isWriting ? a : nil }
}
