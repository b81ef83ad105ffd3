import LanewiseCore

/// A place or a slice of the leading axis of an array in memory: neighbouring elements, so one copy, and no index to be
/// worked out. nil where it is more than that, or a mistake, for which others find the words.
enum LeadingAxis {
  /// `x[index]`.
  static func row(_ x: NDArray, _ index: Int) -> NDArray? {
    guard let storage = storage(x), let place = place(index, x) else { return nil }
    let aval = x.aval.removing(axis: 0)
    return .make(aval) { $0.copyMemory(from: storage.address + place * aval.byteCount, byteCount: aval.byteCount) }
  }

  /// `x[range]`.
  static func rows(_ x: NDArray, _ range: Range<Int>) -> NDArray? {
    guard let storage = storage(x), range.lowerBound >= 0, range.upperBound <= x.aval.shape[0] else { return nil }
    if range.count == x.aval.shape[0] { return x }
    var aval = x.aval
    aval.shape[0] = range.count
    let start = range.lowerBound * (x.aval.byteCount / x.aval.shape[0])
    return .make(aval) { $0.copyMemory(from: storage.address + start, byteCount: aval.byteCount) }
  }

  /// `x` with `value` at a place: a number, or an array as it stands there.
  static func replaced(_ x: NDArray, _ index: Int, by value: NDArray) -> NDArray? {
    guard let storage = storage(x), let place = place(index, x), value.dtype == x.dtype else { return nil }
    let row = x.aval.removing(axis: 0)
    let byteCount = row.byteCount
    guard value.aval.shape == row.shape, value.isLiteral || Self.storage(of: value) != nil else { return nil }
    return .make(x.aval) { target in
      target.copyMemory(from: storage.address, byteCount: x.aval.byteCount)
      let element = target + place * byteCount
      if let literal = value.literal {
        literal.value.store(as: x.dtype, at: element)
      } else if let source = Self.storage(of: value) {
        element.copyMemory(from: source.address, byteCount: byteCount)
      }
    }
  }

  private static func storage(_ x: NDArray) -> Storage? {
    guard !Context.isTracing, x.ndim > 0 else { return nil }
    return storage(of: x)
  }

  private static func storage(of x: NDArray) -> Storage? { x.node.kind == .concrete ? x.storage : nil }

  private static func place(_ index: Int, _ x: NDArray) -> Int? {
    let extent = x.aval.shape[0]
    let place = index < 0 ? index + extent : index
    return place >= 0 && place < extent ? place : nil
  }
}
