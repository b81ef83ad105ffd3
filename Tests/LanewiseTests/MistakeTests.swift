import Lanewise
import Testing

/// A mistake in a program: a function of a 2×3 float array that makes it, and what the error is.
private struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let kind: LanewiseError.Kind
  let words: [String]
  let body: @Sendable (NDArray) -> NDArray

  init(
    _ name: String, _ kind: LanewiseError.Kind, _ words: String..., body: @escaping @Sendable (NDArray) -> NDArray
  ) {
    (self.name, self.kind, self.words, self.body) = (name, kind, words, body)
  }

  var testDescription: String { name }

  static let all: [Mistake] = shapes + indices + transformations + loops + values

  private static let shapes: [Mistake] = [
    Mistake("sum of different shapes", .shape, "add", "(2, 3)", "(4,)") { $0 + ones([4]) },
    Mistake("strict sum of different shapes", .shape, "add", "(2, 3)", "(3, 2)") { Lax.add($0, ones([3, 2])) },
    Mistake("strict sum of different dtypes", .dtype, "add", "float32", "int32") {
      Lax.add($0, ones([2, 3], dtype: .int32))
    },
    Mistake("product of matrices that do not fit", .shape, "dot", "(2, 3)") { dot($0, $0) },
    Mistake("matrix product with a number", .shape, "matmul", "()") { matmul($0, 2.0) },
    Mistake("concatenation of different ranks", .shape, "concatenate", "(2, 3)", "(3,)") {
      concatenate([$0, ones([3])])
    },
    Mistake("concatenation of nothing", .value, "concatenate") { $0 + concatenate([]) },
    Mistake("stack of different shapes", .shape, "stack", "(2, 3)", "(3,)") { stack([$0, ones([3])]) },
    Mistake("einsum of matrices that do not fit", .value, "einsum", "'j'", "3", "4") {
      einsum("ij,jk->ik", $0, ones([4, 5]))
    },
    Mistake("matrix product", .shape, "matmul", "(2, 3)", "(4, 5)") { matmul($0, ones([4, 5])) },
    Mistake("concatenation", .shape, "(2, 3)", "(2, 4)") { concatenate([$0, ones([2, 4])]) },
    Mistake("concatenation of dtypes", .dtype, "float32", "int32") {
      Lax.concatenate([$0, ones([2, 3], dtype: .int32)], dimension: 0)
    },
    Mistake("reshape", .shape, "(2, 3)", "(7,)") { $0.reshape(7) },
    Mistake("axis of a sum", .shape, "sum", "axis 2", "(2, 3)") { $0.sum(axis: 2) },
    Mistake("axis twice", .value, "transpose", "twice") { $0.transpose(0, 0) },
    Mistake("broadcast", .shape, "broadcast_to", "(2, 3)", "(2, 4)") { broadcastTo($0, [2, 4]) },
    Mistake("unequal parts", .value, "split", "2") { split($0, 2, axis: 1)[0] },
    Mistake("einsum with an unknown label", .value, "einsum", "'k'") { einsum("ij->ik", $0) },
    Mistake("einsum of unequal extents", .value, "einsum", "'i'") { einsum("ij,i->j", $0, ones([4])) },
    Mistake("slice larger than the array", .shape, "dynamic_slice", "extent 5", "(2, 3)") {
      Lax.dynamicSlice($0, [0, 0], [5, 3])
    },
  ]

  private static let indices: [Mistake] = [
    Mistake("index out of range", .index, "5", "(2, 3)") { $0[5] },
    Mistake("negative index out of range", .index, "-3", "(2, 3)") { $0[-3, 0] },
    Mistake("too many indices", .index, "(2, 3)") { $0[0, 0, 0] },
    Mistake("floating index", .dtype, "float32") { $0[ones([2])] },
    Mistake("update of the wrong shape", .shape, "(4,)") { $0.at[0].set(ones([4])) },
    Mistake("axis of take", .shape, "take", "axis 5") { take($0, [0], axis: 5) },
  ]

  private static let transformations: [Mistake] = [
    Mistake("gradient of an array", .shape, "grad", "scalar", "f32[2,3]") { grad { $0 * 2 }($0) },
    Mistake("gradient by an integer", .dtype, "grad", "int32") { grad { $0.sum() }($0.astype(.int32)) },
    Mistake("gradient of an integer", .dtype, "grad", "i32[]") { grad { $0.sum().astype(.int32) }($0) },
    Mistake("gradient of a complex number", .dtype, "grad", "c64[]") { grad { Lax.complex($0, $0).sum() }($0) },
    Mistake("gradient by an argument that is not there", .value, "grad", "2") {
      grad({ (a: NDArray, b: NDArray) in (a * b).sum() }, argnums: 2)($0, $0)
    },
    Mistake("batches of different sizes", .shape, "vmap", "(2, 3)", "(4,)") {
      vmap { (a: NDArray, b: NDArray) in a.sum() + b }($0, ones([4]))
    },
    Mistake("batch along an axis that is not there", .shape, "vmap", "axis 2") { vmap({ $0 }, inAxes: 2)($0) },
    Mistake("result's batch at an axis that is not there", .shape, "vmap", "3") { vmap({ $0 }, outAxes: 3)($0) },
    Mistake("no batch at all", .value, "vmap") { vmap({ $0 }, inAxes: nil)($0) },
    Mistake("tangent of the wrong shape", .shape, "jvp", "f32[2]", "f32[2,3]") { jvp({ sin($0) }, $0, ones([2])).1 },
    Mistake("tangent of the wrong dtype", .shape, "jvp", "i32[2,3]") {
      jvp({ sin($0) }, $0, ones([2, 3], dtype: .int32)).1
    },
    Mistake("cotangent of the wrong shape", .shape, "f32[2]", "f32[2,3]") { vjp({ sin($0) }, $0).1(ones([2])) },
    Mistake("forward mode through a custom reverse", .dtype, "custom") { x in
      let f = customVJP({ (x: NDArray) in x }, forward: { x in (x, x) }, backward: { _, g in g })
      return jvp(f, x, x).1
    },
    Mistake("collective without its axis", .name, "unbound axis name: i") { Lax.psum($0, "i") },
    Mistake("leaked tracer", .unexpectedTracer, "outlived") { x in
      nonisolated(unsafe) var leaked: NDArray = 0.0
      _ = jit { (x: NDArray) in
        leaked = x * 2
        return x
      }(ones([2, 3]))
      return leaked + x
    },
    Mistake("leaked tracer of grad", .unexpectedTracer, "outlived") { x in
      nonisolated(unsafe) var leaked: NDArray = 0.0
      _ = grad { (x: NDArray) in
        leaked = x * 2
        return x.sum()
      }(ones([2, 3]))
      return leaked + x
    },
  ]

  private static let loops: [Mistake] = [
    Mistake("carry of another shape", .shape, "scan", "the state", "f32[3]", "f32[6]") { x in
      Lax.scan({ c, row in (concatenate([c, c]), row) }, x[0], x).1
    },
    Mistake("carry of another dtype", .dtype, "scan", "the state", "f32[3]", "i32[3]") { x in
      Lax.scan({ c, row in (c.astype(.int32), row) }, x[0], x).1
    },
    Mistake("part of a carry", .shape, "scan", "['b']", "f32[3]", "f32[]") { x in
      let step = { (c: [String: NDArray], row: NDArray) in (["a": c["a"]!, "b": c["b"]!.sum()], row) }
      return Lax.scan(step, ["a": x, "b": x[0]], x).1
    },
    Mistake("inputs of different lengths", .shape, "scan", "[1]", "(4,)", "2") { x in
      Lax.scan({ (c: NDArray, xs: [NDArray]) in (c, c) }, 0.0, [x, ones([4])]).1
    },
    Mistake("predicate that is no bool", .dtype, "whileLoop", "f32[]") { Lax.whileLoop({ $0.sum() }, { $0 }, $0) },
    Mistake("predicate of rank 2", .dtype, "whileLoop", "bool[2,3]") { Lax.whileLoop({ $0 .< 0 }, { $0 }, $0) },
    Mistake("state of a while", .shape, "whileLoop", "f32[2,3]", "f32[3]") {
      Lax.whileLoop({ $0.sum() .< 0 }, { $0[0] }, $0)
    },
    Mistake("part of a state", .dtype, "whileLoop", "[1]", "f32[2,3]", "i32[2,3]") {
      Lax.whileLoop({ i, x in i .< 3 }, { i, x in (i + 1, x.astype(.int32)) }, (0, $0)).1
    },
    Mistake("state of a foriLoop", .shape, "foriLoop", "f32[2,3]", "f32[3]") {
      Lax.foriLoop(0, 3, { _, x in x[0] }, $0)
    },
    Mistake("branches of different shapes", .shape, "cond", "f32[3]", "f32[2,3]") {
      Lax.cond($0.sum() .> 0, { $0 }, { $0[0] }, $0)
    },
    Mistake("branches of different dtypes", .dtype, "cond", "i32[2,3]", "f32[2,3]") {
      Lax.cond($0.sum() .> 0, { $0 }, { $0.astype(.int32) }, $0)
    },
    Mistake("predicate of a cond", .shape, "cond", "bool[2,3]") { Lax.cond($0 .> 0, { $0 }, { $0 }, $0) },
    Mistake("no branches", .value, "switch") { Lax.switch(0, [] as [(NDArray) -> NDArray], $0) },
    Mistake("reverse mode through a while", .value, "reverse") {
      grad { x in Lax.whileLoop({ $0 .< 10 }, { $0 * 2 }, x.sum()) }($0)
    },
  ]

  private static let values: [Mistake] = [
    Mistake("Bool of a traced value", .tracerBool, "Bool") { jit { Bool($0.sum() .> 0) ? $0 : -$0 }($0) },
    Mistake("Float of a traced value", .concretization, "Float") { jit { $0 * Float($0.sum()) }($0) },
    Mistake("Int of a traced value", .tracerInteger, "Int") { jit { $0 * Double(Int($0.sum())) }($0) },
    Mistake("elements of a traced value", .tracerArray, "asArray") {
      jit { NDArray($0.asArray(Float.self), shape: $0.shape) }($0)
    },
    Mistake("mask of a traced value", .nonConcreteBooleanIndex, "mask") { jit { $0[$0 .> 0] }($0) },
    Mistake("bits of floats", .dtype, "and", "float32") { $0 & $0 },
    Mistake("bits of floats and a number", .dtype, "or", "float32") { $0 | 1 },
    Mistake("other bits of floats", .dtype, "not", "float32") { ~$0 },
    Mistake("shifted floats", .dtype, "shift_left", "float32") { leftShift($0, $0) },
    Mistake("arithmetic with a key", .dtype, "key") { $0 + Random.key(0) },
    Mistake("floats as a key", .dtype, "key") { Random.normal($0, [3]) },
    Mistake("many keys where one is wanted", .shape, "normal", "(2,)") {
      $0[0] + Random.normal(Random.split(Random.key(0)), [3])
    },
  ]
}

