import Foundation
import LanewiseCore
import Testing

/// JAX's texts of jaxprs, by program: those of this repository, and those in the file of the same form that the
/// environment variable `LANEWISE_JAXPR_TEXTS` names.
enum JaxprTexts {
  static func all() throws -> [(name: String, text: String)] {
    let more = ProcessInfo.processInfo.environment["LANEWISE_JAXPR_TEXTS"]
    return try own() + (more.map { try texts(in: URL(fileURLWithPath: $0)) } ?? [])
  }

  static func own() throws -> [(name: String, text: String)] {
    try ["jaxpr_texts", "jaxpr_texts_more"].flatMap { file in
      try texts(in: Bundle.module.resourceURL!.appendingPathComponent("Corpus/\(file).json"))
    }
  }

  private static func texts(in file: URL) throws -> [(name: String, text: String)] {
    let programs = try JSONValue(parsing: Data(contentsOf: file))["programs"]?.objectValue ?? [:]
    return programs.compactMap { name, program in
      (program["text"]?.stringValue ?? program["jaxpr"]?.stringValue).map { (name: name, text: $0) }
    }.sorted { $0.name < $1.name }
  }
}

/// Every text of JAX's is read and printed again the same, letter for letter.
@Suite struct JaxprTextsTests {
  @Test func everyTextPrintsAgain() throws {
    let texts = try JaxprTexts.all()
    #expect(texts.count > 44)
    for (name, text) in texts {
      do {
        let printed = try Jaxpr(parsing: text).description
        guard printed != text else { continue }
        let lines = zip(text.split(separator: "\n"), printed.split(separator: "\n"))
        let (wanted, found) = lines.first { $0 != $1 } ?? ("\(text.count) characters", "\(printed.count)")
        Issue.record("\(name): '\(wanted)' is printed as '\(found)'")
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
  }
}
