/// One pass of a transform by Stockham's scheme, which needs no reordering at the end: of `length` points (what is left
/// after the passes before), radix · rest, each a row of `stride` vectors.
///
/// Point j·rest + p goes to place p·radix + k, as Σⱼ xⱼ e^(−2πi·jk/radix) times the twiddle e^(−2πi·pk/length).
struct FourierPass {
  let radix: Int
  /// length / radix.
  let rest: Int
  /// Rows between two neighbours, before the rows' own width is counted.
  let stride: Int
  /// Where the pass finds its twiddles, radix − 1 for every p; the last pass needs none.
  let twiddles: Int
}

enum Butterflies<L: FourierLane> {
  typealias C = ComplexLane<L>
  typealias W = Complex<L.Part>

  static func run(
    _ pass: FourierPass, _ x: UnsafePointer<C>, _ y: UnsafeMutablePointer<C>, width: Int, _ twiddles: UnsafePointer<W>,
    roots: UnsafePointer<W>
  ) {
    let stride = pass.stride * width
    let w = twiddles + pass.twiddles
    switch pass.radix {
    case 2: two(x, y, pass.rest, stride, w)
    case 3: three(x, y, pass.rest, stride, w)
    case 4: four(x, y, pass.rest, stride, w)
    case 5: five(x, y, pass.rest, stride, w)
    default: odd(x, y, pass.radix, pass.rest, stride, w, roots)
    }
  }

  @inline(__always) private static func two(
    _ x: UnsafePointer<C>, _ y: UnsafeMutablePointer<C>, _ rest: Int, _ stride: Int, _ w: UnsafePointer<W>
  ) {
    let apart = rest * stride
    for p in 0..<rest {
      let w1 = C(rest == 1 ? W(1, 0) : w[p])
      let (from, to) = (x + p * stride, y + 2 * p * stride)
      for q in 0..<stride {
        let (a, b) = (from[q], from[q + apart])
        to[q] = a + b
        to[q + stride] = (a - b) * w1
      }
    }
  }

  @inline(__always) private static func three(
    _ x: UnsafePointer<C>, _ y: UnsafeMutablePointer<C>, _ rest: Int, _ stride: Int, _ w: UnsafePointer<W>
  ) {
    let apart = rest * stride
    let (half, sine) = (L.splat(0.5), L.splat(0.86602540378443864676))
    for p in 0..<rest {
      let w1 = C(rest == 1 ? W(1, 0) : w[2 * p])
      let w2 = C(rest == 1 ? W(1, 0) : w[2 * p + 1])
      let (from, to) = (x + p * stride, y + 3 * p * stride)
      for q in 0..<stride {
        let (a, b, c) = (from[q], from[q + apart], from[q + 2 * apart])
        let sum = b + c
        let middle = a - sum.scaled(half)
        let side = (b - c).turned.scaled(sine)
        to[q] = a + sum
        to[q + stride] = (middle + side) * w1
        to[q + 2 * stride] = (middle - side) * w2
      }
    }
  }

  @inline(__always) private static func four(
    _ x: UnsafePointer<C>, _ y: UnsafeMutablePointer<C>, _ rest: Int, _ stride: Int, _ w: UnsafePointer<W>
  ) {
    let apart = rest * stride
    guard rest > 1 else {
      for q in 0..<stride {
        let (a, b, c, d) = (x[q], x[q + apart], x[q + 2 * apart], x[q + 3 * apart])
        let (even, odd) = (a - c, (b - d).turned)
        let (total, other) = (a + c, b + d)
        y[q] = total + other
        y[q + stride] = even + odd
        y[q + 2 * stride] = total - other
        y[q + 3 * stride] = even - odd
      }
      return
    }
    for p in 0..<rest {
      let (w1, w2, w3) = (C(w[3 * p]), C(w[3 * p + 1]), C(w[3 * p + 2]))
      let (from, to) = (x + p * stride, y + 4 * p * stride)
      for q in 0..<stride {
        let (a, b, c, d) = (from[q], from[q + apart], from[q + 2 * apart], from[q + 3 * apart])
        let (even, odd) = (a - c, (b - d).turned)
        let (total, other) = (a + c, b + d)
        to[q] = total + other
        to[q + stride] = (even + odd) * w1
        to[q + 2 * stride] = (total - other) * w2
        to[q + 3 * stride] = (even - odd) * w3
      }
    }
  }

