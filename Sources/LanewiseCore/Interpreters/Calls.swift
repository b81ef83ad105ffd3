import LanewiseEngine

/// A function of trees as a function of their leaves, with the result's shape kept aside.
package final class TreeFunction<Arguments: Tree, Result: Tree> {
  private let body: (Arguments) -> Result
  private let arguments: Arguments
  package private(set) var result: Result?

  package init(_ arguments: Arguments, _ body: @escaping (Arguments) -> Result) {
    self.arguments = arguments
    self.body = body
  }

  package func callAsFunction(_ leaves: [NDArray]) -> [NDArray] {
    let result = body(arguments.replacingLeaves(leaves))
    self.result = result
    return treeLeaves(result)
  }

  /// The last result, with other leaves.
  package func rebuilt(_ leaves: [NDArray]) -> Result { result!.replacingLeaves(leaves) }

  /// What the function gives for poisoned leaves: a result to return after a mistake that came before any.
  package func poisoned() -> Result {
    let leaves = treeLeaves(arguments).map { NDArray.poisoned($0.aval) }
    return body(arguments.replacingLeaves(leaves))
  }
}

extension Tangent {
  /// The tangent, or zeros where it is the symbolic zero.
  package func orZeros(_ aval: AbstractArray) -> NDArray { self ?? Lax.full(aval.shape.dims, .int(0), aval.dtype) }
}
