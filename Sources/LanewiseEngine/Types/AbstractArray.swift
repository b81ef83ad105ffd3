/// What is known of an array without its elements (JAX's `ShapedArray`): shape, dtype, and whether the dtype is weak,
/// as that of a Swift literal is, which takes on the dtype of what it meets.
@usableFromInline
package struct AbstractArray: Hashable, Sendable {
  @usableFromInline package var shape: Shape
  @usableFromInline package var dtype: DType
  @usableFromInline package var weak: Bool

  @inlinable package init(_ shape: Shape, _ dtype: DType, weak: Bool = false) {
    self.shape = shape
    self.dtype = dtype
    self.weak = weak
  }

  @inlinable package static func == (a: AbstractArray, b: AbstractArray) -> Bool {
    a.shape == b.shape && a.dtype == b.dtype && a.weak == b.weak
  }

  @inlinable package var count: Int { shape.count }
  @inlinable package var byteCount: Int { shape.count * dtype.byteWidth }
  @inlinable package var rank: Int { shape.rank }

  /// The type of the parts along the first axis, which there must be.
  @inlinable package var row: AbstractArray { AbstractArray(shape.droppingFirst, dtype, weak: weak) }

  @inlinable package func with(shape: Shape) -> AbstractArray { AbstractArray(shape, dtype, weak: weak) }
  @inlinable package func with(dtype: DType, weak: Bool = false) -> AbstractArray {
    AbstractArray(shape, dtype, weak: weak)
  }
}

extension AbstractArray: CustomStringConvertible {
  /// As a jaxpr shows it: `f32[2,3]`.
  @usableFromInline package var description: String {
    "\(dtype.shortName)[" + shape.dims.map(String.init).joined(separator: ",") + "]"
  }
}
