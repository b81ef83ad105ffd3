import LanewiseEngine

/// Another dtype for the same values (`lax.convert_element_type`). Floating point becomes integer by truncation and
/// saturates; integers wrap; complex loses its imaginary part.
package struct ConvertElementType: DirectUnary {
  package let dtype: DType
  package let weak: Bool
  package var name: String { "convert_element_type" }
  package var parameters: [Parameter] { [Parameter("new_dtype", .dtype(dtype)), Parameter("weak_type", .bool(weak))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard x[0].dtype.isKey == dtype.isKey else {
      throw LanewiseError(
        .dtype,
        "convert_element_type: \(x[0].dtype) cannot become \(dtype); use Random.keyData or Random.wrapKeyData for keys."
      )
    }
    return [x[0].with(dtype: dtype, weak: weak)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let moves = x[0].dtype.isInexact && dtype.isInexact
    return (bind(self, x), [moves ? Lax.convertElementType(t[0]!, dtype) : nil])
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    [cotangents[0].map { Lax.convertElementType($0, x[0].aval.dtype) }]
  }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    ([bindOne(self, x[0])], axes)
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    [b.convert(x[0], to: dtype)]
  }
  package func direct(_ x: NDArray) -> NDArray? {
    guard x.dtype.isKey == dtype.isKey else { return nil }
    if let literal = x.literal { return .literal(literal.value, dtype, weak: weak) }
    guard let memory = x.memory else { return nil }
    return NDArray(
      x.aval.with(dtype: dtype, weak: weak), Direct.convert(memory, from: x.dtype, to: dtype, count: x.aval.count))
  }
}

/// The same bits as elements of another dtype (`lax.bitcast_convert_type`). Of another width, the last dimension holds
/// or yields the parts.
package struct BitcastConvertType: Primitive {
  package let dtype: DType
  package var name: String { "bitcast_convert_type" }
  package var parameters: [Parameter] { [Parameter("new_dtype", .dtype(dtype))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (old, new) = (x[0].dtype.byteWidth, dtype.byteWidth)
    if x[0].dtype.isKey || dtype.isKey || x[0].dtype.isComplex || dtype.isComplex {
      throw LanewiseError(.dtype, "bitcast_convert_type: \(x[0].dtype) cannot be seen as \(dtype).")
    }
    var dims = x[0].shape.dims
    if old > new {
      dims.append(old / new)
    } else if old < new {
      guard dims.last == new / old else {
        throw LanewiseError(
          .shape,
          "bitcast_convert_type: to see \(x[0].dtype) as \(dtype) the last dimension of \(x[0].shape) must be \(new / old)."
        )
      }
      dims.removeLast()
    }
    return [AbstractArray(try ShapeRule.shape(name, dims), dtype)]
  }
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), [nil]) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(self, [Lax.moveAxis(x[0], from: axes[0]!, to: 0)]), [0])
  }
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    [b.bitcast(x[0], to: results[0])]
  }
  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    [NDArray(results[0], x[0].storage!)]
  }
}
