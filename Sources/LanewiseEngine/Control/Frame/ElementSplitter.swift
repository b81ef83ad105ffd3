import LanewiseKernelABI

/// Takes the tiny arrays of a frame's program apart: each of their elements becomes a value of its own.
///
/// What only brings elements to other places (picks, transposes, concatenations) is no work then, and arithmetic on a
/// few elements is scalar code, whose values stay in registers, instead of calls of kernels. Whoever needs such an
/// array as a whole gets it put together, by a node of the kind `pack`.
struct ElementSplitter {
  /// A graph, and which of its inputs and outputs were one array.
  struct Result {
    var graph: Graph
    var inputs: [Range<Int>], outputs: [Range<Int>]
  }

  /// Elements up to which an array is taken apart: a vector kernel does more of them in the same time.
  private static let mostElements = 4
  /// Multiplications up to which a matrix product is written out.
  private static let mostProducts = 16

  /// A node of the old graph, or one of its elements.
  private struct Item {
    var node: Int32
    var element: Int?
  }

  private let old: Graph
  private var graph = Graph()
  private var isSplit: [Bool]
  /// By old node: the new one, and the elements.
  private var whole: [Int32]
  private var elements: [[Reference?]]
  private var picks: [Int: Int32] = [:]

  /// - `carries`: how many outputs, the first ones, take the places of the inputs from `firstCarry` on.
  static func split(_ graph: Graph, firstCarry: Int = 0, carries: Int = 0) -> Result {
    var splitter = ElementSplitter(graph)
    guard splitter.isSplit.contains(true) else {
      return Result(
        graph: graph, inputs: (0..<graph.inputCount).map { $0..<$0 + 1 },
        outputs: graph.outputs.indices.map { $0..<$0 + 1 })
    }
    splitter.decideInputs(firstCarry, carries)
    return splitter.run(firstCarry, carries)
  }

  private init(_ graph: Graph) {
    old = graph
    isSplit = []
    whole = Array(repeating: -1, count: graph.nodes.count)
    elements = Array(repeating: [], count: graph.nodes.count)
    isSplit = graph.nodes.indices.map(isComputedInParts)
  }

  // MARK: What is taken apart

  private func isTiny(_ node: Node) -> Bool {
    (2...ElementSplitter.mostElements).contains(node.count) && ScalarRegister(node.dtype.lane) != nil
  }

  private func isComputedInParts(_ index: Int) -> Bool {
    let node = old.nodes[index]
    if node.kind == .stepResult { return isComputedInParts(step: old.steps[Int(node.payload)], node) }
    guard isTiny(node) else { return false }
    let from = node.operandCount > 0 ? old.nodes[Int(node.a.node)].dtype : node.dtype
    switch node.kind {
    case .copy: return true
    case .unary: return ScalarOpcode.unary(UnaryOp(rawValue: node.operation)!, from.lane) != nil
    case .binary: return ScalarOpcode.binary(BinaryOp(rawValue: node.operation)!, from.lane) != nil
    case .compare: return ScalarOpcode.compare(CompareOp(rawValue: node.operation)!, from.lane) != nil
    case .select: return true
    case .convert: return ScalarOperation.conversion(from.format, node.dtype.format) != nil
    default: return false
    }
  }

  private func isComputedInParts(step: Graph.StepNode, _ node: Node) -> Bool {
    if step.step is ConcatenateStep { return isTiny(node) }
    guard let dot = step.step as? DotStep, dot.batch == 1, dot.k > 0,
      node.dtype == .float32 || node.dtype == .float64,
      step.operandTypes.allSatisfy({ $0.dtype == node.dtype })
    else { return false }
    return (1...ElementSplitter.mostElements).contains(node.count)
      && dot.m * dot.n * dot.k <= ElementSplitter.mostProducts
  }

  /// A carry is taken apart if its new value is, and nobody needs it as a whole.
  private mutating func decideInputs(_ firstCarry: Int, _ carries: Int) {
    guard carries > 0 else { return }
    var isNeededWhole = Array(repeating: false, count: old.nodes.count)
    for (index, node) in old.nodes.enumerated() where !isSplit[index] && node.kind != .stepResult {
      for position in 0..<Int(node.operandCount) where !old.isUniform(node.operand(position)) {
        isNeededWhole[Int(node.operand(position).node)] = true
      }
    }
    for step in old.steps where !isSplit[Int(step.firstResult)] {
      for operand in step.operands { isNeededWhole[Int(operand.node)] = true }
    }
    for output in old.outputs[carries...] { isNeededWhole[Int(output.node)] = true }
    let inputs = old.nodes.indices.filter {
      let node = old.nodes[$0]
      return node.kind == .input && isTiny(node) && !isNeededWhole[$0]
        && (firstCarry..<firstCarry + carries).contains(Int(node.payload))
    }
    for input in inputs { isSplit[input] = true }
    var isChanging = true
    while isChanging {
      isChanging = false
      for input in inputs where isSplit[input] {
        let new = Int(old.outputs[Int(old.nodes[input].payload) - firstCarry].node)
        guard !isSplit[new] || new == input else { continue }
        isSplit[input] = false
        isChanging = true
      }
    }
  }

