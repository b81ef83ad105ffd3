import Lanewise
import Testing

@Suite struct LinalgTests {
  private let matrices = Random.normal(Random.key(3), [4, 5, 5], dtype: .float64)
  private let tall = Random.normal(Random.key(4), [3, 7, 4], dtype: .float64)
  private let tolerance = 1e-10

  private func near(_ x: NDArray, _ y: NDArray, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(x.shape == y.shape && x.dtype == y.dtype, sourceLocation: sourceLocation)
    #expect(Double(max(abs(x - y))) < tolerance, sourceLocation: sourceLocation)
  }
  private func identities(_ n: Int, _ count: Int) -> NDArray { broadcastTo(eye(n, dtype: .float64), [count, n, n]) }

  /// Without derivatives a system is solved without the words for them, to the same bits.
  @Test func solvesAlikeWithAndWithoutTracing() {
    for b in [matrices[.all, 0], matrices] {
      #expect(all(Linalg.solve(matrices, b) .== jit { (a: NDArray) in Linalg.solve(a, b) }(matrices)).item(Bool.self))
    }
    #expect(all(Linalg.inv(matrices) .== jit { (a: NDArray) in Linalg.inv(a) }(matrices)).item(Bool.self))
  }

  @Test func factorsMakeTheMatrices() {
    let (q, r) = Linalg.qr(tall)
    near(matmul(q, r), tall)
    near(matmul(q.mT, q), identities(4, 3))
    let (u, s, vh) = Linalg.svd(tall, fullMatrices: false)
    near(matmul(u * expandDims(s, axis: 1), vh), tall)
    let full = Linalg.svd(tall)
    near(matmul(full.u.mT, full.u), identities(7, 3))
    let positive = matmul(matrices, matrices.mT) + identities(5, 4)
    let l = Linalg.cholesky(positive)
    near(matmul(l, l.mT), positive)
    near(triu(l, k: 1), zerosLike(l))
    let (w, v) = Linalg.eigh(positive)
    near(matmul(v * expandDims(w, axis: 1), v.mT), positive)
    let (values, vectors) = Linalg.eig(matrices)
    let complex = matrices.astype(.complex128)
    near(matmul(complex, vectors), vectors * expandDims(values, axis: 1))
    let (p, lower, upper) = Linalg.lu(tall[0])
    near(matmul(matmul(p, lower), upper), tall[0])
    let (t, z) = Linalg.schur(matrices)
    near(matmul(matmul(z, t), z.mT), matrices)
    let (unitary, half) = Linalg.polar(tall[0])
    near(matmul(unitary, half), tall[0])
  }

  @Test func solutionsFulfilTheEquations() {
    let right = Random.normal(Random.key(5), [4, 5, 2], dtype: .float64)
    near(matmul(matrices, Linalg.solve(matrices, right)), right)
    near(matmul(Linalg.inv(matrices), matrices), identities(5, 4))
    let p = Linalg.pinv(tall)
    near(matmul(p, tall), identities(4, 3))
    let root = Linalg.sqrtm(matrices[0])
    near(matmul(root, root).real, matrices[0])
    near(Linalg.expm(Linalg.blockDiag(matrices[0], -matrices[0]))[0..<5, 0..<5], Linalg.expm(matrices[0]))
    near(matmul(Linalg.expm(matrices), Linalg.expm(-matrices)), identities(5, 4))
  }

  /// One A for a batch of right-hand sides, a batch of both, vectors and numbers of dimensions that differ.
  @Test func batchesBroadcast() {
    let right = Random.normal(Random.key(6), [2, 4, 5, 3], dtype: .float64)
    let each = Linalg.solve(matrices, right)
    let shared = Linalg.solve(matrices[0], right)
    for i in 0..<2 {
      for j in 0..<4 {
        near(each[i, j], Linalg.solve(matrices[j], right[i, j]))
        near(shared[i, j], Linalg.solve(matrices[0], right[i, j]))
      }
    }
    near(Linalg.solve(matrices, right[0, .all, .all, 0])[2], Linalg.solve(matrices[2], right[0, 2, .all, 0]))
    near(Linalg.solve(matrices, right[0, 0, .all, 0])[2], Linalg.solve(matrices[2], right[0, 0, .all, 0]))
  }

  @Test func gradientsPassThroughBatchesAndCompilation() {
    let loss = { (a: NDArray) in (Linalg.inv(a) ** 2).sum() + Linalg.slogdet(a).logabsdet.sum() }
    let gradient = grad(loss)(matrices)
    near(vmap(grad(loss))(matrices), gradient)
    near(jit(grad(loss))(matrices), gradient)
    near(vmap(jit(grad(jit(loss))))(matrices), gradient)
    // ∂ log det = A⁻ᵀ.
    near(grad { Linalg.slogdet($0).logabsdet.sum() }(matrices), Linalg.inv(matrices).mT)
    let second = hessian { (x: NDArray) in Linalg.det(x * eye(4, dtype: .float64)) }(NDArray(3.0).astype(.float64))
    near(second, NDArray(12.0 * 9).astype(.float64))
  }

