import Lanewise
import LanewiseCore

/// A function of JAX's that Lanewise has: JAX's names of its parameters, and the call of Lanewise's function.
struct FaceFunction: Sendable {
  private let parameters: [String]
  /// The place of the parameter that takes all positional arguments that are left.
  private let variadic: Int?
  private let body: @Sendable (Arguments) -> Value

  /// `parameters` are names with blanks between them; a star stands before the one that takes any number, and those
  /// behind it are given by name.
  init(_ parameters: String, _ body: @escaping @Sendable (Arguments) -> Value) {
    let names = parameters.split(separator: " ").map(String.init)
    variadic = names.firstIndex { $0.hasPrefix("*") }
    self.parameters = names.map { $0.hasPrefix("*") ? String($0.dropFirst()) : $0 }
    self.body = body
  }

  func call(_ name: String, _ arguments: [Value], _ keywords: [String: Value], _ interpreter: Interpreter) -> Value {
    var values = keywords
    if let unknown = keywords.keys.sorted().first(where: { !parameters.contains($0) }) {
      return interpreter.fault("\(name) with \(unknown)")
    }
    let places = parameters.prefix(variadic ?? parameters.count)
    for (parameter, argument) in zip(places, arguments) { values[parameter] = argument }
    if let variadic {
      values[parameters[variadic]] = .tuple(Array(arguments.dropFirst(variadic)))
    } else if arguments.count > places.count {
      return interpreter.fault("\(name) with \(arguments.count) arguments")
    }
    return body(Arguments(function: name, values: values, interpreter: interpreter))
  }
}

/// The arguments of a call by JAX's names of the parameters, read as what Swift's functions take.
struct Arguments {
  let function: String
  let values: [String: Value]
  let interpreter: Interpreter

  /// nil where the argument is not given, or None.
  subscript(_ name: String) -> Value? {
    if case .some(.none) = values[name] { nil } else { values[name] }
  }

  func isGiven(_ name: String) -> Bool { self[name] != nil }

  private func missing(_ name: String) {
    interpreter.fault("\(function): what \(name) is, \(self[name].map { "\($0)" } ?? "None")")
  }

  func x(_ name: String) -> NDArray {
    if let x = self[name]?.asArray { return x }
    missing(name)
    return 0
  }

  func optionalX(_ name: String) -> NDArray? { isGiven(name) ? x(name) : nil }

  /// Arrays in a list, or the rows of an array.
  func xs(_ name: String) -> [NDArray] {
    if let items = self[name]?.items?.compactMap(\.asArray) { return items }
    missing(name)
    return []
  }

  func optionalInt(_ name: String) -> Int? {
    if let value = self[name] {
      if let int = value.int { return int }
      missing(name)
    }
    return nil
  }

  func int(_ name: String, _ otherwise: Int? = nil) -> Int {
    if let int = optionalInt(name) ?? otherwise { return int }
    missing(name)
    return 0
  }

  func optionalDouble(_ name: String) -> Double? {
    if let value = self[name] {
      if let double = value.double { return double }
      missing(name)
    }
    return nil
  }

  func double(_ name: String, _ otherwise: Double? = nil) -> Double {
    if let double = optionalDouble(name) ?? otherwise { return double }
    missing(name)
    return 0
  }

  func bool(_ name: String, _ otherwise: Bool = false) -> Bool { self[name].map(interpreter.isTrue) ?? otherwise }

  func string(_ name: String) -> String? { if case .string(let text) = self[name] { text } else { nil } }

  /// One number or several.
  func ints(_ name: String) -> [Int] { optionalInts(name) ?? [] }

  func optionalInts(_ name: String) -> [Int]? {
    guard let value = self[name] else { return nil }
    if let int = value.int { return [int] }
    if let ints = value.items?.map(\.int), ints.allSatisfy({ $0 != nil }) { return ints.map { $0! } }
    missing(name)
    return nil
  }

  /// Lists of so many numbers.
  func rows(_ name: String, of count: Int) -> [[Int]] {
    (self[name]?.items ?? []).map { row in
      let numbers = row.items?.compactMap(\.int) ?? []
      if numbers.count == count { return numbers }
      missing(name)
      return [Int](repeating: 0, count: count)
    }
  }

  func pairs(_ name: String) -> [(Int, Int)] { rows(name, of: 2).map { ($0[0], $0[1]) } }

  /// Two numbers.
  func pair(_ name: String, _ otherwise: (Int, Int)? = nil) -> (Int, Int) {
    if let numbers = optionalInts(name) {
      if numbers.count == 2 { return (numbers[0], numbers[1]) }
    } else if let otherwise {
      return otherwise
    }
    missing(name)
    return (0, 0)
  }

  var axis: (any AxisArgument)? { optionalAxes("axis") }

  func axes(_ name: String) -> any AxisArgument { optionalAxes(name) ?? int(name) }

  func optionalAxes(_ name: String) -> (any AxisArgument)? {
    if let one = self[name]?.int { return one }
    return optionalInts(name)
  }

  func shape(_ name: String = "shape") -> [Int] { ints(name) }

  func optionalShape(_ name: String = "shape") -> (any ShapeArgument)? { optionalInts(name) }

  func dtype(_ name: String = "dtype") -> DType? {
    switch self[name] {
    case .dtype(let dtype): return dtype
    case .name(let text), .string(let text): return DType(python: text)
    default: return nil
    }
  }

  /// Numbers that are a member of an object.
  func member(_ name: String, of object: String) -> [Int] {
    if case .object(let object) = self[object], let numbers = object.members[name]?.items?.map(\.int) as? [Int] {
      return numbers
    }
    missing(object)
    return []
  }

  /// Slices between brackets: one, or a tuple of them.
  func ranges(_ name: String) -> [Range<Int>] {
    let parts = self[name].map { $0.items ?? [$0] } ?? []
    return parts.compactMap { part in
      if case .slice(let start, let stop?, nil) = part { return (start ?? 0)..<stop }
      missing(name)
      return nil
    }
  }

  /// What happens to indices out of bounds where elements are read or written.
  var indexingMode: IndexingMode? {
    switch string("mode") {
    case "clip": .clip
    case "drop": .drop
    case "fill": .fill
    case "promise_in_bounds": .promiseInBounds
    default: nil
    }
  }

  /// What happens to indices out of bounds where places are computed.
  var bounds: IndexBounds? {
    switch string("mode") {
    case "clip": .clip
    case "wrap": .wrap
    case "raise": .raise
    default: nil
    }
  }

  /// A function of the values it is given.
  func callable(_ name: String) -> ([Value]) -> Value {
    guard let function = self[name] else {
      missing(name)
      return { _ in .none }
    }
    return { [interpreter] in interpreter.call(function, $0) }
  }
}
