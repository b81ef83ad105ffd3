/// Lines of complex numbers, one behind the other in memory, that become lanes: a line's point is in row `point` of
/// vectors, `width` a row. Lanes without a line hold the last one.
struct LineLanes<L: FourierLane> {
  typealias C = ComplexLane<L>
  typealias W = Complex<L.Part>

  let first, valid, width: Int

  /// `stored`: the numbers that a line has in memory.
  private func places(_ vector: Int, _ stored: Int) -> SIMD4<Int> {
    var places = SIMD4<Int>.zero
    for lane in 0..<L.count { places[lane] = 2 * stored * (first + min(vector * L.count + lane, valid - 1)) }
    return places
  }

  @inline(__always)
  func load(_ source: UnsafeRawPointer, stored: Int, points: Range<Int>, into rows: UnsafeMutablePointer<C>) {
    let parts = source.assumingMemoryBound(to: L.Part.self)
    for vector in 0..<width {
      let places = places(vector, stored)
      for point in points { rows[(point - points.lowerBound) * width + vector] = L.load(parts + 2 * point, at: places) }
    }
  }

  @inline(__always)
  func store(_ rows: UnsafePointer<C>, to target: UnsafeMutableRawPointer, stored: Int, points: Range<Int>) {
    let parts = target.assumingMemoryBound(to: L.Part.self)
    for vector in 0..<width where vector * L.count < valid {
      let places = places(vector, stored)
      for point in points { L.store(rows[(point - points.lowerBound) * width + vector], parts + 2 * point, at: places) }
    }
  }

  /// What an inverse transform gives back: swapped, and scaled.
  func scale(_ rows: UnsafeMutablePointer<C>, points: Int, by scale: L.Part, isSwapping: Bool) {
    let factor = L.splat(scale)
    for index in 0..<points * width {
      let scaled = rows[index].scaled(factor)
      rows[index] = isSwapping ? scaled.swapped : scaled
    }
  }
}
