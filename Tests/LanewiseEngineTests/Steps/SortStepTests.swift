import LanewiseEngine
import Testing

@Suite struct SortStepTests {
  /// Sorts (key, place) pairs by definition, along an axis.
  func check<T: BitwiseCopyable>(_ dtype: DType, _ shape: [Int], _ axis: Int, _ x: [T], isBelow: (T, T) -> Bool) {
    var expectedKeys = x
    var expectedPlaces = (0..<x.count).map { Int16(truncatingIfNeeded: $0) }
    let places = expectedPlaces
    var others = shape
    others[axis] = 1
    for start in indexVectors(others) {
      let line = (0..<shape[axis]).map { i -> Int in
        var index = start
        index[axis] = i
        return offset(index, in: shape)
      }
      let sorted = line.enumerated().sorted {
        isBelow(x[$0.element], x[$1.element]) || (!isBelow(x[$1.element], x[$0.element]) && $0.offset < $1.offset)
      }
      for (to, from) in zip(line, sorted) {
        expectedKeys[to] = x[from.element]
        expectedPlaces[to] = places[from.element]
      }
    }
    let keys = TestArray(x, shape, dtype)
    let expected = TestArray(expectedKeys, shape, dtype)
    let alone = SortStep(dimension: axis).results([keys], [(shape, dtype)])
    #expect(Bool(alone[0].bytes == expected.bytes), "\(dtype) \(shape) \(axis)")
    let together = SortStep(dimension: axis).results(
      [keys, TestArray(places, shape, .int16)], [(shape, dtype), (shape, .int16)])
    #expect(Bool(together[0].bytes == expected.bytes), "\(dtype) \(shape) \(axis)")
    #expect(together[1].elements(Int16.self) == expectedPlaces, "\(dtype) \(shape) \(axis)")
  }

  static let shapes = [
    [0], [1], [2], [7], [31], [32], [33], [100], [500], [3000], [3, 5], [40, 3], [2, 600, 2], [0, 3],
  ]

  func checkShapes<T: BitwiseCopyable>(_ dtype: DType, make: (Int) -> T, isBelow: (T, T) -> Bool) {
    var generator = Generator(17)
    for shape in Self.shapes {
      for axis in shape.indices {
        for range in [-3...3, -100...100] {
          let x = (0..<shape.reduce(1, *)).map { _ in make(Int.random(in: range, using: &generator)) }
          check(dtype, shape, axis, x, isBelow: isBelow)
        }
      }
    }
  }

  static func float(_ value: Int) -> Double {
    switch value {
    case 0: -0.0
    case 1: 0
    case -100: .nan
    case 100: -.nan
    case 99: .infinity
    case -99: -.infinity
    default: Double(value) * 1.5
    }
  }
  static func isBelow(_ a: Double, _ b: Double) -> Bool { a < b || (!a.isNaN && b.isNaN) }

  @Test func integersAndFloats() {
    checkShapes(.float32) {
      Float(Self.float($0))
    } isBelow: {
      Self.isBelow(Double($0), Double($1))
    }
    checkShapes(.float64) {
      Self.float($0)
    } isBelow: {
      Self.isBelow($0, $1)
    }
    checkShapes(.int8) {
      Int8($0)
    } isBelow: {
      $0 < $1
    }
    checkShapes(.uint16) {
      UInt16(truncatingIfNeeded: $0)
    } isBelow: {
      $0 < $1
    }
    checkShapes(.int32) {
      Int32($0 &* 20_000_003)
    } isBelow: {
      $0 < $1
    }
    checkShapes(.int64) {
      Int64($0 &* 92_000_000_000_000_003)
    } isBelow: {
      $0 < $1
    }
  }

  @Test func halfAndComplex() {
    checkShapes(.float16) {
      Half(total: Float(Self.float($0)))
    } isBelow: {
      Self.isBelow($0.wide.real, $1.wide.real)
    }
    checkShapes(.complex64) {
      Complex<Float>(Float(Self.float($0 / 8)), Float(Self.float($0 % 8)))
    } isBelow: {
      let (a, b) = ($0, $1)
      return Self.isBelow(Double(a.real), Double(b.real))
        || (!Self.isBelow(Double(b.real), Double(a.real)) && Self.isBelow(Double(a.imaginary), Double(b.imaginary)))
    }
  }

