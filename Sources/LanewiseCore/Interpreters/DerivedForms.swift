import LanewiseEngine
import Synchronization

/// What has been derived from a jaxpr, kept with it: the executable, and the transformed forms by their masks.
package final class DerivedForms: Sendable {
  package enum Request: Hashable, Sendable {
    case jvp([Bool], [Bool]?)
    case linearize([Bool], [Bool]?)
    case partition([Bool], [Bool])
    case transpose([Bool], [Bool])
    case pruned(Int, Bool)
    case recomputation([Bool], CheckpointPolicy)
    case batch([Bool], BatchAxis, [Bool]?)
  }

  package struct Form: Sendable {
    package let jaxprs: [Jaxpr]
    package let mask: [Bool]
  }

  private struct Contents {
    var forms: [Request: Form] = [:]
    var executable: Executable?
  }
  private let contents = Mutex(Contents())

  /// The form asked for; `make` runs outside the lock, since it may trace anything. Nothing is kept of a trace in
  /// which an error was caught.
  package func form(_ request: Request, _ make: () -> Form) -> Form {
    if let known = contents.withLock({ $0.forms[request] }) { return known }
    let made = make()
    if Context.current.error == nil { contents.withLock { $0.forms[request] = made } }
    return made
  }

  /// The executable; nothing is kept of a compilation in which an error was caught.
  package func executable(_ make: () -> Executable) -> Executable {
    if let known = contents.withLock({ $0.executable }) { return known }
    let made = make()
    if Context.current.error == nil { contents.withLock { $0.executable = made } }
    return made
  }
}
