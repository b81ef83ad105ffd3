import LanewiseCore

/// Collectives: what the examples of a batch do with each other, along an axis that `vmap` or `pmap` has given a name.
///
/// ```swift
/// vmap({ (x: NDArray) in x / Lax.psum(x, "i") }, axisName: "i")([1.0, 3.0])  // [0.25 0.75]
/// ```
///
/// They take trees, too. A name that no enclosing `vmap` or `pmap` has given is an error.
extension Lax {
  /// The sum over all examples, the same for each (`lax.psum`). The sum of a number is that number times how many
  /// examples there are: `psum(1, "i")` is the axis's size.
  public static func psum(_ x: NDArray, _ axisName: String) -> NDArray { psum(x, [axisName]) }

  /// The sum over several named axes.
  public static func psum(_ x: NDArray, _ axisNames: [String]) -> NDArray { reduce(.sum, [x], axisNames)[0] }

  /// The sum over all examples, for every array of a tree.
  @_disfavoredOverload
  public static func psum<T: Tree>(_ x: T, _ axisName: String) -> T { onLeaves(x) { reduce(.sum, $0, [axisName]) } }

  /// The mean over all examples (`lax.pmean`).
  public static func pmean(_ x: NDArray, _ axisName: String) -> NDArray { mean([x], axisName)[0] }

  /// The mean over all examples, for every array of a tree.
  @_disfavoredOverload
  public static func pmean<T: Tree>(_ x: T, _ axisName: String) -> T { onLeaves(x) { mean($0, axisName) } }

  /// The largest over all examples, element by element (`lax.pmax`).
  public static func pmax(_ x: NDArray, _ axisName: String) -> NDArray { reduce(.max, [x], [axisName])[0] }

  /// The largest over all examples, for every array of a tree.
  @_disfavoredOverload
  public static func pmax<T: Tree>(_ x: T, _ axisName: String) -> T { onLeaves(x) { reduce(.max, $0, [axisName]) } }

  /// The smallest over all examples, element by element (`lax.pmin`).
  public static func pmin(_ x: NDArray, _ axisName: String) -> NDArray { reduce(.min, [x], [axisName])[0] }

  /// The smallest over all examples, for every array of a tree.
  @_disfavoredOverload
  public static func pmin<T: Tree>(_ x: T, _ axisName: String) -> T { onLeaves(x) { reduce(.min, $0, [axisName]) } }

  /// All examples' arrays, for each example, along a new axis (`lax.all_gather`); `tiled`, joined along an axis.
  public static func allGather(_ x: NDArray, _ axisName: String, axis: Int = 0, tiled: Bool = false) -> NDArray {
    guard let size = boundSize(axisName),
      let place = Check.axis("all_gather", axis, rank: x.ndim + (tiled ? 0 : 1), "for shape \(x.aval.shape)")
    else { return .poisoned(x.aval) }
    return allGather(x, axisName, place, size: size, tiled: tiled)
  }

  /// The sum over all examples, of which each gets its own part along an axis (`lax.psum_scatter`). The axis has a place
  /// for each example, and goes; `tiled`, it is cut into as many parts, and stays.
  public static func psumScatter(
    _ x: NDArray, _ axisName: String, scatterDimension: Int = 0, tiled: Bool = false
  ) -> NDArray {
    guard let size = boundSize(axisName),
      let place = Check.axis("psum_scatter", scatterDimension, rank: x.ndim, "for shape \(x.aval.shape)")
    else { return .poisoned(x.aval) }
    return reduceScatter(x, axisName, place, size: size, tiled: tiled)
  }

