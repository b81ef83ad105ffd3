import Lanewise

// What Python has without an import.
extension FaceTable {
  mutating func addBuiltins() {
    module = "builtins"
    value("abs", "x") { a in
      switch a["x"] {
      case .int(let x): .int(Swift.abs(x))
      case .float(let x): .float(Swift.abs(x))
      default: .array(Lanewise.abs(a.x("x")))
      }
    }
    value("round", "x digits") { .array(round($0.x("x"), decimals: $0.int("digits", 0))) }
    value("divmod", "x y") { a in
      let (quotient, rest) = divmod(a.x("x"), a.x("y"))
      return .tuple([.array(quotient), .array(rest)])
    }
    value("pow", "x y") { $0.interpreter.binary("**", $0["x"] ?? .none, $0["y"] ?? .none) }
    value("len", "x") { .int($0.interpreter.items($0["x"] ?? .none).count) }
    value("tuple", "x") { .tuple($0.isGiven("x") ? $0.interpreter.items($0["x"]!) : []) }
    value("list", "x") { .list($0.isGiven("x") ? $0.interpreter.items($0["x"]!) : []) }
    value("range", "*bounds") { a in
      let bounds = a.ints("bounds")
      let (first, last) = bounds.count == 1 ? (0, bounds[0]) : (bounds.first ?? 0, bounds.dropFirst().first ?? 0)
      return .list(Swift.stride(from: first, to: last, by: bounds.count == 3 ? bounds[2] : 1).map(Value.int))
    }
    value("enumerate", "x") { a in
      .list(a.interpreter.items(a["x"] ?? .none).enumerated().map { .tuple([.int($0.offset), $0.element]) })
    }
    value("zip", "*x") { a in
      let lists = (a["x"]?.items ?? []).map(a.interpreter.items)
      return .list((0..<(lists.map(\.count).min() ?? 0)).map { place in .tuple(lists.map { $0[place] }) })
    }
    value("map", "f x") { a in
      let f = a.callable("f")
      return .list(a.interpreter.items(a["x"] ?? .none).map { f([$0]) })
    }
    value("sum", "x start") { a in
      a.interpreter.items(a["x"] ?? .none).reduce(a["start"] ?? .int(0)) { a.interpreter.binary("+", $0, $1) }
    }
    module = "functools"
    value("partial", "f *x") { a in
      let f = a.callable("f")
      let first = a["x"]?.items ?? []
      return .function { rest, _ in f(first + rest) }
    }
    value("reduce", "f x start") { a in
      let f = a.callable("f")
      let items = a.interpreter.items(a["x"] ?? .none)
      guard let start = a["start"] ?? items.first else { return a.interpreter.fault("reduce of nothing") }
      return items.dropFirst(a.isGiven("start") ? 0 : 1).reduce(start) { f([$0, $1]) }
    }
  }
}
