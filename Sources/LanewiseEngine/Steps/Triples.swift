/// Rows of three elements of four bytes, such as coordinates and colours: four rows are three vectors.
enum Triples {
  private typealias Vector = SIMD4<UInt32>

  /// Every third element of the source, so many.
  static func take(_ count: Int, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
    @inline(__always) func vector(_ offset: Int) -> Vector {
      source.loadUnaligned(fromByteOffset: offset, as: Vector.self)
    }
    var i = 0
    // The last vector ends behind the last element that is taken of it: there has to be another one.
    while i &+ 4 < count {
      let (a, b, c) = (vector(12 &* i), vector(12 &* i &+ 16), vector(12 &* i &+ 32))
      target.storeBytes(of: Vector(a[0], a[3], b[2], c[1]), toByteOffset: 4 &* i, as: Vector.self)
      i &+= 4
    }
    while i < count {
      target.storeBytes(
        of: source.load(fromByteOffset: 12 &* i, as: UInt32.self), toByteOffset: 4 &* i, as: UInt32.self)
      i &+= 1
    }
  }

  /// Rows of an element of each of three sources.
  static func put(
    _ rows: Range<Int>, from a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ c: UnsafeRawPointer,
    to target: UnsafeMutableRawPointer
  ) {
    @inline(__always) func vector(_ source: UnsafeRawPointer, _ row: Int) -> Vector {
      source.loadUnaligned(fromByteOffset: 4 &* row, as: Vector.self)
    }
    var row = rows.lowerBound
    while row &+ 4 <= rows.upperBound {
      let (a, b, c) = (vector(a, row), vector(b, row), vector(c, row))
      target.storeBytes(of: Vector(a[0], b[0], c[0], a[1]), toByteOffset: 12 &* row, as: Vector.self)
      target.storeBytes(of: Vector(b[1], c[1], a[2], b[2]), toByteOffset: 12 &* row &+ 16, as: Vector.self)
      target.storeBytes(of: Vector(c[2], a[3], b[3], c[3]), toByteOffset: 12 &* row &+ 32, as: Vector.self)
      row &+= 4
    }
    while row < rows.upperBound {
      for (number, source) in [a, b, c].enumerated() {
        target.storeBytes(
          of: source.load(fromByteOffset: 4 &* row, as: UInt32.self), toByteOffset: 12 &* row &+ 4 &* number,
          as: UInt32.self)
      }
      row &+= 1
    }
  }
}
