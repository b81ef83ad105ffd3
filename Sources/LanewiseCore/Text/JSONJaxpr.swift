/// A jaxpr as JSON states it, before its primitives and types mean anything: the schema of the conformance corpus.
///
/// Variables are numbered: constants first, then inputs, then the results of every equation in order. Every operand is
/// checked to be defined before it is used, so that whoever builds on this needs no check of its own.
package struct JSONJaxpr: Equatable, Sendable {
  package var constants: [JSONTensor]
  /// The types of the constants and of the inputs, such as "f32[3]".
  package var constantTypes: [String]
  package var inputTypes: [String]
  package var equations: [JSONEquation]
  package var outputs: [JSONAtom]

  package init(
    constants: [JSONTensor] = [], constantTypes: [String] = [], inputTypes: [String], equations: [JSONEquation],
    outputs: [JSONAtom]
  ) {
    self.constants = constants
    self.constantTypes = constantTypes
    self.inputTypes = inputTypes
    self.equations = equations
    self.outputs = outputs
  }
}

/// One equation: a primitive by name, what it is applied to, the types of its results, and its parameters.
package struct JSONEquation: Equatable, Sendable {
  package var primitive: String
  package var operands: [JSONAtom]
  package var resultTypes: [String]
  package var parameters: [String: JSONParameter]
}

/// An operand: a variable by number, or a scalar that stands in its place.
package enum JSONAtom: Equatable, Sendable {
  case variable(Int)
  case literal(JSONLiteral, type: String)
}

/// A scalar's value. What is not finite is a string in JSON and a double here.
package enum JSONLiteral: Equatable, Sendable {
  case bool(Bool)
  case int(Int)
  case uint(UInt64)
  case double(Double)
  case complex(real: Double, imaginary: Double)
}

/// An array's dtype in its short form, its shape, and its row-major little-endian bytes.
///
/// bool takes a byte an element, bfloat16 two, a complex number is its real and then its imaginary part, and float0
/// a byte, or none at all.
package struct JSONTensor: Equatable, Sendable {
  package var dtype: String
  package var shape: [Int]
  package var bytes: [UInt8]

  package init(dtype: String, shape: [Int], bytes: [UInt8]) {
    self.dtype = dtype
    self.shape = shape
    self.bytes = bytes
  }

  /// How many elements the shape has.
  package var count: Int { shape.reduce(1, *) }

  /// Bytes an element; nil for a dtype that does not exist.
  package static func itemSize(_ dtype: String) -> Int? {
    switch dtype {
    case "bool", "i8", "u8", "float0": 1
    case "i16", "u16", "f16", "bf16": 2
    case "i32", "u32", "f32": 4
    case "i64", "u64", "f64", "c64": 8
    case "c128": 16
    default: nil
    }
  }
}

/// A parameter of an equation.
package indirect enum JSONParameter: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case array([JSONParameter])
  case object([String: JSONParameter])
  case jaxpr(JSONJaxpr)
  /// A dtype in its short form.
  case dtype(String)
  /// A member of an enumeration with the enumeration's name: "GatherScatterMode.CLIP".
  case enumeration(String)
  /// A record such as `GatherDimensionNumbers`.
  case record(String, [String: JSONParameter])
  case tensor(JSONTensor)
  /// A Python object of which only the kind is known.
  case opaque(String)
}

extension JSONTensor {
  /// Reads {"dtype", "shape", "data"}, the data in base64.
  package init(_ json: JSONValue) throws(JSONFormError) {
    dtype = try json.member("dtype", JSONValue.asString)
    shape = try json.member("shape", JSONValue.asArray(of: JSONValue.asInt))
    bytes = try json.member("data") { json throws(JSONFormError) in
      guard let bytes = Base64.decode(try JSONValue.asString(json)) else { throw JSONFormError("expected base64") }
      return bytes
    }
    guard let size = JSONTensor.itemSize(dtype) else { throw JSONFormError("there is no dtype '\(dtype)'") }
    guard shape.allSatisfy({ $0 >= 0 }) else { throw JSONFormError("the shape \(shape) has a negative dimension") }
    // Multiplied with care: nobody has checked the shape yet.
    var needed = shape.contains(0) ? 0 : size
    for dimension in shape where needed > 0 {
      let (product, overflow) = needed.multipliedReportingOverflow(by: dimension)
      if overflow { throw JSONFormError("the shape \(shape) has too many elements") }
      needed = product
    }
    guard bytes.count == needed || (dtype == "float0" && bytes.isEmpty) else {
      throw JSONFormError("\(dtype)\(shape) takes \(needed) bytes, not \(bytes.count)")
    }
  }
}

