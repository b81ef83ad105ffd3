/// How the points of a line lie in memory.
enum FourierForm {
  case complex
  /// Real parts alone.
  case real
  /// The first half of a spectrum of which the second is its mirror image.
  case half
}

/// Transforms every line along one axis: as many side by side as there are lanes, or one after the other where they are
/// few or long.
struct AxisTransform<L: FourierLane> {
  typealias C = ComplexLane<L>
  typealias W = Complex<L.Part>

  /// Of the points: `layout.length` of them on each side, whatever memory holds.
  let layout: AxisLayout
  let source: UnsafeRawPointer, target: UnsafeMutableRawPointer
  let from, to: FourierForm
  let inverse: Bool
  let scale: L.Part

  private var length: Int { layout.length }
  private var inner: Int { layout.inner }

  private func stored(_ form: FourierForm) -> Int { form == .half ? length / 2 + 1 : length }

  func run() {
    // Two vectors of float32 are a cache line.
    let width = max(2, min(8, 512 / length))
    let lanes = width * L.count
    let isTall = length > 8192 && inner < lanes
    if length >= 32 && (isTall || layout.lines * 2 <= lanes) { return lineByLine() }
    let column = FourierPlans<L>.column(length)
    let isAcross = inner >= lanes
    let tilesInBlock = (inner + lanes - 1) / lanes
    let tiles = isAcross ? layout.outer * tilesInBlock : (layout.lines + lanes - 1) / lanes
    let nanoseconds = lanes * column.rows * (Int.bitWidth - column.rows.leadingZeroBitCount) / 3
    forEachRange(tiles, grain: max(1, 20_000 / max(1, nanoseconds)), nanoseconds: nanoseconds) { range in
      withScratch(C.self, 2 * column.rows * width) { a in
        let b = a + column.rows * width
        for tile in range {
          if isAcross {
            let (block, first) = (tile / tilesInBlock, tile % tilesInBlock * lanes)
            let valid = min(lanes, inner - first)
            loadAcross(block * stored(from) * inner + first, valid, a, width)
            storeAcross(block * stored(to) * inner + first, valid, column.run(a, b, width: width), width)
          } else if inner == 1, from == .complex, to == .complex {
            let first = tile * lanes
            let block = LineLanes<L>(first: first, valid: min(lanes, layout.lines - first), width: width)
            block.load(source, stored: length, points: 0..<length, into: a)
            if inverse { block.scale(a, points: length, by: 1, isSwapping: true) }
            let result = column.run(a, b, width: width)
            if inverse || scale != 1 { block.scale(result, points: length, by: scale, isSwapping: inverse) }
            block.store(result, to: target, stored: length, points: 0..<length)
          } else {
            let first = tile * lanes
            let valid = min(lanes, layout.lines - first)
            for lane in 0..<lanes { loadLine(first + min(lane, valid - 1), lane, a, width) }
            let result = column.run(a, b, width: width)
            for lane in 0..<valid { storeLine(first + lane, lane, result, width) }
          }
        }
      }
    }
  }

  // MARK: Rows of lines side by side

  private func loadAcross(_ start: Int, _ valid: Int, _ rows: UnsafeMutablePointer<C>, _ width: Int) {
    let numbers = source.assumingMemoryBound(to: W.self) + start
    let reals = source.assumingMemoryBound(to: L.Part.self) + start
    for j in 0..<length {
      for vector in 0..<width {
        let place = vector * L.count
        let count = max(0, min(L.count, valid - place))
        var value: C
        switch from {
        case .complex: value = LaneAccess<L>.load(numbers + j * inner + place, valid: count)
        case .half:
          let isMirrored = j > length / 2
          value = LaneAccess<L>.load(numbers + (isMirrored ? length - j : j) * inner + place, valid: count)
          if isMirrored { value.imaginary = L.sub(L.splat(0), value.imaginary) }
        case .real: value = loadReals(reals + j * inner + place, count)
        }
        rows[j * width + vector] = inverse ? value.swapped : value
      }
    }
  }

  private func storeAcross(_ start: Int, _ valid: Int, _ rows: UnsafeMutablePointer<C>, _ width: Int) {
    let numbers = target.assumingMemoryBound(to: W.self) + start
    let reals = target.assumingMemoryBound(to: L.Part.self) + start
    let factor = L.splat(scale)
    for j in 0..<stored(to) {
      for vector in 0..<width {
        let place = vector * L.count
        let count = max(0, min(L.count, valid - place))
        let scaled = rows[j * width + vector].scaled(factor)
        let value = inverse ? scaled.swapped : scaled
        if to == .real {
          storeReals(value, reals + j * inner + place, count)
        } else if count > 0 {
          LaneAccess<L>.store(value, numbers + j * inner + place, valid: count)
        }
      }
    }
  }

