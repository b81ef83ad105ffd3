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
///
/// Most small arrays are read a few times and forgotten. So the node owns their block itself, and makes the object that
/// other arrays and runs can hold when one of them asks for it: an object less takes a third of the time of `x[3]`.
@usableFromInline
package final class ConcreteNode: Node, @unchecked Sendable {
  /// The address of the node's own block, or, with the lowest bit set, that of a ``Storage`` with a reference of the node's
  /// own. Unmanaged, so that whoever holds the node reads its elements without counting references.
  @usableFromInline let memory: Atomic<UInt>

  package init(_ aval: AbstractArray, _ storage: Storage) {
    memory = Atomic(ConcreteNode.shared(storage))
    super.init(aval, .concrete)
  }

  /// An array of so many bytes, which `fill` writes.
  @inline(__always)
  package init(_ aval: AbstractArray, byteCount: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
    let block = MemoryPool.allocate(byteCount)
    fill(block)
    memory = Atomic(UInt(bitPattern: block))
    super.init(aval, .concrete)
  }

  deinit {
    let memory = memory.load(ordering: .acquiring)
    if memory & 1 != 0 {
      ConcreteNode.storage(memory).release()
    } else {
      MemoryPool.release(UnsafeMutableRawPointer(bitPattern: memory)!, aval.byteCount)
    }
  }

  private static func shared(_ storage: Storage) -> UInt {
    UInt(bitPattern: Unmanaged.passRetained(storage).toOpaque()) | 1
  }

  @usableFromInline static func storage(_ memory: UInt) -> Unmanaged<Storage> {
    .fromOpaque(UnsafeRawPointer(bitPattern: memory & ~1).unsafelyUnwrapped)
  }

  private var unmanaged: Unmanaged<Storage> {
    let memory = memory.load(ordering: .acquiring)
    return ConcreteNode.storage(memory & 1 != 0 ? memory : share(memory))
  }

  /// Makes the node's own block an object, unless another thread is faster.
  @inline(never)
  private func share(_ block: UInt) -> UInt {
    let made = Storage(UnsafeMutableRawPointer(bitPattern: block)!, byteCount: aval.byteCount)
    let own = ConcreteNode.shared(made)
    let (isFirst, other) = memory.compareExchange(expected: block, desired: own, ordering: .acquiringAndReleasing)
    if isFirst { return own }
    _ = made.surrender()
    ConcreteNode.storage(own).release()
    return other
  }

  package var storage: Storage { unmanaged.takeUnretainedValue() }

  /// Where the elements are: see ``Storage/address``.
  @usableFromInline package var address: UnsafeMutableRawPointer {
    @inlinable @inline(__always) get {
      let memory = memory.load(ordering: .acquiring)
      return memory & 1 != 0
        ? ConcreteNode.storage(memory)._withUnsafeGuaranteedRef { $0.address }
        : UnsafeMutableRawPointer(bitPattern: memory).unsafelyUnwrapped
    }
  }

  /// Gives the array away: no copy of it can be read any more. True if nothing else refers to its memory, which may then
  /// be written over.
  package func donate() -> Bool {
    guard becomeDeleted() else { return false }
    // The node's own reference, for as long as this takes.
    var storage = unmanaged.takeRetainedValue()
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
