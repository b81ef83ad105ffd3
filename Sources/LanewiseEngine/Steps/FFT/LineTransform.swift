/// The forward transform of one long line of a fixed length.
///
/// The line is a matrix of `rows.length` by `columns.length`: its columns are transformed, many side by side, then
/// turned by twiddles, then its rows are transformed side by side. So even a single line fills the lanes and the
/// threads, and every block is small enough for a cache. A length with a prime factor above 31 is a convolution of a
/// longer one.
final class LineTransform<L: FourierLane>: Sendable {
  typealias C = ComplexLane<L>
  typealias W = Complex<L.Part>

  let length: Int
  private enum Way {
    case matrix(Matrix<L>)
    case convolution(Chirp<L>, LineTransform<L>)
  }
  private let way: Way

  init(_ length: Int) {
    self.length = length
    if ColumnTransform<L>.radices(of: length) != nil {
      way = .matrix(Matrix(length))
      return
    }
    let inner = FourierPlans<L>.line(ColumnTransform<L>.convolutionLength(for: length))
    let chirp = Chirp<L>(length, padded: inner.length) { numbers in
      withScratch(W.self, inner.length) { result in
        numbers.withUnsafeBufferPointer { inner.run($0.baseAddress!, result, inverse: false, scale: 1) }
        return Array(UnsafeBufferPointer(start: result, count: inner.length))
      }
    }
    way = .convolution(chirp, inner)
  }

  /// Transforms `source` into `target`, which may be the same; the result is scaled. The inverse transform is without
  /// any factor of its own.
  func run(_ source: UnsafePointer<W>, _ target: UnsafeMutablePointer<W>, inverse: Bool, scale: L.Part) {
    switch way {
    case .matrix(let matrix): matrix.run(source, target, inverse: inverse, scale: scale)
    case .convolution(let chirp, let inner):
      withScratch(W.self, 2 * inner.length) { memory in
        let (line, spectrum) = (memory, memory + inner.length)
        for j in 0..<length { line[j] = W.product(inverse ? source[j].swapped : source[j], chirp.factors[j]) }
        for j in length..<inner.length { line[j] = W(0, 0) }
        inner.run(line, spectrum, inverse: false, scale: 1)
        for k in 0..<inner.length { spectrum[k] = W.product(spectrum[k], chirp.spectrum[k]) }
        inner.run(spectrum, line, inverse: true, scale: 1)
        for j in 0..<length {
          let value = W.product(line[j], chirp.factors[j])
          let (real, imaginary) = (value.real * scale, value.imaginary * scale)
          target[j] = inverse ? W(imaginary, real) : W(real, imaginary)
        }
      }
    }
  }
}

extension Complex {
  @inline(__always) var swapped: Self { Self(imaginary, real) }
}

/// A line as a matrix, both of whose sides have a column transform.
private struct Matrix<L: FourierLane>: Sendable {
  typealias C = ComplexLane<L>
  typealias W = Complex<L.Part>

  let rows, columns: ColumnTransform<L>
  /// Vectors in a row of a block.
  let width: Int
  /// The twiddles of row k and the first lanes, for every row.
  private let laneTwiddles: [C]
  /// e^(−2πi·e/length) for the multiples of `fine.count`, and for what is between two of them.
  private let coarse, fine: [Complex<Double>]

  init(_ length: Int) {
    let side = (1...).prefix { $0 * $0 <= length }.last { length % $0 == 0 }!
    rows = FourierPlans<L>.column(side)
    columns = FourierPlans<L>.column(length / side)
    // A block and its copy stay in the second-level cache.
    let width = Swift.max(2, Swift.min(8, 1024 / columns.length))
    self.width = width
    laneTwiddles = (0..<side).flatMap { row in
      (0..<width).map { vector in
        withUnsafeTemporaryAllocation(of: L.Part.self, capacity: 2 * L.count) { parts in
          for lane in 0..<L.count {
            let factor = W(root: row * (vector * L.count + lane), of: length)
            (parts[2 * lane], parts[2 * lane + 1]) = (factor.real, factor.imaginary)
          }
          return L.load(UnsafePointer(parts.baseAddress!))
        }
      }
    }
    let step = (1...).first { $0 * $0 * 4 >= length }!
    fine = (0..<step).map { Complex<Double>(root: $0, of: length) }
    coarse = (0...(length / step)).map { Complex<Double>(root: $0 * step, of: length) }
  }

  private var lanes: Int { width * L.count }