  private func loadReals(_ address: UnsafePointer<L.Part>, _ count: Int) -> C {
    withUnsafeTemporaryAllocation(of: W.self, capacity: L.count) { lanes in
      for lane in 0..<L.count { lanes[lane] = W(lane < count ? address[lane] : 0, 0) }
      return LaneAccess<L>.load(lanes.baseAddress!, valid: L.count)
    }
  }

  private func storeReals(_ value: C, _ address: UnsafeMutablePointer<L.Part>, _ count: Int) {
    withUnsafeTemporaryAllocation(of: W.self, capacity: L.count) { lanes in
      LaneAccess<L>.store(value, lanes.baseAddress!, valid: L.count)
      for lane in 0..<count { address[lane] = lanes[lane].real }
    }
  }

  // MARK: Single lines

  /// Where a lane's real part is in a row; its imaginary part comes after all real parts of the vector.
  @inline(__always) private func place(_ lane: Int) -> Int { lane / L.count * 2 * L.count + lane % L.count }

  private func loadLine(_ line: Int, _ lane: Int, _ rows: UnsafeMutablePointer<C>, _ width: Int) {
    let stride = 2 * L.count * width
    let parts = UnsafeMutableRawPointer(rows).assumingMemoryBound(to: L.Part.self) + place(lane)
    let (first, second) = inverse ? (L.count, 0) : (0, L.count)
    forEachPoint(of: line) { j, value in
      parts[j * stride + first] = value.real
      parts[j * stride + second] = value.imaginary
    }
  }

  private func storeLine(_ line: Int, _ lane: Int, _ rows: UnsafeMutablePointer<C>, _ width: Int) {
    let stride = 2 * L.count * width
    let parts = UnsafeMutableRawPointer(rows).assumingMemoryBound(to: L.Part.self) + place(lane)
    let (first, second) = inverse ? (L.count, 0) : (0, L.count)
    setPoints(of: line) { W(parts[$0 * stride + first] * scale, parts[$0 * stride + second] * scale) }
  }

  @inline(__always) private func forEachPoint(of line: Int, _ body: (Int, W) -> Void) {
    let start = line / inner * stored(from) * inner + line % inner
    switch from {
    case .complex:
      let numbers = source.assumingMemoryBound(to: W.self) + start
      for j in 0..<length { body(j, numbers[j * inner]) }
    case .real:
      let reals = source.assumingMemoryBound(to: L.Part.self) + start
      for j in 0..<length { body(j, W(reals[j * inner], 0)) }
    case .half:
      let numbers = source.assumingMemoryBound(to: W.self) + start
      for j in 0...length / 2 { body(j, numbers[j * inner]) }
      for j in length / 2 + 1..<max(length, length / 2 + 1) {
        let number = numbers[(length - j) * inner]
        body(j, W(number.real, -number.imaginary))
      }
    }
  }

  @inline(__always) private func setPoints(of line: Int, _ value: (Int) -> W) {
    let start = line / inner * stored(to) * inner + line % inner
    if to == .real {
      let reals = target.assumingMemoryBound(to: L.Part.self) + start
      for j in 0..<length { reals[j * inner] = value(j).real }
    } else {
      let numbers = target.assumingMemoryBound(to: W.self) + start
      for j in 0..<stored(to) { numbers[j * inner] = value(j) }
    }
  }

  private func lineByLine() {
    let transform = FourierPlans<L>.line(length)
    let isInPlace = inner == 1
    let nanoseconds = length * (Int.bitWidth - length.leadingZeroBitCount) / 2
    // A few long lines are each split over the threads.
    let isMany = layout.lines >= 2 * Workers.threadCount
    forEachRange(layout.lines, grain: isMany ? 1 : layout.lines, nanoseconds: nanoseconds) { range in
      withScratch(W.self, 2 * length) { memory in
        for line in range {
          var input = UnsafePointer(memory)
          if from == .complex && isInPlace {
            input = source.assumingMemoryBound(to: W.self) + line * length
          } else {
            forEachPoint(of: line) { memory[$0] = $1 }
          }
          if to == .complex && isInPlace {
            transform.run(input, target.assumingMemoryBound(to: W.self) + line * length, inverse: inverse, scale: scale)
          } else {
            let output = memory + length
            transform.run(input, output, inverse: inverse, scale: scale)
            setPoints(of: line) { output[$0] }
          }
        }
      }
    }
  }
}
