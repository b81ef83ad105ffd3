import Lanewise
import Testing

/// Every mistake is an error with a sentence that names the function, never a trap.
@Suite struct NumpyErrorTests {
  @Test func axes() {
    let x = ones([2, 3])
    expectError("sum", .shape, "axis 2", "(2, 3)") { sum(x, axis: 2) }
    expectError("sum", .shape, "axis -3") { x.sum(axis: [0, -3]) }
    expectError("sum", .value, "twice") { sum(x, axis: [0, -2]) }
    expectError("argmax", .shape, "axis 0") { argmax(NDArray(1.0), axis: 0) }
    expectError("sort", .shape, "axis 5") { sort(x, axis: 5) }
    expectError("cumsum", .shape, "axis 2") { cumsum(x, axis: 2) }
    expectError("flip", .shape, "axis 9") { flip(x, axis: 9) }
    expectError("transpose", .shape, "name each") { transpose(x, [0]) }
    expectError("transpose", .value, "twice") { transpose(x, [0, 0]) }
    expectError("expand_dims", .shape, "axis 4") { expandDims(x, axis: 4) }
    expectError("moveaxis", .value, "2 axes") { moveaxis(x, [0, 1], 0) }
    expectError("roll", .shape, "axis 7") { roll(x, 1, axis: 7) }
    expectError("take", .shape, "axis 2") { take(x, [0], axis: 2) }
    expectError("one_hot", .shape, "axis 3") { NN.oneHot([1], 2, axis: 3) }
  }

  @Test func shapes() {
    expectError("zeros", .shape, "-1") { zeros([2, -1]) }
    expectError("zeros", .shape, "too many") { zeros([1 << 30, 1 << 30]) }
    expectError("ones", .shape, "9 dimensions") { ones(Array(repeating: 1, count: 9)) }
    expectError("reshape", .shape, "(7,)", "(2, -1)") { reshape(ones([7]), [2, -1]) }
    expectError("reshape", .shape, "(6,)", "(4, 2)") { ones(6).reshape(4, 2) }
    expectError("reshape", .shape, "only one") { ones(6).reshape(-1, -1) }
    expectError("reshape", .shape) { ones(0).reshape(0, -1) }
    expectError("broadcast_to", .shape, "(3,)", "(2, 4)") { broadcastTo(ones(3), [2, 4]) }
    expectError("where", .shape, "(2,)", "(3,)") { `where`(ones(2) .> 0, ones(3), 0) }
    expectError("concatenate", .shape, "(2, 3)", "(2, 4)") { concatenate([ones([2, 3]), ones([2, 4])]) }
    expectError("concatenate", .shape, "(2, 3)", "(3,)") { concatenate([ones([2, 3]), ones([3])]) }
    expectError("concatenate", .value, "at least one") { concatenate([]) }
    expectError("stack", .shape, "(2,)", "(3,)") { stack([ones(2), ones(3)]) }
    expectError("split", .value, "3 equal parts", "4") { split(ones(4), 3) }
    expectError("split", .value, "positive") { split(ones(4), 0) }
    expectError("matmul", .shape, "(2, 3)", "(2, 3)") { matmul(ones([2, 3]), ones([2, 3])) }
    expectError("matmul", .shape, "at least 1") { matmul(ones(3), 2.0) }
    expectError("matmul", .shape, "(2,)", "(3,)") { matmul(ones([2, 2, 2]), ones([3, 2, 2])) }
    expectError("dot", .shape, "(2, 3)", "(2, 3)") { dot(ones([2, 3]), ones([2, 3])) }
    expectError("tensordot", .value) { tensordot(ones(3), ones(3), axes: 2) }
    expectError("tril", .shape, "(3,)") { tril(ones(3)) }
    expectError("diag", .shape) { diag(ones([2, 2, 2])) }
    expectError("pad", .value) { pad(ones(3), -1) }
    expectError("pad", .value, "empty") { pad(ones(0), 1, mode: .edge) }
    expectError("iteration", .shape, "rank 0") { NDArray(1.0).map { $0 } }
    expectError("interp", .shape) { interp(1.0, ones(3), ones(2)) }
    expectError("average", .shape) { average(ones([2, 3]), weights: ones(2)) }
  }