  // MARK: The new graph

  private mutating func run(_ firstCarry: Int, _ carries: Int) -> Result {
    graph.maps = old.maps
    graph.scalars = old.scalars
    graph.constants = old.constants
    graph.reductions = old.reductions
    let inputs = writeLeaves()
    for (index, node) in old.nodes.enumerated() where node.kind == .stepResult && !isSplit[index] {
      let step = old.steps[Int(node.payload)]
      if Int(step.firstResult) == index { write(step) }
    }
    var outputs: [Range<Int>] = []
    for (number, output) in old.outputs.enumerated() {
      let first = graph.outputs.count
      let type = old.outputTypes[number]
      let node = Int(output.node)
      let isCarry = number < carries
      let inParts =
        isCarry ? inputs[firstCarry + number].count > 1 : isSplit[node] && old.nodes[node].count > 1
      if inParts {
        for element in 0..<type.count {
          write(Item(node: output.node, element: element))
          graph.outputs.append(.inOrder(scalar(elements[node][element]!, type.dtype)))
          graph.outputTypes.append(AbstractArray([], type.dtype))
        }
      } else {
        write(Item(node: output.node, element: nil))
        graph.outputs.append(.inOrder(whole[node]))
        graph.outputTypes.append(type)
      }
      outputs.append(first..<graph.outputs.count)
    }
    return Result(graph: graph, inputs: inputs, outputs: outputs)
  }

  private mutating func add(_ node: Node) -> Int32 {
    graph.nodes.append(node)
    return Int32(graph.nodes.count - 1)
  }

  private mutating func writeLeaves() -> [Range<Int>] {
    var inputs = Array(repeating: 0..<0, count: old.inputCount)
    for (index, node) in old.nodes.enumerated() where node.kind.isLeaf {
      guard node.kind == .input else {
        whole[index] = add(node)
        continue
      }
      let first = graph.inputCount
      inputs[Int(node.payload)] = first..<first + (isSplit[index] ? node.count : 1)
      var part = node
      part.payload = Int32(first)
      if isSplit[index] {
        (part.count, part.shape) = (1, [])
        for _ in 0..<node.count {
          elements[index].append(.inOrder(add(part)))
          part.payload += 1
        }
      } else {
        whole[index] = add(part)
      }
      graph.inputCount = inputs[Int(node.payload)].upperBound
    }
    return inputs
  }

  private mutating func write(_ step: Graph.StepNode) {
    for operand in step.operands { write(Item(node: operand.node, element: nil)) }
    var new = step
    new.operands = step.operands.map { .inOrder(whole[Int($0.node)]) }
    new.firstResult = Int32(graph.nodes.count)
    for index in Int(step.firstResult)..<Int(step.firstResult) + max(1, step.resultTypes.count) {
      var result = old.nodes[index]
      result.payload = Int32(graph.steps.count)
      whole[index] = add(result)
    }
    graph.steps.append(new)
  }

  /// Writes what an item needs, each thing right before its first user, and the item.
  private mutating func write(_ item: Item) {
    var stack = [item]
    while let item = stack.last {
      let missing = isWritten(item) ? [] : needs(of: item).filter { !isWritten($0) }
      guard missing.isEmpty else {
        stack += missing.reversed()
        continue
      }
      stack.removeLast()
      guard !isWritten(item) else { continue }
      if let element = item.element { writeElement(Int(item.node), element) } else { writeWhole(Int(item.node)) }
    }
  }

  private func isWritten(_ item: Item) -> Bool {
    let node = Int(item.node)
    guard let element = item.element else { return whole[node] >= 0 }
    return !elements[node].isEmpty && elements[node][element] != nil
  }

  /// What an element of a user reads.
  private func item(_ reference: Reference, _ element: Int) -> Item {
    Item(
      node: reference.node, element: isSplit[Int(reference.node)] ? position(reference, element) : nil)
  }

  private func position(_ reference: Reference, _ element: Int) -> Int {
    switch reference.map {
    case Reference.inOrder: element
    case Reference.first: 0
    default: withUnsafePointer(to: old.maps[Int(reference.map)].collapsed) { $0.position(element) }
    }
  }

  private func needs(of item: Item) -> [Item] {
    let node = old.nodes[Int(item.node)]
    guard let element = item.element else {
      guard !isSplit[Int(item.node)] else { return (0..<node.count).map { Item(node: item.node, element: $0) } }
      return (0..<Int(node.operandCount)).map { position in
        let operand = node.operand(position)
        return old.isUniform(operand) ? self.item(operand, 0) : Item(node: operand.node, element: nil)
      }
    }
    return sources(node, element).map { self.item($0.reference, $0.element) }
  }

