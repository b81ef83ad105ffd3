import Lanewise
import Testing

@Suite struct RandomTests {
  let key = Random.key(21)

  @Test func keysAndTheirTexts() {
    #expect(key.debugDescription == "Array((), dtype=key<fry>) overlaying:\n[ 0 21]")
    #expect(words(Random.key(-1)) == [0, .max])
    #expect(words(Random.key(1 << 40)) == [0, 0])
    with64BitDefaults {
      #expect(words(Random.key(-1)) == [.max, .max])
      #expect(words(Random.key(1 << 40)) == [256, 0])
    }
    #expect(words(Random.key(NDArray([1, 2]))) == [0, 1, 0, 2])
    #expect(words(Random.wrapKeyData(NDArray([3, 4] as [UInt32]))) == [3, 4])
    #expect(Random.key(0, layout: .partitionable).dtype == .partitionableKey)
    #expect(words(Random.clone(key)) == [0, 21])
    #expect(Random.keyImpl(key) == "threefry2x32")
  }

  @Test func theTutorialsNumbers() {
    let x = Random.normal(key, 3)
    #expect("\(x)" == "[-2.6825788  -0.7566388  -0.29570565]")
    #expect(words(Random.split(key, 2)) == [15_689_208, 2_943_087_094, 1_648_097_174, 339_021_355])
    let (a, b) = Random.splitPair(key)
    #expect(words(a) == [15_689_208, 2_943_087_094])
    #expect(words(b) == [1_648_097_174, 339_021_355])
  }

  @Test func plainWordsAsKeys() {
    let old = Random.prngKey(21)
    #expect(old.dtype == .uint32 && old.shape == [2])
    #expect(Random.split(old, 3).shape == [3, 2])
    #expect(words(Random.foldIn(old, 7)) == words(Random.foldIn(key, 7)))
    #expect(patternsOf(Random.normal(old, 5)) == patternsOf(Random.normal(key, 5)))
  }

  @Test func shapes() {
    #expect(Random.uniform(key).shape == [])
    #expect(Random.uniform(key, 4).shape == [4])
    let count = 5
    #expect(Random.uniform(key, count).shape == [5])
    #expect(Random.uniform(key, [2, 3]).shape == [2, 3])
    #expect(Random.normal(key, [0]).shape == [0])
    #expect(Random.choice(key, 5, [0]).shape == [0])
    #expect(Random.categorical(key, NDArray([0.0, 1.0]), shape: 4).shape == [4])
  }

  /// Calls of one function find their own programs, whatever other kinds were there before.
  @Test func kindsOfCallsAreKeptApart() {
    let kinds: [([Int], DType)] = [([3], .float32), ([3], .float64), ([1, 3], .float32), ([], .float32)]
    let alone = kinds.map { shape, dtype in
      patternsOf(jit { (key: NDArray) in Random.uniform(key, shape, dtype: dtype, minval: 0, maxval: 2) }(key))
    }
    for _ in 0..<3 {
      for (kind, expected) in zip(kinds, alone) {
        let x = Random.uniform(key, kind.0, dtype: kind.1, minval: 0, maxval: 2)
        #expect(x.shape == kind.0 && x.dtype == kind.1)
        #expect(patternsOf(x) == expected)
      }
    }
  }

  @Test(arguments: ["uniform", "normal", "gumbel", "exponential", "laplace", "logistic", "cauchy", "maxwell"])
  func underTransformations(_ name: String) {
    let sample = { (key: NDArray) -> NDArray in
      switch name {
      case "uniform": Random.uniform(key, [3], minval: -1, maxval: 2)
      case "normal": Random.normal(key, [3])
      case "gumbel": Random.gumbel(key, [3])
      case "exponential": Random.exponential(key, [3])
      case "laplace": Random.laplace(key, [3])
      case "logistic": Random.logistic(key, [3])
      case "cauchy": Random.cauchy(key, [3])
      default: Random.maxwell(key, [3])
      }
    }
    expectTransforms(sample)
  }

  @Test func discreteUnderTransformations() {
    expectTransforms { Random.randint($0, [4], -5, 100) }
    expectTransforms { Random.bernoulli($0, 0.3, [4]) }
    expectTransforms { Random.permutation($0, 9) }
    expectTransforms { Random.permutation($0, counted(3, 2)) }
    expectTransforms { Random.choice($0, 5, [3], p: NDArray([0.1, 0.2, 0.3, 0.2, 0.2])) }
    expectTransforms { Random.choice($0, 5, [3], replace: false, p: NDArray([0.1, 0.2, 0.3, 0.2, 0.2])) }
    expectTransforms { Random.categorical($0, NDArray([0.5, 0.1, 0.3]), shape: [4]) }
    expectTransforms { Random.truncatedNormal($0, -1, 2, [3]) }
    expectTransforms { Random.rademacher($0, [5]) }
    expectTransforms { Random.gamma($0, [0.5, 3.0]) }
    expectTransforms { Random.beta($0, 2, 3, [4]) }
    expectTransforms { Random.poisson($0, NDArray([2.0, 40.0]), [3, 2]) }
    expectTransforms { Random.binomial($0, 12, NDArray([0.1, 0.6])) }
    expectTransforms { Random.multivariateNormal($0, [0.0, 1.0], [[2.0, 0.5], [0.5, 1.0]], [3]) }
    expectTransforms { Random.ball($0, 3, shape: [2]) }
    expectTransforms { Random.bits($0, [5], dtype: .uint8) }
    expectTransforms { Random.keyData(Random.split($0, 3)) }
    expectTransforms { Random.keyData(Random.foldIn($0, 3)) }
  }

