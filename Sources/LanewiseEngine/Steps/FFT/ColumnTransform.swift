import Glibc

/// The forward transform of a fixed number of points, of many columns at once: the points are rows of vectors, and a
/// vector's lanes are columns that do not meet.
///
/// Lengths whose prime factors are at most 31 go through passes of radices 8, 4, 2, 3, 5 and the other primes. Any other
/// is a convolution with a chirp (Bluestein), done by two transforms of a longer length. Twiddles are computed in
/// float64.
final class ColumnTransform<L: FourierLane>: Sendable {
  typealias C = ComplexLane<L>
  typealias W = Complex<L.Part>

  let length: Int
  private let passes: [FourierPass]
  private let twiddles: [W]
  private let roots: [Int: [W]]
  private let chirp: Chirp<L>?
  private let inner: ColumnTransform<L>?

  init(_ length: Int) {
    self.length = length
    guard let radices = Self.radices(of: length) else {
      let inner = ColumnTransform(Self.convolutionLength(for: length))
      self.inner = inner
      chirp = Chirp(length, padded: inner.length) { numbers in
        // As a column of one lane.
        withScratch(C.self, 2 * inner.length) { memory in
          for (row, number) in numbers.enumerated() { memory[row] = C(number) }
          let result = inner.run(memory, memory + inner.length, width: 1)
          return (0..<inner.length).map { row in
            UnsafeRawPointer(result + row).withMemoryRebound(to: L.Part.self, capacity: 2 * L.count) {
              W($0[0], $0[L.count])
            }
          }
        }
      }
      (passes, twiddles, roots) = ([], [], [:])
      return
    }
    var (passes, twiddles, roots) = ([FourierPass](), [W](), [Int: [W]]())
    var (left, stride) = (length, 1)
    for radix in radices {
      let rest = left / radix
      passes.append(FourierPass(radix: radix, rest: rest, stride: stride, twiddles: twiddles.count))
      if rest > 1 {
        for p in 0..<rest { for k in 1..<radix { twiddles.append(W(root: p * k, of: left)) } }
      }
      if radix > 5, radix % 2 == 1 { roots[radix] = (0..<radix).map { W(root: $0, of: radix) } }
      left = rest
      stride *= radix
    }
    (self.passes, self.twiddles, self.roots) = (passes, twiddles, roots)
    (chirp, inner) = (nil, nil)
  }

  /// Rows that `run` needs in each of its two blocks.
  var rows: Int { inner?.length ?? length }

  /// Transforms the columns in `a`, rows of `width` vectors, using `b`; gives the block that the result is in.
  func run(_ a: UnsafeMutablePointer<C>, _ b: UnsafeMutablePointer<C>, width: Int) -> UnsafeMutablePointer<C> {
    if let chirp, let inner { return convolve(a, b, width: width, chirp, inner) }
    var (from, to) = (a, b)
    twiddles.withUnsafeBufferPointer { twiddles in
      // A transform without twiddles never reads the address.
      let w = twiddles.baseAddress ?? UnsafePointer(UnsafeRawPointer(a).assumingMemoryBound(to: W.self))
      for pass in passes {
        if let roots = roots[pass.radix] {
          roots.withUnsafeBufferPointer {
            Butterflies<L>.run(pass, from, to, width: width, w, roots: $0.baseAddress!)
          }
        } else {
          Butterflies<L>.run(pass, from, to, width: width, w, roots: w)
        }
        swap(&from, &to)
      }
    }
    return from
  }

  private func convolve(
    _ a: UnsafeMutablePointer<C>, _ b: UnsafeMutablePointer<C>, width: Int, _ chirp: Chirp<L>,
    _ inner: ColumnTransform<L>
  ) -> UnsafeMutablePointer<C> {
    for row in 0..<length {
      let factor = C(chirp.factors[row])
      for v in row * width..<(row + 1) * width { a[v] = a[v] * factor }
    }
    let zero = C(L.splat(0), L.splat(0))
    for v in length * width..<inner.length * width { a[v] = zero }
    let spectrum = inner.run(a, b, width: width)
    for row in 0..<inner.length {
      let factor = C(chirp.spectrum[row])
      for v in row * width..<(row + 1) * width { spectrum[v] = (spectrum[v] * factor).swapped }
    }
    let result = inner.run(spectrum, spectrum == a ? b : a, width: width)
    for row in 0..<length {
      let factor = C(chirp.factors[row])
      for v in row * width..<(row + 1) * width { result[v] = result[v].swapped * factor }
    }
    return result
  }

  // MARK: Lengths

  /// The radices of the passes; nil if a prime factor is above 31.
  static func radices(of length: Int) -> [Int]? {
    var (left, radices) = (length, [Int]())
    // As few passes as there can be: eights, and two fours rather than an eight and a two.
    while left % 8 == 0, left % 32 == 0 || left % 16 != 0 {
      radices.append(8)
      left /= 8
    }
    while left % 4 == 0 {
      radices.append(4)
      left /= 4
    }
    for prime in [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31] {
      while left % prime == 0 {
        radices.append(prime)
        left /= prime
      }
    }
    return left == 1 ? radices : nil
  }

  /// The least 2ᵃ3ᵇ5ᶜ that holds a convolution of so many points without its ends meeting.
  static func convolutionLength(for length: Int) -> Int {
    let needed = 2 * length - 1
    var best = Int.max
    var five = 1
    while five < best {
      var three = five
      while three < best {
        var all = three
        while all < needed { all *= 2 }
        best = min(best, all)
        three *= 3
      }
      five *= 5
    }
    return best
  }
}

/// The chirp that makes a transform of any length a convolution: kj = (k² + j² − (k − j)²) / 2.
struct Chirp<L: FourierLane>: Sendable {
  typealias W = Complex<L.Part>
  /// e^(−πi·j²/length).
  let factors: [W]
  /// The transform of the conjugated chirp, laid out around 0, over the padded length.
  let spectrum: [W]

  init(_ length: Int, padded: Int, transform: ([W]) -> [W]) {
    // j² modulo 2·length, without its overflow.
    factors = (0..<length).map { W(root: $0 * $0 % (2 * length), of: 2 * length) }
    var conjugated = [W](repeating: W(0, 0), count: padded)
    for (j, factor) in factors.enumerated() {
      let value = W(factor.real / L.Part(padded), -factor.imaginary / L.Part(padded))
      conjugated[j] = value
      if j > 0 { conjugated[padded - j] = value }
    }
    spectrum = transform(conjugated)
  }
}

extension Complex {
  /// e^(−2πi·index/count), from the angle in the first eighth of the circle, where float64 is most accurate.
  init(root index: Int, of count: Int) {
    let index = index % count
    // In eighths: octant · count/8 + rest/8.
    let (octant, rest) = (8 * index / count, 8 * index % count)
    let angle = Double(octant & 1 == 0 ? rest : count - rest) * (Double.pi / 4) / Double(count)
    let (c, s) = (cos(angle), sin(angle))
    // The octant's cosine and sine out of those of the folded angle.
    let (x, y): (Double, Double) =
      switch octant {
      case 0: (c, s)
      case 1: (s, c)
      case 2: (-s, c)
      case 3: (-c, s)
      case 4: (-c, -s)
      case 5: (-s, -c)
      case 6: (s, -c)
      default: (c, -s)
      }
    self.init(Part(x), Part(-y))
  }
}