  @Test func values() {
    expectError("arange", .value, "step") { arange(0, 5, 0) }
    expectError("arange", .value, "step") { arange(0.0, 5.0, 0.0) }
    expectError("linspace", .value, "negative") { linspace(0, 1, -1) }
    expectError("geomspace", .value) { geomspace(-1, 1, 3) }
    expectError("max", .value, "empty") { max(ones(0)) }
    expectError("argmax", .value, "empty") { argmax(ones(0)) }
    expectError("take", .dtype, "float32") { take(ones(3), ones(2)) }
    expectError("take", .index, "empty") { take(ones(0), [0]) }
    expectError("repeat", .value) { repeated(ones(3), -1) }
    expectError("repeat", .value) { repeated(ones(3), [1, 2]) }
    expectError("gcd", .dtype) { gcd(ones(2), ones(2)) }
    expectError("diff", .value) { diff(ones(3), n: -1) }
    expectError("round", .value) { round(arange(3), decimals: -1) }
    expectError("norm", .value) { Linalg.norm(ones([2, 2, 2]), ord: 2) }
    expectError("eye", .shape) { eye(-1) }
    expectError("bincount", .dtype) { bincount(ones(2)) }
    expectError("convolve", .value) { convolve(ones(0), ones(2)) }
  }

  @Test func einsums() {
    let (x, y) = (ones([2, 3]), ones([4, 5]))
    expectError("einsum", .value, "'j'", "4", "3") { einsum("ij,jk->ik", x, y) }
    expectError("einsum", .value, "'k'", "not one of") { einsum("ij->ik", x) }
    expectError("einsum", .value, "2 operands") { einsum("ij,jk->ik", x) }
    expectError("einsum", .value, "3 labels") { einsum("ijk->i", x) }
    expectError("einsum", .value, "diagonal") { einsum("ii->i", x) }
    expectError("einsum", .value, "'->'") { einsum("ij-i", x) }
    expectError("einsum", .value, "'...'") { einsum("..i->i", x) }
    expectError("einsum", .value, "twice") { einsum("ij->ii", x) }
    expectError("einsum", .value, "letters") { einsum("i1->i", x) }
    expectError("einsum", .value) { einsum("", []) }
  }

  @Test func valuesThatDecideShapesMustBeKnown() {
    expectError("nonzero", .concretization) { jit { (x: NDArray) in nonzero(x)[0] }(ones(3)) }
    expectError("unique", .concretization) { jit { (x: NDArray) in unique(x) }(ones(3)) }
    expectError("bincount", .concretization) { jit { (x: NDArray) in bincount(x) }(arange(3)) }
  }

  /// What follows a mistake must not trap either, whatever shape the poisoned result has.
  @Test func poisonedOperandsAreAbsorbed() {
    let bodies: [(NDArray) -> Any] = [
      { sum($0, axis: 1) }, { matmul($0, ones([2, 2])) }, { einsum("ij,jk->ik", $0, ones([2, 2])) }, { sort($0) },
      { take($0, [0]) }, { concatenate([$0, ones([1])]) }, { stack([$0, ones([1])]) }, { split($0, 2) },
      { reshape($0, [7]) },
      { diag($0) }, { tril($0) }, { pad($0, 1, mode: .wrap) }, { unique($0) }, { nonzero($0) }, { bincount($0) },
      { quantile($0, 0.5) }, { interp($0, $0, $0) }, { cross($0, $0) }, { kron($0, $0) }, { NN.softmax($0) },
      { histogram($0).counts }, { $0.map { $0 } }, { polyval($0, $0) }, { lexsort([$0]) }, { gcd($0, $0) },
      { Linalg.norm($0, ord: 1) }, { roll($0, 1, axis: 0) }, { tile($0, [2, 2]) }, { meshgrid($0, $0) }, { trace($0) },
      { searchsorted($0, $0) }, { convolve($0, $0) }, { Linalg.norm($0) }, { vander($0) }, { isin($0, $0) },
    ]
    for body in bodies {
      expectError("add", .shape) { body(ones([2, 3]) + ones([4, 5])) }
      expectError("reshape", .shape) { body(reshape(ones(6), [4])) }
    }
  }
}
