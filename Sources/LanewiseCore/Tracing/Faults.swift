import LanewiseEngine
import Synchronization

/// The search for the operation that makes the first NaN or infinity (`jax_debug_nans`, `jax_debug_infs`).
///
/// Results are looked at where operations are evaluated. Where the results of a primitive that holds programs are
/// faulty, it is evaluated again operation by operation, and so on into what these hold, until the operation itself is found.
package enum Faults {
  package struct Kinds: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let nan = Kinds(rawValue: 1)
    package static let infinity = Kinds(rawValue: 2)
  }

  /// How many searches are on: each kind of the process, and each `seeking`.
  private static let count = Atomic<Int>(0)
  private static let wanted = Atomic<Int>(0)

  /// Whether anything is searched for on some thread: all that it costs where nothing is.
  @inline(__always)
  package static var areSought: Bool { count.load(ordering: .relaxed) != 0 }

  /// What is searched for on all threads.
  package static var ofProcess: Kinds { Kinds(rawValue: wanted.load(ordering: .relaxed)) }

  package static func seek(_ kind: Kinds, _ isSought: Bool) {
    let before =
      isSought
      ? wanted.bitwiseOr(kind.rawValue, ordering: .relaxed).oldValue
      : wanted.bitwiseAnd(~kind.rawValue, ordering: .relaxed).oldValue
    let wasSought = before & kind.rawValue != 0
    if wasSought != isSought { count.add(isSought ? 1 : -1, ordering: .relaxed) }
  }

  /// Runs `body` with a search on this thread.
  package static func seeking<R>(_ kind: Kinds, _ body: () throws -> R) rethrows -> R {
    let context = Context.current
    let outer = context.soughtFaults
    context.soughtFaults.formUnion(kind)
    count.add(1, ordering: .relaxed)
    defer {
      context.soughtFaults = outer
      count.subtract(1, ordering: .relaxed)
    }
    return try body()
  }

  /// Runs `body`, in which a fault is said to be in `place`.
  package static func within<R>(_ place: String, _ body: () -> R) -> R {
    let context = Context.current
    context.places.append(place)
    defer { context.places.removeLast() }
    return body()
  }

  /// The results of `p`, or poisoned ones after a report where one of them is faulty.
  @_semantics("optimize.sil.specialize.generic.never")
  package static func checked(_ p: any Primitive, _ x: [NDArray], _ results: [NDArray]) -> [NDArray] {
    let kinds = ofProcess.union(Context.current.soughtFaults)
    guard !results.contains(where: \.isPoisoned), let fault = first(kinds, in: results) else { return results }
    let poisoned = results.map { NDArray.poisoned($0.aval) }
    let isFoundInside = within(place(of: p)) { p.evaluateStepwise(x) }?.contains(where: \.isPoisoned) ?? false
    if !isFoundInside { report(error(p, x, results[fault.result].aval, fault.kind, fault.element)) }
    return poisoned
  }

  private static func first(_ kinds: Kinds, in results: [NDArray]) -> (result: Int, kind: NonFinite, element: Int)? {
    for (index, result) in results.enumerated() where result.dtype.isInexact {
      guard let storage = result.storage else { continue }
      for (kind, sought) in [(NonFinite.nan, Kinds.nan), (.infinity, .infinity)] where kinds.contains(sought) {
        if let element = kind.first(in: storage, result.dtype, count: result.size) { return (index, kind, element) }
      }
    }
    return nil
  }

  private static func error(
    _ p: any Primitive, _ x: [NDArray], _ type: AbstractArray, _ kind: NonFinite, _ element: Int
  ) -> LanewiseError {
    let what = kind == .nan ? "nan" : "inf"
    let index = Shape(zip(type.shape.strides, type.shape.dims).map { element / $0 % $1 })
    let result = type.shape.isScalar ? "is \(what)" : "is \(what) at index \(index)"
    let isPassedOn = x.contains { operand in
      operand.storage.flatMap { kind.first(in: $0, operand.dtype, count: operand.size) } != nil
    }
    let origin = isPassedOn ? "as an operand has already" : "which no operand has"
    let places = Context.current.places
    let place = places.isEmpty ? "" : "; in " + places.joined(separator: ", ")
    return LanewiseError(.floatingPoint, "\(p.name): the result of type \(type) \(result), \(origin)\(place).")
  }

  /// The primitive's name, and that of the function it calls.
  private static func place(of p: any Primitive) -> String {
    guard case .name(let label)? = p.parameters.first(where: { $0.name == "name" })?.value else { return p.name }
    return "\(p.name) \(label)"
  }
}
