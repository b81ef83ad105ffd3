import LanewiseCore

// NumPy's methods of arrays; see the functions of the same names.
extension NDArray {
  /// The axes reversed (`x.T`): the transpose of a matrix.
  public var T: NDArray { Lanewise.transpose(self) }
  /// The last two axes exchanged (`x.mT`).
  public var mT: NDArray { matrixTranspose(self) }
  /// The real part.
  public var real: NDArray { Lanewise.real(self) }
  /// The imaginary part: 0 for real numbers.
  public var imag: NDArray { Lanewise.imag(self) }
  /// Bytes that the elements take.
  public var nbytes: Int { size * dtype.byteWidth }
  /// Bytes that an element takes.
  public var itemsize: Int { dtype.byteWidth }

  /// The same elements under another shape, in which one extent may be -1.
  public func reshape(_ shape: [Int], order: ElementOrder = .c) -> NDArray {
    Lanewise.reshape(self, shape, order: order)
  }
  /// The same elements under another shape: `x.reshape(2, -1)`.
  public func reshape(_ extents: Int...) -> NDArray { Lanewise.reshape(self, extents) }
  /// All elements in one dimension.
  public func ravel() -> NDArray { Lanewise.ravel(self) }
  /// All elements in one dimension.
  public func flatten() -> NDArray { Lanewise.ravel(self) }
  /// The axes reversed.
  public func transpose() -> NDArray { Lanewise.transpose(self) }
  /// The axes in another order: `x.transpose([1, 0, 2])`.
  public func transpose(_ axes: [Int]) -> NDArray { Lanewise.transpose(self, axes) }
  /// The axes in another order: `x.transpose(1, 0, 2)`.
  public func transpose(_ axes: Int...) -> NDArray { Lanewise.transpose(self, axes) }
  /// Two axes exchanged.
  public func swapaxes(_ axis1: Int, _ axis2: Int) -> NDArray { Lanewise.swapaxes(self, axis1, axis2) }
  /// Dimensions of extent 1 dropped: all of them, or those named.
  public func squeeze(axis: (any AxisArgument)? = nil) -> NDArray { Lanewise.squeeze(self, axis: axis) }
  /// Each element repeated along an axis, or in the flattened array.
  public func `repeat`(_ count: Int, axis: Int? = nil) -> NDArray { Lanewise.`repeat`(self, count, axis: axis) }
  /// Each element repeated its own number of times.
  public func `repeat`(_ counts: [Int], axis: Int? = nil) -> NDArray { Lanewise.`repeat`(self, counts, axis: axis) }
  /// The elements at these indices along an axis, or of the flattened array.
  public func take(_ indices: NDArray, axis: Int? = nil, mode: OutOfBounds = .fill) -> NDArray {
    Lanewise.take(self, indices, axis: axis, mode: mode)
  }
  /// The diagonals along two axes.
  public func diagonal(offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> NDArray {
    Lanewise.diagonal(self, offset: offset, axis1: axis1, axis2: axis2)
  }
  /// The sum of a diagonal.
  public func trace(offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> NDArray {
    Lanewise.trace(self, offset: offset, axis1: axis1, axis2: axis2)
  }
  /// The array itself: arrays are values.
  public func copy() -> NDArray { self }

  /// The elements in ascending order along an axis.
  public func sort(axis: Int? = -1, descending: Bool = false) -> NDArray {
    Lanewise.sort(self, axis: axis, descending: descending)
  }
  /// The indices that would sort along an axis.
  public func argsort(axis: Int? = -1, descending: Bool = false) -> NDArray {
    Lanewise.argsort(self, axis: axis, descending: descending)
  }
  /// Where values would have to be put to keep this sorted vector sorted.
  public func searchsorted(_ values: NDArray, side: SearchSide = .left) -> NDArray {
    Lanewise.searchsorted(self, values, side: side)
  }
  /// The places of the elements that are not 0.
  public func nonzero() -> [NDArray] { Lanewise.nonzero(self) }

  /// The elements between two bounds, of which each may be left out.
  public func clip(_ min: NDArray? = nil, _ max: NDArray? = nil) -> NDArray { Lanewise.clip(self, min, max) }
  /// The nearest number of so many decimals.
  public func round(decimals: Int = 0) -> NDArray { Lanewise.round(self, decimals: decimals) }
  /// The complex conjugate.
  public func conj() -> NDArray { Lanewise.conj(self) }
  /// The product of two arrays, as ``Lanewise/dot(_:_:)`` has it.
  public func dot(_ other: NDArray) -> NDArray { Lanewise.dot(self, other) }
}
