import LanewiseKernelABI

/// Gives every array of a program a buffer: inputs first, then constants, outputs and intermediates.
struct BufferAssignment {
  private let graph: Graph
  private let grouping: Grouping
  private(set) var bufferOfNode: [Int32]
  private(set) var bufferCount: Int
  private(set) var constantBuffers: [(buffer: Int, address: Int)] = []
  private(set) var temporaries: [Executable.Temporary] = []
  /// Arrays that lie within others, these before those within them.
  private(set) var parts: [Executable.Part] = []
  private var joinedParts: [Int32: JoinedPart] = [:]
  let constantGroups: ConstantGroups
  /// The results of these.
  private(set) var computedConstants: [Storage] = []
  private(set) var plan = MemoryPlan()
  /// For each sequence of groups that runs by blocks: arrays of which only the block at hand is kept, and their places.
  private(set) var scratch: [[BlockProgram.Scratch]]
  private(set) var scratchPlans: [MemoryPlan]
  private let blocks: [RowBlocks]
  /// By the number of the group.
  private let updates: [Int: UpdateBlocks]
  /// The sequence that an item is part of; −1 for none.
  private let blocksOfItem: [Int]
  /// The item that uses a node last; items count down while the program runs.
  private var lastUser: [Int32]
  private var isOutput: [Bool]
  /// The input whose memory an output node may take.
  private var donors: [Int32: Int] = [:]
  private let possibleDonors: Range<Int>

  init(
    _ graph: Graph, _ grouping: Grouping, _ blocks: [RowBlocks], _ updates: [Int: UpdateBlocks],
    possibleDonors: Range<Int>
  ) {
    self.possibleDonors = possibleDonors
    self.blocks = blocks
    self.updates = updates
    scratch = blocks.map { _ in [] }
    scratchPlans = blocks.map { _ in MemoryPlan() }
    var blocksOfItem = Array(repeating: -1, count: grouping.items.count)
    for (index, rows) in blocks.enumerated() {
      for number in rows.numbers { blocksOfItem[number] = index }
    }
    self.blocksOfItem = blocksOfItem
    self.graph = graph
    self.grouping = grouping
    constantGroups = ConstantGroups(graph, grouping) { blocksOfItem[$0] < 0 && updates[$0] == nil }
    bufferOfNode = Array(repeating: -1, count: graph.nodes.count)
    lastUser = Array(repeating: Int32.max, count: graph.nodes.count)
    isOutput = Array(repeating: false, count: graph.nodes.count)
    bufferCount = graph.inputCount
    for output in graph.outputs { isOutput[Int(output.node)] = true }
    for index in graph.nodes.indices {
      let node = graph.nodes[index]
      switch node.kind {
      case .input: bufferOfNode[index] = node.payload
      case .constant: addConstant(index, Int(bitPattern: graph.constants[Int(node.payload)].address))
      default: break
      }
    }
    findLastUsers()
    joinedParts = JoinedPart.all(in: graph, grouping, lastUser: lastUser, isOutput: isOutput) { blocksOfItem[$0] >= 0 }
    let inPlace = JoinedPart.all(inPlaceIn: graph, grouping, lastUser: lastUser, isOutput: isOutput)
    joinedParts.merge(inPlace) { joined, _ in joined }
    placeResults()
    findDonors()
  }

  private mutating func addConstant(_ node: Int, _ address: Int) {
    bufferOfNode[node] = Int32(bufferCount)
    constantBuffers.append((bufferCount, address))
    bufferCount += 1
  }

  private mutating func placeConstant(_ node: Int) {
    let storage = Storage(byteCount: byteCount(node))
    computedConstants.append(storage)
    addConstant(node, Int(bitPattern: storage.address))
  }

  /// Scalars are constants in the executable's own memory.
  mutating func assignScalars(_ scalars: UnsafeMutableRawPointer) {
    for index in graph.nodes.indices where graph.nodes[index].kind == .scalar {
      addConstant(index, Int(bitPattern: scalars + 32 * Int(graph.nodes[index].payload)))
    }
  }

  private mutating func findLastUsers() {
    for number in grouping.items.indices {
      let item = grouping.items[number]
      if item.step >= 0 {
        for operand in graph.steps[Int(item.step)].operands { note(operand.node, number) }
        continue
      }
      var member = item.first
      while member >= 0 {
        let node = graph.nodes[Int(member)]
        for operand in 0..<Int(node.operandCount) { note(node.operand(operand).node, number) }
        member = grouping.next[Int(member)]
      }
    }
  }

  private mutating func note(_ node: Int32, _ item: Int) { lastUser[Int(node)] = min(lastUser[Int(node)], Int32(item)) }