  /// The operands' elements that an element is computed from.
  private func sources(_ node: Node, _ element: Int) -> [(reference: Reference, element: Int)] {
    guard node.kind == .stepResult else { return (0..<Int(node.operandCount)).map { (node.operand($0), element) } }
    let step = old.steps[Int(node.payload)]
    if let dot = step.step as? DotStep {
      let (row, column) = (element / dot.n, element % dot.n)
      var terms: [(reference: Reference, element: Int)] = []
      for p in 0..<dot.k {
        terms.append((step.operands[0], dot.lhsTransposed ? p * dot.m + row : row * dot.k + p))
        terms.append((step.operands[1], dot.rhsTransposed ? column * dot.k + p : p * dot.n + column))
      }
      return terms
    }
    let axis = (step.step as! ConcatenateStep).axis
    let inner = node.shape.dims[(axis + 1)...].reduce(1, *)
    let row = node.shape[axis] * inner
    var place = element % row
    for (operand, type) in zip(step.operands, step.operandTypes) {
      let length = type.shape[axis] * inner
      if place < length { return [(operand, element / row * length + place)] }
      place -= length
    }
    preconditionFailure("the parts are shorter than the array that they make up")
  }

  // MARK: Nodes

  /// An element of a node that has been written.
  private mutating func element(_ reference: Reference, _ element: Int) -> Reference {
    let node = Int(reference.node)
    let place = position(reference, element)
    if isSplit[node] { return elements[node][place]! }
    if old.nodes[node].count == 1 { return .inOrder(whole[node]) }
    return place == 0 ? .first(whole[node]) : Reference(node: whole[node], map: pick(place))
  }

  private mutating func pick(_ place: Int) -> Int32 {
    if let map = picks[place] { return map }
    graph.maps.append(IndexMap(shape: [], strides: SIMD8<Int>.zero, offset: place))
    picks[place] = Int32(graph.maps.count - 1)
    return picks[place]!
  }

  /// An element as a node.
  private mutating func scalar(_ reference: Reference, _ dtype: DType) -> Int32 {
    if reference.map == Reference.inOrder { return reference.node }
    return add(Node(kind: .copy, dtype: dtype, operandCount: 1, a: reference, count: 1, shape: []))
  }

  private mutating func writeElement(_ index: Int, _ number: Int) {
    let node = old.nodes[index]
    if elements[index].isEmpty { elements[index] = Array(repeating: nil, count: node.count) }
    let operands = sources(node, number).map { element($0.reference, $0.element) }
    if node.kind == .stepResult, old.steps[Int(node.payload)].step is DotStep {
      elements[index][number] = sum(ofProducts: operands, node.dtype)
    } else if node.kind == .stepResult || node.kind == .copy {
      elements[index][number] = operands[0]
    } else {
      var new = node
      (new.count, new.shape) = (1, [])
      new.a = operands[0]
      if operands.count > 1 { new.b = operands[1] }
      if operands.count > 2 { new.c = operands[2] }
      elements[index][number] = .inOrder(add(new))
    }
  }

  /// Product after product added to 0, as the step has it. A product stands first, so that it is one instruction with
  /// its sum.
  private mutating func sum(ofProducts operands: [Reference], _ dtype: DType) -> Reference {
    func binary(_ op: BinaryOp, _ a: Reference, _ b: Reference) -> Node {
      Node(kind: .binary, operation: op.rawValue, dtype: dtype, operandCount: 2, a: a, b: b, count: 1, shape: [])
    }
    graph.scalars.append(0)
    let zero = Node(kind: .scalar, dtype: dtype, payload: Int32(graph.scalars.count - 1), count: 1, shape: [])
    var total = Reference.inOrder(add(zero))
    for first in stride(from: 0, to: operands.count, by: 2) {
      let product = add(binary(.mul, operands[first], operands[first + 1]))
      total = .inOrder(add(binary(.add, .inOrder(product), total)))
    }
    return total
  }

  private mutating func writeWhole(_ index: Int) {
    let node = old.nodes[index]
    if isSplit[index] {
      if node.count == 1 {
        whole[index] = scalar(elements[index][0]!, node.dtype)
        return
      }
      graph.packs.append(elements[index].map { $0! })
      whole[index] = add(
        Node(
          kind: .pack, dtype: node.dtype, payload: Int32(graph.packs.count - 1), count: node.count, shape: node.shape))
      return
    }
    var new = node
    if node.operandCount > 0 { new.a = operand(node.a, node.count) }
    if node.operandCount > 1 { new.b = operand(node.b, node.count) }
    if node.operandCount > 2 { new.c = operand(node.c, node.count) }
    whole[index] = add(new)
  }

  /// An operand of a node of so many elements that is not taken apart.
  private func operand(_ reference: Reference, _ count: Int) -> Reference {
    let node = Int(reference.node)
    guard isSplit[node], old.isUniform(reference) else { return Reference(node: whole[node], map: reference.map) }
    let element = elements[node][position(reference, 0)]!
    return count > 1 && element.map == Reference.inOrder ? .first(element.node) : element
  }
}
