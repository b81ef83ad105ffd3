import LanewiseKernelABI

/// A key for each integer (JAX's `random_seed`): its upper and its lower 32 bits. Narrower integers are extended by
/// their sign to 32 bits, above which stands 0.
///
/// - Operand: seeds of any integer dtype. Result: keys of the same shape.
package struct RandomSeedStep: Step {
  package init() {}

  package var name: String { "random_seed" }

  package func run(_ call: StepCall) {
    let seeds = call.operandTypes[0]
    seeds.dtype.visit(
      Seeding(
        source: call.operand(0), keys: call.result(0), count: seeds.count, isWide: seeds.dtype.byteWidth == 8))
  }

  private struct Seeding: ElementVisitor {
    let source: UnsafeRawPointer, keys: UnsafeMutableRawPointer, count: Int, isWide: Bool

    func visit<E: Element>(_ type: E.Type) {
      let source = source.assumingMemoryBound(to: type)
      let keys = keys.assumingMemoryBound(to: UInt32.self)
      for i in 0..<count {
        let seed = UInt64(bitPattern: source[i].integer ?? 0)
        keys[2 * i] = isWide ? UInt32(truncatingIfNeeded: seed >> 32) : 0
        keys[2 * i + 1] = UInt32(truncatingIfNeeded: seed)
      }
    }
  }
}

/// A new key from each key and a number (JAX's `random_fold_in`).
///
/// - Operands: keys; uint32 data of the same shape, or either of one element. Result: keys.
package struct RandomFoldInStep: Step {
  package init() {}

  package var name: String { "random_fold_in" }

  package func run(_ call: StepCall) {
    let keys = call.operand(0)
    let data = call.operand(1, as: UInt32.self)
    let keyStep = call.operandTypes[0].count == 1 ? 0 : 8
    let dataStep = call.operandTypes[1].count == 1 ? 0 : 1
    let result = call.result(0, as: UInt32.self)
    let cipher = KernelTable.kernel(KernelIndex.threefry)!
    forEachRange(call.resultTypes[0].count, grain: 1024, nanoseconds: 60) { range in
      // As long as the vectors that the kernel reads.
      withScratch(UInt32.self, 16) { zero in
        zero[0] = 0
        for i in range {
          callKernel(
            cipher, result: result + 2 * i, keys + keyStep * i, zero, data + dataStep * i, second: result + 2 * i + 1,
            count: 1)
        }
      }
    }
  }
}

/// The Threefry-2x32 block function itself (JAX's `threefry2x32`).
///
/// - Operands: two words of key and two of counter, uint32 arrays of one shape, or of one element each.
/// - Results: two uint32 arrays of that shape.
package struct Threefry2x32Step: Step {
  package init() {}

  package var name: String { "threefry2x32" }

  package func run(_ call: StepCall) {
    let operands = (0..<4).map { (call.operand($0, as: UInt32.self), call.operandTypes[$0].count == 1 ? 0 : 1) }
    let first = call.result(0, as: UInt32.self)
    let second = call.result(1, as: UInt32.self)
    let cipher = KernelTable.kernel(KernelIndex.threefry)!
    let tile = 256
    forEachRange(call.resultTypes[0].count, grain: 16384, nanoseconds: 2) { range in
      withScratch(UInt32.self, 2 * tile) { counters in
        func word(_ operand: Int, _ i: Int) -> UInt32 { operands[operand].0[operands[operand].1 * i] }
        var start = range.lowerBound
        while start < range.upperBound {
          // The kernel has one key: neighbours that share theirs are enciphered together.
          var key = (word(0, start), word(1, start))
          let limit = min(range.upperBound, start + tile)
          var end = start
          while end < limit, word(0, end) == key.0, word(1, end) == key.1 {
            counters[end - start] = word(2, end)
            counters[tile + end - start] = word(3, end)
            end += 1
          }
          callKernel(
            cipher, result: first + start, &key, counters, counters + tile, second: second + start,
            count: end - start)
          start = end
        }
      }
    }
  }
}