  private func byteCount(_ node: Int) -> Int { graph.nodes[node].count * graph.nodes[node].dtype.byteWidth }

  /// The item after which an array's place is free: in a sequence that runs by blocks, the last one's turn comes again
  /// and again.
  private func end(of node: Int32, from item: Int) -> Int {
    let last = lastUser[Int(node)] == Int32.max ? item : Int(lastUser[Int(node)])
    if let updates = updates[last] { return updates.step }
    return blocksOfItem[last] < 0 ? last : blocks[blocksOfItem[last]].last
  }

  /// Whether nobody needs more of an item's result than the block at hand.
  private func isScratch(_ node: Int32, of item: Int) -> Bool {
    guard blocksOfItem[item] >= 0, !isOutput[Int(node)] else { return false }
    let rows = blocks[blocksOfItem[item]]
    return lastUser[Int(node)] >= rows.last && graph.nodes[Int(node)].count % rows.outer == 0
      && !rows.isFoldOfColumns(graph.nodes[Int(node)], graph)
  }

  /// Places in a block's memory for the item's results, then back what it used last.
  private mutating func placeScratch(
    _ results: [Int32], of item: Int, _ offsets: inout [Int32: Int], _ dying: inout [[Int32]]
  ) {
    let index = blocksOfItem[item]
    for result in results where isScratch(result, of: item) {
      let bytesPerRow = byteCount(Int(result)) / blocks[index].outer
      let offset = scratchPlans[index].allocate(bytesPerRow * blocks[index].rowsPerBlock)
      bufferOfNode[Int(result)] = Int32(bufferCount)
      scratch[index].append(BlockProgram.Scratch(buffer: bufferCount, offset: offset, bytesPerRow: bytesPerRow))
      bufferCount += 1
      offsets[result] = offset
      dying[lastUser[Int(result)] == Int32.max ? item : Int(lastUser[Int(result)])].append(result)
    }
    for node in dying[item] {
      let bytesPerRow = byteCount(Int(node)) / blocks[index].outer
      scratchPlans[index].release(
        offsets.removeValue(forKey: node)!, bytesPerRow * blocks[index].rowsPerBlock)
    }
  }

  /// In the order of execution: places for an item's results, then back what it used last.
  private mutating func placeResults() {
    var offsets: [Int32: Int] = [:]
    var dying = Array(repeating: [Int32](), count: grouping.items.count)
    var dyingScratch = blocks.isEmpty ? [] : dying
    for number in grouping.items.indices.reversed() {
      let item = grouping.items[number]
      if item.step >= 0 {
        // A step works in place where its operand is an intermediate array that dies here.
        let step = graph.steps[Int(item.step)]
        for index in step.resultTypes.indices {
          let result = step.firstResult + Int32(index)
          guard let operand = step.operandInPlace(ofResult: index), let offset = offsets[operand],
            lastUser[Int(operand)] == number, !isOutput[Int(operand)], !isOutput[Int(result)],
            joinedParts[result] == nil
          else { continue }
          // Handed over: no longer the operand's to give back.
          offsets[operand] = nil
          addResult(Int(result), at: offset)
          offsets[result] = offset
          dying[end(of: result, from: number)].append(result)
        }
      }
      var results: [Int32] = []
      if item.step >= 0 {
        let step = graph.steps[Int(item.step)]
        results = (0..<Int32(step.resultTypes.count)).map { step.firstResult + $0 }
      } else {
        var member = item.first
        while member >= 0 {
          if grouping.isStored[Int(member)] { results.append(member) }
          member = grouping.next[Int(member)]
        }
      }
      if constantGroups.numbers.contains(number) { for result in results { placeConstant(Int(result)) } }
      if blocksOfItem[number] >= 0 { placeScratch(results, of: number, &offsets, &dyingScratch) }
      for result in results { place(result, of: number, &offsets, &dying) }
      for node in dying[number] {
        if let offset = offsets.removeValue(forKey: node) { plan.release(offset, byteCount(Int(node))) }
      }
    }
  }

  /// A place for an item's result, if it has none yet.
  private mutating func place(
    _ result: Int32, of item: Int, _ offsets: inout [Int32: Int], _ dying: inout [[Int32]]
  ) {
    guard bufferOfNode[Int(result)] < 0 else { return }
    if let part = joinedParts[result] {
      place(part.whole, of: Int(grouping.itemOfNode[Int(part.whole)]), &offsets, &dying)
      parts.append(
        Executable.Part(buffer: bufferCount, whole: Int(bufferOfNode[Int(part.whole)]), offset: part.offset))
    } else if !isOutput[Int(result)], updates[item] == nil {
      // (Where blocks of updates are is known when they run.)
      let offset = plan.allocate(byteCount(Int(result)))
      addResult(Int(result), at: offset)
      offsets[result] = offset
      dying[end(of: result, from: item)].append(result)
      return
    }
    bufferOfNode[Int(result)] = Int32(bufferCount)
    bufferCount += 1
  }

