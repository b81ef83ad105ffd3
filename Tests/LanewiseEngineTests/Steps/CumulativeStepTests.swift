import LanewiseEngine
import Testing

@Suite struct CumulativeStepTests {
  func check<T: Element>(_ dtype: DType, _ op: CumulativeOp, _ shape: [Int], tolerance: Double, make: (Int) -> T) {
    var generator = Generator(29)
    let x = (0..<shape.reduce(1, *)).map { _ in make(Int.random(in: -3...3, using: &generator)) }
    for axis in shape.indices {
      for reverse in [false, true] {
        let got = CumulativeStep(op: op, axis: axis, reverse: reverse).result(
          [TestArray(x, shape, dtype)], shape, dtype, T.self)
        var totals = [T.Total](repeating: .zero, count: x.count)
        var isSame = true
        for at in reverse ? indexVectors(shape).reversed() : indexVectors(shape) {
          let here = offset(at, in: shape)
          var before = at
          before[axis] += reverse ? 1 : -1
          if before[axis] < 0 || before[axis] == shape[axis] {
            totals[here] = x[here].total
          } else {
            let last = totals[offset(before, in: shape)]
            totals[here] =
              switch op {
              case .sum: T.Total.sum(last, x[here].total)
              case .prod: T.Total.product(last, x[here].total)
              case .max: T.Total.maximum(last, x[here].total)
              case .min: T.Total.minimum(last, x[here].total)
              case .logsumexp: T.Total.logAddExp(last, x[here].total)
              }
          }
          let (a, b) = (got[here].wide, T(total: totals[here]).wide)
          for (p, q) in [(a.real, b.real), (a.imaginary, b.imaginary)] {
            isSame = isSame && (p == q || abs(p - q) <= tolerance * max(1, abs(q)) || (p.isNaN && q.isNaN))
          }
        }
        #expect(isSame, "\(dtype) \(op) \(shape) \(axis) \(reverse)")
      }
    }
  }

  static let shapes = [[0], [1], [2], [9], [3, 4], [4, 3, 2], [9, 7], [5, 0], [2, 600], [600, 2]]

  @Test func everyOperationAndType() {
    for op in [CumulativeOp.sum, .prod, .max, .min] {
      for shape in Self.shapes {
        check(.float32, op, shape, tolerance: 0) { Float($0) }
        check(.float64, op, shape, tolerance: 0) { Double($0) }
        check(.int8, op, shape, tolerance: 0) { Int8($0) }
        check(.uint32, op, shape, tolerance: 0) { UInt32(truncatingIfNeeded: $0) }
        check(.int64, op, shape, tolerance: 0) { Int64($0) }
        check(.float16, op, shape, tolerance: 0) { Half(total: Float($0) * 0.3) }
        check(.bfloat16, op, shape, tolerance: 0) { BrainFloat(total: Float($0) * 0.3) }
        check(.complex64, op, shape, tolerance: 0) { Complex<Float>(Float($0), Float($0 % 2)) }
        check(.bool, op, shape, tolerance: 0) { Truth($0 > 1 ? 1 : 0) }
      }
    }
  }

  @Test func logarithmsOfSums() {
    for shape in Self.shapes {
      check(.float32, .logsumexp, shape, tolerance: 1e-5) { Float($0) }
      check(.float64, .logsumexp, shape, tolerance: 1e-13) { Double($0) }
      check(.complex128, .logsumexp, shape, tolerance: 1e-11) { Complex<Double>(Double($0), Double($0 % 2) / 8) }
    }
    let x = TestArray([-.infinity, -.infinity, 0, .infinity, 1] as [Float], [5], .float32)
    #expect(
      CumulativeStep(op: .logsumexp, axis: 0).result([x], [5], .float32, Float.self)
        == [-.infinity, -.infinity, 0, .infinity, .infinity])
  }

  @Test func notANumberStays() {
    let x = TestArray([1, .nan, 3] as [Float], [3], .float32)
    for op in CumulativeOp.allCases {
      let got = CumulativeStep(op: op, axis: 0).result([x], [3], .float32, Float.self)
      #expect(got[0] == 1 && got[1].isNaN && got[2].isNaN)
    }
  }

  /// Lines longer than a block, whole numbers: exact whatever the order.
  @Test func longLines() {
    for shape in [[4096], [4097], [30_000], [3, 5000]] {
      check(.float32, .sum, shape, tolerance: 0) { Float($0) }
      check(.int32, .sum, shape, tolerance: 0) { Int32($0) }
      check(.float32, .max, shape, tolerance: 0) { Float($0) }
    }
  }

  @Test func theBitsDoNotDependOnTheThreads() {
    var generator = Generator(31)
    let x = TestArray((0..<100_000).map { _ in Float.random(in: -1...1, using: &generator) }, [100_000], .float32)
    let threads = Workers.threadCount
    defer { Workers.threadCount = threads }
    let results = [1, 2, 3].map { count in
      Workers.threadCount = count
      return CumulativeStep(op: .sum, axis: 0).results([x], [([100_000], .float32)])[0].bytes
    }
    #expect(results[0] == results[1] && results[1] == results[2])
  }
}
