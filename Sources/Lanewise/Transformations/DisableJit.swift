import LanewiseCore

/// Runs `body` with jitted functions as the functions they are made of (`jax.disable_jit`): operation by operation, so
/// that `print` and breakpoints in them see values.
///
/// `Lax.scan`, `cond`, `switch`, `whileLoop` and `foriLoop` too run as Swift loops and branches where what they depend
/// on is known; under `vmap` and `makeJaxpr` it may not be. It holds for this thread, until `body` ends or throws.
///
/// ```swift
/// let f = jit { (x: NDArray) in
///   let y = exp(x)
///   print(y)
///   return y * 2
/// }
/// disableJit { f(0.0) }  // prints 1.0; without disableJit it prints Traced<f32[]>
/// ```
public func disableJit<R>(_ body: () throws -> R) rethrows -> R {
  try Context.withoutJit(body)
}