  @Test func severalKeys() {
    let a: [Int32] = [1, 0, 1, 0, 1, 1]
    let b: [Float] = [2, .nan, 1, 5, 1, -3]
    let c: [UInt8] = [0, 1, 2, 3, 4, 5]
    let operands = [TestArray(a, [6], .int32), TestArray(b, [6], .float32), TestArray(c, [6], .uint8)]
    let types: [([Int], DType)] = [([6], .int32), ([6], .float32), ([6], .uint8)]
    #expect(SortStep(dimension: 0, keyCount: 2).results(operands, types)[2].elements(UInt8.self) == [3, 1, 5, 2, 4, 0])
    #expect(SortStep(dimension: 0, keyCount: 1).results(operands, types)[2].elements(UInt8.self) == [1, 3, 0, 2, 4, 5])
  }

  @Test func longArrays() {
    var generator = Generator(23)
    let x = (0..<200_000).map { _ in Float.random(in: -1...1, using: &generator) }
    let keys = TestArray(x, [x.count], .float32)
    let places = TestArray((0..<x.count).map { Int32($0) }, [x.count], .int32)
    #expect(SortStep(dimension: 0).result([keys], [x.count], .float32, Float.self) == x.sorted())
    let order = SortStep(dimension: 0).results([keys, places], [([x.count], .float32), ([x.count], .int32)])[1]
      .elements(Int32.self)
    #expect(order.map { x[Int($0)] } == x.sorted())
  }

  /// Lengths at which the way of sorting changes, on one thread and on two: a companion of 2, 4 and 8 bytes beside the
  /// keys, and none.
  func checkLong<T: Element>(_ dtype: DType, _ shape: [Int], _ axis: Int, _ make: (inout Generator) -> T) {
    var generator = Generator(UInt64(shape[0] &* 7 &+ axis))
    let x = (0..<shape.reduce(1, *)).map { _ in make(&generator) }
    check(dtype, shape, axis, x) { T.isAbove($1, $0) || (!$0.isNaN && $1.isNaN) }
    let places = x.indices.map { Int64($0) }
    let step = SortStep(dimension: axis)
    let operand = TestArray(x, shape, dtype)
    let narrow = TestArray(places.map { Int32($0) }, shape, .int32)
    let results = [1, 2].map { threads in
      withThreads(threads) {
        (
          step.results([operand, TestArray(places, shape, .int64)], [(shape, dtype), (shape, .int64)]),
          step.results([operand, narrow], [(shape, dtype), (shape, .int32)]),
          step.results([operand], [(shape, dtype)])
        )
      }
    }
    let order = results[0].0[1].elements(Int64.self)
    let sorted = TestArray(order.map { x[Int($0)] }, shape, dtype).bytes
    for result in results {
      #expect(Bool(result.0[1].elements(Int64.self) == order), "\(dtype) \(shape) \(axis)")
      #expect(Bool(result.1[1].elements(Int32.self) == order.map { Int32($0) }), "\(dtype) \(shape) \(axis)")
      for keys in [result.0[0], result.1[0], result.2[0]] {
        #expect(Bool(keys.bytes == sorted), "\(dtype) \(shape) \(axis)")
      }
    }
  }

  @Test(arguments: [([8191], 0), ([8192], 0), ([65_535], 0), ([140_000], 0), ([30_000, 3], 0), ([3, 20_000], 1)])
  func longLines(_ shape: [Int], _ axis: Int) {
    checkLong(.float32, shape, axis) { Float.random(in: -1...1, using: &$0) }
    checkLong(.float32, shape, axis) { Float(Self.float(Int.random(in: -100...100, using: &$0))) }
    checkLong(.float64, shape, axis) { Double.random(in: -1...1, using: &$0) }
    checkLong(.float64, shape, axis) { Self.float(Int.random(in: -100...100, using: &$0)) }
    checkLong(.uint32, shape, axis) { UInt32(truncatingIfNeeded: $0.next()) }
    checkLong(.int32, shape, axis) { Int32.random(in: -5...1000, using: &$0) &* 4096 }
    checkLong(.int64, shape, axis) { Int64(bitPattern: $0.next()) }
    // Upper digits that a sample takes for deciding, and long runs that they do not decide.
    checkLong(.int64, shape, axis) { Int64(bitPattern: $0.next() & ~0xff_ffff | UInt64.random(in: 0...9, using: &$0)) }
    checkLong(.uint64, shape, axis) {
      Bool.random(using: &$0) ? $0.next() : 0xabcd_0000_0000_0000 | ($0.next() & 0xffff)
    }
    checkLong(.uint8, shape, axis) { UInt8(truncatingIfNeeded: $0.next()) }
    checkLong(.float16, shape, axis) { Half(bits: UInt16(truncatingIfNeeded: $0.next())) }
    checkLong(.bfloat16, shape, axis) { BrainFloat(total: Float(Self.float(Int.random(in: -9...9, using: &$0)))) }
  }
}
