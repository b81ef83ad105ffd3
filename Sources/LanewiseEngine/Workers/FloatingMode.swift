import LanewiseShims

/// How a thread computes with floating point numbers: how it rounds, and whether it takes subnormal numbers for zeros.
/// A call's work is done in its caller's mode, whichever thread does it: so the number of threads makes no difference.
package struct FloatingMode: Equatable, Sendable {
  private let bits: UInt64

  /// To the nearest number, with subnormal numbers: what a thread begins with.
  package static var ieee: FloatingMode { FloatingMode(bits: lw_ieee_floating_mode()) }

  /// This thread's.
  @inline(__always)
  package static var current: FloatingMode { FloatingMode(bits: lw_floating_mode()) }

  package var flushingSubnormals: FloatingMode { FloatingMode(bits: lw_flushing_floating_mode(bits)) }

  /// Makes it this thread's mode.
  @inline(__always)
  func adopt() { if self != .current { lw_set_floating_mode(bits) } }

  /// Calls `body` in this mode.
  package func during<R>(_ body: () throws -> R) rethrows -> R {
    let own = FloatingMode.current
    adopt()
    defer { own.adopt() }
    return try body()
  }
}
