import Lanewise
import Testing

@Suite struct JacobiansTests {
  private let f = { (x: NDArray) in concatenate([x * x, (x * sin(x)).sum()[.newAxis]], axis: 0) }
  private let x = NDArray([0.5, -1, 2] as [Float])

  @Test func forwardIsReverse() {
    let (forward, reverse) = (jacfwd(f)(x), jacrev(f)(x))
    #expect(forward.shape == [4, 3] && reverse.shape == [4, 3])
    expectClose(forward, reverse)
    let analytic: [Double] = [
      1, 0, 0, 0, -2, 0, 0, 0, 4, sine(0.5) + 0.5 * cosine(0.5), sine(-1) - cosine(-1), sine(2) + 2 * cosine(2),
    ]
    expectClose(forward, NDArray(analytic, shape: [4, 3], dtype: .float32))
  }

  @Test func shapesAreTheResultsThenTheArguments() {
    let f = { (x: NDArray) in matmul(x, ones([3, 4])) }
    #expect(jacfwd(f)(ones([2, 3])).shape == [2, 4, 2, 3])
    expectClose(jacfwd(f)(ones([2, 3])), jacrev(f)(ones([2, 3])))
    #expect(jacfwd { (x: NDArray) in x * x }(3.0).shape == [])
    #expect(Float(jacrev { (x: NDArray) in x * x }(3.0)) == 6)
    #expect(jacfwd(f)(zeros([0, 3])).shape == [0, 4, 0, 3])
  }

  @Test func treesOfArgumentsAndOfResults() {
    let p = ["w": NDArray([[1, 2], [3, 4]] as [[Float]]), "b": NDArray([5, 6] as [Float])]
    let f = { (p: [String: NDArray]) in matmul(p["w"]!, p["b"]!) }
    for jacobian in [jacfwd(f)(p), jacrev(f)(p)] {
      #expect(jacobian["w"]!.shape == [2, 2, 2] && jacobian["b"]!.shape == [2, 2])
      #expect(jacobian["w"]!.asArray(Float.self) == [5, 6, 0, 0, 0, 0, 5, 6])
      #expect(jacobian["b"]!.asArray(Float.self) == [1, 2, 3, 4])
    }
    let g = { (x: NDArray) in ["square": x * x, "constant": ones([2])] }
    for jacobian in [jacfwd(g)(x), jacrev(g)(x)] {
      #expect(jacobian["square"]!.asArray(Float.self) == [1, 0, 0, 0, -2, 0, 0, 0, 4])
      #expect(jacobian["constant"]!.shape == [2, 3] && Float(jacobian["constant"]!.sum()) == 0)
    }
  }

  @Test func argumentsAreChosenByNumber() {
    let f = { (a: NDArray, b: NDArray) in a * b * b }
    let (a, b) = (NDArray([1, 2] as [Float]), NDArray([3, 5] as [Float]))
    let (byA, byB): ([Float], [Float]) = ([9, 0, 0, 25], [6, 0, 0, 20])
    #expect(jacfwd(f)(a, b).asArray(Float.self) == byA && jacrev(f)(a, b).asArray(Float.self) == byA)
    #expect(jacfwd(f, argnums: 1)(a, b).asArray(Float.self) == byB)
    #expect(jacrev(f, argnums: -1)(a, b).asArray(Float.self) == byB)
    #expect(jacfwd(f, argnums: [1, 0])(a, b).map { $0.asArray(Float.self) } == [byB, byA])
    let (da, db) = jacrev(f, argnums: (0, 1))(a, b)
    #expect(da.asArray(Float.self) == byA && db.asArray(Float.self) == byB)
    let h = { (a: NDArray, b: NDArray, c: NDArray) in a * b * c }
    #expect(Float(jacfwd(h, argnums: 2)(2.0, 3.0, 4.0)) == 6 && Float(jacrev(h)(2.0, 3.0, 4.0)) == 12)
  }

  @Test func theyNestWithTheOtherTransformations() {
    let expected = jacfwd(f)(x)
    expectClose(jit(jacfwd(jit(f)))(x), expected)
    expectClose(jit(jacrev(f))(x), expected)
    let batched = vmap(jacrev(f))(concatenate([x[.newAxis], 2 * x[.newAxis]], axis: 0))
    expectClose(batched[0], expected)
    expectClose(batched[1], jacfwd(f)(2 * x))
    expectClose(grad { (x: NDArray) in jacrev(f)(x).sum() }(x), grad { (x: NDArray) in jacfwd(f)(x).sum() }(x))
  }

  @Test func nativeControlFlowWorks() {
    let f = { (x: NDArray) in Float(x[0]) > 0 ? x * x : -x }
    #expect(jacfwd(f)(x).asArray(Float.self) == [1, 0, 0, 0, -2, 0, 0, 0, 4])
    #expect(jacrev(f)(-x).asArray(Float.self) == [-1, 0, 0, 0, -1, 0, 0, 0, -1])
  }

  @Test func mistakesAreSentences() {
    expectError("jacfwd: the argument has dtype int32") { jacfwd { (x: NDArray) in x * 2 }(arange(3)) }
    expectError("jacrev: the function must give real numbers") { jacrev { (x: NDArray) in x.astype(.int32) }(x) }
    expectError("jacfwd: argnums 2 is out of range") {
      jacfwd({ (a: NDArray, b: NDArray) in a * b }, argnums: 2)(1.0, 2.0)
    }
  }
}
