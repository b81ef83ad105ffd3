import LanewiseEngine

/// One call of a differentiated function: its value, and the gradients by the arguments chosen by number.
package struct GradientCall<Arguments: ArgumentPack> {
  package let value: NDArray
  /// The arguments, with gradients in place of the leaves differentiated by.
  package let gradient: Arguments
  /// The gradient of each chosen argument's first leaf.
  package let chosen: [NDArray]

  /// - Parameter mustBe: the only numbers for which the caller has types.
  package init(
    _ name: String, _ arguments: Arguments, argnums: [Int], mustBe: [Int]? = nil, _ f: @escaping (Arguments) -> NDArray
  ) {
    let function = TreeFunction(arguments, f)
    let choice = ArgumentChoice(name, arguments, argnums, mustBe)
    let (outputs, gradients) = choice.gradient { function($0) }
    value = outputs[0]
    (gradient, chosen) = (arguments.replacingLeaves(gradients), choice.chosen(of: gradients))
  }
}

/// The value of a function of one array, and its gradient: the commonest call, with no tree to walk.
package func gradient(
  _ name: String, _ x: NDArray, _ f: (NDArray) -> NDArray
) -> (value: NDArray, gradient: NDArray) {
  let (outputs, gradients) = gradient(name, [x], moving: [true], paths: [""]) { [f($0[0])] }
  return (outputs[0], gradients[0])
}

/// The same for a function that carries something along with its value.
package struct AuxiliaryGradientCall<Arguments: ArgumentPack, Auxiliary: Tree> {
  package let value: NDArray
  package let gradient: Arguments
  package let aux: Auxiliary

  package init(
    _ name: String, _ arguments: Arguments, argnums: [Int], _ f: @escaping (Arguments) -> (NDArray, Auxiliary)
  ) {
    let function = TreeFunction(arguments) { Pack(tuple: f($0)) }
    let choice = ArgumentChoice(name, arguments, argnums, nil)
    let (outputs, gradients) = choice.gradient { function($0) }
    value = outputs[0]
    aux = function.rebuilt(outputs).values.1
    gradient = arguments.replacingLeaves(gradients)
  }
}

extension ArgumentChoice {
  /// The results of `body`, and the leaves with gradients in place of those differentiated by.
  fileprivate func gradient(_ body: ([NDArray]) -> [NDArray]) -> (outputs: [NDArray], gradients: [NDArray]) {
    let poisoned = leaves.map { NDArray.poisoned($0.aval) }
    guard isValid else { return (body(poisoned), poisoned) }
    let (outputs, gradients) = LanewiseCore.gradient(name, leaves, moving: moving, paths: paths, body)
    return (outputs, placed(gradients))
  }
}
