import Lanewise
import Testing

/// What goldens do not show: spellings, jaxprs, functions as values, bits.
@Suite struct NumpyFaceTests {
  @Test func linspaceHasJAXsBits() {
    let x = linspace(-3, 3, 100).asArray(Float.self)
    #expect(x.first == -3 && x.last == 3 && x.count == 100)
    #expect(linspace(-3, 3, 7).asArray(Float.self) == [-3, -2, -0.9999999, 0, 1, 2, 3])
    let r = Float(1) / 99
    #expect(x[33] == (33 * (3 * r)).addingProduct(-3, Float(1).addingProduct(-33, r)))
    #expect(linspace(NDArray([0, 1]), NDArray([1, 3]), 3).asArray(Float.self) == [0, 1, 0.5, 2, 1, 3])
  }

  @Test func rangesOfAnyLength() {
    for count in [0, 1, 2, 33, 5000] {
      let r = Float(1) / Float(count)
      let spaced = (0..<count).map { (i: Int) -> Float in
        let share = Float(1).addingProduct(-Float(i), r)
        return (Float(i) * (7.3 * r)).addingProduct(0.1, share)
      }
      #expect(linspace(0.1, 7.3, count, endpoint: false).asArray(Float.self) == spaced)
      let threes: [Int] = (0..<count).map { 3 * $0 - 4 }
      #expect(arange(-4, -4 + 3 * count, 3).asArray(Int.self) == threes)
      let step: Double = (0.5 + 0.1) - 0.5
      let tenths = (0..<count).map { (i: Int) -> Float in Float(0.5 + Double(i) * step) }
      #expect(arange(0.5, 0.45 + 0.1 * Double(count), 0.1).asArray(Float.self) == tenths)
    }
    #expect(linspace(2, 5, 1).asArray(Float.self) == [2])
    #expect(linspace(0, 5, 3, dtype: .int32).asArray(Int.self) == [0, 2, 5])
    #expect(linspace(0, 1, 3, dtype: .bfloat16).dtype == .bfloat16)
    // Known when tracing: no equation.
    let traced = makeJaxpr { (x: NDArray) in x + arange(0, 6, 2) + linspace(0, 1, 3) }(zeros([3]))
    #expect(!traced.description.contains("iota"))
  }

  @Test func functionsAreValues() {
    let x = reshape(arange(6.0), [2, 3])
    #expect(vmap(sum)(x).asArray(Float.self) == [3, 12])
    #expect(vmap(mean)(x).asArray(Float.self) == [1, 4])
    #expect(vmap(NN.softmax)(x).shape == [2, 3])
    #expect(vmap(argmax)(x).asArray(Int.self) == [2, 2])
    #expect(x.map(sum).map { Float($0) } == [3, 12])
    #expect(vmap(NN.relu)(x).shape == [2, 3])
  }

  @Test func argumentsMayBeVariables() {
    let x = ones([2, 3, 4])
    let (axis, axes, none) = (1, [0, 2], nil as Int?)
    #expect(sum(x, axis: axis).shape == [2, 4])
    #expect(x.sum(axis: axes).shape == [3])
    #expect(sum(x, axis: none).shape == [])
    #expect(x.sum(axis: -1, keepdims: true).shape == [2, 3, 1])
    let extent = 5
    #expect(zeros(extent).shape == [5])
    #expect(zeros([extent, 2], dtype: .int8).dtype == .int8)
    #expect(maximum(0, NDArray([-1, 2])).asArray(Int.self) == [0, 2])
    #expect(`where`(NDArray([true, false]), 1.0, NDArray([2, 3])).asArray(Float.self) == [1, 3])
  }

  @Test func sequences() {
    let x = reshape(arange(6), [3, 2])
    #expect(x.map { $0.asArray(Int.self) } == [[0, 1], [2, 3], [4, 5]])
    #expect(arange(3).map { Int($0) } == [0, 1, 2])
    #expect(zeros([0, 2]).map { $0 }.isEmpty)
    let total = jit { (x: NDArray) in x.reduce(0) { $0 + $1 * $1 } }(x)
    #expect(total.asArray(Int.self) == [20, 35])
    #expect(Array(x).count == 3)
  }

