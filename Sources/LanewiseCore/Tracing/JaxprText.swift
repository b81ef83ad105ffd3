import LanewiseEngine

extension Jaxpr: CustomStringConvertible {
  /// JAX 0.4.34's text of the program, to the letter: one line where it fits in 80 columns.
  public var description: String {
    var printer = JaxprPrinter()
    printer.countUses(of: self)
    let body = printer.document(self).format()
    return printer.shared.joined() + body
  }
}

/// Lays a jaxpr out as JAX does. One supply of names runs through the nested programs, in the order of printing; a
/// program used more than once is printed once, ahead of the others.
private struct JaxprPrinter {
  private var nextName = 0
  private var uses: [ObjectIdentifier: Int] = [:]
  private var sharedNames: [ObjectIdentifier: String] = [:]
  /// The texts of the programs that are used more than once.
  fileprivate private(set) var shared: [String] = []

  mutating func countUses(of jaxpr: Jaxpr) {
    for equation in jaxpr.equations {
      for inner in equation.primitive.jaxprs {
        uses[ObjectIdentifier(inner), default: 0] += 1
        if uses[ObjectIdentifier(inner)] == 1 { countUses(of: inner) }
      }
    }
  }

  // MARK: Names

  /// a…z, ba, bb, …: base 26 with a = 0.
  private mutating func freshName() -> String {
    var (number, name) = (nextName, "")
    nextName += 1
    repeat {
      name = String(UnicodeScalar(UInt8(97 + number % 26))) + name
      number /= 26
    } while number > 0
    return name
  }

  // MARK: Layout

  mutating func document(_ jaxpr: Jaxpr) -> Document {
    hoist(jaxpr)
    var names = [String?](repeating: nil, count: jaxpr.variables.count)
    var isUsed = [Bool](repeating: false, count: jaxpr.variables.count)
    for atom in jaxpr.operands + jaxpr.outputs { if let variable = atom.variable { isUsed[variable] = true } }

    func binder(_ variable: Int, _ printer: inout JaxprPrinter, mayDrop: Bool) -> Document {
      let name = mayDrop && !isUsed[variable] ? "_" : printer.freshName()
      names[variable] = name
      return .text("\(name):\(jaxpr.variables[variable])")
    }
    func text(_ atom: Atom) -> Document {
      .text(atom.variable.map { names[$0]! } ?? LiteralText.text(jaxpr.literals[atom.literal!].literal!.value))
    }

    let constants = jaxpr.constantVariables.map { binder(Int($0), &self, mayDrop: false) }
    let inputs = jaxpr.inputs.map { binder(Int($0), &self, mayDrop: false) }
    let equations = jaxpr.equations.map { equation -> Document in
      let results = equation.results.map { binder($0, &self, mayDrop: true) }
      let head: [Document] = results.isEmpty ? [] : [list(results), .text(" = ")]
      return .concat(
        head + [
          .text(equation.primitive.name), parameters(equation.primitive), .text(" "),
          list(jaxpr.operands(of: equation).map(text)),
        ])
    }
    let outputs = jaxpr.outputs.map(text)
    return .group(
      .concat([
        .nest(
          2,
          .concat([
            .text("{ lambda "), list(constants), .text("; "), list(inputs), .text(". let"),
            .nest(2, .concat([Document.brk(), Document.join(.concat([.line(flat: "; ")]), equations)])),
            Document.brk(), .text("in ("), list(outputs, separator: ","), .text(outputs.count == 1 ? ",)" : ")"),
          ])),
        .text(" }"),
      ]))
  }

  private func list(_ items: [Document], separator: String = "") -> Document {
    .nest(2, .group(Document.join(.concat([.text(separator), .group(Document.brk())]), items)))
  }

  private mutating func parameters(_ primitive: any Primitive) -> Document {
    var shown = primitive.parameters
    // pjit shows its name first; everything else is sorted.
    if primitive.name != "pjit" { shown.sort { $0.name < $1.name } }
    guard !shown.isEmpty else { return .concat([]) }
    let items = shown.map { Document.concat([.text($0.name + "="), value($0.value)]) }
    return .group(
      .concat([
        .nest(2, .concat([.text("["), Document.brk(""), Document.join(Document.brk(), items)])), Document.brk(""),
        .text("]"),
      ]))
  }

  private mutating func value(_ value: ParameterValue) -> Document {
    switch value {
    case .jaxpr(let inner):
      if let name = sharedNames[ObjectIdentifier(inner)] { return .text(name) }
      return document(inner)
    case .tuple(let items) where !items.isEmpty && items.allSatisfy(\.isJaxpr):
      var documents: [Document] = []
      for item in items { documents.append(self.value(item)) }
      return .group(
        .concat([
          .nest(2, .concat([.text("("), Document.brk(""), Document.join(Document.brk(), documents)])), Document.brk(""),
          .text(")"),
        ]))
    default: return .text(value.description)
    }
  }

  /// Prints the programs inside `jaxpr` that are used more than once, before it.
  private mutating func hoist(_ jaxpr: Jaxpr) {
    for equation in jaxpr.equations {
      for inner in equation.primitive.jaxprs where uses[ObjectIdentifier(inner)] ?? 0 > 1 {
        guard sharedNames[ObjectIdentifier(inner)] == nil else { continue }
        let base = equation.primitive.label ?? "jaxpr"
        let taken = Set(sharedNames.values)
        let name = taken.contains(base) ? (1...).lazy.map { "\(base)\($0)" }.first { !taken.contains($0) }! : base
        let definition = Document.concat([.text("let \(name) = "), document(inner), .text(" in")])
        sharedNames[ObjectIdentifier(inner)] = name
        shared.append(definition.format() + "\n")
      }
    }
  }
}

extension Primitive {
  /// The programs among the parameters.
  package var jaxprs: [Jaxpr] {
    parameters.flatMap { parameter -> [Jaxpr] in
      switch parameter.value {
      case .jaxpr(let jaxpr): return [jaxpr]
      case .tuple(let items): return items.compactMap { if case .jaxpr(let jaxpr) = $0 { jaxpr } else { nil } }
      default: return []
      }
    }
  }
  /// The user's name for a call.
  fileprivate var label: String? {
    for parameter in parameters where parameter.name == "name" {
      if case .name(let name) = parameter.value { return name }
    }
    return nil
  }
}

extension ParameterValue {
  fileprivate var isJaxpr: Bool { if case .jaxpr = self { true } else { false } }
}

/// The text of a literal in a jaxpr: Python's `str` of the number.
package enum LiteralText {
  package static func text(_ value: Scalar) -> String {
    switch value {
    case .bool(let x): ScalarText.python(x)
    case .int(let x): ScalarText.python(x)
    case .uint(let x): ScalarText.python(x)
    case .float(let x): ScalarText.python(x)
    case .complex(let re, let im): ScalarText.python(real: re, imaginary: im)
    }
  }
}
