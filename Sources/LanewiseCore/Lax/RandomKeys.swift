import LanewiseEngine

// The primitives on keys as functions; `Random` checks what they are given.
extension Lax {
  package static func randomSeed(_ seeds: NDArray, _ dtype: DType) -> NDArray {
    bindOne(RandomSeed(dtype: dtype), seeds)
  }
  package static func randomWrap(_ words: NDArray, _ dtype: DType) -> NDArray {
    bindOne(RandomWrap(dtype: dtype), words)
  }
  package static func randomUnwrap(_ keys: NDArray) -> NDArray { bindOne(RandomUnwrap(), keys) }
  package static func randomFoldIn(_ key: NDArray, _ data: NDArray) -> NDArray { bindOne(RandomFoldIn(), key, data) }
  package static func randomSplit(_ key: NDArray, _ shape: Shape) -> NDArray {
    bindOne(RandomSplit(shape: shape), key)
  }
  package static func randomBits(_ key: NDArray, _ bitWidth: Int, _ shape: [Int]) -> NDArray {
    bindOne(RandomBits(bitWidth: bitWidth, shape: Shape(shape)), key)
  }
}
