/// The `k` largest elements of each line along the last dimension, the largest first, and their places (JAX's `top_k`).
///
/// - Operand: any dtype that orders. Results: the elements; their places, int32. Both have the operand's shape with `k`
///   as the last extent.
/// - NaN counts as the largest; of equal elements the first comes first; −0 equals +0.
///
/// The line is read once. What beats the k-th best so far is kept; when the room for it is full, it is sorted and cut
/// back to k. Long lines are cut into parts, and the parts' bests are sorted together.
package struct TopKStep: Step {
  package let k: Int

  package init(k: Int) { self.k = k }

  package var name: String { "top_k" }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    guard k > 0, type.count > 0 else { return }
    let length = type.shape[type.rank - 1]
    if k == 1 {
      // The place is what argmax finds, by vectors.
      ArgReduceStep(isMax: true, axis: type.rank - 1).run(
        StepCall(
          operands: call.operands, results: call.results + 1, operandTypes: [type], resultTypes: [call.resultTypes[1]]))
      return type.dtype.visitWidth(Picking(call: call, length: length, lines: type.count / length))
    }
    type.dtype.visit(Selecting(call: call, k: k, length: length, lines: type.count / length))
  }
}

/// The element of each line at the place that is its second result.
private struct Picking: WidthVisitor {
  let call: StepCall, length: Int, lines: Int

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    let (source, places) = (call.operand(0, as: type), call.result(1, as: Int32.self))
    let values = call.result(0, as: type)
    for line in 0..<lines { values[line] = source[line * length + Int(places[line])] }
  }
}

private struct Selecting: ElementVisitor {
  let call: StepCall, k: Int, length: Int, lines: Int

  func visit<E: Element>(_ type: E.Type) {
    if lines >= 2 * Workers.threadCount || length < 1 << 16 {
      forEachRange(lines, grain: max(1, 16384 / length), nanoseconds: length) { range in
        withScratch(Candidates<E>.Item.self, 2 * Candidates<E>.room(k, length)) { items in
          for line in range { store(line, best(line, 0..<length, type, items), type) }
        }
      }
      return
    }
    let parts = max(1, min(2 * Workers.threadCount, length / max(16384, 16 * k)))
    let room = Candidates<E>.room(k, length)
    withScratch(Candidates<E>.Item.self, parts * (2 * room + k)) { items in
      withScratch(Int.self, parts) { counts in
        let found = items + parts * 2 * room
        for line in 0..<lines {
          Workers.run(chunks: parts, nanoseconds: length) { part in
            let range = length * part / parts..<length * (part + 1) / parts
            let bests = best(line, range, type, items + part * 2 * room)
            counts[part] = min(k, range.count)
            (found + part * k).update(from: bests, count: counts[part])
          }
          // Together, in the order of their places.
          var candidates = Candidates<E>(items: items, room: parts * room, k: k)
          for part in 0..<parts {
            for i in 0..<counts[part] { candidates.append(found[part * k + i]) }
          }
          store(line, candidates.sorted(), type)
        }
      }
    }
  }

  /// The best of a part of a line, in order.
  private func best<E: Element>(
    _ line: Int, _ range: Range<Int>, _ type: E.Type, _ items: UnsafeMutablePointer<Candidates<E>.Item>
  ) -> UnsafeMutablePointer<Candidates<E>.Item> {
    let source = call.operand(0, as: type) + line * length
    var candidates = Candidates<E>(items: items, room: Candidates<E>.room(k, length), k: k)
    var i = range.lowerBound
    // As many as there is room for, then only what beats the k-th of them.
    while i < range.upperBound, candidates.count < candidates.room {
      candidates.append(.init(source[i], at: i))
      i += 1
    }
    guard i < range.upperBound else { return candidates.sorted() }
    candidates.cut()
    var least = source[Int(candidates.last.load)]
    while i < range.upperBound {
      let end = min(i &+ 32, range.upperBound)
      var hits: UInt8 = 0
      for j in i..<end { hits |= (E.isAbove(source[j], least) ? 1 : 0) | (source[j].isNaN ? 1 : 0) }
      if hits != 0 {
        for j in i..<end {
          let item = Candidates<E>.Item(source[j], at: j)
          guard item.key < candidates.last.key else { continue }
          if candidates.count == candidates.room {
            candidates.cut()
            least = source[Int(candidates.last.load)]
          }
          candidates.append(item)
        }
      }
      i = end
    }
    return candidates.sorted()
  }

  private func store<E: Element>(
    _ line: Int, _ best: UnsafePointer<Candidates<E>.Item>, _ type: E.Type
  ) {
    let source = call.operand(0, as: type) + line * length
    let values = call.result(0, as: type) + line * k
    let places = call.result(1, as: Int32.self) + line * k
    for i in 0..<k {
      values[i] = source[Int(best[i].load)]
      places[i] = Int32(truncatingIfNeeded: best[i].load)
    }
  }
}

/// Elements that may be among the `k` best, with their places, in the order of these.
private struct Candidates<E: Element> {
  /// The keys are turned round, so that the largest element has the least.
  typealias Item = Keyed<E.SortKey, UInt32>

  let items: UnsafeMutablePointer<Item>
  let room: Int
  let k: Int
  private(set) var count = 0
  /// The k-th best when they were last sorted.
  private(set) var last = Item(key: .max, load: 0)

  init(items: UnsafeMutablePointer<Item>, room: Int, k: Int) {
    (self.items, self.room, self.k) = (items, room, k)
  }

  /// Much more than k, so that what is kept is seldom sorted.
  static func room(_ k: Int, _ length: Int) -> Int { min(length, 4 * k + 256) }

  mutating func append(_ item: Item) {
    items[count] = item
    count += 1
  }

  /// Keeps the k best, in order.
  mutating func cut() {
    let best = sorted()
    if best != items { items.update(from: best, count: k) }
    count = k
    last = items[k - 1]
  }

  func sorted() -> UnsafeMutablePointer<Item> {
    var varying: E.SortKey = 0
    for i in 0..<count { varying |= items[i].key ^ items[0].key }
    // Of equal keys, the places ascend as they were appended.
    return StableSort.sortWithPlaces(items, items + room, count, varying: varying)
  }
}

extension Keyed where Load == UInt32 {
  @inline(__always) fileprivate init<E: Element>(_ element: E, at place: Int) where E.SortKey == Key {
    self.init(key: ~element.sortKey, load: UInt32(truncatingIfNeeded: place))
  }
}