/// What is a mistake while the values are known, and another one while they are traced.
@Suite struct KnownMistakeTests {
  @Test func boolOfSeveralElements() {
    let error = #expect(throws: LanewiseError.self) { try catching { Bool(ones([3]) .> 0) } }
    #expect(error?.kind == .value && error?.message.contains("(3,)") == true, "\(String(describing: error))")
  }
}

/// Every mistake is one sentence that is thrown, evaluated or under any transformation, and never a crash.
@Suite struct MistakeTests {
  private func check(
    _ mistake: Mistake, _ form: String, _ body: (@escaping @Sendable (NDArray) -> NDArray) -> NDArray
  ) {
    do {
      let result = try catching { body(mistake.body) }
      Issue.record("\(form): no error, but \(result.shape)")
    } catch let error as LanewiseError {
      let missing = mistake.words.filter { !error.message.contains($0) }
      #expect(error.kind == mistake.kind && missing.isEmpty, "\(form): \(error)")
      #expect(error.message.hasSuffix("."), "\(form): \(error)")
    } catch {
      Issue.record(error)
    }
  }

  @Test(arguments: Mistake.all) fileprivate func evaluated(_ mistake: Mistake) {
    check(mistake, "eager") { $0(ones([2, 3])) }
  }

  @Test(arguments: Mistake.all) fileprivate func compiled(_ mistake: Mistake) {
    check(mistake, "jit") { jit($0)(ones([2, 3])) }
    check(mistake, "jit of jit") { f in jit { jit(f)($0) * 2 }(ones([2, 3])) }
  }

