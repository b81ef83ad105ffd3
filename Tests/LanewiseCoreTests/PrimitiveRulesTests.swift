import Lanewise
import LanewiseEngine
import LanewiseKernels
import Testing

@testable import LanewiseCore

/// Every primitive is checked by machine: numeric derivative against jvp against vjp, batching against a loop, compiled
/// against evaluated.
@Suite struct PrimitiveRulesTests {
  /// A function of float64 arrays that a primitive is, with operands at which it is smooth.
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let operands: [NDArray]
    let f: @Sendable ([NDArray]) -> NDArray
    var testDescription: String { name }
  }

  static let seed: UInt64 = 20_240

  static let samples: [Sample] = {
    var random = SplitMix(state: seed)
    func array(_ shape: [Int], _ range: ClosedRange<Double>) -> NDArray {
      NDArray((0..<shape.reduce(1, *)).map { _ in random.double(in: range) }, shape: shape, dtype: .float64)
    }
    let domains: [String: ClosedRange<Double>] = [
      "sqrt": 0.5...3, "rsqrt": 0.5...3, "cbrt": 0.5...3, "log": 0.5...3, "log1p": -0.4...2, "asin": -0.8...0.8,
      "acos": -0.8...0.8, "acosh": 1.3...3, "atanh": -0.7...0.7, "erf_inv": -0.7...0.7, "lgamma": 0.6...4,
      "digamma": 0.6...4, "tan": -1...1, "abs": 0.3...2,
    ]
    let unary = ElementwiseUnary.all.filter {
      $0.takes != .bits && $0.takes != .integer && $0.takes != .complex && $0.kernel != .isFinite
    }
    var samples = unary.map { p in
      Sample(name: p.name, operands: [array([2, 3], domains[p.name] ?? -1.7...1.7)]) { bind(p, $0)[0] }
    }
    let binary: [ElementwiseBinary] = [.add, .sub, .mul, .div, .max, .min, .pow, .atan2, .hypot, .rem]
    for p in binary {
      for (left, right) in [([2, 3], [2, 3]), ([2, 1], [1, 3]), ([], [3])] {
        samples.append(
          Sample(name: "\(p.name) \(left) \(right)", operands: [array(left, 0.6...2.3), array(right, 0.7...1.9)]) {
            bind(p, $0)[0]
          })
      }
    }
    func add(_ name: String, _ shapes: [[Int]], _ f: @escaping @Sendable ([NDArray]) -> NDArray) {
      samples.append(Sample(name: name, operands: shapes.map { array($0, 0.4...1.9) }, f: f))
    }
    let places = NDArray([2, 0, 1, 1] as [Int32])
    add("integer_pow 3", [[4]]) { Lax.integerPow($0[0], 3) }
    add("integer_pow -2", [[4]]) { Lax.integerPow($0[0], -2) }
    add("clamp", [[5]]) { Lax.clamp(Lax.scalarLike($0[0], 0.7), $0[0], Lax.scalarLike($0[0], 1.2)) }
    add("select_n", [[2, 2], [2, 2]]) { Lax.select(Lax.gt($0[0], 1.0), $0[0], $0[1]) }
    add("broadcast_in_dim", [[3, 1]]) { Lax.broadcastInDim($0[0], [2, 3, 4], [1, 2]) }
    add("reshape", [[2, 6]]) { Lax.reshape($0[0], [3, 4]) }
    add("transpose", [[2, 3, 4]]) { Lax.transpose($0[0], [2, 0, 1]) }
    add("squeeze", [[2, 1, 3]]) { Lax.squeeze($0[0], [1]) }
    add("rev", [[2, 3]]) { Lax.rev($0[0], [1]) }
    add("slice", [[5, 4]]) { Lax.slice($0[0], [1, 0], [5, 3], [2, 1]) }
    add("concatenate", [[2, 3], [1, 3]]) { Lax.concatenate($0, dimension: 0) }
    add("pad", [[3], []]) { Lax.pad($0[0], $0[1], [(low: 1, high: -1, interior: 2)]) }
    add("reduce_sum", [[2, 3, 2]]) { Lax.reduceSum($0[0], [0, 2]) }
    add("reduce_prod", [[2, 3]]) { Lax.reduceProd($0[0], [1]) }
    add("reduce_max", [[2, 3]]) { Lax.reduceMax($0[0], [0]) }
    add("reduce_min", [[2, 3]]) { Lax.reduceMin($0[0], [1]) }
    add("cumsum", [[3, 2]]) { Lax.cumsum($0[0], axis: 0, reverse: true) }
    add("cumprod", [[5]]) { Lax.cumprod($0[0], axis: 0) }
    add("cummax", [[2, 4]]) { Lax.cummax($0[0], axis: 1) }
    add("sort", [[2, 4], [2, 4]]) { Lax.sort($0, dimension: 1)[1] }
    add("dot_general", [[2, 3, 4], [2, 4, 5]]) {
      Lax.dotGeneral($0[0], $0[1], .init(lhsContracting: [2], rhsContracting: [1], lhsBatch: [0], rhsBatch: [0]))
    }
    add("dot_general two sums", [[3, 4, 2], [4, 5, 3]]) {
      Lax.dotGeneral($0[0], $0[1], .init(lhsContracting: [0, 1], rhsContracting: [2, 0]))
    }
    add("gather", [[3, 2]]) { x in
      bindOne(
        Gather(dims: GatherDims(offset: [1], collapsed: [0], startIndexMap: [0]), sliceSizes: [1, 2], mode: .clip),
        x[0],
        Lax.reshape(places, [4, 1]))
    }
    for combiner in [Scatter.Combiner.add, .set, .max] {
      add(combiner.rawValue, [[3, 2], [4, 2]]) { x in
        bindOne(
          Scatter(
            combiner: combiner, dims: ScatterDims(updateWindow: [1], insertedWindow: [0], scatterDimsToOperand: [0]),
            mode: .fillOrDrop), x[0], Lax.reshape(places, [4, 1]), x[1])
      }
    }
    let rows = ScatterDims(updateWindow: [1], insertedWindow: [0], scatterDimsToOperand: [0])
    for isUnique in [false, true] {
      add("scatter by a function\(isUnique ? ", unique" : "")", [[3, 2], [4, 2]]) { x in
        let old = AbstractArray([], .float64)
        let update = stage([old, old]) { [sin($0[0]) * $0[1]] }
        let places = Scatter(combiner: .set, dims: rows, mode: .clip, uniqueIndices: isUnique)
        let indices = isUnique ? NDArray([2, 0, 1] as [Int32]) : NDArray([2, 0, 1, 1] as [Int32])
        return bind(
          ScatterFunction(places, update),
          [x[0], Lax.expandDims(indices, [1]), Lax.sliceInDim(x[1], 0, indices.size, axis: 0)])[0]
      }
    }
    add("ragged_dot", [[5, 2], [3, 2, 4]]) {
      bind(RaggedDot(resultDType: nil), [$0[0], $0[1], NDArray([2, 0, 2] as [Int32])])[0]
    }
    add("optimization_barrier", [[3]]) { bind(Copy(name: "optimization_barrier", count: 1), [sin($0[0])])[0] }
    add("dynamic_slice", [[4, 3]]) {
      Lax.dynamicSlice($0[0], [NDArray(1 as Int32), NDArray(7 as Int32)], [2, 2])
    }
    add("dynamic_update_slice", [[4, 3], [2, 2]]) {
      Lax.dynamicUpdateSlice($0[0], $0[1], [NDArray(1 as Int32), NDArray(0 as Int32)])
    }
    for (kind, lengths, shape) in [
      (FourierKind.forward, [5], [2, 5]), (.inverse, [3, 4], [3, 4]), (.real, [2, 5], [2, 5]), (.real, [6], [6]),
      (.realInverse, [2, 5], [2, 3]), (.realInverse, [6], [4]),
    ] {
      add("fft \(kind) \(lengths)", kind == .real ? [shape] : [shape, shape]) { x in
        let operand = kind == .real ? x[0] : Lax.complex(x[0], x[1])
        let out = bindOne(Fourier(kind, lengths: lengths), operand)
        return out.dtype.isComplex ? Lax.concatenate([Lax.real(out), Lax.imag(out)], dimension: 0) : out
      }
    }
    let window = Window(extents: [2, 3], strides: [1, 2], low: [1, 0], high: [0, 1], dilation: [2, 1])
    let plain = Window(extents: [2, 2], strides: [2, 1], low: [1, 0], high: [0, 1], baseDilation: [1, 2])
    for op in [FoldOp.sum, .max, .min] {
      add("reduce_window \(op)", [[4, 5]]) { bindOne(ReduceWindowFold(op, plain), $0[0]) }
    }
    add("reduce_window_sum dilated", [[4, 5]]) { bindOne(ReduceWindowFold(.sum, window), $0[0]) }
    add("select_and_gather_add", [[4, 5], [4, 5]]) {
      bindOne(SelectAndGatherAdd(selectsGreatest: true, window: plain), $0[0], $0[1])
    }
    let undilated = Window(extents: [2, 2], strides: [2, 1], low: [1, 0], high: [0, 1])
    add("select_and_scatter_add", [[2, 5], [4, 5]]) {
      bindOne(SelectAndScatterAdd(selectsGreatest: false, window: undilated), $0[0], $0[1])
    }
    add("select_and_scatter", [[4, 5], [2, 5], []]) { x in
      Lax.selectAndScatter(x[0], Lax.ge, [2, 2], [2, 1], [(1, 0), (0, 1)], x[1], x[2], { a, b in a * b + sin(a) })
    }
    add("reduce", [[3, 4]]) { Lax.reduce($0[0], 0.5, { a, b in a * b + sin(b) }, [0]) }
    add("reduce_window", [[3, 4]]) {
      Lax.reduceWindow(
        $0[0], 0.5, { a, b in a * b + sin(b) }, windowDimensions: [2, 2], windowStrides: [1, 1], padding: .same)
    }
    add("reduce_window of products", [[6]]) {
      Lax.reduceWindow($0[0], 1, { a, b in a * b }, windowDimensions: [3], windowStrides: [2], padding: .valid)
    }
    let layouts = [("NCHW", "OIHW", "NCHW"), ("NHWC", "HWIO", "NHWC"), ("WNCH", "HOIW", "CNHW")]
    let images = [([4, 2, 4, 5], [4, 2, 2, 3]), ([4, 4, 5, 2], [2, 3, 2, 4]), ([5, 4, 2, 4], [2, 4, 2, 3])]
    let grouped = [([4, 4, 4, 5], [4, 2, 2, 3]), ([4, 4, 5, 4], [2, 3, 2, 4]), ([5, 4, 4, 4], [2, 4, 2, 3])]
    for (layout, (plain, apart)) in zip(layouts, zip(images, grouped)) {
      for groups in [(1, 1), (2, 1), (1, 2)] as [(feature: Int, batch: Int)] {
        let shapes = groups.feature > 1 ? apart : plain
        add("conv_general_dilated \(layout.0) \(groups)", [shapes.0, shapes.1]) {
          Lax.convGeneralDilated(
            $0[0], $0[1], windowStrides: [2, 1], padding: [(1, 0), (-1, 2)], lhsDilation: [1, 2], rhsDilation: [2, 1],
            dimensionNumbers: layout, featureGroupCount: groups.feature, batchGroupCount: groups.batch)
        }
      }
    }
    samples += linearAlgebraSamples(array)
    func special(_ p: ElementwiseSpecial, _ shapes: [[Int]], constants: Double...) {
      add(p.name, shapes) { x in bind(p, constants.map { Lax.scalarLike(x[0], $0) } + x)[0] }
    }
    for p in [ElementwiseSpecial.besselI0e, .besselI1e, .expi, .logNdtr, .spence, .fresnelSine, .fresnelCosine] {
      special(p, [[2, 3]])
    }
    add("ndtri", [[4]]) { bind(ElementwiseSpecial.ndtri, [$0[0] * 0.5])[0] }
    for p in [ElementwiseSpecial.igamma, .igammac] { special(p, [[2, 3], [1, 3]]) }
    add("zeta", [[2, 3], []]) { Lax.zeta($0[0] + 1, $0[1]) }
    special(.polygamma, [[2, 3]], constants: 2)
    special(.expn, [[4]], constants: 3)
    add("betainc", [[2, 3]]) { Lax.betainc(Lax.scalarLike($0[0], 1.5), Lax.scalarLike($0[0], 2.5), $0[0] * 0.5) }
    special(.hyp1f1, [[4], [4], [4]])
    add("jit", [[3], [3]]) { x in jit({ (a: NDArray, b: NDArray) in a * sin(b) })(x[0], x[1]) }
    return samples
  }()

  @Test(arguments: samples) func derivativesAgree(_ sample: Sample) throws {
    var random = SplitMix(state: Self.seed &+ 1)
    let tangents = sample.operands.map { operand in
      NDArray((0..<operand.size).map { _ in random.double(in: -1...1) }, shape: operand.shape, dtype: .float64)
    }
    let (value, tangent) = jvp(sample.operands, tangents.map { $0 }, { [sample.f($0)] })
    let out = value[0]
    let derivative = tangent[0].orZeros(out.aval)
    // Central differences.
    let h = 1e-6
    let ahead = sample.f(zip(sample.operands, tangents).map { $0 + h * $1 }).asArray(Double.self)
    let behind = sample.f(zip(sample.operands, tangents).map { $0 - h * $1 }).asArray(Double.self)
    for (index, exact) in derivative.asArray(Double.self).enumerated() {
      let numeric = (ahead[index] - behind[index]) / (2 * h)
      #expect(
        abs(numeric - exact) < 1e-5 * max(1, abs(exact)), "seed \(Self.seed), element \(index): \(numeric) and \(exact)"
      )
    }
    // ⟨ct, J t⟩ = ⟨Jᵀ ct, t⟩.
    let cotangent = NDArray((0..<out.size).map { _ in random.double(in: -1...1) }, shape: out.shape, dtype: .float64)
    let (_, map) = linearize(sample.operands, moving: sample.operands.map { _ in true }) { [sample.f($0)] }
    let pulled = map.transpose([cotangent])
    func inner(_ a: NDArray, _ b: NDArray) -> Double {
      zip(a.asArray(Double.self), b.asArray(Double.self)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let forward = inner(cotangent, derivative)
    var backward = 0.0
    for case (let pulled?, let tangent) in zip(pulled, tangents) { backward += inner(pulled, tangent) }
    #expect(abs(forward - backward) < 1e-9 * max(1, abs(forward)), "seed \(Self.seed): \(forward) and \(backward)")
  }

  @Test(arguments: samples) func batchingIsALoop(_ sample: Sample) {
    // Each operand batched alone (along its last axis), and all together (along the first).
    for batchedAlone in Array(sample.operands.indices.map { Optional($0) }) + [nil] {
      let axes = sample.operands.indices.map { index -> Int? in
        batchedAlone == nil ? 0 : batchedAlone == index ? sample.operands[index].ndim : nil
      }
      let stacked = zip(sample.operands, axes).map { operand, axis in
        axis.map { axis in
          Lax.concatenate([1.0, 0.9, 1.05].map { Lax.expandDims(operand * $0, [axis]) }, dimension: axis)
        } ?? operand
      }
      let results = batch(stacked, axes: axes, size: 3) { [sample.f($0)] }
      let whole = Lax.moveBatch(results[0].value, from: results[0].axis, to: 0, size: 3)
      for (index, scale) in [1.0, 0.9, 1.05].enumerated() {
        let one = sample.f(zip(sample.operands, axes).map { $1 == nil ? $0 : $0 * scale })
        let part = Lax.reshape(Lax.sliceInDim(whole, index, index + 1, axis: 0), one.shape)
        #expect(close(part, one), "batched \(String(describing: batchedAlone)), example \(index)")
      }
    }
  }

  @Test(arguments: samples) func compiledIsEvaluated(_ sample: Sample) {
    let jaxpr = stage(sample.operands.map(\.aval)) { [sample.f($0)] }
    #expect(close(jaxpr.run(sample.operands)[0], sample.f(sample.operands)))
  }

  private func close(_ a: NDArray, _ b: NDArray) -> Bool {
    a.shape == b.shape && a.dtype == b.dtype
      && zip(a.asArray(Double.self), b.asArray(Double.self)).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }
  }
}

/// A small seeded generator (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
  mutating func double(in range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
}
