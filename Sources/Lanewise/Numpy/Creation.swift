import LanewiseCore

/// An array of zeros (`jnp.zeros`), float32 where no dtype is asked for.
///
/// ```swift
/// print(zeros([2, 3], dtype: .int32))  // [[0 0 0]
///                                      //  [0 0 0]]
/// ```
public func zeros(_ shape: any ShapeArgument, dtype: DType? = nil) -> NDArray {
  Creation.filled("zeros", shape._shape, .int(0), dtype ?? DefaultDTypes.current.float)
}

/// An array of ones (`jnp.ones`), float32 where no dtype is asked for.
public func ones(_ shape: any ShapeArgument, dtype: DType? = nil) -> NDArray {
  Creation.filled("ones", shape._shape, .int(1), dtype ?? DefaultDTypes.current.float)
}

/// An array whose elements nobody relies on (`jnp.empty`): zeros, as in JAX.
public func empty(_ shape: any ShapeArgument, dtype: DType? = nil) -> NDArray {
  Creation.filled("empty", shape._shape, .int(0), dtype ?? DefaultDTypes.current.float)
}

/// An array of one value, or of a value that broadcasts to the shape (`jnp.full`). The dtype is the value's where none
/// is asked for.
///
/// ```swift
/// print(full([2], 7))  // [7 7]
/// ```
public func full(_ shape: any ShapeArgument, _ value: NDArray, dtype: DType? = nil) -> NDArray {
  let filled = value.converted(to: dtype ?? value.dtype, weak: dtype == nil && value.weakType)
  return broadcastTo(filled, shape)
}

/// Zeros of another array's shape and dtype (`jnp.zeros_like`).
public func zerosLike(_ x: NDArray, dtype: DType? = nil, shape: [Int]? = nil) -> NDArray {
  Creation.filled("zeros_like", shape ?? x.shape, .int(0), dtype ?? x.dtype)
}

/// Ones of another array's shape and dtype (`jnp.ones_like`).
public func onesLike(_ x: NDArray, dtype: DType? = nil, shape: [Int]? = nil) -> NDArray {
  Creation.filled("ones_like", shape ?? x.shape, .int(1), dtype ?? x.dtype)
}

/// An array of another's shape and dtype whose elements nobody relies on (`jnp.empty_like`): zeros.
public func emptyLike(_ x: NDArray, dtype: DType? = nil, shape: [Int]? = nil) -> NDArray {
  zerosLike(x, dtype: dtype, shape: shape)
}

/// One value in another array's shape and dtype (`jnp.full_like`).
public func fullLike(_ x: NDArray, _ value: NDArray, dtype: DType? = nil, shape: [Int]? = nil) -> NDArray {
  broadcastTo(value.converted(to: dtype ?? x.dtype), shape ?? x.shape)
}

// The forms without defaulted parameters, which can be passed as functions.

/// Zeros of another array's shape and dtype (`jnp.zeros_like`).
public func zerosLike(_ x: NDArray) -> NDArray { zerosLike(x, dtype: nil) }
/// Ones of another array's shape and dtype (`jnp.ones_like`).
public func onesLike(_ x: NDArray) -> NDArray { onesLike(x, dtype: nil) }

/// The array itself, in another dtype where one is asked for (`jnp.asarray`, `jnp.array`). Literals become arrays:
/// `asarray([1, 2, 3])`.
public func asarray(_ x: NDArray, dtype: DType? = nil) -> NDArray { dtype.map(x.astype) ?? x }

/// An array of Swift values (`jnp.asarray`).
@_disfavoredOverload
public func asarray<T: ArrayElement>(_ x: [T], dtype: DType? = nil) -> NDArray { NDArray(x, dtype: dtype) }

/// The array itself (`jnp.copy`): arrays are values, so that nothing need be copied.
public func copy(_ x: NDArray) -> NDArray { x }

/// The indices of a grid, one array for each dimension, stacked (`jnp.indices`): shape `[rank] + dimensions`.
///
/// ```swift
/// print(indices([2, 2])[0])  // [[0 0]
///                            //  [1 1]]
/// ```
public func indices(_ dimensions: [Int], dtype: DType? = nil) -> NDArray {
  let dtype = dtype ?? DefaultDTypes.current.int
  let shape = [dimensions.count] + dimensions
  guard Check.isShape("indices", shape) else { return .poisoned(AbstractArray([], dtype)) }
  guard !dimensions.isEmpty else { return zeros([0], dtype: dtype) }
  return Lax.concatenate(
    dimensions.indices.map { Lax.expandDims(Lax.iota(dtype, dimensions, $0), [0]) }, dimension: 0)
}

enum Creation {
  static func filled(_ name: String, _ shape: [Int], _ value: Scalar, _ dtype: DType) -> NDArray {
    guard Check.isShape(name, shape) else { return .poisoned(AbstractArray([], dtype)) }
    guard !dtype.isKey else {
      return fail(
        .dtype, "\(name): a random key is not a number; make keys by Random.key.",
        like: AbstractArray(Shape(shape), .uint32))
    }
    return Lax.full(shape, value, dtype)
  }
}
