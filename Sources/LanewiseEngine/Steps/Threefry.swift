/// The Threefry-2x32 block cipher of twenty rounds, eight blocks at a time: what JAX's random bits are made of.
package struct Threefry {
  package typealias Words = SIMD8<UInt32>
  package let key0, key1: UInt32

  @inline(__always) package init(_ key0: UInt32, _ key1: UInt32) {
    self.key0 = key0
    self.key1 = key1
  }

  /// The key at `address`: two words.
  @inline(__always) package init(at address: UnsafeRawPointer) {
    self.init(
      address.loadUnaligned(as: UInt32.self), address.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
  }

  /// Eight blocks under eight keys.
  @inline(__always)
  package static func encrypt(_ key0: Words, _ key1: Words, _ counter0: Words, _ counter1: Words) -> (Words, Words) {
    let key2 = key0 ^ key1 ^ Words(repeating: 0x1bd1_1bda)
    var x0 = counter0 &+ key0
    var x1 = counter1 &+ key1
    evenRounds(&x0, &x1)
    x0 &+= key1
    x1 &+= key2 &+ Words(repeating: 1)
    oddRounds(&x0, &x1)
    x0 &+= key2
    x1 &+= key0 &+ Words(repeating: 2)
    evenRounds(&x0, &x1)
    x0 &+= key0
    x1 &+= key1 &+ Words(repeating: 3)
    oddRounds(&x0, &x1)
    x0 &+= key1
    x1 &+= key2 &+ Words(repeating: 4)
    evenRounds(&x0, &x1)
    x0 &+= key2
    x1 &+= key0 &+ Words(repeating: 5)
    return (x0, x1)
  }

  @inline(__always) package func encrypt(_ counter0: Words, _ counter1: Words) -> (Words, Words) {
    Self.encrypt(Words(repeating: key0), Words(repeating: key1), counter0, counter1)
  }

  /// One block.
  @inline(__always) package func encrypt(_ counter0: UInt32, _ counter1: UInt32) -> (UInt32, UInt32) {
    let (a, b) = encrypt(Words(repeating: counter0), Words(repeating: counter1))
    return (a[0], b[0])
  }

  @inline(__always) private static func evenRounds(_ x0: inout Words, _ x1: inout Words) {
    round(&x0, &x1, 13)
    round(&x0, &x1, 15)
    round(&x0, &x1, 26)
    round(&x0, &x1, 6)
  }
  @inline(__always) private static func oddRounds(_ x0: inout Words, _ x1: inout Words) {
    round(&x0, &x1, 17)
    round(&x0, &x1, 29)
    round(&x0, &x1, 16)
    round(&x0, &x1, 24)
  }
  /// The rotation's left shift is spelled as a product: shifts both ways are not vectorised for the SSE2 baseline.
  @inline(__always) private static func round(_ x0: inout Words, _ x1: inout Words, _ distance: UInt32) {
    x0 &+= x1
    let left = x1 &* Words(repeating: 1 << distance)
    let right = x1 &>> Words(repeating: 32 - distance)
    x1 = (left | right) ^ x0
  }
}

extension Threefry.Words {
  static let lanes = Threefry.Words(0, 1, 2, 3, 4, 5, 6, 7)
}
