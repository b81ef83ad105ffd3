import Lanewise
import LanewiseCore

/// Runs a case's Python with Lanewise's public functions in place of JAX's.
///
/// Closures given to transformations and loops cannot throw, so what cannot be run is noted as a fault, and the value
/// None stands for it.
final class Interpreter {
  /// The first thing that could not be run.
  private(set) var firstFault: String?
  /// How the case's keys draw random bits.
  let layout: Random.Layout
  private let globals = Scope()

  init(layout: Random.Layout) { self.layout = layout }

  @discardableResult
  func fault(_ text: @autoclosure () -> String) -> Value {
    if firstFault == nil { firstFault = text() }
    return .none
  }

  func run(_ statements: [Statement]) { _ = execute(statements, globals) }

  /// The value of an expression over x0, x1, …
  func evaluate(_ expression: Expression, _ inputs: [NDArray]) -> Value {
    let scope = Scope(parent: globals)
    for (index, input) in inputs.enumerated() { scope.values["x\(index)"] = .array(input) }
    return evaluate(expression, scope)
  }

  // MARK: Expressions

  func evaluate(_ expression: Expression, _ scope: Scope) -> Value {
    switch expression {
    case .none: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .float(let value): return .float(value)
    case .imaginary(let value): return .complex(0, value)
    case .string(let text): return .string(text)
    case .ellipsis: return .ellipsis
    case .name(let name): return lookUp(name, scope)
    case .attribute(let base, let name): return attribute(evaluate(base, scope), name)
    case .call(let function, let arguments): return call(function, arguments, scope)
    case .subscripted(let base, let index): return subscripted(evaluate(base, scope), evaluate(index, scope))
    case .slice(let start, let stop, let step):
      let bounds = [start, stop, step].map { $0.flatMap { evaluate($0, scope).int } }
      return .slice(bounds[0], bounds[1], bounds[2])
    case .tuple(let elements): return .tuple(self.elements(elements, scope))
    case .list(let elements): return .list(self.elements(elements, scope))
    case .dictionary(let pairs):
      var values: [String: Value] = [:]
      for (key, value) in pairs {
        guard case .string(let name) = evaluate(key, scope) else { return fault("a key that is not a string") }
        values[name] = evaluate(value, scope)
      }
      return .dictionary(values)
    case .unary(let symbol, let operand): return unary(symbol, evaluate(operand, scope))
    case .binary(let symbol, let left, let right):
      return binary(symbol, evaluate(left, scope), evaluate(right, scope))
    case .comparison(let first, let rest):
      var left = evaluate(first, scope)
      var result = Value.bool(true)
      for (symbol, operand) in rest {
        let right = evaluate(operand, scope)
        result = compare(symbol, left, right)
        if rest.count > 1, !isTrue(result) { break }
        left = right
      }
      return result
    case .and(let left, let right):
      let value = evaluate(left, scope)
      return isTrue(value) ? evaluate(right, scope) : value
    case .or(let left, let right):
      let value = evaluate(left, scope)
      return isTrue(value) ? value : evaluate(right, scope)
    case .not(let operand): return .bool(!isTrue(evaluate(operand, scope)))
    case .conditional(let condition, let then, let otherwise):
      return evaluate(isTrue(evaluate(condition, scope)) ? then : otherwise, scope)
    case .lambda(let parameters, let body):
      return function(parameters, scope) { [unowned self] in evaluate(body, $0) }
    case .comprehension(let element, let clauses):
      var values: [Value] = []
      comprehend(clauses[...], Scope(parent: scope)) { values.append(evaluate(element, $0)) }
      return .list(values)
    case .starred: return fault("a star outside a list")
    }
  }

  private func elements(_ expressions: [Expression], _ scope: Scope) -> [Value] {
    expressions.flatMap { expression -> [Value] in
      if case .starred(let values) = expression { return items(evaluate(values, scope)) }
      return [evaluate(expression, scope)]
    }
  }

  private func comprehend(_ clauses: ArraySlice<ComprehensionClause>, _ scope: Scope, _ body: (Scope) -> Void) {
    guard let clause = clauses.first else { return body(scope) }
    for value in items(evaluate(clause.values, scope)) {
      assign(clause.target, value, scope)
      if clause.conditions.allSatisfy({ isTrue(evaluate($0, scope)) }) { comprehend(clauses.dropFirst(), scope, body) }
    }
  }

  func items(_ value: Value) -> [Value] {
    guard let items = value.items else {
      fault("\(value) has no items")
      return []
    }
    return items
  }

  /// A result of two values.
  func pair(_ value: Value) -> (Value, Value) {
    let items = self.items(value)
    guard items.count == 2 else { return (fault("\(items.count) values in place of two"), .none) }
    return (items[0], items[1])
  }

  private func lookUp(_ name: String, _ scope: Scope) -> Value {
    if let value = scope[name] { return value }
    if let module = Self.modules[name] { return .name(module) }
    return Face.constant("builtins.\(name)") ?? .name("builtins.\(name)")
  }

  private static let modules = [
    "jax": "jax", "jnp": "jax.numpy", "lax": "jax.lax", "random": "jax.random", "np": "numpy", "jsp": "jax.scipy",
    "functools": "functools", "partial": "functools.partial", "RoundingMethod": "jax.lax.RoundingMethod",
    "Rotation": "jax.scipy.spatial.transform.Rotation",
  ]

