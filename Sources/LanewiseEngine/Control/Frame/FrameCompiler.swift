extension FrameProgram {
  /// The program of one loop or branch, which has to fit a frame; nil if it has too many values for one.
  ///
  /// Its operands and results are the step's.
  convenience init?(_ step: any ControlStep, _ operandTypes: [AbstractArray], _ resultTypes: [AbstractArray]) {
    let writer = FrameWriter()
    let list = RecordWriter()
    func external(_ array: Int) -> FrameValue {
      FrameValue(base: .external(array, byteOffset: 0), slot: writer.external(array))
    }
    /// Whether a loop has an array in its frame, where the code of scalars finds it sooner.
    func isNear(_ type: AbstractArray) -> Bool { !(step is SwitchStep) && (1...64).contains(type.byteCount) }
    let operands = operandTypes.enumerated().map { index, type -> FrameScope.Input in
      guard isNear(type) else { return FrameScope.Input(value: external(index)) }
      let copy = writer.place(type.count, type.dtype, isLasting: true)
      FrameMove.write([FrameMove(to: copy, from: external(index), type: type)], writer, list)
      return FrameScope.Input(value: copy, isOwned: true)
    }
    let wanted = resultTypes.indices.map { external(operandTypes.count + $0) }
    let places = zip(resultTypes, wanted).map { isNear($0) ? nil : $1 }
    let results = FrameControl(writer, list).write(
      step, operands, places.map { FrameControl.Wanted(place: $0) }, operandTypes, resultTypes)
    FrameMove.write(
      results.indices.map { FrameMove(to: wanted[$0], from: results[$0], type: resultTypes[$0]) }, writer, list)
    guard let parts = writer.finish(list, operandCount: operandTypes.count) else { return nil }
    self.init(parts)
  }
}

extension Program {
  /// Elements of a value that kernels compute with in one call, and of one that is only moved.
  private static let mostComputed = 1024
  private static let mostMoved = 1024
  /// Elements that are reduced: of so few, the order does not depend on what else is computed.
  private static let mostReduced = 128

  /// Whether all values that the program computes are scalars or small arrays. What steps read and write may be large.
  ///
  /// Half precision is rounded where a group of fused operations ends; a frame has no groups.
  var fitsFrame: Bool {
    instructions.allSatisfy { instruction in
      let results = results(of: instruction)
      func isSmall(_ most: Int) -> Bool { results.allSatisfy { types[$0].count <= most } }
      func isWhole() -> Bool {
        results.allSatisfy { !types[$0].dtype.isHalf }
          && operands(of: instruction).allSatisfy { !types[Int($0.index)].dtype.isHalf }
      }
      switch instruction.operation {
      case .unary, .binary, .compare, .select, .fma, .convert, .bitcast, .iota:
        return isSmall(Program.mostComputed) && isWhole()
      case .view: return isSmall(Program.mostMoved)
      case .reshape, .step: return true
      case .reduce:
        return operands(of: instruction).allSatisfy { types[Int($0.index)].count <= Program.mostReduced } && isWhole()
      }
    }
  }

  /// The input whose memory an output may stay in: passed on, or worked on in place by one step after the other.
  func originOfOutput(_ output: Int) -> Int? {
    var slot = outputs[output]
    while true {
      switch sources[Int(slot.index)] {
      case .input(let input): return types[Int(slot.index)].byteCount == outputByteCount(output) ? input : nil
      case .scalar, .constant: return nil
      case .instruction(let index):
        let instruction = instructions[Int(index)]
        guard case .step(let step) = instruction.operation,
          let operand = step.reusableOperand(ofResult: Int(slot.index) - Int(instruction.resultStart))
        else { return nil }
        slot = self.operands[Int(instruction.operandStart) + operand]
      }
    }
  }

  func outputByteCount(_ output: Int) -> Int { types[Int(outputs[output].index)].byteCount }
}
