import LanewiseEngine

extension ValueSyntax {
  /// The value as it is written, to be shown again.
  func shown(_ programs: [ObjectIdentifier: Jaxpr]) -> ParameterValue {
    switch self {
    case .program(let program): .jaxpr(programs[ObjectIdentifier(program)]!)
    case .tuple(let items): .tuple(items.map { $0.shown(programs) })
    case .list(let items): .list(items.map { $0.shown(programs) })
    case .record(let name, let fields): .record(name, fields.map { ($0.name, $0.value.shown(programs)) })
    case .text(let text): .name(text)
    }
  }

  /// The value that primitives understand: numbers, dtypes, and `None`. What the parameter called `name` is a name of
  /// stays one.
  func meaning(of name: String, _ programs: [ObjectIdentifier: Jaxpr]) -> ParameterValue {
    switch self {
    case .program(let program): .jaxpr(programs[ObjectIdentifier(program)]!)
    case .tuple(let items): .tuple(items.map { $0.meaning(of: name, programs) })
    case .list(let items): .list(items.map { $0.meaning(of: name, programs) })
    case .record(let record, let fields):
      .record(record, fields.map { ($0.name, $0.value.meaning(of: $0.name, programs)) })
    case .text(let text): name == "name" || name.hasSuffix("_name") ? .name(text) : Self.meaning(text)
    }
  }

  private static func meaning(_ text: String) -> ParameterValue {
    if text == "None" { return .none }
    if let dtype = DType(name: text), text == dtype.description { return .dtype(dtype) }
    if text.count >= 2, let quote = text.first, quote == "'" || quote == "\"", text.last == quote {
      return .string(String(text.dropFirst().dropLast()))
    }
    switch Scalar(pythonText: unwrapped(text)) {
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(Int(value))
    case .float(let value): return .float(value)
    default: return .name(text)
    }
  }

  /// NumPy's numbers show their type: `np.int64(1)` is 1.
  private static func unwrapped(_ text: String) -> String {
    guard text.hasPrefix("np."), text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return text }
    return String(text[text.index(after: open)...].dropLast())
  }
}

extension Primitive {
  /// Whether the parameters that the primitive shows are these.
  func isShown(as written: [Parameter]) -> Bool {
    let own = parameters
    guard own.count == written.count else { return false }
    let values = Dictionary(own.map { ($0.name, $0.value) }) { first, _ in first }
    return written.allSatisfy { parameter in values[parameter.name]?.isShown(as: parameter.value) == true }
  }
}

extension ParameterValue {
  fileprivate func isShown(as other: ParameterValue) -> Bool {
    switch (self, other) {
    case (.jaxpr(let a), .jaxpr(let b)): return a === b
    case (.tuple(let a), .tuple(let b)), (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.isShown(as: $1) }
    case (.record(let a, let fieldsA), .record(let b, let fieldsB)):
      return a == b && fieldsA.count == fieldsB.count
        && zip(fieldsA, fieldsB).allSatisfy { $0.0 == $1.0 && $0.1.isShown(as: $1.1) }
    case (_, .name(let text)):
      if case .jaxpr = self { return false }
      return description == text
    default: return false
    }
  }
}
