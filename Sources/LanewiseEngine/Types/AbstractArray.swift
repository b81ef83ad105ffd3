/// What is known of an array without its elements (JAX's `ShapedArray`): shape, dtype, and whether the dtype is weak,
/// as that of a Swift literal is, which takes on the dtype of what it meets.
package struct AbstractArray: Hashable, Sendable {
  package var shape: Shape
  package var dtype: DType
  package var weak: Bool

  package init(_ shape: Shape, _ dtype: DType, weak: Bool = false) {
    self.shape = shape
    self.dtype = dtype
    self.weak = weak
  }

  package var count: Int { shape.count }
  package var byteCount: Int { shape.count * dtype.byteWidth }
  package var rank: Int { shape.rank }

  /// The type of the parts along the first axis, which there must be.
  package var row: AbstractArray { AbstractArray(shape.droppingFirst, dtype, weak: weak) }

  package func with(shape: Shape) -> AbstractArray { AbstractArray(shape, dtype, weak: weak) }
  package func with(dtype: DType, weak: Bool = false) -> AbstractArray { AbstractArray(shape, dtype, weak: weak) }
}

extension AbstractArray: CustomStringConvertible {
  /// As a jaxpr shows it: `f32[2,3]`.
  package var description: String {
    "\(dtype.shortName)[" + shape.dims.map(String.init).joined(separator: ",") + "]"
  }
}
