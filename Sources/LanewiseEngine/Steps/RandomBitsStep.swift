/// Random bits (JAX's `random_bits`), bit for bit those of JAX in the layout of the key's dtype.
///
/// - Operand: keys, of any shape K. Result: unsigned integers of `bitWidth` bits, shape K + shape: for every key the
///   bits of as many elements as the result has for it.
package struct RandomBitsStep: Step {
  /// 8, 16, 32 or 64.
  package let bitWidth: Int

  package init(bitWidth: Int) { self.bitWidth = bitWidth }

  package var name: String { "random_bits" }

  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    RandomStream.cost(operands, results)
  }

  package func run(_ call: StepCall) {
    let keys = call.operandTypes[0]
    guard keys.count > 0 else { return }
    let count = call.resultTypes[0].count / keys.count
    let layout: RandomStream.Layout = keys.dtype == .partitionableKey ? .partitionable : .original
    RandomStream.fill(
      call.result(0), keys: call.operand(0), keyCount: keys.count, countPerKey: count,
      output: RandomStream.Output(bitWidth: bitWidth)!, layout: layout)
  }
}

/// New keys from each key (JAX's `random_split`): operand keys of shape K, result keys of shape K + shape.
package struct RandomSplitStep: Step {
  package init() {}

  package var name: String { "random_split" }

  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    RandomStream.cost(operands, results)
  }

  package func run(_ call: StepCall) {
    let keys = call.operandTypes[0]
    guard keys.count > 0 else { return }
    let count = call.resultTypes[0].count / keys.count
    if keys.dtype == .partitionableKey {
      RandomStream.fill(
        call.result(0), keys: call.operand(0), keyCount: keys.count, countPerKey: count, output: .pairs,
        layout: .partitionable)
    } else {
      RandomStream.fill(
        call.result(0), keys: call.operand(0), keyCount: keys.count, countPerKey: 2 * count, output: .words32,
        layout: .original)
    }
  }
}
