/// A running fold as a tree of binary operations, of logarithmic depth (Blelloch 1990).
package enum ScanTree {
  /// The partial folds of several arrays together, each along its own axis, of the same extent.
  package static func scan(
    _ x: [NDArray], axes: [Int], reverse: Bool, _ combine: ([NDArray], [NDArray]) -> [NDArray]
  ) -> [NDArray] {
    func each(_ x: [NDArray], _ f: (NDArray, Int) -> NDArray) -> [NDArray] { zip(x, axes).map(f) }
    func slice(_ x: [NDArray], _ start: Int, _ limit: Int, by stride: Int = 1) -> [NDArray] {
      each(x) { Lax.sliceInDim($0, start, limit, stride: stride, axis: $1) }
    }
    if reverse {
      let flipped = each(x) { Lax.rev($0, [$1]) }
      return each(scan(flipped, axes: axes, reverse: false, combine)) { Lax.rev($0, [$1]) }
    }
    guard let first = x.first else { return x }
    let count = first.aval.shape[axes[0]]
    guard count > 1 else { return x }
    let pairs = combine(slice(x, 0, count - 1, by: 2), slice(x, 1, count, by: 2))
    let odd = scan(pairs, axes: axes, reverse: false, combine)
    var even = slice(x, 0, 1)
    if count > 2 {
      let inner = count % 2 == 0 ? slice(odd, 0, count / 2 - 1) : odd
      let later = combine(inner, slice(x, 2, count, by: 2))
      even = zip(zip(even, later), axes).map { Lax.concatenate([$0.0, $0.1], dimension: $1) }
    }
    return zip(zip(even, odd), axes).map { interleave($0.0, $0.1, count: count, axis: $1) }
  }

  /// log(eˣ + eʸ) without overflow on the way; two equal infinities give themselves.
  static func logAddExp(_ x: NDArray, _ y: NDArray) -> NDArray {
    let difference = Lax.sub(x, y)
    let sum = Lax.add(Lax.max(x, y), Lax.log1p(Lax.exp(Lax.neg(Lax.abs(difference)))))
    return Lax.select(Lax.ne(difference, difference), Lax.add(x, y), sum)
  }

  private static func interleave(_ even: NDArray, _ odd: NDArray, count: Int, axis: Int) -> NDArray {
    func spread(_ x: NDArray, low: Int) -> NDArray {
      var config = Array(repeating: Pad.Axis(), count: x.ndim)
      config[axis] = Pad.Axis(low: low, high: count - low - (2 * x.aval.shape[axis] - 1), interior: 1)
      return Lax.pad(x, Lax.scalar(.int(0), x.dtype), config)
    }
    let (left, right) = (spread(even, low: 0), spread(odd, low: 1))
    return even.dtype == .bool ? Lax.or(left, right) : Lax.add(left, right)
  }
}
