import Testing

@testable import LanewiseEngine

/// Groups that depend on no input.
@Suite struct ConstantGroupsTests {
  /// Squares of the places, read from the first and from the second on, so that they are a group of their own.
  private func program(_ count: Int, returned: Bool = false) -> Program {
    makeProgram([array(.float32, count - 1)]) { b, x in
      let squares = b.unary(.square, b.iota(array(.float32, count), dimension: 0))
      let parts = (0..<2).map { b.view(squares, shape: [count - 1], offset: $0, strides: [1]) }
      return [b.binary(.add, b.binary(.mul, x[0], parts[0]), parts[1])] + (returned ? [squares] : [])
    }
  }

  private func check(_ executable: Executable, _ count: Int) {
    for factor in [1, 2] as [Float] {
      let x = (0..<count - 1).map { Float($0 % 7) * factor }
      let expected = x.indices.map { x[$0] * (Float($0) * Float($0)) + Float($0 + 1) * Float($0 + 1) }
      let result = executable.run([floats(x).storage])[0]
      #expect(Bool(Interpreter.elements(result, array(.float32, count - 1)) == expected.map(Double.init)))
    }
  }

  @Test func computedWhenCompiled() {
    let executable = Executable(program(5000))
    #expect(executable.constantItems.count == 1 && executable.items.count == 1)
    #expect(executable.description.hasPrefix("computed when compiled:\n  group 0: 5000 elements"))
    #expect(executable.plannedByteCount == 0)
    check(executable, 5000)
  }

  /// What is a result, or needs more memory than it is worth, is computed in each run.
  @Test func othersAreComputedInEachRun() {
    for (program, count) in [(program(5000, returned: true), 5000), (program(70_000), 70_000)] {
      let executable = Executable(program)
      #expect(executable.constantItems.isEmpty && executable.items.count == 2)
      check(executable, count)
    }
  }
}
