import Lanewise
import LanewiseCore

/// A value of a Python program: an array or a tree of arrays, or what stands around them.
indirect enum Value: Tree {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case complex(Double, Double)
  case string(String)
  case array(NDArray)
  case dtype(DType)
  case list([Value])
  case tuple([Value])
  case dictionary([String: Value])
  case slice(Int?, Int?, Int?)
  case ellipsis
  case object(Object)
  /// Something of a module, by its full name: "jax.numpy.sum".
  case name(String)

  /// Numbers are leaves, as they are in JAX: inside a loop or a transformation they are arrays.
  func walk(_ w: inout TreeWalker) -> Value {
    switch self {
    case .none:
      _ = w.unwrapped(NDArray?.none, of: Value.self)
      return .none
    case .bool, .int, .float, .complex, .array: return .array(w.unwrapped(number!, of: Value.self))
    case .list(let values): return .list(w.unwrapped(values, of: Value.self))
    case .tuple(let values): return .tuple(w.unwrapped(values, of: Value.self))
    case .dictionary(let values): return .dictionary(w.unwrapped(values, of: Value.self))
    case .string(let text): return .string(w.fixed(text))
    case .dtype(let dtype): return .dtype(w.fixed(dtype))
    case .slice, .ellipsis, .object, .name: return self
    }
  }

  /// A number or an array as an array: Python's numbers are weakly typed.
  var number: NDArray? {
    switch self {
    case .bool(let x): NDArray(booleanLiteral: x)
    case .int(let x): NDArray(integerLiteral: x)
    case .float(let x): NDArray(floatLiteral: x)
    case .complex(let re, let im): .weakLiteral(.complex(re, im))
    case .array(let x): x
    default: nil
    }
  }

  /// What a loop over the value goes over, and what it is taken apart into.
  var items: [Value]? {
    switch self {
    case .list(let values), .tuple(let values): values
    case .array(let x) where x.ndim > 0: x.map(Value.array)
    case .dictionary(let values): values.keys.sorted().map(Value.string)
    default: nil
    }
  }

  var int: Int? {
    switch self {
    case .int(let x): x
    case .bool(let x): x ? 1 : 0
    case .array(let x) where x.ndim == 0 && x.dtype.isInteger && !x.isTracer: Int(x)
    default: nil
    }
  }

  var double: Double? {
    switch self {
    case .float(let x): x
    case .array(let x) where x.ndim == 0 && !x.isTracer: Double(x)
    default: int.map(Double.init)
    }
  }

  /// The array `jnp.array` makes of it: nested lists of numbers and arrays are stacked.
  var asArray: NDArray? {
    if let number { return number }
    guard case .list(let values) = self.asList else { return nil }
    guard !values.isEmpty else { return NDArray([Double]()) }
    // Numbers alone are a constant, even while tracing.
    if let numbers = values.map(\.pythonNumber) as? [Double] {
      if values.allSatisfy({ if case .bool = $0 { true } else { false } }) { return NDArray(numbers.map { $0 != 0 }) }
      return values.contains { if case .float = $0 { true } else { false } }
        ? NDArray(numbers) : NDArray(numbers.map { Int($0) })
    }
    var parts: [NDArray] = []
    for value in values {
      guard let part = value.asArray else { return nil }
      parts.append(part)
    }
    let stacked = stack(parts)
    return stacked.weakType ? stacked.astype(stacked.dtype) : stacked
  }

  /// A number that is no array.
  var pythonNumber: Double? { isArray ? nil : double }

  private var asList: Value {
    if case .tuple(let values) = self { .list(values) } else { self }
  }
}

/// What has members, can be called, or can be indexed.
final class Object {
  typealias Call = ([Value], [String: Value]) -> Value

  /// The full name of its class, whose functions are its methods; nil where it has none.
  let type: String?
  let call: Call?
  let index: ((Value) -> Value)?
  var members: [String: Value]

  init(
    type: String? = nil, call: Call? = nil, index: ((Value) -> Value)? = nil, members: [String: Value] = [:]
  ) {
    self.type = type
    self.call = call
    self.index = index
    self.members = members
  }
}

extension Value {
  static func function(_ call: @escaping Object.Call) -> Value { .object(Object(call: call)) }
}
