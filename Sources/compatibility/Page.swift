/// The text of COMPATIBILITY.md.
struct Page {
  let catalogue: Catalogue

  var text: String {
    var lines = [
      "# JAX's names in Lanewise", "",
      "Made by `make compatibility` from the sources: a name is there if a public declaration's comment gives it, or if it",
      "is spelled as JAX spells it, in Swift's case. The names are those of JAX 0.4.34. The uses are counted in 24 public",
      "repositories built on JAX; where a name has no number, they do not use it.", "",
    ]
    lines += summary
    for (module, names) in catalogue.modules where names.contains(where: { !isLeftOut($0) }) {
      lines += table(module, names)
    }
    lines += leftOut
    return lines.joined(separator: "\n") + "\n"
  }

  private func isLeftOut(_ name: String) -> Bool {
    if case .leftOut = catalogue.status(name) { true } else { false }
  }

  private func count(_ names: [String]) -> (there: Int, all: Int, usesThere: Int, uses: Int) {
    var result = (there: 0, all: 0, usesThere: 0, uses: 0)
    for name in names {
      let uses = catalogue.uses[name] ?? 0
      switch catalogue.status(name) {
      case .leftOut: continue
      case .missing: break
      case .there, .elsewhere:
        result.there += 1
        result.usesThere += uses
      }
      result.all += 1
      result.uses += uses
    }
    return result
  }

  private var summary: [String] {
    let all = count(catalogue.modules.flatMap(\.names))
    let total = catalogue.uses.values.reduce(0, +)
    var lines = [
      "**\(percent(all.usesThere, all.uses)) of the uses are covered**: \(all.usesThere) of \(all.uses), where \(total - all.uses) of \(total) concern",
      "sharding, accelerators, Python itself or what JAX has deprecated; these are listed at the end. Of the names,",
      "\(all.there) of \(all.all) are there.", "",
      "| module | names | there | uses | covered |", "|---|---|---|---|---|",
    ]
    for (module, names) in catalogue.modules {
      let part = count(names)
      if part.all > 0 {
        let share = part.uses > 0 ? percent(part.usesThere, part.uses) : ""
        lines.append("| `\(module)` | \(part.all) | \(part.there) | \(part.uses) | \(share) |")
      }
    }
    return lines
  }

  private func table(_ module: String, _ names: [String]) -> [String] {
    let part = count(names)
    var lines = [
      "", "## `\(module)`: \(part.there) of \(part.all)", "", "| JAX | uses | Lanewise |", "|---|---|---|",
    ]
    for name in names {
      let uses = catalogue.uses[name].map(String.init) ?? ""
      let short = name.dropFirst(module.count + 1)
      switch catalogue.status(name) {
      case .there(let spelling): lines.append("| `\(short)` | \(uses) | `\(spelling)` |")
      case .elsewhere(let how): lines.append("| `\(short)` | \(uses) | \(how) |")
      case .missing(let reason): lines.append("| `\(short)` | \(uses) | not there\(reason.isEmpty ? "" : ": \(reason)") |")
      case .leftOut: break
      }
    }
    return lines
  }

  private var leftOut: [String] {
    var names: [String: [String]] = [:]
    for name in catalogue.modules.flatMap(\.names) {
      if case .leftOut(let reason) = catalogue.status(name) { names[reason, default: []].append(name) }
    }
    var lines = ["", "## Left out", ""]
    for (reason, names) in names.sorted(by: { $0.key < $1.key }) {
      let uses = names.reduce(0) { $0 + (catalogue.uses[$1] ?? 0) }
      let list = names.map { name in
        catalogue.uses[name].map { "`\(name)` (\($0))" } ?? "`\(name)`"
      }
      lines.append("- **\(reason)**, \(uses) uses: \(list.joined(separator: ", ")).")
    }
    return lines
  }

  /// With one decimal, rounded down, so that nothing is claimed.
  private func percent(_ part: Int, _ whole: Int) -> String {
    let tenths = whole == 0 ? 0 : part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
