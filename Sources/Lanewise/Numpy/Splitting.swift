import LanewiseCore

/// An array cut into equal parts along an axis (`jnp.split`); the extent must be divisible by their number.
///
/// ```swift
/// split(arange(6), 3).map(\.shape)  // [[2], [2], [2]]
/// ```
public func split(_ x: NDArray, _ sections: Int, axis: Int = 0) -> [NDArray] {
  guard let axis = Check.axis("split", axis, of: x), Splitting.isCount("split", sections) else {
    return Splitting.poisoned(x, sections)
  }
  let extent = x.aval.shape[axis]
  guard extent % sections == 0 else {
    report(
      LanewiseError(
        .value,
        "split: axis \(axis) of shape \(x.aval.shape) has the extent \(extent), which \(sections) equal parts do not divide; use arraySplit for unequal ones."
      ))
    return Splitting.poisoned(x, sections)
  }
  return Splitting.cut(x, (1..<sections).map { $0 * (extent / sections) }, axis)
}

/// An array cut before these indices along an axis (`jnp.split`): one part more than indices. Negative indices count
/// from the end.
///
/// ```swift
/// split(arange(6), [1, 3]).map(\.shape)  // [[1], [2], [3]]
/// ```
public func split(_ x: NDArray, _ indices: [Int], axis: Int = 0) -> [NDArray] {
  guard let axis = Check.axis("split", axis, of: x) else { return Splitting.poisoned(x, indices.count + 1) }
  return Splitting.cut(x, indices, axis)
}

/// An array cut into this many parts, whose extents differ by at most 1 (`jnp.array_split`); the first are the larger.
public func arraySplit(_ x: NDArray, _ sections: Int, axis: Int = 0) -> [NDArray] {
  guard let axis = Check.axis("array_split", axis, of: x), Splitting.isCount("array_split", sections) else {
    return Splitting.poisoned(x, sections)
  }
  let (part, rest) = x.aval.shape[axis].quotientAndRemainder(dividingBy: sections)
  return Splitting.cut(x, (1..<sections).map { $0 * part + Swift.min($0, rest) }, axis)
}

/// An array cut before these indices along an axis (`jnp.array_split`).
public func arraySplit(_ x: NDArray, _ indices: [Int], axis: Int = 0) -> [NDArray] { split(x, indices, axis: axis) }

/// An array cut along its first axis (`jnp.vsplit`).
public func vsplit(_ x: NDArray, _ sections: Int) -> [NDArray] { split(x, sections, axis: 0) }
/// An array cut before these indices along its first axis (`jnp.vsplit`).
public func vsplit(_ x: NDArray, _ indices: [Int]) -> [NDArray] { split(x, indices, axis: 0) }
/// An array cut along its second axis; a vector along its only one (`jnp.hsplit`).
public func hsplit(_ x: NDArray, _ sections: Int) -> [NDArray] { split(x, sections, axis: x.ndim == 1 ? 0 : 1) }
/// An array cut before these indices along its second axis; a vector along its only one (`jnp.hsplit`).
public func hsplit(_ x: NDArray, _ indices: [Int]) -> [NDArray] { split(x, indices, axis: x.ndim == 1 ? 0 : 1) }
/// An array cut along its third axis (`jnp.dsplit`).
public func dsplit(_ x: NDArray, _ sections: Int) -> [NDArray] { split(x, sections, axis: 2) }

enum Splitting {
  static func isCount(_ name: String, _ sections: Int) -> Bool {
    guard sections > 0, sections <= Int(Int32.max) else {
      report(LanewiseError(.value, "\(name): \(sections) is not a number of parts; it must be positive."))
      return false
    }
    return true
  }

  /// As many poisoned arrays as were asked for, so that the caller may take each of a sensible number apart.
  static func poisoned(_ x: NDArray, _ count: Int) -> [NDArray] {
    Array(repeating: .poisoned(x.aval), count: Swift.min(Swift.max(count, 1), 1024))
  }

  static func cut(_ x: NDArray, _ indices: [Int], _ axis: Int) -> [NDArray] {
    let extent = x.aval.shape[axis]
    func place(_ index: Int) -> Int { Swift.min(Swift.max(index < 0 ? index + extent : index, 0), extent) }
    let bounds = [0] + indices.map(place) + [extent]
    return zip(bounds, bounds.dropFirst()).map { Lax.sliceInDim(x, $0, Swift.max($0, $1), axis: axis) }
  }
}
