/// A random key whose numbers are drawn one at a time: what a `while` loop over single samples needs, where a stream of
/// the kernels' would be longer than what is used of it.
struct ScalarKey {
  let word0: UInt32, word1: UInt32
  let layout: RandomStream.Layout

  init(_ word0: UInt32, _ word1: UInt32, _ layout: RandomStream.Layout) {
    (self.word0, self.word1, self.layout) = (word0, word1, layout)
  }

  /// Threefry-2x32 with 20 rounds (Salmon and others 2011).
  func block(_ counter0: UInt32, _ counter1: UInt32) -> (UInt32, UInt32) {
    let word2 = word0 ^ word1 ^ 0x1BD1_1BDA
    var x = counter0 &+ word0
    var y = counter1 &+ word1
    @inline(__always) func mix(_ rotation: UInt32) {
      x = x &+ y
      y = (y &<< rotation | y &>> (32 &- rotation)) ^ x
    }
    @inline(__always) func evenRounds() { mix(13); mix(15); mix(26); mix(6) }
    @inline(__always) func oddRounds() { mix(17); mix(29); mix(16); mix(24) }
    evenRounds()
    (x, y) = (x &+ word1, y &+ word2 &+ 1)
    oddRounds()
    (x, y) = (x &+ word2, y &+ word0 &+ 2)
    evenRounds()
    (x, y) = (x &+ word0, y &+ word1 &+ 3)
    oddRounds()
    (x, y) = (x &+ word1, y &+ word2 &+ 4)
    evenRounds()
    return (x &+ word2, y &+ word0 &+ 5)
  }

  /// Two new keys (`random_split`).
  func split() -> (ScalarKey, ScalarKey) {
    if layout == .partitionable { return (child(0), child(1)) }
    let (a, b) = (block(0, 2), block(1, 3))
    return (ScalarKey(a.0, b.0, layout), ScalarKey(a.1, b.1, layout))
  }

  /// Three new keys.
  func split3() -> (ScalarKey, ScalarKey, ScalarKey) {
    if layout == .partitionable { return (child(0), child(1), child(2)) }
    let (a, b, c) = (block(0, 3), block(1, 4), block(2, 5))
    return (ScalarKey(a.0, b.0, layout), ScalarKey(c.0, a.1, layout), ScalarKey(b.1, c.1, layout))
  }

  private func child(_ index: UInt32) -> ScalarKey {
    let (a, b) = block(0, index)
    return ScalarKey(a, b, layout)
  }

  /// The bits of a single element, 32 or fewer of which the lower ones count.
  func bits32() -> UInt32 {
    let (a, b) = block(0, 0)
    return layout == .partitionable ? a ^ b : a
  }

  /// The bits of a single element of 64.
  func bits64() -> UInt64 {
    let (a, b) = layout == .partitionable ? block(0, 0) : block(0, 1)
    return UInt64(a) << 32 | UInt64(b)
  }
}
