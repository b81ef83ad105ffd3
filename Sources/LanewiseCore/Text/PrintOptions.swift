import Synchronization

/// How arrays are printed (`jnp.printoptions`): NumPy's defaults at first.
public struct PrintOptions: Hashable, Sendable {
  /// Digits after the point, at most.
  public fileprivate(set) var precision: Int
  /// How many elements are printed in full; of more, the edges are shown.
  public fileprivate(set) var threshold: Int
  /// How many elements of a long dimension are shown at either edge.
  public fileprivate(set) var edgeitems: Int
  /// Where lines are broken.
  public fileprivate(set) var linewidth: Int
  /// Whether small numbers among large ones are printed without powers of ten.
  public fileprivate(set) var suppress: Bool

  private init() { (precision, threshold, edgeitems, linewidth, suppress) = (8, 1000, 3, 75, false) }

  /// NumPy's.
  package static let standard = PrintOptions()

  private static let ofProcess = Mutex(standard)

  /// Those in force here: of `printoptions`, or those of the process.
  package static var current: PrintOptions { Context.current.printOptions ?? ofProcess.withLock { $0 } }

  fileprivate static func setForProcess(_ changed: (PrintOptions) -> PrintOptions) {
    ofProcess.withLock { $0 = changed($0) }
  }

  /// The same but for what is given.
  fileprivate func with(
    _ precision: Int?, _ threshold: Int?, _ edgeitems: Int?, _ linewidth: Int?, _ suppress: Bool?
  ) -> PrintOptions {
    var result = self
    if let precision { result.precision = Swift.max(precision, 0) }
    if let threshold { result.threshold = Swift.max(threshold, 0) }
    if let edgeitems { result.edgeitems = Swift.max(edgeitems, 0) }
    if let linewidth { result.linewidth = linewidth }
    if let suppress { result.suppress = suppress }
    return result
  }
}

/// Prints arrays in another way from now on, on every thread (`jnp.set_printoptions`); what is not given stays as it
/// is. See ``PrintOptions`` for what they mean.
///
/// ```swift
/// setPrintoptions(precision: 3)
/// print(NDArray([1 / 3.0]))  // [0.333]
/// ```
public func setPrintoptions(
  precision: Int? = nil, threshold: Int? = nil, edgeitems: Int? = nil, linewidth: Int? = nil, suppress: Bool? = nil
) {
  PrintOptions.setForProcess { $0.with(precision, threshold, edgeitems, linewidth, suppress) }
}

/// How arrays are printed here (`jnp.get_printoptions`).
public func getPrintoptions() -> PrintOptions { PrintOptions.current }

/// Runs `body` with arrays printed in another way on this thread (`jnp.printoptions`); what is not given is as outside.
///
/// ```swift
/// printoptions(precision: 2, suppress: true) { NDArray([1e-10, 1 / 3.0]).description }  // [0.   0.33]
/// ```
public func printoptions<R>(
  precision: Int? = nil, threshold: Int? = nil, edgeitems: Int? = nil, linewidth: Int? = nil, suppress: Bool? = nil,
  _ body: () throws -> R
) rethrows -> R {
  let context = Context.current
  let outer = context.printOptions
  context.printOptions = PrintOptions.current.with(precision, threshold, edgeitems, linewidth, suppress)
  defer { context.printOptions = outer }
  return try body()
}
