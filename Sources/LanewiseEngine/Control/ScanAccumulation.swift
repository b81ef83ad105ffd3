/// Sums of matrix products that a scan makes turn by turn, as the gradient of a recurrent network's weights is one: made
/// of the stacked factors after the loop, where they are one large product, Σₜ Aₜᵀ·Bₜ = Aᵀ·B.
struct ScanAccumulation {
  struct Sum {
    /// The value of the carry that is this sum, and nothing else.
    let carry: Int
    let m, n, k: Int
    /// Aₜ and Bₜ: `[k, m]` and `[k, n]`.
    let lhs, rhs: Slot
  }

  private(set) var sums: [Sum] = []
  private let body: Program
  private let firstCarry, firstX, length: Int

  /// Factors are not stacked beyond so many bytes.
  private static let mostStacked = 1 << 26

  init(_ body: Program, constants: Int, carries: Int, length: Int) {
    self.body = body
    self.length = length
    firstCarry = constants
    firstX = constants + carries
    let uses = useCounts()
    var stacked = 0
    for carry in 0..<carries {
      guard let sum = sum(carry, uses) else { continue }
      stacked += [sum.lhs, sum.rhs].reduce(0) { $0 + (xs($1) == nil ? length * body.types[Int($1.index)].byteCount : 0) }
      if stacked <= ScanAccumulation.mostStacked { sums.append(sum) }
    }
  }

  /// The body without the sums, the stacks that it puts out for them behind its own, and their types.
  func rest() -> (body: Program, stacks: [Slot], types: [AbstractArray]) {
    var rest = body
    for sum in sums { rest.outputs[sum.carry] = inputSlot(firstCarry + sum.carry)! }
    var stacks: [Slot] = []
    for slot in sums.flatMap({ [$0.lhs, $0.rhs] }) where xs(slot) == nil && !stacks.contains(slot) {
      stacks.append(slot)
    }
    rest.outputs += stacks
    let types = stacks.map { body.types[Int($0.index)] }
    return (rest, stacks, types.map { $0.with(shape: Shape([length] + $0.shape.dims)) })
  }

  /// The x that a factor is the slice of, if it is one.
  func xs(_ slot: Slot) -> Int? {
    guard case .input(let input) = body.sources[Int(source(slot).index)], input >= firstX else { return nil }
    return input
  }

  // MARK: Finding

  private func useCounts() -> [Int] {
    var uses = Array(repeating: 0, count: body.types.count)
    for slot in body.operands + body.outputs { uses[Int(slot.index)] += 1 }
    return uses
  }

  private func inputSlot(_ input: Int) -> Slot? {
    body.sources.firstIndex {
      if case .input(input) = $0 { true } else { false }
    }.map { Slot($0) }
  }

  private func instruction(_ slot: Slot) -> Program.Instruction? {
    guard case .instruction(let number) = body.sources[Int(slot.index)] else { return nil }
    return body.instructions[Int(number)]
  }

  /// What a value is under another shape.
  private func source(_ slot: Slot) -> Slot {
    guard let instruction = instruction(slot), case .reshape = instruction.operation else { return slot }
    return source(body.operands(of: instruction).first!)
  }

  private func sum(_ carry: Int, _ uses: [Int]) -> Sum? {
    let output = body.outputs[carry]
    guard let old = inputSlot(firstCarry + carry), uses[Int(old.index)] == 1, uses[Int(output.index)] == 1,
      let addition = instruction(output), case .binary(.add) = addition.operation,
      let term = body.operands(of: addition).first(where: { $0 != old }), body.operands(of: addition).contains(old),
      let product = instruction(source(term)), case .step(let step) = product.operation, let dot = step as? DotStep,
      dot.batch == 1, dot.lhsTransposed || dot.k == 1, !dot.rhsTransposed || dot.k == 1
    else { return nil }
    let factors = Array(body.operands(of: product))
    let dtype = body.types[Int(old.index)].dtype
    guard dtype == .float32 || dtype == .float64, factors.allSatisfy({ body.types[Int($0.index)].dtype == dtype }) else {
      return nil
    }
    return Sum(carry: carry, m: dot.m, n: dot.n, k: dot.k, lhs: source(factors[0]), rhs: source(factors[1]))
  }
}

extension ProgramBuilder {
  /// A scan (see ``ScanStep``), without what can be done better after it.
  package func scan(
    body: Program, constants: Int, carries: Int, length: Int, reverse: Bool, _ operands: [Slot],
    _ results: [AbstractArray]
  ) -> [Slot] {
    let accumulation = ScanAccumulation(body, constants: constants, carries: carries, length: length)
    let (rest, stacks, stackTypes) = accumulation.rest()
    var values = turns(
      body: rest, constants: constants, carries: carries, length: length, reverse: reverse, operands,
      results + stackTypes)
    let stacked = values[results.count...]
    func stack(_ factor: Slot, _ rows: Int, _ columns: Int) -> Slot {
      let value = accumulation.xs(factor).map { operands[$0] } ?? stacked[results.count + stacks.firstIndex(of: factor)!]
      return reshape(value, [1, rows, columns])
    }
    for sum in accumulation.sums {
      let terms = length * sum.k
      let dot = DotStep(batch: 1, m: sum.m, n: sum.n, k: terms, lhsTransposed: true)
      let type = results[sum.carry]
      let total = step(
        dot, [stack(sum.lhs, terms, sum.m), stack(sum.rhs, terms, sum.n)], [type.with(shape: [1, sum.m, sum.n])])[0]
      values[sum.carry] = binary(.add, operands[constants + sum.carry], reshape(total, type.shape))
    }
    return Array(values[..<results.count])
  }
}
