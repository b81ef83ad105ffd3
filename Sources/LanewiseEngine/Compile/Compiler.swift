import LanewiseKernelABI

extension Executable {
  /// Compiles: simplifies the program to a graph, groups its nodes, plans the memory, and writes the groups' tile
  /// programs. The cost is linear in the number of instructions.
  ///
  /// - `donors`: the inputs whose memory outputs may take.
  convenience init(compiling program: Program, donors: Range<Int>) {
    let graph = Simplifier.simplify(program)
    var grouping = Grouping(graph)
    let updates = UpdateBlocks.all(in: graph, &grouping)
    let blocks = RowBlocks.all(in: graph, grouping) { updates[$0] != nil }
    var assignment = BufferAssignment(graph, grouping, blocks, updates, possibleDonors: donors)
    let scalarByteCount = max(64, graph.scalars.count * 32)
    let scalars = MemoryPool.allocate(scalarByteCount)
    for node in graph.nodes where node.kind == .scalar {
      let place = scalars + 32 * Int(node.payload)
      let bits = graph.scalars[Int(node.payload)]
      (place + 8).storeBytes(of: 0, as: UInt64.self)
      (place + 24).storeBytes(of: 0, as: UInt64.self)
      place.storeBytes(of: bits, as: UInt64.self)
      (place + 16).storeBytes(of: ScalarEvaluator.laneBits(bits, node.dtype), as: UInt64.self)
    }
    assignment.assignScalars(scalars)
    var compiler = TileCompiler(
      graph: graph, grouping: grouping, bufferOfNode: assignment.bufferOfNode, scalars: scalars)
    var items: [Item] = []
    var constantItems: [Item] = []
    items.reserveCapacity(grouping.items.count)
    var number = grouping.items.count
    var nextBlocks = 0
    while number > 0 {
      number -= 1
      if nextBlocks < blocks.count, blocks[nextBlocks].first == number {
        let rows = blocks[nextBlocks]
        let transposes = rows.numbers.prefix(rows.transposes).compactMap {
          Executable.transpose(grouping.items[$0], graph, assignment)
        }
        let programs = rows.numbers.dropFirst(rows.transposes).map {
          compiler.compile(grouping.items[$0], block: rows.rowsPerBlock * (grouping.items[$0].count / rows.outer))
        }
        items.append(
          .blocks(
            BlockProgram(
              rows, transposes, programs, assignment.scratch[nextBlocks], assignment.scratchPlans[nextBlocks].byteCount,
              bufferCount: assignment.bufferCount)))
        nextBlocks += 1
        number = rows.last
        continue
      }
      let item = grouping.items[number]
      if let updates = updates[number] {
        number = updates.step
        let program = compiler.compile(item, block: updates.rowsPerBlock * updates.length)
        let step = Executable.step(grouping.items[number], graph, assignment)
        items.append(.updates(UpdateProgram(updates, program, step)))
        continue
      }
      let compiled: Item
      if let transpose = Executable.transpose(item, graph, assignment) {
        compiled = .transpose(transpose)
      } else if let joining = Executable.joining(item, graph, assignment) {
        compiled = .step(joining)
      } else if item.step < 0 {
        compiled = .tiles(compiler.compile(item))
      } else {
        compiled = .step(Executable.step(item, graph, assignment))
      }
      if assignment.constantGroups.numbers.contains(number) {
        constantItems.append(compiled)
      } else {
        items.append(compiled)
      }
    }
    self.init(
      program: program, items: items, constantItems: constantItems, outputs: assignment.outputs(),
      bufferCount: assignment.bufferCount, constantBuffers: assignment.constantBuffers, temporaries: assignment.temporaries,
      temporaryByteCount: assignment.plan.byteCount, parts: assignment.parts, scalars: scalars,
      scalarByteCount: scalarByteCount, constants: graph.constants + assignment.computedConstants)
  }
}

extension Executable {
  fileprivate static func step(_ item: Grouping.Item, _ graph: Graph, _ assignment: BufferAssignment) -> StepItem {
    let step = graph.steps[Int(item.step)]
    return StepItem(
      step: step.step, operands: step.operands.map { assignment.bufferOfNode[Int($0.node)] },
      results: (0..<step.resultTypes.count).map { assignment.bufferOfNode[Int(step.firstResult) + $0] },
      operandTypes: step.operandTypes, resultTypes: step.resultTypes)
  }

  /// The transpose that a group is, if it is nothing else.
  fileprivate static func transpose(
    _ item: Grouping.Item, _ graph: Graph, _ assignment: BufferAssignment
  ) -> TransposeProgram? {
    guard item.step < 0, item.size == 1 else { return nil }
    let node = graph.nodes[Int(item.first)]
    guard node.kind == .copy, node.a.map >= 0, !graph.isUniform(node.a) else { return nil }
    return TransposeProgram(
      source: assignment.bufferOfNode[Int(node.a.node)], result: assignment.bufferOfNode[Int(item.first)],
      width: node.dtype.byteWidth, map: graph.maps[Int(node.a.map)].collapsed, count: node.count)
  }

  /// The step that a group is if it only copies two arrays: a step copies them in longer runs.
  fileprivate static func joining(
    _ item: Grouping.Item, _ graph: Graph, _ assignment: BufferAssignment
  ) -> StepItem? {
    guard let (node, join) = graph.copyingJoin(item) else { return nil }
    func type(_ length: Int) -> AbstractArray { AbstractArray([node.count / join.row, length], node.dtype) }
    return StepItem(
      step: ConcatenateStep(axis: 1), operands: [node.a, node.b].map { assignment.bufferOfNode[Int($0.node)] },
      results: [assignment.bufferOfNode[Int(item.first)]],
      operandTypes: [type(join.first), type(join.row - join.first)], resultTypes: [type(join.row)])
  }
}
