import LanewiseKernelABI

/// Turns the records of a loop into ``ScalarCode``, in one pass that knows what the registers hold.
struct ScalarCoder {
  struct Instruction {
    var opcode: ScalarOpcode
    /// Slots; 0 is none.
    var a: UInt16 = 0, b: UInt16 = 0, c: UInt16 = 0, result: UInt16 = 0
    /// The record of a call, the place of one that reads or writes at one.
    var payload: UnsafeRawPointer?
    /// Whether it reads or writes elements of arrays that other instructions know as scalars.
    var isOpaque = false
    /// Of a choice.
    var branches: [[Instruction]] = []
  }

  /// What a register holds.
  struct Holding {
    /// The slots whose element it is, too.
    var slots: [UInt16] = []
    var lane = Lane.f32
    /// The slot that has not been written yet, because its only reader may find the element here.
    var pending: UInt16?
    /// The instruction that made what is pending, unless it was there before: it can write it as well.
    var maker: Int?
  }

  private(set) var instructions: [Instruction] = []
  private(set) var held = Array(repeating: Holding(), count: ScalarRegister.allCases.count)

  // MARK: Registers

  func holds(_ slot: UInt16, _ register: ScalarRegister) -> Bool { held[register.rawValue].slots.contains(slot) }

  private mutating func emit(
    _ opcode: ScalarOpcode, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, to result: UInt16 = 0
  ) {
    instructions.append(Instruction(opcode: opcode, a: a, b: b, c: c, result: result))
  }

  /// Begins with an element in a register.
  mutating func assume(_ slot: UInt16, _ lane: Lane, in register: ScalarRegister) {
    held[register.rawValue] = Holding(slots: [slot], lane: lane)
  }

  private mutating func flush(_ register: ScalarRegister) {
    guard let slot = held[register.rawValue].pending else { return }
    if let maker = held[register.rawValue].maker {
      instructions[maker].result = slot
    } else {
      emit(.store(held[register.rawValue].lane), to: slot)
    }
    held[register.rawValue].pending = nil
  }

  mutating func flush() { for register in ScalarRegister.allCases { flush(register) } }

  /// Before a slot is read from memory.
  private mutating func touch(_ slot: UInt16) {
    for register in ScalarRegister.allCases where held[register.rawValue].pending == slot { flush(register) }
  }

  /// After the reader has found the element in the register.
  private mutating func consume(_ slot: UInt16, _ register: ScalarRegister) {
    if held[register.rawValue].pending == slot { held[register.rawValue].pending = nil }
  }

  private mutating func load(_ slot: UInt16, _ lane: Lane, _ register: ScalarRegister) {
    if holds(slot, register) { return consume(slot, register) }
    flush(register)
    touch(slot)
    emit(.load(lane), slot)
    held[register.rawValue] = Holding(slots: [slot], lane: lane)
  }

  /// After a slot has been written, or is about to be.
  private mutating func forget(_ slot: UInt16) {
    for register in ScalarRegister.allCases { held[register.rawValue].slots.removeAll { $0 == slot } }
  }

  /// The register now holds a record's result, which the last instruction has made.
  private mutating func finish(_ record: ScalarRecord, _ lane: Lane, _ register: ScalarRegister) {
    hold(record, lane, register)
    if record.isPassing {
      held[register.rawValue].maker = instructions.count - 1
    } else {
      instructions[instructions.count - 1].result = record.result
    }
  }

  private mutating func hold(_ record: ScalarRecord, _ lane: Lane, _ register: ScalarRegister) {
    forget(record.result)
    held[register.rawValue] = Holding(
      slots: [record.result], lane: lane, pending: record.isPassing ? record.result : nil)
  }

  private mutating func holdNothing() { held = Array(repeating: Holding(), count: ScalarRegister.allCases.count) }

  // MARK: Records

  mutating func add(_ records: ScalarRecords) {
    for (number, record) in records.list.scalars.enumerated() { add(record, at: records.address(number)) }
  }

  /// - `address`: where the record itself is, to be called if there is no code for it.
  mutating func add(_ record: ScalarRecord, at address: UnsafeRawPointer) {
    if let operation = record.operation, add(operation, record) { return }
    flush()
    instructions.append(Instruction(opcode: .call, payload: address, isOpaque: true))
    holdNothing()
  }

