import LanewiseCore

/// Runs `body` with ``Config/debugNaNs`` for this thread (`jax.debug_nans`).
///
/// ```swift
/// do {
///   _ = try catching { debugNaNs { zeros([2]) / zeros([2]) } }
/// } catch {
///   print(error)
///   // FloatingPointError: div: the result of type f32[2] is nan at index (0,), which no operand has.
/// }
/// ```
public func debugNaNs<R>(_ body: () throws -> R) rethrows -> R { try Faults.seeking(.nan, body) }

/// The same for infinities (`jax.debug_infs`).
public func debugInfs<R>(_ body: () throws -> R) rethrows -> R { try Faults.seeking(.infinity, body) }
