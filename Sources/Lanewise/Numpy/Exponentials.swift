import LanewiseCore

// Exponentials and logarithms. Integers and bool are computed in the default floating-point dtype.

/// e to the power of each element (`jnp.exp`).
///
/// ```swift
/// print(exp([0, 1]))  // [1.        2.7182817]
/// ```
public func exp(_ x: NDArray) -> NDArray { Lax.exp(Promote.inexact(x)) }

/// 2 to the power of each element (`jnp.exp2`).
public func exp2(_ x: NDArray) -> NDArray { Lax.exp2(Promote.inexact(x)) }

/// `exp(x) - 1`, exact near 0 (`jnp.expm1`).
public func expm1(_ x: NDArray) -> NDArray { Lax.expm1(Promote.inexact(x)) }

/// The natural logarithm (`jnp.log`): −∞ at 0, NaN below.
public func log(_ x: NDArray) -> NDArray { Lax.log(Promote.inexact(x)) }

/// `log(1 + x)`, exact near 0 (`jnp.log1p`).
public func log1p(_ x: NDArray) -> NDArray { Lax.log1p(Promote.inexact(x)) }

/// The logarithm to base 2 (`jnp.log2`).
public func log2(_ x: NDArray) -> NDArray { Exponential.log(x, base: 2) }

/// The logarithm to base 10 (`jnp.log10`).
public func log10(_ x: NDArray) -> NDArray { Exponential.log(x, base: 10) }

/// The square root (`jnp.sqrt`): NaN below 0.
///
/// ```swift
/// print(sqrt([4, 9]))  // [2. 3.]
/// ```
public func sqrt(_ x: NDArray) -> NDArray { Lax.sqrt(Promote.inexact(x)) }

/// The cube root, of negative numbers too (`jnp.cbrt`).
public func cbrt(_ x: NDArray) -> NDArray { Lax.cbrt(Promote.inexact(x)) }

/// log(eˣ + eʸ) without overflow (`jnp.logaddexp`). The derivatives are the operands' shares of the sum, one half at a
/// tie.
public func logaddexp(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Promote.inexact("logaddexp", x, y)
  return Exponential.logAdd.apply([a, b])[0]
}

/// log₂(2ˣ + 2ʸ) without overflow (`jnp.logaddexp2`). The derivatives are as those of ``logaddexp(_:_:)``.
public func logaddexp2(_ x: NDArray, _ y: NDArray) -> NDArray {
  let (a, b) = Promote.inexact("logaddexp2", x, y)
  return Exponential.logAdd2.apply([a, b])[0]
}

enum Exponential {
  static func log(_ x: NDArray, base: Double) -> NDArray {
    let operand = Promote.inexact(x)
    return Lax.div(Lax.log(operand), Lax.log(Lax.scalarLike(operand, base)))
  }

  static let logAdd: CustomJVP = sum("logaddexp", { logaddexp($0, $1) }, Lax.exp) { Lax.log1p(Lax.exp($0)) }
  static let logAdd2: CustomJVP = sum("logaddexp2", { logaddexp2($0, $1) }, Lax.exp2) {
    Lax.log1p(Lax.exp2($0)) / 0.6931471805599453
  }

  /// The larger operand, plus what the smaller adds; equal infinities have no difference.
  private static func sum(
    _ name: String, _ again: @escaping (NDArray, NDArray) -> NDArray, _ power: @escaping (NDArray) -> NDArray,
    _ excess: @escaping (NDArray) -> NDArray
  ) -> CustomJVP {
    func value(_ a: NDArray, _ b: NDArray) -> NDArray {
      let difference = Lax.sub(a, b)
      let sum = Lax.add(Lax.max(a, b), excess(Lax.neg(Lax.abs(difference))))
      return `where`(isnan(difference), Lax.add(a, b), sum)
    }
    // An infinite operand has the whole sum to itself, where ∞ - ∞ would say nothing.
    func finite(_ x: NDArray) -> NDArray { `where`(x .== .infinity, 0, x) }
    return CustomJVP(name, { [value($0[0], $0[1])] }) { x, t in
      let out = again(x[0], x[1])
      let shares = x.map { power(finite($0) - finite(out)) }
      return ([out], [t[0] * shares[0] + t[1] * shares[1]])
    }
  }
}
