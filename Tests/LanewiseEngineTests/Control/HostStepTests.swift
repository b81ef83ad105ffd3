import Testing

@testable import LanewiseEngine

@Suite struct HostStepTests {
  private let i32 = array(.int32)

  /// Notes what it is called with.
  private final class Log: Sendable {
    private let entries = Lock<[String]>([])
    var lines: [String] { entries.withLock { $0 } }
    func step(_ name: String) -> HostStep {
      HostStep { [self] call in
        let values = call.operandTypes.indices.map { "\(call.operand($0).load(as: Int32.self))" }
        entries.withLock { $0.append(name + values.joined(separator: ",")) }
        if !call.resultTypes.isEmpty {
          call.result(0).storeBytes(of: call.operand(0).load(as: Int32.self) * 10, as: Int32.self)
        }
      }
    }
  }

  @Test func isCalledInOrderThoughNothingNeedsIt() {
    let log = Log()
    let program = makeProgram([i32]) { b, x in
      _ = b.step(log.step("a"), [x[0]], [])
      let next = b.binary(.add, x[0], b.int(1))
      _ = b.step(log.step("b"), [next], [i32])
      _ = b.step(log.step("b"), [next], [i32])
      _ = b.step(log.step("c"), [x[0]], [])
      return [next]
    }
    #expect(program.run([int(4)])[0].ints == [5])
    #expect(log.lines == ["a4", "b5", "b5", "c4"])
  }

  @Test func runsWithoutCompiling() {
    let log = Log()
    let program = makeProgram([i32]) { b, x in b.step(log.step("a"), [x[0]], []) }
    #expect(program.runWithoutCompiling([int(4).storage])?.isEmpty == true)
    #expect(log.lines == ["a4"])
  }

  @Test(arguments: [true, false]) func isCalledInLoopsAndBranches(frame: Bool) {
    let log = Log()
    let choice = SwitchStep(
      branches: [
        makeProgram([i32]) { b, x in
          _ = b.step(log.step("even "), [x[0]], [])
          return []
        },
        makeProgram([i32]) { b, x in
          _ = b.step(log.step("odd "), [x[0]], [])
          return []
        },
      ], allowsFrame: frame)
    let loop = WhileStep(
      cond: makeProgram([i32]) { b, x in
        _ = b.step(log.step("test "), [x[0]], [])
        return [b.compare(.lt, x[0], b.int(2))]
      },
      body: makeProgram([i32]) { b, x in
        let ten = b.step(log.step("before "), [x[0]], [i32])[0]
        _ = b.step(choice, [b.binary(.and, x[0], b.int(1)), x[0]], [])
        _ = b.step(log.step("after "), [ten, x[0]], [])
        return [b.binary(.add, x[0], b.int(1))]
      },
      condConstants: 0, bodyConstants: 0, allowsFrame: frame)
    // Nothing needs the loop's result.
    let program = makeProgram([i32]) { b, x in
      _ = b.step(loop, [x[0]], [i32])
      return [x[0]]
    }
    #expect(program.run([int(0)])[0].ints == [0])
    #expect(
      log.lines == [
        "test 0", "before 0", "even 0", "after 0,0", "test 1", "before 1", "odd 1", "after 10,1", "test 2",
      ])
  }
}
