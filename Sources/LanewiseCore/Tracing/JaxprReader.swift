import LanewiseEngine

/// Makes the jaxpr that a syntax stands for: resolves names, types and primitives, and checks what is stated.
struct JaxprReader {
  private let text: TextScanner
  private let keys: DType
  /// The arrays that the constants of each program stand for; none where none were given at all.
  private var constants: [ProgramSyntax: ArraySlice<NDArray>] = [:]
  private var known: [ObjectIdentifier: Jaxpr] = [:]

  /// The jaxpr of the whole text.
  static func read(_ text: String, constants: [NDArray], keys: DType) throws -> Jaxpr {
    var parser = JaxprParser(text)
    let program = try parser.whole()
    var reader = JaxprReader(text: parser.scanner, keys: keys)
    if !constants.isEmpty { try reader.deal(constants, to: program) }
    return try reader.jaxpr(program, results: nil)
  }

  /// Gives each program its share of the constants, in the order of the text.
  private mutating func deal(_ all: [NDArray], to program: ProgramSyntax) throws {
    var shares: [ProgramSyntax: ArraySlice<NDArray>] = [:]
    var (rest, wanted) = (all[...], 0)
    func deal(to program: ProgramSyntax) {
      program.definitions.forEach { deal(to: $0.program) }
      let count = program.parts.constants.count
      guard shares[program] == nil else { return }
      shares[program] = rest.prefix(count)
      rest = rest.dropFirst(count)
      wanted += count
      program.parts.equations.flatMap(\.programs).forEach(deal)
    }
    deal(to: program)
    guard wanted == all.count else {
      throw LanewiseError(.value, "jaxpr: \(all.count) constants are given for the \(wanted) that stand in the text.")
    }
    constants = shares
  }

  /// What a program's names stand for.
  private struct Scope {
    var builder = JaxprBuilder()
    var spelling = JaxprSpelling()
    var variables: [String: Value] = [:]

    mutating func bind(_ binder: BinderSyntax, _ variable: Int, _ type: AbstractArray, foreign: String?) {
      if let foreign { spelling.types[variable] = foreign }
      guard binder.name != "_" else { return }
      if binder.name.last == "_" { spelling.suffixed.insert(variable) }
      spelling.named.insert(variable)
      variables[binder.name] = Value(atom: .variable(Int32(variable)), type: type, foreign: foreign)
    }
  }
  private struct Value {
    let atom: Atom
    let type: AbstractArray
    /// The name of the type where it does not exist here.
    var foreign: String? = nil
  }

  /// - Parameter results: the dtypes of the results, where the place of the program tells.
  private mutating func jaxpr(_ program: ProgramSyntax, results: [DType]?) throws -> Jaxpr {
    if let known = known[ObjectIdentifier(program)] { return known }
    var scope = Scope()
    scope.spelling.likeness = program.likeness
    for (index, binder) in program.parts.constants.enumerated() {
      let (type, foreign) = try resolved(binder.type)
      let array = try constants[program].map { try constant(binder, type, $0[$0.startIndex + index]) }
      if array == nil { scope.spelling.missing.append(type) }
      scope.bind(binder, scope.builder.constant(array ?? .poisoned(type)).variable!, type, foreign: foreign)
    }
    for binder in program.parts.inputs {
      let (type, foreign) = try resolved(binder.type)
      scope.bind(binder, Int(scope.builder.input(type)), type, foreign: foreign)
    }
    for equation in program.parts.equations { try read(equation, &scope) }
    let outputs = try program.parts.outputs.enumerated().map { index, output in
      let wanted = results.flatMap { index < $0.count ? [$0[index]] : nil } ?? []
      return try value(output, &scope, wanted).atom
    }
    scope.spelling.definitions = try program.definitions.map { ($0.name, try jaxpr($0.program, results: nil)) }
    let made = scope.builder.finish(outputs, spelling: scope.spelling)
    known[ObjectIdentifier(program)] = made
    return made
  }

  // MARK: Variables and types

  private func resolved(_ syntax: TypeSyntax) throws -> (AbstractArray, foreign: String?) {
    let shape: Shape
    do {
      shape = try ShapeRule.shape("jaxpr", syntax.dims)
    } catch let error as LanewiseError {
      throw text.error(error.message, at: syntax.position)
    }
    if let dtype = DType(name: syntax.name), syntax.name == dtype.shortName {
      return (AbstractArray(shape, dtype.isKey ? keys : dtype), nil)
    }
    guard ForeignPrimitive.dtypes.contains(syntax.name) else {
      throw text.error("there is no dtype '\(syntax.name)'.", at: syntax.position)
    }
    return (AbstractArray(shape, .bool), syntax.name)
  }

  /// The array that a constant variable stands for: a node of its own, so that two variables stay two.
  private func constant(_ binder: BinderSyntax, _ type: AbstractArray, _ value: NDArray) throws -> NDArray {
    guard value.aval.shape == type.shape, value.dtype == type.dtype else {
      throw text.error(
        "the constant '\(binder.name)' is declared as \(type), but an array of type \(value.aval) is given for it.",
        at: binder.position)
    }
    return value.storage.map { NDArray(type, $0) } ?? value
  }

  /// A variable, or a number of the first dtype of `candidates` that it can have.
  private func value(_ atom: AtomSyntax, _ scope: inout Scope, _ candidates: [DType]) throws -> Value {
    if let value = scope.variables[atom.text] { return value }
    // NumPy's text of the one value of float0.
    guard let number = atom.text == "(b'',)" ? .bool(false) : Scalar(pythonText: atom.text) else {
      throw text.error("there is no variable '\(atom.text)' here.", at: atom.position)
    }
    let literal = NDArray.literal(number, LiteralTypes.dtype(of: number, among: candidates))
    let place = scope.builder.literal(literal)
    if LiteralText.text(literal.literal!.value) != atom.text { scope.spelling.literals[place.literal!] = atom.text }
    return Value(atom: place, type: literal.aval)
  }

