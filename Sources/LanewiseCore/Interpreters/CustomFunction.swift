import LanewiseEngine

/// A function of trees with a forward derivative of the user's: see `customJVP`.
package final class CustomJVPFunction<Arguments: Tree, Result: Tree>: @unchecked Sendable {
  private let name: String
  private let body: (Arguments) -> Result
  private let rule: (Arguments, Arguments) -> (Result, Result)

  package init(
    _ name: String, _ body: @escaping (Arguments) -> Result,
    rule: @escaping (Arguments, Arguments) -> (Result, Result)
  ) {
    self.name = name
    self.body = body
    self.rule = rule
  }

  package func callAsFunction(_ arguments: Arguments) -> Result {
    guard Context.isTracing else { return body(arguments) }
    let template = Template<Result>()
    nonisolated(unsafe) let arguments = arguments
    let call = CustomJVP(name) { [body] leaves in
      template.leaves(of: body(arguments.replacingLeaves(leaves)))
    } rule: { [rule, name] x, t in
      let (value, tangent) = rule(arguments.replacingLeaves(x), arguments.replacingLeaves(t))
      let leaves = template.leaves(of: value)
      if let difference = StructureDifference(treeStructure(value), treeStructure(tangent)) {
        report(
          LanewiseError(
            .value,
            "customJVP \(name): the rule's tangent has another structure than its value: \(difference.sentence("the value", "the tangent")); they must agree in everything but the arrays."
          ))
        return (leaves, leaves.map { .poisoned($0.aval) })
      }
      return (leaves, Fitting.tangents("customJVP \(name): the rule", leaves, treeLeaves(tangent), value.leafPaths))
    }
    return template.rebuilt(call.apply(treeLeaves(arguments)))
  }
}

/// A function of trees with a reverse derivative of the user's: see `customVJP`.
package final class CustomVJPFunction<Arguments: Tree, Result: Tree, Residual: Tree>: @unchecked Sendable {
  private let name: String
  private let body: (Arguments) -> Result
  private let forward: (Arguments) -> (Result, Residual)
  private let backward: (Residual, Result) -> Arguments

  package init(
    _ name: String, _ body: @escaping (Arguments) -> Result,
    forward: @escaping (Arguments) -> (Result, Residual), backward: @escaping (Residual, Result) -> Arguments
  ) {
    self.name = name
    self.body = body
    self.forward = forward
    self.backward = backward
  }

  package func callAsFunction(_ arguments: Arguments) -> Result {
    guard Context.isTracing else { return body(arguments) }
    let template = Template<Result>()
    nonisolated(unsafe) let arguments = arguments
    let call = CustomVJP(name) { [body] leaves in
      template.leaves(of: body(arguments.replacingLeaves(leaves)))
    } rule: { [self] leaves in
      let (value, residual) = forward(arguments.replacingLeaves(leaves))
      let types = leaves.map(\.aval)
      return ForwardPass(results: template.leaves(of: value), residuals: treeLeaves(residual)) { residuals, ct in
        let pulled = self.backward(residual.replacingLeaves(residuals), value.replacingLeaves(ct))
        return self.checked(pulled, arguments, types)
      }
    }
    return template.rebuilt(call.apply(treeLeaves(arguments)))
  }

  /// The cotangents that the backward rule gave, one for each leaf of the arguments.
  private func checked(_ pulled: Arguments, _ arguments: Arguments, _ types: [AbstractArray]) -> [NDArray] {
    if let difference = StructureDifference(treeStructure(pulled), treeStructure(arguments)) {
      report(
        LanewiseError(
          .value,
          "customVJP \(name): the backward rule's result has another structure than the arguments: \(difference.sentence("the result", "the arguments")); they must agree in everything but the arrays."
        ))
      return types.map { .poisoned($0) }
    }
    return Fitting.cotangents(
      "customVJP \(name): the backward rule", treeLeaves(pulled), types, arguments.leafPaths)
  }
}

