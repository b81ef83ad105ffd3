import LanewiseKernelABI

/// A float64 value of a program that is being built: what formulas of special functions are written with.
struct Formula {
  private let b: ProgramBuilder
  let slot: Slot

  /// - `slot`: of any floating-point dtype.
  init(_ slot: Slot, _ b: ProgramBuilder) {
    self.b = b
    self.slot = b.convert(slot, to: .float64)
  }

  private func number(_ value: Double) -> Formula { Formula(b.scalar(bits: value.bitPattern, .float64), b) }
  private func with(_ op: BinaryOp, _ other: Formula) -> Formula { Formula(b.binary(op, slot, other.slot), b) }

  static func + (x: Formula, y: Formula) -> Formula { x.with(.add, y) }
  static func - (x: Formula, y: Formula) -> Formula { x.with(.sub, y) }
  static func * (x: Formula, y: Formula) -> Formula { x.with(.mul, y) }
  static func / (x: Formula, y: Formula) -> Formula { x.with(.div, y) }
  static func + (x: Formula, y: Double) -> Formula { x + x.number(y) }
  static func - (x: Formula, y: Double) -> Formula { x - x.number(y) }
  static func * (x: Formula, y: Double) -> Formula { x * x.number(y) }
  static func - (x: Double, y: Formula) -> Formula { y.number(x) - y }
  static func / (x: Double, y: Formula) -> Formula { y.number(x) / y }

  func callAsFunction(_ op: UnaryOp) -> Formula { Formula(b.unary(op, slot), b) }
  func min(_ bound: Double) -> Formula { with(.min, number(bound)) }

  /// Σ cₖ xᵏ.
  func polynomial(_ c: Double...) -> Formula {
    c.dropLast().reversed().reduce(number(c.last!)) { sum, c in
      Formula(b.fma(sum.slot, slot, number(c).slot), b)
    }
  }

  /// The first value where this one is less than the bound, elsewhere the second.
  func isBelow(_ bound: Double, _ first: Formula, else second: Formula) -> Formula {
    Formula(b.select(b.compare(.lt, slot, number(bound).slot), first.slot, second.slot), b)
  }

  /// The value, not a number where one of these is not above its bound.
  func valid(where bounds: (Formula, Double)...) -> Formula {
    let nan = number(.nan).slot
    return bounds.reduce(self) { value, bound in
      Formula(b.select(b.compare(.gt, bound.0.slot, number(bound.1).slot), value.slot, nan), b)
    }
  }
}
