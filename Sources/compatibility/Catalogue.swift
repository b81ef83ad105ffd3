import Foundation

/// What became of a name of JAX's.
enum Status: Hashable {
  /// Lanewise has it, so spelled.
  case there(String)
  /// Lanewise has it in another form.
  case elsewhere(String)
  /// It is missing, and why.
  case missing(String)
  /// Nobody looks for it in a Swift library, and why.
  case leftOut(String)
}

/// Names of JAX's, and what Lanewise has for each.
struct Catalogue {
  /// By module, in the order of the pages.
  let modules: [(name: String, names: [String])]
  let uses: [String: Int]
  private let notes: [(pattern: String, status: Status)]
  private let byMention: [String: [Declaration]]
  private let byKey: [String: [Declaration]]

  init(repository: URL) throws {
    let data = repository.appendingPathComponent("Sources/compatibility/Data")
    func lines(_ name: String) throws -> [String] {
      try String(contentsOf: data.appendingPathComponent(name), encoding: .utf8).split(separator: "\n").map(String.init)
    }
    var uses: [String: Int] = [:]
    for line in try lines("uses.csv").dropFirst() {
      let parts = line.split(separator: ",")
      uses[String(parts[0])] = Int(parts[1])
    }
    self.uses = uses
    notes = try lines("notes.txt").filter { !$0.hasPrefix("#") }.map(Self.note)

    let listed = try lines("names.txt")
    let used = uses.keys.sorted().filter { !listed.contains($0) }
    modules = Self.grouped(listed, used)

    let declarations = try DeclarationReader.declarations(in: Self.sources(repository))
    var (byMention, byKey): ([String: [Declaration]], [String: [Declaration]]) = ([:], [:])
    for declaration in declarations {
      for name in declaration.mentioned { byMention[name, default: []].append(declaration) }
      for module in JAXName.modules(of: declaration.scope) {
        byKey[JAXName.key("\(module).\(declaration.name)"), default: []].append(declaration)
      }
    }
    (self.byMention, self.byKey) = (byMention, byKey)
  }

  private static func sources(_ repository: URL) -> [URL] {
    ["LanewiseEngine/Types", "LanewiseCore", "Lanewise"].flatMap { directory in
      let path = repository.appendingPathComponent("Sources/\(directory)")
      let files = FileManager.default.enumerator(at: path, includingPropertiesForKeys: nil)?.allObjects ?? []
      return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    }
  }

  /// The listed names by module, and what else is used, in the module of its first two parts.
  private static func grouped(_ listed: [String], _ used: [String]) -> [(String, [String])] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for name in listed + used {
      let parts = name.split(separator: ".")
      var module = parts.dropLast().joined(separator: ".")
      if module.hasPrefix("jax.scipy.stats.") { module = "jax.scipy.stats" }
      if names[module] == nil { order.append(module) }
      names[module, default: []].append(name)
    }
    return order.map { ($0, names[$0]!.sorted()) }
  }

  /// `pattern<tab>kind<tab>text`; a pattern may end with a star.
  private static func note(_ line: String) throws -> (String, Status) {
    let parts = line.split(separator: "\t").map(String.init)
    guard parts.count == 3 else { throw CatalogueError(description: "notes.txt: not three columns: \(line)") }
    switch parts[1] {
    case "elsewhere": return (parts[0], .elsewhere(parts[2]))
    case "missing": return (parts[0], .missing(parts[2]))
    case "out": return (parts[0], .leftOut(parts[2]))
    default: throw CatalogueError(description: "notes.txt: no such kind: \(line)")
    }
  }

  func status(_ name: String) -> Status {
    if let note = notes.first(where: { Self.matches(name, $0.pattern) }) { return note.status }
    let path = JAXName.canonical(name)
    let parts = path.split(separator: ".")
    let key = JAXName.key(String(parts.last!))
    if let found = byMention[path] {
      let namesakes = found.filter { JAXName.key($0.name) == key }
      // A function before a method of the same name.
      let best = namesakes.first { $0.scope != "NDArray" } ?? namesakes.first ?? found[0]
      return .there(best.spelling)
    }
    if let found = byKey[JAXName.key(path)]?.first { return .there(found.spelling) }
    return .missing("")
  }

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    if pattern.hasSuffix("*") { return name.hasPrefix(pattern.dropLast()) }
    return pattern.hasPrefix("*") ? name.hasSuffix(pattern.dropFirst()) : name == pattern
  }

  /// Notes about names that nothing has, and notes that others hide.
  var idleNotes: [String] {
    let names = modules.flatMap(\.names)
    return notes.map(\.pattern).filter { pattern in
      !names.contains { name in notes.first { Self.matches(name, $0.pattern) }?.pattern == pattern }
    }
  }
}

struct CatalogueError: Error, CustomStringConvertible { let description: String }
