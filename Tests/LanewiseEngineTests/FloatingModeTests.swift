import Synchronization
import Testing

@testable import LanewiseEngine

@Suite struct FloatingModeTests {
  private struct Stop: Error {}

  /// Opaque, so that nothing is computed beforehand.
  @inline(never) private func product(_ x: Float, _ y: Float) -> Float { x * y }

  @Test func itIsForTheTimeOfTheBodyAlone() {
    let flushing = FloatingMode.current.flushingSubnormals
    #expect(flushing.during { product(1e-30, 1e-10) } == 0)
    #expect(flushing.during { product(1e-40, 1e10) } == 0)
    #expect(flushing.during { FloatingMode.ieee.during { product(1e-30, 1e-10) } } > 0)
    #expect(throws: Stop.self) { try flushing.during { throw Stop() } }
    #expect(FloatingMode.current == .ieee && product(1e-30, 1e-10) > 0)
  }

  /// Every chunk is done in the caller's mode, and the next job in its own.
  @Test func workersDoAsTheirCaller() {
    for mode in [FloatingMode.ieee, FloatingMode.ieee.flushingSubnormals, .ieee] {
      let others = Atomic<Int>(0)
      mode.during {
        Workers.run(chunks: 1000) { _ in
          if FloatingMode.current != mode { others.add(1, ordering: .relaxed) }
        }
      }
      #expect(others.load(ordering: .relaxed) == 0)
    }
  }

  /// Programs are the same, whatever the mode that they are compiled in.
  @Test func numbersOfAProgramAreIEEE() {
    let program = makeProgram([array(.float32, 2)]) { b, x in
      [b.binary(.add, x[0], b.binary(.mul, b.float(1e-30), b.float(1e-10)))]
    }
    let executable = FloatingMode.ieee.flushingSubnormals.during { Executable(program) }
    #expect(executable.description.contains("1e-40"))
  }
}