  /// Exchanges parts between all examples (`lax.all_to_all`): each array is cut along `splitAxis` into as many parts as
  /// there are examples, and example i gets the i-th part of every array, stacked along `concatAxis`. `splitAxis` must
  /// have a place for each example, and goes; `tiled`, it is cut into equal parts, and the parts are joined.
  public static func allToAll(
    _ x: NDArray, _ axisName: String, splitAxis: Int, concatAxis: Int, tiled: Bool = false
  ) -> NDArray {
    guard let size = boundSize(axisName),
      let from = Check.axis("all_to_all", splitAxis, rank: x.ndim, "for shape \(x.aval.shape)"),
      let to = Check.axis("all_to_all", concatAxis, rank: x.ndim, "for shape \(x.aval.shape)")
    else { return .poisoned(x.aval) }
    if tiled { return exchange(x, axisName, split: from, concat: to, tiled: true) }
    guard x.shape[from] == size else {
      return fail(
        .shape,
        "all_to_all: the size of the axis '\(axisName)' must equal the extent of splitAxis, but they are \(size) and \(x.shape[from]).",
        like: x.aval)
    }
    if from == to { return exchange(x, axisName, split: from, concat: to, tiled: false) }
    // Room for the parts where they are to be stacked; the axis that was split has one place left.
    let (stacked, split) = from < to ? (to + 1, from) : (to, from + 1)
    let roomy = expandDims(x, [stacked])
    return squeeze(
      exchange(roomy, axisName, split: split, concat: stacked, tiled: false), [split])
  }

  /// Sends each example's array to another example (`lax.ppermute`): pairs of source and target. An example that
  /// nothing is sent to gets zeros.
  public static func ppermute(
    _ x: NDArray, _ axisName: String, _ pairs: [(Int, Int)]
  ) -> NDArray {
    permute(x, axisName, pairs.map { (source: $0.0, target: $0.1) })
  }

  /// Example i gets the array of example `order[i]` (`lax.pshuffle`).
  public static func pshuffle(_ x: NDArray, _ axisName: String, _ order: [Int]) -> NDArray {
    ppermute(x, axisName, order.enumerated().map { ($1, $0) })
  }

  /// Every example gets the array of example number `source` (`lax.pbroadcast`).
  ///
  /// ```swift
  /// vmap({ (x: NDArray) in Lax.pbroadcast(x, "i", source: 1) }, axisName: "i")([1.0, 3.0])  // [3. 3.]
  /// ```
  public static func pbroadcast(_ x: NDArray, _ axisName: String, source: Int) -> NDArray {
    guard let size = boundSize(axisName) else { return .poisoned(x.aval) }
    guard source >= 0, source < size else {
      return fail(
        .index, "pbroadcast: there is no example \(source) on the axis '\(axisName)', which has \(size).", like: x.aval)
    }
    return slice(allGather(x, axisName, 0, size: size, tiled: false), at: source)
  }

  /// The same for every array of a tree.
  @_disfavoredOverload
  public static func pbroadcast<T: Tree>(_ x: T, _ axisName: String, source: Int) -> T {
    onLeaves(x) { $0.map { pbroadcast($0, axisName, source: source) } }
  }

  /// The number of the example, from 0 (`lax.axis_index`): int32.
  public static func axisIndex(_ axisName: String) -> NDArray { axisIndex(named: axisName) }

  /// How many examples there are.
  public static func axisSize(_ axisName: String) -> Int { boundSize(axisName) ?? 1 }

  private static func boundSize(_ axisName: String) -> Int? {
    do {
      return try Context.axisSize(axisName)
    } catch {
      report(error as! LanewiseError)
      return nil
    }
  }

  private static func onLeaves<T: Tree>(_ x: T, _ f: ([NDArray]) -> [NDArray]) -> T {
    let leaves = treeLeaves(x)
    return leaves.isEmpty ? x : x.replacingLeaves(f(leaves))
  }

  private static func reduce(_ op: AllReduce.Op, _ x: [NDArray], _ axisNames: [String]) -> [NDArray] {
    let operands = x.map(Promote.number)
    if op == .sum, operands.allSatisfy({ !$0.isTracer && !$0.isPoisoned }) {
      // Constants need no exchange.
      var count = 1
      for name in axisNames {
        guard let size = boundSize(name) else { return x.map { .poisoned($0.aval) } }
        count *= size
      }
      return operands.map { operand in
        if case .int(let value)? = operand.literal?.value {
          return .literal(.int(value * Int64(count)), operand.dtype, weak: operand.weakType)
        }
        return mul(operand, NDArray.literal(.int(Int64(count)), operand.dtype))
      }
    }
    return allReduce(op, operands, axisNames)
  }

  private static func mean(_ x: [NDArray], _ axisName: String) -> [NDArray] {
    guard let size = boundSize(axisName) else { return x.map { .poisoned($0.aval) } }
    return reduce(.sum, x, [axisName]).map { $0 / NDArray(size) }
  }
}
