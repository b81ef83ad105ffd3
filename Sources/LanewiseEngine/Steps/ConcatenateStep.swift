import LanewiseKernelABI

/// Arrays joined along an axis (JAX's `concatenate`): any number of operands, equal in all other extents.
package struct ConcatenateStep: Step {
  package let axis: Int

  package init(axis: Int) { self.axis = axis }

  package var name: String { "concatenate" }

  package func run(_ call: StepCall) {
    let result = call.resultTypes[0]
    let width = result.dtype.byteWidth
    let outer = (0..<axis).reduce(1) { $0 * result.shape[$1] }
    let inner = (axis + 1..<max(axis + 1, result.rank)).reduce(1) { $0 * result.shape[$1] }
    let row = result.shape[axis] * inner
    if outer > 1, row * width <= Interleaving.longestRow {
      let operands = call.operandTypes.indices.filter { call.operandTypes[$0].shape[axis] > 0 }
      return result.dtype.visitWidth(
        Interleaving(
          call: call, outer: outer, row: row, operands: operands,
          lengths: operands.map { call.operandTypes[$0].shape[axis] * inner }))
    }
    var start = 0
    for (index, type) in call.operandTypes.enumerated() {
      let length = type.shape[axis] * inner
      defer { start += length }
      // A part may have been computed where it belongs.
      if outer == 1, call.operand(index) == UnsafeRawPointer(call.result(0) + start * width) { continue }
      StridedBox(extents: [outer, length], sourceStrides: [length, 1], targetStrides: [row, 1])
        .copy(from: call.operand(index), to: call.result(0) + start * width, result.dtype)
    }
  }
}

/// Short rows: some from every operand before the next ones, so that what is written is near.
private struct Interleaving: WidthVisitor {
  let call: StepCall
  let outer, row: Int
  /// Those that have elements, and what each gives to a row.
  let operands, lengths: [Int]

  /// Bytes.
  static var longestRow: Int { 2048 }
  private static var blockByteCount: Int { 16384 }

  func visit<E: BitwiseCopyable>(_ type: E.Type) {
    if row == 0 { return }
    let target = call.result(0, as: type)
    if lengths == [1, 1, 1], MemoryLayout<E>.size == 4 {
      let kernel = KernelTable.kernel(KernelIndex.putTriples)!
      return forEachRange(outer, grain: 8192, nanoseconds: 1) { rows in
        func part(_ index: Int) -> UnsafeRawPointer { call.operand(operands[index]) + 4 * rows.lowerBound }
        callKernel(kernel, result: target + 3 * rows.lowerBound, part(0), part(1), part(2), count: rows.count)
      }
    }
    if outer * row >= Self.fewestPermuted, let permutations = permutations(MemoryLayout<E>.size) {
      return permutations.withUnsafeBufferPointer { permutations in
        forEachBlock(of: type, nanoseconds: 1) { rows in
          for (index, operand) in operands.enumerated() {
            RowPermutation.copy(
              permutations.baseAddress! + index, from: call.operand(operand, as: type), start: rows.lowerBound * row,
              to: target + rows.lowerBound * row, rows.count * row)
          }
        }
      }
    }
    forEachBlock(of: type, nanoseconds: row) { rows in
      var start = 0
      for (operand, length) in zip(operands, lengths) {
        copy(rows, length, call.operand(operand, as: type), target + start)
        start += length
      }
    }
  }

  /// - `nanoseconds`: of a row.
  private func forEachBlock<E>(of _: E.Type, nanoseconds: Int, _ body: (Range<Int>) -> Void) {
    let block = max(1, Self.blockByteCount / (row * MemoryLayout<E>.stride))
    forEachRange(outer, grain: max(1, 16384 / row), nanoseconds: nanoseconds) { rows in
      for first in stride(from: rows.lowerBound, to: rows.upperBound, by: block) {
        body(first..<min(first + block, rows.upperBound))
      }
    }
  }

  /// Elements for which it pays to make permutations.
  private static var fewestPermuted: Int { 4096 }

  /// Where the elements of each operand come to in a row; the others are there before or after it.
  private func permutations(_ byteWidth: Int) -> [RowPermutation]? {
    guard row * byteWidth <= RowPermutation.longestRow * 4 else { return nil }
    var (start, all) = (0, [RowPermutation]())
    for length in lengths {
      var places = [Int?](repeating: nil, count: row)
      for place in 0..<length { places[start + place] = place }
      guard let rows = RowPermutation(places, sourceRow: length, byteWidth: byteWidth, rest: .unchanged) else {
        return nil
      }
      all.append(rows)
      start += length
    }
    return all
  }

  @inline(__always)
  private func copy<E: BitwiseCopyable>(
    _ rows: Range<Int>, _ length: Int, _ source: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>
  ) {
    if length == 1 {
      for n in rows { target[n &* row] = source[n] }
    } else {
      for n in rows { copyRun(from: source + n &* length, to: target + n &* row, count: length) }
    }
  }
}

extension ProgramBuilder {
  /// What many index vectors were put together from, an array for each component: gather and scatter read these as well,
  /// and nobody has to write the vectors. The vectors themselves, where they were made in another way.
  package func indexColumns(_ vectors: Slot) -> [Slot] {
    let type = type(vectors)
    guard type.count >= 1024, case .instruction(let index) = program.sources[Int(vectors.index)] else {
      return [vectors]
    }
    let instruction = program.instructions[Int(index)]
    let parts = Array(program.operands(of: instruction))
    guard case .step(let step) = instruction.operation, let joined = step as? ConcatenateStep,
      joined.axis == type.rank - 1, parts.count == type.shape[type.rank - 1]
    else { return [vectors] }
    return parts
  }
}
