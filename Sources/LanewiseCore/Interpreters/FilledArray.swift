extension Array {
  /// As `init(repeating:count:)`, which asks the runtime for the type of its storage in each call: half of what a short
  /// array of optionals takes.
  @inline(__always)
  init(filledWith element: Element, count: Int) {
    self.init()
    reserveCapacity(count)
    for _ in 0..<count { append(element) }
  }
}
