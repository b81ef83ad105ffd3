import LanewiseEngine

/// A parameter of a primitive, as a jaxpr shows it.
package struct Parameter: Sendable {
  package let name: String
  package let value: ParameterValue
  package init(_ name: String, _ value: ParameterValue) {
    self.name = name
    self.value = value
  }
}

/// The value of a primitive's parameter: what printing shows and parsing reads.
package indirect enum ParameterValue: Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case dtype(DType)
  /// Shown as it stands: an enumeration case or a function's name.
  case name(String)
  case string(String)
  case tuple([ParameterValue])
  /// Shown with brackets, as the lists inside dot_general's dimension numbers.
  case list([ParameterValue])
  case record(String, [(String, ParameterValue)])
  case jaxpr(Jaxpr)

  /// A function of the host language, as Python shows one; its address is never the same twice, so none is shown.
  package static func function(_ name: String) -> ParameterValue { .name("<function \(name) at 0x0>") }
  package static func ints(_ values: [Int]) -> ParameterValue { .tuple(values.map { .int($0) }) }
}

extension ParameterValue: CustomStringConvertible {
  /// Python's `str` of the value. A jaxpr is laid out by the printer.
  package var description: String {
    switch self {
    case .none: "None"
    case .bool(let x): x ? "True" : "False"
    case .int(let x): "\(x)"
    case .float(let x): ScalarText.python(x)
    case .dtype(let x): x.description
    case .name(let x), .string(let x): x
    case .tuple(let items):
      items.count == 1 ? "(\(items[0]),)" : "(" + items.map(\.description).joined(separator: ", ") + ")"
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .record(let name, let fields):
      name + "(" + fields.map { "\($0.0)=\($0.1)" }.joined(separator: ", ") + ")"
    case .jaxpr(let jaxpr): jaxpr.description
    }
  }
}

/// Reads a primitive's parameters by name, when a jaxpr comes from text or JSON.
package struct ParameterReader {
  package let primitive: String
  package let values: [String: ParameterValue]
  /// How many operands the primitive has where it is read.
  package let operandCount: Int
  /// The dtype of the keys that it makes: text and JSON do not say in which layout their streams are.
  package let keys: DType

  package init(_ primitive: String, _ values: [String: ParameterValue], operandCount: Int = 0, keys: DType = .key) {
    self.primitive = primitive
    self.values = values
    self.operandCount = operandCount
    self.keys = keys
  }

  package subscript(_ name: String) -> ParameterValue? {
    if let value = values[name], case .none = value { return nil }
    return values[name]
  }

  package func missing(_ name: String) -> LanewiseError {
    LanewiseError(.value, "\(primitive): the parameter \(name) is missing or is not of the right form.")
  }

  package func int(_ name: String) throws -> Int {
    guard let value = self[name]?.int else { throw missing(name) }
    return value
  }
  /// A number of things: not negative, and less than 2³¹.
  package func count(_ name: String) throws -> Int {
    guard let value = self[name]?.int, value >= 0, value <= Int32.max else { throw missing(name) }
    return value
  }
  package func bool(_ name: String, default: Bool? = nil) throws -> Bool {
    if case .bool(let value)? = self[name] { return value }
    guard self[name] == nil, let fallback = `default` else { throw missing(name) }
    return fallback
  }
  package func ints(_ name: String, default: [Int]? = nil) throws -> [Int] {
    if let value = self[name]?.ints { return value }
    guard self[name] == nil, let fallback = `default` else { throw missing(name) }
    return fallback
  }
  package func shape(_ name: String) throws -> Shape { try ShapeRule.shape(primitive, try ints(name)) }
  package func dtype(_ name: String) throws -> DType {
    guard case .dtype(let value)? = self[name] else { throw missing(name) }
    return value
  }
  package func name(_ name: String) throws -> String {
    switch self[name] {
    case .name(let value)?, .string(let value)?: return value
    default: throw missing(name)
    }
  }
  package func jaxpr(_ name: String) throws -> Jaxpr {
    guard case .jaxpr(let value)? = self[name] else { throw missing(name) }
    return value
  }
  /// Programs, of which there is at least one.
  package func jaxprs(_ name: String) throws -> [Jaxpr] {
    let items = self[name]?.items ?? []
    guard !items.isEmpty else { throw missing(name) }
    return try items.map {
      guard case .jaxpr(let jaxpr) = $0 else { throw missing(name) }
      return jaxpr
    }
  }
  package func record(_ name: String) throws -> ParameterReader {
    guard case .record(let type, let fields)? = self[name] else { throw missing(name) }
    return ParameterReader("\(primitive) \(type)", Dictionary(fields, uniquingKeysWith: { first, _ in first }))
  }
}

extension ParameterValue {
  package var int: Int? { if case .int(let x) = self { x } else { nil } }
  package var items: [ParameterValue]? {
    switch self {
    case .tuple(let items), .list(let items): items
    default: nil
    }
  }
  package var ints: [Int]? {
    guard let items else { return nil }
    let values = items.compactMap(\.int)
    return values.count == items.count ? values : nil
  }
}
