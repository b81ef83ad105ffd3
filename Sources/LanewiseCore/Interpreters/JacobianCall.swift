import LanewiseEngine

/// One call of a Jacobian: derivatives of every array of the result by every chosen array of the arguments.
package struct JacobianCall<Arguments: ArgumentPack, Result: Tree> {
  package enum Mode: String {
    case forward = "jacfwd"
    case reverse = "jacrev"
  }

  private let choice: ArgumentChoice
  private let jacobian: Jacobian
  private let arguments: Arguments
  private let result: Result

  /// - Parameter mustBe: the only numbers for which the caller has types.
  package init(
    _ mode: Mode, _ arguments: Arguments, argnums: [Int], mustBe: [Int]? = nil, _ f: @escaping (Arguments) -> Result
  ) {
    let function = TreeFunction(arguments, f)
    let choice = ArgumentChoice(mode.rawValue, arguments, argnums, mustBe)
    self.choice = choice
    self.arguments = arguments
    guard choice.isValid, Self.canDifferentiate(mode, by: choice) else {
      result = function.poisoned()
      let wanted = zip(choice.leaves, choice.moving).filter(\.1).map { NDArray.poisoned($0.0.aval) }
      jacobian = Jacobian(results: treeLeaves(result), blocks: treeLeaves(result).map { _ in wanted })
      return
    }
    switch mode {
    case .forward: jacobian = forwardJacobian(choice.leaves, moving: choice.moving) { function($0) }
    case .reverse: jacobian = reverseJacobian(choice.leaves, moving: choice.moving) { function($0) }
    }
    result = function.rebuilt(jacobian.results)
    for value in jacobian.results where !value.isPoisoned && !value.dtype.isFloating {
      guard value.dtype.isComplex, mode == .forward else {
        report(
          LanewiseError(
            .dtype,
            "\(mode.rawValue): the function must give real numbers of a floating-point dtype, but a result has type \(value.aval)."
          ))
        break
      }
    }
  }

  /// Forward mode takes real arguments, reverse mode complex ones too.
  private static func canDifferentiate(_ mode: Mode, by choice: ArgumentChoice) -> Bool {
    for (index, leaf) in choice.leaves.enumerated() where choice.moving[index] && !leaf.isPoisoned {
      guard leaf.dtype.isFloating || (mode == .reverse && leaf.dtype.isComplex) else {
        report(
          LanewiseError(
            .dtype,
            "\(mode.rawValue): the argument\(choice.paths[index]) has dtype \(leaf.dtype); only \(mode == .forward ? "floating-point" : "floating-point and complex") arrays can be differentiated by. Convert it with astype(.float32)."
          ))
        return false
      }
    }
    return true
  }

  /// For a result of one array: the arguments, with derivatives in place of the leaves differentiated by.
  package var byArgument: Arguments { arguments.replacingLeaves(choice.placed(jacobian.blocks[0])) }
  /// For a result of one array: the derivative by the first leaf of each chosen argument.
  package var chosen: [NDArray] { choice.chosen(of: choice.placed(jacobian.blocks[0])) }
  /// The result, with derivatives by one of the moving leaves in place of its own arrays.
  package func byResult(_ leaf: Int = 0) -> Result { result.replacingLeaves(jacobian.blocks.map { $0[leaf] }) }
  /// For each array of the result, its derivative by each moving leaf.
  package var blocks: [[NDArray]] { jacobian.blocks }
  /// For a result of several arrays, each of them differentiated: the arguments in place of each.
  package var rows: [Arguments] { jacobian.blocks.map { arguments.replacingLeaves(choice.placed($0)) } }
}
