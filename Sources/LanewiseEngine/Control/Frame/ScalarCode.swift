import LanewiseKernelABI
import LanewiseShims

/// Instructions on scalars that run over and over: the body of a loop, and its condition.
///
/// Each is a function of what two registers hold. A value that the next instruction needs stays there; an operand is
/// read where it is, and, if it is a slice of a scan, at the turn's place, so that nothing has to be moved along. What is
/// no instruction here is called.
struct ScalarCode {
  /// Run once: what registers hold before the first turn, and what is stored after the last.
  let prologue, epilogue: ScalarLine
  /// One turn; of a while loop, with the condition at its end.
  let turn: ScalarLine
  /// A while loop's condition, which is asked before the first turn, too: whether the integer register is not 0.
  let condition: ScalarLine?
  /// Slots to be moved on with every turn, since calls use them.
  let cells: RawList<LoopKernels.Cell>

  /// - `turns`: of a loop without a condition, at least 1.
  func run(_ slots: UnsafeRawPointer, turns: Int) {
    var registers = prologue.run(slots, lw_scalar_registers())
    if let condition { registers = condition.run(slots, registers) }
    if condition == nil || registers.i != 0 {
      var number = 0
      repeat {
        registers = turn.runFromOwnSites(slots, number, registers)
        number &+= 1
        if cells.count > 0 { advance(slots) }
      } while condition == nil ? number < turns : registers.i != 0
    }
    _ = epilogue.run(slots, registers)
  }

  @inline(__always)
  private func advance(_ slots: UnsafeRawPointer) {
    let slots = UnsafeMutableRawPointer(mutating: slots)
    var index = 0
    while index < cells.count {
      let cell = cells.start.unsafelyUnwrapped + index
      let slot = slots + cell.pointee.slot &* 8
      slot.storeBytes(of: slot.load(as: Int.self) &+ cell.pointee.stride, as: Int.self)
      index &+= 1
    }
  }
}

/// Instructions that run one after the other.
struct ScalarLine {
  let start: UnsafePointer<lw_scalar_instruction>?
  let count: Int

  @inline(never)
  func run(_ slots: UnsafeRawPointer, _ registers: lw_scalar_registers) -> lw_scalar_registers {
    var registers = registers
    for index in 0..<count { registers = call(index, slots, 0, registers) }
    return registers
  }

  /// Each of the first instructions is called from a place of its own in this program. A processor foresees where a call
  /// goes by the place that it comes from: at one place for all of them it would be wrong time and again, which costs
  /// more than the instruction.
  @inline(__always)
  func runFromOwnSites(
    _ slots: UnsafeRawPointer, _ turn: Int, _ registers: lw_scalar_registers
  ) -> lw_scalar_registers {
    var registers = registers
    /// Whether there are more.
    @inline(__always) func one(_ index: Int) -> Bool {
      registers = call(index, slots, turn, registers)
      return index &+ 1 < count
    }
    @inline(__always) func four(_ index: Int) -> Bool {
      one(index) && one(index &+ 1) && one(index &+ 2) && one(index &+ 3)
    }
    @inline(__always) func sixteen(_ index: Int) -> Bool {
      four(index) && four(index &+ 4) && four(index &+ 8) && four(index &+ 12)
    }
    guard count > 0, sixteen(0), sixteen(16), sixteen(32), sixteen(48) else { return registers }
    var index = 64
    while one(index) { index &+= 1 }
    return registers
  }

  @inline(__always)
  private func call(
    _ index: Int, _ slots: UnsafeRawPointer, _ turn: Int, _ registers: lw_scalar_registers
  ) -> lw_scalar_registers {
    let place = start.unsafelyUnwrapped + index
    return place.pointee.function(place, slots, Int64(turn), registers)
  }
}

/// Two branches, of which the integer register chooses: the second one above 0.
struct ScalarChoice {
  let first, second: ScalarLine

  // Two functions, so that the branches have sites of their own.
  @inline(never)
  func runFirst(_ slots: UnsafeRawPointer, _ turn: Int, _ registers: lw_scalar_registers) -> lw_scalar_registers {
    first.runFromOwnSites(slots, turn, registers)
  }

  @inline(never)
  func runSecond(_ slots: UnsafeRawPointer, _ turn: Int, _ registers: lw_scalar_registers) -> lw_scalar_registers {
    second.runFromOwnSites(slots, turn, registers)
  }
}
