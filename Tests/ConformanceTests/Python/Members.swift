import Lanewise
import LanewiseCore

// What follows a value's dot or stands in its brackets.
extension Interpreter {
  func attribute(_ base: Value, _ name: String) -> Value {
    switch base {
    case .name(let module): return Face.constant("\(module).\(name)") ?? .name("\(module).\(name)")
    case .object(let object): return object.members[name] ?? method(of: object, name) ?? fault("a member \(name)")
    case .dictionary(let values): return member(of: values, name)
    case .array(let x): return member(of: x, name)
    case .dtype(let dtype) where name == "type": return .dtype(dtype)
    case .float, .int, .bool, .complex: return member(of: base.number!, name)
    default: return fault("a member \(name) of \(base)")
    }
  }

  /// A function of an object's class, bound to the object.
  func method(of object: Object, _ name: String) -> Value? {
    guard let type = object.type, Face.functions["\(type).\(name)"] != nil else { return nil }
    return .function { [unowned self] arguments, keywords in
      call(.name("\(type).\(name)"), [.object(object)] + arguments, keywords)
    }
  }

  private func member(of x: NDArray, _ name: String) -> Value {
    switch name {
    case "shape": return .tuple(x.shape.map(Value.int))
    case "dtype": return .dtype(x.dtype)
    case "ndim": return .int(x.ndim)
    case "size": return .int(x.size)
    case "T": return .array(x.T)
    case "mT": return .array(x.mT)
    case "real": return .array(x.real)
    case "imag": return .array(x.imag)
    case "at": return .object(Object(index: { [unowned self] in updates(of: x, $0) }))
    default:
      let method = Face.functions["jax.Array.\(name)"] != nil ? "jax.Array.\(name)" : "jax.numpy.\(name)"
      return .function { [unowned self] arguments, keywords in call(.name(method), [.array(x)] + arguments, keywords) }
    }
  }

  private func member(of values: [String: Value], _ name: String) -> Value {
    let keys = values.keys.sorted()
    switch name {
    case "keys": return .function { _, _ in .list(keys.map(Value.string)) }
    case "values": return .function { _, _ in .list(keys.map { values[$0]! }) }
    case "items": return .function { _, _ in .list(keys.map { .tuple([.string($0), values[$0]!]) }) }
    default: return fault("a member \(name) of a dictionary")
    }
  }

  /// `x.at[…]`: its methods, by name.
  private func updates(of x: NDArray, _ index: Value) -> Value {
    let location = located(x, indices(index))
    let names = ["set", "add", "multiply", "mul", "divide", "power", "min", "max", "apply", "get"]
    let members = names.map { name in
      (
        name,
        Value.function { [unowned self] arguments, keywords in
          Face.update("jax.Array.at.\(name)", name, location, arguments, keywords, self)
        }
      )
    }
    return .object(Object(members: Dictionary(uniqueKeysWithValues: members)))
  }

  func subscripted(_ base: Value, _ index: Value) -> Value {
    switch base {
    case .array(let x): return .array(selected(x, indices(index)))
    case .object(let object):
      if let item = method(of: object, "__getitem__") { return call(item, [index]) }
      return object.index?(index) ?? fault("brackets behind what has none")
    case .name: return call(base, [index])
    case .dictionary(let values):
      guard case .string(let key) = index, let value = values[key] else { return fault("a key \(index)") }
      return value
    case .list(let values): return part(of: values, index, Value.list)
    case .tuple(let values): return part(of: values, index, Value.tuple)
    default: return fault("brackets behind \(base)")
    }
  }

  private func part(of values: [Value], _ index: Value, _ make: ([Value]) -> Value) -> Value {
    if case .slice(let start, let stop, let step) = index {
      let (count, step) = (values.count, step ?? 1)
      let ends = step > 0 ? 0...count : -1...(count - 1)
      func bound(_ place: Int?) -> Int? {
        place.map { Swift.min(Swift.max($0 < 0 ? $0 + count : $0, ends.lowerBound), ends.upperBound) }
      }
      let first = bound(start) ?? (step > 0 ? ends.lowerBound : ends.upperBound)
      let last = bound(stop) ?? (step > 0 ? ends.upperBound : ends.lowerBound)
      return make(Swift.stride(from: first, to: last, by: step).map { values[$0] })
    }
    guard let place = index.int, place < values.count, place >= -values.count else { return fault("an item \(index)") }
    return values[place < 0 ? place + values.count : place]
  }

  func indices(_ value: Value) -> [any ArrayIndex] {
    guard case .tuple(let parts) = value else { return [index(value)] }
    return parts.map(index)
  }

  private func index(_ value: Value) -> any ArrayIndex {
    switch value {
    case .none: return BasicIndex.newAxis
    case .ellipsis: return BasicIndex.ellipsis
    case .slice(let start, let stop, let step): return BasicIndex.slice(start, stop, step ?? 1)
    case .int(let place): return place
    default:
      guard let places = value.asArray else {
        fault("an index \(value)")
        return 0
      }
      return places
    }
  }

  // Swift has no call with a list in place of arguments, which subscripts take any number of.

  func selected(_ x: NDArray, _ i: [any ArrayIndex]) -> NDArray {
    switch i.count {
    case 0: return x
    case 1: return x[i[0]]
    case 2: return x[i[0], i[1]]
    case 3: return x[i[0], i[1], i[2]]
    default: return x[i[0], i[1], i[2], i[3]]
    }
  }

  private func located(_ x: NDArray, _ i: [any ArrayIndex]) -> ArrayLocation {
    switch i.count {
    case 0: return x.at[.ellipsis]
    case 1: return x.at[i[0]]
    case 2: return x.at[i[0], i[1]]
    case 3: return x.at[i[0], i[1], i[2]]
    default: return x.at[i[0], i[1], i[2], i[3]]
    }
  }
}
