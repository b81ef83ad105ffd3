import LanewiseKernelABI

/// Kernels of one element, for the operations that loops over scalars are mostly made of. They touch their element and
/// nothing else, and give the bits that the kernels of whole vectors give.
///
/// Each is a literal of its own, since a C function cannot be made from a generic one.
enum ScalarKernels {
  // MARK: Moves

  /// result = a, one element of so many bytes; of any other width, nil.
  static func copy(byteWidth: Int) -> Kernel? {
    switch byteWidth {
    case 1: { r, s, _ in map(r, s) { (x: UInt8) in x } }
    case 2: { r, s, _ in map(r, s) { (x: UInt16) in x } }
    case 4: { r, s, _ in map(r, s) { (x: UInt32) in x } }
    case 8: { r, s, _ in map(r, s) { (x: UInt64) in x } }
    case 16: { r, s, _ in map(r, s) { (x: SIMD2<UInt64>) in x } }
    default: nil
    }
  }

  /// result = a ? b : c.
  static func select(byteWidth: Int) -> Kernel? {
    switch byteWidth {
    case 1: { r, s, _ in choose(r, s, UInt8.self) }
    case 2: { r, s, _ in choose(r, s, UInt16.self) }
    case 4: { r, s, _ in choose(r, s, UInt32.self) }
    case 8: { r, s, _ in choose(r, s, UInt64.self) }
    case 16: { r, s, _ in choose(r, s, SIMD2<UInt64>.self) }
    default: nil
    }
  }

  // MARK: Arithmetic

  static func unary(_ op: UnaryOp, _ lane: Lane) -> Kernel? {
    switch (op, lane) {
    case (.neg, .f32): { r, s, _ in map(r, s) { (x: Float) in -x } }
    case (.neg, .f64): { r, s, _ in map(r, s) { (x: Double) in -x } }
    case (.neg, .i32): { r, s, _ in map(r, s) { (x: Int32) in 0 &- x } }
    case (.neg, .i64): { r, s, _ in map(r, s) { (x: Int64) in 0 &- x } }
    case (.sign, .i32): { r, s, _ in map(r, s) { (x: Int32) in x.signum() } }
    case (.sign, .i64): { r, s, _ in map(r, s) { (x: Int64) in x.signum() } }
    case (.abs, .f32): { r, s, _ in map(r, s) { (x: Float) in x.magnitude } }
    case (.abs, .f64): { r, s, _ in map(r, s) { (x: Double) in x.magnitude } }
    case (.square, .f32): { r, s, _ in map(r, s) { (x: Float) in x * x } }
    case (.square, .f64): { r, s, _ in map(r, s) { (x: Double) in x * x } }
    case (.square, .i32): { r, s, _ in map(r, s) { (x: Int32) in x &* x } }
    case (.sqrt, .f32): { r, s, _ in map(r, s) { (x: Float) in x.squareRoot() } }
    case (.sqrt, .f64): { r, s, _ in map(r, s) { (x: Double) in x.squareRoot() } }
    case (.not, .bool): { r, s, _ in map(r, s) { (x: UInt8) in x ^ 1 } }
    default: nil
    }
  }

  static func binary(_ op: BinaryOp, _ lane: Lane) -> Kernel? {
    switch lane {
    case .f32: float(op)
    case .f64: double(op)
    case .i32: int32(op)
    case .u32: uint32(op)
    case .i64: int64(op)
    case .bool: bool(op)
    default: nil
    }
  }

  private static func float(_ op: BinaryOp) -> Kernel? {
    switch op {
    case .add: { r, s, _ in map(r, s) { (x: Float, y: Float) in x + y } }
    case .sub: { r, s, _ in map(r, s) { (x: Float, y: Float) in x - y } }
    case .mul: { r, s, _ in map(r, s) { (x: Float, y: Float) in x * y } }
    case .div: { r, s, _ in map(r, s) { (x: Float, y: Float) in x / y } }
    case .max: { r, s, _ in map(r, s) { (x: Float, y: Float) in larger(x, y) } }
    case .min: { r, s, _ in map(r, s) { (x: Float, y: Float) in smaller(x, y) } }
    default: nil
    }
  }

