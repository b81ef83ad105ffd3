/// A fold over elements as a type: a generic loop over it is compiled with the operation inside, which a loop that is
/// handed a closure is not.
protocol ElementFold {
  static func apply<E: Element>(_ a: E, _ b: E) -> E
}

enum SumFold: ElementFold {
  @inline(__always) static func apply<E: Element>(_ a: E, _ b: E) -> E { E.sum(a, b) }
}
enum ProductFold: ElementFold {
  @inline(__always) static func apply<E: Element>(_ a: E, _ b: E) -> E { E.product(a, b) }
}
enum MaximumFold: ElementFold {
  @inline(__always) static func apply<E: Element>(_ a: E, _ b: E) -> E { E.maximum(a, b) }
}
enum MinimumFold: ElementFold {
  @inline(__always) static func apply<E: Element>(_ a: E, _ b: E) -> E { E.minimum(a, b) }
}
enum LogAddExpFold: ElementFold {
  @inline(__always) static func apply<E: Element>(_ a: E, _ b: E) -> E { E.logAddExp(a, b) }
}

/// What replaces the old value by the new one.
enum ReplaceFold: ElementFold {
  @inline(__always) static func apply<E: Element>(_ a: E, _ b: E) -> E { b }
}

/// Which of two elements is the better one, as a type.
protocol ElementOrder {
  /// False if either is NaN.
  static func beats<E: Element>(_ a: E, _ b: E) -> Bool
}

enum LargestFirst: ElementOrder {
  @inline(__always) static func beats<E: Element>(_ a: E, _ b: E) -> Bool { E.isAbove(a, b) }
}
enum SmallestFirst: ElementOrder {
  @inline(__always) static func beats<E: Element>(_ a: E, _ b: E) -> Bool { E.isAbove(b, a) }
}
