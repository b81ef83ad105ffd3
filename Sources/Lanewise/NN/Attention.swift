import LanewiseCore

extension NN {
  /// softmax(query · keyᵀ · scale + bias) · value (`jax.nn.dot_product_attention`), of the shape of the query.
  ///
  /// - Parameters:
  ///   - query: `[batch, targets, heads, size]`, or without the batch.
  ///   - key: `[batch, sources, groups, size]`; the heads are a multiple of these groups, which they share.
  ///   - value: as the keys.
  ///   - bias: is added to the logits `[batch, heads, targets, sources]`, with which it broadcasts.
  ///   - mask: bool, broadcasts with the logits: where it is false a source is not looked at.
  ///   - scale: 1/√size where none is given.
  ///   - isCausal: whether a target looks at no source after its own place.
  ///   - querySeqLengths: int32 `[batch]`: how many targets of each example count.
  ///   - keyValueSeqLengths: int32 `[batch]`: how many sources.
  ///   - localWindowSize: how many places before and after its own a target looks at.
  ///
  /// Logits are computed in float32 at least.
  ///
  /// ```swift
  /// let x = ones([1, 2, 1, 4])
  /// print(NN.dotProductAttention(x, x, x).shape)  // [1, 2, 1, 4]
  /// ```
  public static func dotProductAttention(
    _ query: NDArray, _ key: NDArray, _ value: NDArray, bias: NDArray? = nil, mask: NDArray? = nil,
    scale: Double? = nil, isCausal: Bool = false, querySeqLengths: NDArray? = nil, keyValueSeqLengths: NDArray? = nil,
    localWindowSize: (Int, Int)? = nil
  ) -> NDArray {
    func wide(_ x: NDArray) -> NDArray {
      Lax.reshape(x, Array(repeating: 1, count: Swift.max(0, 4 - x.ndim)) + x.shape)
    }
    let (q, k, v) = (wide(query), wide(key), wide(value))
    guard [q, k, v].allSatisfy({ $0.ndim == 4 }), k.shape == v.shape, q.dtype == k.dtype, k.dtype == v.dtype,
      q.dtype.isFloating, q.shape[0] == k.shape[0], q.shape[3] == k.shape[3], k.shape[2] > 0,
      q.shape[2] % k.shape[2] == 0
    else {
      return fail(
        .value,
        "dot_product_attention: a query of type \(query.aval), a key of type \(key.aval) and a value of type \(value.aval); they must be [batch, places, heads, size] in one floating-point dtype, key and value alike, and the query's heads a multiple of theirs.",
        like: query.aval)
    }
    let (batch, targets, heads, size) = (q.shape[0], q.shape[1], q.shape[2], q.shape[3])
    let (sources, groups) = (k.shape[1], k.shape[2])
    func broadcasts(_ x: NDArray?) -> Bool {
      guard let x else { return true }
      return x.ndim <= 4 && zip(x.shape.reversed(), [sources, targets, heads, batch]).allSatisfy { $0 == 1 || $0 == $1 }
    }
    func isLengths(_ x: NDArray?) -> Bool { x == nil || (x!.shape == [batch] && x!.dtype.isInteger) }
    guard broadcasts(bias), broadcasts(mask), mask == nil || mask!.dtype == .bool, isLengths(querySeqLengths),
      isLengths(keyValueSeqLengths)
    else {
      return fail(
        .value,
        "dot_product_attention: bias and mask (which must be bool) must broadcast with the logits of shape \(Shape([batch, heads, targets, sources])), and sequence lengths must be \(batch) integers.",
        like: query.aval)
    }

    // Every head of a group with its key: [batch, groups, heads in a group, targets, sources].
    let wideType: DType = q.dtype == .float64 ? .float64 : .float32
    let grouped = Lax.reshape(q, [batch, targets, groups, heads / groups, size])
    var logits = Lax.dotGeneral(
      grouped, k, .init(lhsContracting: [4], rhsContracting: [3], lhsBatch: [0, 2], rhsBatch: [0, 2]),
      resultDType: wideType)
    logits = Lax.transpose(logits, [0, 1, 3, 2, 4])
    let factor = NDArray.weakLiteral(.float(scale ?? 1 / Double(size).squareRoot()))
    logits = Lax.reshape(logits, [batch, heads, targets, sources]) * factor
    if let bias { logits = (logits + bias).astype(wideType) }

    let target = Lax.iota(.int32, [targets, sources], 0), source = Lax.iota(.int32, [targets, sources], 1)
    var looked: [NDArray] = mask.map { [$0] } ?? []
    if isCausal { looked.append(source .<= target) }
    if let (before, after) = localWindowSize {
      looked.append((target .<= source + before) & (target .>= source - after))
    }
    func within(_ lengths: NDArray, _ place: NDArray) -> NDArray {
      place .< Lax.reshape(lengths, [batch, 1, 1, 1])
    }
    if let querySeqLengths { looked.append(within(querySeqLengths, target)) }
    if let keyValueSeqLengths { looked.append(within(keyValueSeqLengths, source)) }
    // JAX looks at the window only where it masks anything else.
    let isMasked = mask != nil || isCausal || querySeqLengths != nil || keyValueSeqLengths != nil
    if isMasked, let first = looked.first {
      let all = looked.dropFirst().reduce(first) { $0 & $1 }
      let largest = wideType == .float64 ? Double.greatestFiniteMagnitude : Double(Float.greatestFiniteMagnitude)
      logits = `where`(all, logits, NDArray.literal(.float(-0.7 * largest), wideType))
    }
    let weights = softmax(logits.astype(.float32)).astype(k.dtype)
    let shared = Lax.reshape(weights, [batch, groups, heads / groups, targets, sources])
    var result = Lax.dotGeneral(
      shared, v, .init(lhsContracting: [4], rhsContracting: [1], lhsBatch: [0, 1], rhsBatch: [0, 2]))
    result = Lax.reshape(Lax.transpose(result, [0, 3, 1, 2, 4]), [batch, targets, heads, size])
    if let querySeqLengths, keyValueSeqLengths != nil {
      let place = Lax.iota(.int32, [1, targets, 1, 1], 1)
      result = result * within(querySeqLengths, place).astype(result.dtype)
    }
    return Lax.reshape(result, query.shape)
  }
}
