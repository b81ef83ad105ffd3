/// A loop's carry while the loop runs, moved from turn to turn as a ``CarryPlan`` says.
struct Carry {
  private let plan: CarryPlan
  private let body: Activation
  private let firstInput: Int
  /// Where the values are, where they will be after this turn, and what is free.
  private let places, next, spares: UnsafeMutablePointer<UnsafeMutableRawPointer>
  private let byteCount: Int

  private var count: Int { plan.origins.count }

  /// Begins with the initial values, operands from `firstOperand` on, in the loop's results.
  init(_ plan: CarryPlan, _ body: Activation, firstInput: Int, call: StepCall, firstOperand: Int) {
    self.plan = plan
    self.body = body
    self.firstInput = firstInput
    let count = plan.origins.count
    let table = (3 * 8 * count + 63) / 64 * 64
    byteCount = table + plan.spareByteCount
    let block = MemoryPool.allocate(byteCount)
    places = block.assumingMemoryBound(to: UnsafeMutableRawPointer.self)
    next = places + count
    spares = next + count
    for index in 0..<count {
      let initial = call.operand(firstOperand + index)
      places[index] = call.result(index)
      if initial != UnsafeRawPointer(places[index]) {
        places[index].copyMemory(from: initial, byteCount: call.resultTypes[index].byteCount)
      }
      spares[index] = block + table + plan.spareOffsets[index]
    }
  }

  func place(_ index: Int) -> UnsafeMutableRawPointer { places[index] }

  /// Tells the body where the carry is, and where to put its outputs.
  func prepare() {
    for index in 0..<count {
      body.setInput(firstInput + index, places[index])
      switch plan.origins[index] {
      case .place(let value): next[index] = places[value]
      default: next[index] = spares[index]
      }
      body.setOutput(index, next[index])
    }
  }

  /// After the body has run: what it put out is the carry.
  func advance() {
    for index in 0..<count {
      let byteCount = body.executable.outputByteCount(index)
      switch plan.origins[index] {
      case .place: continue
      case .computed: break
      case .copied: next[index].copyMemory(from: body.source(ofOutput: index)!, byteCount: byteCount)
      case .copyOfOutput(let earlier): next[index].copyMemory(from: next[earlier], byteCount: byteCount)
      }
      spares[index] = places[plan.released[index]]
    }
    places.update(from: next, count: count)
  }

  /// Brings the values to the loop's results, and ends.
  func finish(_ call: StepCall) {
    // A value may stand in another's result, so all that have to move leave their places first.
    let moving = (0..<count).filter { places[$0] != call.result($0) }
    for index in moving {
      let byteCount = call.resultTypes[index].byteCount
      next[index] = MemoryPool.allocate(byteCount)
      next[index].copyMemory(from: places[index], byteCount: byteCount)
    }
    for index in moving {
      let byteCount = call.resultTypes[index].byteCount
      call.result(index).copyMemory(from: next[index], byteCount: byteCount)
      MemoryPool.release(next[index], byteCount)
    }
    MemoryPool.release(places, byteCount)
  }
}
