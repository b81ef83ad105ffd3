/// Transforms of real lines of an even length, one behind the other in memory, to the first halves of their spectra, and
/// back: complex transforms of half the length.
struct RealLines<L: FourierLane> {
  typealias C = ComplexLane<L>
  typealias W = Complex<L.Part>

  let lines: Int
  /// Half of a real line's points.
  let half: Int
  let source: UnsafeRawPointer, target: UnsafeMutableRawPointer
  /// From spectra to real lines.
  let inverse: Bool
  let scale: L.Part

  func run() {
    let spectrum = FourierPlans<L>.half(half)
    let width = max(2, min(8, 512 / half))
    let lanes = width * L.count
    if half >= 32 && (half > 8192 || lines * 2 <= lanes) { return lineByLine(spectrum) }
    let column = FourierPlans<L>.column(half)
    let tiles = (lines + lanes - 1) / lanes
    let nanoseconds = lanes * column.rows * (Int.bitWidth - column.rows.leadingZeroBitCount) / 3
    forEachRange(tiles, grain: max(1, 20_000 / max(1, nanoseconds)), nanoseconds: nanoseconds) { range in
      withScratch(C.self, (2 * column.rows + 1) * width) { a in
        let b = a + column.rows * width
        let end = b + column.rows * width
        for tile in range {
          let block = LineLanes<L>(first: tile * lanes, valid: min(lanes, lines - tile * lanes), width: width)
          if inverse {
            block.load(source, stored: half + 1, points: 0..<half, into: a)
            block.load(source, stored: half + 1, points: half..<half + 1, into: end)
            spectrum.join(a, end: end, width: width)
            let result = column.run(a, b, width: width)
            block.scale(result, points: half, by: scale, isSwapping: true)
            block.store(result, to: target, stored: half, points: 0..<half)
          } else {
            block.load(source, stored: half, points: 0..<half, into: a)
            let result = column.run(a, b, width: width)
            spectrum.split(result, end: end, width: width)
            block.store(result, to: target, stored: half + 1, points: 0..<half)
            block.store(end, to: target, stored: half + 1, points: half..<half + 1)
          }
        }
      }
    }
  }

  private func lineByLine(_ spectrum: HalfSpectrum<L>) {
    let transform = FourierPlans<L>.line(half)
    let nanoseconds = half * (Int.bitWidth - half.leadingZeroBitCount) / 2
    let (source, target) = (source.assumingMemoryBound(to: W.self), target.assumingMemoryBound(to: W.self))
    // A few long lines are each split over the threads.
    let isMany = lines >= 2 * Workers.threadCount
    forEachRange(lines, grain: isMany ? 1 : lines, nanoseconds: nanoseconds) { range in
      for line in range {
        if inverse {
          withScratch(W.self, half) { memory in
            spectrum.join(source + line * (half + 1), to: memory)
            transform.run(memory, target + line * half, inverse: true, scale: scale)
          }
        } else {
          transform.run(source + line * half, target + line * (half + 1), inverse: false, scale: 1)
          spectrum.split(target + line * (half + 1))
        }
      }
    }
  }
}
