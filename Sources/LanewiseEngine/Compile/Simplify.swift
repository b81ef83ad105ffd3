import LanewiseKernelABI

/// Turns a program into a graph: folds scalar arithmetic, shares common subexpressions, and makes views and reshapes
/// index maps of their uses. Dead code falls away later, when nothing asks for it.
struct Simplifier {
  let program: Program
  var graph = Graph()
  /// What each value of the program has become.
  private var references: [Reference] = []
  private var known: [Key: Int32] = [:]
  private var knownScalars: [ScalarKey: Int32] = [:]
  /// Constants 0, 1, 2…, by their length and dtype.
  private var knownIotas: [ScalarKey: Int32] = [:]
  private var knownMaps: [IndexMap: Int32] = [:]
  /// Whether what joins arrays, or takes elements of one, becomes a node, which a group computes where it is used.
  let fusesMoves: Bool
  /// The region of the instruction at hand.
  private var region: Int32 = 0

  /// Two nodes with equal keys have equal elements.
  private struct Key: Hashable {
    var kind: UInt8, operation: UInt8, dtype: UInt8
    var payload: Int32
    var a: Reference, b: Reference, c: Reference
    var count: Int
    var region: Int32

    func hash(into hasher: inout Hasher) {
      // One word, since each takes a round of the hash function, which is dearer than to be wrong now and then.
      let first = UInt64(UInt32(bitPattern: a.node))
      let second = UInt64(UInt32(bitPattern: b.node))
      let what = UInt64(kind) | UInt64(operation) << 8 | UInt64(dtype) << 16
      hasher.combine((what << 32 | first) ^ second &* 0x9E37_79B9_7F4A_7C15)
    }
  }
  private struct ScalarKey: Hashable { var bits: UInt64, dtype: DType }

  static func simplify(_ program: Program, fusesMoves: Bool = true) -> Graph {
    var simplifier = Simplifier(program, fusesMoves)
    simplifier.run()
    return simplifier.graph
  }

  private init(_ program: Program, _ fusesMoves: Bool) {
    self.program = program
    self.fusesMoves = fusesMoves
    references = Array(repeating: Reference(node: -1, map: 0), count: program.types.count)
    graph.nodes.reserveCapacity(program.types.count)
    known.reserveCapacity(program.instructions.count)
    graph.inputCount = program.inputCount
  }

  private mutating func run() {
    // Most instructions are met at their first result; those without results, before the value behind them.
    let withoutResults = program.instructions.filter { $0.resultCount == 0 }
    var next = 0
    func lowerThose(before value: Int) {
      while next < withoutResults.count, withoutResults[next].resultStart <= value {
        lower(withoutResults[next])
        next += 1
      }
    }
    for value in program.types.indices {
      lowerThose(before: value)
      let type = program.types[value]
      switch program.sources[value] {
      case .input(let number):
        references[value] = .inOrder(
          add(Node(kind: .input, dtype: type.dtype, payload: Int32(number), count: type.count, shape: type.shape)))
      case .constant(let storage):
        references[value] = .inOrder(constant(storage, type))
      case .scalar(let bits):
        references[value] = .inOrder(scalar(bits, type.dtype))
      case .instruction(let index):
        let instruction = program.instructions[Int(index)]
        region = instruction.region
        if Int(instruction.resultStart) == value { lower(instruction) }
      }
    }
    lowerThose(before: program.types.count)
    graph.outputs = program.outputs.map { references[Int($0.index)] }
    graph.outputTypes = program.outputs.map { program.types[Int($0.index)] }
    for index in graph.outputs.indices where graph.outputs[index].map != Reference.inOrder {
      graph.outputs[index] = .inOrder(copy(graph.outputs[index], graph.outputTypes[index]))
    }
    if fusesMoves { sliceOperands() }
  }

  // MARK: Nodes

  private mutating func add(_ node: Node) -> Int32 {
    graph.nodes.append(node)
    return Int32(graph.nodes.count - 1)
  }

  private mutating func constant(_ storage: Storage, _ type: AbstractArray) -> Int32 {
    if type.count == 1, type.dtype.byteWidth <= 8 {
      return scalar(storage.address.loadBits(type.dtype.byteWidth), type.dtype)
    }
    graph.constants.append(storage)
    return add(
      Node(
        kind: .constant, dtype: type.dtype, payload: Int32(graph.constants.count - 1), count: type.count,
        shape: type.shape))
  }

  mutating func scalar(_ bits: UInt64, _ dtype: DType) -> Int32 {
    let key = ScalarKey(bits: bits, dtype: dtype)
    if let node = knownScalars[key] { return node }
    graph.scalars.append(bits)
    let node = add(Node(kind: .scalar, dtype: dtype, payload: Int32(graph.scalars.count - 1), count: 1, shape: []))
    knownScalars[key] = node
    return node
  }

  /// A node, or the one that computes the same already.
  mutating func shared(_ node: Node) -> Int32 {
    if let found = found(node) { return found }
    let index = add(node)
    known[key(node)] = index
    return index
  }

