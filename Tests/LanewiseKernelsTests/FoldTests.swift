import LanewiseKernels
import Testing

@Suite struct FoldTests {
  private func reference<T: FixedWidthInteger>(_ op: FoldOp, _ a: T, _ b: T) -> T {
    switch op {
    case .sum: a &+ b
    case .prod: a &* b
    case .max: Swift.max(a, b)
    case .min: Swift.min(a, b)
    case .and: a & b
    case .or: a | b
    case .xor: a ^ b
    }
  }

  private func identity<T: FixedWidthInteger>(_ op: FoldOp, _: T.Type) -> T {
    switch op {
    case .sum, .or, .xor: 0
    case .prod: 1
    case .max: .min
    case .min: .max
    case .and: ~0
    }
  }

  private func integers<T: FixedWidthInteger & Awkward>(_ build: Build, _: T.Type) throws {
    for op in FoldOp.allCases {
      for count in counts {
        let a = (0..<count).map { T(truncatingIfNeeded: $0 * $0 * 77 + 3) }
        let got: [T] = try build.run(KernelIndex.fold(op, T.lane), count: count, [a], result: [T(5)])
        expectSame([got[0]], [a.reduce(5) { reference(op, $0, $1) }], "\(op) \(T.self) of \(count)")
      }
      for length in [1, 2, 3, 4, 7, 8, 16, 24, 25, 50, 130, 256, 257] {
        for rows in [0, 1, 5, 16, 21] {
          let a = (0..<(rows * length)).map { T(truncatingIfNeeded: $0 * $0 * 77 + 3) }
          let got: [T] = try build.run(
            KernelIndex.foldRows(op, T.lane), count: a.count, [a], immediate: length, length: rows + 2)
          let want = (0..<rows).map { row in
            a[(row * length)..<((row + 1) * length)].reduce(identity(op, T.self)) { reference(op, $0, $1) }
          }
          expectSame(Array(got.prefix(rows)), want, "\(op) \(T.self): \(rows) rows of \(length)")
          let untouched = T(truncatingIfNeeded: 0xA5A5_A5A5_A5A5_A5A5 as UInt64)
          #expect(got[rows] == untouched, "\(op) \(T.self) writes behind \(rows) rows of \(length)")
        }
      }
    }
  }

  @Test(arguments: Build.all) func integers(_ build: Build) throws {
    try integers(build, Int8.self)
    try integers(build, Int16.self)
    try integers(build, Int32.self)
    try integers(build, Int64.self)
    try integers(build, UInt8.self)
    try integers(build, UInt16.self)
    try integers(build, UInt32.self)
    try integers(build, UInt64.self)
  }

  /// Sums of small integers are exact in any order.
  private func floats<T: BinaryFloatingPoint & Awkward>(_ build: Build, _: T.Type) throws {
    for count in counts {
      let a = (0..<count).map { T(($0 * 37) % 101) - 50 }
      let sum: [T] = try build.run(KernelIndex.fold(.sum, T.lane), count: count, [a], result: [T(5)])
      #expect(sum[0] == a.reduce(5, +))
      let largest: [T] = try build.run(KernelIndex.fold(.max, T.lane), count: count, [a], result: [T(-40)])
      #expect(largest[0] == a.reduce(-40, Swift.max))
      let signs = (0..<count).map { T($0 % 3 == 0 ? -1 : 1) }
      let product: [T] = try build.run(KernelIndex.fold(.prod, T.lane), count: count, [signs], result: [T(3)])
      #expect(product[0] == signs.reduce(3, *))
      guard count > 0 else { continue }
      for place in [0, count / 2, count - 1] {
        var withNaN = a
        withNaN[place] = .nan
        for op in [FoldOp.sum, .prod, .max, .min] {
          let got: [T] = try build.run(KernelIndex.fold(op, T.lane), count: count, [withNaN], result: [T(0)])
          #expect(got[0].isNaN, "\(op) with NaN at \(place) of \(count)")
        }
      }
    }
    for length in [1, 2, 3, 4, 8, 24, 40, 200] {
      let a = (0..<(length * 19)).map { T(($0 * 37) % 101) - 50 }
      let got: [T] = try build.run(
        KernelIndex.foldRows(.sum, T.lane), count: a.count, [a], immediate: length, length: 19)
      #expect(got == (0..<19).map { a[($0 * length)..<(($0 + 1) * length)].reduce(0, +) })
      let smallest: [T] = try build.run(
        KernelIndex.foldRows(.min, T.lane), count: a.count, [a], immediate: length, length: 19)
      #expect(smallest == (0..<19).map { a[($0 * length)..<(($0 + 1) * length)].min()! })
    }
  }

