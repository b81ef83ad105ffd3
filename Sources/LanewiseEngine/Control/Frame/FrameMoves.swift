/// Elements to be brought from one place of a frame to another.
struct FrameMove {
  var to: FrameValue
  var from: FrameValue
  var type: AbstractArray

  /// Writes moves that all happen at once: each reads what was there before any was made.
  static func write(_ moves: [FrameMove], _ writer: FrameWriter, _ list: RecordWriter) {
    var moves = moves.filter { $0.to.base != $0.from.base && $0.type.byteCount > 0 }
    var readers: [FrameValue.Base: Int] = [:]
    var moveTo: [FrameValue.Base: Int] = [:]
    for (index, move) in moves.enumerated() {
      readers[move.from.base, default: 0] += 1
      moveTo[move.to.base] = index
    }
    var isWaiting = Array(repeating: true, count: moves.count)
    // A move is ready when nobody has to read its target any more.
    var ready = moves.indices.filter { readers[moves[$0].to.base] == nil }
    func hasRead(_ base: FrameValue.Base) {
      readers[base]! -= 1
      if readers[base] == 0, let next = moveTo[base], isWaiting[next] { ready.append(next) }
    }
    for first in moves.indices {
      while let index = ready.popLast() {
        moves[index].write(list)
        isWaiting[index] = false
        hasRead(moves[index].from.base)
      }
      // Whoever still waits is in a ring: what one of them reads is set aside.
      guard isWaiting[first] else { continue }
      let move = moves[first]
      let aside = writer.place(move.type.count, move.type.dtype, isLasting: true)
      FrameMove(to: aside, from: move.from, type: move.type).write(list)
      moves[first].from = aside
      readers[aside.base] = 1
      hasRead(move.from.base)
      while let index = ready.popLast() {
        moves[index].write(list)
        isWaiting[index] = false
        hasRead(moves[index].from.base)
      }
    }
  }

  private func write(_ list: RecordWriter) { list.addMove(to.slot, from.slot, type.count, type.dtype) }
}

extension RecordWriter {
  /// Elements to another place: a single one by a record that scalar code knows.
  func addMove(_ to: UInt16, _ from: UInt16, _ count: Int, _ dtype: DType) {
    if count == 1, let kernel = ScalarKernels.copy(byteWidth: dtype.byteWidth) {
      add(kernel, to, from, as: .copy(byteWidth: dtype.byteWidth))
    } else {
      add(LoopKernels.move, to, from, immediate: count * dtype.byteWidth)
    }
  }
}
