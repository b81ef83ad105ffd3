import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite(.serialized) struct RowBlocksTests {
  @Test func randomRowsAgreeWithTheInterpreter() {
    for seed in UInt64(0)..<150 {
      let random = RandomRows(seed: seed, length: 3 + Int(seed % 17))
      let inputs = random.inputs(seed: seed, areWhole: true)
      let expected = Interpreter.run(random.program, inputs)
      let storages = zip(inputs, random.inputTypes).map { Interpreter.storage($0, $1.dtype) }
      let results = Executable(random.program).run(storages)
      for (index, output) in random.program.outputs.enumerated() {
        let type = random.program.types[Int(output.index)]
        let found = Interpreter.elements(results[index], type)
        if found != expected[index] {
          let place = zip(found, expected[index]).enumerated().first { $1.0 != $1.1 }!
          Issue.record("seed \(seed), output \(index) \(type), element \(place)")
        }
      }
    }
  }

  @Test func bitsDoNotDependOnTheNumberOfThreads() {
    let before = Workers.threadCount
    defer { Workers.threadCount = before }
    for seed in UInt64(0)..<60 {
      let random = RandomRows(seed: seed, length: 6 + Int(seed % 13))
      let inputs = zip(random.inputs(seed: seed, areWhole: false), random.inputTypes).map {
        Interpreter.storage($0, $1.dtype)
      }
      let executable = Executable(random.program)
      let results = [1, 2, 5].map { threads in
        Workers.threadCount = threads
        return zip(executable.run(inputs), random.program.outputs).map {
          TestArray($0, random.program.types[Int($1.index)]).bytes
        }
      }
      #expect(results[1] == results[0] && results[2] == results[0], "seed \(seed)")
    }
  }

  private func softmax(_ type: AbstractArray) -> Program {
    makeProgram([type]) { b, x in
      func inEveryRow(_ x: Slot) -> Slot { b.view(x, shape: type.shape, offset: 0, strides: [1, 0]) }
      let greatest = inEveryRow(b.reduce(.max, x[0], axes: [1]))
      let exponential = b.unary(.exp, b.binary(.sub, x[0], greatest))
      return [b.binary(.div, exponential, inEveryRow(b.reduce(.sum, exponential, axes: [1])))]
    }
  }

  @Test func aSoftmaxKeepsNoIntermediateArrays() {
    let executable = Executable(softmax(array(.float32, 512, 1000)))
    #expect(executable.temporaryByteCount == 0)
    #expect(executable.items.count == 1)
  }

  @Test(arguments: [(1000, 7), (300, 100), (64, 1000), (33, 1001), (3, 16_384)])
  func softmaxOfRows(outer: Int, length: Int) {
    var random = SeededGenerator(UInt64(outer))
    let x = (0..<outer * length).map { _ in Float.random(in: -4...4, using: &random) }
    let found = softmax(array(.float32, outer, length)).run([TestArray(x, [outer, length], .float32)])[0].floats
    for row in 0..<outer {
      let exponentials = x[row * length..<(row + 1) * length].map { Double($0).exponential }
      let sum = exponentials.reduce(0, +)
      for (index, value) in exponentials.enumerated() {
        let expected = value / sum
        #expect(abs(Double(found[row * length + index]) - expected) < 2e-6 * expected)
      }
    }
  }

  /// A sum over columns in the middle, which a group behind the blocks reads.
  @Test func columnsAreSummedOnTheWay() {
    let (outer, length) = (700, 300)
    let type = array(.float32, outer, length)
    let program = makeProgram([type]) { b, x in
      let mean = b.reduce(.sum, x[0], axes: [1])
      let centred = b.binary(.sub, x[0], b.view(mean, shape: type.shape, offset: 0, strides: [1, 0]))
      let columns = b.reduce(.sum, centred, axes: [0])
      let greatest = b.reduce(.max, centred, axes: [1])
      return [columns, b.unary(.neg, columns), greatest]
    }
    let x = (0..<outer * length).map { Float($0 * 7 % 11) }
    let expected = Interpreter.run(program, [x.map(Double.init)])
    let found = program.run([TestArray(x, [outer, length], .float32)])
    #expect(zip(found, expected).allSatisfy { $0.floats.map(Double.init) == $1 })
    #expect(Executable(program).temporaryByteCount == 0)
  }
}

extension Double {
  /// e to the power of self, by its series: no C library is imported here.
  fileprivate var exponential: Double {
    var (term, sum) = (1.0, 1.0)
    for n in 1..<60 {
      term *= self / Double(n)
      sum += term
    }
    return sum
  }
}
