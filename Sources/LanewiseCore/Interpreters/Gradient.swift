import LanewiseEngine

/// The value of a scalar function and its gradient, by linearisation and transposition.
///
/// `moving` marks the leaves to differentiate by; `body` gives the scalar first, then whatever else is carried along.
/// Gradients come for the moving leaves, in order. A mistake is reported and gives zeros' types.
package func gradient(
  _ name: String, _ leaves: [NDArray], moving: [Bool], paths: @autoclosure () -> [String],
  _ body: ([NDArray]) -> [NDArray]
) -> (outputs: [NDArray], gradients: [NDArray]) {
  let wanted = zip(leaves, moving).filter(\.1).map(\.0)
  for (index, leaf) in leaves.enumerated() where moving[index] && !leaf.isPoisoned && !leaf.dtype.isInexact {
    report(
      LanewiseError(
        .dtype,
        "\(name): the argument\(paths()[index]) has dtype \(leaf.dtype); only floating-point and complex arrays can be differentiated by. Convert it with astype(.float32)."
      ))
    return (body(leaves.map { .poisoned($0.aval) }), wanted.map { .poisoned($0.aval) })
  }
  let (outputs, map) = linearize(leaves, moving: moving, body)
  let value = outputs[0]
  guard value.ndim == 0, value.dtype.isFloating || value.isPoisoned else {
    if !value.isPoisoned {
      report(
        LanewiseError(
          value.ndim == 0 ? .dtype : .shape,
          "\(name): the function must return a scalar of a floating-point dtype, but its result has type \(value.aval). Reduce it, for example with sum() or mean(), or use jacrev."
        ))
    }
    return (outputs, wanted.map { .poisoned($0.aval) })
  }
  let seed = NDArray.literal(.float(1), value.dtype)
  var cotangents: [Tangent] = Array(filledWith: nil, count: outputs.count)
  cotangents[0] = seed
  let gradients = map.transpose(cotangents)
  return (outputs, zip(gradients, wanted).map { $0.orZeros($1.aval) })
}
