import LanewiseCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Random {
  /// The numbers `0..<count` in random order (`jax.random.permutation`).
  ///
  /// ```swift
  /// print(Random.permutation(Random.key(0), 8))  // [4 1 6 0 2 5 3 7]
  /// ```
  public static func permutation(_ key: NDArray, _ count: Int) -> NDArray {
    guard let key = RandomKey.checked("permutation", key), Lax.checkedShape("Random.permutation", [count], nil) != nil
    else {
      return .poisoned(AbstractArray([], DefaultDTypes.current.int))
    }
    return shuffled(key, Lax.iota(DefaultDTypes.current.int, [count], 0), axis: 0)
  }

  /// The parts of an array along an axis, in random order; with `independent`, every vector along the axis in an order
  /// of its own. An array of rank 0 is a count.
  ///
  /// ```swift
  /// Random.permutation(Random.key(0), arange(6).reshape([3, 2]))
  /// ```
  @_disfavoredOverload
  public static func permutation(_ key: NDArray, _ x: NDArray, axis: Int = 0, independent: Bool = false) -> NDArray {
    if x.isPoisoned { return x }
    if x.ndim == 0 {
      guard x.dtype.isInteger else {
        return fail(
          .dtype, "Random.permutation: x has type \(x.aval); it must be an integer, or have a dimension.", like: x.aval)
      }
      return permutation(key, Int(x))
    }
    guard let key = RandomKey.checked("permutation", key), let axis = checkedAxis("permutation", axis, x) else {
      return .poisoned(x.aval)
    }
    if independent || x.ndim == 1 { return shuffled(key, x, axis: axis) }
    let order = shuffled(key, Lax.iota(.int32, [x.aval.shape[axis]], 0), axis: 0)
    return Indexing.take(x, order, axis: axis, mode: .fillOrDrop, uniqueIndices: true)
  }

  /// The parts of an array along an axis, in random order: ``permutation(_:_:axis:independent:)`` under NumPy's name.
  public static func shuffle(_ key: NDArray, _ x: NDArray, axis: Int = 0) -> NDArray { permutation(key, x, axis: axis) }

  /// Sorting by random numbers, as often as makes it improbable that equal ones decide.
  private static func shuffled(_ key: NDArray, _ x: NDArray, axis: Int) -> NDArray {
    shuffleSampler(key, x.converted(to: x.dtype), shape: x.shape, dtype: x.dtype, axis: axis)
  }

  private static let shuffleSampler = Sampler("_shuffle") { call in
    var x = call.arrays[1]
    var key = call.key
    let rounds = Int((3 * log(Double(Swift.max(1, x.size))) / log(Double(UInt32.max))).rounded(.up))
    for _ in 0..<rounds {
      let keys = Lax.randomSplit(key, [2])
      key = keys[0]
      x = Lax.sort([Lax.randomBits(keys[1], 32, x.shape), x], dimension: call.axis)[1]
    }
    return x
  }

  /// Numbers of `0..<count`, drawn at random (`jax.random.choice`): with replacement or without, with the probabilities
  /// `p` or all equal.
  ///
  /// ```swift
  /// print(Random.choice(Random.key(0), 10, [6]))  // [8 1 5 8 8 0]
  /// ```
  public static func choice(
    _ key: NDArray, _ count: Int, _ shape: any ShapeArgument = [Int](), replace: Bool = true, p: NDArray? = nil
  ) -> NDArray {
    let dtype = DefaultDTypes.current.int
    guard let picks = Picks("choice", key, count, shape._shape, replace, p) else {
      return .poisoned(AbstractArray([], dtype))
    }
    if picks.draws == 0 { return Lax.full(picks.shape, .int(0), dtype) }
    return Lax.reshape(picks.indices() ?? permutation(picks.key, count)[0..<picks.draws], picks.shape)
  }

  /// Parts of an array along an axis, drawn at random; the shape stands in the axis's place.
  ///
  /// ```swift
  /// Random.choice(Random.key(0), NDArray([2, 3, 5, 7]), [2], replace: false)
  /// ```
  @_disfavoredOverload
  public static func choice(
    _ key: NDArray, _ a: NDArray, _ shape: any ShapeArgument = [Int](), replace: Bool = true, p: NDArray? = nil,
    axis: Int = 0
  ) -> NDArray {
    if a.isPoisoned { return a }
    if a.ndim == 0 {
      guard a.dtype.isInteger else {
        return fail(
          .dtype, "Random.choice: a has type \(a.aval); it must be an integer, or have a dimension.", like: a.aval)
      }
      return choice(key, Int(a), shape, replace: replace, p: p)
    }
    guard let axis = checkedAxis("choice", axis, a),
      let picks = Picks("choice", key, a.aval.shape[axis], shape._shape, replace, p)
    else { return .poisoned(a.aval) }
    let result = Array(a.shape[..<axis]) + picks.shape + Array(a.shape[(axis + 1)...])
    guard Lax.checkedShape("Random.choice", result, nil) != nil else { return .poisoned(a.aval) }
    if picks.draws == 0 { return Lax.full(result, .int(0), a.dtype) }
    guard let indices = picks.indices() else {
      let shuffled = permutation(picks.key, a, axis: axis)
      return Lax.reshape(Lax.sliceInDim(shuffled, 0, picks.draws, axis: axis), result)
    }
    let flat = Lax.reshape(indices, [picks.draws])
    return Lax.reshape(Indexing.take(a, flat, axis: axis, mode: .fillOrDrop), result)
  }

  private static func checkedAxis(_ name: String, _ axis: Int, _ x: NDArray) -> Int? {
    let place = axis < 0 ? axis + x.ndim : axis
    guard place >= 0, place < x.ndim else {
      report(
        LanewiseError(.index, "Random.\(name): axis \(axis) is out of range for an array of shape \(x.aval.shape)."))
      return nil
    }
    return place
  }
}

