import LanewiseCore

extension Special {
  /// Associated Legendre functions Pₗᵐ(z) for all orders m ≤ `m` and degrees l ≤ `n` (`jax.scipy.special.lpmn_values`).
  ///
  /// - Parameters:
  ///   - m: must equal `n`, as in JAX.
  ///   - z: a vector of numbers in [−1, 1].
  ///   - isNormalized: with the factor that spherical harmonics have.
  /// - Returns: shape [m + 1, n + 1, z.count]; 0 where m > l.
  public static func lpmnValues(_ m: Int, _ n: Int, _ z: NDArray, isNormalized: Bool = false) -> NDArray {
    legendreArgument("lpmnValues", m, n, z).map { legendre(n, $0, isNormalized) } ?? .poisoned(z.aval)
  }

  /// Associated Legendre functions Pₗᵐ(z) for all orders m ≤ `m` and degrees l ≤ `n`, and their derivatives by z
  /// (`jax.scipy.special.lpmn`). At ±1 the derivatives of order 1 are infinite.
  ///
  /// ```swift
  /// let (values, slopes) = Special.lpmn(2, 2, [0.5])
  /// print(values[0, 2], slopes[0, 2])  // [-0.125] [1.5]
  /// ```
  ///
  /// - Parameters:
  ///   - m: must equal `n`, as in JAX.
  ///   - z: a vector of numbers in [−1, 1].
  /// - Returns: both of shape [m + 1, n + 1, z.count]; 0 where m > l.
  public static func lpmn(_ m: Int, _ n: Int, _ z: NDArray) -> (values: NDArray, derivatives: NDArray) {
    guard let z = legendreArgument("lpmn", m, n, z) else { return (.poisoned(z.aval), .poisoned(z.aval)) }
    // Orders from 1 on, divided by √(1 − z²) and so without what is infinite at ±1; and none above the last.
    let table = legendre(n, z, false, overRadius: true)
    let reduced = (0...n).map { table[$0] } + [zerosLike(table[0]), zerosLike(table[0])]
    let degrees = Lax.iota(z.dtype, [n + 1, 1], 0)
    let slopes = (0...n).map { order -> NDArray in
      guard order > 0 else { return n > 0 ? -reduced[1] : zerosLike(reduced[0]) }
      let m = Double(order)
      let lower = order == 1 ? reduced[0] / Lax.sqrt(1 - z * z) : reduced[order - 1]
      let slope = 0.5 * ((degrees + m) * (degrees - m + 1) * lower - reduced[order + 1])
      return `where`(degrees .< NDArray(weak: m), 0, slope)
    }
    return (legendre(n, z, false), stack(slopes))
  }

  private static func legendreArgument(_ name: String, _ m: Int, _ n: Int, _ z: NDArray) -> NDArray? {
    let z = Promote.inexact(z)
    guard m == n, m >= 0, z.ndim == 1, z.dtype.isFloating else {
      report(
        LanewiseError(
          .value,
          "Special.\(name): the order is \(m), the degree \(n) and z has type \(z.aval); order and degree must be equal, and z a real vector."
        ))
      return nil
    }
    return z
  }

  /// By the recurrences of DLMF 14.10.3, from the diagonal to higher degrees.
  ///
  /// - Parameter overRadius: whether to divide all orders but 0 by √(1 − x²).
  private static func legendre(
    _ degree: Int, _ x: NDArray, _ isNormalized: Bool, overRadius: Bool = false
  ) -> NDArray {
    let radius = Lax.sqrt(1 - x * x)
    var diagonal = Lax.fullLike(x, isNormalized ? 0.5 / Double.pi.squareRoot() : 1)
    let rows = (0...degree).map { order -> NDArray in
      let m = Double(order)
      if order > 0 {
        let factor = isNormalized ? -(1 + 0.5 / m).squareRoot() : 1 - 2 * m
        diagonal = overRadius && order == 1 ? diagonal * factor : diagonal * factor * radius
      }
      var row = Array(repeating: zerosLike(x), count: order) + [diagonal]
      while row.count <= degree {
        let l = Double(row.count)
        let (sum, difference) = (l * l - m * m, (l - 1) * (l - 1) - m * m)
        let first = isNormalized ? ((4 * l * l - 1) / sum).squareRoot() : (2 * l - 1) / (l - m)
        var next = first * x * row[row.count - 1]
        if row.count > order + 1 {
          let second =
            isNormalized ? ((2 * l + 1) * difference / ((2 * l - 3) * sum)).squareRoot() : (l + m - 1) / (l - m)
          next = next - second * row[row.count - 2]
        }
        row.append(next)
      }
      return stack(row)
    }
    return stack(rows)
  }

  /// Spherical harmonics Yₙᵐ (`jax.scipy.special.sph_harm`): complex.
  ///
  /// - Parameters:
  ///   - m: orders, a vector of integers with |m| ≤ n.
  ///   - n: degrees, of the same length.
  ///   - theta: azimuths in [0, 2π].
  ///   - phi: colatitudes in [0, π].
  ///   - nMax: the largest degree; nil takes that of `n`, which must be known then.
  public static func sphHarm(
    _ m: NDArray, _ n: NDArray, _ theta: NDArray, _ phi: NDArray, nMax: Int? = nil
  ) -> NDArray {
    let phi = Promote.inexact(phi.ndim == 0 ? phi.reshape([1]) : phi)
    let complex: DType = phi.dtype == .float64 ? .complex128 : .complex64
    guard phi.ndim == 1, m.ndim <= 1, n.ndim <= 1, m.dtype.isInteger, n.dtype.isInteger else {
      return fail(
        .shape,
        "Special.sphHarm: m has type \(m.aval), n \(n.aval) and phi \(phi.aval); they must be vectors, m and n of integers.",
        like: AbstractArray(Shape([phi.size]), complex))
    }
    let largest = nMax ?? Int(max(n))
    let table = legendre(Swift.max(largest, 0), Lax.cos(phi), true)
    let order = Lax.abs(m)
    let count = broadcastShapes(m.shape, n.shape, phi.shape)[0]
    let values = table.at[order, n, arange(phi.size == count ? count : 1)].get(mode: .clip)
    let angle = Promote.inexact(order * theta)
    let harmonics = Lax.complex(values * Lax.cos(angle), values * Lax.sin(angle))
    let isOdd = remainder(order, 2) .== 1
    return `where`(m .< 0, conj(`where`(isOdd, -harmonics, harmonics)), harmonics)
  }
}
