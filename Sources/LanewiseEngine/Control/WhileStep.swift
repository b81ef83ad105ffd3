/// Repeats a body while a condition holds (JAX's `while`).
///
/// - Operands: the condition's constants, the body's constants, the carry. Results: the carry.
/// - `cond` takes its constants and the carry, and gives a bool scalar; `body` takes its constants and the carry, and
///   gives a carry of the same types.
package struct WhileStep: Step, ControlStep {
  let loop: Loop
  let frame = FrameCache()
  let fitsFrame: Bool
  private let blocks: BlockLoop<Loop>

  /// The programs, and how the operands belong to them.
  struct Loop: BlockableLoop {
    let cond, body: NestedProgram
    let condConstants, bodyConstants: Int
    let carries: Int

    var programs: [Program] { [cond.program, body.program] }
    var firstCarry: Int { condConstants + bodyConstants }
    var slices: Int { 0 }
    func with(_ programs: [Program]) -> Loop { Loop(programs[0], programs[1], condConstants, bodyConstants) }

    init(_ cond: Program, _ body: Program, _ condConstants: Int, _ bodyConstants: Int) {
      carries = body.outputs.count
      self.cond = NestedProgram(cond, donors: 0..<0)
      self.body = NestedProgram(body, donors: bodyConstants..<body.inputCount)
      self.condConstants = condConstants
      self.bodyConstants = bodyConstants
    }

    func run(_ call: StepCall) {
      let cond = Activation(self.cond.executable)
      let body = Activation(self.body.executable)
      for index in 0..<condConstants { cond.setInput(index, call.operand(index)) }
      for index in 0..<bodyConstants { body.setInput(index, call.operand(condConstants + index)) }
      let plan = CarryPlan(body.executable, carries: carries, firstInput: bodyConstants)
      let carry = Carry(
        plan, body, firstInput: bodyConstants, call: call, firstOperand: condConstants + bodyConstants)
      withUnsafeTemporaryAllocation(byteCount: MemoryPlan.size(1), alignment: 64) { memory in
        let goesOn = memory.baseAddress!
        while true {
          for index in 0..<carries { cond.setInput(condConstants + index, carry.place(index)) }
          cond.run { _ in goesOn }
          guard goesOn.load(as: UInt8.self) != 0 else { break }
          carry.prepare()
          body.run()
          carry.advance()
        }
      }
      carry.finish(call)
      cond.free()
      body.free()
    }
  }

  /// - `allowsFrame`: whether the loop may run in a frame if its values are small.
  package init(cond: Program, body: Program, condConstants: Int, bodyConstants: Int, allowsFrame: Bool = true) {
    loop = Loop(cond, body, condConstants, bodyConstants)
    fitsFrame = allowsFrame && loop.cond.fitsFrame && loop.body.fitsFrame
    blocks = BlockLoop(loop)
  }

  package var name: String { "while" }
  var nested: [(role: String, program: NestedProgram)] { [("cond", loop.cond), ("body", loop.body)] }

  package func reusableOperand(ofResult index: Int) -> Int? { loop.condConstants + loop.bodyConstants + index }

  /// That of one turn: nobody knows how many there will be.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    var cost = loop.cond.program.cost + loop.body.program.cost
    cost.isComplete = false
    return cost
  }

  func runNested(_ call: StepCall) {
    if !blocks.run(call) { loop.run(call) }
  }
}