/// A checked call of `choice`.
private struct Picks {
  let key: NDArray
  let count: Int, draws: Int
  let shape: [Int]
  let replace: Bool
  let p: NDArray?

  init?(_ name: String, _ key: NDArray, _ count: Int, _ shape: [Int], _ replace: Bool, _ p: NDArray?) {
    guard let extents = Lax.checkedShape("Random.\(name)", shape, nil), let key = RandomKey.checked(name, key) else {
      return nil
    }
    (self.key, self.count, self.shape, self.replace, draws) = (key, count, shape, replace, extents.count)
    func refuse(_ kind: LanewiseError.Kind, _ reason: String) {
      report(LanewiseError(kind, "Random.\(name): \(reason)"))
    }
    if draws > 0, count <= 0 {
      refuse(.value, "there is nothing to draw from \(count) elements.")
      return nil
    }
    if !replace, draws > count {
      refuse(.value, "\(draws) elements cannot be drawn from \(count) without replacement.")
      return nil
    }
    if let p {
      if p.isPoisoned { return nil }
      guard p.shape == [count], !p.dtype.isComplex, !p.dtype.isKey else {
        refuse(.shape, "the probabilities have type \(p.aval); they must be \(count) numbers, one for each element.")
        return nil
      }
      let type = Promotion.inexact((p.dtype, false))
      self.p = p.converted(to: type.dtype)
    } else {
      self.p = nil
    }
  }

  /// What was drawn; nil where it is the head of a permutation.
  func indices() -> NDArray? {
    let dtype = DefaultDTypes.current.int
    guard let p else { return replace ? Random.randint(key, shape, 0, count, dtype: dtype) : nil }
    if replace {
      let sums = Lax.cumsum(p)
      let total = sums[count - 1]
      let u = Random.uniform(key, shape, dtype: p.dtype)
      let targets = Lax.mul(total, Lax.sub(Lax.scalar(.float(1), p.dtype), u))
      return searchSorted(sums, targets).converted(to: dtype)
    }
    // The largest of Gumbel numbers moved by the logarithms: the smallest of these.
    let scores = Lax.sub(Lax.neg(Random.gumbel(key, [count], dtype: p.dtype)), Lax.log(p))
    let order = Lax.sort([scores, Lax.iota(dtype, [count], 0)], dimension: 0)[1]
    return order[0..<draws]
  }

  /// For each target the number of sorted values below it, by bisection.
  private func searchSorted(_ sorted: NDArray, _ targets: NDArray) -> NDArray {
    var low = Lax.full(targets.shape, .int(0), .int32)
    var high = Lax.full(targets.shape, .int(Int64(count)), .int32)
    var open = count
    while open > 0 {
      let middle = Lax.shiftRightLogical(Lax.add(low, high), Lax.scalar(.int(1), .int32))
      // Where the search has ended at the end of the array, the place is moved inside and the answer not used.
      let values = Indexing.take(sorted, middle, axis: 0, mode: .clip)
      let isOpen = Lax.lt(low, high)
      let isBelow = Lax.and(Lax.lt(values, targets), isOpen)
      let isAbove = Lax.and(Lax.bitwiseNot(isBelow), isOpen)
      low = Lax.select(isBelow, Lax.add(middle, Lax.scalar(.int(1), .int32)), low)
      high = Lax.select(isAbove, middle, high)
      open /= 2
    }
    return low
  }
}
