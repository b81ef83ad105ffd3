/// How a loop's carry goes from one turn to the next without being copied where that can be.
///
/// Every value of the carry has a place, and those that need a new one have a spare. A body's output that is one of its
/// carry inputs keeps that input's place; one that may be computed over such an input takes its place too. Any other is
/// written to its spare, and the place of a value that is used up becomes the spare.
struct CarryPlan {
  enum Origin {
    /// The place that a value of the carry has now.
    case place(of: Int)
    /// The output's spare, computed there.
    case computed
    /// The output's spare, a copy of what is no value of the carry, or of an output before.
    case copied
    case copyOfOutput(Int)
  }

  let origins: [Origin]
  /// For each output in a spare: the value of the carry whose place becomes the spare then.
  let released: [Int]
  /// Where the spares lie in one block, for those that need one.
  let spareOffsets: [Int]
  let spareByteCount: Int

  /// - `firstInput`: the body's input that is the first of the carry.
  init(_ body: Executable, carries: Int, firstInput: Int) {
    var isTaken = Array(repeating: false, count: carries)
    var origins: [Origin] = []
    for index in 0..<carries {
      func take(_ input: Int) -> Bool {
        let value = input - firstInput
        guard value >= 0, value < carries, !isTaken[value] else { return false }
        isTaken[value] = true
        return true
      }
      switch body.outputs[index] {
      case .input(let input): origins.append(take(input) ? .place(of: input - firstInput) : .copied)
      case .constant: origins.append(.copied)
      case .same(let earlier): origins.append(.copyOfOutput(earlier))
      case .computed(_, _, let donor): origins.append(take(donor) ? .place(of: donor - firstInput) : .computed)
      }
    }
    // Places change hands only between values of equally many bytes, so that the rest can be paired off.
    var rest: [Int: [Int]] = [:]
    for value in (0..<carries).reversed() where !isTaken[value] {
      rest[body.outputByteCount(value), default: []].append(value)
    }
    released = origins.indices.map { index in
      if case .place = origins[index] { return -1 }
      return rest[body.outputByteCount(index)]!.removeLast()
    }
    var offset = 0
    spareOffsets = origins.indices.map { index in
      if case .place = origins[index] { return 0 }
      defer { offset += MemoryPlan.size(body.outputByteCount(index)) }
      return offset
    }
    spareByteCount = offset
    self.origins = origins
  }
}
