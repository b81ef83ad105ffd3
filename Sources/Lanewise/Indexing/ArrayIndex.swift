import LanewiseCore

/// What may stand between the brackets of an array: NumPy's index language.
///
/// | NumPy | here |
/// |---|---|
/// | `x[0]`, `x[-1]` | `x[0]`, `x[-1]` |
/// | `x[1:3]`, `x[1:]`, `x[:2]`, `x[:-1]`, `x[1:-1]` | `x[1..<3]`, `x[1...]`, `x[..<2]`, `x[..<(-1)]`, `x[.slice(1, -1)]` |
/// | `x[::2]`, `x[::-1]` | `x[.stride(by: 2)]`, `x[.stride(by: -1)]` |
/// | `x[:, 0]`, `x[..., 0]`, `x[None]` | `x[.all, 0]`, `x[.ellipsis, 0]`, `x[.newAxis]` |
/// | `x[[0, 2]]`, `x[i]`, `x[mask]` | the same |
///
/// Negative places count from the end. Bounds of a slice may lie outside; they are moved inside. A single integer may
/// not.
public protocol ArrayIndex {
  var _index: _ArrayIndexKind { get }
}

/// One index, in the form that all are brought to.
public struct _ArrayIndexKind: Sendable {
  package enum Kind: Sendable {
    case integer(Int)
    /// Python's `start:stop:step`.
    case slice(start: Int?, stop: Int?, step: Int)
    case newAxis
    case ellipsis
    /// Integers or a mask.
    case array(NDArray)

    /// Whether it is of one axis: a number or a slice.
    var isAxis: Bool {
      switch self {
      case .integer, .slice: true
      case .newAxis, .ellipsis, .array: false
      }
    }
  }

  package let kind: Kind
  package init(_ kind: Kind) { self.kind = kind }
}

/// The indices that are neither numbers nor arrays: slices, new axes, and the ellipsis. They are written with a leading
/// dot: `x[.all, .newAxis]`.
public struct BasicIndex: ArrayIndex, Sendable {
  public let _index: _ArrayIndexKind
  init(_ kind: _ArrayIndexKind.Kind) { _index = _ArrayIndexKind(kind) }
}

extension ArrayIndex where Self == BasicIndex {
  /// The whole axis: `:`.
  public static var all: BasicIndex { BasicIndex(.slice(start: nil, stop: nil, step: 1)) }
  /// As many whole axes as the other indices leave: `...`.
  public static var ellipsis: BasicIndex { BasicIndex(.ellipsis) }
  /// A new axis of extent 1: `None`.
  public static var newAxis: BasicIndex { BasicIndex(.newAxis) }

  /// `start:stop:step`; nil is the end in the direction of the step.
  ///
  /// ```swift
  /// arange(6)[.slice(1, -1)]  // [1 2 3 4]
  /// arange(6)[.slice(4, 1, -1)]  // [4 3 2]
  /// ```
  public static func slice(_ start: Int?, _ stop: Int?, _ step: Int = 1) -> BasicIndex {
    BasicIndex(.slice(start: start, stop: stop, step: step))
  }

  /// `::step`: every `step`-th element; backwards where it is negative.
  public static func stride(by step: Int) -> BasicIndex { BasicIndex(.slice(start: nil, stop: nil, step: step)) }
}

extension Int: ArrayIndex {
  public var _index: _ArrayIndexKind { _ArrayIndexKind(.integer(self)) }
}

extension Range: ArrayIndex where Bound == Int {
  public var _index: _ArrayIndexKind { _ArrayIndexKind(.slice(start: lowerBound, stop: upperBound, step: 1)) }
}

extension ClosedRange: ArrayIndex where Bound == Int {
  public var _index: _ArrayIndexKind { .through(lowerBound, upperBound) }
}

extension PartialRangeFrom: ArrayIndex where Bound == Int {
  public var _index: _ArrayIndexKind { _ArrayIndexKind(.slice(start: lowerBound, stop: nil, step: 1)) }
}

extension PartialRangeUpTo: ArrayIndex where Bound == Int {
  public var _index: _ArrayIndexKind { _ArrayIndexKind(.slice(start: nil, stop: upperBound, step: 1)) }
}

extension PartialRangeThrough: ArrayIndex where Bound == Int {
  public var _index: _ArrayIndexKind { .through(nil, upperBound) }
}

extension _ArrayIndexKind {
  /// A slice with its last element: what is behind −1 is the end, not place 0.
  fileprivate static func through(_ start: Int?, _ last: Int) -> Self {
    Self(.slice(start: start, stop: last == -1 ? nil : last + 1, step: 1))
  }
}

/// An array of integers picks elements; an array of bool picks those where it is true.
extension NDArray: ArrayIndex {
  public var _index: _ArrayIndexKind { _ArrayIndexKind(.array(self)) }
}

/// A Swift array of integers or of `Bool` is an index as an ``NDArray`` of it is.
extension Array: ArrayIndex where Element: ArrayElement {
  public var _index: _ArrayIndexKind {
    // An empty list has no dtype of its own in NumPy, and picks nothing here whatever it is of.
    _ArrayIndexKind(.array(isEmpty ? NDArray([Int32]()) : NDArray(self)))
  }
}