  @Test(arguments: Build.all) func floats(_ build: Build) throws {
    try floats(build, Float.self)
    try floats(build, Double.self)
  }

  @Test(arguments: Build.all) func boolAndComplex(_ build: Build) throws {
    for count in counts {
      for place in [-1, 0, count / 2, count - 1] {
        var a = [UInt8](repeating: 0, count: count)
        if a.indices.contains(place) { a[place] = 1 }
        let any = a.contains(1) ? 1 : 0 as UInt8
        #expect(try build.run(KernelIndex.fold(.or, .bool), count: count, [a], result: [0])[0] == any)
        #expect(try build.run(KernelIndex.fold(.max, .bool), count: count, [a], result: [0])[0] == any)
        let all = a.contains(1) ? 0 : 1 as UInt8
        let inverse = a.map { 1 - $0 }
        #expect(try build.run(KernelIndex.fold(.and, .bool), count: count, [inverse], result: [1 as UInt8])[0] == all)
      }
      let z = (0..<count).map { Pair<Double>(Double($0), Double($0 % 3)) }
      let sum = try build.run(KernelIndex.fold(.sum, .c128), count: count, [z], result: [Pair<Double>(1, 2)])[0]
      #expect(sum == z.reduce(Pair(1, 2)) { Pair($0.re + $1.re, $0.im + $1.im) })
    }
    let turns = [Pair<Float>](repeating: Pair(0, 1), count: 7)
    #expect(
      try build.run(KernelIndex.fold(.prod, .c64), count: 7, [turns], result: [Pair<Float>(1, 0)])[0] == Pair(0, -1))
    let rows = (0..<6).map { Pair<Float>(Float($0), 1) }
    #expect(
      try build.run(KernelIndex.foldRows(.sum, .c64), count: 6, [rows], immediate: 2, length: 3)
        == [Pair<Float>(1, 2), Pair(5, 2), Pair(9, 2)])
  }

  /// A fused fold has the bits of the map followed by the fold.
  private func fused<T: BinaryFloatingPoint & Awkward>(_ build: Build, _: T.Type) throws {
    for count in counts {
      let a = (0..<count).map { T($0) * 0.37 - 3 }
      let b = (0..<count).map { 1 / (T($0) + 1) }
      for fold in [FoldOp.sum, .max, .min] {
        func check(_ fusedIndex: Int, _ mapIndex: Int, _ operands: [any Elements], _ what: String) throws {
          let mapped: [T] = try build.run(mapIndex, count: count, operands)
          let want: [T] = try build.run(KernelIndex.fold(fold, T.lane), count: count, [mapped], result: [T(0.5)])
          let got: [T] = try build.run(fusedIndex, count: count, operands, result: [T(0.5)])
          expectSame([got[0]], [want[0]], "\(fold) of \(what) of \(count)")
        }
        for op in [BinaryOp.add, .sub, .mul] {
          for (sources, x, y) in [(Sources.rr, a, b), (.rc, a, [T(0.3)]), (.cr, [T(0.3)], b)] {
            try check(
              KernelIndex.foldMap(fold, T.lane, op, sources), KernelIndex.binary(op, T.lane, sources), [x, y],
              "\(op) \(sources)")
          }
        }
        for op in [UnaryOp.square, .abs] {
          try check(KernelIndex.foldMap(fold, T.lane, op), KernelIndex.unary(op, T.lane), [a], "\(op)")
        }
      }
    }
  }

  @Test(arguments: Build.withSuperinstructions) func fused(_ build: Build) throws {
    try fused(build, Float.self)
    try fused(build, Double.self)
    #expect(KernelIndex.foldMap(.prod, .f32, .add, .rr) == KernelIndex.absent)
    #expect(KernelIndex.foldMap(.sum, .i32, .square) == KernelIndex.absent)
    #expect(build.table[KernelIndex.absent] == nil)
  }

  /// All builds add in the same order.
  @Test func buildsAgree() throws {
    let a = (0..<1003).map { Float($0) * 0.377 - 100 }
    let sums = try Build.all.map { build -> Float in
      try build.run(KernelIndex.fold(.sum, .f32), count: a.count, [a], result: [0 as Float])[0]
    }
    #expect(Set(sums).count == 1)
  }
}