  @Test func matricesThatFail() throws {
    let bad = NDArray([[1.0, 2.0], [2.0, 1.0]])
    let both = stack([eye(2), bad])
    let l = Linalg.cholesky(both)
    #expect(l[0].asArray(Float.self) == [1, 0, 0, 1])
    #expect(isnan(l[1, 0, 0]).asArray(Bool.self) == [true])
    #expect(all(isinf(Linalg.inv(zeros([2, 2]))) | isnan(Linalg.inv(zeros([2, 2])))).asArray(Bool.self) == [true])
    let (sign, logarithm) = Linalg.slogdet(zeros([2, 2]))
    #expect(Float(sign) == 0 && Float(logarithm) == -.infinity)
    #expect(Float(Linalg.cond(ones([2, 2]), p: 1)) > 1e6)
    #expect(isnan(Linalg.svdvals(full([2, 2], NDArray.nan))).asArray(Bool.self) == [true, true])
  }

  @Test func emptyMatrices() throws {
    try catching { checkEmptyMatrices() }
  }
  private func checkEmptyMatrices() {
    #expect(Linalg.inv(zeros([0, 0])).shape == [0, 0] && Linalg.inv(zeros([2, 0, 0])).shape == [2, 0, 0])
    #expect(Float(Linalg.det(zeros([0, 0]))) == 1)
    #expect(Linalg.solve(zeros([0, 0]), zeros([0, 3])).shape == [0, 3])
    #expect(Linalg.solve(eye(3), zeros([3, 0])).shape == [3, 0])
    let (u, s, vh) = Linalg.svd(zeros([0, 3]))
    #expect(u.shape == [0, 0] && s.shape == [0] && vh.shape == [3, 3])
    let (q, r) = Linalg.qr(zeros([3, 0]), mode: .complete)
    #expect(q.shape == [3, 3] && r.shape == [3, 0])
    #expect(Linalg.pinv(zeros([0, 2])).shape == [2, 0] && Linalg.eigh(zeros([0, 0])).eigenvalues.shape == [0])
    #expect(
      Linalg.lstsq(zeros([0, 2]), zeros([0])).x.shape == [2] && Linalg.expm(zeros([0, 2, 2])).shape == [0, 2, 2])
    #expect(Linalg.blockDiag([]).shape == [1, 0] && Linalg.toeplitz(zeros([0])).shape == [0, 0])
  }

  @Test func integersBecomeFloatingPoint() {
    let a = NDArray([[4, 2], [2, 5]])
    for x in [Linalg.cholesky(a), Linalg.inv(a), Linalg.det(a), Linalg.norm(a), Linalg.svdvals(a), Linalg.expm(a)] {
      #expect(x.dtype == .float32)
    }
    #expect(Linalg.matrixPower(a, 2).dtype == .float32 && Linalg.matmul(a, a).dtype == .int32)
    #expect(Linalg.eigvals(a).dtype == .complex64 && Linalg.matrixRank(a).dtype == .int32)
    #expect(Linalg.solve(a, NDArray([1, 2] as [Double], shape: [2], dtype: .float64)).dtype == .float64)
  }

  @Test func functionsCanBePassed() {
    let squares = [eye(2), 2 * eye(2)]
    #expect(squares.map(Linalg.det).map { Float($0) } == [1, 4])
    #expect(squares.map(Linalg.cholesky).count == 2 && squares.map(Linalg.inv).count == 2)
    #expect(vmap(Linalg.norm)(stack(squares)).shape == [2] && vmap(Linalg.pinv)(stack(squares)).shape == [2, 2, 2])
    #expect(vmap(Linalg.expm)(stack(squares)).shape == [2, 2, 2] && vmap(Linalg.trace)(stack(squares)).shape == [2])
  }

  /// The chain is multiplied in the order that costs least.
  @Test func chainsAreMultipliedInTheCheapestOrder() {
    let shapes = [[40, 2], [2, 40], [40, 2]]
    let chain = shapes.enumerated().map { Random.normal(Random.key($0), $1) }
    let jaxpr = makeJaxpr { (a: NDArray, b: NDArray, c: NDArray) in Linalg.multiDot([a, b, c]) }(
      chain[0], chain[1], chain[2])
    #expect(jaxpr.description.contains("f32[2,2] = dot_general") && !jaxpr.description.contains("f32[40,40]"))
  }

  @Test func jaxprsArePrintedAndReadBack() throws {
    let x = eye(3)
    let programs: [(NDArray) -> NDArray] = [
      { Linalg.cholesky($0) }, { Linalg.svd($0, fullMatrices: false).u }, { Linalg.svdvals($0) },
      { Linalg.eigh($0).eigenvectors }, { Linalg.eigvals($0).real }, { Linalg.qr($0).r }, { Linalg.inv($0) },
      { Linalg.schur($0).t }, { Lax.hessenberg($0).a }, { Lax.tridiagonal($0).d }, { Linalg.qr($0, mode: .raw).q },
      { Lax.luPivotsToPermutation(Linalg.luFactor($0).pivots, 3).astype(.float32) },
      { Lax.tridiagonalSolve($0[0], $0[0] + 1, $0[0], $0) },
    ]
    for program in programs {
      let text = makeJaxpr(program)(x).description
      let read = try Jaxpr(parsing: text)
      #expect(read.description == text)
    }
    let text = makeJaxpr { (x: NDArray) in Lax.singularValues(x) }(x).description
    #expect(text.contains("svd[compute_uv=False full_matrices=False subset_by_index=None] a"), "\(text)")
  }
}
