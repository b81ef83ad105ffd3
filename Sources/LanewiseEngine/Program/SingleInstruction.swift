extension Program {
  /// Runs a program of a single step or view without compiling it, which would take longer than small arrays need;
  /// nil for any other program.
  package func runWithoutCompiling(_ inputs: [Storage]) -> [Storage]? {
    guard instructions.count == 1 else { return nil }
    let instruction = instructions[0]
    let produced = results(of: instruction)
    guard outputs.count == produced.count, zip(outputs, produced).allSatisfy({ Int($0.index) == $1 }) else {
      return nil
    }
    var sources: [Storage] = []
    for slot in operands(of: instruction) {
      guard let storage = leaf(slot, inputs) else { return nil }
      sources.append(storage)
    }
    let resultTypes = produced.map { types[$0] }
    switch instruction.operation {
    case .step(let step):
      return step.runAlone(sources, operands(of: instruction).map { types[Int($0.index)] }, resultTypes)
    case .view(let offset, let strides):
      let result = Storage(byteCount: resultTypes[0].byteCount)
      let shape = resultTypes[0].shape
      let width = resultTypes[0].dtype.byteWidth
      guard shape.count > 0 else { return [result] }
      StridedBox(extents: shape.dims, sourceStrides: strides, targetStrides: shape.strides)
        .copy(from: sources[0].address + offset * width, to: result.address, resultTypes[0].dtype)
      return [result]
    default: return nil
    }
  }

  /// The memory of a value that is there before the program runs.
  private func leaf(_ slot: Slot, _ inputs: [Storage]) -> Storage? {
    switch sources[Int(slot.index)] {
    case .input(let index): return inputs[index]
    case .constant(let storage): return storage
    case .scalar(let bits):
      let storage = Storage(byteCount: 8)
      storage.address.storeBytes(of: bits, as: UInt64.self)
      return storage
    case .instruction: return nil
    }
  }
}

extension Step {
  /// Runs on memory that is there, without a program.
  package func runAlone(
    _ operands: [Storage], _ operandTypes: [AbstractArray], _ resultTypes: [AbstractArray]
  ) -> [Storage] {
    let results = resultTypes.map { Storage(byteCount: $0.byteCount) }
    // A step of no operands, or of no results, never reads the address.
    withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: operands.count + 1) { operandAddresses in
      withUnsafeTemporaryAllocation(of: UnsafeMutableRawPointer.self, capacity: results.count + 1) { resultAddresses in
        for index in operands.indices {
          operandAddresses.initializeElement(at: index, to: UnsafeRawPointer(operands[index].address))
        }
        for index in results.indices { resultAddresses.initializeElement(at: index, to: results[index].address) }
        run(
          StepCall(
            operands: UnsafePointer(operandAddresses.baseAddress!),
            results: UnsafePointer(resultAddresses.baseAddress!),
            operandTypes: operandTypes, resultTypes: resultTypes))
      }
    }
    withExtendedLifetime(operands) {}
    return results
  }
}
