import LanewiseEngine
import Synchronization

/// A function that is traced once for each kind of arguments, and compiled.
///
/// A kind is the structure of the arguments (static values included), the types of their leaves, and the defaults that
/// tracing depends on. Any number of threads may call it; user code and the compiler never run under the lock.
package final class JitFunction<Arguments: Tree, Result: Tree>: @unchecked Sendable {
  private struct Entry: @unchecked Sendable {
    let types: [AbstractArray]
    let structure: TreeStructure
    let defaults: DefaultDTypes
    let jaxpr: Jaxpr
    /// The program with captured arrays as its first inputs: what an outer trace records.
    let callable: Jaxpr
    /// The result, with leaves that only hold types.
    let template: Result
  }

  private let name: String
  private let body: (Arguments) -> Result
  private let entries = Mutex<[Entry]>([])

  package init(name: String, _ body: @escaping (Arguments) -> Result) {
    self.name = name
    self.body = body
  }

  package func callAsFunction(_ arguments: Arguments) -> Result {
    var walker = TreeWalker()
    _ = arguments.walk(&walker)
    let leaves = walker.leaves
    if leaves.contains(where: \.isPoisoned) { return TreeFunction(arguments, body).poisoned() }
    let (entry, isNew) = entry(leaves, TreeStructure(parts: walker.structure), arguments)
    if isNew, Context.current.error != nil { return entry.template }
    let results: [NDArray]
    if Context.isTracing || leaves.contains(where: \.isTracer) {
      results = bind(JitCall(label: name, jaxpr: entry.callable), entry.jaxpr.constants + leaves)
    } else if let leaked = entry.jaxpr.constants.first(where: \.isTracer) {
      reportLeak("jit", leaked)
      return entry.template
    } else {
      results = entry.jaxpr.run(leaves)
    }
    return entry.template.replacingLeaves(results)
  }

  private func entry(_ leaves: [NDArray], _ structure: TreeStructure, _ arguments: Arguments) -> (Entry, isNew: Bool) {
    let defaults = DefaultDTypes.current
    let known = entries.withLock { entries in
      entries.first { entry in
        entry.types.count == leaves.count && entry.defaults == defaults
          && zip(entry.types, leaves).allSatisfy { $0 == $1.aval } && entry.structure == structure
      }
    }
    if let known { return (known, false) }
    let function = TreeFunction(arguments, body)
    let types = leaves.map(\.aval)
    let jaxpr = stage(types) { function($0) }
    let entry = Entry(
      types: types, structure: structure, defaults: defaults, jaxpr: jaxpr, callable: jaxpr.withConstantsAsInputs,
      template: function.rebuilt(jaxpr.outputTypes.map { .poisoned($0) }))
    // What captured an outer tracer is good for this call only; what failed is not kept.
    if Context.current.error == nil, !jaxpr.constants.contains(where: \.isTracer) {
      entries.withLock { $0.append(entry) }
    }
    return (entry, true)
  }
}
