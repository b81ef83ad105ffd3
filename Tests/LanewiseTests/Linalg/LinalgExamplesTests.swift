import Lanewise
import Testing

/// What the documentation shows is what comes out.
@Suite struct LinalgExamplesTests {
  @Test func resultsAreAsDocumented() {
    #expect("\(Linalg.norm([3, 4]))" == "5.0")
    #expect("\(Linalg.cond([[2, 0], [0, 4]]))" == "2.0")
    #expect("\(Linalg.cholesky([[4, 2], [2, 5]]))" == "[[2. 0.]\n [1. 2.]]")
    #expect("\(Linalg.svd([[3, 0], [0, -2]]).s)" == "[3. 2.]")
    #expect("\(Linalg.eig([[0, 1], [-1, 0]]).eigenvalues)" == "[0.+1.j 0.-1.j]")
    #expect("\(Linalg.solve([[2, 0], [0, 4]], [1, 1]))" == "[0.5  0.25]")
    #expect("\(Linalg.inv([[2, 0], [0, 4]]))" == "[[0.5  0.  ]\n [0.   0.25]]")
    #expect("\(Linalg.det([[1, 2], [3, 4]]))" == "-2.0")
    #expect("\(Linalg.vecdot([[1, 2], [3, 4]], [1, 1]))" == "[3 7]")
    #expect("\(Linalg.matrixPower([[1, 1], [0, 1]], 3))" == "[[1. 3.]\n [0. 1.]]")
    #expect("\(Linalg.blockDiag([[1, 2]], [3]))" == "[[1 2 0]\n [0 0 3]]")
    #expect("\(Linalg.toeplitz([1, 2], [1, 5]))" == "[[1 5]\n [2 1]]")
  }

  /// But for rounding.
  @Test func valuesAreAsDocumented() {
    let a = NDArray([[4.0, 2.0], [2.0, 5.0]])
    expectClose(Linalg.choSolve(Linalg.choFactor(a), [6.0, 7.0]), [1.0, 1.0])
    expectClose(Linalg.solve(a, [6.0, 7.0]), [1.0, 1.0])
    expectClose(Linalg.slogdet(a).logabsdet, NDArray(2.7725887))
    expectClose(grad { Linalg.slogdet($0).logabsdet }(a), Linalg.inv(a).T)
    expectClose(Linalg.slogdet([[1, 2], [3, 4]]).logabsdet, NDArray(0.6931472))
    expectClose(Linalg.eigh([[2, 1], [1, 2]]).eigenvalues, NDArray([1.0, 3.0]))
    expectClose(Linalg.lstsq([[1, 0], [0, 1], [0, 0]], [1, 2, 3]).x, NDArray([1.0, 2.0]))
    expectClose(Linalg.pinv([[2, 0], [0, 0]]), NDArray([[0.5, 0.0], [0.0, 0.0]]))
    expectClose(Linalg.expm([[0, 1], [0, 0]]), NDArray([[1.0, 1.0], [0.0, 1.0]]))
    let (q, r) = Linalg.qr([[3, 1], [4, 2]])
    expectClose(matmul(q, r), NDArray([[3.0, 1.0], [4.0, 2.0]]))
  }
}
