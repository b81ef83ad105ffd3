import LanewiseKernelABI

/// A while loop that goes on as long as a counter is below a limit: how often is worked out before. If it only counts, no
/// turn is run; if it does more, its turns do not count.
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

  /// Nil for a loop that does not count so.
  ///
  /// - `places`: the carry's.
  /// - `condition`: its slots are those of the comparison.
  /// - `counted`: the numbers of those of the carry that turns need not bring on.
  /// - `isAll`: whether there is nothing else that turns do.
  init?(
    cond: Graph, body: Graph, condConstants: Int, bodyConstants: Int, _ places: [FrameValue],
    _ condition: ScalarLoop.Condition, _ writer: FrameWriter, counted: inout [Int], isAll: inout Bool
  ) {
    guard cond.steps.isEmpty, body.steps.isEmpty, body.inputCount == bodyConstants + places.count,
      let (op, lane) = condition.comparison, op == .lt || op == .le,
      lane == .i32 || lane == .i64
    else { return nil }
    let steps = places.indices.map { CountedLoop.step(body, $0, input: bodyConstants + $0) }
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
    guard isChanging[0] != isChanging[1], let index = isChanging[0] ? smaller : larger, let step = steps[index]
    else { return nil }
    isRising = isChanging[0]
    guard isRising == (step > 0) else { return nil }
    includesLimit = op == .le
    limit = Int(isRising ? condition.b : condition.a)
    func counter(_ index: Int) -> Counter {
      let node = body.nodes[Int(body.outputs[index].node)]
      return Counter(slot: Int(places[index].slot), isWide: node.dtype.byteWidth == 8, step: steps[index]!)
    }
    compared = counter(index)
    isAll = steps.allSatisfy { $0 != nil }
    counted = places.indices.filter { index in
      guard let step = steps[index], step != 0 else { return false }
      return isAll || !CountedLoop.isRead(body, bodyConstants + index, besidesOutput: index)
    }
    counters = writer.keep(counted.map(counter))
  }

  /// Whether a turn needs an input for more than to count it on.
  private static func isRead(_ body: Graph, _ input: Int, besidesOutput output: Int) -> Bool {
    let counting = body.outputs[output].node
    var isRead = false
    func look(_ reference: Reference) {
      let node = body.nodes[Int(reference.node)]
      isRead = isRead || reference.node == counting || node.kind == .input && Int(node.payload) == input
    }
    for index in body.nodes.indices where index != Int(counting) {
      body.forEachOperand(of: body.nodes[index], look)
    }
    for index in body.outputs.indices where index != output { look(body.outputs[index]) }
    return isRead
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

  /// The turns that there are; nil if the counter would leave its type's range before.
  func turns(_ slots: UnsafeRawPointer) -> Int? {
    let value = compared.load(slots)
    let end = CountedLoop.load(slots, limit, compared.isWide)
    let (distance, isFar) = isRising ? end.subtractingReportingOverflow(value) : value.subtractingReportingOverflow(end)
    guard !isFar else { return nil }
    if distance < 0 || distance == 0 && !includesLimit { return 0 }
    let stride = isRising ? compared.step : 0 &- compared.step
    guard stride > 0 else { return nil }
    let turns = includesLimit ? distance / stride + 1 : (distance - 1) / stride + 1
    let (moved, overflows) = turns.multipliedReportingOverflow(by: compared.step)
    let (last, isOut) = value.addingReportingOverflow(moved)
    guard !overflows, !isOut, compared.isWide || Int32(exactly: last) != nil else { return nil }
    return Int(turns)
  }

  /// Brings the counters to where they are after so many turns.
  func count(_ turns: Int, _ slots: UnsafeRawPointer) {
    var index = 0
    while index < counters.count {
      let counter = counters[index]
      let target = slots.load(fromByteOffset: counter.slot &* 8, as: UnsafeMutableRawPointer.self)
      let result = counter.load(slots) &+ Int64(turns) &* counter.step
      if counter.isWide {
        target.storeBytes(of: result, as: Int64.self)
      } else {
        target.storeBytes(of: Int32(truncatingIfNeeded: result), as: Int32.self)
      }
      index &+= 1
    }
  }

  @inline(__always)
  private static func load(_ slots: UnsafeRawPointer, _ slot: Int, _ isWide: Bool) -> Int64 {
    let address = slots.load(fromByteOffset: slot &* 8, as: UnsafeRawPointer.self)
    return isWide ? address.load(as: Int64.self) : Int64(address.load(as: Int32.self))
  }
}
