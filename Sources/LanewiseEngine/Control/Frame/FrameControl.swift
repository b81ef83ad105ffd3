import LanewiseKernelABI

/// Writes steps to a list of records: loops and branches become lists of their own where their values are small, other
/// steps are called.
struct FrameControl {
  typealias Input = FrameScope.Input
  /// What becomes of a result.
  struct Wanted {
    /// Where it should be, if it matters.
    var place: FrameValue?
    /// Its place is never taken again.
    var isLasting = false
    /// It has one reader, which comes later in the same list.
    var isPassing = false
    /// No step that runs programs reads it, and nobody only some of its elements.
    var isReadInOrder = false
  }

  let writer: FrameWriter
  let list: RecordWriter

  init(_ writer: FrameWriter, _ list: RecordWriter) {
    self.writer = writer
    self.list = list
  }

  /// Gives the results' values.
  ///
  /// - `wanted`: the results are in the places where they should be, but for those that have taken the memory of an
  ///   operand.
  /// - `box`: the step, if it reads or writes one.
  func write(
    _ step: any Step, _ operands: [Input], _ wanted: [Wanted], _ operandTypes: [AbstractArray],
    _ resultTypes: [AbstractArray], box: FrameBoxStep? = nil
  ) -> [FrameValue] {
    guard let control = step as? any ControlStep, control.fitsFrame else {
      return call(step, operands, wanted, operandTypes, resultTypes, box)
    }
    let wanted = wanted.map(\.place)
    switch control {
    case let step as WhileStep: return write(step.loop, operands, wanted, operandTypes)
    case let step as ScanStep: return write(step.loop, operands, wanted, operandTypes, resultTypes)
    case let step as SwitchStep: return write(branches: step.branches, operands, wanted, resultTypes)
    default: preconditionFailure("frames know no step \(step.name)")
    }
  }

  /// A step that is no loop and no branch.
  private func call(
    _ step: any Step, _ operands: [Input], _ wanted: [Wanted], _ operandTypes: [AbstractArray],
    _ resultTypes: [AbstractArray], _ box: FrameBoxStep?
  ) -> [FrameValue] {
    func place(_ index: Int) -> FrameValue {
      if let reused = step.reusableOperand(ofResult: index), operands[reused].isOwned,
        operandTypes[reused].byteCount == resultTypes[index].byteCount
      {
        return unsplat(operands[reused].value)
      }
      return wanted[index].place
        ?? writer.place(resultTypes[index].count, resultTypes[index].dtype, isLasting: wanted[index].isLasting)
    }
    if let box { return [box.write(operands, operandTypes, wanted[0], writer, list) { place(0) }] }
    let results = resultTypes.indices.map(place)
    let call = FrameStep(
      step, operands: operands.map(\.value.slot), results: results.map(\.slot), operandTypes: operandTypes,
      resultTypes: resultTypes)
    list.add(LoopKernels.step, 0, immediate: writer.keep(call))
    return results
  }

  private func unsplat(_ value: FrameValue) -> FrameValue {
    var value = value
    value.isSplat = false
    return value
  }

  // MARK: Loops

  /// Places for a loop's carry, with the initial values in them: those of operands that nobody needs any more, if they
  /// may be written to.
  private func carry(
    _ range: Range<Int>, _ operands: [Input], _ wanted: [FrameValue?], _ types: [AbstractArray]
  ) -> [FrameValue] {
    var moves: [FrameMove] = []
    let places = range.map { index -> FrameValue in
      let operand = operands[index]
      if operand.isOwned, operand.value.base.isWritable { return unsplat(operand.value) }
      let place = wanted[index - range.lowerBound] ?? writer.place(types[index].count, types[index].dtype)
      moves.append(FrameMove(to: place, from: operand.value, type: types[index]))
      return place
    }
    FrameMove.write(moves, writer, list)
    return places
  }

  private func write(
    _ loop: WhileStep.Loop, _ operands: [Input], _ wanted: [FrameValue?], _ types: [AbstractArray]
  ) -> [FrameValue] {
    let first = loop.condConstants + loop.bodyConstants
    let places = carry(first..<operands.count, operands, wanted, types)
    func inputs(_ constants: Range<Int>, owned: Bool) -> [Input] {
      operands[constants].map { Input(value: $0.value, isInvariant: true) }
        + places.map { Input(value: $0, isOwned: owned) }
    }
    func written(_ program: Program) -> FrameScope {
      let body = FrameScope(
        writer, program, inputs(loop.condConstants..<first, owned: true), outer: list,
        firstCarry: loop.bodyConstants, carries: places.count)
      writeTurn(body, places, Array(types[first...]), constants: loop.bodyConstants)
      return body
    }
    let body = written(loop.body.program)
    let cond = FrameScope(writer, loop.cond.program, inputs(0..<loop.condConstants, owned: false), outer: list)
    let condition = cond.writeCondition()
    let lists = (cond: writer.finish(cond.list), body: writer.finish(body.list))
    var scalarLoop = ScalarLoop(
      ScalarRecords(list: body.list, place: lists.body), while: ScalarRecords(list: cond.list, place: lists.cond),
      condition)
    var (counters, isAll) = ([Int](), false)
    let counted = CountedLoop(
      cond: cond.graph, body: body.graph, condConstants: loop.condConstants, bodyConstants: loop.bodyConstants, places,
      condition, writer, counted: &counters, isAll: &isAll
    ).map { counted -> (CountedLoop, ScalarCode?) in
      guard !isAll else { return (counted, nil) }
      let rest = written(loop.body.program.passing(counters, from: loop.bodyConstants))
      var turns = ScalarLoop(ScalarRecords(list: rest.list, place: writer.finish(rest.list)), cells: [])
      return (counted, turns.write(writer))
    }
    let record = LoopKernels.While(
      cond: lists.cond, body: lists.body, comparison: condition.comparison, code: scalarLoop.write(writer),
      counted: counted)
    list.add(LoopKernels.whileLoop, 0, condition.a, condition.b, immediate: writer.keep(record))
    return places
  }

