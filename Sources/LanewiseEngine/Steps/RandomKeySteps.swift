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
    let keys = call.operand(0, as: UInt32.self)
    let data = call.operand(1, as: UInt32.self)
    let keyStep = call.operandTypes[0].count == 1 ? 0 : 2
    let dataStep = call.operandTypes[1].count == 1 ? 0 : 1
    let result = call.result(0, as: UInt32.self)
    forEachRange(call.resultTypes[0].count, grain: 4096) { range in
      for i in range {
        let (a, b) = Threefry(keys[keyStep * i], keys[keyStep * i + 1]).encrypt(0, data[dataStep * i])
        result[2 * i] = a
        result[2 * i + 1] = b
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
    let (key0, key1, counter0, counter1) = (operands[0], operands[1], operands[2], operands[3])
    let first = call.result(0, as: UInt32.self)
    let second = call.result(1, as: UInt32.self)
    forEachRange(call.resultTypes[0].count, grain: 16384) { range in
      var start = range.lowerBound
      while start < range.upperBound {
        let lanes = min(8, range.upperBound - start)
        @inline(__always) func load(_ operand: (UnsafePointer<UInt32>, Int)) -> Threefry.Words {
          if operand.1 == 0 { return Threefry.Words(repeating: operand.0[0]) }
          let address = UnsafeRawPointer(operand.0 + start)
          if lanes == 8 { return address.loadUnaligned(as: Threefry.Words.self) }
          var words = Threefry.Words.zero
          withUnsafeMutableBytes(of: &words) { $0.baseAddress!.copyMemory(from: address, byteCount: 4 * lanes) }
          return words
        }
        let (a, b) = Threefry.encrypt(load(key0), load(key1), load(counter0), load(counter1))
        withUnsafeBytes(of: (a, b)) { words in
          UnsafeMutableRawPointer(first + start).copyMemory(from: words.baseAddress!, byteCount: 4 * lanes)
          UnsafeMutableRawPointer(second + start).copyMemory(from: words.baseAddress! + 32, byteCount: 4 * lanes)
        }
        start += 8
      }
    }
  }
}
