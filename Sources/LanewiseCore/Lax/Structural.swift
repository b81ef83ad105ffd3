import LanewiseEngine
import LanewiseKernelABI

// Shapes, slices and reductions, as `jax.lax` names them.
extension Lax {
  public static func broadcastInDim(_ x: NDArray, _ shape: [Int], _ dimensions: [Int]) -> NDArray {
    guard let shape = checkedShape("broadcast_in_dim", shape, x) else { return .poisoned(x.aval) }
    return broadcastInDim(x, to: shape, dimensions)
  }
  private static func broadcastInDim(_ x: NDArray, to shape: Shape, _ dimensions: [Int]) -> NDArray {
    if x.aval.shape == shape && dimensions.elementsEqual(0..<shape.rank) { return x }
    return bindOne(BroadcastInDim(shape: shape, dimensions: dimensions), x)
  }
  public static func reshape(_ x: NDArray, _ shape: [Int]) -> NDArray {
    guard let shape = checkedShape("reshape", shape, x) else { return .poisoned(x.aval) }
    return x.aval.shape == shape ? x : bindOne(Reshape(shape: shape), x)
  }
  public static func squeeze(_ x: NDArray, _ dimensions: [Int]) -> NDArray {
    dimensions.isEmpty ? x : bindOne(Squeeze(dimensions: dimensions), x)
  }
  public static func expandDims(_ x: NDArray, _ dimensions: [Int]) -> NDArray {
    let rank = x.ndim + dimensions.count
    var kept: [Int] = []
    kept.reserveCapacity(x.ndim)
    for place in 0..<rank where !dimensions.contains(place) { kept.append(place) }
    guard dimensions.allSatisfy({ $0 >= 0 && $0 < rank }), kept.count == x.ndim else {
      return fail(
        .shape,
        "expand_dims: dimensions \(ParameterValue.ints(dimensions)) do not name distinct places in \(rank) dimensions.",
        like: x.aval)
    }
    guard rank <= Shape.maximumRank else { return broadcastInDim(x, [Int](repeating: 1, count: rank), kept) }
    var shape = Shape(repeatElement(1, count: rank))
    for (axis, place) in kept.enumerated() { shape[place] = x.aval.shape[axis] }
    return broadcastInDim(x, to: shape, kept)
  }
  public static func transpose(_ x: NDArray, _ permutation: [Int]) -> NDArray {
    permutation.elementsEqual(0..<x.ndim) ? x : bindOne(Transpose(permutation: permutation), x)
  }
  public static func rev(_ x: NDArray, _ dimensions: [Int]) -> NDArray { bindOne(Rev(dimensions: dimensions), x) }
  public static func slice(_ x: NDArray, _ start: [Int], _ limit: [Int], _ strides: [Int]? = nil) -> NDArray {
    bindOne(Slice(start: start, limit: limit, strides: strides), x)
  }
  public static func sliceInDim(_ x: NDArray, _ start: Int, _ limit: Int, stride: Int = 1, axis: Int) -> NDArray {
    guard axis >= 0, axis < x.ndim else {
      return fail(.shape, "slice_in_dim: axis \(axis) is out of range for shape \(x.aval.shape).", like: x.aval)
    }
    if start == 0, limit == x.aval.shape[axis], stride == 1 { return x }
    var (starts, limits, strides) = ([Int](repeating: 0, count: x.ndim), x.shape, [Int](repeating: 1, count: x.ndim))
    starts[axis] = start
    limits[axis] = limit
    strides[axis] = stride
    return slice(x, starts, limits, stride == 1 ? nil : strides)
  }
  public static func iota(_ dtype: DType, _ shape: [Int], _ dimension: Int) -> NDArray {
    guard let shape = checkedShape("iota", shape, nil) else { return .poisoned(AbstractArray([], dtype)) }
    let iota = Iota(dtype: dtype, shape: shape, dimension: dimension)
    if Context.evaluatesConstants, let places = iota.direct() { return places }
    return bindOne(iota)
  }
  public static func concatenate(_ x: [NDArray], dimension: Int) -> NDArray {
    x.count == 1 ? x[0] : bind(Concatenate(dimension: dimension), x)[0]
  }
  package static func pad(_ x: NDArray, _ value: NDArray, _ config: [Pad.Axis]) -> NDArray {
    bindOne(Pad(config: config), x, value)
  }
  /// A border around `x`: (low, high, interior) for each dimension; negative amounts crop.
  public static func pad(_ x: NDArray, _ value: NDArray, _ config: [(low: Int, high: Int, interior: Int)]) -> NDArray {
    pad(
      x, value.isLiteral ? value.converted(to: x.dtype) : value,
      config.map { Pad.Axis(low: $0.low, high: $0.high, interior: $0.interior) })
  }

