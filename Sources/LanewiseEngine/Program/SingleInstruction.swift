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
    switch instruction.operation {
    case .step, .view: break
    default: return nil
    }
    var sources: [Storage] = []
    for slot in operands(of: instruction) {
      guard let storage = leaf(slot, inputs) else { return nil }
      sources.append(storage)
    }
    let results = produced.map { Storage(byteCount: types[$0].byteCount) }
    let operandTypes = operands(of: instruction).map { types[Int($0.index)] }
    let resultTypes = produced.map { types[$0] }
    switch instruction.operation {
    case .step(let step):
      let operandAddresses = sources.map { UnsafeRawPointer($0.address) }
      let resultAddresses = results.map(\.address)
      operandAddresses.withUnsafeBufferPointer { operands in
        resultAddresses.withUnsafeBufferPointer { targets in
          // A step of no operands, or of no results, never reads the address.
          guard let target = targets.baseAddress else { return }
          withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: 1) { none in
            step.run(
              StepCall(
                operands: operands.baseAddress ?? UnsafePointer(none.baseAddress!), results: target,
                operandTypes: operandTypes, resultTypes: resultTypes))
          }
        }
      }
      withExtendedLifetime(sources) {}
    case .view(let offset, let strides):
      let shape = resultTypes[0].shape
      let width = resultTypes[0].dtype.byteWidth
      guard shape.count > 0 else { break }
      StridedBox(extents: shape.dims, sourceStrides: strides, targetStrides: shape.strides)
        .copy(from: sources[0].address + offset * width, to: results[0].address, resultTypes[0].dtype)
    default: return nil
    }
    return results
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
