import LanewiseCore

/// Special functions (`jax.scipy.special`).
///
/// They are elementwise: operands broadcast, and are computed in their common floating-point dtype (integers in the
/// default one). Derivatives are JAX's, with a rule of its own where a function has one. NaN goes through.
public enum Special {
  /// The operands in their common floating-point dtype, with equal ranks (or scalars).
  static func operands(_ name: String, _ x: NDArray...) -> [NDArray] { Promote.inexact("Special.\(name)", x) }
}

extension Promote {
  /// Arrays in their common floating-point dtype; ranks are made equal by leading dimensions of extent 1, scalars stay.
  static func inexact(_ name: String, _ x: [NDArray]) -> [NDArray] {
    let type = Promotion.inexact(Promotion.join(x))
    let rank = x.map(\.ndim).max() ?? 0
    let shapes = x.map(\.aval)
    for back in 0..<rank {
      let extents = Set(x.compactMap { $0.ndim > back ? $0.shape[$0.ndim - 1 - back] : nil }).subtracting([1])
      guard extents.count < 2 else {
        report(ShapeRule.mismatch(name, shapes))
        return x.map { .poisoned($0.aval.with(dtype: type.dtype, weak: false)) }
      }
    }
    return x.map { x in
      let x = x.converted(to: type.dtype, weak: type.weak)
      return x.ndim == 0 ? x : Sampler.widened(x, to: rank)
    }
  }
}
