import LanewiseKernelABI

/// The best elements of short contiguous lines: some hundred at a time become columns, which are searched row after row.
struct ShortLineSearch {
  private let call: StepCall, length: Int
  private let kernel: Kernel, turn: Kernel
  /// Half precision is searched as float32.
  private let widen: Kernel?
  private let width: Int, laneWidth: Int

  /// Elements of a line from which a search of its own costs less.
  static let longest = 32
  /// Lines at a time.
  private static let block = 256

  init(_ call: StepCall, isMax: Bool, length: Int) {
    let dtype = call.operandTypes[0].dtype
    (self.call, self.length) = (call, length)
    (width, laneWidth) = (dtype.byteWidth, dtype.laneWidth)
    (kernel, widen) = dtype.searchKernels(KernelIndex.argRows, isMax: isMax)
    let isOfTriples = length == 3 && laneWidth == 4
    turn = KernelTable.kernel(
      isOfTriples ? KernelIndex.takeTriples : KernelIndex.copyStrided(byteWidth: laneWidth))!
  }

  func run(lines: Int) {
    let (block, row) = (Self.block, Self.block * laneWidth)
    let work = block * length
    forEachRange((lines + block - 1) / block, grain: max(1, 32768 / work), nanoseconds: work / 2) { blocks in
      withScratch(UInt8.self, 2 * length * row + 64) { memory in
        withScratch(UInt32.self, block) { places in
          let columns = UnsafeMutableRawPointer(memory)
          for number in blocks {
            let first = number * block
            let count = min(block, lines - first)
            turnLines(first, count, columns)
            places.update(repeating: 0, count: count)
            withUnsafeBytes(of: (length - 1, row, 1)) { sizes in
              callKernel(kernel, result: columns, columns + row, sizes.baseAddress, second: places, count: count)
            }
            if call.resultTypes[0].dtype.byteWidth == 4 {
              (call.result(0) + 4 * first).copyMemory(from: places, byteCount: 4 * count)
            } else {
              for line in 0..<count { call.store(Int(places[line]), at: first + line) }
            }
          }
        }
      }
    }
  }

  /// Some lines as columns of rows of a block; behind these rows, the lines as float32 where they have to be widened.
  private func turnLines(_ first: Int, _ count: Int, _ columns: UnsafeMutableRawPointer) {
    let row = Self.block * laneWidth
    var lines = call.operand(0) + first * length * width
    if let widen {
      let wide = columns + length * row
      callKernel(widen, result: wide, lines, count: count * length)
      lines = UnsafeRawPointer(wide)
    }
    for place in 0..<length {
      callKernel(turn, result: columns + place * row, lines + place * laneWidth, immediate: length, count: count)
    }
  }
}
