/// What a shape can be given as: a list of extents, or one extent alone.
///
/// ```swift
/// Random.normal(key, [2, 3])
/// Random.normal(key, 3)
/// ```
public protocol ArrayShape: Sendable {
  /// The extents of the dimensions.
  var _extents: [Int] { get }
}

extension Int: ArrayShape {
  public var _extents: [Int] { [self] }
}

extension Array: ArrayShape where Element == Int {
  public var _extents: [Int] { self }
}