  @inline(__always) private static func five(
    _ x: UnsafePointer<C>, _ y: UnsafeMutablePointer<C>, _ rest: Int, _ stride: Int, _ w: UnsafePointer<W>
  ) {
    let apart = rest * stride
    // Cosines and sines of 2π/5 and 4π/5.
    let (c1, c2) = (L.splat(0.30901699437494742410), L.splat(-0.80901699437494742410))
    let (s1, s2) = (L.splat(0.95105651629515357212), L.splat(0.58778525229247312917))
    for p in 0..<rest {
      let isLast = rest == 1
      let w1 = C(isLast ? W(1, 0) : w[4 * p])
      let w2 = C(isLast ? W(1, 0) : w[4 * p + 1])
      let w3 = C(isLast ? W(1, 0) : w[4 * p + 2])
      let w4 = C(isLast ? W(1, 0) : w[4 * p + 3])
      let (from, to) = (x + p * stride, y + 5 * p * stride)
      for q in 0..<stride {
        let a = from[q]
        let (b, c) = (from[q + apart], from[q + 2 * apart])
        let (d, e) = (from[q + 3 * apart], from[q + 4 * apart])
        let (near, far) = (b + e, c + d)
        let (nearTurned, farTurned) = ((b - e).turned, (c - d).turned)
        let first = a + near.scaled(c1) + far.scaled(c2)
        let second = a + near.scaled(c2) + far.scaled(c1)
        let firstSide = nearTurned.scaled(s1) + farTurned.scaled(s2)
        let secondSide = nearTurned.scaled(s2) - farTurned.scaled(s1)
        to[q] = a + near + far
        to[q + stride] = (first + firstSide) * w1
        to[q + 2 * stride] = (second + secondSide) * w2
        to[q + 3 * stride] = (second - secondSide) * w3
        to[q + 4 * stride] = (first - firstSide) * w4
      }
    }
  }

  /// Any odd radix, by sums and differences of opposite points. `roots` are the e^(−2πi·j/radix).
  @inline(never) private static func odd(
    _ x: UnsafePointer<C>, _ y: UnsafeMutablePointer<C>, _ radix: Int, _ rest: Int, _ stride: Int,
    _ w: UnsafePointer<W>, _ roots: UnsafePointer<W>
  ) {
    let apart = rest * stride
    let half = radix / 2
    withUnsafeTemporaryAllocation(of: C.self, capacity: 2 * half) { pairs in
      let sums = pairs.baseAddress!
      let differences = sums + half
      for p in 0..<rest {
        let (from, to) = (x + p * stride, y + radix * p * stride)
        for q in 0..<stride {
          let a = from[q]
          var total = a
          for j in 0..<half {
            let (b, c) = (from[q + (j + 1) * apart], from[q + (radix - 1 - j) * apart])
            sums[j] = b + c
            differences[j] = (b - c).turned
            total = total + sums[j]
          }
          to[q] = total
          for k in 1...half {
            var (middle, side) = (a, C(L.splat(0), L.splat(0)))
            var angle = 0
            for j in 0..<half {
              angle += k
              if angle >= radix { angle -= radix }
              middle = middle + sums[j].scaled(L.splat(roots[angle].real))
              side = side + differences[j].scaled(L.splat(-roots[angle].imaginary))
            }
            var (low, high) = (middle + side, middle - side)
            if rest > 1 {
              low = low * C(w[(radix - 1) * p + k - 1])
              high = high * C(w[(radix - 1) * p + radix - k - 1])
            }
            to[q + k * stride] = low
            to[q + (radix - k) * stride] = high
          }
        }
      }
    }
  }
}
