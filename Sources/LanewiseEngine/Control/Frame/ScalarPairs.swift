import LanewiseKernelABI

/// Two operations on scalars in one kernel: a value that goes through memory costs more than the operation.
enum ScalarPairs {
  /// result = second(first(a, b), c), or second(c, first(a, b)) if the value is the second operand.
  static func kernel(_ first: PairOp, _ second: PairOp, valueIsFirst: Bool, _ lane: Lane) -> Kernel? {
    let isSwapped = !valueIsFirst && !second.isCommutative
    switch lane {
    case .f32: return float(first, second, isSwapped)
    case .f64: return double(first, second, isSwapped)
    default: return nil
    }
  }

  private static func float(_ first: PairOp, _ second: PairOp, _ isSwapped: Bool) -> Kernel? {
    switch (first, second, isSwapped) {
    case (.add, .add, _): { r, s, _ in pair(Float.self, Add.self, Add.self, r, s) }
    case (.add, .sub, false): { r, s, _ in pair(Float.self, Add.self, Sub.self, r, s) }
    case (.add, .sub, true): { r, s, _ in pair(Float.self, Add.self, Swapped<Sub>.self, r, s) }
    case (.add, .mul, _): { r, s, _ in pair(Float.self, Add.self, Mul.self, r, s) }
    case (.add, .div, false): { r, s, _ in pair(Float.self, Add.self, Div.self, r, s) }
    case (.add, .div, true): { r, s, _ in pair(Float.self, Add.self, Swapped<Div>.self, r, s) }
    case (.sub, .add, _): { r, s, _ in pair(Float.self, Sub.self, Add.self, r, s) }
    case (.sub, .sub, false): { r, s, _ in pair(Float.self, Sub.self, Sub.self, r, s) }
    case (.sub, .sub, true): { r, s, _ in pair(Float.self, Sub.self, Swapped<Sub>.self, r, s) }
    case (.sub, .mul, _): { r, s, _ in pair(Float.self, Sub.self, Mul.self, r, s) }
    case (.sub, .div, false): { r, s, _ in pair(Float.self, Sub.self, Div.self, r, s) }
    case (.sub, .div, true): { r, s, _ in pair(Float.self, Sub.self, Swapped<Div>.self, r, s) }
    case (.mul, .add, _): { r, s, _ in pair(Float.self, Mul.self, Add.self, r, s) }
    case (.mul, .sub, false): { r, s, _ in pair(Float.self, Mul.self, Sub.self, r, s) }
    case (.mul, .sub, true): { r, s, _ in pair(Float.self, Mul.self, Swapped<Sub>.self, r, s) }
    case (.mul, .mul, _): { r, s, _ in pair(Float.self, Mul.self, Mul.self, r, s) }
    case (.mul, .div, false): { r, s, _ in pair(Float.self, Mul.self, Div.self, r, s) }
    case (.mul, .div, true): { r, s, _ in pair(Float.self, Mul.self, Swapped<Div>.self, r, s) }
    default: nil
    }
  }

  private static func double(_ first: PairOp, _ second: PairOp, _ isSwapped: Bool) -> Kernel? {
    switch (first, second, isSwapped) {
    case (.add, .add, _): { r, s, _ in pair(Double.self, Add.self, Add.self, r, s) }
    case (.add, .sub, false): { r, s, _ in pair(Double.self, Add.self, Sub.self, r, s) }
    case (.add, .sub, true): { r, s, _ in pair(Double.self, Add.self, Swapped<Sub>.self, r, s) }
    case (.add, .mul, _): { r, s, _ in pair(Double.self, Add.self, Mul.self, r, s) }
    case (.add, .div, false): { r, s, _ in pair(Double.self, Add.self, Div.self, r, s) }
    case (.add, .div, true): { r, s, _ in pair(Double.self, Add.self, Swapped<Div>.self, r, s) }
    case (.sub, .add, _): { r, s, _ in pair(Double.self, Sub.self, Add.self, r, s) }
    case (.sub, .sub, false): { r, s, _ in pair(Double.self, Sub.self, Sub.self, r, s) }
    case (.sub, .sub, true): { r, s, _ in pair(Double.self, Sub.self, Swapped<Sub>.self, r, s) }
    case (.sub, .mul, _): { r, s, _ in pair(Double.self, Sub.self, Mul.self, r, s) }
    case (.sub, .div, false): { r, s, _ in pair(Double.self, Sub.self, Div.self, r, s) }
    case (.sub, .div, true): { r, s, _ in pair(Double.self, Sub.self, Swapped<Div>.self, r, s) }
    case (.mul, .add, _): { r, s, _ in pair(Double.self, Mul.self, Add.self, r, s) }
    case (.mul, .sub, false): { r, s, _ in pair(Double.self, Mul.self, Sub.self, r, s) }
    case (.mul, .sub, true): { r, s, _ in pair(Double.self, Mul.self, Swapped<Sub>.self, r, s) }
    case (.mul, .mul, _): { r, s, _ in pair(Double.self, Mul.self, Mul.self, r, s) }
    case (.mul, .div, false): { r, s, _ in pair(Double.self, Mul.self, Div.self, r, s) }
    case (.mul, .div, true): { r, s, _ in pair(Double.self, Mul.self, Swapped<Div>.self, r, s) }
    default: nil
    }
  }
}

private protocol Operator {
  static func f<T: BinaryFloatingPoint>(_ x: T, _ y: T) -> T
}
private enum Add: Operator {
  @inline(__always) static func f<T: BinaryFloatingPoint>(_ x: T, _ y: T) -> T { x + y }
}
private enum Sub: Operator {
  @inline(__always) static func f<T: BinaryFloatingPoint>(_ x: T, _ y: T) -> T { x - y }
}
private enum Mul: Operator {
  @inline(__always) static func f<T: BinaryFloatingPoint>(_ x: T, _ y: T) -> T { x * y }
}
private enum Div: Operator {
  @inline(__always) static func f<T: BinaryFloatingPoint>(_ x: T, _ y: T) -> T { x / y }
}
/// The operator with its operands changed.
private enum Swapped<O: Operator>: Operator {
  @inline(__always) static func f<T: BinaryFloatingPoint>(_ x: T, _ y: T) -> T { O.f(y, x) }
}

/// result = B(A(a, b), c).
@inline(__always)
private func pair<T: BinaryFloatingPoint & BitwiseCopyable, A: Operator, B: Operator>(
  _: T.Type, _: A.Type, _: B.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer
) {
  let a = operandAddress(record, slots, Record.operands).load(as: T.self)
  let b = operandAddress(record, slots, Record.operands + 2).load(as: T.self)
  let c = operandAddress(record, slots, Record.operands + 4).load(as: T.self)
  operandAddress(record, slots, Record.result).storeBytes(of: B.f(A.f(a, b), c), as: T.self)
}
