import LanewiseEngine
import Synchronization

/// A function that runs on every device at once: see `pmap`.
///
/// It is traced for one device. A program without collectives runs for all of them on the workers, in parallel; one with
/// collectives runs as a batch. Outer traces record the call.
package final class ParallelFunction<Arguments: ArgumentPack, Result: Tree>: @unchecked Sendable {
  /// What is known of one kind of arguments.
  private final class Entry: @unchecked Sendable {
    let types: [AbstractArray]
    let structure: TreeStructure
    let defaults: DefaultDTypes
    let outerAxes: [BatchAxis]
    let size: Int
    /// One device's program.
    let device: Jaxpr
    /// The program of all devices together; nil where they run apart.
    let whole: Jaxpr?
    /// One device's result, with leaves that only hold types.
    let template: Result

    init(
      _ types: [AbstractArray], _ structure: TreeStructure, _ size: Int, _ device: Jaxpr, _ whole: Jaxpr?,
      _ template: Result
    ) {
      self.types = types
      self.structure = structure
      self.size = size
      self.device = device
      self.whole = whole
      self.template = template
      defaults = DefaultDTypes.current
      outerAxes = Context.current.axes
    }
  }

  private let name: String
  private let axisName: String
  private let body: (Arguments) -> Result
  private let batched: BatchFunction<Arguments, Result>
  private let entries = Mutex<[Entry]>([])

  package init(_ name: String, _ axisName: String?, _ inAxes: [Int?], _ body: @escaping (Arguments) -> Result) {
    self.name = name
    // An axis without a name has one that nobody can use by mistake.
    self.axisName = axisName ?? "<axis 0x0>"
    self.body = body
    batched = BatchFunction(
      Batching(inAxes: inAxes, outAxes: 0, axisName: self.axisName, axisSize: nil), name: "pmap", body)
  }

  package func callAsFunction(_ arguments: Arguments) -> Result {
    let leaves = treeLeaves(arguments)
    guard !leaves.contains(where: \.isPoisoned), let (axes, size) = batched.sizes(leaves, arguments) else {
      return poisoned(arguments, size: 1)
    }
    guard size <= HostDevices.count else {
      report(
        LanewiseError(
          .value,
          "pmap: compiling computation that requires \(size) logical devices, but only \(HostDevices.count) are available (num_replicas=\(size)). Set Config.hostDeviceCount to have more of them."
        ))
      return poisoned(arguments, size: size)
    }
    let (entry, isNew) = entry(leaves.map(\.aval), axes, size, arguments)
    if isNew, Context.current.error != nil { return entry.template }
    var results: [NDArray]
    if Context.isTracing || leaves.contains(where: \.isTracer) {
      results = bind(call(entry.device, axes, size), entry.device.constants + leaves)
    } else if let whole = entry.whole {
      results = whole.run(leaves)
    } else {
      let fronts = zip(leaves, axes).map { leaf, axis in axis.map { Lax.moveAxis(leaf, from: $0, to: 0) } ?? leaf }
      results = run(entry.device, fronts, axes.map { $0 != nil }, size: size)
    }
    if Faults.areSought, !Context.isTracing {
      results = Faults.checked(call(entry.device, axes, size), entry.device.constants + leaves, results)
    }
    return entry.template.replacingLeaves(results)
  }

  /// The call for the arrays that the device's program captured, and the arguments.
  private func call(_ device: Jaxpr, _ axes: [Int?], _ size: Int) -> ParallelMap {
    ParallelMap(
      label: name, jaxpr: device.withConstantsAsInputs, axisName: axisName, axisSize: size,
      inAxes: device.constants.map { _ in nil } + axes)
  }

  private func entry(
    _ types: [AbstractArray], _ axes: [Int?], _ size: Int, _ arguments: Arguments
  ) -> (Entry, isNew: Bool) {
    let structure = treeStructure(arguments)
    let (defaults, outerAxes) = (DefaultDTypes.current, Context.current.axes)
    let known = entries.withLock { entries in
      entries.first {
        $0.types == types && $0.defaults == defaults && $0.outerAxes == outerAxes && $0.structure == structure
      }
    }
    if let known { return (known, false) }
    let function = TreeFunction(arguments, body)
    let parts = zip(types, axes).map { type, axis in axis.map { type.removing(axis: $0) } ?? type }
    let device = Context.with(axis: BatchAxis(name: axisName, size: size)) { stage(parts) { function($0) } }
    let isApart =
      !device.concerns(axisName: axisName) && !device.equations.contains { $0.primitive.hasEffect }
    let whole = isApart ? nil : stage(types) { bind(call(device, axes, size), device.constants + $0) }
    let entry = Entry(
      types, structure, size, device, whole, function.rebuilt(device.outputTypes.map { .poisoned($0) }))
    // What captured an outer tracer is good for this call only; what failed is not kept.
    if Context.current.error == nil, !device.constants.contains(where: \.isTracer) {
      entries.withLock { $0.append(entry) }
    }
    return (entry, true)
  }

  /// Runs the program for each device. Each has its part of the operands in memory of its own, as a program wants it.
  private func run(_ program: Jaxpr, _ operands: [NDArray], _ isSpread: [Bool], size: Int) -> [NDArray] {
    let executable = program.executable
    let types = program.inputTypes
    let memory = operands.map { $0.storage! }
    for storage in memory { _ = storage.address }
    let results = program.outputTypes.map { type in
      (type: type.inserting(size, axis: 0), part: type.byteCount, storage: Storage(byteCount: type.byteCount * size))
    }
    Workers.run(chunks: size) { device in
      let inputs = operands.indices.map { index -> Storage in
        guard isSpread[index] else { return memory[index] }
        let part = Storage(byteCount: types[index].byteCount)
        part.address.copyMemory(from: memory[index].address + device * part.byteCount, byteCount: part.byteCount)
        return part
      }
      for (output, result) in zip(executable.run(inputs), results) {
        (result.storage.address + device * result.part).copyMemory(from: output.address, byteCount: result.part)
      }
    }
    return results.map { NDArray($0.type, $0.storage) }
  }

  private func poisoned(_ arguments: Arguments, size: Int) -> Result {
    Context.with(axis: BatchAxis(name: axisName, size: size)) { TreeFunction(arguments, body).poisoned() }
  }
}
