import Lanewise
import Testing

@Suite struct LinearTransposeTests {
  @Test func ofAMatrix() {
    let m = NDArray([[1, 2, 3], [4, 5, 6]] as [[Float]])
    let transposed = linearTranspose({ (x: NDArray) in matmul(m, x) }, zeros([3]))
    #expect(transposed(NDArray([1, 10] as [Float])).asArray(Float.self) == [41, 52, 63])
    #expect(vmap(transposed)(eye(2)).asArray(Float.self) == [1, 2, 3, 4, 5, 6])
    #expect(jit(transposed)(NDArray([1, 0] as [Float])).asArray(Float.self) == [1, 2, 3])
  }

  @Test func ofTreesAndSeveralArguments() {
    let f = { (p: [String: NDArray]) in [p["a"]! * 2 + p["b"]!, p["b"]! * 3] }
    let pulled = linearTranspose(f, ["a": zeros([]), "b": zeros([])])([10.0, 1.0])
    #expect(Float(pulled["a"]!) == 20 && Float(pulled["b"]!) == 13)
    let (a, b) = linearTranspose({ (a: NDArray, b: NDArray) in a - 2 * b }, zeros([2]), zeros([2]))(ones([2]))
    #expect(a.asArray(Float.self) == [1, 1] && b.asArray(Float.self) == [-2, -2])
  }

  @Test func whatIsNotLinearIsAnError() {
    expectError("not linear") { linearTranspose({ (x: NDArray) in sin(x) }, zeros([]))(1.0) }
    expectError("linearTranspose: the tangent has type f32[2]") {
      linearTranspose({ (x: NDArray) in x * 2 }, zeros([3]))(ones([2]))
    }
  }
}
