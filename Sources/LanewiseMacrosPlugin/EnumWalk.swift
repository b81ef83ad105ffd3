#if Macros
  import SwiftSyntax
  import SwiftSyntaxMacros

  /// A case of an enum, and what it holds.
  struct EnumCase {
    struct Value {
      /// Nil where a value has a place only.
      let label: String?
      let type: TypeSyntax
    }

    let name: String
    let values: [Value]

    static func all(of declaration: EnumDeclSyntax) throws -> [EnumCase] {
      try declaration.memberBlock.members.flatMap { member -> [EnumCase] in
        if let condition = member.decl.as(IfConfigDeclSyntax.self) { throw Refusal.condition.at(condition) }
        return (member.decl.as(EnumCaseDeclSyntax.self)?.elements ?? []).map { element in
          let values = (element.parameterClause?.parameters ?? []).map { parameter in
            Value(label: parameter.firstName.flatMap { $0.text == "_" ? nil : $0.text }, type: parameter.type)
          }
          return EnumCase(name: element.name.text, values: values)
        }
      }
    }
  }

  /// The `walk` of an enum.
  struct EnumWalk {
    private let cases: [EnumCase]
    init(_ cases: [EnumCase]) { self.cases = cases }

    func text(access: String) -> String {
      """
        \(access)func walk(_ walker: inout Lanewise.TreeWalker) -> Self {
          switch self {
      \(cases.map(text).joined(separator: "\n"))
          }
        }
      """
    }

    private func text(_ enumCase: EnumCase) -> String {
      let (name, values) = (enumCase.name, enumCase.values)
      func list(_ text: (Int, EnumCase.Value) -> String) -> String {
        guard !values.isEmpty else { return "" }
        let texts = values.enumerated().map { ($1.label.map { $0 + ": " } ?? "") + text($0, $1) }
        return "(\(texts.joined(separator: ", ")))"
      }
      let pattern = list { place, _ in "let value\(place)" }
      let walked = list { place, value in
        "walker(value\(place), \(value.label.map { "\"\($0.withoutBackticks)\"" } ?? String(place)))"
      }
      return """
            case .\(name)\(pattern):
              walker.enumCase("\(name.withoutBackticks)")
              return .\(name)\(walked)
        """
    }
  }
#endif
