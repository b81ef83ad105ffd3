import Testing

@testable import LanewiseEngine

@Suite struct SpecialFunctionTests {
  @Test(arguments: SpecialFunction.allCases) func theBodyTakesWhatTheArityTells(_ function: SpecialFunction) {
    let value =
      switch function.body {
      case .unary(let f): (f(0.7), 1)
      case .binary(let f): (f(2, 0.7), 2)
      case .ternary(let f): (f(2, 3, 0.7), 3)
      }
    #expect(value.0.isFinite && value.1 == function.arity)
  }
}
