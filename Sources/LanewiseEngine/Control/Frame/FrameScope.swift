import LanewiseKernelABI

/// Writes one program of a frame: the body of a loop, a condition, a branch.
///
/// Nodes are written in order, every value to a place of its own; an operation and its only user become one kernel
/// where there is one. What does not change from turn to turn is written to the list before the loop.
final class FrameScope {
  struct Input {
    var value: FrameValue
    /// The same for every turn.
    var isInvariant = false
    /// Its memory may be written to after its last use.
    var isOwned = false
  }

  let writer: FrameWriter
  let graph: Graph
  /// By the program's output: the graph's outputs that it is made of.
  let outputParts: [Range<Int>]
  /// By the program's input: the graph's inputs.
  let inputParts: [Range<Int>]
  let list = RecordWriter()
  let outer: RecordWriter?

  private var values: [FrameValue?]
  private var isOwned: [Bool]
  var isInvariant: [Bool]
  var isNeeded: [Bool]
  var uses: [Int32]
  /// The node that is written when a value is last read; outputs are read at the end.
  var lastUse: [Int32]
  /// By output: whether it has been moved to where it belongs already.
  private(set) var isDelivered: [Bool]
  /// The user that does a node's work.
  var partner: [Int32]
  /// A node that does the work of the other one with its own.
  var hasPartner: [Bool]
  private var inputNodes: [Int32]
  /// The place was made for this value here, and may be taken again after its last use.
  private var isTemporary: [Bool]
  struct Destination {
    var place: FrameValue
    /// The value that is there now.
    var occupant: Int32
  }
  /// By node: where an output is wanted.
  var destinations: [Int32: Destination] = [:]
  private var isStepWritten: [Bool]
  /// The steps that read or write a box.
  let boxes: [Int: FrameBoxStep]
  private var splats: [Reference: UInt16] = [:]
  private struct StreamKey: Hashable { var reference: Reference, count: Int }
  private var streams: [StreamKey: FrameValue] = [:]

  /// - `outer`: the list before the loop; nil for a program that may not run at all.
  /// - `carries`: how many outputs, the first ones, take the places of the inputs from `firstCarry` on after a turn.
  init(
    _ writer: FrameWriter, _ program: Program, _ inputs: [Input], outer: RecordWriter?, firstCarry: Int = 0,
    carries: Int = 0
  ) {
    self.writer = writer
    self.outer = outer
    let split = ElementSplitter.split(
      Simplifier.simplify(program, fusesMoves: false), firstCarry: firstCarry, carries: carries)
    let carried = carries == 0 ? 0 : split.outputs[carries - 1].upperBound
    (graph, boxes) = split.graph.orderedForTurn(carries: carried)
      .orderedByHeight(firstCarry: carries == 0 ? 0 : split.inputs[firstCarry].lowerBound, carries: carried)
      .withBoxes()
    inputParts = split.inputs
    outputParts = split.outputs
    let inputs = FrameScope.parts(of: inputs, split, writer)
    let count = graph.nodes.count
    values = Array(repeating: nil, count: count)
    isOwned = Array(repeating: false, count: count)
    isInvariant = Array(repeating: false, count: count)
    isNeeded = Array(repeating: false, count: count)
    uses = Array(repeating: 0, count: count)
    lastUse = Array(repeating: -1, count: count)
    partner = Array(repeating: -1, count: count)
    hasPartner = Array(repeating: false, count: count)
    inputNodes = Array(repeating: -1, count: inputs.count)
    isTemporary = Array(repeating: false, count: count)
    isStepWritten = Array(repeating: false, count: graph.steps.count)
    isDelivered = Array(repeating: false, count: graph.outputs.count)
    for index in graph.nodes.indices where graph.nodes[index].kind == .input {
      let number = Int(graph.nodes[index].payload)
      inputNodes[number] = Int32(index)
      values[index] = inputs[number].value
      isOwned[index] = inputs[number].isOwned
      isInvariant[index] = inputs[number].isInvariant
    }
    findNeeded()
    findInvariant()
    findPairs()
    findLastUses()
  }

  // MARK: Destinations

