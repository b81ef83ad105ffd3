import Lanewise
import LanewiseCore
import Testing

@Suite struct FieldGoldenTests {
  @Test func everyCaseIsAsInJAX() throws {
    #expect(FieldCase.corpus.count > 300)
    for golden in FieldCase.corpus {
      do {
        let found = try catching { golden.call() ?? fail(.name, "there is no \(golden.function)", like: .init([], .bool)) }
        if let difference = golden.difference(from: found) { Issue.record("\(golden): \(difference)") }
      } catch {
        Issue.record("\(golden): \(error)")
      }
    }
  }
}
