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
  /// Where the elements are; nil if they were still to be computed when the node was made.
  @usableFromInline let block: UnsafeMutableRawPointer?
  private let byteCount: Int
  /// The memory that is shared, a ``Storage`` with a reference of the node's own; nil while the block is the node's alone.
  /// Unmanaged, so that whoever holds the node reads its elements without counting references.
  private let shared: Atomic<UnsafeMutableRawPointer?>

  package init(_ aval: AbstractArray, _ storage: Storage) {
    block = storage.block.load(ordering: .acquiring)
    byteCount = storage.byteCount
    shared = Atomic(Unmanaged.passRetained(storage).toOpaque())
    super.init(aval, .concrete)
  }

  /// An array whose elements `fill` writes.
  @inline(__always)
  package init(_ aval: AbstractArray, byteCount: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
    let block = MemoryPool.allocate(byteCount)
    fill(block)
    self.block = block
    self.byteCount = byteCount
    shared = Atomic(nil)
    super.init(aval, .concrete)
  }

  deinit {
    if let shared = shared.load(ordering: .acquiring) {
      Unmanaged<Storage>.fromOpaque(shared).release()
    } else if let block {
      MemoryPool.release(block, byteCount)
    }
  }

  private var unmanaged: Unmanaged<Storage> {
    Unmanaged.fromOpaque(shared.load(ordering: .acquiring) ?? share(block!))
  }

  /// Makes the memory an object, unless another thread is faster.
  @inline(never)
  private func share(_ block: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    let made = Storage(block, byteCount: byteCount)
    let own = Unmanaged.passRetained(made).toOpaque()
    let (isFirst, other) = shared.compareExchange(
      expected: nil, desired: own, ordering: .acquiringAndReleasing)
    guard !isFirst, let other else { return own }
    _ = made.surrender()
    Unmanaged<Storage>.fromOpaque(own).release()
    return other
  }

  package var storage: Storage { unmanaged.takeUnretainedValue() }

  /// Where the elements are: see ``Storage/address``.
  @usableFromInline package var address: UnsafeMutableRawPointer {
    @inlinable @inline(__always) get { block ?? awaited() }
  }

  @inline(never) @usableFromInline
  func awaited() -> UnsafeMutableRawPointer { unmanaged._withUnsafeGuaranteedRef { $0.address } }

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
