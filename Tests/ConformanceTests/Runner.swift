import Lanewise
import LanewiseCore

/// What became of a case.
enum Outcome: Sendable {
  case passed
  /// What differs, part by part.
  case failed([String])
  /// Why it cannot be run here: a primitive that is missing, a function that is not a program.
  case unsupported(String)
}

/// What a case came to, and what nobody is held to.
struct CaseResult: Sendable {
  let id: String
  let outcome: Outcome
  /// Differences in parts in which versions of JAX differ too, or which are due to subnormals.
  let excused: [String]
  /// What the public functions lack to run the case's Python; nil where it was run.
  let missingFunction: String?
}

/// Runs one case: the values eagerly and compiled, then the derivatives and the batches. The function is JAX's jaxpr,
/// where the case has one, and the case's Python with Lanewise's public functions; some are also written in Swift.
struct CaseRunner {
  typealias Program = ([NDArray]) -> [NDArray]

  let test: CorpusCase
  private var mistakes: [String] = []
  private var excused: [String] = []
  private var missing: [String] = []
  private var missingFunction: String?

  static func run(_ test: CorpusCase) -> CaseResult {
    var runner = CaseRunner(test)
    let outcome = test.x64 ? with64BitDefaults { runner.outcome() } : runner.outcome()
    return CaseResult(
      id: test.id, outcome: outcome, excused: runner.excused, missingFunction: runner.missingFunction)
  }

  private init(_ test: CorpusCase) { self.test = test }

  private mutating func outcome() -> Outcome {
    let written = HandWritten.all[test.id.split(separator: "/").dropLast().joined(separator: "/")]
    if let written { check("by hand", written) }
    checkPublic()
    let isRun = written != nil || missingFunction == nil
    guard let json = test.jaxpr else {
      if !isRun { return .unsupported("no jaxpr, and no \(missingFunction!)") }
      return mistakes.isEmpty ? .passed : .failed(mistakes)
    }
    let jaxpr: Jaxpr
    do {
      jaxpr = try Jaxpr(json, keys: test.partitionable ? .partitionableKey : .key)
    } catch let error as UnknownPrimitiveError {
      return .unsupported(error.name)
    } catch {
      return .failed(["the jaxpr cannot be built: \(error)"])
    }
    let inputs = test.inputs.map { NDArray($0) }
    check("eager", test.tolerance, excuse: "outputs", test.outputs) { jaxpr(inputs) }
    check("jit", test.tolerance, excuse: "outputs", test.outputs) { jaxpr.run(inputs) }
    checkText(jaxpr, inputs)
    let before = mistakes.count
    checkJVP(jaxpr, inputs)
    checkVJP(jaxpr, inputs)
    // A custom derivative is not in the JSON, so the program's own derivative may well differ from it: it is the
    // public function that is held to JAX's numbers, where it is written down.
    if mistakes.count > before, json.hasCustomDerivative {
      if !isRun { missing.append("custom derivative rules") }
      mistakes.removeSubrange(before...)
    }
    for batching in test.vmap { checkVmap(jaxpr, batching) }
    if !mistakes.isEmpty { return .failed(mistakes) }
    return missing.first.map { .unsupported($0) } ?? .passed
  }

  /// The case's Python with Lanewise's public functions.
  private mutating func checkPublic() {
    let program: PublicProgram
    do {
      program = try PublicProgram(test)
    } catch {
      missingFunction = error.description
      return
    }
    let inputs = test.inputs.map { NDArray($0) }
    _ = try? catching { program(inputs) }
    missingFunction = program.missing
    if missingFunction == nil { check("public", { program($0) }) }
  }

