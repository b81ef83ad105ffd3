import LanewiseEngine
import Synchronization

/// What may go wrong at runtime, as ``CheckTrace`` looks for it (`jax.experimental.checkify.ErrorCategory`).
public struct CheckErrors: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// A `check` that does not hold (`jax.experimental.checkify.user_checks`).
  public static let userChecks = CheckErrors(rawValue: 1)
  /// A NaN that an operation made (`jax.experimental.checkify.nan_checks`).
  public static let nanChecks = CheckErrors(rawValue: 2)
  /// A division by zero (`jax.experimental.checkify.div_checks`).
  public static let divChecks = CheckErrors(rawValue: 4)
  /// An index out of bounds (`jax.experimental.checkify.index_checks`).
  public static let indexChecks = CheckErrors(rawValue: 8)
  /// NaNs and divisions by zero (`jax.experimental.checkify.float_checks`).
  public static let floatChecks: CheckErrors = [.nanChecks, .divChecks]
  /// All but `check` (`jax.experimental.checkify.automatic_checks`).
  public static let automaticChecks: CheckErrors = [.floatChecks, .indexChecks]
  /// Everything (`jax.experimental.checkify.all_checks`).
  public static let allChecks: CheckErrors = [.automaticChecks, .userChecks]
}

/// A place in a program at which something may go wrong: of what kind that is, and what is said of it, with the arrays
/// that were noted there.
package struct CheckSite: Sendable {
  package let category: CheckErrors
  package let message: @Sendable (_ payload: [NDArray]) -> String

  package init(_ category: CheckErrors, _ message: @escaping @Sendable (_ payload: [NDArray]) -> String) {
    self.category = category
    self.message = message
  }
}

/// The places that a program's error codes stand for, counted from 1, and where each one's arrays are kept.
package final class CheckSites: Hashable, Sendable {
  private let sites = Mutex<[(site: CheckSite, slot: Int)]>([])

  package init() {}

  /// The code of one more place.
  func add(_ site: CheckSite, slot: Int) -> Int {
    sites.withLock {
      $0.append((site, slot))
      return $0.count
    }
  }

  /// What is said of an error, for the arrays in all slots.
  package func message(_ code: Int, _ slots: [[NDArray]]) -> String {
    guard let (site, slot) = sites.withLock({ $0.indices.contains(code - 1) ? $0[code - 1] : nil }) else {
      return "an error of code \(code), which no place of the program has."
    }
    return site.message(slots[slot])
  }

  package static func == (a: CheckSites, b: CheckSites) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A condition that a program relies on (`jax.experimental.checkify.check`): operands are whether it fails, and arrays
/// that are spoken of where it does. It is an effect, which `checkify` makes a result.
package struct RuntimeCheck: Primitive {
  package let site: CheckSite

  package init(_ site: CheckSite) { self.site = site }

  package var name: String { "check" }
  package var arity: Int? { nil }
  package var resultCount: Int { 0 }
  package var hasEffect: Bool { true }
  package var parameters: [Parameter] { [Parameter("debug", .bool(false))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    guard let failed = x.first, failed.shape.isScalar, failed.dtype == .bool else {
      throw LanewiseError(
        .value,
        "check: the condition must be a bool of rank 0, but its type is \(x.first?.description ?? "missing"); reduce it with all or any."
      )
    }
    return []
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), []) }
  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }

  /// Of the examples that fail the last one speaks, as in JAX.
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard size > 0 else { return ([], []) }
    let failed = Lax.moveBatch(x[0], from: axes[0], to: 0, size: size)
    let fromEnd = Lax.argmax(Lax.rev(failed, [0]), axis: 0, indexDType: .int32)
    let last = Lax.sub(.literal(.int(Int64(size - 1)), .int32), fromEnd)
    let payload = zip(BatchedCall.front(x, axes), axes).dropFirst().map {
      $1 == nil ? $0 : Lax.dynamicRow($0, at: last)
    }
    return (bind(self, [Lax.reduceOr(failed, [0])] + payload), [])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    report(
      LanewiseError(
        .value,
        "check: a function with a check is compiled, but a check is an effect and no result; wrap the function in Checkify.checkify first, and compile what that gives."
      ))
    return []
  }

  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] {
    if x[0].knownScalar?.isTrue == true { report(LanewiseError(.value, site.message(Array(x.dropFirst())))) }
    return []
  }

  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    errors.note(x[0], site, Array(x.dropFirst()))
    return []
  }
}

extension Lax {
  /// The part of `x` along its leading axis at a place known only when running.
  static func dynamicRow(_ x: NDArray, at place: NDArray) -> NDArray {
    let starts = [place] + (1..<x.ndim).map { _ in scalar(.int(0), .int32) }
    return reshape(dynamicSlice(x, starts, [1] + x.shape.dropFirst()), Array(x.shape.dropFirst()))
  }
}
