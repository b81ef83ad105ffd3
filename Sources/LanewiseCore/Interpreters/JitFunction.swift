import LanewiseEngine
import Synchronization

/// A function that is traced once for each kind of arguments, and compiled.
///
/// A kind is the structure of the arguments (static values included), the types of their leaves, and the defaults and
/// named axes that tracing depends on. Any number of threads may call it; user code and the compiler never run under the lock.
package final class JitFunction<Arguments: Tree, Result: Tree>: @unchecked Sendable {
  /// What is kept of one kind of arguments.
  fileprivate final class Entry: @unchecked Sendable {
    let types: [AbstractArray]
    let structure: TreeStructure
    let defaults: DefaultDTypes
    let axes: [BatchAxis]
    let jaxpr: Jaxpr
    let resultTypes: [AbstractArray]
    /// The program with captured arrays as its first inputs: what an outer trace records.
    let callable: Jaxpr
    /// The result, with leaves that only hold types.
    let template: Result

    init(_ types: [AbstractArray], _ structure: TreeStructure, _ jaxpr: Jaxpr, _ template: Result) {
      self.types = types
      self.structure = structure
      defaults = DefaultDTypes.current
      axes = Context.current.axes
      self.jaxpr = jaxpr
      resultTypes = jaxpr.outputTypes
      callable = jaxpr.withConstantsAsInputs
      self.template = template
    }
  }

  private let name: String
  private let primitive: @Sendable (Jaxpr) -> any Primitive
  private let body: (Arguments) -> Result
  private let entries = Mutex<[Entry]>([])

  package init(name: String, _ body: @escaping (Arguments) -> Result) {
    self.name = name
    self.body = body
    primitive = { JitCall(label: name, jaxpr: $0) }
  }

  /// A function that outer traces record as another kind of call.
  package init(
    name: String, _ body: @escaping (Arguments) -> Result, as primitive: @escaping @Sendable (Jaxpr) -> any Primitive
  ) {
    self.name = name
    self.body = body
    self.primitive = primitive
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
      results = bind(primitive(entry.callable), entry.jaxpr.constants + leaves)
    } else if let leaked = entry.jaxpr.constants.first(where: \.isTracer) {
      reportLeak(name, leaked)
      return entry.template
    } else {
      results = entry.jaxpr.run(leaves)
    }
    return entry.template.replacingLeaves(results)
  }

  private func entry(_ leaves: [NDArray], _ structure: TreeStructure, _ arguments: Arguments) -> (Entry, isNew: Bool) {
    let known = find { entry in
      entry.types.count == leaves.count && zip(entry.types, leaves).allSatisfy { $0 == $1.aval }
        && entry.structure == structure
    }
    if let known { return (known, false) }
    let function = TreeFunction(arguments, body)
    let types = leaves.map(\.aval)
    let jaxpr = stage(types) { function($0) }
    let entry = Entry(types, structure, jaxpr, function.rebuilt(jaxpr.outputTypes.map { .poisoned($0) }))
    // What captured an outer tracer is good for this call only; what failed is not kept.
    if Context.current.error == nil, !jaxpr.constants.contains(where: \.isTracer) {
      entries.withLock { $0.append(entry) }
    }
    return (entry, true)
  }

  /// The entry for the current defaults and named axes that `isRight` accepts.
  @inline(__always)
  private func find(_ isRight: (Entry) -> Bool) -> Entry? {
    let context = Context.current
    return entries.withLock { entries in
      for entry in entries where entry.defaults == context.defaults && entry.axes == context.axes && isRight(entry) {
        return entry
      }
      return nil
    }
  }
}

extension JitFunction where Arguments == NDArray, Result == NDArray {
  /// A warm call on one array, with no tree to walk: the commonest call, and the one that is counted in nanoseconds.
  package func call(_ x: NDArray) -> NDArray {
    guard !Context.isTracing, x.node.kind == .concrete,
      let entry = find({ $0.types.count == 1 && $0.types[0] == x.aval }), entry.jaxpr.outputs.count == 1
    else { return self(x) }
    let storage = unsafeDowncast(x.node, to: ConcreteNode.self).storage
    return NDArray(entry.resultTypes[0], entry.jaxpr.executable.run([storage])[0])
  }
}
