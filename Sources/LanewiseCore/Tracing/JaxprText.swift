import LanewiseEngine

extension Jaxpr: CustomStringConvertible {
  /// JAX 0.4.34's text of the program, to the letter: one line where it fits in 80 columns.
  public var description: String {
    var printer = JaxprPrinter()
    let shared = printer.definitions(of: self)
    return shared.joined() + printer.document(self).format()
  }
}

/// Lays a jaxpr out as JAX does. One supply of names runs through the nested programs, in the order of printing; a
/// program used more than once is printed ahead of the others, under the name of its call.
private struct JaxprPrinter {
  private var nextName = 0
  private var takenNames: Set<String> = []
  /// The names of a program's variables, which it keeps where it is printed again.
  private var variableNames: [ObjectIdentifier: [String?]] = [:]
  private var sharedNames: [ObjectIdentifier: String] = [:]

  // MARK: Programs used more than once

  /// The texts of the programs that are printed ahead of `root`. Each knows the names of those before it.
  mutating func definitions(of root: Jaxpr) -> [String] {
    (root.spelling?.definitions ?? shared(in: root)).map { name, jaxpr in
      let definition = Document.concat([.text("let \(name) = "), document(jaxpr), .text(" in")]).format() + "\n"
      takenNames.insert(name)
      sharedNames[ObjectIdentifier(jaxpr)] = name
      return definition
    }
  }

  /// The programs in `root` that are used more than once, which includes those inside of such, with unique names. They
  /// come in the order of a search level by level: so JAX has it.
  private func shared(in root: Jaxpr) -> [(name: String, program: Jaxpr)] {
    var order = [root]
    var uses: [ObjectIdentifier: Int] = [ObjectIdentifier(root): 1]
    var labels: [ObjectIdentifier: String] = [:]
    var next = 0
    while next < order.count {
      for equation in order[next].equations {
        let primitive = equation.primitive
        for inner in primitive.jaxprs {
          let id = ObjectIdentifier(inner)
          uses[id, default: 0] += 1
          if uses[id] == 1 { order.append(inner) }
          if labels[id] == nil { labels[id] = primitive.label }
        }
      }
      next += 1
    }
    spread(&uses, order)

    var taken: [String: Int] = [:]
    return order.filter { uses[ObjectIdentifier($0)]! > 1 }.map { jaxpr in
      var name = labels[ObjectIdentifier(jaxpr)] ?? "jaxpr"
      let count = taken[name, default: 0]
      taken[name] = count + 1
      if count > 0 {
        name += String(count)
        taken[name, default: 0] += 1
      }
      return (name, jaxpr)
    }
  }

  /// What is inside a program that is used more than once is used more than once.
  private func spread(_ uses: inout [ObjectIdentifier: Int], _ order: [Jaxpr]) {
    var shared = order.filter { uses[ObjectIdentifier($0)]! > 1 }
    while let jaxpr = shared.popLast() {
      for inner in jaxpr.equations.flatMap({ $0.primitive.jaxprs }) where uses[ObjectIdentifier(inner)] == 1 {
        uses[ObjectIdentifier(inner)] = 2
        shared.append(inner)
      }
    }
  }

  // MARK: Names

  /// a…z, ba, bb, …: base 26 with a = 0.
  private mutating func freshName() -> String {
    var name: String
    repeat {
      var number = nextName
      nextName += 1
      name = ""
      repeat {
        name = String(UnicodeScalar(UInt8(97 + number % 26))) + name
        number /= 26
      } while number > 0
    } while takenNames.contains(name)
    return name
  }

  // MARK: Layout

  mutating func document(_ jaxpr: Jaxpr) -> Document {
    let id = jaxpr.spelling?.likeness.map { ObjectIdentifier($0) } ?? ObjectIdentifier(jaxpr)
    var names = variableNames[id] ?? [String?](repeating: nil, count: jaxpr.variables.count)
    let spelling = jaxpr.spelling
    var isUsed = [Bool](repeating: false, count: jaxpr.variables.count)
    for atom in jaxpr.operands + jaxpr.outputs { if let variable = atom.variable { isUsed[variable] = true } }

    func binder(_ variable: Int, _ printer: inout JaxprPrinter, mayDrop: Bool) -> Document {
      let isDropped = mayDrop && !isUsed[variable] && spelling?.named.contains(variable) != true
      let suffix = spelling?.suffixed.contains(variable) == true ? "_" : ""
      let name = isDropped ? "_" : names[variable] ?? printer.freshName() + suffix
      names[variable] = name
      return .text("\(name):\(jaxpr.typeText(of: variable))")
    }
    func text(_ atom: Atom) -> Document {
      .text(atom.variable.map { names[$0]! } ?? jaxpr.literalText(atom.literal!))
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
    variableNames[id] = names
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
    // An empty tuple too, as it holds nothing but programs.
    case .tuple(let items) where items.allSatisfy({ $0.jaxpr != nil }):
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
}

extension Jaxpr {
  fileprivate func typeText(of variable: Int) -> String {
    guard let foreign = spelling?.types[variable] else { return variables[variable].description }
    return foreign + "[" + variables[variable].shape.dims.map(String.init).joined(separator: ",") + "]"
  }
  fileprivate func literalText(_ index: Int) -> String {
    spelling?.literals[index] ?? LiteralText.text(literals[index].literal!.value.rounded(to: literals[index].dtype))
  }
}

extension Primitive {
  /// The programs among the parameters.
  @_semantics("optimize.sil.specialize.generic.never")
  package var jaxprs: [Jaxpr] {
    parameters.flatMap { parameter -> [Jaxpr] in
      switch parameter.value {
      case .jaxpr(let jaxpr): return [jaxpr]
      case .tuple(let items): return items.compactMap(\.jaxpr)
      case .record(_, let fields): return fields.compactMap(\.1.jaxpr)
      default: return []
      }
    }
  }
  /// The user's name for a call, without the brackets of `<lambda>`.
  fileprivate var label: String? {
    for parameter in parameters where parameter.name == "name" {
      if case .name(let name) = parameter.value { return name.trimmingBrackets }
    }
    return nil
  }
}

extension ParameterValue {
  fileprivate var jaxpr: Jaxpr? { if case .jaxpr(let jaxpr) = self { jaxpr } else { nil } }
}

extension String {
  fileprivate var trimmingBrackets: String {
    func isBracket(_ character: Character) -> Bool { character == "<" || character == ">" }
    return String(drop(while: isBracket).reversed().drop(while: isBracket).reversed())
  }
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
