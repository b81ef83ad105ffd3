import LanewiseEngine

/// An array of a test: elements and type.
struct TestArray {
  var bytes: [UInt8]
  var type: AbstractArray

  init<T: BitwiseCopyable>(_ elements: [T], _ shape: [Int], _ dtype: DType) {
    precondition(elements.count == shape.reduce(1, *) && MemoryLayout<T>.stride == dtype.byteWidth)
    bytes = elements.withUnsafeBytes { Array($0) }
    type = AbstractArray(Shape(shape), dtype)
  }

  init(zerosOf type: AbstractArray) {
    bytes = [UInt8](repeating: 0xa5, count: type.byteCount)
    self.type = type
  }

  func elements<T: BitwiseCopyable>(_: T.Type) -> [T] {
    bytes.withUnsafeBytes { raw in
      (0..<type.count).map { raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<T>.stride, as: T.self) }
    }
  }
}

extension Step {
  /// Runs the step on aligned copies of the operands, with canaries behind the results.
  func results(_ operands: [TestArray], _ resultTypes: [(shape: [Int], dtype: DType)]) -> [TestArray] {
    let canary: UInt8 = 0x5a
    let padding = 128
    func block(_ bytes: [UInt8]) -> UnsafeMutableRawPointer {
      let address = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + padding, alignment: 64)
      address.initializeMemory(as: UInt8.self, repeating: canary, count: bytes.count + padding)
      bytes.withUnsafeBytes { if let base = $0.baseAddress { address.copyMemory(from: base, byteCount: $0.count) } }
      return address
    }
    var results = resultTypes.map { TestArray(zerosOf: AbstractArray(Shape($0.shape), $0.dtype)) }
    let inputs = operands.map { block($0.bytes) }
    let outputs = results.map { block($0.bytes) }
    defer { (inputs + outputs).forEach { $0.deallocate() } }
    inputs.map { UnsafeRawPointer($0) }.withUnsafeBufferPointer { ins in
      outputs.withUnsafeBufferPointer { outs in
        run(
          StepCall(
            operands: ins.baseAddress ?? UnsafePointer(bitPattern: 8)!, results: outs.baseAddress!,
            operandTypes: operands.map(\.type), resultTypes: results.map(\.type)))
      }
    }
    for (index, output) in outputs.enumerated() {
      let count = results[index].bytes.count
      let bytes = UnsafeRawBufferPointer(start: output, count: count + padding)
      precondition(bytes[count...].allSatisfy { $0 == canary }, "wrote past the result")
      results[index].bytes = Array(bytes[..<count])
    }
    return results
  }

  func result<T: BitwiseCopyable>(_ operands: [TestArray], _ shape: [Int], _ dtype: DType, _: T.Type) -> [T] {
    results(operands, [(shape, dtype)])[0].elements(T.self)
  }
}

/// A small deterministic generator, for test data.
struct Generator: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// All index vectors below the extents, in row-major order.
func indexVectors(_ shape: [Int]) -> [[Int]] {
  shape.reduce([[]]) { prefixes, extent in prefixes.flatMap { prefix in (0..<extent).map { prefix + [$0] } } }
}
func offset(_ index: [Int], in shape: [Int]) -> Int { zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 } }

/// Runs with so many threads, and then with as many as before.
func withThreads<R>(_ count: Int, _ body: () -> R) -> R {
  let threads = Workers.threadCount
  defer { Workers.threadCount = threads }
  Workers.threadCount = count
  return body()
}