  private static func double(_ op: BinaryOp) -> Kernel? {
    switch op {
    case .add: { r, s, _ in map(r, s) { (x: Double, y: Double) in x + y } }
    case .sub: { r, s, _ in map(r, s) { (x: Double, y: Double) in x - y } }
    case .mul: { r, s, _ in map(r, s) { (x: Double, y: Double) in x * y } }
    case .div: { r, s, _ in map(r, s) { (x: Double, y: Double) in x / y } }
    case .max: { r, s, _ in map(r, s) { (x: Double, y: Double) in larger(x, y) } }
    case .min: { r, s, _ in map(r, s) { (x: Double, y: Double) in smaller(x, y) } }
    default: nil
    }
  }

  private static func int32(_ op: BinaryOp) -> Kernel? {
    switch op {
    case .max: { r, s, _ in map(r, s) { (x: Int32, y: Int32) in x > y ? x : y } }
    case .min: { r, s, _ in map(r, s) { (x: Int32, y: Int32) in x < y ? x : y } }
    case .div: { r, s, _ in map(r, s) { (x: Int32, y: Int32) in quotient(x, y) } }
    case .rem: { r, s, _ in map(r, s) { (x: Int32, y: Int32) in remainder(x, y) } }
    case .floorDiv: { r, s, _ in map(r, s) { (x: Int32, y: Int32) in floorQuotient(x, y) } }
    case .floorRem: { r, s, _ in map(r, s) { (x: Int32, y: Int32) in floorRemainder(x, y) } }
    case .shiftRightArithmetic: { r, s, _ in map(r, s) { (x: Int32, y: Int32) in x >> (y < 0 ? 31 : y) } }
    default: uint32(op)
    }
  }

  private static func uint32(_ op: BinaryOp) -> Kernel? {
    switch op {
    case .add: { r, s, _ in map(r, s) { (x: UInt32, y: UInt32) in x &+ y } }
    case .sub: { r, s, _ in map(r, s) { (x: UInt32, y: UInt32) in x &- y } }
    case .mul: { r, s, _ in map(r, s) { (x: UInt32, y: UInt32) in x &* y } }
    case .and: { r, s, _ in map(r, s) { (x: UInt32, y: UInt32) in x & y } }
    case .or: { r, s, _ in map(r, s) { (x: UInt32, y: UInt32) in x | y } }
    case .xor: { r, s, _ in map(r, s) { (x: UInt32, y: UInt32) in x ^ y } }
    case .shiftLeft: { r, s, _ in map(r, s) { (x: UInt32, y: UInt32) in y < 32 ? x &<< y : 0 } }
    case .shiftRightLogical: { r, s, _ in map(r, s) { (x: UInt32, y: UInt32) in y < 32 ? x &>> y : 0 } }
    default: nil
    }
  }

