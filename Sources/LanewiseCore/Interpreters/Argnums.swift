/// Arguments of a function by number, as `jit` takes them: `0`, or `[0, 2]`. Negative numbers count from the last.
public struct Argnums: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, Hashable, Sendable {
  package let numbers: [Int]

  public init(_ numbers: [Int]) { self.numbers = numbers }
  public init(integerLiteral value: Int) { numbers = [value] }
  public init(arrayLiteral elements: Int...) { numbers = elements }
}
