import Lanewise
import Testing

@Suite struct VectorizeTests {
  private let product = vectorize({ (m: NDArray, v: NDArray) in matmul(m, v) }, signature: "(m,n),(n)->(m)")

  @Test func loopDimensionsAreBroadcast() {
    #expect(product(ones([2, 3]), ones([3])).shape == [2])
    #expect(product(ones([5, 2, 3]), ones([3])).shape == [5, 2])
    #expect(product(ones([2, 3]), ones([4, 3])).shape == [4, 2])
    #expect(product(ones([7, 1, 2, 3]), ones([4, 3])).shape == [7, 4, 2])
    #expect(product(ones([1, 2, 3]), ones([1, 3])).shape == [1, 2])
    let m = NDArray([1, 2, 3, 4] as [Float], shape: [2, 2])
    let vs = NDArray([1, 0, 0, 1, 1, 1] as [Float], shape: [3, 2])
    #expect(product(m, vs).asArray(Float.self) == [1, 3, 2, 4, 3, 7])
    expectClose(jit(product)(m, vs), product(m, vs))
    expectClose(grad { (m: NDArray) in product(m, vs).sum() }(m), NDArray([2, 2, 2, 2] as [Float], shape: [2, 2]))
  }

  @Test func withoutASignatureItIsForScalars() {
    let f = vectorize { (x: NDArray, y: NDArray) -> NDArray in
      #expect(x.shape == [] && y.shape == [])
      return x * y
    }
    #expect(f(ones([3, 1]), ones([4])).shape == [3, 4])
    #expect(vectorize { (x: NDArray) in x + 1 }(ones([2, 2])).shape == [2, 2])
  }

  @Test func severalResults() {
    let f = vectorize({ (x: NDArray) in (x.sum(), x * 2) }, signature: " (n) -> () , (n) ")
    let (total, twice) = f(ones([3, 4]))
    #expect(total.shape == [3] && twice.shape == [3, 4])
    let g = vectorize({ (a: NDArray, b: NDArray, c: NDArray) in a * b + c }, signature: "(k),(),(k)->(k)")
    #expect(g(ones([2, 3]), ones([2]), ones([3])).shape == [2, 3])
  }

  @Test func mistakesAreSentences() {
    for bad in ["(n->()", "(n)", "", "(n)->", "(n),->()", "(n)(m)->()", "(n+1)->()", "->", "(n,)->()"] {
      expectError("vectorize: not a valid gufunc signature: \(bad)") {
        vectorize({ (x: NDArray) in x }, signature: bad)(ones([3]))
      }
    }
    expectError("inconsistent size for core dimension 'n': 4 vs 3") { product(ones([2, 3]), ones([4])) }
    expectError("input with shape () does not have enough dimensions for all core dimensions (n)") {
      product(ones([2, 3]), 1.0)
    }
    expectError("expected 1, got 2") {
      vectorize({ (x: NDArray, y: NDArray) in x }, signature: "(n)->(n)")(ones([3]), ones([3]))
    }
    expectError("output shape (2, 2) does not match core dimensions (n)") {
      vectorize({ (x: NDArray) in ones([2, 2]) }, signature: "(n)->(n)")(ones([5, 3]))
    }
    expectError("inconsistent size for core dimension 'n': 2 vs 3") {
      vectorize({ (x: NDArray) in ones([2]) }, signature: "(n)->(n)")(ones([3]))
    }
    expectError("gave 1 results, but its signature") {
      vectorize({ (x: NDArray) in x }, signature: "(n)->(n),()")(ones([3]))
    }
    expectError("cannot be broadcast together") { product(ones([5, 2, 3]), ones([4, 3])) }
  }
}
