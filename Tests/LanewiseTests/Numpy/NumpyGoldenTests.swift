import Lanewise
import LanewiseCore
import Testing

@Suite struct NumpyGoldenTests {
  @Test func everyCaseIsAsInJAX() throws {
    #expect(NumpyCase.corpus.count > 600)
    for golden in NumpyCase.corpus {
      do {
        let found = try catching { golden.call() }
        #expect(found.count == golden.expected.count, "\(golden)")
        for (expected, array) in zip(golden.expected, found) {
          if let difference = expected.difference(from: array) { Issue.record("\(golden): \(difference)") }
        }
      } catch {
        Issue.record("\(golden): \(error)")
      }
    }
  }

  /// The same cases under `jit` for functions of arrays alone.
  @Test func jittedCasesAgree() throws {
    for golden in NumpyCase.corpus where golden.arguments.count == 1 && golden.keywords.isEmpty {
      let found = try catching { jit { (x: NDArray) in golden.call(with: x) }(golden.arguments[0]) }
      #expect(golden.expected[0].difference(from: found) == nil, "\(golden)")
    }
  }
}

extension NumpyCase {
  func call(with x: NDArray) -> NDArray {
    NumpyCase(function: function, arguments: [x], expected: expected, keywords: keywords, number: number).call()[0]
  }

  private init(function: String, arguments: [NDArray], expected: [Expected], keywords: [String: JSONValue], number: Int)
  {
    (self.function, self.arguments, self.expected) = (function, arguments, expected)
    (self.keywords, self.number) = (keywords, number)
  }
}
