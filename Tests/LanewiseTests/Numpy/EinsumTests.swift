import Lanewise
import Testing

@Suite struct EinsumTests {
  private let a = reshape(arange(6), [2, 3])
  private let b = reshape(arange(12), [3, 4])

  private func expectEqual(_ x: NDArray, _ y: NDArray, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(x.shape == y.shape, sourceLocation: sourceLocation)
    #expect(Bool(arrayEqual(x, y)), "\(x) and \(y)", sourceLocation: sourceLocation)
  }

  @Test func formsOfOneOperand() {
    expectEqual(einsum("ij->ji", a), a.T)
    expectEqual(einsum("ij", a), a)
    expectEqual(einsum("ji", a), a.T)
    expectEqual(einsum("ij->", a), sum(a))
    expectEqual(einsum("...->...", a), a)
    expectEqual(einsum("i...->...", a), sum(a, axis: 0))
    expectEqual(einsum("ii", matmul(a.T, a)), trace(matmul(a.T, a)))
    expectEqual(einsum("iii->i", reshape(arange(27), [3, 3, 3])), [0, 13, 26])
  }

  /// Long sums of products are folds, not products of matrices.
  @Test func longSums() {
    let x = arange(20_000.0).reshape([2, 100, 100]) % 7
    let y = arange(20_000.0).reshape([2, 100, 100]) % 5 - 2
    let sums = sum(x * y, axis: 2)
    expectEqual(einsum("aij,aij->ai", x, y), sums)
    expectEqual(einsum("aij,aij->", x, y), sum(sums))
    expectEqual(einsum("aij,aji->a", x, y), sum(x * y.transpose([0, 2, 1]), axis: [1, 2]))
    expectEqual(einsum("aij,aij->ai", x.astype(.int32), y.astype(.int32)), sums.astype(.int32))
    expectEqual(einsum("aij,aij->ai", x.astype(.float16), y.astype(.float16)), sums.astype(.float16))
  }

  @Test func products() {
    expectEqual(einsum("ij,jk", a, b), matmul(a, b))
    expectEqual(einsum(" i j , j k -> k i ", a, b), matmul(a, b).T)
    expectEqual(einsum("ij,ij->", a, a), vdot(a, a))
    expectEqual(einsum("i,j->ij", arange(3), arange(2)), outer(arange(3), arange(2)))
    expectEqual(einsum("ij,jk,kl->il", a, b, b.T), matmul(matmul(a, b), b.T))
    expectEqual(einsum("ij,jk,lk,lm->im", a, b, b, a.T), matmul(matmul(matmul(a, b), b.T), a.T))
    expectEqual(einsum("ij,->ij", a, 2), a * 2)
  }

  @Test func extentsOf1AreBroadcast() {
    expectEqual(einsum("ij,ij->ij", a, ones([1, 3], dtype: .int32)), a)
    expectEqual(einsum("ij,jk->ik", a, ones([1, 4], dtype: .int32)), matmul(a, ones([3, 4], dtype: .int32)))
    expectEqual(
      einsum("...i,...i->...", reshape(arange(6), [2, 1, 3]), b.T), sum(reshape(arange(6), [2, 1, 3]) * b.T, axis: -1))
  }

  @Test func emptyExtents() {
    expectEqual(einsum("ij,jk->ik", zeros([2, 0]), zeros([0, 3])), zeros([2, 3]))
  }

  @Test func derivatives() {
    let gradient = grad { (x: NDArray) in einsum("ij,ij->", x, x) }(a.astype(.float32))
    expectEqual(gradient, a.astype(.float32) * 2)
  }

  @Test func aProductIsOneEquation() {
    let text = makeJaxpr { (x: NDArray, y: NDArray) in einsum("ij,jk->ik", x, y) }(ones([2, 3]), ones([3, 4]))
      .description
    #expect(text == makeJaxpr { (x: NDArray, y: NDArray) in matmul(x, y) }(ones([2, 3]), ones([3, 4])).description)
    #expect(text.contains("dimension_numbers=(([1], [0]), ([], []))\n      preferred_element_type=float32"))
  }

  @Test func theOrderIsThatOfTheSmallestProducts() {
    let (a, b, c) = (ones([10, 20]), ones([20, 30]), ones([30]))
    #expect(einsumPath("ij,jk,k->i", a, b, c) == [[1, 2], [0, 1]])
    #expect(einsumPath("k,ij,jk->i", c, a, b) == [[0, 2], [0, 1]])
    #expect(einsumPath("ij,jk->ik", a, b) == [[0, 1]])
    #expect(einsumPath("ij->i", a) == [[0]])
    expectError("einsum_path", .value, "ij,jk") { einsumPath("ij,jk", a, c) }
  }
}
