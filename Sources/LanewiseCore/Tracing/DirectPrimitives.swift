import LanewiseEngine

// Primitives that small arrays in memory need not wait for: no operand array, no shape rule, no program. A rule here
// gives what `bind` would, or nil, and then `bind` does it (and finds the words for a mistake).

package protocol DirectUnary: Primitive {
  /// The result, if the operand is in memory and it takes no more than a call of a kernel.
  func direct(_ x: NDArray) -> NDArray?
}

package protocol DirectBinary: Primitive {
  func direct(_ x: NDArray, _ y: NDArray) -> NDArray?
}

package protocol DirectTernary: Primitive {
  func direct(_ x: NDArray, _ y: NDArray, _ z: NDArray) -> NDArray?
}

extension DirectUnary {
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    direct(x[0]).map { [$0] } ?? evaluateAsProgram(x, results)
  }
}
extension DirectBinary {
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    direct(x[0], x[1]).map { [$0] } ?? evaluateAsProgram(x, results)
  }
}
extension DirectTernary {
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    (x.count == 3 ? direct(x[0], x[1], x[2]) : nil).map { [$0] } ?? evaluateAsProgram(x, results)
  }
}

@inline(__always)
package func bindOne(_ p: some DirectUnary, _ x: NDArray) -> NDArray {
  if Context.evaluatesConstants, let result = p.direct(x) { return result }
  return bind(p, [x])[0]
}
@inline(__always)
package func bindOne(_ p: some DirectBinary, _ x: NDArray, _ y: NDArray) -> NDArray {
  if Context.evaluatesConstants, let result = p.direct(x, y) { return result }
  return bind(p, [x, y])[0]
}
@inline(__always)
package func bindOne(_ p: some DirectTernary, _ x: NDArray, _ y: NDArray, _ z: NDArray) -> NDArray {
  if Context.evaluatesConstants, let result = p.direct(x, y, z) { return result }
  return bind(p, [x, y, z])[0]
}

extension NDArray {
  /// The memory that a direct operation reads: nil for what is not in memory, or was given away.
  @inline(__always)
  var memory: Storage? {
    switch node.kind {
    case .concrete: unsafeDowncast(node, to: ConcreteNode.self).storage
    case .literal: storage
    case .deleted, .poisoned, .tracer: nil
    }
  }

  /// The array as an operand of a kernel: a literal as a number, one element as a scalar where it meets several.
  @inline(__always)
  func operand(meeting count: Int) -> Direct.Operand? {
    switch node.kind {
    case .concrete:
      let storage = unsafeDowncast(node, to: ConcreteNode.self).storage
      return count != 1 && aval.count == 1 ? .scalar(storage) : .array(storage)
    case .literal:
      let literal = unsafeDowncast(node, to: LiteralNode.self)
      return aval.dtype.byteWidth <= 8 ? .number(literal.value.bits(as: aval.dtype)) : .scalar(storage!)
    case .deleted, .poisoned, .tracer: return nil
    }
  }
}

/// Two operands of an elementwise kernel, and the shape of its result.
struct DirectPair {
  let x: Direct.Operand, y: Direct.Operand
  let shape: Shape

  private init(x: Direct.Operand, y: Direct.Operand, shape: Shape) {
    self.x = x
    self.y = y
    self.shape = shape
  }

  /// The result's elements up to which operands are repeated in memory until they have its shape.
  private static let mostRepeated = 1 << 12

  /// nil unless both are in memory, of one dtype, and equal in shape but for single elements, or small.
  @inline(__always)
  init?(_ x: NDArray, _ y: NDArray) {
    let (a, b) = (x.aval, y.aval)
    guard a.dtype == b.dtype else { return nil }
    if a.shape == b.shape || b.rank == 0 || (b.count == 1 && b.rank == a.rank) {
      shape = a.shape
    } else if a.rank == 0 || (a.count == 1 && a.rank == b.rank) {
      shape = b.shape
    } else {
      guard let pair = DirectPair.repeating(x, y) else { return nil }
      self = pair
      return
    }
    let count = shape.count
    guard var left = x.operand(meeting: count), let right = y.operand(meeting: count) else { return nil }
    // A kernel takes one scalar at most.
    if x.isLiteral && y.isLiteral { left = .array(x.storage!) }
    (self.x, self.y) = (left, right)
  }

  /// Operands of one rank whose extents are equal or 1.
  @inline(never)
  private static func repeating(_ x: NDArray, _ y: NDArray) -> DirectPair? {
    var shape = x.aval.shape
    guard y.ndim == shape.rank else { return nil }
    for axis in 0..<shape.rank where shape[axis] != y.aval.shape[axis] {
      guard shape[axis] == 1 || y.aval.shape[axis] == 1 else { return nil }
      shape[axis] = Swift.max(shape[axis], y.aval.shape[axis])
    }
    let count = x.aval.count > 0 && y.aval.count > 0 ? shape.count : 0
    guard count > 0, count <= mostRepeated, let left = repeated(x, shape), let right = repeated(y, shape) else {
      return nil
    }
    return DirectPair(x: .array(left), y: .array(right), shape: shape)
  }

  private static func repeated(_ x: NDArray, _ shape: Shape) -> Storage? {
    let own = x.aval.shape
    guard let memory = x.memory else { return nil }
    if own == shape { return memory }
    let strides = own.strides
    return Direct.view(
      memory, x.dtype, shape, offset: 0,
      strides: (0..<shape.rank).map { own[$0] == shape[$0] ? strides[$0] : 0 })
  }
}
