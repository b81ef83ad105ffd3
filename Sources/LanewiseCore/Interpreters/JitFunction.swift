import LanewiseEngine
import Synchronization

/// A function that is traced once for each kind of arguments, and compiled.
///
/// A kind is the structure of the arguments (static values included), the types of their leaves, and the defaults and
/// named axes that tracing depends on. Any number of threads may call it; user code and the compiler never run under the lock.
package final class JitFunction<Arguments: ArgumentPack, Result: Tree>: @unchecked Sendable {
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

  private static var largestEntryCount: Int { 256 }

  private let name: String
  private let primitive: @Sendable (Jaxpr) -> any Primitive
  private let body: (Arguments) -> Result
  private let entries = Mutex<[Entry]>([])
  /// Whether it is no more than its body where jit is disabled.
  private let isJit: Bool
  /// The arguments that are given away, and those that must not hold arrays.
  private let donatedArguments: [Int], staticArguments: [Int]

  package init(
    name: String, donating donatedArguments: Argnums = [], static staticArguments: Argnums = [],
    _ body: @escaping (Arguments) -> Result
  ) {
    self.name = name
    self.body = body
    isJit = true
    self.donatedArguments = donatedArguments.numbers
    self.staticArguments = staticArguments.numbers
    primitive = { JitCall(label: name, jaxpr: $0) }
  }

  /// A function that outer traces record as another kind of call.
  package init(
    name: String, _ body: @escaping (Arguments) -> Result, as primitive: @escaping @Sendable (Jaxpr) -> any Primitive
  ) {
    self.name = name
    self.body = body
    self.primitive = primitive
    isJit = false
    (donatedArguments, staticArguments) = ([], [])
  }

  package func callAsFunction(_ arguments: Arguments) -> Result {
    var walker = TreeWalker()
    _ = arguments.walk(&walker)
    let leaves = walker.leaves
    if leaves.contains(where: \.isPoisoned) || !hasValidArgnums(arguments) {
      return TreeFunction(arguments, body).poisoned()
    }
    if isJit, Context.current.isJitDisabled { return body(arguments) }
    let (entry, isNew) = entry(leaves, TreeStructure(parts: walker.structure), arguments)
    if isNew, Context.current.error != nil { return entry.template }
    let results: [NDArray]
    if Context.isTracing || leaves.contains(where: \.isTracer) {
      results = bind(primitive(entry.callable), entry.jaxpr.constants + leaves)
    } else if let leaked = entry.jaxpr.constants.first(where: \.isTracer) {
      reportLeak(name, leaked)
      return entry.template
    } else if Faults.areSought {
      // The operands are needed until the results have been looked at.
      results = Faults.checked(JitCall(label: name, jaxpr: entry.jaxpr), leaves, entry.jaxpr.run(leaves))
      _ = Jaxpr.donate(leaves, donatedLeaves(arguments) ?? [])
    } else {
      results = entry.jaxpr.run(leaves, donated: donatedLeaves(arguments))
    }
    return entry.template.replacingLeaves(results)
  }

  /// The program for arguments of this kind: traced, and kept for calls.
  package func lowered(_ arguments: Arguments) -> Jaxpr {
    entry(treeLeaves(arguments), treeStructure(arguments), arguments).0.jaxpr
  }

  /// For each leaf, whether it is given away; nil where none is.
  private func donatedLeaves(_ arguments: Arguments) -> [Bool]? {
    guard !donatedArguments.isEmpty else { return nil }
    let counts = arguments.leafCounts
    let chosen = donatedArguments.map { $0 < 0 ? $0 + counts.count : $0 }
    return counts.enumerated().flatMap { Array(repeating: chosen.contains($0), count: $1) }
  }

  /// Whether the numbers name arguments, and the static ones hold no arrays; a mistake is reported.
  private func hasValidArgnums(_ arguments: Arguments) -> Bool {
    guard !(donatedArguments.isEmpty && staticArguments.isEmpty) else { return true }
    let counts = arguments.leafCounts
    if let bad = (donatedArguments + staticArguments).first(where: { $0 >= counts.count || $0 < -counts.count }) {
      report(
        LanewiseError(
          .value, "jit \(name): there is no argument \(bad); the function takes \(counts.count)."))
      return false
    }
    if let bad = staticArguments.first(where: { counts[$0 < 0 ? $0 + counts.count : $0] > 0 }) {
      report(
        LanewiseError(
          .value,
          "jit \(name): argument \(bad) holds arrays, so it cannot be static; what is not an array (Int, Bool, String, an enum) is static by itself."
        ))
      return false
    }
    return true
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
      entries.withLock { entries in
        // A function that is called with ever new kinds of arguments must not keep them all.
        if entries.count == JitFunction.largestEntryCount { entries.removeFirst(entries.count / 2) }
        entries.append(entry)
      }
    }
    return (entry, true)
  }

  /// The entry for the current defaults and named axes that `isRight` accepts.
  @inline(__always)
  private func find(_ isRight: (Entry) -> Bool) -> Entry? {
    let context = Context.current
    guard !context.isJitDisabled || !isJit else { return nil }
    return entries.withLock { entries in
      for (index, entry) in entries.enumerated()
      where entry.defaults == context.defaults && entry.axes == context.axes && isRight(entry) {
        // The kind that was met last is looked at first.
        if index > 0 { entries.swapAt(0, index) }
        return entry
      }
      return nil
    }
  }
}

extension JitFunction where Arguments == NDArray, Result == NDArray {
  /// A warm call on one array, with no tree to walk: the commonest call, and the one that is counted in nanoseconds.
  package func call(_ x: NDArray) -> NDArray {
    guard !Context.isTracing, !Faults.areSought, donatedArguments.isEmpty, x.node.kind == .concrete,
      let entry = find({ $0.types.count == 1 && $0.types[0] == x.aval }), entry.jaxpr.outputs.count == 1
    else { return self(x) }
    let storage = unsafeDowncast(x.node, to: ConcreteNode.self).storage
    return NDArray(entry.resultTypes[0], entry.jaxpr.executable.call([storage])[0])
  }
}

extension JitFunction where Arguments == Pack<NDArray, NDArray>, Result == NDArray {
  /// The same on two arrays.
  package func call(_ x: NDArray, _ y: NDArray) -> NDArray {
    guard !Context.isTracing, !Faults.areSought, donatedArguments.isEmpty, x.node.kind == .concrete,
      y.node.kind == .concrete,
      let entry = find({ $0.types.count == 2 && $0.types[0] == x.aval && $0.types[1] == y.aval }),
      entry.jaxpr.outputs.count == 1
    else { return self(Pack(x, y)) }
    let storages = [x.storage!, y.storage!]
    return NDArray(entry.resultTypes[0], entry.jaxpr.executable.call(storages)[0])
  }
}
