import LanewiseKernelABI

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
    if let kernel = KernelTable.kernel(KernelIndex.butterfly(radix: pass.radix, L.lane)) {
      return callKernel(kernel, result: y, x, w, immediate: pass.rest, count: stride)
    }
    odd(x, y, pass.radix, pass.rest, stride, w, roots)
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