extension JSONLiteral {
  /// Reads a number, true or false, "nan", "inf" or "-inf", or a complex number as [re, im].
  package init(_ json: JSONValue) throws(JSONFormError) {
    switch json {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = .uint(value)
    case .array(let parts) where parts.count == 2:
      self = .complex(real: try JSONValue.asDouble(parts[0]), imaginary: try JSONValue.asDouble(parts[1]))
    default: self = .double(try JSONValue.asDouble(json))
    }
  }
}

extension JSONAtom {
  /// Reads a variable's number, or {"lit", "t"}.
  package init(_ json: JSONValue) throws(JSONFormError) {
    if case .int(let number) = json {
      self = .variable(number)
    } else {
      self = .literal(
        try json.member("lit", JSONLiteral.init), type: try json.member("t", JSONValue.asString))
    }
  }

  /// Refuses a variable that is none of the first `defined`.
  fileprivate func checked(_ defined: Int) throws(JSONFormError) -> JSONAtom {
    if case .variable(let number) = self, !(0..<defined).contains(number) {
      throw JSONFormError("variable \(number) is not defined before it is used")
    }
    return self
  }
}

extension JSONParameter {
  /// Reads a parameter: plain JSON, or one of the objects marked by a member that begins with "$".
  package init(_ json: JSONValue) throws(JSONFormError) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = .uint(value)
    case .double(let value): self = .double(value)
    case .string(let value): self = .string(value)
    case .array:
      self = .array(try json.elements(JSONParameter.init))
    case .object(let members):
      guard let marker = members.keys.first(where: { $0.hasPrefix("$") }) else {
        self = .object(try JSONParameter.fields(json))
        return
      }
      if marker == "$record" {
        let fields = JSONValue.object(members.filter { $0.key != marker })
        self = .record(try json.member(marker, JSONValue.asString), try JSONParameter.fields(fields))
        return
      }
      self = try json.member(marker) { json throws(JSONFormError) in
        switch marker {
        case "$jaxpr": return .jaxpr(try JSONJaxpr(json))
        case "$dtype": return .dtype(try JSONValue.asString(json))
        case "$enum": return .enumeration(try JSONValue.asString(json))
        case "$tensor": return .tensor(try JSONTensor(json))
        case "$float": return .double(try JSONValue.asDouble(json))
        case "$opaque": return .opaque(try JSONValue.asString(json))
        default: throw JSONFormError("there is no marker of that name")
        }
      }
    }
  }

  fileprivate static func fields(_ json: JSONValue) throws(JSONFormError) -> [String: JSONParameter] {
    guard let members = json.objectValue else { throw JSONFormError("expected an object") }
    var fields: [String: JSONParameter] = [:]
    fields.reserveCapacity(members.count)
    for (name, value) in members {
      do { fields[name] = try JSONParameter(value) } catch { throw error.under(name) }
    }
    return fields
  }
}

extension JSONJaxpr {
  /// Reads {"consts", "const_avals", "in", "eqns", "out"}, the first two where there are constants.
  package init(_ json: JSONValue) throws(JSONFormError) {
    let types = JSONValue.asArray(of: JSONValue.asString)
    constants = try json.optionalMember("consts", JSONValue.asArray(of: JSONTensor.init)) ?? []
    constantTypes = try json.optionalMember("const_avals", types) ?? []
    guard constants.count == constantTypes.count else {
      throw JSONFormError("\(constants.count) constants have \(constantTypes.count) types")
    }
    inputTypes = try json.member("in", types)
    var defined = constants.count + inputTypes.count
    func atoms(_ json: JSONValue) throws(JSONFormError) -> [JSONAtom] {
      try json.elements { json throws(JSONFormError) in try JSONAtom(json).checked(defined) }
    }
    func equation(_ json: JSONValue) throws(JSONFormError) -> JSONEquation {
      let equation = JSONEquation(
        primitive: try json.member("p", JSONValue.asString),
        operands: try json.member("i", atoms),
        resultTypes: try json.member("o", types),
        parameters: try json.optionalMember("k", JSONParameter.fields) ?? [:])
      defined += equation.resultTypes.count
      return equation
    }
    equations = try json.member("eqns") { json throws(JSONFormError) in try json.elements(equation) }
    outputs = try json.member("out", atoms)
  }
}