  /// The one that computes the same already.
  func found(_ node: Node) -> Int32? { known[key(node)] }

  private func key(_ node: Node) -> Key {
    Key(
      kind: node.kind.rawValue, operation: node.operation, dtype: node.dtype.rawValue,
      payload: node.payload, a: node.a, b: node.b, c: node.c, count: node.count, region: region)
  }

  mutating func copy(_ reference: Reference, _ type: AbstractArray) -> Int32 {
    shared(Node(kind: .copy, dtype: type.dtype, operandCount: 1, a: reference, count: type.count, shape: type.shape))
  }

  func operand(_ instruction: Program.Instruction, _ index: Int) -> (Reference, AbstractArray) {
    let slot = Int(program.operands[Int(instruction.operandStart) + index].index)
    return (references[slot], program.types[slot])
  }

  private mutating func lower(_ instruction: Program.Instruction) {
    if case .step(let step) = instruction.operation { return lower(step, instruction) }
    let value = Int(instruction.resultStart)
    let type = program.types[value]
    guard type.count > 0 else {
      references[value] = .inOrder(constant(Storage(byteCount: 0), type))
      return
    }
    references[value] =
      switch instruction.operation {
      case .unary(let op): elementwise(.unary, op.rawValue, instruction, type)
      case .binary(let op): elementwise(.binary, op.rawValue, instruction, type)
      case .compare(let op): elementwise(.compare, op.rawValue, instruction, type)
      case .select: elementwise(.select, 0, instruction, type)
      case .fma: elementwise(.fma, 0, instruction, type)
      case .convert: elementwise(.convert, 0, instruction, type)
      case .bitcast: elementwise(.bitcast, 0, instruction, type)
      case .iota(let dimension): iota(dimension, type)
      case .view(let offset, let strides):
        view(instruction, type, IndexMap(shape: type.shape, strides: strides, offset: offset))
      case .reshape: reshape(instruction, type)
      case .reduce(let op, let axes): reduce(op, axes, instruction, type)
      case .step: preconditionFailure("steps are lowered above")
      }
  }

  // MARK: Iotas

  private mutating func iota(_ dimension: Int, _ type: AbstractArray) -> Reference {
    if type.shape[dimension] == 1 {
      let zero = scalar(0, type.dtype)
      return type.count == 1 ? .inOrder(zero) : .first(zero)
    }
    let extent = type.shape[dimension]
    if extent == type.count {
      return .inOrder(shared(Node(kind: .iota, dtype: type.dtype, count: extent, shape: [extent])))
    }
    // Indices along one of several dimensions: a view of a short array of them.
    let indices: Int32
    if extent <= Simplifier.longestKnownIota {
      indices = knownIota(extent, type.dtype)
    } else {
      indices = shared(Node(kind: .iota, dtype: type.dtype, count: extent, shape: [extent]))
    }
    var strides = SIMD8<Int>.zero
    strides[dimension] = 1
    return reference(indices, IndexMap(shape: type.shape, strides: strides, offset: 0))
  }

  private static let longestKnownIota = 16_384

  private mutating func knownIota(_ extent: Int, _ dtype: DType) -> Int32 {
    let key = ScalarKey(bits: UInt64(extent), dtype: dtype)
    if let found = knownIotas[key] { return found }
    let node = constant(Direct.iota(count: extent, dtype), AbstractArray([extent], dtype))
    knownIotas[key] = node
    return node
  }

  // MARK: Views

  private mutating func reference(_ node: Int32, _ map: IndexMap) -> Reference {
    let nodeCount = graph.nodes[Int(node)].count
    if map.isUniform {
      if map.offset == 0 { return nodeCount == 1 && map.shape.count == 1 ? .inOrder(node) : .first(node) }
      return Reference(node: node, map: intern(IndexMap(shape: [], strides: SIMD8<Int>.zero, offset: map.offset)))
    }
    if map.offset == 0, map.shape.count == nodeCount, map.isContiguous { return .inOrder(node) }
    return Reference(node: node, map: intern(map))
  }

  mutating func intern(_ map: IndexMap) -> Int32 {
    if let found = knownMaps[map] { return found }
    graph.maps.append(map)
    let index = Int32(graph.maps.count - 1)
    knownMaps[map] = index
    return index
  }

  private mutating func view(_ instruction: Program.Instruction, _ type: AbstractArray, _ view: IndexMap) -> Reference {
    let (source, sourceType) = operand(instruction, 0)
    if source.map == Reference.inOrder, !graph.isUniform(source),
      let product = exchanged(instruction, source.node, view)
    {
      return product
    }
    return viewed(source, sourceType, view)
  }

  /// What a map shows of a reference.
  mutating func viewed(_ source: Reference, _ sourceType: AbstractArray, _ view: IndexMap) -> Reference {
    if graph.isUniform(source) {
      if source.map == Reference.inOrder || source.map == Reference.first {
        return reference(source.node, IndexMap(shape: view.shape, strides: SIMD8<Int>.zero, offset: 0))
      }
      return source
    }
    if source.map == Reference.inOrder { return reference(source.node, view) }
    if let map = graph.maps[Int(source.map)].composed(with: view) { return reference(source.node, map) }
    return reference(copy(source, sourceType), view)
  }

