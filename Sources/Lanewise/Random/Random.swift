import LanewiseCore

/// Random numbers as JAX makes them (`jax.random`): every function takes a *key*, and the same key gives the same
/// numbers, bit for bit those of JAX 0.4.34.
///
/// A key is a rank-0 array of a key dtype. Use each key once; ``split(_:_:)`` and ``foldIn(_:_:)`` make new ones.
///
/// ```swift
/// let key = Random.key(21)
/// print(Random.normal(key, 3))  // [-2.6825788  -0.7566388  -0.29570565]
/// ```
public enum Random {
  /// How counters are laid out when a key's stream is made, which decides the numbers it gives.
  public enum Layout: Hashable, Sendable {
    /// JAX's before version 0.5 (`jax_threefry_partitionable=False`), and the default here.
    case original
    /// JAX's since version 0.5 (`jax_threefry_partitionable=True`).
    case partitionable

    var dtype: DType { self == .original ? .key : .partitionableKey }
  }

  /// A key from a seed (`jax.random.key`).
  ///
  /// The seed is an integer of the default dtype: without 64-bit defaults it wraps to 32 bits, as in JAX.
  ///
  /// ```swift
  /// print(Random.keyData(Random.key(21)))  // [ 0 21]
  /// ```
  public static func key(_ seed: Int, layout: Layout = .original) -> NDArray {
    key(NDArray.literal(.int(Int64(seed)), DefaultDTypes.current.int), layout: layout)
  }

  /// A key for each of an array of integer seeds; the result has their shape.
  ///
  /// ```swift
  /// Random.key(NDArray([1, 2, 3])).shape  // [3]
  /// ```
  @_disfavoredOverload
  public static func key(_ seeds: NDArray, layout: Layout = .original) -> NDArray {
    guard seeds.dtype.isInteger else {
      return fail(
        .dtype, "Random.key: the seed has dtype \(seeds.dtype); it must be an integer.",
        like: seeds.aval.with(dtype: layout.dtype, weak: false))
    }
    return Lax.randomSeed(seeds, layout.dtype)
  }

  /// A key of the old form: its two words, as a uint32 array of shape [2] (`jax.random.PRNGKey`). Every function here
  /// takes such a key too, in the original layout.
  ///
  /// ```swift
  /// print(Random.prngKey(42))  // [ 0 42]
  /// ```
  public static func prngKey(_ seed: Int) -> NDArray { keyData(key(seed)) }

  /// The words of keys, as a new last dimension of extent 2 (`jax.random.key_data`): uint32.
  ///
  /// ```swift
  /// Random.keyData(Random.split(Random.key(0), 3)).shape  // [3, 2]
  /// ```
  public static func keyData(_ keys: NDArray) -> NDArray {
    if keys.dtype == .uint32, keys.shape.last == 2 { return keys }
    guard keys.dtype.isKey else {
      let aval = AbstractArray(Shape(Array(keys.shape.prefix(Shape.maximumRank - 1)) + [2]), .uint32)
      return fail(.dtype, RandomKey.notAKey("keyData", keys), like: aval)
    }
    return Lax.randomUnwrap(keys)
  }

  /// Keys from their words: uint32, two in the last dimension (`jax.random.wrap_key_data`).
  ///
  /// ```swift
  /// let key = Random.wrapKeyData(NDArray([0, 21] as [UInt32]))  // Random.key(21)
  /// ```
  public static func wrapKeyData(_ words: NDArray, layout: Layout = .original) -> NDArray {
    Lax.randomWrap(words, layout.dtype)
  }

  /// `count` new keys along a new axis (`jax.random.split`).
  ///
  /// ```swift
  /// let keys = Random.split(Random.key(21), 2)
  /// print(Random.keyData(keys)[0])  // [  15689208 2943087094]
  /// ```
  public static func split(_ key: NDArray, _ count: Int = 2) -> NDArray { split(key, [count]) }

  /// New keys in an array of any shape.
  public static func split(_ key: NDArray, _ shape: [Int]) -> NDArray {
    let isRaw = RandomKey.isRaw(key)
    guard let key = RandomKey.checked("split", key), let shape = Lax.checkedShape("Random.split", shape, nil) else {
      return .poisoned(
        AbstractArray(shape.count == 1 ? [Swift.max(shape[0], 0)] : [], key.dtype.isKey ? key.dtype : .key))
    }
    let keys = Lax.randomSplit(key, shape)
    return isRaw ? Lax.randomUnwrap(keys) : keys
  }

  /// Two new keys: `let (a, b) = Random.splitPair(key)` is JAX's `a, b = jax.random.split(key)`.
  public static func splitPair(_ key: NDArray) -> (NDArray, NDArray) {
    let keys = split(key, 2)
    return (keys[0], keys[1])
  }

