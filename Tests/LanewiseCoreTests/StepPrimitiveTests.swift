import LanewiseEngine
import Testing

@testable import LanewiseCore

@Suite struct StepPrimitiveTests {
  private static let x = NDArray([3.0, -1.0, 2.0, 0.5])

  private static let matrix = NDArray([[1.0, 2.0], [3.0, 4.0]])
  private static let stack = NDArray([[[1.0, 2.0], [3.0, 4.0]], [[5.0, -6.0], [7.0, 0.5]]])

  /// A step alone gives what the program of that step gives.
  @Test(arguments: [
    (Sort(dimension: 0, isStable: true, keyCount: 1, operandCount: 1) as any Primitive, [x]),
    (TopK(k: 2), [x]),
    (KthPartition(kth: 1, hasPlaces: true), [x]),
    (SearchSorted(isBehindEqual: true, dtype: .int32), [Lax.sort([x], dimension: 0)[0], x]),
    (ArgReduce(isMax: true, axis: 0, indexDType: .int32), [x]),
    (Cholesky(), [NDArray([[4.0, 2.0], [2.0, 3.0]])]),
    // A number, of which there is no array yet.
    (DynamicSlice(sizes: [2]), [x, .literal(.int(1), .int32)]),
    (DotGeneral(dims: .init(lhsContracting: [0], rhsContracting: [0]), resultDType: .float32), [x, x]),
    (DotGeneral(dims: .init(lhsContracting: [0], rhsContracting: [1]), resultDType: nil), [matrix, matrix]),
    (
      DotGeneral(dims: .init(lhsContracting: [2], rhsContracting: [0], lhsBatch: [1], rhsBatch: [2]), resultDType: nil),
      [stack, stack]
    ),
    (
      Gather(dims: GatherDims(offset: [], collapsed: [0], startIndexMap: [0]), sliceSizes: [1], mode: .fillOrDrop),
      [x, NDArray([[2], [0], [9]] as [[Int32]])]
    ),
    (RandomSplit(shape: [3]), [Lax.randomSeed(.literal(.int(7), .int32), .key)]),
    (RandomBits(bitWidth: 16, shape: [2, 3]), [Lax.randomSeed(.literal(.int(7), .int32), .key)]),
  ])
  func runsAsItsProgramDoes(_ primitive: any Primitive, _ x: [NDArray]) throws {
    let types = try primitive.abstract(x.map(\.aval))
    let alone = primitive.evaluate(x, types)
    let inProgram = primitive.evaluateAsProgram(x, types)
    #expect(alone.map(\.aval) == types)
    #expect(alone.map(bytes) == inProgram.map(bytes))
  }

  private func bytes(_ x: NDArray) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: x.storage!.address, count: x.aval.byteCount))
  }
}
