import Synchronization

/// How arrays are printed (`jnp.printoptions`): NumPy's defaults at first.
public struct PrintOptions: Hashable, Sendable {
  /// Digits after the point, at most.
  public var precision: Int
  /// How many elements are printed in full; of more, the edges are shown.
  public var threshold: Int
  /// How many elements of a long dimension are shown at either edge.
  public var edgeitems: Int
  /// Where lines are broken.
  public var linewidth: Int
  /// Whether small numbers among large ones are printed without powers of ten.
  public var suppress: Bool

  public init(
    precision: Int = 8, threshold: Int = 1000, edgeitems: Int = 3, linewidth: Int = 75, suppress: Bool = false
  ) {
    self.precision = Swift.max(precision, 0)
    self.threshold = Swift.max(threshold, 0)
    self.edgeitems = Swift.max(edgeitems, 0)
    self.linewidth = linewidth
    self.suppress = suppress
  }

  private static let ofProcess = Mutex(PrintOptions())

  /// Those in force here: of ``printoptions(_:_:)``, or those of the process.
  package static var current: PrintOptions {
    get { Context.current.printOptions ?? ofProcess.withLock { $0 } }
    set { ofProcess.withLock { $0 = newValue } }
  }
}

/// Prints arrays in another way from now on, on every thread (`jnp.set_printoptions`).
///
/// ```swift
/// setPrintoptions(PrintOptions(precision: 3))
/// print(NDArray([1 / 3.0]))  // [0.333]
/// ```
public func setPrintoptions(_ options: PrintOptions) { PrintOptions.current = options }

/// How arrays are printed here (`jnp.get_printoptions`).
public func getPrintoptions() -> PrintOptions { PrintOptions.current }

/// Runs `body` with arrays printed in another way on this thread (`jnp.printoptions`).
///
/// ```swift
/// printoptions(PrintOptions(precision: 2, suppress: true)) { NDArray([1e-10, 1 / 3.0]).description }  // [0.   0.33]
/// ```
public func printoptions<R>(_ options: PrintOptions, _ body: () throws -> R) rethrows -> R {
  let context = Context.current
  let outer = context.printOptions
  context.printOptions = options
  defer { context.printOptions = outer }
  return try body()
}
