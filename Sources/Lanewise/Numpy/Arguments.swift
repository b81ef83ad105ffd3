import LanewiseCore

/// One axis or several, as `axis:` takes them: `0`, `-1`, `[0, 2]`. Negative axes count from the last.
public protocol AxisArgument: Sendable {
  var _axes: [Int] { get }
}

/// A shape, or the extent of a one-dimensional array: `[2, 3]`, `5`.
public protocol ShapeArgument: Sendable {
  var _shape: [Int] { get }
}

extension Int: AxisArgument, ShapeArgument {
  public var _axes: [Int] { [self] }
  public var _shape: [Int] { [self] }
}

extension Array: AxisArgument, ShapeArgument where Element == Int {
  public var _axes: [Int] { self }
  public var _shape: [Int] { self }
}

/// Checks of arguments. Each reports what is wrong and gives nil, so that nothing is indexed by a bad argument.
enum Check {
  static func axis(_ name: String, _ axis: Int, of x: NDArray) -> Int? {
    Check.axis(name, axis, rank: x.ndim, "for an array of shape \(x.aval.shape)")
  }

  /// `axis` counted from the first of `rank` dimensions.
  static func axis(_ name: String, _ axis: Int, rank: Int, _ whose: @autoclosure () -> String) -> Int? {
    guard axis >= -rank, axis < rank else {
      let range = rank == 0 ? "it has no axes" : "it must be in \(-rank)..<\(rank)"
      report(LanewiseError(.shape, "\(name): axis \(axis) is out of range \(whose()); \(range)."))
      return nil
    }
    return axis < 0 ? axis + rank : axis
  }

  /// The axes in ascending order; nil means all.
  static func axes(_ name: String, _ axes: (any AxisArgument)?, of x: NDArray) -> [Int]? {
    guard let axes else { return Array(0..<x.ndim) }
    return orderedAxes(name, axes._axes, of: x)?.sorted()
  }

  /// The axes in the order given; each may be named once.
  static func orderedAxes(_ name: String, _ axes: [Int], of x: NDArray) -> [Int]? {
    distinct(name, axes, rank: x.ndim, "for an array of shape \(x.aval.shape)")
  }

  static func distinct(_ name: String, _ axes: [Int], rank: Int, _ whose: @autoclosure () -> String) -> [Int]? {
    var found: [Int] = []
    for axis in axes {
      guard let place = Check.axis(name, axis, rank: rank, whose()) else { return nil }
      if found.contains(place) {
        report(LanewiseError(.value, "\(name): the axes \(axes) name axis \(place) twice; each may be named once."))
        return nil
      }
      found.append(place)
    }
    return found
  }

  /// Whether an array may have this shape: at most eight extents, none negative, and a count that can be addressed.
  static func isShape(_ name: String, _ dims: [Int]) -> Bool {
    guard Lax.checkedShape(name, dims, nil) != nil else { return false }
    var count = 1
    for dim in dims {
      let (product, overflow) = count.multipliedReportingOverflow(by: dim)
      guard !overflow, product < 1 << 40 else {
        report(
          LanewiseError(
            .shape, "\(name): an array of the shape \(Shape(dims)) has too many elements to be held in memory."))
        return false
      }
      count = product
    }
    return true
  }

  /// Whether `x` has between `low` and `high` dimensions.
  static func rank(_ name: String, _ x: NDArray, _ low: Int, _ high: Int = 8) -> Bool {
    guard x.ndim >= low, x.ndim <= high else {
      let wanted = low == high ? "\(low)" : high == 8 ? "at least \(low)" : "\(low) to \(high)"
      report(
        LanewiseError(
          .shape,
          "\(name): the array has shape \(x.aval.shape); it must have \(wanted) dimension\(wanted == "1" ? "" : "s")."))
      return false
    }
    return true
  }
}

/// An array in the floating-point dtype that a function without integer values computes it in.
enum Promote {
  static func inexact(_ x: NDArray) -> NDArray {
    let type = Promotion.inexact((x.dtype, x.weakType))
    return x.converted(to: type.dtype, weak: type.weak)
  }

  /// Two arrays in their common floating-point dtype, with equal ranks (or a scalar).
  static func inexact(_ name: String, _ x: NDArray, _ y: NDArray) -> (NDArray, NDArray) {
    let type = Promotion.inexact(Promotion.join((x.dtype, x.weakType), (y.dtype, y.weakType)))
    return Arithmetic.aligned(
      name, x.converted(to: type.dtype, weak: type.weak), y.converted(to: type.dtype, weak: type.weak))
  }

  /// Arrays in their common dtype; their shapes are left as they are.
  static func together(_ x: [NDArray]) -> [NDArray] {
    guard !x.isEmpty else { return [] }
    let type = Promotion.join(x)
    return x.map { $0.converted(to: type.dtype, weak: type.weak) }
  }

  /// Where bool is not a number: bool as the default integer.
  static func number(_ x: NDArray) -> NDArray { x.dtype == .bool ? x.converted(to: DefaultDTypes.current.int) : x }

  /// Whether each element is true: bool as it is, numbers where they are not zero.
  static func truth(_ x: NDArray) -> NDArray {
    if x.dtype == .bool { return x }
    if let literal = x.literal { return .literal(.bool(literal.value.isTrue), .bool) }
    return Lax.ne(x, Lax.scalarZero(x))
  }
}
