/// A special function of every element, computed in double precision and rounded once.
///
/// - Operands: floating-point arrays of one dtype and one shape, or of one element; behind them may be an array of values
///   that are right unless they are not numbers. Result: the same dtype and shape.
package struct SpecialStep: Step {
  package let function: SpecialFunction
  /// Whether there is an array of values.
  package let completes: Bool

  package init(_ function: SpecialFunction, completes: Bool = false) {
    self.function = function
    self.completes = completes
  }

  package var name: String { function.rawValue }

  package var reusableOperand: Int? { completes ? function.arity : nil }

  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    completes
      ? Cost(flops: results[0].count, moving: operands, results)
      : Cost(transcendentals: results[0].count, moving: operands, results)
  }

  package func run(_ call: StepCall) {
    call.resultTypes[0].dtype.visit(Applying(function: function, completes: completes, call: call))
  }
}

private struct Applying: ElementVisitor {
  let function: SpecialFunction, completes: Bool, call: StepCall

  func visit<E: Element>(_ type: E.Type) {
    let result = call.result(0, as: type)
    let count = call.resultTypes[0].count
    /// An operand's elements, wherever in the result they are wanted.
    func operand(_ index: Int) -> (Int) -> Double {
      let address = call.operand(index, as: type)
      let step = call.operandTypes[index].count == 1 ? 0 : 1
      return { address[step * $0].wide.real }
    }
    let value: (Int) -> Double
    switch function.body {
    case .unary(let f):
      let x = operand(0)
      value = { f(x($0)) }
    case .binary(let f):
      let (x, y) = (operand(0), operand(1))
      value = { f(x($0), y($0)) }
    case .ternary(let f):
      let (x, y, z) = (operand(0), operand(1), operand(2))
      value = { f(x($0), y($0), z($0)) }
    }
    if completes {
      let known = call.operand(function.arity, as: type)
      return forEachRange(count, grain: 4096, nanoseconds: 1) { range in
        for i in range {
          let element = known[i]
          result[i] = element.wide.real.isNaN ? E(wide: Complex(value(i), 0)) : element
        }
      }
    }
    forEachRange(count, grain: 256, nanoseconds: 100) { range in
      for i in range { result[i] = E(wide: Complex(value(i), 0)) }
    }
  }
}
