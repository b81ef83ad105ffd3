/// Each line along the last dimension in three parts: what is less than its k-th smallest element, what equals that, and
/// what is greater; within a part, elements keep their order.
///
/// - Operand: any dtype. Results: the same; if there is a second one, the elements' places, int32.
/// - Order as ``SortStep`` has it: NaN last, −0 equal to +0.
package struct PartitionStep: Step {
  package let kth: Int

  package init(kth: Int) { self.kth = kth }

  package var name: String { "partition" }

  /// Each element is compared three times: with a sample's keys, and twice with the k-th smallest.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(flops: 3 * operands[0].count, moving: operands, results)
  }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    guard type.count > 0 else { return }
    let length = type.shape[type.rank - 1]
    type.dtype.visit(Partitioning(call: call, kth: kth, length: length, lines: type.count / length))
  }
}

private struct Partitioning: ElementVisitor {
  let call: StepCall, kth: Int, length: Int, lines: Int

  func visit<E: Element>(_ type: E.Type) {
    if lines >= 2 * Workers.threadCount || length < 1 << 16 {
      forEachRange(lines, grain: max(1, 16384 / length), nanoseconds: 4 * length) { range in
        for line in range { divide(line, type) }
      }
    } else {
      for line in 0..<lines { divide(line, type) }
    }
  }

  private func divide<E: Element>(_ line: Int, _ type: E.Type) {
    let source = call.operand(0, as: type) + line * length
    let parts = LineParts(length)
    withScratch(E.SortKey.self, length) { keys in
      _ = KeySummary.keys(of: source, length, to: KeysAlone(keys: keys))
      let middle = Selection(keys: keys, parts: parts).key(kth)
      withScratch(SIMD4<Int>.self, parts.count) { next in
        let sift = KeySift<E.SortKey>()
        parts.run { part, range in
          next[part] =
            sift?.count(keys + range.lowerBound, range.count, middle...middle) ?? count(keys, range, middle)
        }
        // Where each part's first elements of the three kinds go.
        let all = (0..<parts.count).reduce(SIMD4.zero) { $0 &+ next[$1] }
        var place = line * length &+ SIMD4(0, all[0], all[0] + all[1], 0)
        for part in 0..<parts.count { (next[part], place) = (place, place &+ next[part]) }
        parts.run { part, range in
          if let sift, call.resultTypes.count == 1, E.SortKey.bitWidth == 8 * MemoryLayout<E>.size {
            let target = call.result(0, as: E.self)
            func place(_ kind: Int) -> UnsafeMutableRawPointer { UnsafeMutableRawPointer(target + next[part][kind]) }
            _ = sift.sift(
              keys + range.lowerBound, source + range.lowerBound, range.count, middle...middle,
              to: (place(0), place(1), place(2)))
          } else {
            write(source, keys, range, middle, next[part])
          }
        }
      }
    }
  }

  /// Stores a part's elements, from the next place of their kind on.
  private func write<E: Element>(
    _ source: UnsafePointer<E>, _ keys: UnsafePointer<E.SortKey>, _ range: Range<Int>, _ middle: E.SortKey,
    _ next: SIMD4<Int>
  ) {
    let target = call.result(0, as: E.self)
    let places = call.resultTypes.count > 1 ? call.result(1, as: Int32.self) : nil
    var next = next
    withScratch(E.self, 3 * Self.block) { elements in
      withScratch(Int32.self, 3 * Self.block) { numbers in
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.block) {
          let some = start..<min(start + Self.block, range.upperBound)
          let counts = sift(source, keys, some, middle, elements, places == nil ? nil : numbers)
          for kind in 0..<3 {
            (target + next[kind]).update(from: elements + kind * Self.block, count: counts[kind])
            if let places { (places + next[kind]).update(from: numbers + kind * Self.block, count: counts[kind]) }
          }
          next &+= counts
        }
      }
    }
  }

  /// How many keys are below the middle one, equal to it, and above.
  @inline(__always)
  private func count<K: FixedWidthInteger>(_ keys: UnsafePointer<K>, _ range: Range<Int>, _ middle: K) -> SIMD4<Int> {
    var (below, above) = (0, 0)
    var i = range.lowerBound
    while i < range.upperBound {
      below &+= (keys[i] < middle).asOne
      above &+= (keys[i] > middle).asOne
      i &+= 1
    }
    return SIMD4(below, range.count - below - above, above, 0)
  }

  /// Elements that are sifted at a time: their three kinds stay in the first cache.
  private static let block = 1024

  /// Stores elements, and their numbers, by their kinds, a block for each. Every element is stored as all three, and
  /// counts as one: which it is cannot be foreseen, and a branch that goes wrong takes longer.
  @inline(__always)
  private func sift<E: Element>(
    _ source: UnsafePointer<E>, _ keys: UnsafePointer<E.SortKey>, _ range: Range<Int>, _ middle: E.SortKey,
    _ elements: UnsafeMutablePointer<E>, _ numbers: UnsafeMutablePointer<Int32>?
  ) -> SIMD4<Int> {
    var (below, equal, above) = (0, Self.block, 2 * Self.block)
    var i = range.lowerBound
    while i < range.upperBound {
      let (element, key) = (source[i], keys[i])
      (elements[below], elements[equal], elements[above]) = (element, element, element)
      if let numbers {
        let number = Int32(truncatingIfNeeded: i)
        (numbers[below], numbers[equal], numbers[above]) = (number, number, number)
      }
      let (isBelow, isAbove) = ((key < middle).asOne, (key > middle).asOne)
      below &+= isBelow
      above &+= isAbove
      equal &+= 1 &- isBelow &- isAbove
      i &+= 1
    }
    return SIMD4(below, equal &- Self.block, above &- 2 * Self.block, 0)
  }
}
