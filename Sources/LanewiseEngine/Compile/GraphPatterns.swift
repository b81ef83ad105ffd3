import LanewiseKernelABI

/// What a node is made of.
extension Graph {
  /// The node of a reference to all its elements in order, if it is of a kind and an operation.
  func made(_ reference: Reference, _ kind: Node.Kind, _ operation: UInt8) -> Node? {
    let node = nodes[Int(reference.node)]
    return reference.map == Reference.inOrder && node.kind == kind && node.operation == operation ? node : nil
  }

  /// The value of an integer scalar.
  func integer(_ reference: Reference) -> Int64? {
    let node = nodes[Int(reference.node)]
    guard node.kind == .scalar, node.dtype.isInteger else { return nil }
    let unused = 64 - 8 * node.dtype.byteWidth
    let bits = Int64(bitPattern: scalars[Int(node.payload)]) << unused
    return node.dtype.isUnsignedInteger ? Int64(bitPattern: UInt64(bitPattern: bits) >> unused) : bits >> unused
  }

  /// The integers i, where places are `select(i < 0, i + extent, i)`.
  func countedFromEnd(_ places: Reference, extent: Int) -> Reference? {
    guard let choice = made(places, .select, 0),
      let isNegative = made(choice.a, .compare, CompareOp.lt.rawValue), isNegative.a == choice.c,
      integer(isNegative.b) == 0, let sum = made(choice.b, .binary, BinaryOp.add.rawValue), sum.a == choice.c,
      integer(sum.b) == Int64(extent)
    else { return nil }
    return choice.c
  }
}
