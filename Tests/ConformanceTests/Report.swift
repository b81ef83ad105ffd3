/// What a run over the corpus came to.
struct Report {
  private(set) var passed = 0
  private(set) var failed: [(id: String, mistakes: [String])] = []
  private(set) var unsupported: [String: [String]] = [:]
  private(set) var excused: [(id: String, difference: String)] = []
  /// How many cases the public functions ran, and the others by what is missing.
  private(set) var publicCount = 0
  private(set) var missingFunctions: [String: [String]] = [:]

  init(_ results: [CaseResult]) {
    for result in results {
      switch result.outcome {
      case .passed: passed += 1
      case .failed(let mistakes): failed.append((result.id, mistakes))
      case .unsupported(let reason): unsupported[reason, default: []].append(result.id)
      }
      excused += result.excused.map { (result.id, $0) }
      if let missing = result.missingFunction {
        missingFunctions[missing, default: []].append(result.id)
      } else {
        publicCount += 1
      }
    }
  }

  var unsupportedCount: Int { unsupported.values.reduce(0) { $0 + $1.count } }

  /// The unsupported by what they lack, the differences nobody is held to, the failures, and the sum.
  var text: String {
    var lines = ["", "unsupported, by what is missing:"] + list(unsupported)
    lines += ["not run through public functions, by what is missing:"] + list(missingFunctions)
    if !excused.isEmpty {
      lines.append("different where JAX's versions differ, or by subnormals:")
      lines += excused.map { "  \($0.id): \($0.difference)" }
    }
    if !failed.isEmpty {
      lines.append("failed:")
      for (id, mistakes) in failed { lines += mistakes.map { "  \(id): \($0)" } }
    }
    lines.append("through public functions: \(publicCount) of \(passed + failed.count + unsupportedCount)")
    lines.append("conformance: \(passed) passed, \(failed.count) failed, \(unsupportedCount) unsupported")
    return lines.joined(separator: "\n")
  }

  /// Ids by reason, the commonest reason first.
  private func list(_ ids: [String: [String]]) -> [String] {
    ids.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { reason, ids in
      let shown = ids.prefix(3).joined(separator: " ") + (ids.count > 3 ? " …" : "")
      return "  \(ids.count)\t\(reason)\t\(shown)"
    }
  }
}
