import LanewiseEngine
import Synchronization

/// What an ``NDArray`` holds: a buffer (or what is left when it was given away), a literal, a poisoned result, or a
/// tracer of some trace.
///
/// A class with a kind byte, so that the hot paths tell the kinds apart without a dynamic cast.
@usableFromInline
package class Node: @unchecked Sendable {
  @usableFromInline package enum Kind: UInt8, Sendable, AtomicRepresentable {
    case concrete, deleted, literal, poisoned, tracer
  }

  @usableFromInline package final let aval: AbstractArray
  /// It changes once at most, from concrete to deleted.
  @usableFromInline final let currentKind: Atomic<Kind>

  package init(_ aval: AbstractArray, _ kind: Kind) {
    self.aval = aval
    currentKind = Atomic(kind)
  }

  @usableFromInline package final var kind: Kind {
    @inlinable @inline(__always) get { currentKind.load(ordering: .relaxed) }
  }

  /// Makes a concrete node a deleted one; false if it was none.
  fileprivate final func becomeDeleted() -> Bool {
    currentKind.compareExchange(
      expected: .concrete, desired: .deleted, ordering: .sequentiallyConsistent
    ).exchanged
  }
}

/// An array in memory: contiguous, row-major, never written again.
@usableFromInline
package final class ConcreteNode: Node, @unchecked Sendable {
  /// Held for as long as the node lives. Unmanaged, so that whoever holds the node reads the address of its elements
  /// without counting references: that takes as long as an operation on a few elements.
  @usableFromInline let memory: Unmanaged<Storage>

  package init(_ aval: AbstractArray, _ storage: Storage) {
    memory = .passRetained(storage)
    super.init(aval, .concrete)
  }

  deinit { memory.release() }

  package var storage: Storage { memory.takeUnretainedValue() }

  /// Where the elements are: see ``Storage/address``.
  @usableFromInline package var address: UnsafeMutableRawPointer {
    @inlinable @inline(__always) get { memory._withUnsafeGuaranteedRef { $0.address } }
  }

  /// Gives the array away: no copy of it can be read any more. True if nothing else refers to its memory, which may then
  /// be written over.
  package func donate() -> Bool {
    guard becomeDeleted() else { return false }
    // The node's own reference, for as long as this takes.
    var storage = memory.takeRetainedValue()
    defer { _ = Unmanaged.passRetained(storage) }
    return isKnownUniquelyReferenced(&storage)
  }
}

/// A Swift number: rank 0. It prints as itself in a jaxpr, and changes dtype without a computation.
package final class LiteralNode: Node, @unchecked Sendable {
  /// Rounded to the dtype of `aval`; a weak one that may yet become float64 is kept as it was given.
  package let value: Scalar

  package init(_ value: Scalar, _ dtype: DType, weak: Bool) {
    self.value = weak && (dtype == .float32 || dtype == .complex64) ? value : value.rounded(to: dtype)
    super.init(AbstractArray([], dtype, weak: weak), .literal)
  }
}

/// What a failed operation yields inside `catching`: a plausible type and no elements.
package final class PoisonedNode: Node, @unchecked Sendable {
  package init(_ aval: AbstractArray) { super.init(aval, .poisoned) }
}

/// The stand-in for an array while a trace runs.
package class Tracer: Node, @unchecked Sendable {
  package final let trace: Trace

  package init(_ aval: AbstractArray, _ trace: Trace) {
    self.trace = trace
    super.init(aval, .tracer)
  }

  /// The array whose value this one has, where there is one: differentiation computes values along with derivatives.
  package var knownValue: NDArray? { nil }
}