  public static func reduceSum(_ x: NDArray, _ axes: [Int]) -> NDArray { reduce(.sum, x, axes) }
  public static func reduceProd(_ x: NDArray, _ axes: [Int]) -> NDArray { reduce(.prod, x, axes) }
  public static func reduceMax(_ x: NDArray, _ axes: [Int]) -> NDArray { reduce(.max, x, axes) }
  public static func reduceMin(_ x: NDArray, _ axes: [Int]) -> NDArray { reduce(.min, x, axes) }
  public static func reduceAnd(_ x: NDArray, _ axes: [Int]) -> NDArray { reduce(.and, x, axes) }
  public static func reduceOr(_ x: NDArray, _ axes: [Int]) -> NDArray { reduce(.or, x, axes) }
  private static func reduce(_ op: FoldKind, _ x: NDArray, _ axes: [Int]) -> NDArray {
    axes.isEmpty && op == .sum ? x : bindOne(Reduce(op: op.fold, axes: axes), x)
  }

  public static func argmax(_ x: NDArray, axis: Int, indexDType: DType = .int32) -> NDArray {
    bindOne(ArgReduce(isMax: true, axis: axis, indexDType: indexDType), x)
  }
  public static func argmin(_ x: NDArray, axis: Int, indexDType: DType = .int32) -> NDArray {
    bindOne(ArgReduce(isMax: false, axis: axis, indexDType: indexDType), x)
  }
  package static func cumulative(_ op: Cumulative.Op, _ x: NDArray, axis: Int, reverse: Bool = false) -> NDArray {
    bindOne(Cumulative(op: op, axis: axis, reverse: reverse), x)
  }
  public static func cumsum(_ x: NDArray, axis: Int = 0, reverse: Bool = false) -> NDArray {
    cumulative(.sum, x, axis: axis, reverse: reverse)
  }
  public static func cumprod(_ x: NDArray, axis: Int = 0, reverse: Bool = false) -> NDArray {
    cumulative(.prod, x, axis: axis, reverse: reverse)
  }
  public static func cummax(_ x: NDArray, axis: Int = 0, reverse: Bool = false) -> NDArray {
    cumulative(.max, x, axis: axis, reverse: reverse)
  }
  public static func cummin(_ x: NDArray, axis: Int = 0, reverse: Bool = false) -> NDArray {
    cumulative(.min, x, axis: axis, reverse: reverse)
  }
  /// log of the running sums of e^x (`lax.cumlogsumexp`), without overflow.
  public static func cumlogsumexp(_ x: NDArray, axis: Int = 0, reverse: Bool = false) -> NDArray {
    cumulative(.logsumexp, x, axis: axis, reverse: reverse)
  }

  /// Sorts along a dimension by the first `keyCount` operands; the others move with them.
  public static func sort(_ x: [NDArray], dimension: Int, keyCount: Int = 1, isStable: Bool = true) -> [NDArray] {
    bind(Sort(dimension: dimension, isStable: isStable, keyCount: keyCount, operandCount: x.count), x)
  }
  /// The `k` largest elements along the last dimension, the largest first, and their places (`lax.top_k`).
  public static func topK(_ x: NDArray, _ k: Int) -> (values: NDArray, indices: NDArray) {
    let results = bind(TopK(k: k), [x])
    return (results[0], results[1])
  }
  package static func dotGeneral(_ x: NDArray, _ y: NDArray, _ dims: DotGeneral.Dims, resultDType: DType? = nil)
    -> NDArray
  {
    bindOne(DotGeneral(dims: dims, resultDType: resultDType), x, y)
  }
}

extension Lax {
  /// The reductions by name, so that callers need not know the kernels' module.
  enum FoldKind {
    case sum, prod, max, min, and, or
    var fold: FoldOp {
      switch self {
      case .sum: .sum
      case .prod: .prod
      case .max: .max
      case .min: .min
      case .and: .and
      case .or: .or
      }
    }
  }

  package static func checkedShape(_ name: String, _ dims: [Int], _ x: NDArray?) -> Shape? {
    var of: String { x.map { " of an array of shape \($0.aval.shape)" } ?? "" }
    if dims.count > Shape.maximumRank {
      report(
        LanewiseError(
          .shape,
          "\(name)\(of): the shape \(ParameterValue.ints(dims)) has \(dims.count) dimensions; an array has at most \(Shape.maximumRank)."
        ))
      return nil
    }
    if let bad = dims.first(where: { $0 < 0 || $0 > Int(Int32.max) }) {
      report(
        LanewiseError(
          .shape, "\(name)\(of): \(bad) is not a possible extent in the shape \(ParameterValue.ints(dims))."))
      return nil
    }
    return Shape(dims)
  }
}
