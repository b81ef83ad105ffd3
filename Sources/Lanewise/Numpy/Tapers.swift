import LanewiseCore

// Windows that signals are multiplied by: `count` weights of the default float dtype, which fall towards both ends. One
// weight alone is 1.

/// Bartlett's window, a triangle (`jnp.bartlett`).
///
/// ```swift
/// print(bartlett(5))  // [0.  0.5 1.  0.5 0. ]
/// ```
public func bartlett(_ count: Int) -> NDArray {
  Tapers.window("bartlett", count) { n in
    let last = NDArray(integerLiteral: count - 1)
    return 1 - abs(2 * n - last) / last
  }
}

/// Hann's window, a cosine (`jnp.hanning`).
///
/// ```swift
/// print(hanning(5))  // [0.  0.5 1.  0.5 0. ]
/// ```
public func hanning(_ count: Int) -> NDArray {
  Tapers.window("hanning", count) { 0.5 * (1 - Tapers.cosine(2, $0)) }
}

/// Hamming's window, a cosine that ends at 0.08 (`jnp.hamming`).
public func hamming(_ count: Int) -> NDArray {
  Tapers.window("hamming", count) { 0.54 - 0.46 * Tapers.cosine(2, $0) }
}

/// Blackman's window, of two cosines (`jnp.blackman`).
public func blackman(_ count: Int) -> NDArray {
  Tapers.window("blackman", count) { 0.08 * Tapers.cosine(4, $0) - 0.5 * Tapers.cosine(2, $0) + 0.42 }
}

/// Kaiser's window, I₀(β √(1 − t²)) / I₀(β) for t from −1 to 1 (`jnp.kaiser`). With β = 0 all weights are 1; with 8.6 it
/// is like Blackman's.
///
/// ```swift
/// print(kaiser(3, 2))  // [0.43867636 1.         0.43867636]
/// ```
public func kaiser(_ count: Int, _ beta: NDArray) -> NDArray {
  Tapers.window("kaiser", count) { n in
    let half = NDArray(integerLiteral: count - 1) * 0.5
    let t = (n - half) / half
    return Special.i0(beta * Lax.sqrt(1 - t * t)) / Special.i0(beta)
  }
}

/// The modified Bessel function I₀(x) (`jnp.i0`).
public func i0(_ x: NDArray) -> NDArray { Special.i0(x) }

private enum Tapers {
  static func window(_ name: String, _ count: Int, _ weights: (NDArray) -> NDArray) -> NDArray {
    let dtype = DefaultDTypes.current.float
    guard count >= 0 else {
      return fail(
        .value, "\(name): \(count) is not a number of weights; it must not be negative.", like: AbstractArray([0], dtype))
    }
    return count > 1 ? weights(arange(count, dtype: dtype)) : ones([count], dtype: dtype)
  }

  /// cos(k π n / (count − 1)).
  static func cosine(_ k: Double, _ n: NDArray) -> NDArray {
    cos(NDArray(k * .pi) * n / NDArray(integerLiteral: n.size - 1))
  }
}
