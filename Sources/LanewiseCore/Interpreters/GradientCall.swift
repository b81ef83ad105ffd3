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
    let request = GradientRequest(name, arguments, argnums, mustBe)
    value = request.run(arguments) { function($0) }[0]
    (gradient, chosen) = (arguments.replacingLeaves(request.placed), request.chosen)
  }
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
    let request = GradientRequest(name, arguments, argnums, nil)
    let outputs = request.run(arguments) { function($0) }
    value = outputs[0]
    aux = function.rebuilt(outputs).values.1
    gradient = arguments.replacingLeaves(request.placed)
  }
}

/// Which leaves to differentiate by, and what comes of it.
private final class GradientRequest<Arguments: ArgumentPack> {
  private let name: String
  private let numbers: [Int]
  /// The argument that each leaf belongs to.
  private let owner: [Int]
  private let leaves: [NDArray]
  private let isValid: Bool
  private(set) var placed: [NDArray]

  init(_ name: String, _ arguments: Arguments, _ argnums: [Int], _ mustBe: [Int]?) {
    self.name = name
    let counts = arguments.leafCounts
    let numbers = argnums.map { $0 < 0 ? $0 + counts.count : $0 }
    self.numbers = numbers
    owner = counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
    leaves = treeLeaves(arguments)
    placed = leaves.map { .poisoned($0.aval) }
    if let bad = numbers.firstIndex(where: { $0 < 0 || $0 >= counts.count }) {
      isValid = false
      report(
        LanewiseError(
          .value, "\(name): argnums \(argnums[bad]) is out of range for a function of \(counts.count) arguments."))
    } else if let mustBe, mustBe != numbers {
      isValid = false
      report(
        LanewiseError(
          .value,
          "\(name): a pair of argnums must be (0, 1), because the types of the gradients follow from it; pass an array such as [1, 0] for others."
        ))
    } else {
      isValid = true
    }
  }

  func run(_ arguments: Arguments, _ body: ([NDArray]) -> [NDArray]) -> [NDArray] {
    guard isValid else { return body(placed) }
    let moving = owner.map(numbers.contains)
    let (outputs, gradients) = gradient(name, leaves, moving: moving, paths: arguments.leafPaths, body)
    var next = gradients.makeIterator()
    placed = zip(leaves, moving).map { $1 ? next.next()! : $0 }
    return outputs
  }

  var chosen: [NDArray] {
    numbers.map { number in owner.firstIndex(of: number).map { placed[$0] } ?? .poisoned(AbstractArray([], .float32)) }
  }
}
