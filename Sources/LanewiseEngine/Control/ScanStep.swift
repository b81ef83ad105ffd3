/// Runs a body over the slices of arrays, with a carry (JAX's `scan`).
///
/// - Operands: constants, the carry, and arrays (xs) of `length` slices along a leading axis.
/// - Results: the carry, and arrays (ys) of `length` slices; slice i of a y belongs to slice i of the xs, also when the
///   slices are taken from the last to the first (`reverse`).
/// - `body` takes the constants, the carry and a slice of each x, and gives a carry of the same types and a slice of each
///   y.
package struct ScanStep: Step, ControlStep {
  let loop: Loop
  let frame = FrameCache()
  let fitsFrame: Bool
  private let blocks: BlockLoop<Loop>

  /// The program, and how the operands belong to it.
  struct Loop: BlockableLoop {
    let body: NestedProgram
    let constants, carries, length: Int
    let reverse: Bool

    var programs: [Program] { [body.program] }
    var firstCarry: Int { constants }
    var slices: Int { body.program.inputCount - constants - carries }
    func with(_ programs: [Program]) -> Loop { Loop(programs[0], constants, carries, length, reverse) }

    init(_ body: Program, _ constants: Int, _ carries: Int, _ length: Int, _ reverse: Bool) {
      self.body = NestedProgram(body, donors: constants..<constants + carries)
      self.constants = constants
      self.carries = carries
      self.length = length
      self.reverse = reverse
    }

    func run(_ call: StepCall) {
      let body = Activation(self.body.executable)
      for index in 0..<constants { body.setInput(index, call.operand(index)) }
      let plan = CarryPlan(body.executable, carries: carries, firstInput: constants)
      let carry = Carry(plan, body, firstInput: constants, call: call, firstOperand: constants)
      let slices = Slices(call, body, first: carries, isReverse: reverse)
      for turn in 0..<length {
        let place = reverse ? length - 1 - turn : turn
        carry.prepare()
        for input in constants + carries..<call.operandTypes.count {
          body.setInput(input, call.operand(input) + place * (call.operandTypes[input].byteCount / length))
        }
        slices.prepare(place)
        body.run()
        carry.advance()
        slices.finish(place, carry)
      }
      carry.finish(call)
      slices.free()
      body.free()
    }
  }

  /// - `allowsFrame`: whether the loop may run in a frame if its values are small.
  package init(
    body: Program, constants: Int, carries: Int, length: Int, reverse: Bool, allowsFrame: Bool = true
  ) {
    loop = Loop(body, constants, carries, length, reverse)
    fitsFrame = allowsFrame && loop.body.fitsFrame
    blocks = BlockLoop(loop)
  }

  package var name: String { "scan" }
  var nested: [(role: String, program: NestedProgram)] { [("body", loop.body)] }

  package func reusableOperand(ofResult index: Int) -> Int? {
    index < loop.carries ? loop.constants + index : nil
  }

  /// The body's, as often as it runs.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    loop.body.program.cost * loop.length
  }

  func runNested(_ call: StepCall) {
    if !blocks.run(call) { loop.run(call) }
  }
}

/// The slices of the ys that a turn writes.
private struct Slices {
  let call: StepCall
  let body: Activation
  /// The first output that is a y.
  let first: Int
  /// For each output, where it is computed if not in its slice: a kernel may write whole vectors, and what is behind a
  /// slice is there already when slices are written from the last to the first.
  let apart: [UnsafeMutableRawPointer?]

  init(_ call: StepCall, _ body: Activation, first: Int, isReverse: Bool) {
    self.call = call
    self.body = body
    self.first = first
    let types = body.executable.program.outputs.map { body.executable.program.types[Int($0.index)] }
    apart = types.enumerated().map { index, type in
      isReverse && index >= first && type.count % 16 != 0 ? MemoryPool.allocate(type.byteCount) : nil
    }
  }

  func free() {
    for (index, block) in apart.enumerated() {
      if let block { MemoryPool.release(block, body.executable.outputByteCount(index)) }
    }
  }

  private func slice(_ output: Int, _ place: Int) -> UnsafeMutableRawPointer {
    call.result(output) + place * body.executable.outputByteCount(output)
  }

  func prepare(_ place: Int) {
    for output in first..<apart.count { body.setOutput(output, apart[output] ?? slice(output, place)) }
  }

  /// Copies what was not computed in its slice.
  func finish(_ place: Int, _ carry: Carry) {
    for output in first..<apart.count {
      let source: UnsafeRawPointer
      switch body.executable.outputs[output] {
      case .computed:
        guard let block = apart[output] else { continue }
        source = UnsafeRawPointer(block)
      case .same(let earlier):
        source = UnsafeRawPointer(earlier < first ? carry.place(earlier) : slice(earlier, place))
      case .input, .constant: source = body.source(ofOutput: output)!
      }
      slice(output, place).copyMemory(from: source, byteCount: body.executable.outputByteCount(output))
    }
  }
}
