/// Between the spectrum of a real line of `2 · half` points and that of a complex line of `half` points, whose numbers
/// are two neighbours each.
///
/// Of Z, the spectrum of x₂ⱼ + i·x₂ⱼ₊₁, the even points have the part E = (Z[k] + Z̄[half − k]) / 2 and the odd ones
/// O = (Z[k] − Z̄[half − k]) / 2i; the whole is X = E + wᵏ·O with w = e^(−2πi / 2·half), and its second half is the first
/// one's mirror image.
struct HalfSpectrum<L: FourierLane>: Sendable {
  typealias C = ComplexLane<L>
  typealias W = Complex<L.Part>

  let half: Int
  /// wᵏ as far as to the middle.
  private let roots: [W]

  init(_ half: Int) {
    self.half = half
    roots = (0...half / 2).map { W(root: $0, of: 2 * half) }
  }

  /// X out of Z in the same rows of `width` vectors; X[half] goes to `end`.
  func split(_ rows: UnsafeMutablePointer<C>, end: UnsafeMutablePointer<C>, width: Int) {
    let (zero, factor) = (L.splat(0), L.splat(0.5))
    for v in 0..<width {
      let first = rows[v]
      rows[v] = C(L.add(first.real, first.imaginary), zero)
      end[v] = C(L.sub(first.real, first.imaginary), zero)
    }
    for k in 1..<half / 2 + 1 {
      let w = C(roots[k])
      let (low, high) = (rows + k * width, rows + (half - k) * width)
      for v in 0..<width {
        let (a, b) = (low[v], high[v].conjugate)
        let (even, odd) = ((a + b).scaled(factor), (a - b).scaled(factor).turned * w)
        low[v] = even + odd
        high[v] = (even - odd).conjugate
      }
    }
  }

  /// 2·Z out of X in the same rows, swapped as the inverse transform wants them.
  func join(_ rows: UnsafeMutablePointer<C>, end: UnsafePointer<C>, width: Int) {
    for v in 0..<width {
      let (first, last) = (rows[v].real, end[v].real)
      rows[v] = C(L.sub(first, last), L.add(first, last))
    }
    for k in 1..<half / 2 + 1 {
      let w = C(roots[k]).conjugate
      let (low, high) = (rows + k * width, rows + (half - k) * width)
      for v in 0..<width {
        let (a, b) = (low[v], high[v].conjugate)
        let (even, odd) = (a + b, ((a - b) * w).turned)
        low[v] = (even - odd).swapped
        high[v] = (even + odd).conjugate.swapped
      }
    }
  }

  /// X out of Z in the same line, which has room for X[half].
  func split(_ line: UnsafeMutablePointer<W>) {
    let first = line[0]
    line[0] = W(first.real + first.imaginary, 0)
    line[half] = W(first.real - first.imaginary, 0)
    forEachRange(half / 2, grain: 16384, nanoseconds: 4) { range in
      for k in range.lowerBound + 1..<range.upperBound + 1 {
        let (a, b) = (line[k], line[half - k])
        let even = W((a.real + b.real) / 2, (a.imaginary - b.imaginary) / 2)
        let odd = W.product(W((a.imaginary + b.imaginary) / 2, (b.real - a.real) / 2), roots[k])
        line[k] = W(even.real + odd.real, even.imaginary + odd.imaginary)
        line[half - k] = W(even.real - odd.real, odd.imaginary - even.imaginary)
      }
    }
  }

  /// 2·Z out of X, to another line.
  func join(_ line: UnsafePointer<W>, to result: UnsafeMutablePointer<W>) {
    let (first, last) = (line[0].real, line[half].real)
    result[0] = W(first + last, first - last)
    forEachRange(half / 2, grain: 16384, nanoseconds: 4) { range in
      for k in range.lowerBound + 1..<range.upperBound + 1 {
        let (a, b, w) = (line[k], line[half - k], roots[k])
        let even = W(a.real + b.real, a.imaginary - b.imaginary)
        let odd = W.product(W(a.real - b.real, a.imaginary + b.imaginary), W(w.real, -w.imaginary))
        result[k] = W(even.real - odd.imaginary, even.imaginary + odd.real)
        result[half - k] = W(even.real + odd.imaginary, odd.real - even.imaginary)
      }
    }
  }
}