  private static func int64(_ op: BinaryOp) -> Kernel? {
    switch op {
    case .add: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x &+ y } }
    case .sub: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x &- y } }
    case .mul: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x &* y } }
    case .max: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x > y ? x : y } }
    case .min: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x < y ? x : y } }
    case .div: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in quotient(x, y) } }
    case .rem: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in remainder(x, y) } }
    case .floorDiv: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in floorQuotient(x, y) } }
    case .floorRem: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in floorRemainder(x, y) } }
    case .shiftRightArithmetic: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x >> (y < 0 ? 63 : y) } }
    case .and: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x & y } }
    case .or: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x | y } }
    case .xor: { r, s, _ in map(r, s) { (x: Int64, y: Int64) in x ^ y } }
    default: nil
    }
  }

  private static func bool(_ op: BinaryOp) -> Kernel? {
    switch op {
    case .and, .min: { r, s, _ in map(r, s) { (x: UInt8, y: UInt8) in x & y } }
    case .or, .max: { r, s, _ in map(r, s) { (x: UInt8, y: UInt8) in x | y } }
    case .xor: { r, s, _ in map(r, s) { (x: UInt8, y: UInt8) in x ^ y } }
    default: nil
    }
  }

  // MARK: Comparisons

  /// `gt` and `ge` are `lt` and `le` with the operands changed.
  static func compare(_ op: CompareOp, _ lane: Lane) -> Kernel? {
    switch (op, lane) {
    case (.eq, .f32): { r, s, _ in test(r, s) { (x: Float, y: Float) in x == y } }
    case (.ne, .f32): { r, s, _ in test(r, s) { (x: Float, y: Float) in x != y } }
    case (.lt, .f32): { r, s, _ in test(r, s) { (x: Float, y: Float) in x < y } }
    case (.le, .f32): { r, s, _ in test(r, s) { (x: Float, y: Float) in x <= y } }
    case (.eq, .f64): { r, s, _ in test(r, s) { (x: Double, y: Double) in x == y } }
    case (.ne, .f64): { r, s, _ in test(r, s) { (x: Double, y: Double) in x != y } }
    case (.lt, .f64): { r, s, _ in test(r, s) { (x: Double, y: Double) in x < y } }
    case (.le, .f64): { r, s, _ in test(r, s) { (x: Double, y: Double) in x <= y } }
    case (.eq, .i32), (.eq, .u32): { r, s, _ in test(r, s) { (x: Int32, y: Int32) in x == y } }
    case (.ne, .i32), (.ne, .u32): { r, s, _ in test(r, s) { (x: Int32, y: Int32) in x != y } }
    case (.lt, .i32): { r, s, _ in test(r, s) { (x: Int32, y: Int32) in x < y } }
    case (.le, .i32): { r, s, _ in test(r, s) { (x: Int32, y: Int32) in x <= y } }
    case (.lt, .u32): { r, s, _ in test(r, s) { (x: UInt32, y: UInt32) in x < y } }
    case (.le, .u32): { r, s, _ in test(r, s) { (x: UInt32, y: UInt32) in x <= y } }
    case (.eq, .i64): { r, s, _ in test(r, s) { (x: Int64, y: Int64) in x == y } }
    case (.ne, .i64): { r, s, _ in test(r, s) { (x: Int64, y: Int64) in x != y } }
    case (.lt, .i64): { r, s, _ in test(r, s) { (x: Int64, y: Int64) in x < y } }
    case (.le, .i64): { r, s, _ in test(r, s) { (x: Int64, y: Int64) in x <= y } }
    default: nil
    }
  }

  // MARK: Conversions

  static func convert(from: Format, to: Format) -> Kernel? {
    switch (from, to) {
    case (.i32, .f32): { r, s, _ in map(r, s) { (x: Int32) in Float(x) } }
    case (.i32, .f64): { r, s, _ in map(r, s) { (x: Int32) in Double(x) } }
    case (.i32, .i64): { r, s, _ in map(r, s) { (x: Int32) in Int64(x) } }
    case (.i64, .i32), (.i64, .u32): { r, s, _ in map(r, s) { (x: Int64) in Int32(truncatingIfNeeded: x) } }
    case (.i32, .u32), (.u32, .i32): { r, s, _ in map(r, s) { (x: UInt32) in x } }
    case (.f32, .f64): { r, s, _ in map(r, s) { (x: Float) in Double(x) } }
    case (.f64, .f32): { r, s, _ in map(r, s) { (x: Double) in Float(x) } }
    case (.bool, .i32), (.bool, .u32): { r, s, _ in map(r, s) { (x: UInt8) in Int32(x) } }
    case (.bool, .f32): { r, s, _ in map(r, s) { (x: UInt8) in Float(x) } }
    default: nil
    }
  }
}

