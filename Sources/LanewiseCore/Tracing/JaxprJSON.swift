import LanewiseEngine

extension Jaxpr {
  /// The program that a JSON text states: the schema of the conformance corpus.
  ///
  /// ```swift
  /// try Jaxpr(json: #"{"in": ["f32[3]"], "eqns": [{"p": "sin", "i": [0], "o": ["f32[3]"]}], "out": [1]}"#)
  /// // { lambda ; a:f32[3]. let b:f32[3] = sin a in (b,) }
  /// ```
  ///
  /// The JSON does not say in which layout the streams of random keys are: `partitionableKeys` does.
  ///
  /// Throws where the text is not JSON or not a jaxpr, where a primitive does not exist or its parameters make no
  /// sense, and where an equation's results are not of the stated types.
  public convenience init(json text: String, partitionableKeys: Bool = false) throws {
    try self.init(JSONJaxpr(try JSONValue(parsing: text)), keys: partitionableKeys ? .partitionableKey : .key)
  }

  package convenience init(_ json: JSONJaxpr, keys: DType = .key) throws {
    var builder = JaxprBuilder()
    var atoms: [Atom] = []
    var types: [AbstractArray] = []
    func add(_ first: Int32, _ new: [AbstractArray]) {
      for (offset, type) in new.enumerated() {
        atoms.append(.variable(first + Int32(offset)))
        types.append(type)
      }
    }
    func read(_ atom: JSONAtom) throws -> (Atom, AbstractArray) {
      switch atom {
      case .variable(let number): return (atoms[number], types[number])
      case .literal(let value, let type):
        let type = try AbstractArray(jaxprText: type, keys: keys)
        let literal = NDArray.literal(Scalar(value), type.dtype)
        // A literal of a shape is an array of one value, known now.
        guard !type.shape.isScalar else { return (builder.literal(literal), literal.aval) }
        return (builder.constant(Context.with(nil) { Lax.full(type.shape.dims, Scalar(value), type.dtype) }), type)
      }
    }

    for (tensor, stated) in zip(json.constants, json.constantTypes) {
      let type = try AbstractArray(jaxprText: stated, keys: keys)
      let constant = Context.with(nil) { Lax.convertElementType(NDArray(tensor), type.dtype) }
      guard constant.aval.shape == type.shape else {
        throw LanewiseError(.shape, "jaxpr: a constant of shape \(constant.aval.shape) is declared as \(type).")
      }
      atoms.append(builder.constant(constant))
      types.append(constant.aval)
    }
    for stated in json.inputTypes {
      let type = try AbstractArray(jaxprText: stated, keys: keys)
      add(builder.input(type), [type])
    }
    for equation in json.equations {
      let operands = try equation.operands.map(read)
      let primitive = try PrimitiveRegistry.make(
        ParameterReader(
          equation.primitive, try equation.parameters.mapValues { try ParameterValue($0, keys: keys) },
          operandCount: operands.count, keys: keys))
      let results = try primitive.checkedAbstract(operands.map(\.1))
      let stated = try equation.resultTypes.map { try AbstractArray(jaxprText: $0, keys: keys) }
      guard results.map(\.tangentType) == stated.map(\.tangentType) else {
        throw LanewiseError(
          .value, "\(primitive.name): its results have the types \(results), but are declared as \(stated).")
      }
      add(builder.equation(primitive, operands.map(\.0), results), results)
    }
    // Reading may add literals, so it comes before the builder is asked to finish.
    let outputs = try json.outputs.map { try read($0).0 }
    let made = builder.finish(outputs)
    self.init(
      variables: made.variables, constantVariables: made.constantVariables, constants: made.constants,
      inputs: made.inputs, equations: made.equations, operands: made.operands, literals: made.literals,
      outputs: made.outputs)
  }
}

extension AbstractArray {
  /// Reads a type as a jaxpr shows it: `f32[2,3]`.
  package init(jaxprText text: String, keys: DType = .key) throws {
    let parts = text.split(separator: "[", omittingEmptySubsequences: false)
    let dims =
      parts.count == 2 && parts[1].hasSuffix("]")
      ? parts[1].dropLast().split(separator: ",").map { Int($0) } : [nil]
    guard let dtype = DType(name: String(parts[0])), dims.allSatisfy({ $0 != nil }) else {
      throw LanewiseError(.value, "jaxpr: '\(text)' is not a type such as f32[2,3].")
    }
    self.init(Shape(dims.map { $0! }), dtype.isKey ? keys : dtype)
  }
}

extension NDArray {
  /// The array that a tensor in JSON states. float0, the type of tangents that do not exist, is taken for bool.
  package init(_ tensor: JSONTensor) {
    let aval = AbstractArray(Shape(tensor.shape), DType(name: tensor.dtype) ?? .bool)
    self = .make(aval) { address in
      tensor.bytes.withUnsafeBytes {
        if let source = $0.baseAddress { address.copyMemory(from: source, byteCount: $0.count) }
      }
    }
  }
}

extension Scalar {
  package init(_ literal: JSONLiteral) {
    switch literal {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(Int64(value))
    case .uint(let value): self = .uint(value)
    case .double(let value): self = .float(value)
    case .complex(let real, let imaginary): self = .complex(real, imaginary)
    }
  }
}

extension ParameterValue {
  package init(_ json: JSONParameter, keys: DType) throws {
    switch json {
    case .null: self = .none
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = .int(Int(truncatingIfNeeded: value))
    case .double(let value): self = .float(value)
    case .string(let value): self = .string(value)
    case .array(let items): self = .tuple(try items.map { try ParameterValue($0, keys: keys) })
    case .object(let fields): self = .record("", try ParameterValue.fields(fields, keys))
    case .jaxpr(let jaxpr): self = .jaxpr(try Jaxpr(jaxpr, keys: keys))
    case .dtype(let name):
      guard let dtype = DType(name: name) else { throw LanewiseError(.value, "jaxpr: there is no dtype '\(name)'.") }
      self = .dtype(dtype)
    case .enumeration(let name), .opaque(let name): self = .name(name)
    case .record(let name, let fields): self = .record(name, try ParameterValue.fields(fields, keys))
    case .tensor: throw LanewiseError(.value, "jaxpr: an array as a parameter is not known.")
    }
  }

  private static func fields(_ fields: [String: JSONParameter], _ keys: DType) throws -> [(String, ParameterValue)] {
    try fields.sorted { $0.key < $1.key }.map { ($0.key, try ParameterValue($0.value, keys: keys)) }
  }
}
