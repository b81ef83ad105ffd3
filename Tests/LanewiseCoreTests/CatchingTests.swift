import Lanewise
import Testing

/// Each mistake is a clear sentence, catchable, evaluated, jitted, differentiated and batched.
@Suite struct CatchingTests {
  private func error(_ body: () throws -> Void) -> LanewiseError? {
    do { try catching(body) } catch let error as LanewiseError { return error } catch { Issue.record("\(error)") }
    return nil
  }

  private func expect(
    _ kind: LanewiseError.Kind, _ words: String..., at location: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) {
    guard let error = error(body) else {
      Issue.record("nothing was thrown", sourceLocation: location)
      return
    }
    #expect(error.kind == kind, "\(error)", sourceLocation: location)
    for word in words { #expect(error.message.contains(word), "\(error)", sourceLocation: location) }
  }

  @Test func mismatchedShapesEverywhere() {
    let (a, b) = (ones([2, 3]), ones([4]))
    let f = { (x: NDArray) in (x + ones([4])).sum() }
    expect(.shape, "add", "(2, 3)", "(4,)") { _ = a + b }
    expect(.shape, "(2, 3)", "(4,)") { _ = jit(f)(a) }
    expect(.shape, "(2, 3)", "(4,)") { _ = grad(f)(a) }
    expect(.shape, "(2, 3)", "(4,)") { _ = vmap(f)(ones([5, 2, 3])) }
    expect(.shape, "(2, 3)", "(4,)") { _ = jit(vmap(grad(f)))(ones([5, 2, 3])) }
  }

  @Test func poisonAbsorbsWhatFollows() {
    expect(.shape, "(2, 3)") {
      let x = ones([2, 3]) + ones([4])
      let y = exp(x).sum(axis: 0).reshape([7, 9])
      _ = matmul(y, y).asArray(Float.self)
      #expect(Float(y) == 0)
      #expect(!Bool(y .> 0))
      for row in y { _ = row }
    }
  }

  @Test func gradientsNeedAScalarAndAFloat() {
    expect(.shape, "grad", "scalar", "f32[3]") { _ = grad { (x: NDArray) in x * 2 }(ones([3])) }
    expect(.dtype, "grad", "int32") { _ = grad { (x: NDArray) in x * 2 }(NDArray(3 as Int32)) }
    expect(.dtype, ".weights", "int32") {
      struct Model: Tree {
        var weights: NDArray
        func walk(_ w: inout TreeWalker) -> Model { Model(weights: w(weights, "weights")) }
      }
      _ = grad { (m: Model) in m.weights.sum() }(Model(weights: arange(3)))
    }
    expect(.value, "argnums", "5") {
      _ = grad({ (a: NDArray, b: NDArray) in a * b }, argnums: 5)(1.0, 2.0)
    }
  }

  @Test func batchesMustAgree() {
    expect(.shape, "vmap", "(3,)", "(4,)") { _ = vmap { (a: NDArray, b: NDArray) in a + b }(ones([3]), ones([4])) }
    expect(.shape, "vmap", "axis") { _ = vmap { (a: NDArray) in a }(1.0) }
    expect(.value, "vmap") { _ = vmap({ (a: NDArray) in a }, inAxes: nil)(ones([3])) }
  }

  @Test func tracedValuesAreNotKnown() {
    expect(.tracerBool, "Bool") { _ = jit { (x: NDArray) in Bool(x .> 0) ? x : -x }(1.0) }
    expect(.tracerInteger, "Int") { _ = jit { (x: NDArray) in x * Double(Int(x)) }(1.0) }
    expect(.concretization, "Float") { _ = jit { (x: NDArray) in x * Float(x) }(1.0) }
    expect(.tracerArray, "asArray") { _ = jit { (x: NDArray) in NDArray(x.asArray(Float.self)) }(ones([3])) }
    expect(.tracerBool, "Bool") { _ = vmap { (x: NDArray) in Bool(x .> 0) ? x : -x }(ones([3])) }
  }

  @Test func leakedTracersAreFound() {
    expect(.unexpectedTracer, "outlived") {
      nonisolated(unsafe) var leaked: NDArray = 0.0
      _ = jit { (x: NDArray) in
        leaked = x * 2
        return x
      }(1.0)
      _ = leaked + 1
    }
    expect(.unexpectedTracer, "outlived") {
      nonisolated(unsafe) var leaked: NDArray = 0.0
      _ = grad { (x: NDArray) in
        leaked = x
        return x
      }(1.0)
      _ = jit { (x: NDArray) in x + leaked }(1.0)
    }
  }

  @Test func theFirstErrorIsTheOneThrown() {
    expect(.shape, "(3,)") {
      _ = ones([3]) + ones([4])
      _ = grad { (x: NDArray) in x }(arange(3))
    }
    #expect(error { _ = ones([3]) + ones([3]) } == nil)
  }

  @Test func failuresAreNotCached() {
    let f = jit { (x: NDArray) in x + ones([4]) }
    for _ in 0..<2 { expect(.shape, "(3,)", "(4,)") { _ = f(ones([3])) } }
    #expect(f(ones([4])).asArray(Float.self) == [2, 2, 2, 2])
  }
}
