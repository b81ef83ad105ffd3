extension Bool {
  /// 1 or 0, without a branch.
  @inline(__always) var asOne: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
