import LanewiseKernelABI

/// The best element of each column of an array that is searched along another axis than its last: a band of columns at a
/// time, row after row, by a kernel that carries the best so far beside the number of its row.
///
/// Where columns are few, rows lie side by side in the band as they do in memory, and the bests of their columns meet at
/// the end.
struct ColumnSearch: ElementVisitor {
  private let call: StepCall, layout: AxisLayout, isMax: Bool
  private let kernel: Kernel
  /// Half precision is searched as float32.
  private let widen: Kernel?

  /// Columns whose bests, and a row, stay in the first cache.
  private static let band = 512

  init(_ call: StepCall, _ layout: AxisLayout, isMax: Bool) {
    let dtype = call.operandTypes[0].dtype
    (self.call, self.layout, self.isMax) = (call, layout, isMax)
    (kernel, widen) = dtype.searchKernels(KernelIndex.argRows, isMax: isMax)
  }

  func run() {
    if widen != nil { visit(Float.self) } else { call.operandTypes[0].dtype.visit(self) }
  }

  func visit<E: Element>(_ type: E.Type) {
    if isMax { search(type, LargestFirst.self) } else { search(type, SmallestFirst.self) }
  }

  @inline(__always) private func search<E: Element, O: ElementOrder>(_ type: E.Type, _ order: O.Type) {
    let bands = (layout.inner + Self.band - 1) / Self.band
    let lines = layout.outer * bands
    let work = layout.length * min(Self.band, layout.inner)
    // Rows are divided where there are fewer bands than threads.
    let parts = lines >= Workers.threadCount ? 1 : max(1, min(8 * Workers.threadCount, work >> 15))
    func find(_ line: Int) {
      let first = line % bands * Self.band
      let width = min(Self.band, layout.inner - first)
      if parts == 1, layout.inner >= Self.band {
        return rowNumbers(line / bands, first..<first + width, type)
      }
      withScratch(Candidate<E>.self, parts * width) { bests in
        func find(_ part: Int) {
          let rows = layout.length * part / parts..<layout.length * (part + 1) / parts
          best(line / bands, first..<first + width, rows, bests + part * width, order)
        }
        if parts == 1 { find(0) } else { Workers.run(chunks: parts, nanoseconds: work / 8, find) }
        for part in 1..<parts {
          for column in 0..<width { bests[column].meet(bests[part * width + column], order) }
        }
        for column in 0..<width { call.store(bests[column].row, at: line / bands * layout.inner + first + column) }
      }
    }
    if parts > 1 { return (0..<lines).forEach(find) }
    forEachRange(lines, grain: max(1, 32768 / work), nanoseconds: 1 + work / 8) { $0.forEach(find) }
  }

  /// The bests of some columns among some rows of a block.
  @inline(__always) private func best<E: Element, O: ElementOrder>(
    _ block: Int, _ columns: Range<Int>, _ rows: Range<Int>, _ bests: UnsafeMutablePointer<Candidate<E>>,
    _ order: O.Type
  ) {
    let width = columns.count
    let side = width == layout.inner ? max(1, min(rows.count, Self.band / width)) : 1
    let (wholes, rest) = (rows.count / side, rows.count % side)
    let stride = side * layout.inner * byteWidth
    let start = address(block, rows.lowerBound, columns.lowerBound)
    withBests(E.self, start, side * width) { values, numbers in
      fold(start, stride, 1..<wholes, side * width, values, numbers)
      if rest > 0 { fold(start, stride, wholes..<wholes + 1, rest * width, values, numbers) }
      for place in 0..<side * width {
        let row = rows.lowerBound + Int(numbers[place]) * side + place / width
        let candidate = Candidate(value: values[place], row: row)
        if place < width { bests[place] = candidate } else { bests[place % width].meet(candidate, order) }
      }
    }
  }

  /// Stores the numbers of the rows that have the bests of some columns of a block.
  @inline(__always) private func rowNumbers<E: Element>(
    _ block: Int, _ columns: Range<Int>, _ type: E.Type
  ) {
    let start = address(block, 0, columns.lowerBound)
    let place = block * layout.inner + columns.lowerBound
    withBests(type, start, columns.count) { values, numbers in
      fold(start, layout.inner * byteWidth, 1..<layout.length, columns.count, values, numbers)
      if call.resultTypes[0].dtype.byteWidth == 4 {
        (call.result(0, as: UInt32.self) + place).update(from: numbers, count: columns.count)
      } else {
        for column in 0..<columns.count { call.store(Int(numbers[column]), at: place + column) }
      }
    }
  }

  private var byteWidth: Int { call.operandTypes[0].dtype.byteWidth }

  private func address(_ block: Int, _ row: Int, _ column: Int) -> UnsafeRawPointer {
    call.operand(0) + ((block * layout.length + row) * layout.inner + column) * byteWidth
  }

  /// So many bests as the elements at `start` are, and the numbers of their rows, 0.
  @inline(__always) private func withBests<E: Element>(
    _: E.Type, _ start: UnsafeRawPointer, _ count: Int,
    _ body: (UnsafeMutablePointer<E>, UnsafeMutablePointer<UInt32>) -> Void
  ) {
    // A vector may be written behind the last column.
    withScratch(E.self, Self.band + 16) { values in
      withScratch(UInt32.self, Self.band + 16) { numbers in
        numbers.update(repeating: 0, count: count)
        if let widen {
          callKernel(widen, result: values, start, count: count)
        } else {
          UnsafeMutableRawPointer(values).copyMemory(from: start, byteCount: count * byteWidth)
        }
        body(values, numbers)
      }
    }
  }

  /// Carries the bests, and the numbers of their rows, on over rows.
  private func fold(
    _ start: UnsafeRawPointer, _ stride: Int, _ rows: Range<Int>, _ columns: Int, _ values: UnsafeMutableRawPointer,
    _ numbers: UnsafeMutableRawPointer
  ) {
    func fold(_ source: UnsafeRawPointer, _ rows: Range<Int>) {
      withUnsafeBytes(of: (rows.count, stride, rows.lowerBound)) { sizes in
        callKernel(kernel, result: values, source, sizes.baseAddress, second: numbers, count: columns)
      }
    }
    guard let widen else { return fold(start + rows.lowerBound * stride, rows) }
    withScratch(Float.self, Self.band + 16) { row in
      for number in rows {
        callKernel(widen, result: row, start + number * stride, count: columns)
        fold(row, number..<number + 1)
      }
    }
  }
}

/// An element that may be the best of its column.
private struct Candidate<E: Element>: BitwiseCopyable {
  var value: E
  var row: Int

  /// Gives way to a better one: the first NaN, or else the first of the best numbers.
  @inline(__always) mutating func meet<O: ElementOrder>(_ other: Candidate, _: O.Type) {
    let isBehind = O.beats(other.value, value) || other.value.isNaN && !value.isNaN
    let isLevel = !O.beats(value, other.value) && value.isNaN == other.value.isNaN
    if isBehind || isLevel && other.row < row { self = other }
  }
}
