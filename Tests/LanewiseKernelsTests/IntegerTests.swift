import LanewiseKernels
import Testing

/// Integer arithmetic of every width against Swift's own, with XLA's answers where Swift traps.
@Suite struct IntegerTests {
  @Test(arguments: Build.all) func integers(_ build: Build) throws {
    try check(build, Int8.self)
    try check(build, Int16.self)
    try check(build, Int32.self)
    try check(build, Int64.self)
    try check(build, UInt8.self)
    try check(build, UInt16.self)
    try check(build, UInt32.self)
    try check(build, UInt64.self)
  }

  /// Quotients of up to 32 bits go through floating point: next to multiples of the divisor they could come out one off.
  @Test(arguments: Build.all) func quotientsNextToMultiples(_ build: Build) throws {
    func check<T: FixedWidthInteger & Awkward>(_: T.Type) throws {
      var random = SplitMix(state: 26)
      let divisors = (0..<20).map { T.random(in: .min ... .max, using: &random) >> T($0 % (T.bitWidth - 2)) }
      for divisor in divisors + [1, 3, 7, 10, .max, .min] where divisor != 0 && divisor != ~0 {
        let last = T.max / (divisor.magnitude > 1 ? T(clamping: divisor.magnitude) : 1)
        let multiples = (0..<30).map { _ in T.random(in: 0...last, using: &random) } + [last]
        let dividends = multiples.flatMap { multiple in
          [0, 1, ~0].map { (offset: T) in multiple &* divisor &+ offset } + [0 &- multiple &* divisor]
        }
        for op in [BinaryOp.div, .rem, .floorDiv, .floorRem] where binary(op, T(1), T(1)) != nil {
          let index = KernelIndex.binary(op, T.lane, .rc)
          let got: [T] = try build.run(index, count: dividends.count, [dividends, [divisor]])
          expectSame(got, dividends.map { binary(op, $0, divisor)! }, "\(op) \(T.self) by \(divisor): \(dividends)")
        }
      }
    }
    try check(Int8.self)
    try check(Int16.self)
    try check(Int32.self)
    try check(Int64.self)
    try check(UInt8.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
  }

  private func unary<T: FixedWidthInteger>(_ op: UnaryOp, _ a: T) -> T? {
    switch op {
    case .neg: 0 &- a
    case .abs: a < 0 ? 0 &- a : a
    case .sign: a.signum()
    case .square: a &* a
    case .not: ~a
    case .populationCount: T(a.nonzeroBitCount)
    case .clz: T(a.leadingZeroBitCount)
    default: nil
    }
  }

  private func binary<T: FixedWidthInteger>(_ op: BinaryOp, _ a: T, _ b: T) -> T? {
    // As an unsigned number, a negative shift is past every width.
    let shift = b < 0 || b >= T(T.bitWidth) ? T.bitWidth : Int(b)
    switch op {
    case .add: return a &+ b
    case .sub: return a &- b
    case .mul: return a &* b
    case .div: return b == 0 ? ~0 : a.dividedReportingOverflow(by: b).partialValue
    case .rem: return b == 0 ? a : a.remainderReportingOverflow(dividingBy: b).partialValue
    case .floorDiv, .floorRem:
      guard T.isSigned else { return nil }
      let rest = binary(.rem, a, b)!
      if op == .floorRem { return rest != 0 && (rest < 0) != (b < 0) ? rest &+ b : rest }
      return binary(.div, a, b)! &- (rest != 0 && a.signum() != b.signum() ? 1 : 0)
    case .max: return Swift.max(a, b)
    case .min: return Swift.min(a, b)
    case .and: return a & b
    case .or: return a | b
    case .xor: return a ^ b
    case .shiftLeft: return a << shift
    case .shiftRightArithmetic: return a >> shift
    case .shiftRightLogical:
      return T(truncatingIfNeeded: T.Magnitude(truncatingIfNeeded: a) >> T.Magnitude(shift))
    case .pow:
      if a == 0 && b != 0 { return 0 }
      var result: T = 1
      for _ in 0..<Int(truncatingIfNeeded: b & 63) { result = result &* a }
      return result
    default: return nil
    }
  }

  private func check<T: FixedWidthInteger & Awkward>(_ build: Build, _: T.Type) throws {
    for op in UnaryOp.allCases {
      let index = KernelIndex.unary(op, T.lane)
      guard unary(op, T(1)) != nil else {
        #expect(build.table[index] == nil, "\(op) of \(T.self)")
        continue
      }
      expectSame(
        try build.run(index, count: T.awkward.count, [T.awkward]), T.awkward.map { unary(op, $0)! }, "\(op) \(T.self)")
    }
    let (a, b) = T.pairs
    for op in BinaryOp.allCases {
      guard binary(op, T(1), T(1)) != nil else {
        #expect(build.table[KernelIndex.binary(op, T.lane, .rr)] == nil, "\(op) of \(T.self)")
        continue
      }
      let got: [T] = try build.run(KernelIndex.binary(op, T.lane, .rr), count: a.count, [a, b])
      expectSame(got, zip(a, b).map { binary(op, $0, $1)! }, "\(op) \(T.self)")
      for constant in T.awkward {
        let right: [T] = try build.run(
          KernelIndex.binary(op, T.lane, .rc), count: T.awkward.count, [T.awkward, [constant]])
        expectSame(right, T.awkward.map { binary(op, $0, constant)! }, "\(op) \(T.self) constant \(constant)")
        let left: [T] = try build.run(
          KernelIndex.binary(op, T.lane, .cr), count: T.awkward.count, [[constant], T.awkward])
        expectSame(left, T.awkward.map { binary(op, constant, $0)! }, "\(op) constant \(constant) \(T.self)")
      }
    }
  }

  @Test(arguments: Build.all) func bool(_ build: Build) throws {
    let a: [UInt8] = [0, 0, 1, 1]
    let b: [UInt8] = [0, 1, 0, 1]
    for (op, want) in [
      (BinaryOp.and, [0, 0, 0, 1]), (.min, [0, 0, 0, 1]), (.or, [0, 1, 1, 1]), (.max, [0, 1, 1, 1]),
      (.xor, [0, 1, 1, 0]),
    ] as [(BinaryOp, [UInt8])] {
      #expect(try build.run(KernelIndex.binary(op, .bool, .rr), count: 4, [a, b]) == want)
    }
    #expect(try build.run(KernelIndex.unary(.not, .bool), count: 4, [b]) == [1, 0, 1, 0] as [UInt8])
  }

  /// Every tile size, in place and not.
  @Test(arguments: Build.all, counts) func tileSizes(_ build: Build, _ count: Int) throws {
    let a = (0..<count).map { Int32($0 * 3 - 50) }
    let b = (0..<count).map { Int32($0 * $0) }
    #expect(
      try build.run(KernelIndex.binary(.sub, .i32, .rr), count: count, [a, b]) == zip(a, b).map { $0 - $1 })
    #expect(try build.run(KernelIndex.unary(.neg, .i32), count: count, [a]) == a.map { -$0 })
  }
}
