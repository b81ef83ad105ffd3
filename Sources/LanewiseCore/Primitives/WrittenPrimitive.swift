import LanewiseEngine

/// A primitive whose parameters a text writes in another way than the primitive itself would: it is shown as it is
/// written. What its rules make is shown as ever.
struct WrittenPrimitive: Primitive {
  private let primitive: any Primitive
  let name: String
  let parameters: [Parameter]

  init(_ primitive: any Primitive, name: String, _ written: [Parameter]) {
    self.primitive = primitive
    self.name = name
    parameters = written
  }

  var arity: Int? { primitive.arity }
  var resultCount: Int { primitive.resultCount }
  var hasEffect: Bool { primitive.hasEffect }
  var inlined: Jaxpr? { primitive.inlined }
  var product: MatrixProduct? { primitive.product }

  func literalType(at index: Int) -> DType? { primitive.literalType(at: index) }
  func concerns(axisName: String?) -> Bool { primitive.concerns(axisName: axisName) }
  func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { try primitive.abstract(x) }
  func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { primitive.jvp(x, t) }
  func linearize(_ x: [NDArray], _ t: [Tangent], _ linear: LinearTrace) -> ([NDArray], [Tangent]) {
    primitive.linearize(x, t, linear)
  }
  func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { primitive.transpose(cotangents, x) }
  func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) { primitive.batch(x, axes, size: size) }
  func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { primitive.lower(x, b, results) }
  func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { primitive.evaluate(x, results) }
}
