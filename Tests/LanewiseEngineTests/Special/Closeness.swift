/// Whether two numbers agree to so much of the larger of the second's size and `scale`.
func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-13, scale: Double = 0) -> Bool {
  a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * max(abs(b), scale)
}

/// The derivative of `f` by central differences of fourth order.
func numericSlope(_ f: (Double) -> Double, at x: Double, step h: Double = 1e-3) -> Double {
  (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
}

/// Random arguments, and the seed to find them again by.
func randomArguments(_ seed: UInt64, _ count: Int, _ ranges: ClosedRange<Double>...) -> [[Double]] {
  var generator = Generator(seed)
  return (0..<count).map { _ in ranges.map { Double.random(in: $0, using: &generator) } }
}