  /// False if there is no code for it.
  private mutating func add(_ operation: ScalarOperation, _ record: ScalarRecord) -> Bool {
    switch operation {
    case .unary(let op, let lane):
      guard let register = ScalarRegister(lane), let opcode = ScalarOpcode.unary(op, lane) else { return false }
      load(record.a, lane, register)
      flush(register)
      emit(opcode)
      finish(record, lane, register)
    case .binary(let op, let lane):
      guard let register = ScalarRegister(lane), let opcodes = ScalarOpcode.binary(op, lane) else { return false }
      add(opcodes, record, register, lane)
      finish(record, lane, register)
    case .compare(let op, let lane): return compare(op, lane, record)
    case .select(let lane): return select(lane, record)
    case .convert(let from, let to): return convert(from, to, record)
    case .copy(let byteWidth): return copy(byteWidth, record)
    case .pair(let first, let second, let valueIsFirst, let lane):
      return pair(first, second, valueIsFirst, lane, record)
    case .element(let place, let lane): return element(place, lane, record)
    case .set(let place, let lane): return set(place, lane, record)
    case .view(let place):
      find(place)
      emit(.view, record.a, to: record.result, at: place)
      forget(record.result)
    case .choose(let branches): return choose(branches, record)
    }
    return true
  }

  /// The operation on a and b, into the register.
  private mutating func add(
    _ opcodes: (first: ScalarOpcode, second: ScalarOpcode?, two: ScalarOpcode?), _ record: ScalarRecord,
    _ register: ScalarRegister, _ lane: Lane
  ) {
    let (a, b) = (record.a, record.b)
    if !holds(a, register), holds(b, register), let opcode = opcodes.second {
      consume(b, register)
      flush(register)
      touch(a)
      return emit(opcode, a)
    }
    if !holds(a, register), let opcode = opcodes.two {
      flush(register)
      touch(a)
      touch(b)
      return emit(opcode, a, b)
    }
    // The other operand leaves the register first, if it is there alone.
    if a != b { touch(b) }
    load(a, lane, register)
    flush(register)
    emit(opcodes.first, b)
  }

  private mutating func compare(_ op: CompareOp, _ lane: Lane, _ record: ScalarRecord) -> Bool {
    guard let register = ScalarRegister(lane), ScalarOpcode.compare(op, lane) != nil else { return false }
    let (comparison, other) = comparand(op, lane, record.a, record.b, register)
    flush(.i)
    emit(.compare(comparison, lane)!, other)
    finish(record, .bool, .i)
    return true
  }

  /// Brings one of the operands into the register; gives the comparison with the other one.
  private mutating func comparand(
    _ op: CompareOp, _ lane: Lane, _ a: UInt16, _ b: UInt16, _ register: ScalarRegister
  ) -> (CompareOp, UInt16) {
    let isSwapped = !holds(a, register) && holds(b, register)
    let (own, other) = isSwapped ? (b, a) : (a, b)
    if own != other { touch(other) }
    load(own, lane, register)
    return (isSwapped ? op.swapped : op, other)
  }

  private mutating func select(_ lane: Lane, _ record: ScalarRecord) -> Bool {
    guard let register = ScalarRegister(lane) else { return false }
    load(record.a, .bool, .i)
    let (a, b) = (record.b, record.c)
    if register == .i {
      touch(a)
      touch(b)
      emit(lane == .bool ? .chooseBool : lane == .i64 ? .chooseI64 : .chooseI32, a, b)
    } else if a != b, holds(a, register) {
      consume(a, register)
      flush(register)
      emit(lane == .f32 ? .keepOrF32 : .keepOrF64, b)
    } else if a != b, holds(b, register) {
      consume(b, register)
      flush(register)
      emit(lane == .f32 ? .orKeepF32 : .orKeepF64, a)
    } else {
      flush(register)
      emit(lane == .f32 ? .chooseF32 : .chooseF64, a, b)
    }
    finish(record, lane, register)
    return true
  }

  // MARK: Places

  /// Brings the first integer to its register, and all else to memory.
  private mutating func find(_ place: ScalarPlace) {
    load(place.first, .i32, .i)
    flush()
  }

  private mutating func emit(_ opcode: ScalarOpcode, _ a: UInt16, to result: UInt16, at place: ScalarPlace) {
    instructions.append(
      Instruction(
        opcode: opcode, a: a, b: place.second, result: result, payload: place.payload, isOpaque: !place.isInConstant))
  }

