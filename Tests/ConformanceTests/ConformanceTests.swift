import Foundation
import LanewiseCore
import Testing

/// Runs JAX's own numbers: every case of the corpus in this repository, and of the directory in the environment
/// variable `LANEWISE_CONFORMANCE`. With `LANEWISE_CONFORMANCE_ONLY` in the environment, only the cases whose id
/// contains its text are run, and each is named before it runs.
@Suite struct ConformanceTests {
  @Test func corpus() throws {
    let only = ProcessInfo.processInfo.environment["LANEWISE_CONFORMANCE_ONLY"]
    var results: [CaseResult] = []
    for file in try CorpusReader.files() {
      for test in try CorpusReader.cases(in: file) {
        if let only {
          guard test.id.contains(only) else { continue }
          FileHandle.standardError.write(Data("\(test.id)\n".utf8))
        }
        results.append(CaseRunner.run(test))
      }
    }
    let report = Report(results)
    print(report.text)
    #expect(report.failed.isEmpty)
  }
}