  private mutating func addResult(_ node: Int, at offset: Int) {
    bufferOfNode[node] = Int32(bufferCount)
    temporaries.append(Executable.Temporary(buffer: bufferCount, offset: offset))
    bufferCount += 1
  }

  // MARK: Donation

  /// An output may be computed over an input that dies in the same item, if every tile of the input is read before, or
  /// by the instruction that writes the output's. Not where items run by blocks: an item before may want other rows.
  private mutating func findDonors() {
    var taken: Set<Int32> = []
    for output in graph.outputs where donors[output.node] == nil {
      let number = grouping.itemOfNode[Int(output.node)]
      let node = graph.nodes[Int(output.node)]
      guard number >= 0, blocksOfItem[Int(number)] < 0, node.kind.isElementwise || node.kind == .stepResult
      else { continue }
      let item = grouping.items[Int(number)]
      if item.step >= 0 {
        let step = graph.steps[Int(item.step)]
        if let operand = step.operandInPlace(ofResult: Int(output.node - step.firstResult)),
          canDonate(operand, number, node, taken)
        {
          donors[output.node] = Int(graph.nodes[Int(operand)].payload)
          taken.insert(operand)
        }
        continue
      }
      let members = grouping.members(of: item)
      // A fold may be fused with all that feeds it, and then reads the inputs itself, at its own place.
      guard members.count <= BufferAssignment.largestDonationGroup,
        !members.contains(where: { graph.nodes[Int($0)].kind == .reduce })
      else { continue }
      if let donor = donor(for: output.node, number, members, taken) {
        donors[output.node] = Int(graph.nodes[Int(donor)].payload)
        taken.insert(donor)
      }
    }
  }

  private static let largestDonationGroup = 64

  /// An input that the group reads in order, and not after it has written `output`.
  private func donor(for output: Int32, _ item: Int32, _ members: [Int32], _ taken: Set<Int32>) -> Int32? {
    for member in members where member <= output {
      let user = graph.nodes[Int(member)]
      for position in 0..<Int(user.operandCount) {
        let reference = user.operand(position)
        if reference.map == Reference.inOrder, canDonate(reference.node, item, graph.nodes[Int(output)], taken),
          isReadBefore(output, reference.node, members)
        {
          return reference.node
        }
      }
    }
    return nil
  }

  /// Whether no instruction of the group reads `input` after the one that writes `output`. An instruction may be done
  /// together with its user (a superinstruction), so that counts as the reader too.
  private func isReadBefore(_ output: Int32, _ input: Int32, _ members: [Int32]) -> Bool {
    for member in members {
      let user = graph.nodes[Int(member)]
      for position in 0..<Int(user.operandCount) {
        let reference = user.operand(position)
        let operand = graph.nodes[Int(reference.node)]
        let reads = reference.node == input
        let readsReader = (0..<Int(operand.operandCount)).contains { operand.operand($0).node == input }
        guard reads || readsReader else { continue }
        switch user.kind {
        case .reduce, .bitcast, .copy, .convert: return false
        default: break
        }
        if reads, reference.map != Reference.inOrder || member > output { return false }
        if readsReader, !grouping.isStored[Int(reference.node)], member > output { return false }
      }
    }
    return true
  }

  private func canDonate(_ input: Int32, _ item: Int32, _ result: Node, _ taken: Set<Int32>) -> Bool {
    let node = graph.nodes[Int(input)]
    return node.kind == .input && possibleDonors.contains(Int(node.payload)) && lastUser[Int(input)] == item
      && !isOutput[Int(input)] && !taken.contains(input)
      && node.count == result.count && node.dtype.byteWidth == result.dtype.byteWidth
  }

  func outputs() -> [Executable.Output] {
    var first: [Int32: Int] = [:]
    return graph.outputs.indices.map { index in
      let number = graph.outputs[index].node
      let node = graph.nodes[Int(number)]
      if let earlier = first[number] { return .same(earlier) }
      first[number] = index
      switch node.kind {
      case .input: return .input(Int(node.payload))
      case .constant: return .constant(graph.constants[Int(node.payload)])
      case .scalar:
        let storage = Storage(byteCount: node.dtype.byteWidth)
        storage.address.storeBytes(of: graph.scalars[Int(node.payload)], as: UInt64.self)
        return .constant(storage)
      default:
        return .computed(
          buffer: Int(bufferOfNode[Int(number)]), byteCount: byteCount(Int(number)), donor: donors[number] ?? -1)
      }
    }
  }
}
