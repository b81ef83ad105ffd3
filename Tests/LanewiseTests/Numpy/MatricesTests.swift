import Lanewise
import Testing

@Suite struct MatricesTests {
  /// In memory the identity is written as such, in a trace it is a comparison of places.
  @Test func identityIsTheSameInATrace() {
    for (n, m) in [(0, 0), (1, 1), (3, 3), (2, 5), (5, 2), (40, 41)] {
      for k in [0, 1, -1, 3, -4, 100, -100, Int.max, Int.min] {
        for dtype in [DType.float32, .float16, .int8, .bool, .complex128] {
          let traced = jit { (_: NDArray) in eye(n, m, k: k, dtype: dtype) }(0)
          let direct = eye(n, m, k: k, dtype: dtype)
          #expect(direct.dtype == dtype && direct.shape == [n, m])
          #expect(arrayEqual(direct, traced).item(Bool.self), "\(n) \(m) \(k) \(dtype)")
        }
      }
    }
  }
}
