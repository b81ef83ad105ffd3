/// The index of the largest or smallest element along an axis (JAX's `argmax`, `argmin`).
///
/// - Operand: any dtype that orders. Result: indices of the result's integer dtype; the operand's shape without the axis.
/// - The first NaN wins; of equals, the lowest index; −0 equals +0. Of no elements the index is 0.
package struct ArgReduceStep: Step {
  package let isMax: Bool
  package let axis: Int

  package init(isMax: Bool, axis: Int) {
    self.isMax = isMax
    self.axis = axis
  }

  package var name: String { isMax ? "argmax" : "argmin" }

  /// A comparison for each element.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(flops: operands[0].count, moving: operands, results)
  }

  package func run(_ call: StepCall) {
    let layout = AxisLayout(call.operandTypes[0].shape, axis: axis)
    guard layout.lines > 0 else { return }
    call.operandTypes[0].dtype.visit(ArgReducing(call: call, layout: layout, isMax: isMax))
  }
}

private struct ArgReducing: ElementVisitor {
  let call: StepCall, layout: AxisLayout, isMax: Bool

  func visit<E: Element>(_ type: E.Type) {
    if isMax { reduce(type, LargestFirst.self) } else { reduce(type, SmallestFirst.self) }
  }

  @inline(__always) private func reduce<E: Element, O: ElementOrder>(_ type: E.Type, _ order: O.Type) {
    let source = call.operand(0, as: type)
    let (length, inner) = (layout.length, layout.inner)
    if inner == 1 {
      forEachRange(layout.lines, grain: max(1, 32768 / max(length, 1)), nanoseconds: max(1, length / 4)) { lines in
        for line in lines {
          store(Self.best(source + line * length, length, order), at: line)
        }
      }
      return
    }
    // Row after row, a band of columns at a time, the best so far beside its index.
    let band = 512
    let bands = (inner + band - 1) / band
    let work = max(1, length * min(band, inner))
    forEachRange(layout.outer * bands, grain: max(1, 32768 / work), nanoseconds: work) { tasks in
      withScratch(E.self, band) { bests in
        withScratch(UInt32.self, band) { indices in
          for task in tasks {
            let (block, first) = (task / bands, task % bands * band)
            let width = min(band, inner - first)
            indices.update(repeating: 0, count: width)
            for row in 0..<length {
              let values = source + (block * length + row) * inner + first
              if row == 0 {
                bests.update(from: values, count: width)
                continue
              }
              for j in 0..<width {
                let (value, best) = (values[j], bests[j])
                let wins = O.beats(value, best) || (value.isNaN && !best.isNaN)
                bests[j] = wins ? value : best
                indices[j] = wins ? UInt32(truncatingIfNeeded: row) : indices[j]
              }
            }
            for j in 0..<width { store(Int(indices[j]), at: block * inner + first + j) }
          }
        }
      }
    }
  }

  /// The index of a line's best: blocks are looked through for their best value only, and a block that beats all before
  /// it once more for the place.
  @inline(__always)
  private static func best<E: Element, O: ElementOrder>(
    _ line: UnsafePointer<E>, _ length: Int, _ order: O.Type
  ) -> Int {
    guard length > 0 else { return 0 }
    let blockLength = 2048
    var best = line[0]
    var index = 0
    var start = 0
    while start < length {
      let block = line + start
      let count = min(blockLength, length - start)
      var challenger = block[0]
      var hasNaN = false
      if E.self == Float.self {
        let (value, isNaN) = floatBest(UnsafeRawPointer(block), count, order)
        challenger = unsafeBitCast(value, to: E.self)
        hasNaN = isNaN
      } else {
        // Four at once: one alone waits for each comparison.
        var (a, b, c, d) = (challenger, challenger, challenger, challenger)
        var notNumbers = 0
        for i in 0..<count / 4 {
          let values = block + 4 * i
          a = O.beats(values[0], a) ? values[0] : a
          b = O.beats(values[1], b) ? values[1] : b
          c = O.beats(values[2], c) ? values[2] : c
          d = O.beats(values[3], d) ? values[3] : d
          notNumbers &+= (values[0].isNaN ? 1 : 0) &+ (values[1].isNaN ? 1 : 0)
          notNumbers &+= (values[2].isNaN ? 1 : 0) &+ (values[3].isNaN ? 1 : 0)
        }
        for i in count / 4 * 4..<count {
          a = O.beats(block[i], a) ? block[i] : a
          notNumbers &+= block[i].isNaN ? 1 : 0
        }
        a = O.beats(b, a) ? b : a
        c = O.beats(d, c) ? d : c
        challenger = O.beats(c, a) ? c : a
        hasNaN = notNumbers > 0
      }
      if hasNaN {
        return start + (0..<count).first { block[$0].isNaN }!
      }
      if start == 0 || O.beats(challenger, best) {
        best = challenger
        // Equal is what neither beats: −0 and +0 are.
        index = start
        while O.beats(challenger, line[index]) { index += 1 }
      }
      start += count
    }
    return index
  }

  /// The best of some float32 values, and whether there is a NaN among them.
  @inline(__always)
  private static func floatBest<O: ElementOrder>(
    _ address: UnsafeRawPointer, _ count: Int, _ order: O.Type
  ) -> (Float, Bool) {
    var bests = SIMD16<Float>(repeating: address.load(as: Float.self))
    var sums = SIMD16<Float>.zero
    var i = 0
    // x − x is 0, or NaN of NaN and the infinities: the rare case is looked at again.
    while i + 16 <= count {
      let values = address.loadUnaligned(fromByteOffset: 4 * i, as: SIMD16<Float>.self)
      bests = O.better(values, bests)
      sums += values - values
      i += 16
    }
    if i < count {
      var rest = SIMD16<Float>(repeating: address.load(as: Float.self))
      while i < count {
        rest[count - 1 - i] = address.load(fromByteOffset: 4 * i, as: Float.self)
        i += 1
      }
      bests = O.better(rest, bests)
      sums += rest - rest
    }
    var best = bests[0]
    for lane in 1..<16 { best = O.beats(bests[lane], best) ? bests[lane] : best }
    guard sums.sum().isNaN else { return (best, false) }
    return (best, (0..<count).contains { address.load(fromByteOffset: 4 * $0, as: Float.self).isNaN })
  }

  @inline(__always) private func store(_ index: Int, at position: Int) {
    let result = call.result(0)
    switch call.resultTypes[0].dtype.byteWidth {
    case 1: result.storeBytes(of: UInt8(truncatingIfNeeded: index), toByteOffset: position, as: UInt8.self)
    case 2: result.storeBytes(of: UInt16(truncatingIfNeeded: index), toByteOffset: 2 * position, as: UInt16.self)
    case 4: result.storeBytes(of: UInt32(truncatingIfNeeded: index), toByteOffset: 4 * position, as: UInt32.self)
    default: result.storeBytes(of: index, toByteOffset: 8 * position, as: Int.self)
    }
  }
}
