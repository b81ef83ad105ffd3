import LanewiseKernelABI

/// Division of integers: towards −∞, which programs spell by the division towards 0, and by powers of two.
extension Simplifier {
  /// Makes one operation of `select(isBelow, rest + b, rest)` and of `select(isBelow, quotient − 1, quotient)`, of
  /// `rest = rem(a, b)` and `quotient = div(a, b)`; `isBelow` is that the rest is not 0 and the signs differ, of the
  /// rest and b or of a and b. By a power of two it is a mask or a shift, as divisions of unsigned integers are.
  mutating func simplifyDivision(_ node: inout Node) {
    if node.kind == .binary, node.dtype.isUnsignedInteger { return useBits(&node) }
    guard node.kind == .select, node.dtype.isSignedInteger,
      let isBelow = made(node.a, .binary, BinaryOp.and.rawValue),
      let isInexact = made(isBelow.b, .compare, CompareOp.ne.rawValue), integer(isInexact.b) == 0,
      let division = made(isInexact.a, .binary, BinaryOp.rem.rawValue)
    else { return }
    let (a, b, rest, result) = (division.a, division.b, isInexact.a, node.c)
    if result == rest {
      guard let moved = made(node.b, .binary, BinaryOp.add.rawValue), moved.a == rest, moved.b == b,
        isNegative(isBelow.a, rest, otherwiseThan: b)
      else { return }
      node.operation = BinaryOp.floorRem.rawValue
    } else {
      guard let quotient = made(result, .binary, BinaryOp.div.rawValue), quotient.a == a, quotient.b == b,
        let moved = made(node.b, .binary, BinaryOp.sub.rawValue), moved.a == result, integer(moved.b) == 1,
        signsDiffer(isBelow.a, a, b)
      else { return }
      node.operation = BinaryOp.floorDiv.rawValue
    }
    node.kind = .binary
    node.operandCount = 2
    (node.a, node.b, node.c) = (a, b, Reference(node: -1, map: 0))
    useBits(&node)
  }

  /// Makes a division by a power of two a shift, and its rest the lower bits: one towards −∞, or of what has no sign.
  private mutating func useBits(_ node: inout Node) {
    guard let divisor = integer(node.b), divisor > 0, divisor & (divisor - 1) == 0 else { return }
    let (power, rest) = (Int64(divisor.trailingZeroBitCount), divisor - 1)
    let (operation, bits): (BinaryOp, Int64)
    switch BinaryOp(rawValue: node.operation)! {
    case .floorDiv: (operation, bits) = (.shiftRightArithmetic, power)
    case .div: (operation, bits) = (.shiftRightLogical, power)
    case .floorRem, .rem: (operation, bits) = (.and, rest)
    default: return
    }
    node.operation = operation.rawValue
    node.b.node = scalar(UInt64(bits), node.dtype)
  }

  /// Whether a reference is of `(rest < 0) ≠ (b < 0)`.
  private func isNegative(_ reference: Reference, _ rest: Reference, otherwiseThan b: Reference) -> Bool {
    func isTest(_ reference: Reference, of number: Reference) -> Bool {
      guard let test = made(reference, of: number, .compare, CompareOp.lt.rawValue) else { return false }
      return integer(test.b) == 0
    }
    if let divisor = integer(b), divisor > 0 { return isTest(reference, of: rest) }
    guard let comparison = made(reference, .compare, CompareOp.ne.rawValue) else { return false }
    return isTest(comparison.a, of: rest) && isTest(comparison.b, of: b)
  }

  /// Whether a reference is of `sign(a) ≠ sign(b)`.
  private func signsDiffer(_ reference: Reference, _ a: Reference, _ b: Reference) -> Bool {
    func isSign(_ reference: Reference, of number: Reference) -> Bool {
      made(reference, of: number, .unary, UnaryOp.sign.rawValue) != nil
    }
    guard let comparison = made(reference, .compare, CompareOp.ne.rawValue), isSign(comparison.a, of: a) else {
      return false
    }
    return integer(b).map { integer(comparison.b) == $0.signum() } ?? isSign(comparison.b, of: b)
  }

  func made(_ reference: Reference, _ kind: Node.Kind, _ operation: UInt8) -> Node? {
    graph.made(reference, kind, operation)
  }

  /// The node of a reference to what an operation makes of a number first: of all its elements in order, or of those
  /// which the number is made of by broadcasting.
  private func made(
    _ reference: Reference, of number: Reference, _ kind: Node.Kind, _ operation: UInt8
  ) -> Node? {
    if let node = made(reference, kind, operation) { return node.a == number ? node : nil }
    guard reference.map == number.map,
      let node = made(.inOrder(reference.node), kind, operation),
      node.a == .inOrder(number.node)
    else { return nil }
    return node
  }

  func integer(_ reference: Reference) -> Int64? { graph.integer(reference) }
}
