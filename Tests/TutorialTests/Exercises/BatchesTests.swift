import Lanewise
import Testing

/// Exercise 5: products of vectors and matrices, by `vmap` and by a loop.
@Suite struct BatchesTests {
  private let keys = Random.split(Random.key(5), 3)

  @Test func dotProducts() {
    let (a, b) = (Random.normal(keys[0], [10_000, 100]), Random.normal(keys[1], [10_000, 100]))
    let batched = vmap(dot)
    expectJAX(batched(a, b)[.stride(by: 100)], "dot products", 1e-4)
    expectJAX(jit(batched)(a, b)[.stride(by: 100)], "dot products", 1e-4)
    let looped = stack(zip(a[..<200], b[..<200]).map { dot($0, $1) })
    #expect(Bool(allclose(looped, batched(a, b)[..<200], rtol: 1e-4, atol: 1e-4)))
  }

  @Test func matrixVectorProducts() {
    let (vectors, matrix) = (Random.normal(keys[0], [10_000, 100]), Random.normal(keys[2], [50, 100]))
    let batched = vmap({ matrix, vector in dot(matrix, vector) }, inAxes: (nil, 0))
    let products = batched(matrix, vectors)
    #expect(products.shape == [10_000, 50])
    expectJAX(products[.stride(by: 1000)].sum(axis: 1), "matrix vector products", 1e-3)
    let columns = vmap({ matrix, vector in dot(matrix, vector) }, inAxes: (nil, 1), outAxes: 1)
    #expect(Bool(allclose(columns(matrix, vectors.T).T, products, rtol: 1e-4, atol: 1e-4)))
  }
}
