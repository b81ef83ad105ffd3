import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Gathers that a group computes, against the step alone.
@Suite struct SimplifyTakesTests {
  private static func kinds(_ program: Program) -> [Node.Kind] {
    let graph = Simplifier.simplify(program)
    let grouping = Grouping(graph)
    return graph.nodes.indices.filter { grouping.itemOfNode[$0] >= 0 }.map { graph.nodes[$0].kind }
  }

  /// Steps by the shape of the array and how many index vectors there are.
  static let steps: [([Int], Int, @Sendable (GatherMode) -> GatherStep)] = [
    ([5000], 3000, { .init(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: $0) }),
    (
      [70, 50], 3000,
      { .init(offsetDims: [], collapsedSliceDims: [0, 1], startIndexMap: [0, 1], sliceSizes: [1, 1], mode: $0) }
    ),
    (
      [7, 5, 30], 2100,
      {
        .init(
          offsetDims: [], collapsedSliceDims: [0, 1, 2], startIndexMap: [2, 0, 1], sliceSizes: [1, 1, 1], mode: $0)
      }
    ),
    (
      [40, 60], 1500,
      { .init(offsetDims: [1], collapsedSliceDims: [1], startIndexMap: [0], sliceSizes: [1, 1], mode: $0) }
    ),
    (
      [90, 7], 700,
      { .init(offsetDims: [1], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1, 7], mode: $0) }
    ),
    (
      [30, 5, 20], 60,
      { .init(offsetDims: [1, 2], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1, 5, 20], mode: $0) }
    ),
  ]

  private func check<T: FixedWidthInteger & BitwiseCopyable>(_ dtype: DType, _: T.Type, _ seed: UInt64) {
    var generator = Generator(seed)
    for (shape, count, make) in Self.steps {
      for (mode, outside) in [(GatherMode.clip, 0), (.clip, 9), (.fill(bits: 77), 0), (.fill(bits: 77), 9)] {
        let step = make(mode)
        let parts = step.startIndexMap.count
        let x = (0..<shape.reduce(1, *)).map { _ in T(truncatingIfNeeded: generator.next()) }
        let columns = step.startIndexMap.map { dim in
          (0..<count).map { _ in Int32(Int.random(in: -outside..<shape[dim] + outside, using: &generator)) }
        }
        let vectors = (0..<count).flatMap { n in columns.map { $0[n] } }
        let result = AbstractArray(Shape(GatherStepTests.resultShape([count, parts], step)), dtype)
        let expected = step.result(
          [TestArray(x, shape, dtype), TestArray(vectors, [count, parts], .int32)], result.shape.dims, dtype, T.self)
        let types = [AbstractArray(Shape(shape), dtype)] + columns.map { _ in array(.int32, count) }
        let program = makeProgram(types) { b, slots in
          let indices = slots.dropFirst().map { b.reshape($0, [count, 1]) }
          // The dtype's bits are an unsigned integer's: what is fused with the take leaves them as they are.
          let taken = b.step(step, [slots[0]] + indices, [result])[0]
          return [b.binary(.xor, b.binary(.xor, taken, taken), taken)]
        }
        let got = program.run([TestArray(x, shape, dtype)] + columns.map { TestArray($0, [count], .int32) })[0]
        #expect(Bool(got.elements(T.self) == expected), "seed \(seed): \(dtype), \(shape), \(mode), \(outside) outside")
        #expect(Self.kinds(program).contains(.take))
        #expect(Executable(program).items.count == 1)
      }
    }
  }

  @Test func takesAreTheStepsResults() {
    let seed = UInt64.random(in: 0..<1 << 32)
    check(.uint8, UInt8.self, seed)
    check(.uint16, UInt16.self, seed)
    check(.uint32, UInt32.self, seed)
    check(.uint64, UInt64.self, seed)
  }

  /// `select(i < 0, i + extent, i)` is the take's own; with another number in it, it is not.
  @Test(arguments: [1, 4], [100, 99]) func indicesCountFromTheEnd(_ length: Int, _ added: Int) {
    let step = GatherStep(
      offsetDims: length > 1 ? [1] : [], collapsedSliceDims: [0], startIndexMap: [0],
      sliceSizes: length > 1 ? [1, length] : [1], mode: .fill(bits: UInt64(Float(-1).bitPattern)))
    let types = [length > 1 ? array(.float32, 100, length) : array(.float32, 100), array(.int32, 300)]
    let result = length > 1 ? array(.float32, 300, length) : array(.float32, 300)
    let program = makeProgram(types) { b, x in
      let isNegative = b.compare(.lt, x[1], b.scalar(bits: 0, .int32))
      let sum = b.binary(.add, x[1], b.scalar(bits: UInt64(added), .int32))
      let places = b.reshape(b.select(isNegative, sum, x[1]), [300, 1])
      return b.step(step, [x[0], places], [result])
    }
    let indices = (0..<300).map { Int32($0 - 150) }
    let x = (0..<100 * length).map { Float($0) }
    let got = program.run([TestArray(x, types[0].shape.dims, .float32), TestArray(indices, [300], .int32)])[0].floats
    let expected = indices.flatMap { index -> [Float] in
      let place = Int(index < 0 ? index + Int32(added) : index)
      return (0..<length).map { place >= 0 && place < 100 ? x[place * length + $0] : -1 }
    }
    #expect(got == expected)
    #expect(Self.kinds(program).contains(.select) == (added == 99))
  }

  /// What the array is made from may be a view, and so may the indices.
  @Test func viewsAreTakenFrom() {
    let step = GatherStep(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: .clip)
    let program = makeProgram([array(.int32, 50), array(.int32, 60)]) { b, x in
      let backwards = b.view(x[0], shape: [50], offset: 49, strides: [-1])
      let everyThird = b.view(x[1], shape: [20, 1], offset: 0, strides: [3, 1])
      let once = b.view(x[1], shape: [8, 1], offset: 5, strides: [0, 0])
      return b.step(step, [backwards, everyThird], [array(.int32, 20)])
        + b.step(step, [backwards, once], [array(.int32, 8)])
    }
    let x = (0..<50).map { Int32($0 * $0) }
    let indices = (0..<60).map { Int32($0 * 7 % 50) }
    let got = program.run([TestArray(x, [50], .int32), TestArray(indices, [60], .int32)])
    #expect(got[0].elements(Int32.self) == (0..<20).map { x[49 - Int(indices[$0 * 3])] })
    #expect(got[1].elements(Int32.self) == (0..<8).map { _ in x[49 - Int(indices[5])] })
  }

  /// An array of no elements, one element, half precision, other index dtypes: the step's.
  @Test func otherGathersAreSteps() {
    func kinds(_ dtype: DType, _ extent: Int, _ index: DType, _ count: Int) -> [Node.Kind] {
      let step = GatherStep(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0], sliceSizes: [1], mode: .clip)
      return Self.kinds(
        makeProgram(step, [array(dtype, extent), AbstractArray([count, 1], index)], [array(dtype, count)]))
    }
    #expect(kinds(.float32, 10, .int32, 5) == [.take])
    #expect(kinds(.float32, 10, .int32, 1) == [.stepResult])
    #expect(kinds(.bfloat16, 10, .int32, 5) == [.stepResult])
    #expect(kinds(.complex128, 10, .int32, 5) == [.stepResult])
    #expect(kinds(.float32, 10, .uint8, 5) == [.stepResult])
  }

  /// Of each row at its own indices, a step counts from the end itself.
  @Test(arguments: [0, 50], [GatherMode.clip, .fill(bits: 77)]) func rowsCountFromTheEnd(
    _ outside: Int, _ mode: GatherMode
  ) {
    let (rows, length, count) = (30, 50, 37)
    var step = GatherStep(
      offsetDims: [], collapsedSliceDims: [1], startIndexMap: [1], sliceSizes: [1, 1], operandBatchingDims: [0],
      startIndicesBatchingDims: [0], mode: mode)
    let types = [array(.uint32, rows, length), array(.int32, rows, count)]
    let result = array(.uint32, rows, count)
    let program = makeProgram(types) { b, x in
      let isNegative = b.compare(.lt, x[1], b.scalar(bits: 0, .int32))
      let places = b.select(isNegative, b.binary(.add, x[1], b.scalar(bits: UInt64(length), .int32)), x[1])
      return b.step(step, [x[0], b.reshape(places, [rows, count, 1])], [result])
    }
    let x = (0..<rows * length).map { UInt32(1000 + $0) }
    let indices = (0..<rows * count).map { Int32($0 * 7 % (2 * (length + outside)) - length - outside) }
    let operands = [TestArray(x, [rows, length], .uint32), TestArray(indices, [rows, count], .int32)]
    let expected = indices.enumerated().map { n, index -> UInt32 in
      let place = Int(index) + (index < 0 ? length : 0)
      if case .fill = mode, !(0..<length).contains(place) { return 77 }
      return x[n / count * length + max(0, min(place, length - 1))]
    }
    #expect(program.run(operands)[0].elements(UInt32.self) == expected)
    #expect(Self.kinds(program) == [.stepResult])
    step.countsFromEnd = true
    let windows = [operands[0], TestArray(indices, [rows, count, 1], .int32)]
    #expect(step.result(windows, [rows, count], .uint32, UInt32.self) == expected)
  }
}
