/// A special function of every element, computed in double precision and rounded once.
///
/// - Operands: floating-point arrays of one dtype and one shape, or of one element. Result: the same dtype and shape.
package struct SpecialStep: Step {
  package let function: SpecialFunction

  package init(_ function: SpecialFunction) { self.function = function }

  package var name: String { function.rawValue }

  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(transcendentals: results[0].count, moving: operands, results)
  }

  package func run(_ call: StepCall) { call.resultTypes[0].dtype.visit(Applying(function: function, call: call)) }
}

private struct Applying: ElementVisitor {
  let function: SpecialFunction, call: StepCall

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
    forEachRange(count, grain: 256, nanoseconds: 100) { range in
      for i in range { result[i] = E(wide: Complex(value(i), 0)) }
    }
  }
}
