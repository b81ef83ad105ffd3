import LanewiseCore

/// Which bit of a byte comes first.
public enum BitOrder: String, Sendable {
  /// The highest.
  case big
  /// The lowest.
  case little
}

/// Truths along an axis, or of the flattened array, as bits of bytes (`jnp.packbits`), zeros at the end.
///
/// ```swift
/// print(packbits([true, false, true]))  // [160]
/// ```
public func packbits(_ x: NDArray, axis: Int? = nil, bitorder: BitOrder = .big) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard x.dtype.isInteger || x.dtype == .bool else {
    return fail(.dtype, "packbits: dtype \(x.dtype) has no bits to pack; it must be an integer or bool.", like: x.aval)
  }
  guard let axis = Check.axis("packbits", axis ?? 0, of: operand) else { return .poisoned(x.aval) }
  let bits = moveaxis(Promote.truth(operand), axis, -1).astype(.uint8)
  let last = bits.ndim - 1
  let count = (bits.aval.shape[last] + 7) / 8
  let borders = bits.shape.indices.map { $0 == last ? (0, count * 8 - bits.aval.shape[last]) : (0, 0) }
  let bytes = Lax.reshape(pad(bits, borders), bits.shape[..<last] + [count, 8])
  let packed = sum(bytes << BitPacking.places(bitorder), axis: -1, dtype: .uint8)
  return moveaxis(packed, -1, axis)
}

/// The bits of bytes along an axis, or of the flattened array, as uint8 (`jnp.unpackbits`); of them the first `count`,
/// or zeros at the end.
///
/// ```swift
/// print(unpackbits(NDArray([3] as [UInt8])))  // [0 0 0 0 0 0 1 1]
/// ```
public func unpackbits(_ x: NDArray, axis: Int? = nil, count: Int? = nil, bitorder: BitOrder = .big) -> NDArray {
  let operand = axis == nil ? ravel(x) : x
  guard x.dtype == .uint8 else {
    return fail(.dtype, "unpackbits: dtype \(x.dtype) is not one byte; convert it with astype(.uint8).", like: x.aval)
  }
  guard let axis = Check.axis("unpackbits", axis ?? 0, of: operand) else { return .poisoned(x.aval) }
  let bytes = Lax.expandDims(moveaxis(operand, axis, -1), [operand.ndim])
  let one = NDArray.literal(.int(1), .uint8)
  let all = Lax.and(bytes >> BitPacking.places(bitorder), one)
  var bits = Lax.reshape(all, all.shape.dropLast(2) + [all.aval.shape[all.ndim - 2] * 8])
  if let count {
    let last = bits.ndim - 1
    let extent = bits.aval.shape[last]
    let kept = Lax.sliceInDim(bits, 0, Swift.min(Swift.max(count, 0), extent), axis: last)
    bits = pad(kept, kept.shape.indices.map { $0 == last ? (0, Swift.max(count - extent, 0)) : (0, 0) })
  }
  return moveaxis(bits, -1, axis)
}

private enum BitPacking {
  /// How far each bit of a byte is from the lowest.
  static func places(_ order: BitOrder) -> NDArray {
    NDArray((0..<8).map { UInt8(order == .little ? $0 : 7 - $0) })
  }
}