  private mutating func element(_ place: ScalarPlace, _ lane: Lane, _ record: ScalarRecord) -> Bool {
    guard let register = ScalarRegister(lane) else { return false }
    find(place)
    emit(.element(lane), record.a, to: 0, at: place)
    finish(record, lane, register)
    return true
  }

  private mutating func set(_ place: ScalarPlace, _ lane: Lane, _ record: ScalarRecord) -> Bool {
    guard let register = ScalarRegister(lane) else { return false }
    if register == .x { load(record.b, lane, .x) }
    find(place)
    emit(.set(lane), register == .x ? 0 : record.b, to: record.result, at: place)
    // A register may have held the element.
    holdNothing()
    return true
  }

  /// Two branches, each of which leaves all that it computes in memory.
  private mutating func choose(_ branches: [ScalarRecords], _ record: ScalarRecord) -> Bool {
    guard branches.count == 2 else { return false }
    load(record.a, .i32, .i)
    flush()
    let coded = branches.map { branch in
      var coder = ScalarCoder()
      coder.held = held
      coder.add(branch)
      coder.flush()
      return coder.instructions
    }
    instructions.append(Instruction(opcode: .choose, isOpaque: true, branches: coded))
    holdNothing()
    return true
  }

  private mutating func convert(_ from: Format, _ to: Format, _ record: ScalarRecord) -> Bool {
    guard let (source, target, opcode) = ScalarOperation.conversion(from, to) else { return false }
    load(record.a, source.lane, source.register)
    flush(target.register)
    if let opcode {
      emit(opcode)
      finish(record, target.lane, target.register)
    } else {
      hold(record, target.lane, target.register)
      if !record.isPassing { emit(.store(target.lane), to: record.result) }
    }
    return true
  }

  private mutating func copy(_ byteWidth: Int, _ record: ScalarRecord) -> Bool {
    for register in ScalarRegister.allCases where holds(record.a, register) {
      consume(record.a, register)
      forget(record.result)
      emit(.store(held[register.rawValue].lane), to: record.result)
      held[register.rawValue].slots.append(record.result)
      return true
    }
    let opcode: ScalarOpcode
    switch byteWidth {
    case 1: opcode = .move1
    case 4: opcode = .move4
    case 8: opcode = .move8
    default: return false
    }
    touch(record.a)
    forget(record.result)
    emit(opcode, record.a, to: record.result)
    return true
  }

  private mutating func pair(
    _ first: PairOp, _ second: PairOp, _ valueIsFirst: Bool, _ lane: Lane, _ record: ScalarRecord
  ) -> Bool {
    guard let register = ScalarRegister(lane), let one = first.binary.flatMap({ ScalarOpcode.binary($0, lane) }),
      let two = second.binary.flatMap({ ScalarOpcode.binary($0, lane) })
    else { return false }
    let (a, b, c) = (record.a, record.b, record.c)
    if !holds(a, register), !holds(b, register), holds(c, register), first == .mul,
      let opcode = ScalarOpcode.product(second, valueIsFirst: valueIsFirst, lane)
    {
      consume(c, register)
      flush(register)
      emit(opcode, a, b)
      finish(record, lane, register)
      return true
    }
    touch(c)
    let operands: ScalarOpcode.PairOperands =
      holds(a, register) ? .registerAndA : holds(b, register) ? .aAndRegister : .aAndB
    if let opcode = ScalarOpcode.pair(first, of: operands, second, secondIsOf: !valueIsFirst, lane) {
      switch operands {
      case .registerAndA:
        consume(a, register)
        flush(register)
        emit(opcode, b, c)
      case .aAndRegister:
        consume(b, register)
        flush(register)
        emit(opcode, a, c)
      case .aAndB:
        touch(a)
        touch(b)
        flush(register)
        emit(opcode, a, b, c)
      }
    } else {
      add(one, record, register, lane)
      emit(valueIsFirst ? two.first : two.second!, c)
    }
    finish(record, lane, register)
    return true
  }

  // MARK: The condition of a loop

  /// Another turn if a op b: the integer register says so.
  mutating func goOn(_ op: CompareOp, _ lane: Lane, _ a: UInt16, _ b: UInt16) {
    let (comparison, other) = comparand(op, lane, a, b, ScalarRegister(lane)!)
    flush()
    emit(.compare(comparison, lane)!, other)
    held[ScalarRegister.i.rawValue] = Holding()
  }

  /// Another turn if the bool is true.
  mutating func goOn(_ flag: UInt16) {
    load(flag, .bool, .i)
    flush()
  }
}
