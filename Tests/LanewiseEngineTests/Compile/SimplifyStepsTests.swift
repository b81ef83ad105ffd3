import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SimplifyStepsTests {
  private func operations(_ program: Program) -> [Node.Kind] {
    let graph = Simplifier.simplify(program)
    let grouping = Grouping(graph)
    return graph.nodes.indices.filter { grouping.itemOfNode[$0] >= 0 }.map { graph.nodes[$0].kind }
  }

  @Test(arguments: [(1, 3, 4, 5), (1, 1, 4, 5), (1, 3, 1, 5), (1, 3, 4, 1), (3, 2, 4, 3)], [false, true])
  func aProductReadsATransposeAsItLies(_ sizes: (Int, Int, Int, Int), _ areStoredSo: Bool) {
    let (batch, m, n, k) = sizes
    func stored(_ rows: Int, _ columns: Int) -> AbstractArray {
      areStoredSo ? array(.float32, batch, columns, rows) : array(.float32, batch, rows, columns)
    }
    let step = DotStep(batch: batch, m: m, n: n, k: k, lhsTransposed: areStoredSo, rhsTransposed: areStoredSo)
    let types = [stored(m, k), stored(k, n)]
    let result = array(.float32, batch, m, n)
    let plain = makeProgram(step, types, [result])
    let turned = makeProgram(types.map { array(.float32, batch, $0.shape[2], $0.shape[1]) }) { b, x in
      let views = zip(x, types).map { x, type in
        let (rows, columns) = (type.shape[1], type.shape[2])
        return b.view(x, shape: type.shape, offset: 0, strides: [rows * columns, 1, rows])
      }
      return b.step(step, views, [result])
    }
    let data = types.map { type in (0..<type.count).map { Float($0 % 7) - 3 } }
    let transposed = zip(data, types).map { x, type in
      let (rows, columns) = (type.shape[1], type.shape[2])
      return (0..<type.count).map {
        x[$0 / (rows * columns) * rows * columns + $0 % rows * columns + $0 / rows % columns]
      }
    }
    let expected = plain.run(zip(data, types).map { TestArray($0, $1.shape.dims, .float32) })[0].floats
    let found = turned.run(
      zip(transposed, types).map { TestArray($0, [batch, $1.shape[2], $1.shape[1]], .float32) })[0].floats
    #expect(found == expected)
    if m > 1, n > 1, k > 1 { #expect(operations(turned) == [.stepResult]) }
  }

  @Test func aJoinIsReadWhereItIsUsed() {
    let type = array(.float32, 10, 100)
    func roll(_ b: ProgramBuilder, _ x: Slot) -> Slot {
      let parts = [
        b.view(x, shape: [10, 99], offset: 1, strides: [100, 1]),
        b.view(x, shape: [10, 1], offset: 0, strides: [100, 1]),
      ]
      return b.step(ConcatenateStep(axis: 1), parts, [type])[0]
    }
    let fused = makeProgram([type]) { b, x in [b.binary(.add, x[0], roll(b, x[0]))] }
    #expect(operations(fused) == [.join, .binary])
    #expect(Executable(fused).items.count == 1)
    // Alone, whole arrays are a step's.
    let joined = array(.float32, 10, 200)
    let alone = makeProgram([type]) { b, x in b.step(ConcatenateStep(axis: 1), [x[0], x[0]], [joined]) }
    guard case .step = Executable(alone).items[0] else { return #expect(Bool(false)) }
  }
}