/// A function of trees with a batching rule of the user's: see `customVMAP`.
package final class CustomVMAPFunction<Arguments: ArgumentPack, Result: Tree>: @unchecked Sendable {
  private let name: String
  private let body: (Arguments) -> Result
  private let rule: (Int, [Bool], Arguments) -> (Result, Bool)

  /// - Parameter rule: from the size of the batch, whether each argument carries it, and the arguments, to the result
  ///   and whether it carries the batch. A tree carries it in all its arrays or in none.
  package init(
    _ name: String, _ body: @escaping (Arguments) -> Result,
    rule: @escaping (Int, [Bool], Arguments) -> (Result, Bool)
  ) {
    self.name = name
    self.body = body
    self.rule = rule
  }

  package func callAsFunction(_ arguments: Arguments) -> Result {
    guard Context.isTracing else { return body(arguments) }
    let template = Template<Result>()
    nonisolated(unsafe) let arguments = arguments
    let owners = arguments.leafCounts.enumerated().flatMap { Array(repeating: $0, count: $1) }
    let call = CustomVMAP(name) { [body] leaves in
      template.leaves(of: body(arguments.replacingLeaves(leaves)))
    } rule: { [rule, name] size, mask, leaves in
      var isBatched = arguments.leafCounts.map { _ in false }
      for (owner, flag) in zip(owners, mask) where flag { isBatched[owner] = true }
      let whole = zip(zip(leaves, mask), owners).map { pair, owner in
        isBatched[owner] && !pair.1 ? Lax.moveBatch(pair.0, from: nil, to: 0, size: size) : pair.0
      }
      let (value, carries) = rule(size, isBatched, arguments.replacingLeaves(whole))
      let results = template.leaves(of: value).map { result -> NDArray in
        guard carries, !result.isPoisoned, result.aval.rank == 0 || result.aval.shape[0] != size else { return result }
        return fail(
          .shape,
          "customVMAP \(name): the rule says that its result carries the batch, but a result has shape \(result.aval.shape), without an axis 0 of \(size).",
          like: result.aval)
      }
      return (results, results.map { _ in carries })
    }
    return template.rebuilt(call.apply(treeLeaves(arguments)))
  }
}

/// The result of a call, kept aside while its leaves go their way. What a later trace makes of the function does not
/// come here any more.
package final class Template<Result: Tree> {
  private var result: Result?
  private var isOpen = true

  package init() {}

  package func leaves(of result: Result) -> [NDArray] {
    if isOpen { self.result = result }
    return treeLeaves(result)
  }

  /// The result with these leaves; the call is over.
  package func rebuilt(_ leaves: [NDArray]) -> Result {
    isOpen = false
    return result!.replacingLeaves(leaves)
  }
}

/// Checks what a user's rule gave against what it belongs to.
package enum Fitting {
  /// Tangents of results. Where one does not fit, that is an error, and a poisoned array takes its place; a result
  /// without a derivative takes any.
  package static func tangents(
    _ rule: String, _ results: [NDArray], _ tangents: [NDArray], _ paths: @autoclosure () -> [String]
  ) -> [NDArray] {
    zip(results, tangents).enumerated().map { index, pair in
      let (result, tangent) = pair
      guard result.dtype.isInexact else { return tangent }
      return fitted(tangent, result.aval) { given in
        "\(rule) gives the tangent\(paths()[index]) of type \(given) for a value of type \(result.aval); they must agree in shape and dtype."
      }
    }
  }

  /// Cotangents of operands.
  package static func cotangents(
    _ rule: String, _ cotangents: [NDArray], _ types: [AbstractArray], _ paths: @autoclosure () -> [String]
  ) -> [NDArray] {
    zip(cotangents, types).enumerated().map { index, pair in
      let (ct, type) = pair
      guard type.dtype.isInexact else { return ct }
      return fitted(ct, type) { given in
        "\(rule) gives a cotangent of type \(given) for the argument\(paths()[index]) of type \(type); they must agree in shape and dtype."
      }
    }
  }

  private static func fitted(
    _ x: NDArray, _ type: AbstractArray, _ message: (AbstractArray) -> String
  ) -> NDArray {
    guard !x.isPoisoned else { return .poisoned(type) }
    let given = x.isLiteral ? x.converted(to: type.dtype) : x
    guard given.aval.shape == type.shape, given.dtype == type.dtype else {
      return fail(.shape, message(x.aval), like: type)
    }
    return given
  }
}