  /// The body, and what brings its outputs to the carry's places.
  private func writeTurn(
    _ body: FrameScope, _ places: [FrameValue], _ types: [AbstractArray], constants: Int,
    slices: [(place: FrameValue, type: AbstractArray)] = []
  ) {
    let carry = places.indices.flatMap {
      body.targets($0, at: places[$0], types[$0], occupant: constants + $0)
    }
    let computed = slices.enumerated()
      .flatMap { body.targets(places.count + $0, at: $1.place, $1.type, exactly: true) }
      .filter { !body.deliver($0) }
    for target in carry + computed { body.want(target) }
    let outputs = body.write()
    for target in computed { body.writeMoves([target], outputs) }
    body.writeMoves(carry, outputs)
  }

  private func write(
    _ loop: ScanStep.Loop, _ operands: [Input], _ wanted: [FrameValue?], _ operandTypes: [AbstractArray],
    _ resultTypes: [AbstractArray]
  ) -> [FrameValue] {
    let firstX = loop.constants + loop.carries
    let places = carry(
      loop.constants..<firstX, operands, Array(wanted[..<loop.carries]), operandTypes)
    let stacks = (loop.carries..<resultTypes.count).map { index in
      wanted[index] ?? writer.place(resultTypes[index].count, resultTypes[index].dtype)
    }
    guard loop.length > 0 else { return places + stacks }
    let cells = FrameCells()
    func cell(_ array: FrameValue, _ byteCount: Int) -> FrameValue {
      let slot = writer.cell()
      let slice = byteCount / loop.length
      cells.add(
        slot, array: array.slot, start: loop.reverse ? byteCount - slice : 0, stride: loop.reverse ? -slice : slice)
      return FrameValue(base: .cell(slot), slot: slot, cells: cells)
    }
    let inputs =
      operands[..<loop.constants].map { Input(value: $0.value, isInvariant: true) }
      + places.map { Input(value: $0, isOwned: true) }
      + operands.indices[firstX...].map {
        Input(value: cell(operands[$0].value, operandTypes[$0].byteCount))
      }
    let slices = stacks.indices.map { index in
      let output = loop.body.program.outputs[loop.carries + index]
      return (
        place: cell(stacks[index], resultTypes[loop.carries + index].byteCount),
        type: loop.body.program.types[Int(output.index)]
      )
    }
    let body = FrameScope(
      writer, loop.body.program, inputs, outer: list, firstCarry: loop.constants, carries: loop.carries)
    writeTurn(
      body, places, Array(operandTypes[loop.constants..<firstX]), constants: loop.constants, slices: slices)
    let records = writer.finish(body.list) as RecordList
    var scalarLoop = ScalarLoop(ScalarRecords(list: body.list, place: records), cells: cells.cells)
    let scan = LoopKernels.Scan(
      body: records, length: loop.length, cells: writer.keep(cells.cells), code: scalarLoop.write(writer))
    list.add(LoopKernels.scan, 0, immediate: writer.keep(scan))
    return places + stacks
  }

  // MARK: Branches

  private func write(
    branches: [NestedProgram], _ operands: [Input], _ wanted: [FrameValue?], _ types: [AbstractArray]
  ) -> [FrameValue] {
    // A large array that a branch passes on or works on in place stays where it is, if nobody else needs it.
    var occupants: [Int?] = Array(repeating: nil, count: types.count)
    for index in types.indices where types[index].byteCount > SwitchStep.largeResult {
      guard let input = branches.lazy.compactMap({ $0.program.originOfOutput(index) }).first,
        operands[1 + input].isOwned, operands[1 + input].value.base.isWritable, !occupants.contains(input)
      else { continue }
      occupants[index] = input
    }
    let places = types.indices.map { index in
      occupants[index].map { unsplat(operands[1 + $0].value) } ?? wanted[index]
        ?? writer.place(types[index].count, types[index].dtype)
    }
    // There is no list before a branch for what is invariant.
    let inputs = operands[1...].map { Input(value: $0.value, isOwned: $0.isOwned) }
    let records = branches.map { branch -> ScalarRecords in
      let scope = FrameScope(writer, branch.program, inputs, outer: nil)
      let targets = places.indices.flatMap {
        scope.targets($0, at: places[$0], types[$0], occupant: occupants[$0])
      }
      for target in targets { scope.want(target) }
      scope.writeMoves(targets, scope.write())
      return ScalarRecords(list: scope.list, place: writer.finish(scope.list))
    }
    list.add(
      LoopKernels.choose, 0, operands[0].value.slot,
      immediate: writer.keep(LoopKernels.Switch(branches: writer.keep(records.map(\.place)))), as: .choose(records))
    return places
  }
}

extension FrameValue.Base {
  /// Whether vectors may be written there: what moves with a loop has its next slice behind it, a view other elements
  /// around it.
  var isWritable: Bool {
    switch self {
    case .cell, .view: false
    case .frame, .memory, .external: true
    }
  }
}

extension Program {
  /// The program with outputs that are inputs as they are: the n-th the input so many behind the first.
  fileprivate func passing(_ outputs: [Int], from first: Int) -> Program {
    var program = self
    for (value, source) in sources.enumerated() {
      guard case .input(let number) = source, outputs.contains(number - first) else { continue }
      program.outputs[number - first] = Slot(value)
    }
    return program
  }
}
