import LanewiseKernelABI

/// Operations on complex numbers that become others on their parts.
extension Simplifier {
  /// Makes a² + b² of the real part of (a − bi) · (a + bi), with the same bits: no complex number is stored.
  mutating func squareMagnitude(_ node: inout Node) {
    guard node.kind == .unary, node.operation == UnaryOp.real.rawValue,
      let product = made(node.a, .binary, BinaryOp.mul.rawValue)
    else { return }
    for (number, other) in [(product.a, product.b), (product.b, product.a)] {
      guard let conjugate = made(other, .unary, UnaryOp.conj.rawValue), conjugate.a == number else { continue }
      func unary(_ op: UnaryOp, _ operand: Reference) -> Node {
        var part = node
        (part.operation, part.a) = (op.rawValue, operand)
        return part
      }
      let squares = [UnaryOp.real, .imag].map {
        Reference.inOrder(shared(unary(.square, .inOrder(shared(unary($0, number))))))
      }
      node = Node(
        kind: .binary, operation: BinaryOp.add.rawValue, dtype: node.dtype, operandCount: 2, a: squares[0],
        b: squares[1], count: node.count, shape: node.shape)
      return
    }
  }
}
