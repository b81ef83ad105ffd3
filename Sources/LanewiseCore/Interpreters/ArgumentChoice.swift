import LanewiseEngine

/// The arguments to differentiate by, chosen by number, and the leaves that they are made of.
package struct ArgumentChoice {
  package let name: String
  package let leaves: [NDArray]
  /// Whether the numbers name arguments, and such as the caller has types for; a mistake has been reported.
  package let isValid: Bool
  /// For each leaf, whether it belongs to a chosen argument.
  package let moving: [Bool]
  /// Where each leaf is, as errors say it.
  package var paths: [String] { leafPaths() }
  private let leafPaths: () -> [String]
  private let numbers: [Int]
  /// The argument that each leaf belongs to.
  private let owner: [Int]

  /// - Parameter mustBe: the only numbers for which the caller has types.
  package init<Arguments: ArgumentPack>(_ name: String, _ arguments: Arguments, _ argnums: [Int], _ mustBe: [Int]?) {
    self.name = name
    let counts = arguments.leafCounts
    let numbers = argnums.map { $0 < 0 ? $0 + counts.count : $0 }
    self.numbers = numbers
    owner = counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
    leaves = treeLeaves(arguments)
    leafPaths = { arguments.leafPaths }
    moving = owner.map(numbers.contains)
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

  /// The leaves, with derivatives in place of those that move.
  package func placed(_ derivatives: [NDArray]) -> [NDArray] {
    var next = derivatives.makeIterator()
    return zip(leaves, moving).map { $1 ? next.next()! : $0 }
  }

  /// The first leaf of each chosen argument, out of `placed`.
  package func chosen(of placed: [NDArray]) -> [NDArray] {
    guard isValid else { return numbers.map { _ in placed.first ?? .poisoned(AbstractArray([], .float32)) } }
    return numbers.map { number in
      owner.firstIndex(of: number).map { placed[$0] } ?? .poisoned(AbstractArray([], .float32))
    }
  }
}
