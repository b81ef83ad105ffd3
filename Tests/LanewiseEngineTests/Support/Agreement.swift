import Testing

@testable import LanewiseEngine

/// How many instructions a program's first group has.
func instructions(_ program: Program) -> Int {
  guard case .tiles(let tiles) = Executable(program).items[0] else { return -1 }
  return tiles.body.count
}

/// A program gives what its definition does; numbers are such that float32 holds them all.
func expectAgreement(_ program: Program, _ inputs: [[Double]], _ dims: [Int]) {
  let expected = Interpreter.run(program, inputs)[0].map { Float($0) }
  #expect(program.run(inputs.map { TestArray($0.map { Float($0) }, dims, .float32) })[0].floats == expected)
}