  func run(_ source: UnsafePointer<W>, _ target: UnsafeMutablePointer<W>, inverse: Bool, scale: L.Part) {
    let (m, n) = (rows.length, columns.length)
    let blocks = (m + lanes - 1) / lanes
    let nanoseconds = { (length: Int) in lanes * length * (8 - length.leadingZeroBitCount / 8) / 2 }
    withScratch(C.self, blocks * n * width) { turned in
      let tiles = (n + lanes - 1) / lanes
      forEachRange(tiles, grain: Swift.max(1, 20_000 / nanoseconds(m)), nanoseconds: nanoseconds(m)) { range in
        withScratch(C.self, 2 * m * width) { memory in
          for tile in range { transformColumns(tile * lanes, source, memory, turned, inverse) }
        }
      }
      forEachRange(blocks, grain: Swift.max(1, 20_000 / nanoseconds(n)), nanoseconds: nanoseconds(n)) { range in
        withScratch(C.self, n * width) { memory in
          for block in range {
            let result = columns.run(turned + block * n * width, memory, width: width)
            let first = block * lanes
            let factor = L.splat(scale)
            for k in 0..<n {
              for vector in 0..<width {
                let place = first + vector * L.count
                guard place < m else { break }
                let value = result[k * width + vector].scaled(factor)
                LaneAccess<L>.store(
                  inverse ? value.swapped : value, target + k * m + place, valid: Swift.min(L.count, m - place))
              }
            }
          }
        }
      }
    }
  }

  /// Transforms the columns from `first` on, and writes them, turned, where the rows' transforms find them: in blocks
  /// of as many rows as there are lanes, each point of them a row of vectors.
  private func transformColumns(
    _ first: Int, _ source: UnsafePointer<W>, _ memory: UnsafeMutablePointer<C>, _ turned: UnsafeMutablePointer<C>,
    _ inverse: Bool
  ) {
    let (m, n) = (rows.length, columns.length)
    let valid = Swift.min(lanes, n - first)
    for row in 0..<m {
      for vector in 0..<width {
        let place = vector * L.count
        let value = LaneAccess<L>.load(
          source + row * n + first + place, valid: Swift.max(0, Swift.min(L.count, valid - place)))
        memory[row * width + vector] = inverse ? value.swapped : value
      }
    }
    let result = rows.run(memory, memory + m * width, width: width)
    let parts = UnsafeMutableRawPointer(turned).assumingMemoryBound(to: L.Part.self)
    let values = UnsafeMutableRawPointer(result).assumingMemoryBound(to: L.Part.self)
    let stride = 2 * L.count * width
    for row in 0..<m {
      let factor = C(twiddle(row * first))
      for vector in 0..<width {
        let index = row * width + vector
        result[index] = result[index] * (laneTwiddles[index] * factor)
      }
      let (block, lane) = (row / lanes, row % lanes)
      var to = parts + (block * n + first) * stride + lane / L.count * 2 * L.count + lane % L.count
      let from = values + row * stride
      for column in 0..<valid {
        let place = column / L.count * 2 * L.count + column % L.count
        to[0] = from[place]
        to[L.count] = from[place + L.count]
        to += stride
      }
    }
  }

  /// e^(−2πi·exponent/length), to the last place.
  @inline(__always) private func twiddle(_ exponent: Int) -> W {
    let factor = Complex<Double>.product(coarse[exponent / fine.count], fine[exponent % fine.count])
    return W(L.Part(factor.real), L.Part(factor.imaginary))
  }
}

/// Vectors of complex numbers of which the last lanes may be missing.
enum LaneAccess<L: FourierLane> {
  typealias W = Complex<L.Part>

  @inline(__always) static func load(_ address: UnsafePointer<W>, valid: Int) -> ComplexLane<L> {
    if valid == L.count { return L.load(UnsafeRawPointer(address).assumingMemoryBound(to: L.Part.self)) }
    return part(address, valid)
  }
  @inline(__always) static func store(_ x: ComplexLane<L>, _ address: UnsafeMutablePointer<W>, valid: Int) {
    if valid == L.count { return L.store(x, UnsafeMutableRawPointer(address).assumingMemoryBound(to: L.Part.self)) }
    withUnsafeTemporaryAllocation(of: W.self, capacity: L.count) { lanes in
      L.store(x, UnsafeMutableRawPointer(lanes.baseAddress!).assumingMemoryBound(to: L.Part.self))
      for lane in 0..<valid { address[lane] = lanes[lane] }
    }
  }

  @inline(never) private static func part(_ address: UnsafePointer<W>, _ valid: Int) -> ComplexLane<L> {
    withUnsafeTemporaryAllocation(of: W.self, capacity: L.count) { lanes in
      for lane in 0..<L.count { lanes[lane] = lane < valid ? address[lane] : W(0, 0) }
      return L.load(UnsafeRawPointer(lanes.baseAddress!).assumingMemoryBound(to: L.Part.self))
    }
  }
}
