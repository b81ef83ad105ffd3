import LanewiseCore

/// A place or a slice of the leading axis of an array in memory: neighbouring elements, so one copy, and no index to be
/// worked out. nil where it is more than that, or a mistake, for which others find the words.
enum LeadingAxis {
  /// `x[index]`.
  static func row(_ x: NDArray, _ index: Int) -> NDArray? {
    guard let source = address(x) else { return nil }
    let aval = x.aval
    guard let place = place(index, of: aval.shape[0]) else { return nil }
    let row = aval.row
    let byteCount = row.byteCount
    return .make(row, byteCount: byteCount) {
      $0.copyMemory(from: source + place * byteCount, byteCount: byteCount)
    }
  }

  /// `x[range]`.
  static func rows(_ x: NDArray, _ range: Range<Int>) -> NDArray? {
    guard let source = address(x) else { return nil }
    var aval = x.aval
    let extent = aval.shape[0]
    guard range.lowerBound >= 0, range.upperBound <= extent else { return nil }
    if range.count == extent { return x }
    let row = aval.row.byteCount
    aval.shape[0] = range.count
    return .make(aval, byteCount: range.count * row) {
      $0.copyMemory(from: source + range.lowerBound * row, byteCount: range.count * row)
    }
  }

  /// `x[indices]`, for few elements: with many there is work for the workers.
  static func rows(_ x: NDArray, at indices: NDArray) -> NDArray? {
    guard Context.evaluatesConstants, let source = address(x), let places = Self.address(of: indices),
      indices.dtype == .int32, indices.size > 0
    else { return nil }
    let aval = x.aval
    let extent = aval.shape[0]
    let row = aval.row
    guard extent > 0, indices.size * row.count <= mostTaken, indices.ndim + row.rank <= Shape.maximumRank else {
      return nil
    }
    let byteCount = row.byteCount
    let numbers = places.assumingMemoryBound(to: Int32.self)
    let count = indices.size
    let shape = row.rank == 0 ? indices.aval.shape : Shape(indices.shape + row.shape.dims)
    return .make(aval.with(shape: shape)) { target in
      for i in 0..<count {
        let number = Int(numbers[i])
        let place = Swift.max(0, Swift.min(number < 0 ? number + extent : number, extent - 1))
        let from = source + place * byteCount
        if byteCount == 4 {
          (target + i * 4).storeBytes(of: from.load(as: UInt32.self), as: UInt32.self)
        } else {
          (target + i * byteCount).copyMemory(from: from, byteCount: byteCount)
        }
      }
    }
  }

  private static let mostTaken = 1 << 12

  /// `x` with `value` at a place: a number, or an array as it stands there.
  static func replaced(_ x: NDArray, _ index: Int, by value: NDArray) -> NDArray? {
    guard let source = address(x), value.dtype == x.dtype else { return nil }
    let aval = x.aval
    guard let place = place(index, of: aval.shape[0]) else { return nil }
    let row = aval.row
    let byteCount = row.byteCount
    let whole = byteCount * aval.shape[0]
    guard value.aval.shape == row.shape, value.isLiteral || value.node.kind == .concrete else { return nil }
    return .make(aval, byteCount: whole) { target in
      target.copyMemory(from: source, byteCount: whole)
      let element = target + place * byteCount
      if let literal = value.literal {
        literal.value.store(as: aval.dtype, at: element)
      } else if let source = Self.address(of: value) {
        element.copyMemory(from: source, byteCount: byteCount)
      }
    }
  }

  private static func address(_ x: NDArray) -> UnsafeMutableRawPointer? {
    guard !Context.isTracing, x.ndim > 0 else { return nil }
    return address(of: x)
  }

  private static func address(of x: NDArray) -> UnsafeMutableRawPointer? {
    x.node.kind == .concrete ? unsafeDowncast(x.node, to: ConcreteNode.self).address : nil
  }

  private static func place(_ index: Int, of extent: Int) -> Int? {
    let place = index < 0 ? index + extent : index
    return place >= 0 && place < extent ? place : nil
  }
}
