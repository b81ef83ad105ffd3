import Foundation
import LanewiseEngine
import LanewiseKernels
import Testing

@Suite struct ExecutableTests {
  /// How many programs to try; the environment may ask for more.
  private let seeds = UInt64(ProcessInfo.processInfo.environment["LANEWISE_SEEDS"] ?? "400")!

  @Test func randomProgramsAgreeWithTheInterpreter() {
    for seed in 0..<seeds { check(RandomProgram(seed: seed, length: 3 + Int(seed % 23)), seed) }
  }

  private func check(_ random: RandomProgram, _ seed: UInt64) {
    let expected = Interpreter.run(random.program, random.inputs)
    let executable = Executable(random.program)
    func inputs() -> [Storage] { zip(random.inputs, random.inputTypes).map { Interpreter.storage($0, $1.dtype) } }
    let kept = inputs()
    for (results, name) in [(executable.run(kept), "kept"), (executable.run(inputs(), donated: .max), "donated")] {
      for (index, output) in random.program.outputs.enumerated() {
        let type = random.program.types[Int(output.index)]
        let found = Interpreter.elements(results[index], type)
        if found != expected[index] {
          let place = zip(found, expected[index]).enumerated().first { $1.0 != $1.1 }!
          Issue.record("seed \(seed), \(name), output \(index) \(type), element \(place)")
        }
      }
    }
    for (index, storage) in kept.enumerated() {
      #expect(
        Interpreter.elements(storage, random.inputTypes[index]) == random.inputs[index],
        "seed \(seed): an input changed")
    }
  }
}