  @Test func eagerResults() {
    #expect(unique([3, 1, 3, 2]).asArray(Int.self) == [1, 2, 3])
    let all = uniqueAll(NDArray([[2.0, 1.0], [.nan, .nan]] as [[Float]]))
    #expect(all.counts.asArray(Int.self) == [1, 1, 2])
    #expect(all.inverse.asArray(Int.self) == [1, 0, 2, 2])
    #expect(all.indices.asArray(Int.self) == [1, 0, 2])
    #expect(nonzero([[0, 3], [4, 0]]).map { $0.asArray(Int.self) } == [[0, 1], [1, 0]])
    #expect(bincount([0, 2, 2]).asArray(Int.self) == [1, 0, 2])
    #expect(histogram([1.0, 2.0, 2.5, 4.0], bins: 3).counts.asArray(Int.self) == [1, 2, 1])
    #expect(interp(NDArray([0, 1.5, 9]), [1, 2, 3], [10, 20, 30]).asArray(Float.self) == [10, 15, 30])
    #expect(quantile([4, 1, 3, 2], [0, 0.5, 1]).asArray(Float.self) == [1, 2.5, 4])
    #expect(percentile([4, 1, 3, 2], 25).item(Float.self) == 1.75)
    #expect(lexsort([NDArray([1, 0, 1]), NDArray([2, 2, 1])]).asArray(Int.self) == [2, 1, 0])
    #expect(polymul([1, 2], [1, 3]).asArray(Int.self) == [1, 5, 6])
    #expect(polyder([1, 2, 3]).asArray(Int.self) == [2, 2])
    #expect(convolve([1, 2, 3], [0, 1], mode: .same).asArray(Int.self) == [0, 1, 2])
    #expect(pad([1, 2, 3], 2, mode: .reflect).asArray(Int.self) == [3, 2, 1, 2, 3, 2, 1])
    #expect(pad([1, 2, 3], 2, mode: .symmetric).asArray(Int.self) == [2, 1, 1, 2, 3, 3, 2])
    #expect(pad([1, 2, 3], (1, 4), mode: .wrap).asArray(Int.self) == [3, 1, 2, 3, 1, 2, 3, 1])
    #expect(pad([1, 2], 1, mode: .edge).asArray(Int.self) == [1, 1, 2, 2])
    #expect(cov([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]]).asArray(Float.self) == [1, -1, -1, 1])
    #expect(remainder(NDArray([5, -5, 0]), 0).asArray(Int.self) == [0, 0, 0])
    #expect(floorDivide(NDArray([5, -5, 0]), 0).asArray(Int.self) == [-2, -2, -1])
    #expect(Bool(allclose([1.0, 2.0], [1.0, 2.00001])))
    #expect(!Bool(arrayEqual([1, 2], [1, 3])))
    #expect(isin([1, 5], [5, 6]).asArray(Bool.self) == [false, true])
  }

  @Test func activations() {
    let x = NDArray([-1.0, 0.0, 2.0])
    #expect(NN.relu(x).asArray(Float.self) == [0, 0, 2])
    #expect(vmap(grad(NN.relu))(x).asArray(Float.self) == [0, 0, 1])
    #expect(Bool(allclose(NN.softmax(x).sum(), 1)))
    #expect(Bool(allclose(exp(NN.logSoftmax(x)), NN.softmax(x))))
    #expect(Bool(allclose(NN.logsumexp(x), log(sum(exp(x))))))
    #expect(NN.oneHot([0, 2, 5], 3).asArray(Float.self) == [1, 0, 0, 0, 0, 1, 0, 0, 0])
    #expect(Bool(allclose(NN.softplus(NDArray([100.0, -100.0])), [100, 0])))
    #expect(Bool(allclose(NN.gelu(x), [-0.158808, 0, 1.9545977])))
    #expect(Bool(allclose(NN.silu(x), [-0.26894143, 0, 1.7615942])))
  }

  @Test func jaxprsAreJAXs() {
    let reductions = makeJaxpr { (x: NDArray) -> [NDArray] in
      [x.sum(axis: 0), x.max(), x.min(axis: 1), x.prod(), x.mean(), x.argmax(axis: 1), any(x .> 0)]
    }(ones([2, 3])).description
    #expect(
      reductions == """
        { lambda ; a:f32[2,3]. let
            b:f32[3] = reduce_sum[axes=(0,)] a
            c:f32[] = reduce_max[axes=(0, 1)] a
            d:f32[2] = reduce_min[axes=(1,)] a
            e:f32[] = reduce_prod[axes=(0, 1)] a
            f:f32[] = reduce_sum[axes=(0, 1)] a
            g:f32[] = div f 6.0
            h:i32[2] = argmax[axes=(1,) index_dtype=int32] a
            i:bool[2,3] = gt a 0.0
            j:bool[] = reduce_or[axes=(0, 1)] i
          in (b, c, d, e, g, h, j) }
        """)
    let shapes = makeJaxpr { (x: NDArray) -> [NDArray] in [x.reshape(3, 2).T, squeeze(expandDims(x, axis: 0))] }(
      ones([2, 3])
    ).description
    #expect(
      shapes == """
        { lambda ; a:f32[2,3]. let
            b:f32[3,2] = reshape[dimensions=None new_sizes=(3, 2)] a
            c:f32[2,3] = transpose[permutation=(1, 0)] b
            d:f32[1,2,3] = broadcast_in_dim[broadcast_dimensions=(1, 2) shape=(1, 2, 3)] a
            e:f32[2,3] = squeeze[dimensions=(0,)] d
          in (c, e) }
        """)
    let made = makeJaxpr { (_: NDArray) -> [NDArray] in [arange(4), zeros([2, 2]), eye(2)] }(1.0).description
    #expect(
      made == """
        { lambda ; a:f32[]. let
            b:i32[4] = iota[dimension=0 dtype=int32 shape=(4,)]\u{20}
            c:f32[2,2] = broadcast_in_dim[broadcast_dimensions=() shape=(2, 2)] 0.0
            d:i32[2,2] = iota[dimension=0 dtype=int32 shape=(2, 2)]\u{20}
            e:i32[2,2] = iota[dimension=1 dtype=int32 shape=(2, 2)]\u{20}
            f:i32[2,2] = add d 0
            g:bool[2,2] = eq f e
            h:f32[2,2] = convert_element_type[new_dtype=float32 weak_type=False] g
          in (b, c, h) }
        """)
    #expect(
      makeJaxpr { (x: NDArray) in maximum(0, x) }(2.0).description
        == "{ lambda ; a:f32[]. let b:f32[] = max 0.0 a in (b,) }")
  }
}
