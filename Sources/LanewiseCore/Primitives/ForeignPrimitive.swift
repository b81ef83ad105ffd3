import LanewiseEngine

/// An operation that a jaxpr's text names and that does not exist here: it can be printed, and says so when it is run.
package struct ForeignPrimitive: Primitive {
  package let name: String
  package let parameters: [Parameter]
  package let resultTypes: [AbstractArray]

  package init(name: String, parameters: [Parameter], resultTypes: [AbstractArray]) {
    self.name = name
    self.parameters = parameters
    self.resultTypes = resultTypes
  }

  /// JAX's dtypes that do not exist here. float0 is that of tangents that do not exist.
  static let dtypes: Set<String> = [
    "float0", "i2", "i4", "u2", "u4", "f8_e3m4", "f8_e4m3", "f8_e4m3b11fnuz", "f8_e4m3fn", "f8_e4m3fnuz", "f8_e5m2",
    "f8_e5m2fnuz", "f8_e8m0fnu", "key<rbg>", "key<urbg>",
  ]

  package var arity: Int? { nil }
  package var resultCount: Int { resultTypes.count }
  /// Without results, an effect is all it can be for.
  package var hasEffect: Bool { resultTypes.isEmpty }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { resultTypes }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    (evaluate(x, resultTypes), resultTypes.map { _ in nil })
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (evaluate(x, resultTypes), resultTypes.map { _ in nil })
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    reportForeign()
    return results.map { b.constant(Storage(byteCount: $0.byteCount), $0) }
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    reportForeign()
    return results.map { .poisoned($0) }
  }

  private func reportForeign() {
    report(
      LanewiseError(
        .name,
        "\(name): there is no such primitive here for operands of these types; a program that has it can be read and printed, but not run or transformed."
      ))
  }
}
