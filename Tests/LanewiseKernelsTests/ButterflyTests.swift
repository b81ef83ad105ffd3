import Foundation
import LanewiseKernels
import Testing

/// Passes of Fourier transforms against the sums that they are.
@Suite struct ButterflyTests {
  /// Rows of vectors, each as many real parts as half a vector holds, and as many imaginary ones.
  private func check<P: BinaryFloatingPoint>(
    _ build: Build, _ lane: Lane, _: P.Type, radix: Int, rest: Int, width: Int, tolerance: Double
  ) throws {
    let half = 16 / MemoryLayout<P>.size
    let row = 2 * half * width
    let rows = radix * rest
    let x = (0..<rows * row).map { P(sin(Double($0) * 1.7) + 0.25) }
    // Factors of magnitude 1, as no transform has them: each is to be found in its own place.
    let factors = (0..<max(1, rest * (radix - 1))).map { (cos(Double($0) + 0.3), sin(Double($0) + 0.3)) }
    let index = KernelIndex.butterfly(radix: radix, lane)
    let got: [P] = try build.run(
      index, count: width, [x, factors.flatMap { [P($0.0), P($0.1)] }], immediate: rest, length: rows * row)
    for p in 0..<rest {
      for k in 0..<radix {
        for lane in 0..<half * width {
          let place = lane / half * 2 * half + lane % half
          var (re, im) = (0.0, 0.0)
          for j in 0..<radix {
            let angle = -2 * Double.pi * Double(j * k) / Double(radix)
            let at = (j * rest + p) * row + place
            let (a, b) = (Double(x[at]), Double(x[at + half]))
            re += a * cos(angle) - b * sin(angle)
            im += a * sin(angle) + b * cos(angle)
          }
          if rest > 1, k > 0 {
            let w = factors[p * (radix - 1) + k - 1]
            (re, im) = (re * w.0 - im * w.1, re * w.1 + im * w.0)
          }
          let at = (p * radix + k) * row + place
          let error = max(abs(Double(got[at]) - re), abs(Double(got[at + half]) - im))
          #expect(error < tolerance, "radix \(radix), rest \(rest), row \(p * radix + k), lane \(lane)")
        }
      }
    }
  }

  @Test(arguments: Build.all, [2, 3, 4, 5, 8]) func passes(_ build: Build, _ radix: Int) throws {
    for rest in [1, 2, 5] {
      for width in [1, 2, 3] {
        try check(build, .f32, Float.self, radix: radix, rest: rest, width: width, tolerance: 1e-5)
        try check(build, .f64, Double.self, radix: radix, rest: rest, width: width, tolerance: 1e-13)
      }
    }
  }

  @Test func othersHaveNone() {
    #expect(KernelIndex.butterfly(radix: 7, .f32) == KernelIndex.absent)
    #expect(KernelIndex.butterfly(radix: 4, .i32) == KernelIndex.absent)
  }
}
