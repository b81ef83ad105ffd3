import LanewiseCore

// The reductions as methods; see the functions of the same names.
extension NDArray {
  /// `jnp.sum`.
  public func sum(
    axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil, initial: NDArray? = nil,
    where mask: NDArray? = nil
  ) -> NDArray {
    Lanewise.sum(self, axis: axis, keepdims: keepdims, dtype: dtype, initial: initial, where: mask)
  }
  /// `jnp.prod`.
  public func prod(
    axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil, initial: NDArray? = nil,
    where mask: NDArray? = nil
  ) -> NDArray {
    Lanewise.prod(self, axis: axis, keepdims: keepdims, dtype: dtype, initial: initial, where: mask)
  }
  /// `jnp.max`.
  public func max(
    axis: (any AxisArgument)? = nil, keepdims: Bool = false, initial: NDArray? = nil, where mask: NDArray? = nil
  ) -> NDArray {
    Lanewise.max(self, axis: axis, keepdims: keepdims, initial: initial, where: mask)
  }
  /// `jnp.min`.
  public func min(
    axis: (any AxisArgument)? = nil, keepdims: Bool = false, initial: NDArray? = nil, where mask: NDArray? = nil
  ) -> NDArray {
    Lanewise.min(self, axis: axis, keepdims: keepdims, initial: initial, where: mask)
  }
  /// `jnp.any`.
  public func any(axis: (any AxisArgument)? = nil, keepdims: Bool = false, where mask: NDArray? = nil) -> NDArray {
    Lanewise.any(self, axis: axis, keepdims: keepdims, where: mask)
  }
  /// `jnp.all`.
  public func all(axis: (any AxisArgument)? = nil, keepdims: Bool = false, where mask: NDArray? = nil) -> NDArray {
    Lanewise.all(self, axis: axis, keepdims: keepdims, where: mask)
  }
  /// `jnp.mean`.
  public func mean(
    axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil, where mask: NDArray? = nil
  ) -> NDArray {
    Lanewise.mean(self, axis: axis, keepdims: keepdims, dtype: dtype, where: mask)
  }
  /// `jnp.ptp`.
  public func ptp(axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
    Lanewise.ptp(self, axis: axis, keepdims: keepdims)
  }
  /// `jnp.var`.
  public func `var`(
    axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false, where mask: NDArray? = nil
  ) -> NDArray {
    Lanewise.variance(self, axis: axis, ddof: ddof, keepdims: keepdims, where: mask)
  }
  /// `jnp.std`.
  public func std(
    axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false, where mask: NDArray? = nil
  ) -> NDArray {
    Lanewise.std(self, axis: axis, ddof: ddof, keepdims: keepdims, where: mask)
  }
  /// `jnp.argmax`.
  public func argmax(axis: Int? = nil, keepdims: Bool = false) -> NDArray {
    Lanewise.argmax(self, axis: axis, keepdims: keepdims)
  }
  /// `jnp.argmin`.
  public func argmin(axis: Int? = nil, keepdims: Bool = false) -> NDArray {
    Lanewise.argmin(self, axis: axis, keepdims: keepdims)
  }
  /// `jnp.cumsum`.
  public func cumsum(axis: Int? = nil, dtype: DType? = nil) -> NDArray {
    Lanewise.cumsum(self, axis: axis, dtype: dtype)
  }
  /// `jnp.cumprod`.
  public func cumprod(axis: Int? = nil, dtype: DType? = nil) -> NDArray {
    Lanewise.cumprod(self, axis: axis, dtype: dtype)
  }
}
