import LanewiseEngine

/// The solution x of A·x = b for a linear map A that is a function (`lax.custom_linear_solve`): differentiated
/// implicitly, not through the solver.
///
/// Four programs take the arrays that they captured, then a vector: A, its transpose, and a solver for each. Operands are
/// the captured arrays of the four, in that order, then b. A solver may give further results, which have no derivative.
package struct CustomLinearSolve: Primitive {
  package struct Part: Sendable {
    package let jaxpr: Jaxpr
    package let constantCount: Int

    package init(jaxpr: Jaxpr, constantCount: Int) {
      self.jaxpr = jaxpr
      self.constantCount = constantCount
    }
  }

  package let matvec: Part
  package let solve: Part
  /// The transposed map and its solver; nil where no reverse-mode derivative is wanted.
  package let vecmat: Part?
  package let transposeSolve: Part?

  package init(matvec: Part, vecmat: Part?, solve: Part, transposeSolve: Part?) {
    self.matvec = matvec
    self.vecmat = vecmat
    self.solve = solve
    self.transposeSolve = transposeSolve
  }

  package var name: String { "custom_linear_solve" }
  package var computes: Bool { true }
  package var arity: Int? {
    parts.reduce(solve.jaxpr.inputs.count - solve.constantCount) { $0 + ($1?.constantCount ?? 0) }
  }
  package var resultCount: Int { solve.jaxpr.outputs.count }
  package var parameters: [Parameter] {
    func tuple(_ value: (Part?) -> ParameterValue) -> ParameterValue {
      .record("_LinearSolveTuple", zip(Self.partNames, parts).map { ($0, value($1)) })
    }
    return [
      Parameter("const_lengths", tuple { .int($0?.constantCount ?? 0) }),
      Parameter("jaxprs", tuple { $0.map { .jaxpr($0.jaxpr) } ?? .none }),
    ]
  }

  private static let partNames = ["matvec", "vecmat", "solve", "transpose_solve"]
  private var parts: [Part?] { [matvec, vecmat, solve, transposeSolve] }
  private var vectorCount: Int { matvec.jaxpr.outputs.count }

  package func concerns(axisName: String?) -> Bool { parts.contains { $0?.jaxpr.concerns(axisName: axisName) == true } }

  /// Operands by the part that captured them, and b.
  private func split<T>(_ x: [T]) -> (parts: [[T]], b: [T]) {
    var rest = x[...]
    let constants = parts.map { part -> [T] in
      defer { rest = rest.dropFirst(part?.constantCount ?? 0) }
      return Array(rest.prefix(part?.constantCount ?? 0))
    }
    return (constants, Array(rest))
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (constants, b) = split(x)
    return try solve.jaxpr.resultTypes(name, constants[2] + b)
  }

  /// ∂A·x + A·∂x = ∂b, so ∂x solves A for ∂b − ∂A·x.
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let results = bind(self, x)
    let solution = Array(results[..<vectorCount])
    let (constants, b) = split(x)
    let (constantTangents, bTangents) = split(t)
    var right = bTangents
    if constantTangents[0].contains(where: { $0 != nil }) {
      let (_, change) = LanewiseCore.jvp(
        constants[0] + solution, constantTangents[0] + solution.map { _ in nil }
      ) { matvec.jaxpr($0) }
      right = zip(right, change).map { tangent, change in
        guard let change else { return tangent }
        return tangent.map { Lax.sub($0, change) } ?? Lax.neg(change)
      }
    }
    let nothing = [Tangent](repeating: nil, count: resultCount - vectorCount)
    guard right.contains(where: { $0 != nil }) else { return (results, solution.map { _ in nil } + nothing) }
    let moved = bind(self, constants.flatMap { $0 } + zip(right, b).map { $0.orZeros($1.aval) })
    return (results, moved[..<vectorCount].map { $0 } + nothing)
  }

  /// Linear in b: the transposed map is solved for the cotangent.
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let vecmat, let transposeSolve else {
      report(
        LanewiseError(
          .value, "custom_linear_solve: reverse-mode differentiation needs transposeSolve, or symmetric: true."))
      return x.map { _ in nil }
    }
    let (constants, b) = split(x)
    let known = constants.map {
      $0.compactMap { operand -> NDArray? in if case .known(let x) = operand { x } else { nil } }
    }
    guard zip(known, constants).allSatisfy({ $0.count == $1.count }) else { return notLinear(x) }
    let transposed = CustomLinearSolve(matvec: vecmat, vecmat: matvec, solve: transposeSolve, transposeSolve: solve)
    let right = zip(cotangents, b).map { $0.orZeros($1.aval) }
    let pulled = bind(transposed, known[1] + known[0] + known[3] + known[2] + right)
    return constants.flatMap { $0 }.map { _ in nil } + zip(pulled, b).map { $1.isLinear ? $0 : nil }
  }

  /// Every vector carries the batch.
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (constants, b) = split(BatchedCall.front(x, axes))
    let (constantAxes, bAxes) = split(axes)
    func batched(_ index: Int) -> Part? {
      guard let part = parts[index] else { return nil }
      let mask = constantAxes[index].map { $0 != nil } + b.map { _ in true }
      let all = Array(repeating: true, count: part.jaxpr.outputs.count)
      return Part(jaxpr: part.jaxpr.batched(mask, size: size, force: all).jaxpr, constantCount: part.constantCount)
    }
    let whole = CustomLinearSolve(
      matvec: batched(0)!, vecmat: batched(1), solve: batched(2)!, transposeSolve: batched(3))
    let vectors = zip(b, bAxes).map { $1 == nil ? Lax.moveBatch($0, from: nil, to: 0, size: size) : $0 }
    let results = bind(whole, constants.flatMap { $0 } + vectors)
    return (results, results.map { _ in 0 })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let (constants, vector) = split(x)
    return solve.jaxpr.lower(constants[2] + vector, b)
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    let (constants, b) = split(x)
    return solve.jaxpr.run(constants[2] + b)
  }
  package func evaluateStepwise(_ x: [NDArray]) -> [NDArray]? {
    let (constants, b) = split(x)
    return solve.jaxpr(constants[2] + b)
  }
}

extension CustomLinearSolve {
  init(_ parameters: ParameterReader) throws {
    let lengths = try parameters.record("const_lengths")
    let jaxprs = try parameters.record("jaxprs")
    func part(_ name: String) throws -> Part {
      let part = Part(jaxpr: try jaxprs.jaxpr(name), constantCount: try lengths.count(name))
      guard part.constantCount <= part.jaxpr.inputs.count else { throw lengths.missing(name) }
      return part
    }
    func optional(_ name: String) throws -> Part? { jaxprs[name] == nil ? nil : try part(name) }
    self.init(
      matvec: try part("matvec"), vecmat: try optional("vecmat"), solve: try part("solve"),
      transposeSolve: try optional("transpose_solve"))
  }
}
