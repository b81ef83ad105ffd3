import LanewiseCore
import Synchronization

/// Functions of several operations, for large arrays in memory and numbers beside them: compiled once, so that nothing is
/// stored in between. While anything is traced, or for small arrays, they are the operations that they are.
enum OnePass {
  typealias Function = @Sendable (NDArray) -> [NDArray]
  typealias FunctionOfSeveral = @Sendable ([NDArray]) -> [NDArray]

  private static let compiled = Mutex<[String: FunctionOfSeveral]>([:])
  /// Programs that are kept: the names of some hold numbers, of which there is no end.
  private static let capacity = 256
  /// Elements from which a compiled program is worth its call.
  private static let worthwhile = 1 << 14

  /// - `name`: names `body` with all that it depends on but its argument.
  static func run(_ name: @autoclosure () -> String, _ x: NDArray, _ body: @escaping Function) -> [NDArray] {
    run(name(), of: [x]) { body($0[0]) }
  }

  /// The same of several arrays.
  static func run(
    _ name: @autoclosure () -> String, of x: [NDArray], _ body: @escaping FunctionOfSeveral
  ) -> [NDArray] {
    guard x.contains(where: { $0.size >= worthwhile }), !Context.isTracing,
      x.allSatisfy({ $0.node.kind == .concrete || $0.isLiteral })
    else {
      return body(x)
    }
    let name = name()
    let function = compiled.withLock { known in
      if let function = known[name] { return function }
      if known.count == capacity { known.removeAll() }
      let function = jit({ (x: [NDArray]) -> [NDArray] in body(x) }, name: name) as FunctionOfSeveral
      known[name] = function
      return function
    }
    return function(x)
  }
}
