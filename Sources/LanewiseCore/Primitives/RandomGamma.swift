import LanewiseEngine

/// Samples of the gamma distribution for an array of parameters, or their logarithms (`random_gamma`): a key, or an
/// array of keys whose shape begins the parameters'.
package struct RandomGamma: StepPrimitive {
  package let inLogSpace: Bool
  package var name: String { "random_gamma" }
  package var arity: Int? { 2 }
  package var parameters: [Parameter] { [Parameter("log_space", .bool(inLogSpace))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try RandomKeys.check(name, x[0])
    try DTypeClass.floating.check(name, x[1])
    guard Array(x[1].shape.dims.prefix(x[0].rank)) == x[0].shape.dims else {
      throw LanewiseError(
        .shape,
        "random_gamma: the shape \(x[1].shape) of the parameters must begin with the shape \(x[0].shape) of the keys.")
    }
    return [x[1].with(dtype: x[1].dtype, weak: false)]
  }
  /// A sample moves with its parameter as it has to for its place in the distribution to stay the same.
  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)[0]
    guard let tangent = t[1] else { return ([out], [nil]) }
    guard inLogSpace else { return ([out], [Lax.mul(tangent, Lax.randomGammaGrad(x[1], out))]) }
    // A sample too small for its dtype is taken for the smallest.
    let tiny = out.dtype == .float64 ? 0x1p-1022 : out.dtype == .float16 ? 0x1p-14 : 0x1p-126
    let sample = Lax.exp(out)
    let safe = Lax.select(Lax.eq(sample, Lax.scalarLike(sample, 0)), Lax.fullLike(sample, tiny), sample)
    return ([out], [Lax.mul(tangent, Lax.div(Lax.randomGammaGrad(x[1], safe), safe))])
  }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(self, zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }), [0])
  }
  package var step: any Step { RandomGammaStep(inLogSpace: inLogSpace) }
}
