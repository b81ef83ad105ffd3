/// The memory with which a thread runs an executable again and again: the table of its buffers, and its intermediate
/// arrays. Made once for a loop, not for every turn.
struct Activation {
  let executable: Executable
  private let block: UnsafeMutableRawPointer
  private let byteCount: Int

  init(_ executable: Executable) {
    self.executable = executable
    let table = (executable.bufferCount * 8 + 63) / 64 * 64
    byteCount = table + executable.temporaryByteCount
    block = MemoryPool.allocate(byteCount)
    executable.addConstants(to: buffers)
    executable.addTemporaries(at: block + table, to: buffers)
  }

  func free() { MemoryPool.release(block, byteCount) }

  private var buffers: UnsafeMutablePointer<Int> { block.assumingMemoryBound(to: Int.self) }

  func setInput(_ index: Int, _ address: UnsafeRawPointer) { buffers[index] = Int(bitPattern: address) }

  /// Where an output is to be computed. An output that is not computed takes no notice.
  func setOutput(_ index: Int, _ address: UnsafeMutableRawPointer) {
    if case .computed(let buffer, _, _) = executable.outputs[index] { buffers[buffer] = Int(bitPattern: address) }
  }

  func run() { executable.execute(buffers) }

  /// Where an output's elements are that is an input or a constant; nil for one that is computed, or the same as
  /// another.
  func source(ofOutput index: Int) -> UnsafeRawPointer? {
    switch executable.outputs[index] {
    case .input(let input): UnsafeRawPointer(bitPattern: buffers[input])
    case .constant(let storage): UnsafeRawPointer(storage.address)
    case .same, .computed: nil
    }
  }

  /// Runs, and brings every output to its address, computed there or copied.
  func run(to addresses: (Int) -> UnsafeMutableRawPointer) {
    let outputs = executable.program.outputs
    for index in outputs.indices { setOutput(index, addresses(index)) }
    run()
    for index in outputs.indices {
      let source: UnsafeRawPointer
      switch executable.outputs[index] {
      case .computed: continue
      case .same(let earlier): source = UnsafeRawPointer(addresses(earlier))
      case .input, .constant: source = self.source(ofOutput: index)!
      }
      let target = addresses(index)
      if source != UnsafeRawPointer(target) {
        target.copyMemory(from: source, byteCount: executable.outputByteCount(index))
      }
    }
  }
}

extension Executable {
  func outputByteCount(_ index: Int) -> Int { program.types[Int(program.outputs[index].index)].byteCount }
}
