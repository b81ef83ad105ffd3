import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct FramePlacesTests {
  private let f32 = array(.float32)
  private let i32 = array(.int32)

  private func counted(_ b: ProgramBuilder, _ place: Slot, _ extent: Int32) -> Slot {
    b.select(b.compare(.lt, place, b.int(0)), b.binary(.add, place, b.int(extent)), place)
  }

  @Test func stepsDoWhatIsDoneToTheirIntegers() throws {
    let program = makeProgram([array(.float32, 10), i32]) { b, x in
      let place = counted(b, b.binary(.sub, x[1], b.int(1)), 10)
      return b.step(DynamicSliceStep(sizes: [1]), [x[0], place], [array(.float32, 1)])
    }
    let (graph, boxes) = Simplifier.simplify(program, fusesMoves: false).withBoxes()
    let place = try #require(boxes[0]?.places[0])
    #expect(place.bias == -1 && place.wrap == 10)
    let integer = graph.nodes[Int(graph.steps[0].operands[1].node)]
    #expect(integer.kind == .input && integer.payload == 1)
  }

  @Test func whatIsNoCountFromTheEndStays() throws {
    let program = makeProgram([array(.float32, 10), i32]) { b, x in
      b.step(DynamicSliceStep(sizes: [1]), [x[0], counted(b, x[1], 9)], [array(.float32, 1)])
    }
    let (graph, boxes) = Simplifier.simplify(program, fusesMoves: false).withBoxes()
    let place = try #require(boxes[0]?.places[0])
    #expect(place.bias == 0 && place.wrap == 0)
    #expect(graph.nodes[Int(graph.steps[0].operands[1].node)].kind == .select)
  }

  @Test func indexVectorsComeApart() throws {
    let program = makeProgram([array(.float32, 10, 10), i32, i32]) { b, x in
      let places = [counted(b, x[1], 10), b.binary(.add, x[2], b.int(2))].map { b.reshape($0, [1]) }
      let vector = b.step(ConcatenateStep(axis: 0), places, [array(.int32, 2)])[0]
      let gather = GatherStep(
        offsetDims: [], collapsedSliceDims: [0, 1], startIndexMap: [0, 1], sliceSizes: [1, 1], mode: .clip)
      return b.step(gather, [x[0], vector], [f32])
    }
    let split = ElementSplitter.split(Simplifier.simplify(program, fusesMoves: false))
    let (graph, boxes) = split.graph.withBoxes()
    #expect(graph.steps[0].operands.count == 3)
    #expect(boxes[0]?.places[0].wrap == 10 && boxes[0]?.places[1].bias == 2)
  }

  @Test func viewsAndReadsWhatNoTurnChanges() {
    // A row by the turn's number is a view; an element that is always the same is read once.
    let table = array(.float32, 5, 4)
    let step = ScanStep(
      body: makeProgram([table, i32, i32, f32]) { b, x in
        let row = b.step(DynamicSliceStep(sizes: [1, 4]), [x[0], x[2], b.int(0)], [array(.float32, 1, 4)])[0]
        let first = b.step(DynamicSliceStep(sizes: [1, 1]), [x[0], x[1], x[1]], [array(.float32, 1, 1)])[0]
        let sum = b.binary(.mul, b.reduce(.sum, row, axes: [0, 1]), b.reshape(first, []))
        return [b.binary(.add, x[2], b.int(1)), b.binary(.add, x[3], sum)]
      },
      constants: 2, carries: 2, length: 5, reverse: false)
    let program = makeProgram(step, [table, i32, i32, f32], [i32, f32])
    let parts = Executable(program).description.split(separator: "turns:")
    #expect(parts.count == 2 && parts[0].contains("read_box"))
    #expect(parts[1].contains("view_box") && !parts[1].contains("read_box"))
    let values = TestArray((0..<20).map { Float($0) }, [5, 4], .float32)
    let (one, zero) = (TestArray([1 as Int32], [], .int32), TestArray([0 as Int32], [], .int32))
    let results = program.run([values, one, zero, float(0)])
    #expect(results[0].ints == [5] && results[1].floats == [190 * 5])
  }
}
