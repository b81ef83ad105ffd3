import LanewiseCore

// The reductions as methods; see the functions of the same names.
extension NDArray {
  /// `jnp.sum`.
  public func sum(axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil) -> NDArray {
    Lanewise.sum(self, axis: axis, keepdims: keepdims, dtype: dtype)
  }
  /// `jnp.prod`.
  public func prod(axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil) -> NDArray {
    Lanewise.prod(self, axis: axis, keepdims: keepdims, dtype: dtype)
  }
  /// `jnp.max`.
  public func max(axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
    Lanewise.max(self, axis: axis, keepdims: keepdims)
  }
  /// `jnp.min`.
  public func min(axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
    Lanewise.min(self, axis: axis, keepdims: keepdims)
  }
  /// `jnp.any`.
  public func any(axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
    Lanewise.any(self, axis: axis, keepdims: keepdims)
  }
  /// `jnp.all`.
  public func all(axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
    Lanewise.all(self, axis: axis, keepdims: keepdims)
  }
  /// `jnp.mean`.
  public func mean(axis: (any AxisArgument)? = nil, keepdims: Bool = false, dtype: DType? = nil) -> NDArray {
    Lanewise.mean(self, axis: axis, keepdims: keepdims, dtype: dtype)
  }
  /// `jnp.ptp`.
  public func ptp(axis: (any AxisArgument)? = nil, keepdims: Bool = false) -> NDArray {
    Lanewise.ptp(self, axis: axis, keepdims: keepdims)
  }
  /// `jnp.var`.
  public func `var`(axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false) -> NDArray {
    Lanewise.variance(self, axis: axis, ddof: ddof, keepdims: keepdims)
  }
  /// `jnp.std`.
  public func std(axis: (any AxisArgument)? = nil, ddof: Int = 0, keepdims: Bool = false) -> NDArray {
    Lanewise.std(self, axis: axis, ddof: ddof, keepdims: keepdims)
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
