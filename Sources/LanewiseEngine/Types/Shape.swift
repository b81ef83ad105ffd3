/// The extents of an array's dimensions, stored inline: at most ``Shape/maximumRank`` dimensions, each below 2³¹.
///
/// Trivial on purpose: comparing the shapes of a call with those a program was compiled for must not touch a
/// reference count. Unused extents are 0, so that equality is equality of the bytes.
package struct Shape: Hashable, Sendable {
  package static let maximumRank = 8

  private var low: SIMD4<Int32> = .zero
  private var high: SIMD4<Int32> = .zero
  private var storedRank: Int32 = 0

  package init() {}

  /// The shape with these extents. The caller has checked the rank and that no extent is negative.
  package init<C: Collection<Int>>(_ dims: C) {
    precondition(dims.count <= Shape.maximumRank, "an array has at most \(Shape.maximumRank) dimensions")
    for dim in dims { append(dim) }
  }

  package var rank: Int { Int(storedRank) }
  package var isScalar: Bool { storedRank == 0 }

  package subscript(_ axis: Int) -> Int {
    get { Int(axis < 4 ? low[axis] : high[axis - 4]) }
    set {
      if axis < 4 {
        low[axis] = Int32(truncatingIfNeeded: newValue)
      } else {
        high[axis - 4] = Int32(truncatingIfNeeded: newValue)
      }
    }
  }

  package mutating func append(_ dim: Int) {
    storedRank += 1
    self[rank - 1] = dim
  }

  /// The number of elements: the product of the extents, 1 for a scalar.
  package var count: Int {
    var product = 1
    for axis in 0..<rank { product *= self[axis] }
    return product
  }

  package var dims: [Int] { (0..<rank).map { self[$0] } }

  /// Row-major strides, in elements.
  package var strides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) { strides[axis] = strides[axis + 1] * self[axis + 1] }
    return strides
  }
}

extension Shape: ExpressibleByArrayLiteral, CustomStringConvertible {
  package init(arrayLiteral elements: Int...) { self.init(elements) }

  /// Python's text of the tuple: `()`, `(3,)`, `(2, 3)`.
  package var description: String {
    rank == 1 ? "(\(self[0]),)" : "(" + dims.map(String.init).joined(separator: ", ") + ")"
  }
}
