import LanewiseKernelABI

/// A while loop that only counts: its end is worked out, and no turn is run.
struct CountedLoop {
  /// An integer of the carry to which every turn adds the same.
  struct Counter {
    var slot: Int
    var isWide: Bool
    var step: Int64

    @inline(__always)
    func load(_ slots: UnsafeRawPointer) -> Int64 { CountedLoop.load(slots, slot, isWide) }
  }

  private let counters: RawList<Counter>
  /// The counter that is compared, and the slot of what it is compared with, which no turn changes.
  private let compared: Counter
  private let limit: Int
  /// Whether the counter is the smaller one while the loop goes on, and whether it may be equal.
  private let isRising, includesLimit: Bool

  /// Nil for a loop that does more.
  ///
  /// - `places`: the carry's.
  /// - `condition`: its slots are those of the comparison.
  init?(
    cond: Graph, body: Graph, condConstants: Int, bodyConstants: Int, _ places: [FrameValue],
    _ condition: ScalarLoop.Condition, _ writer: FrameWriter
  ) {
    guard cond.steps.isEmpty, body.steps.isEmpty, body.inputCount == bodyConstants + places.count,
      let (op, lane) = condition.comparison, op == .lt || op == .le,
      lane == .i32 || lane == .i64
    else { return nil }
    var steps: [Int64] = []
    for index in places.indices {
      guard let step = CountedLoop.step(body, index, input: bodyConstants + index) else { return nil }
      steps.append(step)
    }
    // Both operands have to be there before the condition is evaluated.
    let comparison = cond.nodes[Int(cond.outputs[0].node)]
    func carry(_ reference: Reference) -> Int?? {
      let node = cond.nodes[Int(reference.node)]
      guard node.kind == .input else { return node.kind == .scalar ? .some(nil) : nil }
      return Int(node.payload) < condConstants ? .some(nil) : .some(Int(node.payload) - condConstants)
    }
    guard let a = carry(comparison.a), let b = carry(comparison.b) else { return nil }
    let isSwapped = CompareOp(rawValue: comparison.operation) == .gt || CompareOp(rawValue: comparison.operation) == .ge
    let (smaller, larger) = isSwapped ? (b, a) : (a, b)
    let isChanging = [smaller, larger].map { $0.map { steps[$0] != 0 } ?? false }
    guard isChanging[0] != isChanging[1], let index = isChanging[0] ? smaller : larger else { return nil }
    isRising = isChanging[0]
    guard isRising == (steps[index] > 0) else { return nil }
    includesLimit = op == .le
    limit = Int(isRising ? condition.b : condition.a)
    func counter(_ index: Int) -> Counter {
      let node = body.nodes[Int(body.outputs[index].node)]
      return Counter(slot: Int(places[index].slot), isWide: node.dtype.byteWidth == 8, step: steps[index])
    }
    compared = counter(index)
    counters = writer.keep(places.indices.filter { steps[$0] != 0 }.map(counter))
  }

  /// What a turn adds to a value of the carry: 0 to one that it passes on, nil if it does anything else with it.
  private static func step(_ body: Graph, _ output: Int, input: Int) -> Int64? {
    func isInput(_ reference: Reference) -> Bool {
      let node = body.nodes[Int(reference.node)]
      return node.kind == .input && Int(node.payload) == input && reference.map == Reference.inOrder
    }
    if isInput(body.outputs[output]) { return 0 }
    let node = body.nodes[Int(body.outputs[output].node)]
    guard node.kind == .binary, node.count == 1, node.dtype == .int32 || node.dtype == .int64 else { return nil }
    func constant(_ reference: Reference) -> Int64? {
      let scalar = body.nodes[Int(reference.node)]
      guard scalar.kind == .scalar else { return nil }
      let bits = body.scalars[Int(scalar.payload)]
      return node.dtype == .int64 ? Int64(bitPattern: bits) : Int64(Int32(truncatingIfNeeded: bits))
    }
    switch BinaryOp(rawValue: node.operation)! {
    case .add where isInput(node.a): return constant(node.b)
    case .add where isInput(node.b): return constant(node.a)
    case .sub where isInput(node.a): return constant(node.b).flatMap { $0 == .min ? nil : -$0 }
    default: return nil
    }
  }

  /// Brings the carry to its end; false, and nothing done, if the counter would leave its type's range before.
  func run(_ slots: UnsafeRawPointer) -> Bool {
    let value = compared.load(slots)
    let end = CountedLoop.load(slots, limit, compared.isWide)
    let (distance, isFar) = isRising ? end.subtractingReportingOverflow(value) : value.subtractingReportingOverflow(end)
    guard !isFar else { return false }
    if distance < 0 || distance == 0 && !includesLimit { return true }
    let stride = isRising ? compared.step : 0 &- compared.step
    guard stride > 0 else { return false }
    let turns = includesLimit ? distance / stride + 1 : (distance - 1) / stride + 1
    let (moved, overflows) = turns.multipliedReportingOverflow(by: compared.step)
    let (last, isOut) = value.addingReportingOverflow(moved)
    guard !overflows, !isOut, compared.isWide || Int32(exactly: last) != nil else { return false }
    var index = 0
    while index < counters.count {
      let counter = counters[index]
      let target = slots.load(fromByteOffset: counter.slot &* 8, as: UnsafeMutableRawPointer.self)
      let result = counter.load(slots) &+ turns &* counter.step
      if counter.isWide {
        target.storeBytes(of: result, as: Int64.self)
      } else {
        target.storeBytes(of: Int32(truncatingIfNeeded: result), as: Int32.self)
      }
      index &+= 1
    }
    return true
  }

  @inline(__always)
  private static func load(_ slots: UnsafeRawPointer, _ slot: Int, _ isWide: Bool) -> Int64 {
    let address = slots.load(fromByteOffset: slot &* 8, as: UnsafeRawPointer.self)
    return isWide ? address.load(as: Int64.self) : Int64(address.load(as: Int32.self))
  }
}
