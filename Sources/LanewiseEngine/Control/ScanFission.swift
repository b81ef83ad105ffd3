import LanewiseKernelABI

extension ProgramBuilder {
  /// A scan (see ``ScanStep``), without what its turns need not do: a function of one element that ends in a stack only
  /// is computed of the whole stack afterwards, as vectors.
  func turns(
    body: Program, constants: Int, carries: Int, length: Int, reverse: Bool, _ operands: [Slot],
    _ results: [AbstractArray]
  ) -> [Slot] {
    func scan(_ body: Program, _ results: [AbstractArray]) -> [Slot] {
      step(
        ScanStep(body: body, constants: constants, carries: carries, length: length, reverse: reverse), operands,
        results)
    }
    guard let fission = ScanFission(body, constants: constants, carries: carries, length: length) else {
      return scan(body, results)
    }
    var rest = body
    rest.outputs = fission.outputs
    let types = rest.outputs.indices.map { index -> AbstractArray in
      let type = body.types[Int(rest.outputs[index].index)]
      return index < carries ? type : AbstractArray(Shape([length] + type.shape.dims), type.dtype)
    }
    var values = scan(rest, types)
    var lifted: [Int32: Slot] = [:]
    for (slot, stack) in zip(fission.outputs, values).dropFirst(carries) {
      lifted[slot.index] = body.types[Int(slot.index)].count == 1 ? reshape(stack, [length]) : stack
    }
    values = Array(values[..<carries])
    for (index, output) in body.outputs.enumerated().dropFirst(carries) {
      var stack = fission.lift(output, operands, self, &lifted)
      // What comes of constants alone is the same for every turn.
      if type(stack).rank == 0 { stack = view(stack, shape: [length], offset: 0, strides: [0]) }
      values.append(reshape(stack, results[index].shape))
    }
    return values
  }
}

/// Which of a body's stacks are computed after the loop, and from which others.
struct ScanFission {
  private let body: Program
  private let constants, firstX, length: Int
  /// What the turns put out: the carry, then what is stacked.
  private(set) var outputs: [Slot]

  /// A stack in place of which more than so many others would be needed is left in the loop.
  private static let mostSources = 2

  /// Nil if there is nothing to be gained.
  init?(_ body: Program, constants: Int, carries: Int, length: Int) {
    guard length >= 16, body.fitsFrame else { return nil }
    self.body = body
    self.length = length
    self.constants = constants
    firstX = constants + carries
    outputs = Array(body.outputs[..<carries])
    let turning = ScanFission.needed(for: outputs, body)
    var kept: [Slot] = []
    var sources: Set<Int32> = []
    var isGain = false
    for output in body.outputs[carries...] {
      let (own, isWorth) = sourcesOfStack(output, turning)
      if isWorth, own.subtracting(sources).count <= ScanFission.mostSources {
        sources.formUnion(own)
        isGain = true
      } else if !kept.contains(output) {
        kept.append(output)
      }
    }
    guard isGain else { return nil }
    outputs += kept + sources.subtracting(kept.map(\.index)).sorted().map { Slot(Int($0)) }
  }

  /// What the carry needs, and what has effects.
  private static func needed(for outputs: [Slot], _ body: Program) -> Set<Int32> {
    var needed = Set(outputs.map(\.index))
    for instruction in body.instructions.reversed() {
      let results = body.results(of: instruction)
      var isNeeded = results.contains { needed.contains(Int32($0)) }
      if case .step(let step) = instruction.operation { isNeeded = isNeeded || step.hasEffects }
      if isNeeded { needed.formUnion(body.operands(of: instruction).map(\.index)) }
    }
    return needed
  }

  /// The values that a stack can be made from after the loop, and whether that saves a turn a call.
  private func sourcesOfStack(_ output: Slot, _ turning: Set<Int32>) -> (sources: Set<Int32>, isWorth: Bool) {
    var sources: Set<Int32> = []
    var seen: Set<Int32> = []
    var isWorth = false
    var open = [output.index]
    while let value = open.popLast() {
      guard seen.insert(value).inserted else { continue }
      switch body.sources[Int(value)] {
      case .scalar: continue
      case .input(let input) where isOutside(input, value): continue
      case .instruction(let number) where !turning.contains(value) && isElementwise(body.instructions[Int(number)]):
        let operands = body.operands(of: body.instructions[Int(number)])
        if case .unary(let op) = body.instructions[Int(number)].operation {
          isWorth = isWorth || ScalarOpcode.unary(op, body.types[Int(operands.first!.index)].dtype.lane) == nil
        }
        open += operands.map(\.index)
      default: sources.insert(value)
      }
    }
    return (sources, isWorth)
  }

  /// Whether an input is there for all turns: a constant of one element, or an x whose slices have one.
  private func isOutside(_ input: Int, _ value: Int32) -> Bool {
    body.types[Int(value)].count == 1 && (input < constants || input >= firstX)
  }

  /// Whether an instruction computes one element of others.
  private func isElementwise(_ instruction: Program.Instruction) -> Bool {
    switch instruction.operation {
    case .unary, .binary, .compare, .select, .fma, .convert, .bitcast:
      body.types[Int(instruction.resultStart)].count == 1
    case .view, .iota, .reshape, .reduce, .step: false
    }
  }

  /// A value's stack.
  func lift(_ slot: Slot, _ operands: [Slot], _ b: ProgramBuilder, _ lifted: inout [Int32: Slot]) -> Slot {
    if let known = lifted[slot.index] { return known }
    let result: Slot
    switch body.sources[Int(slot.index)] {
    case .scalar(let bits): result = b.scalar(bits: bits, body.types[Int(slot.index)].dtype)
    case .input(let input): result = b.reshape(operands[input], input >= firstX ? [length] : [])
    case .constant(let storage): result = b.reshape(b.constant(storage, body.types[Int(slot.index)]), [])
    case .instruction(let number):
      let instruction = body.instructions[Int(number)]
      let x = body.operands(of: instruction).map { lift($0, operands, b, &lifted) }
      result = b.elementwise(instruction.operation, x, body.types[Int(slot.index)].dtype)
    }
    lifted[slot.index] = result
    return result
  }
}

extension ProgramBuilder {
  /// An elementwise operation on operands of one shape, or of one element.
  fileprivate func elementwise(_ operation: Operation, _ x: [Slot], _ dtype: DType) -> Slot {
    switch operation {
    case .unary(let op): unary(op, x[0])
    case .binary(let op): binary(op, x[0], x[1])
    case .compare(let op): compare(op, x[0], x[1])
    case .select: select(x[0], x[1], x[2])
    case .fma: fma(x[0], x[1], x[2])
    case .convert: convert(x[0], to: dtype)
    case .bitcast: bitcast(x[0], to: type(x[0]).with(dtype: dtype))
    case .view, .iota, .reshape, .reduce, .step: preconditionFailure("\(operation) is not elementwise")
    }
  }
}
