import LanewiseEngine

/// The identity on any number of operands: `copy`, `device_put` and their like, which say where a value lies or when it
/// is computed.
package struct Copy: Primitive {
  package let name: String
  package var arity: Int? { count }
  package let count: Int
  package var resultCount: Int { count }

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { x }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let moving = t.compactMap { $0 }
    var tangents = bind(Copy(name: name, count: moving.count), moving).makeIterator()
    return (bind(self, x), t.map { $0 == nil ? nil : tangents.next() })
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    zip(cotangents, x).map { $1.isLinear ? $0 : nil }
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) { (bind(self, x), axes) }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] { x }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { x }
}