  /// A new key from a key and a number (`jax.random.fold_in`): the same in both layouts. The number is taken modulo
  /// 2³².
  ///
  /// ```swift
  /// let keys = (0..<10).map { Random.foldIn(key, NDArray($0)) }
  /// ```
  public static func foldIn(_ key: NDArray, _ data: NDArray) -> NDArray {
    let isRaw = RandomKey.isRaw(key)
    guard let key = RandomKey.checked("foldIn", key) else { return .poisoned(AbstractArray([], .key)) }
    guard data.ndim == 0, data.dtype.isInteger else {
      return fail(
        .dtype, "Random.foldIn: the number has type \(data.aval); it must be an integer of rank 0.", like: key.aval)
    }
    let folded = Lax.randomFoldIn(key, data.converted(to: .uint32))
    return isRaw ? Lax.randomUnwrap(folded) : folded
  }

  /// The same for a number that is known when the program is written.
  public static func foldIn(_ key: NDArray, _ data: Int) -> NDArray {
    foldIn(key, NDArray.literal(.uint(UInt64(UInt32(truncatingIfNeeded: data))), .uint32))
  }

  /// The Threefry-2x32 block function of any words (`jax.extend.random.threefry_2x32`; Salmon et al., "Parallel random
  /// numbers: as easy as 1, 2, 3", 2011): what every random number here is made of.
  ///
  /// - `key0`, `key1`: the words of the key, uint32 numbers.
  /// - `counts`: uint32 of any shape, which is the result's. The first half of them is the first word of each block, the
  ///   second half the second; to an odd number of them a 0 is added.
  ///
  /// ```swift
  /// let zero = NDArray(UInt32(0))
  /// print(Random.threefry2x32(zero, zero, NDArray([0, 0] as [UInt32])))  // [1797259609 2579123966]
  /// ```
  public static func threefry2x32(_ key0: NDArray, _ key1: NDArray, _ counts: NDArray) -> NDArray {
    let wrong = [key0, key1, counts].first { $0.dtype != .uint32 && !$0.isPoisoned }
    if let wrong {
      return fail(
        .dtype, "threefry2x32: its words are uint32, but one operand is \(wrong.aval); convert it first.",
        like: AbstractArray(counts.aval.shape, .uint32))
    }
    let flat = Lax.reshape(counts, [counts.size])
    let isOdd = counts.size % 2 == 1
    let words = isOdd ? Lax.concatenate([flat, Lax.full([1], .int(0), .uint32)], dimension: 0) : flat
    let half = words.size / 2
    let blocks = bind(
      Threefry2x32(), [key0, key1, Lax.slice(words, [0], [half]), Lax.slice(words, [half], [2 * half])])
    let result = Lax.concatenate(blocks, dimension: 0)
    return Lax.reshape(isOdd ? Lax.slice(result, [0], [counts.size]) : result, counts.shape)
  }

  /// The name of the generator that keys belong to (`jax.random.key_impl`): always Threefry-2x32.
  ///
  /// ```swift
  /// print(Random.keyImpl(Random.key(0)))  // threefry2x32
  /// ```
  public static func keyImpl(_ keys: NDArray) -> String {
    if !keys.dtype.isKey && !RandomKey.isRaw(keys) && !keys.isPoisoned {
      report(LanewiseError(.dtype, RandomKey.notAKey("keyImpl", keys)))
    }
    return "threefry2x32"
  }

  /// The same key (`jax.random.clone`): says that using it twice is meant.
  public static func clone(_ key: NDArray) -> NDArray { key }
}

/// What every function of keys checks.
enum RandomKey {
  /// Whether the key is of the old form, two plain words.
  static func isRaw(_ key: NDArray) -> Bool { key.dtype == .uint32 && key.shape == [2] }

  /// The key as an array of a key dtype, of rank 0; nil where it is none, which has been reported.
  static func checked(_ name: String, _ key: NDArray) -> NDArray? {
    if key.isPoisoned { return nil }
    if isRaw(key) { return Lax.randomWrap(key, .key) }
    guard key.dtype.isKey else {
      report(LanewiseError(.dtype, notAKey(name, key)))
      return nil
    }
    guard key.ndim == 0 else {
      report(
        LanewiseError(
          .shape,
          "Random.\(name): it takes a single key, but was given an array of keys of shape \(key.aval.shape); use vmap, or one of the keys."
        ))
      return nil
    }
    return key
  }

  static func notAKey(_ name: String, _ x: NDArray) -> String {
    "Random.\(name): an operand of type \(x.aval) is not a random key; make one with Random.key(seed)."
  }
}
