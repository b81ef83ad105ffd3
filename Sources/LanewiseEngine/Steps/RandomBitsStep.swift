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

/// The words of keys' streams.
enum RandomStream {
  enum Layout { case original, partitionable }

  /// An addition, a rotation and an exclusive or in each of the twenty rounds of a block of two words.
  static func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(flops: 3 * 20 * (results[0].byteCount / 8), moving: operands, results)
  }

  /// What an element of the output is made of: 8, 16, 32 or 64 bits, or a block's two words in order (a key).
  enum Output {
    case words8, words16, words32, words64, pairs

    init?(bitWidth: Int) {
      switch bitWidth {
      case 8: self = .words8
      case 16: self = .words16
      case 32: self = .words32
      case 64: self = .words64
      default: return nil
      }
    }

    var byteWidth: Int {
      switch self {
      case .words8: 1
      case .words16: 2
      case .words32: 4
      case .words64, .pairs: 8
      }
    }
  }

  static func fill(
    _ result: UnsafeMutableRawPointer, keys: UnsafeRawPointer, keyCount: Int, countPerKey count: Int, output: Output,
    layout: Layout
  ) {
    guard count > 0 else { return }
    let bytes = count * output.byteWidth
    // The original layout makes whole words, and enciphers the i-th together with the one half the words further on;
    // the partitionable one enciphers each element's own number.
    let words = (bytes + 3) / 4
    let blocks = layout == .original ? (words + 1) / 2 : count
    let grain = 16384
    forEachRange(keyCount, grain: max(1, grain / blocks), nanoseconds: blocks * 2) { range in
      for index in range {
        let cipher = Threefry(at: keys + 8 * index)
        let target = result + index * bytes
        // One stream is split within itself; of several, each runs whole.
        forEachRange(blocks, grain: keyCount == 1 ? grain : blocks, nanoseconds: 2) { part in
          switch layout {
          case .original: original(cipher, target, part, blocks, words, bytes, output)
          case .partitionable: partitionable(cipher, target, part, output)
          }
        }
      }
    }
  }

  private static func original(
    _ cipher: Threefry, _ target: UnsafeMutableRawPointer, _ part: Range<Int>, _ blocks: Int, _ words: Int,
    _ bytes: Int, _ output: Output
  ) {
    var block = part.lowerBound
    while block < part.upperBound {
      let first = UInt32(truncatingIfNeeded: block)
      let low = Threefry.Words(repeating: first) &+ .lanes
      var high = low &+ Threefry.Words(repeating: UInt32(truncatingIfNeeded: blocks))
      // An odd number of words: the last counter has no partner, and takes 0.
      if words % 2 == 1 && block + 8 >= blocks { high[blocks - 1 - block] = 0 }
      let (a, b) = cipher.encrypt(low, high)
      let lanes = min(8, part.upperBound - block)
      if case .words64 = output {
        storeWide(a, b, target + 8 * block, lanes)
      } else {
        store(a, target + 4 * block, min(4 * lanes, bytes - 4 * block))
        store(b, target + 4 * (blocks + block), min(4 * lanes, bytes - 4 * (blocks + block)))
      }
      block += 8
    }
  }

  private static func partitionable(
    _ cipher: Threefry, _ target: UnsafeMutableRawPointer, _ part: Range<Int>, _ output: Output
  ) {
    var element = part.lowerBound
    while element < part.upperBound {
      let low = Threefry.Words(repeating: UInt32(truncatingIfNeeded: element)) &+ .lanes
      var high = Threefry.Words(repeating: UInt32(truncatingIfNeeded: element >> 32))
      if low[0] > .max - 7 {
        for lane in 1..<8 where low[lane] < low[0] { high[lane] &+= 1 }
      }
      let (a, b) = cipher.encrypt(high, low)
      let lanes = min(8, part.upperBound - element)
      switch output {
      case .words64: storeWide(a, b, target + 8 * element, lanes)
      case .pairs: storeWide(b, a, target + 8 * element, lanes)
      case .words32: store(a ^ b, target + 4 * element, 4 * lanes)
      case .words16:
        let mixed = a ^ b
        for lane in 0..<lanes {
          (target + 2 * (element + lane)).storeBytes(of: UInt16(truncatingIfNeeded: mixed[lane]), as: UInt16.self)
        }
      case .words8:
        let mixed = a ^ b
        for lane in 0..<lanes {
          (target + element + lane).storeBytes(of: UInt8(truncatingIfNeeded: mixed[lane]), as: UInt8.self)
        }
      }
      element += 8
    }
  }

  /// The first `byteCount` bytes of eight words, in memory order.
  @inline(__always)
  private static func store(_ words: Threefry.Words, _ target: UnsafeMutableRawPointer, _ byteCount: Int) {
    if byteCount >= 32 {
      target.storeBytes(of: words, as: Threefry.Words.self)
    } else if byteCount > 0 {
      withUnsafeBytes(of: words) { target.copyMemory(from: $0.baseAddress!, byteCount: byteCount) }
    }
  }

  /// 64-bit elements with `high` above `low`.
  @inline(__always)
  private static func storeWide(
    _ high: Threefry.Words, _ low: Threefry.Words, _ target: UnsafeMutableRawPointer, _ lanes: Int
  ) {
    for lane in 0..<lanes {
      (target + 8 * lane).storeBytes(of: UInt64(high[lane]) << 32 | UInt64(low[lane]), as: UInt64.self)
    }
  }
}