  // MARK: Calls

  private func call(_ function: Expression, _ arguments: [CallArgument], _ scope: Scope) -> Value {
    let positional = elements(arguments.filter { $0.name == nil }.map(\.value), scope)
    var keywords: [String: Value] = [:]
    for argument in arguments { if let name = argument.name { keywords[name] = evaluate(argument.value, scope) } }
    // Lists are values here; this is the one method that changes one.
    if case .attribute(.name(let list), "append") = function, case .list(let values) = lookUp(list, scope) {
      scope[list] = .list(values + positional)
      return .none
    }
    return call(evaluate(function, scope), positional, keywords)
  }

  func call(_ function: Value, _ arguments: [Value], _ keywords: [String: Value] = [:]) -> Value {
    switch function {
    case .object(let object):
      guard let call = object.call else { return fault("a call of what is no function") }
      return call(arguments, keywords)
    case .name(let name):
      if let function = Face.functions[name] { return function.call(name, arguments, keywords, self) }
      if let dtype = DType(python: name), let value = arguments.first {
        let number = value.asArray ?? parsed(value)
        return number.map { .array($0.astype(dtype)) } ?? fault("\(name) of \(value)")
      }
      // NumPy's function of the same name, for what is known when a program is written.
      if name.hasPrefix("numpy.") { return call(.name("jax.\(name)"), arguments, keywords) }
      return fault(name)
    default: return fault("a call of \(function)")
    }
  }

  /// A number written as text: `jnp.float32("-inf")`.
  private func parsed(_ value: Value) -> NDArray? {
    if case .string(let text) = value { Double(text).map { NDArray(floatLiteral: $0) } } else { nil }
  }

  /// A function that binds its parameters in a scope of its own.
  private func function(_ parameters: [Parameter], _ scope: Scope, _ body: @escaping (Scope) -> Value) -> Value {
    .function { [unowned self] arguments, keywords in
      let local = Scope(parent: scope)
      for (place, parameter) in parameters.enumerated() {
        if parameter.isVariadic {
          local.values[parameter.name] = .tuple(Array(arguments.dropFirst(place)))
          break
        }
        let given = arguments.indices.contains(place) ? arguments[place] : keywords[parameter.name]
        local.values[parameter.name] =
          given ?? parameter.defaultValue.map { self.evaluate($0, scope) } ?? fault("\(parameter.name) is missing")
      }
      return body(local)
    }
  }

  // MARK: Statements

  /// The value that the statements return, if they do.
  private func execute(_ statements: [Statement], _ scope: Scope) -> Value? {
    for statement in statements {
      if let result = execute(statement, scope) { return result }
    }
    return nil
  }

  private func execute(_ statement: Statement, _ scope: Scope) -> Value? {
    switch statement {
    case .pass: break
    case .expression(let expression): _ = evaluate(expression, scope)
    case .assignment(let targets, let expression):
      let value = evaluate(expression, scope)
      for target in targets { assign(target, value, scope) }
    case .result(let expression): return evaluate(expression, scope)
    case .function(let name, let parameters, let body, let decorators):
      var value = function(parameters, scope) { [unowned self] in execute(body, $0) ?? .none }
      for decorator in decorators.reversed() { value = call(evaluate(decorator, scope), [value]) }
      scope.values[name] = value
    case .loop(let target, let values, let body):
      for value in items(evaluate(values, scope)) {
        assign(target, value, scope)
        if let result = execute(body, scope) { return result }
      }
    case .branch(let condition, let body, let otherwise):
      return execute(isTrue(evaluate(condition, scope)) ? body : otherwise, scope)
    }
    return nil
  }

  private func assign(_ target: Expression, _ value: Value, _ scope: Scope) {
    switch target {
    case .name(let name): scope.values[name] = value
    case .tuple(let targets), .list(let targets):
      let items = self.items(value)
      guard items.count == targets.count else { return _ = fault("\(items.count) values for \(targets.count) names") }
      for (target, item) in zip(targets, items) { assign(target, item, scope) }
    case .subscripted(.name(let name), let key):
      guard case .dictionary(var values) = lookUp(name, scope), case .string(let key) = evaluate(key, scope) else {
        return _ = fault("an assignment to a part of \(name)")
      }
      values[key] = value
      scope[name] = .dictionary(values)
    default: fault("an assignment to \(target)")
    }
  }
}

/// The names of a function, and those around it.
final class Scope {
  var values: [String: Value] = [:]
  private let parent: Scope?

  init(parent: Scope? = nil) { self.parent = parent }

  subscript(_ name: String) -> Value? {
    get { values[name] ?? parent?[name] }
    set { values[name] = newValue }
  }
}

extension DType {
  /// The dtype of this name in Python: "jax.numpy.float32", "builtins.int".
  init?(python name: String) {
    let name = name.split(separator: ".").last.map(String.init) ?? name
    switch name {
    case "bool", "bool_": self = .bool
    case "int", "int_": self = Int.arrayDType
    case "uint": self = UInt.arrayDType
    case "float", "float_": self = Double.arrayDType
    case "complex", "complex_": self = Double.arrayDType == .float64 ? .complex128 : .complex64
    default: self.init(name: name)
    }
  }
}
