import LanewiseKernelABI
import LanewiseShims

/// Instructions on scalars that run over and over: the body of a loop, and its condition.
///
/// Each is a function of what two registers hold, and ends with a jump to the next. A value that the next instruction needs
/// stays in its register; an operand is read where it is, and, if it is a slice of a scan, at the turn's place, so that
/// nothing has to be moved along. What is no instruction here is called.
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
    var registers = prologue.run(slots, 0, lw_scalar_registers())
    if let condition { registers = condition.run(slots, 0, registers) }
    if condition == nil || registers.i != 0 {
      var number = 0
      repeat {
        registers = turn.run(slots, number, registers)
        number &+= 1
        if cells.count > 0 { advance(slots) }
      } while condition == nil ? number < turns : registers.i != 0
    }
    _ = epilogue.run(slots, 0, registers)
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

/// Instructions that run one after the other, and behind them their end.
struct ScalarLine {
  let start: UnsafePointer<lw_scalar_instruction>

  @inline(__always)
  func run(_ slots: UnsafeRawPointer, _ turn: Int, _ registers: lw_scalar_registers) -> lw_scalar_registers {
    start.pointee.function(start, slots, Int64(turn), registers)
  }
}
