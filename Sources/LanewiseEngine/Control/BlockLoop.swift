/// A loop that can run on parts of its arrays: the programs, and how the operands belong to them.
protocol BlockableLoop: Sendable {
  /// The condition, if there is one, and the body.
  var programs: [Program] { get }
  /// The first operand that is the carry, and how many values the carry has.
  var firstCarry: Int { get }
  var carries: Int { get }
  /// How many of the body's inputs, at the end, are slices of operands.
  var slices: Int { get }
  /// The same loop over other programs.
  func with(_ programs: [Program]) -> Self
  func run(_ call: StepCall)
}

/// A loop over arrays in which no element has to do with another: all its turns are run on one block of elements after
/// the other, so that the carry stays in the cache from turn to turn, and the blocks are split over the workers.
final class BlockLoop<Loop: BlockableLoop>: Sendable {
  private let loop: Loop
  /// Elements of the arrays that are cut into blocks.
  private let count: Int
  private let compiled = Lock<[Int: Loop?]>([:])

  private static var blockSize: Int { 8192 }

  init(_ loop: Loop) {
    self.loop = loop
    let body = loop.programs.last!
    count = body.outputs.map { body.types[Int($0.index)].count }.max() ?? 0
  }

  /// Nil if an element of a turn needs others of the turn before.
  private func loop(ofBlock size: Int) -> Loop? {
    compiled.withLock { compiled in
      if let known = compiled[size] { return known }
      var loop: Loop?
      let body = self.loop.programs.last!
      // Slices and stacks of a scan move with the turns; they can be no blocks.
      let isCarryOnly =
        body.outputs.count == self.loop.carries && body.inputTypes.suffix(self.loop.slices).allSatisfy { $0.count == 1 }
      let programs = self.loop.programs.compactMap { $0.cut(count, to: size) }
      if isCarryOnly, programs.count == self.loop.programs.count { loop = self.loop.with(programs) }
      compiled[size] = .some(loop)
      return loop
    }
  }

  /// False, and nothing done, if the loop is to be run turn by turn.
  func run(_ call: StepCall) -> Bool {
    let size = Self.blockSize
    guard count >= 2 * size, let whole = loop(ofBlock: size) else { return false }
    let rest = count % size == 0 ? whole : loop(ofBlock: count % size)!
    let carry = loop.firstCarry..<loop.firstCarry + loop.carries
    func isCut(_ operand: Int) -> Bool { operand < carry.upperBound && call.operandTypes[operand].count == count }
    // Scalars of the carry take the same course in every block: each starts from a copy, and the first block's end
    // counts.
    let scalars = carry.filter { !isCut($0) }
    let stride = MemoryPlan.size(16)
    let byteCount = max(1, 2 * scalars.count) * stride
    let initial = MemoryPool.allocate(byteCount)
    let end = initial + scalars.count * stride
    for (place, operand) in scalars.enumerated() {
      let byteCount = call.operandTypes[operand].byteCount
      (initial + place * stride).copyMemory(from: call.operand(operand), byteCount: byteCount)
    }
    Workers.run(chunks: (count + size - 1) / size) { block in
      let start = block * size
      let isLast = start + size > count
      let extent = isLast ? count - start : size
      let scratch = block == 0 ? end : MemoryPool.allocate(byteCount)
      func offset(_ operand: Int) -> Int { isCut(operand) ? start * call.operandTypes[operand].dtype.byteWidth : 0 }
      var operands = call.operandTypes.indices.map { call.operand($0) + offset($0) }
      var results = carry.map { call.result($0 - carry.lowerBound) + offset($0) }
      for (place, operand) in scalars.enumerated() {
        operands[operand] = UnsafeRawPointer(initial + place * stride)
        results[operand - carry.lowerBound] = scratch + place * stride
      }
      let operandTypes = call.operandTypes.enumerated().map { isCut($0) ? $1.with(shape: [extent]) : $1 }
      operands.withUnsafeBufferPointer { operands in
        results.withUnsafeBufferPointer { results in
          (isLast ? rest : whole).run(
            StepCall(
              operands: operands.baseAddress!, results: results.baseAddress!, operandTypes: operandTypes,
              resultTypes: Array(operandTypes[carry])))
        }
      }
      if block > 0 { MemoryPool.release(scratch, byteCount) }
    }
    for (place, operand) in scalars.enumerated() {
      call.result(operand - carry.lowerBound).copyMemory(
        from: end + place * stride, byteCount: call.operandTypes[operand].byteCount)
    }
    MemoryPool.release(initial, byteCount)
    return true
  }
}

extension Program {
  var inputTypes: [AbstractArray] {
    sources.indices.compactMap { index in
      if case .input = sources[index] { types[index] } else { nil }
    }
  }

  /// The program on arrays of `size` elements in place of those of `count`; nil if it has others, but for scalars, or
  /// if it does anything but compute each element from those in the same place.
  fileprivate func cut(_ count: Int, to size: Int) -> Program? {
    var program = self
    for index in types.indices {
      // Half precision is rounded where groups end, which are not the same in both.
      guard !types[index].dtype.isHalf else { return nil }
      guard types[index].count != 1 else { continue }
      guard types[index].count == count else { return nil }
      if case .constant = sources[index] { return nil }
      program.types[index] = types[index].with(shape: [size])
    }
    for (number, instruction) in instructions.enumerated() {
      let result = Int(instruction.resultStart)
      switch instruction.operation {
      case .unary, .binary, .compare, .select, .fma, .convert, .bitcast, .reshape: continue
      case .view(let offset, let strides):
        let operand = types[Int(operands(of: instruction).first!.index)]
        let isSame = operand.count == types[result].count && strides == types[result].shape.strides
        guard offset == 0, operand.count == 1 || isSame else { return nil }
        guard types[result].count == count else { continue }
        program.instructions[number] = Instruction(
          operation: .view(offset: 0, strides: [operand.count == 1 ? 0 : 1]), operandStart: instruction.operandStart,
          operandCount: instruction.operandCount, resultStart: instruction.resultStart,
          resultCount: instruction.resultCount, region: instruction.region)
      case .iota, .reduce, .step: return nil
      }
    }
    return program
  }
}
