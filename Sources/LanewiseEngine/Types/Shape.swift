/// The extents of an array's dimensions, stored inline: at most ``Shape/maximumRank`` dimensions, each below 2³¹.
///
/// Trivial on purpose: comparing the shapes of a call with those a program was compiled for must not touch a
/// reference count. Unused extents are 0, so that equality is equality of the bytes. Words and no vectors, since objects
/// that hold a vector are allocated by a slower way. Inlinable, since every operation asks for a few of these, and a call
/// across modules costs as much as all that a small array has to do.
@usableFromInline
package struct Shape: Hashable, Sendable {
  @inlinable package static var maximumRank: Int { 8 }

  /// Two extents each, the first in the low half.
  @usableFromInline var word0: UInt64 = 0, word1: UInt64 = 0, word2: UInt64 = 0, word3: UInt64 = 0
  @usableFromInline var storedRank: Int32 = 0

  @inlinable package init() {}

  /// The shape with these extents. The caller has checked the rank and that no extent is negative.
  @inlinable package init(_ dims: some Collection<Int>) {
    precondition(dims.count <= Shape.maximumRank, "an array has at most \(Shape.maximumRank) dimensions")
    for dim in dims { append(dim) }
  }

  @inlinable package var rank: Int { Int(storedRank) }
  @inlinable package var isScalar: Bool { storedRank == 0 }

  @inlinable package static func == (a: Shape, b: Shape) -> Bool {
    a.storedRank == b.storedRank && a.word0 == b.word0 && a.word1 == b.word1 && a.word2 == b.word2 && a.word3 == b.word3
  }

  @inlinable package subscript(_ axis: Int) -> Int {
    get {
      let word =
        switch axis &>> 1 {
        case 0: word0
        case 1: word1
        case 2: word2
        case 3: word3
        default: preconditionFailure("a shape has no axis \(axis)")
        }
      return Int(Int32(truncatingIfNeeded: word &>> UInt64(axis & 1 &* 32)))
    }
    set {
      let shift = UInt64(axis & 1 &* 32)
      func replace(_ word: inout UInt64) {
        word = word & ~(0xFFFF_FFFF &<< shift) | UInt64(UInt32(truncatingIfNeeded: newValue)) &<< shift
      }
      switch axis &>> 1 {
      case 0: replace(&word0)
      case 1: replace(&word1)
      case 2: replace(&word2)
      case 3: replace(&word3)
      default: preconditionFailure("a shape has no axis \(axis)")
      }
    }
  }

  @inlinable package mutating func append(_ dim: Int) {
    storedRank += 1
    self[rank - 1] = dim
  }

  /// The number of elements: the product of the extents, 1 for a scalar.
  @inlinable package var count: Int {
    var product = 1
    for axis in 0..<rank { product *= self[axis] }
    return product
  }

  /// The extents behind the first axis, which there must be.
  @inlinable package var droppingFirst: Shape {
    var rest = self
    rest.word0 = word0 &>> 32 | word1 &<< 32
    rest.word1 = word1 &>> 32 | word2 &<< 32
    rest.word2 = word2 &>> 32 | word3 &<< 32
    rest.word3 = word3 &>> 32
    rest.storedRank -= 1
    return rest
  }

  /// The extents in another order.
  @inlinable package func permuted(_ order: [Int]) -> Shape {
    var result = Shape()
    for axis in order { result.append(self[axis]) }
    return result
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
  @inlinable package init(arrayLiteral elements: Int...) { self.init(elements) }

  /// Python's text of the tuple: `()`, `(3,)`, `(2, 3)`.
  @usableFromInline package var description: String {
    rank == 1 ? "(\(self[0]),)" : "(" + dims.map(String.init).joined(separator: ", ") + ")"
  }
}