  private mutating func reshape(_ instruction: Program.Instruction, _ type: AbstractArray) -> Reference {
    let (source, sourceType) = operand(instruction, 0)
    if source.map < 0 || graph.isUniform(source) { return source }
    if let map = graph.maps[Int(source.map)].reshaped(type.shape) { return reference(source.node, map) }
    return .inOrder(copy(source, sourceType))
  }

  // MARK: Reductions

  private mutating func reduce(
    _ op: FoldOp, _ axes: [Int], _ instruction: Program.Instruction, _ type: AbstractArray
  ) -> Reference {
    var (source, sourceType) = operand(instruction, 0)
    guard sourceType.count > 0 else {
      let identity = scalar(op.identityBits(type.dtype), type.dtype)
      return type.count == 1 ? .inOrder(identity) : .first(identity)
    }
    let isHalf = type.dtype == .float16 || type.dtype == .bfloat16
    if isHalf {
      source = converted(source, sourceType, to: .float32)
      sourceType.dtype = .float32
    }
    let times = readOnce(op, axes, &source, &sourceType)
    // Runs of reduced and kept axes, from the innermost outwards; each reduced run is a reduction of its own.
    var shape = sourceType.shape
    var isReduced = (0..<shape.rank).map { axes.contains($0) && shape[$0] != 1 }
    while let last = isReduced.lastIndex(of: true) {
      var first = last
      while first > 0, isReduced[first - 1] || shape[first - 1] == 1 { first -= 1 }
      let outer = (0..<first).reduce(1) { $0 * shape[$1] }
      let folded = (first...last).reduce(1) { $0 * shape[$1] }
      let inner = (last + 1..<shape.rank).reduce(1) { $0 * shape[$1] }
      let kept = Array((0..<first).map { shape[$0] } + (last + 1..<shape.rank).map { shape[$0] })
      isReduced.removeSubrange(first...last)
      shape = Shape(kept)
      let reduction = Reduction(outer: outer, reduce: folded, inner: inner)
      source = self.folded(op, reduction, source, sourceType.with(shape: shape))
    }
    if times > 1 { source = multiplied(source, sourceType.with(shape: shape), by: times) }
    return isHalf ? converted(source, sourceType.with(shape: shape), to: type.dtype) : source
  }

  mutating func folded(
    _ op: FoldOp, _ reduction: Reduction, _ source: Reference, _ type: AbstractArray
  ) -> Reference {
    graph.reductions.append(reduction)
    return .inOrder(
      add(
        Node(
          kind: .reduce, operation: op.rawValue, dtype: type.dtype, operandCount: 1,
          payload: Int32(graph.reductions.count - 1), a: source, count: type.count, shape: type.shape)))
  }

  private mutating func converted(_ source: Reference, _ type: AbstractArray, to dtype: DType) -> Reference {
    .inOrder(
      shared(Node(kind: .convert, dtype: dtype, operandCount: 1, a: source, count: type.count, shape: type.shape)))
  }

  // MARK: Steps

  private mutating func lower(_ step: any Step, _ instruction: Program.Instruction) {
    if fusesMoves, let move = move(step, instruction) ?? products(step, instruction) {
      references[Int(instruction.resultStart)] = move
      return
    }
    var step = step
    var operands: [Reference] = []
    var types: [AbstractArray] = []
    for index in 0..<Int(instruction.operandCount) {
      let (read, type) = operand(instruction, index)
      var reference = read
      if let turned = turned(step, index, reference) {
        step = turned
        reference.map = Reference.inOrder
      }
      if let counting = countingFromEnd(step, index, reference, of: types.first) { (step, reference) = counting }
      operands.append(reference.map == Reference.inOrder ? reference : .inOrder(copy(reference, type)))
      types.append(type)
    }
    let results = program.results(of: instruction)
    let first = Int32(graph.nodes.count)
    let payload = Int32(graph.steps.count)
    for value in results {
      let type = program.types[value]
      references[value] = .inOrder(
        add(Node(kind: .stepResult, dtype: type.dtype, payload: payload, count: type.count, shape: type.shape)))
    }
    // A step without results has a node all the same: its place in the order.
    if results.isEmpty { _ = add(Node(kind: .stepResult, dtype: .bool, payload: payload, count: 0, shape: [0])) }
    graph.steps.append(
      Graph.StepNode(
        step: step, operands: operands, operandTypes: types, resultTypes: results.map { program.types[$0] },
        firstResult: first))
  }
}

extension UnsafeMutableRawPointer {
  /// The first bytes, at most 8, as the low bits of a word.
  func loadBits(_ byteCount: Int) -> UInt64 {
    var bits: UInt64 = 0
    withUnsafeMutableBytes(of: &bits) { $0.copyMemory(from: UnsafeRawBufferPointer(start: self, count: byteCount)) }
    return UInt64(littleEndian: bits)
  }
}