  /// A program of public functions, in every form that the case has.
  private mutating func check(_ kind: String, _ program: @escaping Program) {
    let inputs = test.inputs.map { NDArray($0) }
    let ofDerivatives = test.derivativeTolerance ?? test.tolerance
    check("\(kind)", test.tolerance, excuse: "outputs", test.outputs) { program(inputs) }
    check("\(kind), jit", test.tolerance, excuse: "outputs", test.outputs) { jit(program)(inputs) }
    if let jvp = test.jvp, case .values(let given, let expected) = jvp.result {
      var tangents = inputs.map { zerosLike($0) }
      for (input, tangent) in zip(jvp.inputs, given) { tangents[input] = NDArray(tangent) }
      check("\(kind), jvp", ofDerivatives, excuse: "jvp", expected) {
        let (outputs, moved) = Lanewise.jvp(program, inputs, tangents)
        return zip(outputs, moved).filter { $0.0.dtype.isInexact }.map(\.1)
      }
    }
    if let vjp = test.vjp, case .values(let given, let expected) = vjp.result {
      let pull = { (program: @escaping Program) in
        let (outputs, pullback) = Lanewise.vjp(program, inputs)
        var remaining = given.makeIterator()
        let cotangents = outputs.map { $0.dtype.isInexact ? NDArray(remaining.next()!) : zerosLike($0) }
        let pulled = pullback(cotangents)
        return vjp.inputs.map { pulled[$0] }
      }
      check("\(kind), vjp", ofDerivatives, excuse: "vjp", expected) { pull(program) }
      check("\(kind), vjp of jit", ofDerivatives, excuse: "vjp", expected) { pull(jit(program)) }
    }
    for batching in test.vmap {
      let batched = vmap(program, inAxes: .list(batching.axes.map { .axis($0) }))
      let given = batching.inputs.map { NDArray($0) }
      check("\(kind), vmap", test.tolerance, excuse: "vmap", batching.outputs) { batched(given) }
      check("\(kind), jit of vmap", test.tolerance, excuse: "vmap", batching.outputs) { jit(batched)(given) }
    }
  }

  /// The printed program is read back to the same program.
  private mutating func checkText(_ jaxpr: Jaxpr, _ inputs: [NDArray]) {
    let text = jaxpr.description
    do {
      let read = try Jaxpr(parsing: text, constants: jaxpr.allConstants, partitionableKeys: test.partitionable)
      if read.description != text { mistakes.append("text: it prints as \(read) when it is read back") }
      check("text", test.tolerance, excuse: "outputs", test.outputs) { read(inputs) }
    } catch {
      mistakes.append("text: \(error)")
    }
  }

  private mutating func checkJVP(_ jaxpr: Jaxpr, _ inputs: [NDArray]) {
    guard let jvp = test.jvp, case .values(let given, let expected) = jvp.result else { return }
    var tangents = [Tangent](repeating: nil, count: inputs.count)
    for (input, tangent) in zip(jvp.inputs, given) { tangents[input] = NDArray(tangent) }
    check("jvp", test.derivativeTolerance ?? test.tolerance, excuse: "jvp", expected) {
      let (outputs, outputTangents) = LanewiseCore.jvp(inputs, tangents) { jaxpr($0) }
      return zip(outputs, outputTangents).filter { $0.0.dtype.isInexact }.map { $1.orZeros($0.aval) }
    }
    check("compiled jvp", test.derivativeTolerance ?? test.tolerance, excuse: "jvp", expected) {
      let moving = tangents.map { $0 != nil }
      let (program, outMoving) = jaxpr.jvp(moving: moving)
      let results = program.run(inputs + tangents.compactMap { $0 })
      var moved = results[jaxpr.outputs.count...].makeIterator()
      return zip(results, outMoving).compactMap { output, isMoving in
        let tangent = isMoving ? moved.next() : nil
        return output.dtype.isInexact ? tangent.orZeros(output.aval) : nil
      }
    }
  }

  private mutating func checkVJP(_ jaxpr: Jaxpr, _ inputs: [NDArray]) {
    guard let vjp = test.vjp, case .values(let given, let expected) = vjp.result else { return }
    let moving = inputs.indices.map { vjp.inputs.contains($0) }
    check("vjp", test.derivativeTolerance ?? test.tolerance, excuse: "vjp", expected) {
      let (outputs, map) = LanewiseCore.linearize(inputs, moving: moving) { jaxpr($0) }
      var remaining = given.makeIterator()
      let cotangents = outputs.map { $0.dtype.isInexact ? remaining.next().map { NDArray($0) } : nil }
      let wanted = zip(inputs, moving).filter(\.1).map(\.0)
      return zip(map.transpose(cotangents), wanted).map { $0.orZeros($1.aval) }
    }
  }

