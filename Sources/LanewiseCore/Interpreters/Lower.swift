import LanewiseEngine

extension Jaxpr {
  /// Writes the program's instructions; gives the slots of its results.
  package func lower(_ arguments: [Slot], _ b: ProgramBuilder) -> [Slot] {
    lower(arguments, b, needed: outputs.map { _ in true }).map { $0! }
  }

  /// The same for some of the results; the others are nil, and what they alone need is left out.
  func lower(_ arguments: [Slot], _ b: ProgramBuilder, needed: [Bool]) -> [Slot?] {
    let isNeeded = self.needed(for: zip(outputs, needed).lazy.filter(\.1).map(\.0))
    var slots = [Slot?](repeating: nil, count: variables.count)
    for (variable, constant) in zip(constantVariables, constants) {
      slots[Int(variable)] = b.constant(Self.memory(of: constant), constant.aval)
    }
    for (variable, argument) in zip(inputs, arguments) { slots[Int(variable)] = argument }
    let literalSlots = literals.map { literal -> Slot in
      literal.dtype.byteWidth <= 8
        ? b.scalar(bits: literal.literal!.value.bits(as: literal.dtype), literal.dtype)
        : b.constant(literal.storage!, literal.aval)
    }
    func slot(_ atom: Atom) -> Slot { atom.raw >= 0 ? slots[Int(atom.raw)]! : literalSlots[Int(-1 - atom.raw)] }
    for equation in equations where equation.isNeeded(isNeeded) {
      let types = Array(variables[equation.results])
      let operands = self.operands(of: equation).map(slot)
      if equation.results.allSatisfy({ isNeeded[$0] }) {
        let results = equation.primitive.lower(operands, b, types)
        for (variable, result) in zip(equation.results, results) { slots[variable] = result }
      } else {
        let results = equation.primitive.lower(operands, b, types, needed: Array(isNeeded[equation.results]))
        for (variable, result) in zip(equation.results, results) { slots[variable] = result }
      }
    }
    return zip(outputs, needed).map { $1 ? slot($0) : nil }
  }

  /// The memory of a captured array. A tracer or a poisoned array has none: after an error, zeros stand for it.
  private static func memory(of constant: NDArray) -> Storage {
    if let storage = constant.storage {
      // It must be there before the compiler looks at it, which may hold a lock.
      _ = storage.address
      return storage
    }
    if constant.isTracer { reportLeak("jit", constant) }
    let zeros = Storage(byteCount: constant.aval.byteCount)
    UnsafeMutableRawBufferPointer(start: zeros.address, count: zeros.byteCount).initializeMemory(
      as: UInt8.self, repeating: 0)
    return zeros
  }

  /// The compiled program; made at first use and kept.
  package var executable: Executable {
    derived.executable { Executable(program) }
  }

  /// The program for the engine.
  package var program: Program {
    let builder = ProgramBuilder()
    let outputs = lower(inputTypes.map(builder.input), builder)
    return builder.finish(outputs)
  }

  /// Runs the compiled program on concrete operands.
  ///
  /// - Parameter donated: operands that the caller gives away: they are deleted, and the memory of those that nothing
  ///   else refers to may become results.
  package func run(_ arguments: [NDArray], donated: [Bool]? = nil) -> [NDArray] {
    guard let donated, donated.contains(true) else {
      return zip(outputTypes, executable.call(arguments.map { $0.storage! })).map { NDArray($0, $1) }
    }
    let (owners, reusable) = Self.donate(arguments, donated)
    let storages = zip(arguments, owners).map { argument, owner in
      owner?.storage ?? owners.first { $0 === argument.node }??.storage ?? argument.storage!
    }
    return zip(outputTypes, executable.call(storages, donated: reusable)).map { NDArray($0, $1) }
  }

  /// Deletes the marked arrays; gives the nodes of those, and a bit for each whose memory nothing else refers to.
  static func donate(_ arguments: [NDArray], _ donated: [Bool]) -> (owners: [ConcreteNode?], reusable: UInt64) {
    let owners = zip(arguments, donated).map { argument, isDonated -> ConcreteNode? in
      isDonated && argument.node.kind == .concrete ? unsafeDowncast(argument.node, to: ConcreteNode.self) : nil
    }
    var reusable: UInt64 = 0
    for (index, owner) in owners.enumerated() {
      // An array that is given twice has no memory to give.
      guard let owner, owner.donate(), arguments.count(where: { $0.node === owner }) == 1, index < 64 else { continue }
      reusable |= 1 << UInt64(index)
    }
    return (owners, reusable)
  }
}
