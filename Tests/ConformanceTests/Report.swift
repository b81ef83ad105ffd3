/// What a run over the corpus came to.
struct Report {
  private(set) var passed = 0
  private(set) var failed: [(id: String, mistakes: [String])] = []
  private(set) var unsupported: [String: [String]] = [:]
  private(set) var excused: [(id: String, difference: String)] = []

  init(_ results: [CaseResult]) {
    for result in results {
      switch result.outcome {
      case .passed: passed += 1
      case .failed(let mistakes): failed.append((result.id, mistakes))
      case .unsupported(let reason): unsupported[reason, default: []].append(result.id)
      }
      excused += result.excused.map { (result.id, $0) }
    }
  }

  var unsupportedCount: Int { unsupported.values.reduce(0) { $0 + $1.count } }

  /// The unsupported by what they lack, the differences nobody is held to, the failures, and the sum.
  var text: String {
    var lines = ["", "unsupported, by what is missing:"]
    for (reason, ids) in unsupported.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      let shown = ids.prefix(3).joined(separator: " ") + (ids.count > 3 ? " …" : "")
      lines.append("  \(ids.count)\t\(reason)\t\(shown)")
    }
    if !excused.isEmpty {
      lines.append("different where JAX's versions differ, or by subnormals:")
      lines += excused.map { "  \($0.id): \($0.difference)" }
    }
    if !failed.isEmpty {
      lines.append("failed:")
      for (id, mistakes) in failed { lines += mistakes.map { "  \(id): \($0)" } }
    }
    lines.append("conformance: \(passed) passed, \(failed.count) failed, \(unsupportedCount) unsupported")
    return lines.joined(separator: "\n")
  }
}