  /// Computes an output where the caller wants it if that does no harm; otherwise it has to be moved.
  func want(_ target: Target) {
    let index = graph.outputs[target.output].node
    let node = graph.nodes[Int(index)]
    guard !node.kind.isLeaf, node.kind != .pack, !isInvariant[Int(index)], destinations[index] == nil else { return }
    if target.isExact {
      let isExact =
        node.kind == .stepResult && !target.isElement
        ? !(graph.steps[Int(node.payload)].step is any ControlStep) : scalarKernel(Int(index)) != nil
      guard isExact else { return }
    }
    destinations[index] = Destination(place: target.place, occupant: target.occupant.map { inputNodes[$0] } ?? -1)
  }

  /// Before anything is written: moves an output that is an input as it was to its place, for the input's own place may
  /// be taken then. False if it is none.
  func deliver(_ target: Target) -> Bool {
    let index = Int(graph.outputs[target.output].node)
    guard graph.nodes[index].kind == .input else { return false }
    FrameMove.write([FrameMove(to: target.place, from: value(Int32(index)), type: target.type)], writer, list)
    isDelivered[target.output] = true
    lastUse[index] = -1
    findLastUses()
    return true
  }

  /// The place where a node is wanted, if it may be written to while the node's operands are read.
  private func destination(for index: Int) -> FrameValue? {
    guard let destination = destinations[Int32(index)] else { return nil }
    guard destination.occupant >= 0 else { return destination.place }
    let node = graph.nodes[index]
    let last = lastUse[Int(destination.occupant)]
    let isInPlace = node.kind.isElementwise && node.kind != .copy
    let time = node.kind == .stepResult ? graph.steps[Int(node.payload)].firstResult : Int32(index)
    return last < time || last == time && isInPlace ? destination.place : nil
  }

  /// The place that a node is computed into.
  func place(for index: Int) -> FrameValue {
    if let place = destination(for: index) { return place }
    isOwned[index] = !isInvariant[index]
    isTemporary[index] = isOwned[index]
    return writer.place(graph.nodes[index].count, graph.nodes[index].dtype, isLasting: isInvariant[index])
  }

  // MARK: Writing

  /// Writes all nodes; gives the values of the graph's outputs.
  func write() -> [FrameValue] {
    placePacks()
    writeNodes()
    return graph.outputs.map { value($0.node) }
  }

  /// Writes a condition, but for the comparison that it ends with.
  func writeCondition() -> ScalarLoop.Condition {
    let result = Int(graph.outputs[0].node)
    let node = graph.nodes[result]
    if node.kind == .compare, !isInvariant[result] {
      let comparison = comparison(node)
      let lane = graph.nodes[Int(node.a.node)].dtype.lane
      if ScalarOpcode.compare(comparison.op, lane) != nil {
        isNeeded[result] = false
        placePacks()
        writeNodes()
        return ScalarLoop.Condition(
          comparison: (comparison.op, lane), a: elementSlot(comparison.a), b: elementSlot(comparison.b))
      }
    }
    return ScalarLoop.Condition(a: write()[0].slot)
  }

  private func writeNodes() {
    for index in graph.nodes.indices where isNeeded[index] {
      let node = graph.nodes[index]
      switch node.kind {
      case .scalar: values[index] = writer.scalar(graph.scalars[Int(node.payload)], node.dtype)
      case .constant: values[index] = writer.constant(graph.constants[Int(node.payload)])
      case .input: break
      case .stepResult:
        guard !isStepWritten[Int(node.payload)] else { continue }
        isStepWritten[Int(node.payload)] = true
        writeStep(Int(node.payload))
      default:
        guard partner[index] < 0 else { continue }
        switch node.kind {
        case .reduce: writeReduction(index)
        case .pack: writePack(index)
        default: writeElementwise(index)
        }
        release(operandsOf: node, after: index)
      }
    }
  }

  /// Gives back the places of the operands that are read for the last time, by the node or by what it does the work of.
  private func release(operandsOf node: Node, after time: Int) {
    graph.forEachOperand(of: node) {
      if partner[Int($0.node)] == Int32(time) {
        release(operandsOf: graph.nodes[Int($0.node)], after: time)
      } else {
        release($0.node, after: time)
      }
    }
  }

  private func release(_ node: Int32, after time: Int) {
    guard isTemporary[Int(node)], lastUse[Int(node)] == Int32(time) else { return }
    isTemporary[Int(node)] = false
    writer.release(value(node), graph.nodes[Int(node)].count, graph.nodes[Int(node)].dtype)
  }

