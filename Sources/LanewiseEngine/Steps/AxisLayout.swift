/// An array seen from one of its axes: `outer` blocks of `length` rows of `inner` elements.
struct AxisLayout {
  let outer, length, inner: Int

  init(_ shape: Shape, axis: Int) {
    outer = (0..<axis).reduce(1) { $0 * shape[$1] }
    length = shape[axis]
    inner = (axis + 1..<max(axis + 1, shape.rank)).reduce(1) { $0 * shape[$1] }
  }

  var count: Int { outer * length * inner }
  /// Lines along the axis.
  var lines: Int { outer * inner }
  /// The offset of a line's first element; the others follow at a distance of `inner`.
  @inline(__always) func start(ofLine line: Int) -> Int {
    inner == 1 ? line * length : line / inner * length * inner + line % inner
  }
}