  /// jit gives what the call gives, and vmap over keys what a loop gives.
  private func expectTransforms(_ sample: @escaping (NDArray) -> NDArray, _ location: SourceLocation = #_sourceLocation)
  {
    #expect(patternsOf(jit(sample)(key)) == patternsOf(sample(key)), sourceLocation: location)
    let keys = Random.split(key, 3)
    let loop = (0..<3).flatMap { patternsOf(sample(keys[$0])) }
    #expect(patternsOf(vmap(sample)(keys)) == loop, sourceLocation: location)
    #expect(patternsOf(jit(vmap(sample))(keys)) == loop, sourceLocation: location)
  }

  @Test func foldInOverNumbers() {
    let folded = vmap { Random.keyData(Random.foldIn(self.key, $0)) }(NDArray([0, 1, 2]))
    #expect(folded.asArray(UInt32.self) == (0..<3).flatMap { words(Random.foldIn(key, $0)) })
    #expect(words(Random.foldIn(key, -1)) == words(Random.foldIn(key, 0xffff_ffff)))
  }

  @Test func derivativesByTheParameters() {
    // u·(high − low) + low, of which u is what a uniform number in [0, 1) is.
    let u = Random.uniform(key, [3])
    let slope = grad { (low: NDArray) in Lax.reduceSum(Random.uniform(self.key, [3], minval: low, maxval: 4), [0]) }(
      1.0)
    #expect(abs(Float(slope) - (3 - u.asArray(Float.self).reduce(0, +))) < 1e-5)
    let upper = grad { (high: NDArray) in Lax.reduceSum(Random.uniform(self.key, [3], minval: 0, maxval: high), [0]) }(
      4.0)
    #expect(abs(Float(upper) - u.asArray(Float.self).reduce(0, +)) < 1e-5)
  }

  /// A sample keeps its place in the distribution: P(a, x(a)) does not move with a.
  @Test func gammaNumbersMoveWithTheirParameter() {
    with64BitDefaults {
      let a = NDArray([0.2, 1.5, 9.0, 60.0])
      let (x, slope) = jvp({ Random.gamma(self.key, $0) }, a, onesLike(a))
      let total = Lax.igammaGradA(a, x) + Stats.Gamma.pdf(x, a) * slope
      #expect(Double(max(abs(total))) < 1e-9)
      let (logarithm, logSlope) = jvp({ Random.loggamma(self.key, $0) }, a, onesLike(a))
      #expect(Double(max(abs(logarithm - log(x)))) < 1e-9)
      #expect(Double(max(abs(logSlope - slope / x))) < 1e-9)
    }
    let inverse = grad { (a: NDArray) in Random.beta(self.key, a, 2, [5]).sum() }(3.0)
    #expect(Float(inverse) > 0)
  }

  @Test func ranges() {
    let all = Random.randint(key, [2000], 0, 256, dtype: .uint8).asArray(Int.self)
    #expect(all.min()! < 3 && all.max()! > 252)
    #expect(Random.randint(key, [3], 5, 5).asArray(Int.self) == [5, 5, 5])
    let wide = Random.randint(key, [4], -1_000_000_000_000, 1_000_000_000_000, dtype: .int64).asArray(Int.self)
    #expect(wide.contains { Swift.abs($0) > 1 << 32 })
    let each = Random.randint(key, [2, 3], NDArray([0, 10, 20]), NDArray([1, 11, 21])).asArray(Int.self)
    #expect(each == [0, 10, 20, 0, 10, 20])
    let truncated = floatsOf(Random.truncatedNormal(key, -0.1, 0.1, [1000]))
    #expect(truncated.allSatisfy { $0 > -0.1 && $0 < 0.1 })
    #expect(Set(Random.rademacher(key, [50]).asArray(Int.self)) == [-1, 1])
    #expect(Random.shuffle(key, counted(50)).asArray(Int.self).sorted() == Array(0..<50))
  }

  @Test func complexAndHalfNormals() {
    let z = Random.normal(key, [1000], dtype: .complex64)
    #expect(z.dtype == .complex64)
    let squares = floatsOf(Lax.real(Lax.mul(z, Lax.conj(z))))
    #expect(Swift.abs(squares.reduce(0, +) / 1000 - 1) < 0.1)
    #expect(Random.normal(key, [3], dtype: .float16).dtype == .float16)
  }

  @Test func mistakes() {
    func message(_ body: () -> NDArray) -> String {
      do {
        let y = try catching(body)
        return "none: \(y.aval)"
      } catch { return "\(error)" }
    }
    let notAKey = "is not a random key; make one with Random.key(seed)."
    #expect(
      message { Random.normal(counted(3), 3) } == "TypeError: Random.normal: an operand of type f32[3] \(notAKey)")
    #expect(message { Random.split(NDArray(1)) }.hasSuffix(notAKey))
    #expect(message { Random.keyData(counted(8)) }.hasSuffix(notAKey))
    #expect(message { Random.foldIn(counted(8), 1) }.hasSuffix(notAKey))
    #expect(message { Random.permutation(counted(8), 3) }.hasSuffix(notAKey))
    let keys = Random.split(key, 3)
    #expect(
      message { Random.uniform(keys, 3) }.hasPrefix("ShapeError: Random.uniform: it takes a single key, but was given"))
    #expect(message { Random.uniform(key, [2, -1]) }.contains("-1 is not a possible extent"))
    #expect(message { Random.uniform(key, [1, 1, 1, 1, 1, 1, 1, 1, 1]) }.contains("at most 8"))
    #expect(message { Random.uniform(key, 3, dtype: .int32) }.hasPrefix("TypeError: Random.uniform: the dtype int32"))
    #expect(message { Random.uniform(key, [3], minval: counted(2)) }.contains("cannot be broadcast to the shape (3,)"))
    #expect(
      message { Random.randint(key, [3], 0, 5, dtype: .float32) }.hasPrefix(
        "TypeError: Random.randint: the dtype float32"))
    #expect(message { Random.randint(key, [3], NDArray(0.5), NDArray(2)) }.contains("a bound has dtype float32"))
    #expect(message { Random.bits(key, 3, dtype: .int32) }.contains("bits are unsigned integers"))
    #expect(message { Random.bernoulli(key, NDArray(1)) }.contains("it must be floating point"))
    #expect(message { Random.choice(key, 4, [3], p: counted(3)) }.contains("they must be 4 numbers"))
    #expect(message { Random.choice(key, 4, [5], replace: false) }.contains("without replacement"))
    #expect(message { Random.choice(key, 0, [5]) }.contains("nothing to draw"))
    #expect(message { Random.choice(key, counted(2, 2), [5], axis: 2) }.contains("axis 2 is out of range"))
    #expect(message { Random.categorical(key, counted(2), axis: 3) }.contains("axis 3 is out of range"))
    #expect(
      message { Random.categorical(key, counted(2, 3), shape: [5]) }.contains("cannot be broadcast to the shape (5,)"))
    #expect(message { Random.gamma(key, NDArray([1.0, 2.0]), [3]) }.contains("cannot be broadcast to the shape (3,)"))
    #expect(message { Random.beta(key, counted(2), counted(3)) }.contains("cannot be broadcast together"))
    #expect(message { Random.gamma(key, NDArray([1.0], dtype: .complex64)) }.contains("must be a real number"))
    #expect(message { Random.poisson(key, 1.0, dtype: .bool) }.contains("the dtype bool was asked for"))
    #expect(message { Random.dirichlet(key, 1.0) }.contains("it must be a vector"))
    #expect(message { Random.multivariateNormal(key, [1.0], [[1.0, 2.0]]) }.contains("matrices of n × n"))
    #expect(message { Random.permutation(key, -3) }.contains("-3 is not a possible extent"))
    #expect(message { Random.permutation(key, NDArray(1.5)) }.contains("it must be an integer"))
    #expect(
      message { Random.threefry2x32(NDArray(UInt32(1)), NDArray(UInt32(2)), NDArray([1.0])) }
        == "TypeError: threefry2x32: its words are uint32, but one operand is f32[1]; convert it first.")
    #expect(message { Random.key(NDArray(1.5)) }.contains("the seed has dtype float32"))
    #expect(message { Random.truncatedNormal(key, counted(2), counted(3)) }.contains("cannot be broadcast together"))
    #expect(message { jit { (k: NDArray) in Random.normal(k, 3) }(counted(3)) }.hasSuffix(notAKey))
  }

  /// The zeros are a published test vector; the rest is JAX's.
  @Test func blocksOfAnyWords() {
    let (one, two) = (NDArray(UInt32(1)), NDArray(UInt32(2)))
    let zero = NDArray(UInt32(0))
    #expect(
      Random.threefry2x32(zero, zero, NDArray([0, 0] as [UInt32])).asArray(UInt32.self) == [0x6b20_0159, 0x99ba_4efe])
    let counts = NDArray([0, 1, 2, 3, 4] as [UInt32])
    #expect(
      Random.threefry2x32(one, two, counts).asArray(UInt32.self) == [
        2_052_595_727, 3_504_730_591, 2_527_474_599, 1_880_214_352, 1_914_734_168,
      ])
    #expect(Random.threefry2x32(one, two, counts[0..<4].reshape([2, 2])).shape == [2, 2])
  }

  private func words(_ keys: NDArray) -> [UInt32] { Random.keyData(keys).asArray(UInt32.self) }
}
