import LanewiseCore

/// Images of another size (`jax.image`).
public enum Image {
  /// By which function of their distance elements are mixed (`jax.image.ResizeMethod`).
  public enum Method: String, Sendable {
    /// The nearest element alone.
    case nearest
    /// A triangle: linear interpolation.
    case linear
    /// Lanczos's kernel of radius 3.
    case lanczos3
    /// Lanczos's kernel of radius 5.
    case lanczos5
    /// Keys's cubic kernel.
    case cubic

    /// The method of any of the names that JAX has for it, such as "bilinear" (`jax.image.ResizeMethod.from_string`);
    /// nil for a name that it does not know.
    public init?(named name: String) {
      switch name {
      case "bilinear", "trilinear", "triangle": self = .linear
      case "bicubic", "tricubic": self = .cubic
      default: self.init(rawValue: name)
      }
    }
  }

  /// The image in another size (`jax.image.resize`). `shape` has an extent for every dimension; those that stay as they
  /// are, as batch and channels do, are left alone.
  ///
  /// - Parameter antialias: whether elements are averaged where the image gets smaller.
  ///
  /// ```swift
  /// print(Image.resize([0.0, 2.0], [4], .linear))  // [0.  0.5 1.5 2. ]
  /// ```
  public static func resize(_ image: NDArray, _ shape: [Int], _ method: Method, antialias: Bool = true) -> NDArray {
    guard isShape("resize", image, shape) else { return .poisoned(image.aval) }
    let axes = (0..<image.ndim).filter { image.shape[$0] != shape[$0] }
    if method == .nearest {
      return axes.reduce(image) { result, axis in
        let (from, to) = (image.shape[axis], shape[axis])
        let middles = Lax.iota(.float32, [to], 0) + 0.5
        let places = Lax.floor(middles * number(Double(from)) / number(Double(to))).astype(.int32)
        return take(result, places, axis: axis)
      }
    }
    let operand = Promote.inexact(image)
    return axes.reduce(operand) { result, axis in
      let scale = shape[axis] == 0 ? 1 : Double(shape[axis]) / Double(image.shape[axis])
      return resampled(
        result, axis, shape[axis], number(scale), number(0), method, antialias)
    }
  }

  /// The image scaled and moved along some dimensions (`jax.image.scale_and_translate`), into an image of this shape:
  /// what was at place x, counted in elements and from their edges, is at x · scale + translation. Places that were
  /// outside give 0.
  ///
  /// - Parameters:
  ///   - scale: a number for each of `spatialDims`.
  ///   - translation: a number for each of them.
  ///   - method: any but `nearest`.
  ///
  /// ```swift
  /// print(Image.scaleAndTranslate([1.0, 2.0, 3.0], [3], [0], [1.0], [1.0], .linear))  // [0. 1. 2.]
  /// ```
  public static func scaleAndTranslate(
    _ image: NDArray, _ shape: [Int], _ spatialDims: [Int], _ scale: NDArray, _ translation: NDArray,
    _ method: Method, antialias: Bool = true
  ) -> NDArray {
    guard isShape("scale_and_translate", image, shape),
      let axes = Check.orderedAxes("scale_and_translate", spatialDims, of: image)
    else { return .poisoned(image.aval) }
    guard scale.shape == [axes.count], translation.shape == [axes.count], method != .nearest else {
      return fail(
        .value,
        "scale_and_translate: \(axes.count) dimensions with a scale of shape \(scale.aval.shape) and a translation of shape \(translation.aval.shape) by the method \(method.rawValue); one number of each is needed for every dimension, and a method other than nearest.",
        like: image.aval)
    }
    let both = Promote.together([Promote.inexact(scale), Promote.inexact(translation)])
    return axes.enumerated().reduce(Promote.inexact(image)) { result, item in
      let (index, axis) = item
      return resampled(result, axis, shape[axis], both[0][index], both[1][index], method, antialias)
    }
  }

  private static func isShape(_ name: String, _ image: NDArray, _ shape: [Int]) -> Bool {
    guard shape.count == image.ndim else {
      report(
        LanewiseError(
          .value,
          "\(name): the shape \(ParameterValue.ints(shape)) for an image of shape \(image.aval.shape); it must have an extent for each of its \(image.ndim) dimensions."
        ))
      return false
    }
    return Check.isShape(name, shape)
  }

  private static func number(_ value: Double) -> NDArray { .weakLiteral(.float(value)) }

  // MARK: Weights

  /// The image along one axis, as a product with a matrix of weights.
  private static func resampled(
    _ image: NDArray, _ axis: Int, _ count: Int, _ scale: NDArray, _ translation: NDArray, _ method: Method,
    _ antialias: Bool
  ) -> NDArray {
    let weights = weights(image.shape[axis], count, scale, translation, method, antialias).astype(image.dtype)
    let product = Lax.dotGeneral(image, weights, .init(lhsContracting: [axis], rhsContracting: [0]))
    return Lax.moveAxis(product, from: image.ndim - 1, to: axis)
  }

  /// How much each element of the image (a row) counts for each of the result (a column).
  private static func weights(
    _ extent: Int, _ count: Int, _ scale: NDArray, _ translation: NDArray, _ method: Method, _ antialias: Bool
  ) -> NDArray {
    let dtype: DType = scale.dtype == .float64 && !scale.weakType ? .float64 : DefaultDTypes.current.float
    let inverse = 1 / scale
    // A smaller image is made by a wider kernel, so that no element is left out.
    let width = antialias ? maximum(inverse, 1) : 1
    let place = (Lax.iota(dtype, [count], 0) + 0.5) * inverse - translation * inverse - 0.5
    let row = Lax.expandDims(place, [0])
    let distance = Lanewise.abs(row - Lax.iota(dtype, [extent, 1], 0)) / width
    let raw = kernel(method, distance)
    let total = sum(raw, axis: 0, keepdims: true)
    let normal = `where`(
      Lanewise.abs(total) .> 1000 * 0x1p-23, raw / `where`(total .!= 0, total, 1), 0)
    let isInside = (row .>= -0.5) & (row .<= number(Double(extent) - 0.5))
    return `where`(isInside, normal, 0)
  }

  /// The kernel at a distance that is not negative.
  private static func kernel(_ method: Method, _ x: NDArray) -> NDArray {
    switch method {
    case .nearest, .linear: return maximum(0, 1 - x)
    case .cubic:
      let near = ((1.5 * x - 2.5) * x) * x + 1
      let far = ((-0.5 * x + 2.5) * x - 4) * x + 2
      return `where`(x .>= 2, 0, `where`(x .>= 1, far, near))
    case .lanczos3: return lanczos(3, x)
    case .lanczos5: return lanczos(5, x)
    }
  }

  private static func lanczos(_ radius: Double, _ x: NDArray) -> NDArray {
    let radius = number(radius)
    let waves = radius * sin(.pi * x) * sin(.pi * x / radius)
    let square = number(Double.pi * Double.pi) * Lax.integerPow(x, 2)
    let inner = waves / `where`(x .!= 0, square, 1)
    return `where`(x .> radius, 0, `where`(x .> 1e-3, inner, 1))
  }
}
