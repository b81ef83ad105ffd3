import LanewiseEngine

/// Random bits for each key (`random_bits`): operand keys of shape K, result K + shape of unsigned integers.
package struct RandomBits: StepPrimitive {
  package let bitWidth: Int
  package let shape: Shape
  package var name: String { "random_bits" }
  package var parameters: [Parameter] {
    [Parameter("bit_width", .int(bitWidth)), Parameter("shape", .ints(shape.dims))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try RandomKeys.check(name, x[0])
    return [AbstractArray(try ShapeRule.shape(name, x[0].shape, shape), try words())]
  }
  private func words() throws -> DType {
    switch bitWidth {
    case 8: .uint8
    case 16: .uint16
    case 32: .uint32
    case 64: .uint64
    default: throw LanewiseError(.value, "random_bits: the width \(bitWidth) is not one of 8, 16, 32 and 64.")
    }
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    RandomKeys.batch(self, x, axes)
  }
  package var step: any Step { RandomBitsStep(bitWidth: bitWidth) }
}

/// New keys from each key (`random_split`): operand keys of shape K, result K + shape.
package struct RandomSplit: StepPrimitive {
  package let shape: Shape
  package var name: String { "random_split" }
  package var parameters: [Parameter] { [Parameter("shape", .ints(shape.dims))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try RandomKeys.check(name, x[0])
    return [AbstractArray(try ShapeRule.shape(name, x[0].shape, shape), x[0].dtype)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    RandomKeys.batch(self, x, axes)
  }
  package var step: any Step { RandomSplitStep() }
}

/// A key made of a key and a number (`random_fold_in`).
package struct RandomFoldIn: Primitive {
  package var name: String { "random_fold_in" }
  package var arity: Int? { 2 }
  package func literalType(at index: Int) -> DType? { index == 1 ? .uint32 : nil }
  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try RandomKeys.check(name, x[0])
    guard x[1].dtype == .uint32 else {
      throw LanewiseError(.dtype, "random_fold_in: the number has dtype \(x[1].dtype); it must be uint32.")
    }
    return [AbstractArray(try ShapeRule.broadcast(name, x), x[0].dtype)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (aligned, axis) = Broadcasting.align(x, axes)
    return (bind(self, aligned), [axis])
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let shape = results[0].shape
    func full(_ slot: Slot) -> Slot {
      let scalar = b.type(slot).shape.isScalar
      return scalar ? Lowering.splat(slot, shape, b) : Broadcasting.expand(slot, to: shape, b)
    }
    return b.step(RandomFoldInStep(), [full(x[0]), full(x[1])], results)
  }
}

/// A key for each integer seed (`random_seed`).
package struct RandomSeed: StepPrimitive {
  package let dtype: DType
  package var name: String { "random_seed" }
  package var parameters: [Parameter] { [Parameter("impl", .name("fry"))] }
  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try DTypeClass.integer.check(name, x[0])
    return [AbstractArray(x[0].shape, dtype)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) { (bind(self, x), axes) }
  package var step: any Step { RandomSeedStep() }
}

/// Keys from pairs of words in the last dimension (`random_wrap`).
package struct RandomWrap: Primitive {
  package let dtype: DType
  package var name: String { "random_wrap" }
  package var parameters: [Parameter] { [Parameter("impl", .name("fry"))] }
  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let shape = x[0].shape
    guard x[0].dtype == .uint32, shape.rank > 0, shape[shape.rank - 1] == 2 else {
      throw LanewiseError(
        .shape,
        "random_wrap: an array of type \(x[0]) holds no keys; each key is two uint32 words in the last dimension.")
    }
    return [AbstractArray(Shape(shape.dims.dropLast()), dtype)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    RandomKeys.batch(self, x, axes)
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    [b.bitcast(x[0], to: results[0])]
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    [NDArray(results[0], x[0].storage!)]
  }
}

/// The words of keys, as a new last dimension (`random_unwrap`).
package struct RandomUnwrap: Primitive {
  package var name: String { "random_unwrap" }
  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try RandomKeys.check(name, x[0])
    return [AbstractArray(try ShapeRule.shape(name, x[0].shape.dims + [2]), .uint32)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    RandomKeys.batch(self, x, axes)
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    [b.bitcast(x[0], to: results[0])]
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    [NDArray(results[0], x[0].storage!)]
  }
}

/// The Threefry-2x32 block function on arrays of words (`threefry2x32`): operands key 0, key 1, word 0, word 1.
package struct Threefry2x32: Primitive {
  package init() {}
  package var name: String { "threefry2x32" }
  package var arity: Int? { 4 }
  package var resultCount: Int { 2 }
  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard x.count == 4, x.allSatisfy({ $0.dtype == .uint32 }) else {
      throw LanewiseError(.dtype, "threefry2x32: it takes four uint32 arrays.")
    }
    let result = AbstractArray(try ShapeRule.broadcast(name, x), .uint32)
    return [result, result]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil, nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let (aligned, axis) = Broadcasting.align(x, axes)
    return (bind(self, aligned), [axis, axis])
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let shape = results[0].shape
    let full = x.map {
      b.type($0).shape.isScalar ? Lowering.splat($0, shape, b) : Broadcasting.expand($0, to: shape, b)
    }
    return b.step(Threefry2x32Step(), full, results)
  }
}

/// What the primitives on keys share.
enum RandomKeys {
  static func check(_ name: String, _ x: AbstractArray) throws {
    guard x.dtype.isKey else {
      throw LanewiseError(
        .dtype, "\(name): an operand of type \(x) is not a random key; make one with Random.key(seed).")
    }
  }
  /// A batch of keys is a leading dimension of keys.
  static func batch(_ p: any Primitive, _ x: [NDArray], _ axes: [Int?]) -> ([NDArray], [Int?]) {
    (bind(p, [Lax.moveAxis(x[0], from: axes[0]!, to: 0)]), [0])
  }
}
