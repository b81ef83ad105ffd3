import LanewiseKernelABI
import Synchronization

/// A compiled program. Any number of threads may run one executable at once.
package final class Executable: @unchecked Sendable {
  /// What runs one after the other.
  enum Item {
    case tiles(TileProgram)
    case blocks(BlockProgram)
    case updates(UpdateProgram)
    case transpose(TransposeProgram)
    case step(StepItem)
  }

  struct StepItem {
    var step: any Step
    var operands: [Int32]
    var results: [Int32]
    var operandTypes: [AbstractArray]
    var resultTypes: [AbstractArray]
  }

  /// Where an output comes from.
  enum Output {
    case input(Int)
    case constant(Storage)
    /// A new array, or the array of the input that may be overwritten if the caller gives it away (−1 for none).
    case computed(buffer: Int, byteCount: Int, donor: Int)
    /// The same array as an output before.
    case same(Int)
  }

  /// Intermediate arrays: the buffer, and the offset in the run's block.
  struct Temporary { var buffer: Int, offset: Int }

  /// An array within another: the buffer, that of the other, and the offset.
  struct Part { var buffer: Int, whole: Int, offset: Int }

  let items: [Item]
  /// What has run already: what it gives depends on no input.
  let constantItems: [Item]
  let outputs: [Output]
  let inputCount: Int
  let bufferCount: Int
  let constantBuffers: RawList<(buffer: Int, address: Int)>
  let temporaries: RawList<Temporary>
  let temporaryByteCount: Int
  let parts: RawList<Part>
  let scalars: UnsafeMutableRawPointer
  private let scalarByteCount: Int
  private let constants: [Storage]
  package let program: Program
  /// Whether a run may take long enough to go on behind its call, so that it is worth a look at the clock.
  package let mayBeLong: Bool
  /// Whether a call may return only after the run.
  let isSynchronous: Bool
  /// What the last run took, where the clock was looked at.
  let lastNanoseconds = Atomic<Int>(0)

  package convenience init(_ program: Program) { self.init(compiling: program, donors: 0..<program.inputCount) }

  init(
    program: Program, items: [Item], constantItems: [Item], outputs: [Output], bufferCount: Int,
    constantBuffers: [(buffer: Int, address: Int)], temporaries: [Temporary], temporaryByteCount: Int,
    parts: [Part], scalars: UnsafeMutableRawPointer, scalarByteCount: Int, constants: [Storage]
  ) {
    self.program = program
    self.items = items
    self.constantItems = constantItems
    self.outputs = outputs
    inputCount = program.inputCount
    self.bufferCount = bufferCount
    self.constantBuffers = RawList(constantBuffers)
    self.temporaries = RawList(temporaries)
    self.temporaryByteCount = temporaryByteCount
    self.parts = RawList(parts)
    self.scalars = scalars
    self.scalarByteCount = scalarByteCount
    self.constants = constants
    mayBeLong =
      items.contains(where: \.isLoopOrBranch) || items.reduce(0) { $0 + $1.nanoseconds } >= Executable.neverLong
    isSynchronous = items.contains { if case .step(let step) = $0 { step.step.isSynchronous } else { false } }
    if !constantItems.isEmpty { computeConstants() }
  }

  deinit {
    constantBuffers.free()
    temporaries.free()
    parts.free()
    MemoryPool.release(scalars, scalarByteCount)
  }

  /// Runs the program on arrays of the inputs' types, and gives an array for each output.
  ///
  /// - `donated`: a bit for each of the first 64 inputs that the caller gives away: nobody else refers to it, and its
  ///   memory may become an output's.
  package func run(_ inputs: [Storage], donated: UInt64 = 0) -> [Storage] {
    precondition(inputs.count == inputCount, "an executable of \(inputCount) inputs was given \(inputs.count)")
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: bufferCount + 1) { memory in
      let buffers = memory.baseAddress!
      for index in 0..<inputCount { buffers[index] = Int(bitPattern: inputs[index].address) }
      addConstants(to: buffers)
      var results: [Storage] = []
      results.reserveCapacity(outputs.count)
      for output in outputs {
        switch output {
        case .input(let index): results.append(inputs[index])
        case .constant(let storage): results.append(storage)
        case .same(let index): results.append(results[index])
        case .computed(let buffer, let byteCount, let donor):
          let isDonated = donor >= 0 && donor < 64 && donated >> UInt64(donor) & 1 != 0
          let storage = isDonated ? inputs[donor] : Storage(byteCount: byteCount)
          buffers[buffer] = Int(bitPattern: storage.address)
          results.append(storage)
        }
      }
      executeWithTemporaries(buffers)
      return results
    }
  }

  /// The results that a run will have: `make` gives the arrays that it computes.
  func results(_ inputs: [Storage], _ make: (Int) -> Storage) -> [Storage] {
    var results: [Storage] = []
    for output in outputs {
      switch output {
      case .input(let index): results.append(inputs[index])
      case .constant(let storage): results.append(storage)
      case .same(let index): results.append(results[index])
      case .computed(_, let byteCount, _): results.append(make(byteCount))
      }
    }
    return results
  }

  /// Runs the program for results that have no memory yet; gives the memory of those that are computed.
  func run(_ inputs: [Storage], into results: [Storage], donated: UInt64) -> [(Storage, UnsafeMutableRawPointer)] {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: bufferCount + 1) { memory in
      let buffers = memory.baseAddress!
      for index in 0..<inputCount { buffers[index] = Int(bitPattern: inputs[index].address) }
      addConstants(to: buffers)
      var blocks: [(Storage, UnsafeMutableRawPointer)] = []
      for (result, output) in zip(results, outputs) {
        guard case .computed(let buffer, let byteCount, let donor) = output else { continue }
        let isDonated = donor >= 0 && donor < 64 && donated >> UInt64(donor) & 1 != 0
        let block = isDonated ? inputs[donor].surrender() : MemoryPool.allocate(byteCount)
        buffers[buffer] = Int(bitPattern: block)
        blocks.append((result, block))
      }
      timed { executeWithTemporaries(buffers) }
      return blocks
    }
  }

  @inline(__always)
  private func executeWithTemporaries(_ buffers: UnsafeMutablePointer<Int>) {
    if temporaryByteCount == 0 { return execute(buffers) }
    let block = MemoryPool.allocate(temporaryByteCount)
    addTemporaries(at: block, to: buffers)
    execute(buffers)
    MemoryPool.release(block, temporaryByteCount)
  }

  func addConstants(to buffers: UnsafeMutablePointer<Int>) {
    for index in 0..<constantBuffers.count { buffers[constantBuffers[index].buffer] = constantBuffers[index].address }
  }

  func addTemporaries(at block: UnsafeMutableRawPointer, to buffers: UnsafeMutablePointer<Int>) {
    for index in 0..<temporaries.count {
      buffers[temporaries[index].buffer] = Int(bitPattern: block) + temporaries[index].offset
    }
  }

  private func computeConstants() {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: bufferCount) { memory in
      addConstants(to: memory.baseAddress!)
      execute(constantItems, memory.baseAddress!)
    }
  }

  /// Runs the items on a table of buffers that is complete but for arrays within others.
  func execute(_ buffers: UnsafeMutablePointer<Int>) {
    for index in 0..<parts.count { buffers[parts[index].buffer] = buffers[parts[index].whole] + parts[index].offset }
    execute(items, buffers)
  }

  @inline(__always)
  private func execute(_ items: [Item], _ buffers: UnsafeMutablePointer<Int>) {
    // By index: `for item in items` would copy each with all that it refers to.
    for index in items.indices {
      switch items[index] {
      case .tiles(let program): program.run(buffers)
      case .blocks(let program): program.run(buffers)
      case .updates(let program): program.run(buffers)
      case .transpose(let transpose): transpose.run(buffers)
      case .step(let step): execute(step, buffers)
      }
    }
  }

  private func execute(_ item: StepItem, _ buffers: UnsafeMutablePointer<Int>) {
    let operandCount = item.operands.count
    withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: operandCount + 1) { operands in
      withUnsafeTemporaryAllocation(of: UnsafeMutableRawPointer.self, capacity: item.results.count + 1) { results in
        for index in 0..<operandCount {
          operands[index] = UnsafeRawPointer(bitPattern: buffers[Int(item.operands[index])])!
        }
        for index in 0..<item.results.count {
          results[index] = UnsafeMutableRawPointer(bitPattern: buffers[Int(item.results[index])])!
        }
        item.step.run(
          StepCall(
            operands: UnsafePointer(operands.baseAddress!), results: UnsafePointer(results.baseAddress!),
            operandTypes: item.operandTypes, resultTypes: item.resultTypes))
      }
    }
  }
}
