import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Arrays that are the same along an axis.
@Suite struct SimplifyRepeatsTests {
  private static let (rows, columns) = (300, 70)
  private let x = (0..<columns).map { Float($0 - 20) }

  private func repeated(_ b: ProgramBuilder, _ row: Slot) -> Slot {
    b.view(row, shape: [Self.rows, Self.columns], offset: 0, strides: [0, 1])
  }

  @Test func elementwiseResultsAreComputedOnce() {
    let program = makeProgram([array(.float32, Self.columns)]) { b, x in
      let all = repeated(b, x[0])
      return [b.binary(.add, b.unary(.neg, all), all), b.unary(.square, all)]
    }
    #expect(Executable(program).description.contains("70 elements"))
    let got = program.run([floats(x)]).map(\.floats)
    let expected = (0..<Self.rows * Self.columns).map { x[$0 % Self.columns] }
    #expect(got == [expected.map { _ in 0 }, expected.map { $0 * $0 }])
  }

  /// Each along other axes, or of an array that has them all.
  @Test func othersAreComputedForEach() {
    let shape = array(.float32, Self.rows, Self.columns)
    let program = makeProgram([array(.float32, Self.columns), shape]) { b, x in
      let column = b.view(x[0], shape: [Self.rows, Self.columns], offset: 3, strides: [0, 0])
      let rows = b.view(x[1], shape: [Self.rows, Self.columns], offset: 0, strides: [Self.columns, 0])
      return [b.binary(.add, repeated(b, x[0]), x[1]), b.binary(.mul, b.binary(.add, column, rows), repeated(b, x[0]))]
    }
    let y = (0..<Self.rows * Self.columns).map { Float($0 % 97) }
    let got = program.run([floats(x), TestArray(y, [Self.rows, Self.columns], .float32)]).map(\.floats)
    #expect(got[0] == y.indices.map { x[$0 % Self.columns] + y[$0] })
    #expect(got[1] == y.indices.map { (x[3] + y[$0 / Self.columns * Self.columns]) * x[$0 % Self.columns] })
  }

  @Test(arguments: [FoldOp.sum, .max, .min, .prod]) func folds(_ op: FoldOp) {
    let program = makeProgram([array(.int32, Self.columns), array(.int32)]) { b, x in
      let all = b.view(x[0], shape: [Self.rows, Self.columns, 2], offset: 0, strides: [0, 1, 0])
      let one = b.view(x[1], shape: [Self.rows, 2], offset: 0, strides: [0, 0])
      return [b.reduce(op, all, axes: [0, 1]), b.reduce(op, all, axes: [0]), b.reduce(op, one, axes: [1])]
    }
    let x = (0..<Self.columns).map { Int32($0 % 3 + 1) }
    func fold(_ values: [Int32], _ times: Int) -> Int32 {
      switch op {
      case .sum: values.reduce(0, &+) &* Int32(times)
      case .max: values.max()!
      case .min: values.min()!
      default: (0..<times).reduce(1) { product, _ in values.reduce(product, &*) }
      }
    }
    let got = program.run([TestArray(x, [Self.columns], .int32), int(7)]).map { $0.elements(Int32.self) }
    #expect(got[0] == [fold(x, Self.rows), fold(x, Self.rows)])
    #expect(got[1] == x.flatMap { [fold([$0], Self.rows), fold([$0], Self.rows)] })
    #expect(got[2] == (0..<Self.rows).map { _ in fold([7], 2) })
    if op != .prod { #expect(!Executable(program).description.contains("42000")) }
  }
}