  @Test(arguments: Mistake.all) fileprivate func differentiated(_ mistake: Mistake) {
    check(mistake, "grad") { f in grad { f($0).sum() }(ones([2, 3])) }
    check(mistake, "jvp") { f in jvp(f, ones([2, 3]), ones([2, 3])).1 }
    check(mistake, "jit of grad") { f in jit(grad { f($0).sum() })(ones([2, 3])) }
  }

  @Test(arguments: Mistake.all) fileprivate func batched(_ mistake: Mistake) {
    check(mistake, "vmap") { f in vmap(f)(ones([4, 2, 3])) }
    check(mistake, "vmap of the last axis") { f in vmap(f, inAxes: -1)(ones([2, 3, 4])) }
    check(mistake, "jit of vmap of grad") { f in jit(vmap(grad { f($0).sum() }))(ones([4, 2, 3])) }
  }

  @Test(arguments: Mistake.all) fileprivate func inLoops(_ mistake: Mistake) {
    check(mistake, "scan") { f in Lax.scan({ c, x in (c, f(x).sum()) }, 0.0, ones([4, 2, 3])).1 }
    check(mistake, "cond") { f in Lax.cond(true, { f($0).sum() }, { $0.sum() }, ones([2, 3])) }
    check(mistake, "checkpoint") { f in grad(checkpoint { f($0).sum() })(ones([2, 3])) }
  }
}
