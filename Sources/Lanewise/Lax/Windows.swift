import LanewiseCore
import LanewiseEngine

// Folds by functions of two numbers.
extension Lax {
  /// The fold of every window of an array (`lax.reduce_window`). The function is traced, and should be associative;
  /// `add`, `max` and `min` from their neutral elements are recognised, and have derivatives of their own. The border
  /// takes no part.
  ///
  /// - Parameters:
  ///   - initial: what every fold starts from.
  ///   - padding: the border, in dilated places.
  ///   - baseDilation: how far apart the array's elements are laid.
  ///   - windowDilation: how far apart the window's elements are.
  ///
  /// ```swift
  /// let x = NDArray([1, 3, 2, 5])
  /// print(Lax.reduceWindow(x, 0, Lax.add, windowDimensions: [2], windowStrides: [2], padding: .valid))  // [4 7]
  /// ```
  public static func reduceWindow(
    _ x: NDArray, _ initial: NDArray, _ computation: (NDArray, NDArray) -> NDArray, windowDimensions: [Int],
    windowStrides: [Int], padding: WindowPadding, baseDilation: [Int]? = nil, windowDilation: [Int]? = nil
  ) -> NDArray {
    let window = window(x, windowDimensions, windowStrides, padding, baseDilation, windowDilation)
    let start = initial.isLiteral ? initial.converted(to: x.dtype) : initial
    return withoutActuallyEscaping(computation) { computation in
      let fold = stage([AbstractArray([], x.dtype), AbstractArray([], x.dtype)]) { [computation($0[0], $0[1])] }
      return reduceWindow([x], [start], fold, window)[0]
    }
  }

  /// The same for several arrays of one shape at a time: the function takes what has been folded of each, then an
  /// element of each.
  public static func reduceWindow(
    _ x: [NDArray], _ initial: [NDArray], _ computation: ([NDArray], [NDArray]) -> [NDArray], windowDimensions: [Int],
    windowStrides: [Int], padding: WindowPadding, baseDilation: [Int]? = nil, windowDilation: [Int]? = nil
  ) -> [NDArray] {
    guard let first = x.first else { return [] }
    let window = window(first, windowDimensions, windowStrides, padding, baseDilation, windowDilation)
    return folded("reduce_window", x, initial, computation) { reduceWindow(x, $0, $1, window) }
  }

  /// The fold of an array over some dimensions (`lax.reduce`), by a function of what has been folded and an element. It
  /// is traced, and should be associative; `add`, `mul`, `max`, `min` and the like from their neutral elements are
  /// recognised, and have derivatives of their own.
  ///
  /// ```swift
  /// print(Lax.reduce([[1, 2], [3, 4]], 1, Lax.mul, [1]))  // [ 2 12]
  /// ```
  public static func reduce(
    _ x: NDArray, _ initial: NDArray, _ computation: (NDArray, NDArray) -> NDArray, _ dimensions: [Int]
  ) -> NDArray {
    let start = initial.isLiteral ? initial.converted(to: x.dtype) : initial
    return withoutActuallyEscaping(computation) { computation in
      let fold = stage([AbstractArray([], x.dtype), AbstractArray([], x.dtype)]) { [computation($0[0], $0[1])] }
      return reduce([x], [start], fold, dimensions)[0]
    }
  }

  /// The same for several arrays of one shape at a time.
  public static func reduce(
    _ x: [NDArray], _ initial: [NDArray], _ computation: ([NDArray], [NDArray]) -> [NDArray], _ dimensions: [Int]
  ) -> [NDArray] {
    folded("reduce", x, initial, computation) { reduce(x, $0, $1, dimensions) }
  }

  /// Of every window of an array an element is selected, and a value worked in at its place (XLA's
  /// `SelectAndScatter`, JAX's `lax.select_and_scatter_p`): where windows select the same element, one value after the
  /// other. The border takes no part.
  ///
  /// - Parameters:
  ///   - select: whether the first of two elements is kept; it is traced, as `scatter` is.
  ///   - source: a value for each window.
  ///   - initial: what the result is where no value goes, and what the first value at a place is worked into.
  ///   - scatter: what is at the place, and the value.
  ///
  /// ```swift
  /// let x = NDArray([1.0, 3, 2, 5])
  /// let values = NDArray([10.0, 20, 30])
  /// print(Lax.selectAndScatter(x, Lax.ge, [2], [1], .valid, values, 0, Lax.add))  // [ 0. 30.  0. 30.]
  /// ```
  public static func selectAndScatter(
    _ x: NDArray, _ select: (NDArray, NDArray) -> NDArray, _ windowDimensions: [Int], _ windowStrides: [Int],
    _ padding: WindowPadding, _ source: NDArray, _ initial: NDArray, _ scatter: (NDArray, NDArray) -> NDArray
  ) -> NDArray {
    let window = window(x, windowDimensions, windowStrides, padding, nil, nil)
    let start = initial.isLiteral ? initial.converted(to: x.dtype) : initial
    func traced(_ f: (NDArray, NDArray) -> NDArray) -> Jaxpr {
      withoutActuallyEscaping(f) { f in
        stage([AbstractArray([], x.dtype), AbstractArray([], x.dtype)]) { [f($0[0], $0[1])] }
      }
    }
    let selecting = SelectAndScatter(select: traced(select), scatter: traced(scatter), window: window)
    return bind(selecting, [x, source, start])[0]
  }

  /// Checks the arrays, traces the function, and folds.
  private static func folded(
    _ name: String, _ x: [NDArray], _ initial: [NDArray], _ computation: ([NDArray], [NDArray]) -> [NDArray],
    _ body: ([NDArray], Jaxpr) -> [NDArray]
  ) -> [NDArray] {
    guard x.count == initial.count else {
      report(
        LanewiseError(
          .value,
          "\(name): \(x.count) arrays are folded from \(initial.count) initial values; each array needs one."))
      return x.map { .poisoned($0.aval) }
    }
    let start = zip(x, initial).map { $1.isLiteral ? $1.converted(to: $0.dtype) : $1 }
    let types = x.map { AbstractArray([], $0.dtype) }
    return withoutActuallyEscaping(computation) { computation in
      let fold = stage(types + types) { computation(Array($0[..<x.count]), Array($0[x.count...])) }
      return body(start, fold)
    }
  }

  private static func window(
    _ x: NDArray, _ extents: [Int], _ strides: [Int], _ padding: WindowPadding, _ base: [Int]?, _ dilation: [Int]?
  ) -> Window {
    let widths = zip(extents, dilation ?? extents.map { _ in 1 }).map { Window.dilated($0, $1) }
    let amounts = padding.amounts(x.shape, widths, strides)
    return Window(
      extents: extents, strides: strides, low: amounts.map(\.low), high: amounts.map(\.high),
      baseDilation: base ?? extents.map { _ in 1 }, dilation: dilation)
  }
}
