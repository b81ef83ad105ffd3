import LanewiseKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Kernels that run other records: loops, branches and steps of a frame. The immediate is the address of what they run.
enum LoopKernels {
  struct While {
    var cond: RecordList
    var body: RecordList
  }

  /// A slot that moves on with every turn of a scan.
  struct Cell {
    var slot: Int
    /// The slot of the whole array.
    var array: Int
    /// Where the first turn's slice is, and how far the next.
    var start: Int
    var stride: Int
  }

  struct Scan {
    var body: RecordList
    var length: Int
    var cells: RawList<Cell>
  }

  struct Switch {
    var branches: RawList<RecordList>
  }

  /// The bool a says whether the loop goes on.
  static let whileTrue: Kernel = { record, slots, _ in
    let loop = pointee(record, While.self)
    let flag = operandAddress(record, slots, Record.operands)
    while true {
      loop.pointee.cond.run(slots)
      guard flag.load(as: UInt8.self) != 0 else { return }
      loop.pointee.body.run(slots)
    }
  }

  /// The comparison of a and b, after the condition's other instructions, says whether the loop goes on.
  static func whileCompare(_ op: CompareOp, _ lane: Lane) -> Kernel? {
    switch (op, lane) {
    case (.eq, .f32): { r, s, _ in repeatWhile(r, s) { (x: Float, y: Float) in x == y } }
    case (.ne, .f32): { r, s, _ in repeatWhile(r, s) { (x: Float, y: Float) in x != y } }
    case (.lt, .f32): { r, s, _ in repeatWhile(r, s) { (x: Float, y: Float) in x < y } }
    case (.le, .f32): { r, s, _ in repeatWhile(r, s) { (x: Float, y: Float) in x <= y } }
    case (.eq, .f64): { r, s, _ in repeatWhile(r, s) { (x: Double, y: Double) in x == y } }
    case (.ne, .f64): { r, s, _ in repeatWhile(r, s) { (x: Double, y: Double) in x != y } }
    case (.lt, .f64): { r, s, _ in repeatWhile(r, s) { (x: Double, y: Double) in x < y } }
    case (.le, .f64): { r, s, _ in repeatWhile(r, s) { (x: Double, y: Double) in x <= y } }
    case (.eq, .i32): { r, s, _ in repeatWhile(r, s) { (x: Int32, y: Int32) in x == y } }
    case (.ne, .i32): { r, s, _ in repeatWhile(r, s) { (x: Int32, y: Int32) in x != y } }
    case (.lt, .i32): { r, s, _ in repeatWhile(r, s) { (x: Int32, y: Int32) in x < y } }
    case (.le, .i32): { r, s, _ in repeatWhile(r, s) { (x: Int32, y: Int32) in x <= y } }
    case (.eq, .i64): { r, s, _ in repeatWhile(r, s) { (x: Int64, y: Int64) in x == y } }
    case (.ne, .i64): { r, s, _ in repeatWhile(r, s) { (x: Int64, y: Int64) in x != y } }
    case (.lt, .i64): { r, s, _ in repeatWhile(r, s) { (x: Int64, y: Int64) in x < y } }
    case (.le, .i64): { r, s, _ in repeatWhile(r, s) { (x: Int64, y: Int64) in x <= y } }
    default: nil
    }
  }

  static let scan: Kernel = { record, slots, _ in
    let scan = pointee(record, Scan.self)
    let slots = UnsafeMutableRawPointer(mutating: slots)
    let body = scan.pointee.body
    let cells = scan.pointee.cells
    var index = 0
    while index < cells.count {
      let cell = cells[index]
      let array = slots.load(fromByteOffset: cell.array &* 8, as: Int.self)
      slots.storeBytes(of: array &+ cell.start, toByteOffset: cell.slot &* 8, as: Int.self)
      index &+= 1
    }
    var left = scan.pointee.length
    while left > 0 {
      body.run(slots)
      index = 0
      while index < cells.count {
        let cell = cells.start.unsafelyUnwrapped + index
        let slot = slots + cell.pointee.slot &* 8
        slot.storeBytes(of: slot.load(as: Int.self) &+ cell.pointee.stride, as: Int.self)
        index &+= 1
      }
      left &-= 1
    }
  }

  /// The int32 a, clamped into range, chooses the branch.
  static let choose: Kernel = { record, slots, _ in
    let branches = pointee(record, Switch.self).pointee.branches
    let index = Int(operandAddress(record, slots, Record.operands).load(as: Int32.self))
    branches[max(0, min(index, branches.count &- 1))].run(slots)
  }

  /// Runs a ``FrameStep``.
  static let step: Kernel = { record, slots, _ in
    let step = Unmanaged<FrameStep>.fromOpaque(record.load(fromByteOffset: Record.immediate, as: UnsafeRawPointer.self))
    step._withUnsafeGuaranteedRef { $0.run(slots) }
  }

  /// result = a, so many bytes as the immediate says, unless both are the same memory.
  static let move: Kernel = { record, slots, _ in
    let source = operandAddress(record, slots, Record.operands)
    let target = operandAddress(record, slots, Record.result)
    guard source != target else { return }
    memcpy(target, source, record.load(fromByteOffset: Record.immediate, as: Int.self))
  }
}

/// Runs the body while the comparison of a and b holds.
@inline(__always)
private func repeatWhile<T: BitwiseCopyable>(
  _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ holds: (T, T) -> Bool
) {
  let cond = pointee(record, LoopKernels.While.self).pointee.cond
  let body = pointee(record, LoopKernels.While.self).pointee.body
  let a = operandAddress(record, slots, Record.operands)
  let b = operandAddress(record, slots, Record.operands + 2)
  while true {
    cond.run(slots)
    guard holds(a.load(as: T.self), b.load(as: T.self)) else { return }
    body.run(slots)
  }
}

/// A step that a frame calls.
final class FrameStep: Sendable {
  let step: any Step
  let operands, results: [UInt16]
  let operandTypes, resultTypes: [AbstractArray]

  init(
    _ step: any Step, operands: [UInt16], results: [UInt16], operandTypes: [AbstractArray],
    resultTypes: [AbstractArray]
  ) {
    self.step = step
    self.operands = operands
    self.results = results
    self.operandTypes = operandTypes
    self.resultTypes = resultTypes
  }

  func run(_ slots: UnsafeRawPointer) {
    let operandCount = operands.count
    withUnsafeTemporaryAllocation(
      of: UnsafeMutableRawPointer.self, capacity: operandCount + results.count + 1
    ) { addresses in
      let addresses = addresses.baseAddress!
      func address(_ slot: UInt16) -> UnsafeMutableRawPointer {
        slots.load(fromByteOffset: Int(slot) &* 8, as: UnsafeMutableRawPointer.self)
      }
      for index in 0..<operandCount { addresses[index] = address(operands[index]) }
      for index in 0..<results.count { addresses[operandCount + index] = address(results[index]) }
      addresses.withMemoryRebound(to: UnsafeRawPointer.self, capacity: operandCount + 1) { operands in
        step.run(
          StepCall(
            operands: operands, results: addresses + operandCount, operandTypes: operandTypes,
            resultTypes: resultTypes))
      }
    }
  }
}
