import Lanewise
import Testing

@Suite struct FaultsTests {
  private func expectFault(_ text: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () -> NDArray) {
    do {
      _ = try catching { debugNaNs(body) }
      Issue.record("there was no error", sourceLocation: sourceLocation)
    } catch {
      #expect("\(error)" == "FloatingPointError: " + text, sourceLocation: sourceLocation)
    }
  }

  @Test func operationsByThemselves() {
    expectFault("div: the result of type f32[2] is nan at index (0,), which no operand has.") {
      zeros([2]) / zeros([2])
    }
    expectFault("log: the result of type f32[2,3] is nan at index (1, 2), which no operand has.") {
      log(NDArray([[1.0, 2.0, 3.0], [4.0, 5.0, -6.0]]))
    }
    let bad = NDArray(Float.nan)
    expectFault("add: the result of type f32[] is nan, as an operand has already.") { bad + 1 }
    for dtype in [DType.float16, .bfloat16, .float64, .complex64, .complex128] {
      expectError("is nan at index (1,)") { debugNaNs { NDArray([1.0, .nan]).astype(dtype) * ones([2], dtype: dtype) } }
      expectClose(debugNaNs { ones([2], dtype: dtype) / ones([2], dtype: dtype) }, ones([2], dtype: dtype))
    }
  }

  @Test func insideCompiledPrograms() {
    let inner = jit({ (x: NDArray) in sqrt(x) + 1 }, name: "inner")
    let f = jit({ (x: NDArray) in inner(x * 2).sum() }, name: "outer")
    expectFault(
      "sqrt: the result of type f32[2] is nan at index (1,), which no operand has; in pjit outer, pjit inner."
    ) { f(NDArray([1.0, -1.0])) }
    let loop = jit({ (x: NDArray) in Lax.scan({ c, x in (log(c) + x, c) }, 1.0, x).0 }, name: "loop")
    expectFault("log: the result of type f32[] is nan, which no operand has; in pjit loop, scan, step 1.") {
      loop(NDArray([-1.0, 0.0, 0.0]))
    }
    let search = { (x: NDArray) in Lax.whileLoop({ $0 .> -1 }, { sqrt($0 - 1) }, x) }
    expectFault("sqrt: the result of type f32[] is nan, which no operand has; in while, step 1.") { search(1.5) }
    let choice = { (x: NDArray) in Lax.cond(x .> 0, { log(-$0) }, { $0 }, x) }
    expectFault("log: the result of type f32[] is nan, which no operand has; in cond, branch 1.") { choice(1.0) }
    let derivative = jit(grad { (x: NDArray) in sqrt(x - x) }, name: "derivative")
    expectError("FloatingPointError: add_any: the result of type f32[] is nan") { debugNaNs { derivative(1.0) } }
    let parallel = pmap { (x: NDArray) in log(x) }
    expectFault("log: the result of type f32[1] is nan at index (0,), which no operand has; in xla_pmap f.") {
      parallel(NDArray([-1.0]))
    }
  }

  @Test func infinitiesAndWhereNothingIsSought() {
    expectError("FloatingPointError: div: the result of type f32[] is inf, which no operand has") {
      debugInfs { ones([]) / zeros([]) }
    }
    let infinite = debugNaNs { ones([]) / zeros([]) }
    let undefined = debugInfs { zeros([]) / zeros([]) }
    #expect(Float(infinite).isInfinite && Float(undefined).isNaN)
    #expect(Float(zeros([]) / zeros([])).isNaN)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try debugNaNs { throw Stop() } }
    #expect(Float(jit { $0 / $0 }(zeros([]))).isNaN)
  }

  @Test func donatedArgumentsAreThereForTheSearch() {
    let f = jit({ (x: NDArray) in log(x) }, donateArgnums: 0, name: "f")
    let x = NDArray([-1.0])
    expectFault("log: the result of type f32[1] is nan at index (0,), which no operand has; in pjit f.") { f(x) }
    #expect(x.isDeleted)
  }

  @Test func aSettingOfTheProcess() async {
    await #expect(processExitsWith: .success) {
      precondition(!Config.debugNaNs && !Config.debugInfs)
      Config.debugNaNs = true
      Config.debugNaNs = true
      precondition(Config.debugNaNs && !Config.debugInfs)
      precondition((try? catching { zeros([2]) / zeros([2]) }) == nil)
      Config.debugNaNs = false
      precondition((try? catching { zeros([2]) / zeros([2]) }) != nil)
      Config.debugInfs = true
      precondition((try? catching { jit { $0 / 0 }(ones([2])) }) == nil)
      precondition((try? catching { jit { $0 / 1 }(ones([2])) }) != nil)
    }
    await #expect(processExitsWith: .failure) {
      Config.debugNaNs = true
      _ = zeros([2]) / zeros([2])
    }
  }
}
