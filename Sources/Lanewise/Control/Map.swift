import LanewiseCore

extension Lax {
  /// `f` applied to each slice of `xs` along its leading axis, one after the other (`jax.lax.map`): what `vmap` does, in
  /// the memory of one example.
  ///
  /// ```swift
  /// Lax.map({ x in x.sum() }, ones([3, 4]))  // [4. 4. 4.]
  /// ```
  ///
  /// - Parameter batchSize: how many slices to do at a time, by `vmap`; the last batch may be smaller. nil: one.
  public static func map(
    _ f: @escaping (NDArray) -> NDArray, _ xs: NDArray, batchSize: Int? = nil
  ) -> NDArray {
    mapped(f, xs, batchSize)
  }

  /// The same for trees.
  @_disfavoredOverload
  public static func map<X: Tree, Y: Tree>(_ f: @escaping (X) -> Y, _ xs: X, batchSize: Int? = nil) -> Y {
    mapped(f, xs, batchSize)
  }

  private static func mapped<X: Tree, Y: Tree>(_ f: @escaping (X) -> Y, _ xs: X, _ batchSize: Int?) -> Y {
    func loop<A: Tree, B: Tree>(_ f: @escaping (A) -> B, _ xs: A) -> B {
      LanewiseCore.scan(
        "map", { (_: Nothing, x: A) in (Nothing(), f(x)) }, Nothing(), xs, length: nil, reverse: false, unroll: 1
      ).1
    }
    guard let batchSize, let count = treeLeaves(xs).first?.shape.first, batchSize > 0 else {
      if let batchSize, batchSize <= 0 {
        report(LanewiseError(.value, "map: batchSize is \(batchSize); it must be at least 1."))
      }
      return loop(f, xs)
    }
    let whole = count / batchSize
    let batched = vmap(f)
    let head = { (whole: Int) in
      loop(
        batched,
        treeMap(
          { Lax.sliceInDim($0, 0, whole * batchSize, axis: 0).reshape([whole, batchSize] + $0.shape.dropFirst()) }, xs))
    }
    let joined = { (y: Y) in treeMap({ $0.reshape([whole * batchSize] + $0.shape.dropFirst(2)) }, y) }
    let rest = { batched(treeMap({ Lax.sliceInDim($0, whole * batchSize, count, axis: 0) }, xs)) }
    if whole == 0 { return rest() }
    let first = joined(head(whole))
    return count % batchSize == 0 ? first : treeMap({ Lax.concatenate([$0, $1], dimension: 0) }, first, rest())
  }

  /// All partial folds of `xs` along an axis by an associative function (`jax.lax.associative_scan`), in logarithmically
  /// many steps. `f` combines two arrays element by element along that axis.
  ///
  /// ```swift
  /// Lax.associativeScan({ $0 + $1 }, arange(5))  // [ 0  1  3  6 10]
  /// ```
  public static func associativeScan(
    _ f: @escaping (NDArray, NDArray) -> NDArray, _ xs: NDArray, reverse: Bool = false, axis: Int = 0
  ) -> NDArray {
    folded(f, xs, reverse, axis)
  }

  /// The same for trees, of which every array has the same extent along the axis.
  @_disfavoredOverload
  public static func associativeScan<T: Tree>(
    _ f: @escaping (T, T) -> T, _ xs: T, reverse: Bool = false, axis: Int = 0
  ) -> T {
    folded(f, xs, reverse, axis)
  }

  /// The same for pairs of trees.
  @_disfavoredOverload
  public static func associativeScan<A: Tree, B: Tree>(
    _ f: @escaping ((A, B), (A, B)) -> (A, B), _ xs: (A, B), reverse: Bool = false, axis: Int = 0
  ) -> (A, B) {
    folded({ Pack(tuple: f($0.values, $1.values)) }, Pack(tuple: xs), reverse, axis).values
  }

  private static func folded<T: Tree>(
    _ f: @escaping (T, T) -> T, _ xs: T, _ reverse: Bool, _ axis: Int
  ) -> T {
    let leaves = treeLeaves(xs)
    var places: [Int] = []
    for (index, leaf) in leaves.enumerated() {
      let place = axis < 0 ? axis + leaf.ndim : axis
      guard place >= 0, place < leaf.ndim, leaf.shape[place] == leaves[0].shape[places.first ?? place] else {
        if !leaf.isPoisoned {
          report(
            LanewiseError(
              .shape,
              "associativeScan: the array\(xs.leafPaths[index]) has shape \(leaf.aval.shape), where all must have an axis \(axis) of the same extent; the first has shape \(leaves[0].aval.shape)."
            ))
        }
        return xs.poisoned
      }
      places.append(place)
    }
    let results = ScanTree.scan(leaves, axes: places, reverse: reverse) { a, b in
      treeLeaves(f(xs.replacingLeaves(a), xs.replacingLeaves(b)))
    }
    return xs.replacingLeaves(results)
  }
}
