/// The parts of a line that are worked on at the same time: one, where it is short or other lines are under way.
struct LineParts {
  let length: Int, count: Int

  init(_ length: Int) {
    self.length = length
    count = length < 1 << 16 || Workers.isWorker ? 1 : 2 * Workers.threadCount
  }

  subscript(_ part: Int) -> Range<Int> { length * part / count..<length * (part + 1) / count }

  func run(_ body: (Int, Range<Int>) -> Void) {
    Workers.run(chunks: count, nanoseconds: length) { body($0, self[$0]) }
  }
}
