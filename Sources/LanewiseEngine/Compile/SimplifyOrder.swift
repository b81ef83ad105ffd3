import LanewiseKernelABI

/// Comparisons with a maximum or a minimum, as their derivatives have them: of what it is made of, which spares it.
extension Simplifier {
  mutating func simplifyComparison(_ node: inout Node) {
    guard node.kind == .compare, !graph.nodes[Int(node.a.node)].dtype.isComplex else { return }
    compareOperands(&node)
    while compareBelowBound(&node) {}
  }

  /// Makes `x ≥ y` of `x = max(x, y)`, and `x ≤ y` of `x = min(x, y)`. If one is NaN, so is the maximum, and none of
  /// these holds.
  private mutating func compareOperands(_ node: inout Node) {
    guard node.operation == CompareOp.eq.rawValue else { return }
    for (number, bound) in [(node.a, node.b), (node.b, node.a)] {
      for (extreme, order) in [(BinaryOp.max, CompareOp.ge), (.min, .le)] {
        guard let made = made(bound, .binary, extreme.rawValue), made.a == number || made.b == number else { continue }
        node.operation = order.rawValue
        (node.a, node.b) = (number, made.a == number ? made.b : made.a)
        return
      }
    }
  }

  /// Makes `x ≤ c` of `max(x, a) ≤ c` where a ≤ c, and likewise of <, ≥, > and of the minimum, of numbers a and c; false
  /// if nothing is to be done.
  private mutating func compareBelowBound(_ node: inout Node) -> Bool {
    var op = CompareOp(rawValue: node.operation)!
    guard op != .eq, op != .ne else { return false }
    var (value, number) = (node.a, node.b)
    if isScalar(value) {
      (value, number) = (number, value)
      op = op.swapped
    }
    guard isScalar(number) else { return false }
    for extreme in [BinaryOp.max, .min] {
      guard let made = made(value, .binary, extreme.rawValue), isScalar(made.a) || isScalar(made.b) else { continue }
      let (x, limit) = isScalar(made.a) ? (made.b, made.a) : (made.a, made.b)
      let test: CompareOp =
        extreme == .max ? (op == .le || op == .gt ? .le : .lt) : (op == .ge || op == .lt ? .ge : .gt)
      var comparison = node
      (comparison.a, comparison.b) = (limit, number)
      comparison.operation = test.rawValue
      guard ScalarEvaluator.bits(of: comparison, in: graph) == 1 else { return false }
      node.operation = op.rawValue
      (node.a, node.b) = (x, number)
      return true
    }
    return false
  }
}
