import LanewiseKernelABI

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
    var cond, body: RecordList
    /// What the condition ends with, of the record's a and b; nil if a says itself whether the loop goes on.
    var comparison: (op: CompareOp, lane: Lane)?
    /// What runs: the body, and the condition behind it.
    var code: ScalarCode
    /// What runs in its place if it can: what is left of each turn, if anything, and the counters.
    var counted: (loop: CountedLoop, rest: ScalarCode?)?
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
    /// What runs.
    var code: ScalarCode
  }

  struct Switch {
    var branches: RawList<RecordList>
  }

  static let whileLoop: Kernel = { record, slots, _ in
    let loop = pointee(record, While.self)
    if let (counted, rest) = loop.pointee.counted, let turns = counted.turns(slots) {
      if let rest, turns > 0 { rest.run(slots, turns: turns) }
      return counted.count(turns, slots)
    }
    loop.pointee.code.run(slots, turns: 0)
  }

  static let scan: Kernel = { record, slots, _ in
    let scan = pointee(record, Scan.self)
    let slots = UnsafeMutableRawPointer(mutating: slots)
    let cells = scan.pointee.cells
    var index = 0
    while index < cells.count {
      let cell = cells[index]
      let array = slots.load(fromByteOffset: cell.array &* 8, as: Int.self)
      slots.storeBytes(of: array &+ cell.start, toByteOffset: cell.slot &* 8, as: Int.self)
      index &+= 1
    }
    scan.pointee.code.run(UnsafeRawPointer(slots), turns: scan.pointee.length)
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
