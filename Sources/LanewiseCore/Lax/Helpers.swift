import LanewiseEngine
import LanewiseKernelABI

// What the rules of many primitives need.
extension Lax {
  /// A scalar literal.
  package static func scalar(_ value: Scalar, _ dtype: DType) -> NDArray { .literal(value, dtype) }
  package static func scalarLike(_ x: NDArray, _ value: Double) -> NDArray { .literal(.float(value), x.dtype) }
  package static func scalarZero(_ x: NDArray) -> NDArray { .literal(.int(0), x.dtype) }
  /// An array of one value.
  package static func full(_ shape: [Int], _ value: Scalar, _ dtype: DType) -> NDArray {
    let scalar = NDArray.literal(value, dtype)
    return shape.isEmpty ? scalar : broadcastInDim(scalar, shape, [])
  }
  package static func fullLike(_ x: NDArray, _ value: Double) -> NDArray { full(x.shape, .float(value), x.dtype) }

  package static func moveAxis(_ x: NDArray, from: Int, to: Int) -> NDArray {
    guard from != to else { return x }
    var order = (0..<x.ndim).filter { $0 != from }
    order.insert(from, at: to)
    return transpose(x, order)
  }

  /// A batch moved to axis `to`; an operand without a batch is repeated.
  package static func moveBatch(_ x: NDArray, from: Int?, to: Int, size: Int) -> NDArray {
    if let from { return moveAxis(x, from: from, to: to) }
    var shape = x.shape
    shape.insert(size, at: to)
    return broadcastInDim(x, shape, (0...x.ndim).filter { $0 != to })
  }

  /// The slice at `index` of the leading axis, without that axis.
  package static func slice(_ x: NDArray, at index: Int) -> NDArray {
    squeeze(sliceInDim(x, index, index + 1, axis: 0), [0])
  }

  /// Arrays of one type along a new leading axis.
  package static func stack(_ x: [NDArray]) -> NDArray { concatenate(x.map { expandDims($0, [0]) }, dimension: 0) }

  /// Elements along one axis at the places in `order`, which has the operand's shape.
  package static func takeAlong(_ x: NDArray, _ order: NDArray, axis: Int) -> NDArray {
    let shape = order.shape + [1]
    let places = (0..<x.ndim).map { dimension in
      dimension == axis ? reshape(order, shape) : iota(order.dtype, shape, dimension)
    }
    let all = Array(0..<x.ndim)
    let gather = Gather(
      dims: GatherDims(offset: [], collapsed: all, startIndexMap: all), sliceSizes: all.map { _ in 1 },
      mode: .promiseInBounds)
    return bindOne(gather, x, concatenate(places, dimension: x.ndim))
  }

  /// The elements of an array literal, stacked.
  static func stackLiteral(_ elements: [NDArray]) -> NDArray {
    guard let first = elements.first else { return NDArray([Double]()) }
    let join = Promotion.join(elements)
    let shape = first.shape
    guard elements.allSatisfy({ $0.shape == shape }) else {
      let shapes = elements.map(\.aval.shape.description).joined(separator: ", ")
      return fail(.shape, "array literal: the elements have shapes \(shapes); they must be equal.", like: first.aval)
    }
    if elements.allSatisfy(\.isLiteral) {
      return .make(AbstractArray([elements.count], join.dtype)) { address in
        for (index, element) in elements.enumerated() {
          element.literal!.value.store(as: join.dtype, at: address + index * join.dtype.byteWidth)
        }
      }
    }
    return concatenate(elements.map { expandDims($0.converted(to: join.dtype), [0]) }, dimension: 0)
  }
}

extension Lax {
  /// What a fold of nothing gives.
  package static func identity(of op: FoldOp, _ dtype: DType) -> NDArray {
    withUnsafeBytes(of: (op.identityBits(dtype), UInt64(0))) { .literal(Scalar(dtype, at: $0.baseAddress!), dtype) }
  }
}

extension ProgramBuilder {
  /// What a fold of nothing gives.
  func identity(of op: FoldOp, _ dtype: DType) -> Slot {
    let value = Lax.identity(of: op, dtype)
    return dtype.byteWidth <= 8
      ? scalar(bits: op.identityBits(dtype), dtype) : constant(value.storage!, value.aval)
  }
}
