/// Where a JSON value does not have the form that was expected of it, and what was.
package struct JSONFormError: Error, Equatable, CustomStringConvertible {
  package var path: String
  package let message: String

  package init(_ message: String, path: String = "") {
    self.message = message
    self.path = path
  }

  package var description: String { path.isEmpty ? message : "\(path): \(message)" }

  func under(_ step: String) -> JSONFormError {
    JSONFormError(message, path: path.isEmpty || path.hasPrefix("[") ? step + path : "\(step).\(path)")
  }
}

extension JSONValue {
  /// What `decode` makes of the member of that name, which must be there.
  package func member<T>(
    _ name: String, _ decode: (JSONValue) throws(JSONFormError) -> T
  ) throws(JSONFormError) -> T {
    guard case .object(let members) = self else { throw JSONFormError("expected an object, found \(kind)") }
    guard let value = members[name] else { throw JSONFormError("there is no member '\(name)'") }
    do { return try decode(value) } catch { throw error.under(name) }
  }

  /// What `decode` makes of the member of that name; nil where there is none.
  package func optionalMember<T>(
    _ name: String, _ decode: (JSONValue) throws(JSONFormError) -> T
  ) throws(JSONFormError) -> T? {
    guard case .object(let members) = self else { throw JSONFormError("expected an object, found \(kind)") }
    return members[name] == nil ? nil : try member(name, decode)
  }

  /// The elements of an array, each as `decode` makes it.
  package func elements<T>(_ decode: (JSONValue) throws(JSONFormError) -> T) throws(JSONFormError) -> [T] {
    guard case .array(let values) = self else { throw JSONFormError("expected an array, found \(kind)") }
    var result: [T] = []
    result.reserveCapacity(values.count)
    for value in values {
      do { result.append(try decode(value)) } catch { throw error.under("[\(result.count)]") }
    }
    return result
  }

  /// `elements(decode)` as a function to be given to `member`.
  package static func asArray<T>(
    of decode: @escaping (JSONValue) throws(JSONFormError) -> T
  ) -> (JSONValue) throws(JSONFormError) -> [T] {
    { json throws(JSONFormError) in try json.elements(decode) }
  }

  package static func asString(_ json: JSONValue) throws(JSONFormError) -> String {
    guard let value = json.stringValue else { throw JSONFormError("expected a string, found \(json.kind)") }
    return value
  }

  package static func asInt(_ json: JSONValue) throws(JSONFormError) -> Int {
    guard let value = json.intValue else { throw JSONFormError("expected an integer, found \(json.kind)") }
    return value
  }

  package static func asBool(_ json: JSONValue) throws(JSONFormError) -> Bool {
    guard let value = json.boolValue else { throw JSONFormError("expected true or false, found \(json.kind)") }
    return value
  }

  /// A number, or "nan", "inf" or "-inf".
  package static func asDouble(_ json: JSONValue) throws(JSONFormError) -> Double {
    switch json {
    case .string("nan"): return .nan
    case .string("inf"): return .infinity
    case .string("-inf"): return -.infinity
    default:
      guard let value = json.doubleValue else { throw JSONFormError("expected a number, found \(json.kind)") }
      return value
    }
  }

  private var kind: String {
    switch self {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .int, .uint, .double: "a number"
    case .string(let text): "\"\(text.prefix(40))\""
    case .array: "an array"
    case .object: "an object"
    }
  }
}