  private func writeStep(_ number: Int) {
    let node = graph.steps[number]
    let first = Int(node.firstResult)
    let operands = node.operands.map { operand in
      let isLast = isOwned[Int(operand.node)] && lastUse[Int(operand.node)] == Int32(first)
      let isOnly = node.operands.count { $0.node == operand.node } == 1
      return Input(
        value: value(operand.node), isInvariant: isInvariant[Int(operand.node)], isOwned: isLast && isOnly)
    }
    let wanted = node.resultTypes.indices.map { index in
      FrameControl.Wanted(
        place: destination(for: first + index), isLasting: isInvariant[first], isPassing: isPassing(first + index),
        isReadInOrder: boxes[number] != nil && graph.isReadInOrder(first + index))
    }
    let results = FrameControl(writer, list(for: first)).write(
      node.step, operands, wanted, node.operandTypes, node.resultTypes, box: boxes[number])
    for (index, result) in results.enumerated() {
      let resultNode = first + index
      let isView = if case .view = result.base { true } else { false }
      isOwned[resultNode] = !isView && !isInvariant[first]
      isTemporary[resultNode] = isOwned[resultNode] && wanted[index].place == nil
      values[resultNode] = result
      // Whoever takes an operand's memory takes its rights and duties too.
      for operand in node.operands where value(operand.node).base == result.base {
        isTemporary[resultNode] = isTemporary[Int(operand.node)]
        isTemporary[Int(operand.node)] = false
        for (wanted, destination) in destinations where destination.occupant == operand.node {
          destinations[wanted]!.occupant = Int32(resultNode)
        }
      }
    }
    for operand in node.operands { release(operand.node, after: first) }
  }

  /// The list that a node's instructions belong to.
  func list(for node: Int) -> RecordWriter { isInvariant[node] ? outer! : list }

  func set(_ index: Int, _ value: FrameValue) { values[index] = value }

  /// Whether nothing but one other node reads a node.
  func isPassing(_ index: Int) -> Bool { uses[index] == 1 && lastUse[index] != Int32.max }

  // MARK: Operands

  func value(_ node: Int32) -> FrameValue { values[Int(node)]! }

  /// The slot of a reference's first element.
  func elementSlot(_ reference: Reference) -> UInt16 {
    let offset = reference.map >= 0 ? graph.maps[Int(reference.map)].offset : 0
    let node = graph.nodes[Int(reference.node)]
    return writer.slot(value(reference.node), byteOffset: offset * node.dtype.byteWidth)
  }

  /// The slot of a scalar as a vector of itself.
  func splatSlot(_ reference: Reference) -> UInt16 {
    let node = graph.nodes[Int(reference.node)]
    if reference.map < 0, node.dtype.isComplex || value(reference.node).isSplat { return value(reference.node).slot }
    if let slot = splats[reference] { return slot }
    let slot = filled(reference, 16).slot
    splats[reference] = slot
    return slot
  }

  private func filled(_ reference: Reference, _ count: Int) -> FrameValue {
    let dtype = graph.nodes[Int(reference.node)].dtype
    let place = writer.place(count, dtype, isLasting: true)
    list(for: Int(reference.node)).add(
      KernelTable.kernel(KernelIndex.fill(byteWidth: dtype.byteWidth))!, place.slot, elementSlot(reference),
      count: count)
    return place
  }

  /// A reference's elements, one after the other.
  func stream(_ reference: Reference, _ count: Int) -> FrameValue {
    if reference.map == Reference.inOrder, !isConstant(reference, count) { return value(reference.node) }
    let key = StreamKey(reference: reference, count: count)
    if let value = streams[key] { return value }
    let place: FrameValue
    if graph.isUniform(reference) {
      place = filled(reference, count)
    } else {
      place = writer.place(count, graph.nodes[Int(reference.node)].dtype, isLasting: true)
      load(reference, into: place.slot, count, list(for: Int(reference.node)))
    }
    streams[key] = place
    return place
  }

  func load(_ reference: Reference, into slot: UInt16, _ count: Int, _ list: RecordWriter) {
    let width = graph.nodes[Int(reference.node)].dtype.byteWidth
    list.add(
      TileKernels.load(byteWidth: width), slot, value(reference.node).slot, count: count,
      immediate: writer.keep(TileKernels.Load(map: graph.maps[Int(reference.map)].collapsed)))
  }

  /// Whether an operand of an operation on so many elements is one element.
  func isConstant(_ reference: Reference, _ count: Int) -> Bool {
    graph.isUniform(reference) && (count != 1 || reference.map != Reference.inOrder)
  }
}