  // MARK: Equations

  private mutating func read(_ equation: EquationSyntax, _ scope: inout Scope) throws {
    let stated = try equation.results.map { try resolved($0.type) }
    let resultTypes = stated.map(\.0)
    var programs: [ObjectIdentifier: Jaxpr] = [:]
    for program in equation.programs {
      let isWhole = program.parts.outputs.count == resultTypes.count
      let inner = try jaxpr(program, results: isWhole ? resultTypes.map(\.dtype) : nil)
      programs[ObjectIdentifier(program)] = inner
      scope.spelling.missing += inner.spelling?.missing ?? []
    }
    let written = equation.parameters.map { Parameter($0.name, $0.value.shown(programs)) }
    let variables = equation.operands.map { scope.variables[$0.text] }
    let isForeign = (variables.map { $0?.foreign } + stated.map(\.foreign)).contains { $0 != nil && $0 != "float0" }

    var primitive: any Primitive = ForeignPrimitive(
      name: equation.primitive, parameters: written, resultTypes: resultTypes)
    if !isForeign, let own = try made(equation, programs) { primitive = own }
    let siblings = variables.compactMap { $0?.type.dtype } + resultTypes.map(\.dtype)
    let operands = try equation.operands.enumerated().map { index, operand in
      try value(operand, &scope, (primitive.literalType(at: index).map { [$0] } ?? []) + siblings)
    }
    try check(primitive, operands.map(\.type), equation, resultTypes)
    if primitive.name != equation.primitive || !primitive.isShown(as: written) {
      primitive = WrittenPrimitive(primitive, name: equation.primitive, written)
    }
    let first = scope.builder.equation(primitive, operands.map(\.atom), resultTypes)
    for (index, binder) in equation.results.enumerated() {
      scope.bind(binder, Int(first) + index, resultTypes[index], foreign: stated[index].foreign)
    }
  }

  /// The primitive of an equation; nil where there is none of that name.
  private func made(_ equation: EquationSyntax, _ programs: [ObjectIdentifier: Jaxpr]) throws -> (any Primitive)? {
    let values = equation.parameters.map { ($0.name, $0.value.meaning(of: $0.name, programs)) }
    do {
      return try PrimitiveRegistry.make(
        ParameterReader(
          equation.primitive, Dictionary(values) { first, _ in first }, operandCount: equation.operands.count,
          keys: keys))
    } catch is UnknownPrimitiveError {
      return nil
    } catch let error as LanewiseError {
      throw text.error(error.message, at: equation.position)
    }
  }

  /// Checks operands and stated results against the primitive's own rule.
  private func check(
    _ primitive: any Primitive, _ operands: [AbstractArray], _ equation: EquationSyntax, _ stated: [AbstractArray]
  ) throws {
    let results: [AbstractArray]
    do {
      results = try primitive.checkedAbstract(operands)
    } catch let error as LanewiseError where error.kind == .name {
      // The sizes of named axes are known where the program runs.
      return
    } catch let error as LanewiseError {
      throw text.error(error.message, at: equation.position)
    }
    guard results.count == stated.count else {
      throw text.error(
        "\(primitive.name) has \(results.count) results, but \(stated.count) variables stand for them.",
        at: equation.position)
    }
    for (result, binder) in zip(zip(results, stated), equation.results)
    where result.0.shape != result.1.shape || result.0.dtype != result.1.dtype {
      throw text.error(
        "\(primitive.name) gives \(result.0) here, but '\(binder.name)' is declared as \(result.1).",
        at: binder.position)
    }
  }
}

extension Jaxpr {
  /// The program that a text states, which is what printing a jaxpr gives, JAX's or Lanewise's own.
  ///
  /// ```swift
  /// let program = try Jaxpr(parsing: "{ lambda ; a:f32[]. let b:f32[] = sin a; c:f32[] = mul b a in (c,) }")
  /// let slope = grad { (x: NDArray) in program(x)[0] }
  /// print(slope(0.0))  // 0.0
  /// print(program)     // { lambda ; a:f32[]. let b:f32[] = sin a; c:f32[] = mul b a in (c,) }
  /// ```
  ///
  /// Blanks, newlines and the names of variables are free; printing gives them anew. A primitive that Lanewise does not
  /// have can be read and printed; running it is an error that names it.
  ///
  /// - Parameters:
  ///   - constants: the arrays that the variables before the `;` stand for, in the order in which these stand in the
  ///     text. Without any the program can be printed, but not run.
  ///   - partitionableKeys: in which layout the streams of random keys are, which the text does not say.
  ///
  /// Throws a ``JaxprTextError`` with line and column where the text is malformed, where a variable or dtype does not
  /// exist, where parameters make no sense, and where an equation's results are not of the stated types.
  public convenience init(parsing text: String, constants: [NDArray] = [], partitionableKeys: Bool = false) throws {
    self.init(
      try JaxprReader.read(text, constants: constants, keys: partitionableKeys ? .partitionableKey : .key))
  }

  /// A copy.
  convenience init(_ other: Jaxpr) {
    self.init(
      variables: other.variables, constantVariables: other.constantVariables, constants: other.constants,
      inputs: other.inputs, equations: other.equations, operands: other.operands, literals: other.literals,
      outputs: other.outputs, spelling: other.spelling)
  }
}
