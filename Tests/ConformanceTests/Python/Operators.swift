import Foundation
import Lanewise

/// Python's operators, over numbers and over arrays.
extension Interpreter {
  func unary(_ symbol: String, _ value: Value) -> Value {
    switch (symbol, value) {
    case ("+", _): return value
    case ("-", .int(let x)): return .int(-x)
    case ("-", .bool(let x)): return .int(x ? -1 : 0)
    case ("-", .float(let x)): return .float(-x)
    case ("-", .complex(let re, let im)): return .complex(-re, -im)
    case ("-", .array(let x)): return .array(-x)
    case ("~", .int(let x)): return .int(~x)
    case ("~", .array(let x)): return .array(bitwiseNot(x))
    default: return fault("there is no \(symbol) of \(value)")
    }
  }

  func binary(_ symbol: String, _ x: Value, _ y: Value) -> Value {
    if case .array = x, let b = y.number { return array(symbol, x.number!, b) }
    if case .array = y, let a = x.number { return array(symbol, a, y.number!) }
    switch (symbol, x, y) {
    case ("*", .object(let a), .object) where a.type != nil:
      return method(of: a, "__mul__").map { call($0, [y]) } ?? fault("a product of \(x)")
    case ("+", .tuple(let a), .tuple(let b)): return .tuple(a + b)
    case ("+", .list(let a), .list(let b)): return .list(a + b)
    case ("*", .tuple(let a), .int(let n)): return .tuple((0..<n).flatMap { _ in a })
    case ("*", .list(let a), .int(let n)): return .list((0..<n).flatMap { _ in a })
    default: break
    }
    if let a = x.int, let b = y.int, let result = integer(symbol, a, b) { return result }
    if let a = x.double, let b = y.double, let result = real(symbol, a, b) { return .float(result) }
    return complex(symbol, x, y) ?? fault("there is no \(symbol) of \(x) and \(y)")
  }

  private func array(_ symbol: String, _ x: NDArray, _ y: NDArray) -> Value {
    switch symbol {
    case "+": .array(x + y)
    case "-": .array(x - y)
    case "*": .array(x * y)
    case "/": .array(x / y)
    case "//": .array(floorDivide(x, y))
    case "%": .array(x % y)
    case "**": .array(x ** y)
    case "@": .array(matmul(x, y))
    case "&": .array(x & y)
    case "|": .array(x | y)
    case "^": .array(x ^ y)
    case "<<": .array(x << y)
    case ">>": .array(x >> y)
    default: fault("there is no operator \(symbol) of arrays")
    }
  }

  private func integer(_ symbol: String, _ x: Int, _ y: Int) -> Value? {
    switch symbol {
    case "+": .int(x + y)
    case "-": .int(x - y)
    case "*": .int(x * y)
    case "//": .int(Int((Double(x) / Double(y)).rounded(.down)))
    case "%": .int(((x % y) + y) % y)
    case "**": y >= 0 ? .int((0..<y).reduce(1) { power, _ in power * x }) : .float(Foundation.pow(Double(x), Double(y)))
    case "&": .int(x & y)
    case "|": .int(x | y)
    case "^": .int(x ^ y)
    case "<<": .int(x << y)
    case ">>": .int(x >> y)
    default: nil
    }
  }

  private func real(_ symbol: String, _ x: Double, _ y: Double) -> Double? {
    switch symbol {
    case "+": x + y
    case "-": x - y
    case "*": x * y
    case "/": x / y
    case "//": (x / y).rounded(.down)
    case "%": x - y * (x / y).rounded(.down)
    case "**": Foundation.pow(x, y)
    default: nil
    }
  }

  private func complex(_ symbol: String, _ x: Value, _ y: Value) -> Value? {
    func parts(_ value: Value) -> (re: Double, im: Double)? {
      if case .complex(let re, let im) = value { (re, im) } else { value.double.map { ($0, 0) } }
    }
    guard let a = parts(x), let b = parts(y) else { return nil }
    switch symbol {
    case "+": return .complex(a.re + b.re, a.im + b.im)
    case "-": return .complex(a.re - b.re, a.im - b.im)
    case "*": return .complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
    default: return nil
    }
  }

  func compare(_ symbol: String, _ x: Value, _ y: Value) -> Value {
    switch symbol {
    case "is": if case .none = y, case .none = x { return .bool(true) } else { return .bool(false) }
    case "is not": if case .none = y, case .none = x { return .bool(false) } else { return .bool(true) }
    default: break
    }
    if let a = x.items, let b = y.items, !x.isArray, !y.isArray {
      let same = a.count == b.count && zip(a, b).allSatisfy { isTrue(compare("==", $0, $1)) }
      return .bool(same == (symbol == "=="))
    }
    if !x.isArray, !y.isArray, let a = x.double, let b = y.double {
      switch symbol {
      case "<": return .bool(a < b)
      case "<=": return .bool(a <= b)
      case ">": return .bool(a > b)
      case ">=": return .bool(a >= b)
      case "==": return .bool(a == b)
      default: return .bool(a != b)
      }
    }
    guard let a = x.number, let b = y.number else { return fault("\(x) and \(y) cannot be compared") }
    switch symbol {
    case "<": return .array(a .< b)
    case "<=": return .array(a .<= b)
    case ">": return .array(a .> b)
    case ">=": return .array(a .>= b)
    case "==": return .array(a .== b)
    default: return .array(a .!= b)
    }
  }

  func isTrue(_ value: Value) -> Bool {
    switch value {
    case .none: false
    case .array(let x): Bool(x)
    case .list(let values), .tuple(let values): !values.isEmpty
    case .string(let text): !text.isEmpty
    default: value.double != 0
    }
  }
}

extension Value {
  var isArray: Bool { if case .array = self { true } else { false } }
}