  private mutating func checkVmap(_ jaxpr: Jaxpr, _ batching: CorpusCase.Batching) {
    let inputs = batching.inputs.map { NDArray($0) }
    guard let size = zip(inputs, batching.axes).compactMap({ x, axis in axis.map { x.shape[$0] } }).first else {
      return
    }
    let axes = batching.axes.map { $0.map(String.init) ?? "nil" }.joined(separator: ", ")
    check("vmap (\(axes))", test.tolerance, excuse: "vmap", batching.outputs) {
      batch(inputs, axes: batching.axes, size: size) { jaxpr($0) }
        .map { $0.value.isPoisoned ? $0.value : Lax.moveBatch($0.value, from: $0.axis, to: 0, size: size) }
    }
  }

  /// The tolerance of a case is that of its outputs' dtype; what computes in float32 on the way to float64 is good to
  /// float32's.
  private func fair(_ tolerance: CorpusCase.Tolerance) -> CorpusCase.Tolerance {
    guard test.outputs.contains(where: { $0.dtype == "f64" }), test.jaxpr?.narrows == true else { return tolerance }
    return CorpusCase.Tolerance(
      relative: max(tolerance.relative, 1e-5), absolute: max(tolerance.absolute, 1e-6), isExact: tolerance.isExact)
  }

  /// Compares what `body` gives with what JAX gave.
  private mutating func check(
    _ part: String, _ tolerance: CorpusCase.Tolerance, excuse: String, _ expected: [Tensor], _ body: () -> [NDArray]
  ) {
    var difference: String?
    do {
      difference = mismatch(try catching { body().map(Tensor.init) }, expected, fair(tolerance))
    } catch {
      difference = "\(error)"
    }
    guard let difference else { return }
    if let reason = Exceptions.reason(test.id, excuse) {
      excused.append("\(part): \(difference). \(reason)")
    } else if test.versionSensitive.contains(excuse) || test.flushesDenormals {
      excused.append("\(part): \(difference)")
    } else {
      mistakes.append("\(part): \(difference)")
    }
  }
}

extension Jaxpr {
  /// Its constants and those of the programs in it, in the order of its text, where none is used twice.
  fileprivate var allConstants: [NDArray] {
    constants + equations.flatMap { $0.primitive.jaxprs.flatMap(\.allConstants) }
  }
}

extension Tensor {
  /// The elements of an array as the corpus states them: keys are their words.
  init(_ x: NDArray) {
    let x = x.dtype.isKey ? apply("random_unwrap", to: x) : x
    let bytes = x.storage.map { Array(UnsafeRawBufferPointer(start: $0.address, count: x.aval.byteCount)) } ?? []
    self.init(dtype: x.dtype.shortName, shape: x.shape, bytes: bytes)
  }
}

/// A primitive by name, applied.
func apply(_ primitive: String, _ parameters: [String: ParameterValue] = [:], to x: NDArray...) -> NDArray {
  guard let primitive = try? PrimitiveRegistry.make(ParameterReader(primitive, parameters, operandCount: x.count))
  else {
    preconditionFailure("there is no primitive \(primitive) with these parameters")
  }
  return bind(primitive, x)[0]
}

extension JSONJaxpr {
  /// Whether a call with a derivative of its own is anywhere in the program.
  var hasCustomDerivative: Bool { contains { $0.primitive.hasPrefix("custom_") } }

  /// Whether anything in the program is converted to float32.
  var narrows: Bool {
    contains { $0.primitive == "convert_element_type" && $0.resultTypes[0].hasPrefix("f32") }
  }

  /// Whether an equation of the program, or of one inside it, is what `predicate` looks for.
  func contains(_ predicate: (JSONEquation) -> Bool) -> Bool {
    equations.contains { predicate($0) || $0.parameters.values.contains { $0.contains(predicate) } }
  }
}

extension JSONParameter {
  fileprivate func contains(_ predicate: (JSONEquation) -> Bool) -> Bool {
    switch self {
    case .jaxpr(let jaxpr): jaxpr.contains(predicate)
    case .array(let items): items.contains { $0.contains(predicate) }
    case .object(let fields), .record(_, let fields): fields.values.contains { $0.contains(predicate) }
    default: false
    }
  }
}