// MARK: How operands are read and results written

private let operandA = Record.operands
private let operandB = Record.operands + 2
private let operandC = Record.operands + 4

@inline(__always)
private func map<T: BitwiseCopyable, R: BitwiseCopyable>(
  _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ f: (T) -> R
) {
  let x = operandAddress(record, slots, operandA).load(as: T.self)
  operandAddress(record, slots, Record.result).storeBytes(of: f(x), as: R.self)
}

@inline(__always)
private func map<T: BitwiseCopyable, R: BitwiseCopyable>(
  _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ f: (T, T) -> R
) {
  let x = operandAddress(record, slots, operandA).load(as: T.self)
  let y = operandAddress(record, slots, operandB).load(as: T.self)
  operandAddress(record, slots, Record.result).storeBytes(of: f(x, y), as: R.self)
}

@inline(__always)
private func map<T: BitwiseCopyable>(
  _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ f: (T, T, T) -> T
) {
  let x = operandAddress(record, slots, operandA).load(as: T.self)
  let y = operandAddress(record, slots, operandB).load(as: T.self)
  let z = operandAddress(record, slots, operandC).load(as: T.self)
  operandAddress(record, slots, Record.result).storeBytes(of: f(x, y, z), as: T.self)
}

@inline(__always)
private func test<T: BitwiseCopyable>(
  _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ f: (T, T) -> Bool
) {
  map(record, slots) { (x: T, y: T) in f(x, y) ? 1 as UInt8 : 0 }
}

@inline(__always)
private func choose<T: BitwiseCopyable>(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _: T.Type) {
  let isTrue = operandAddress(record, slots, operandA).load(as: UInt8.self) != 0
  let value = operandAddress(record, slots, isTrue ? operandB : operandC).load(as: T.self)
  operandAddress(record, slots, Record.result).storeBytes(of: value, as: T.self)
}

// MARK: Arithmetic that is not an operator

/// As the vector kernels have it: and-ing the two orders keeps +0 above −0; NaN is put back.
@inline(__always) func larger(_ x: Float, _ y: Float) -> Float {
  let bits = (x > y ? x : y).bitPattern & (y > x ? y : x).bitPattern
  return Float(bitPattern: x.isNaN || y.isNaN ? .max : bits)
}
@inline(__always) func larger(_ x: Double, _ y: Double) -> Double {
  let bits = (x > y ? x : y).bitPattern & (y > x ? y : x).bitPattern
  return Double(bitPattern: x.isNaN || y.isNaN ? .max : bits)
}
@inline(__always) func smaller(_ x: Float, _ y: Float) -> Float {
  Float(bitPattern: (x < y ? x : y).bitPattern | (y < x ? y : x).bitPattern)
}
@inline(__always) func smaller(_ x: Double, _ y: Double) -> Double {
  Double(bitPattern: (x < y ? x : y).bitPattern | (y < x ? y : x).bitPattern)
}
@inline(__always) func quotient<T: FixedWidthInteger>(_ x: T, _ y: T) -> T {
  y == 0 ? ~0 : y == ~0 ? 0 &- x : x / y
}
@inline(__always) func remainder<T: FixedWidthInteger>(_ x: T, _ y: T) -> T {
  y == 0 ? x : y == ~0 ? 0 : x % y
}
@inline(__always) func floorQuotient<T: FixedWidthInteger>(_ x: T, _ y: T) -> T {
  quotient(x, y) &- (remainder(x, y) != 0 && x.signum() != y.signum() ? 1 : 0)
}
@inline(__always) func floorRemainder<T: FixedWidthInteger>(_ x: T, _ y: T) -> T {
  let rest = remainder(x, y)
  return rest != 0 && (rest < 0) != (y < 0) ? rest &+ y : rest
}
