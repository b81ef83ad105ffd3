#if Macros
  import SwiftSyntax
  import SwiftSyntaxMacros

  /// A property of a struct that a tree is made of.
  struct StoredProperty {
    /// As it is written: with backticks, where it has them.
    let name: String
    let type: TypeSyntax?

    static func all(of declaration: StructDeclSyntax) throws -> [StoredProperty] {
      try declaration.memberBlock.members.flatMap { member -> [StoredProperty] in
        if let condition = member.decl.as(IfConfigDeclSyntax.self) { throw Refusal.condition.at(condition) }
        guard let variable = member.decl.as(VariableDeclSyntax.self) else { return [] }
        return try all(of: variable)
      }
    }

    private static func all(of variable: VariableDeclSyntax) throws -> [StoredProperty] {
      let modifiers = Set(variable.modifiers.map(\.name.text))
      guard !modifiers.contains("static") else { return [] }
      let isConstant = variable.bindingSpecifier.text == "let"
      return try variable.bindings.compactMap { binding -> StoredProperty? in
        // A constant that has its value already is the same in every value of the type.
        if binding.isComputed || (isConstant && binding.initializer != nil) { return nil }
        if modifiers.contains("lazy") { throw Refusal.lazy.at(variable) }
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
          throw Refusal.pattern.at(binding)
        }
        return StoredProperty(name: pattern.identifier.text, type: binding.typeAnnotation?.type)
      }
    }
  }

  extension PatternBindingSyntax {
    /// Whether it has a getter; observers alone leave it stored.
    fileprivate var isComputed: Bool {
      switch accessorBlock?.accessors {
      case nil: false
      case .getter: true
      case .accessors(let accessors):
        !accessors.allSatisfy { ["willSet", "didSet"].contains($0.accessorSpecifier.text) }
      }
    }
  }

  /// The `walk` of a struct. It needs an initialiser that no other takes away, sets constants, and wakes no observers.
  struct StructWalk {
    private let properties: [StoredProperty]
    init(_ properties: [StoredProperty]) { self.properties = properties }

    func text(access: String) -> String {
      let assignments = properties.map {
        "    self.\($0.name) = walker(tree.\($0.name), \"\($0.name.withoutBackticks)\")"
      }
      return """
          \(access)func walk(_ walker: inout Lanewise.TreeWalker) -> Self { Self(walking: self, &walker) }

          private init(walking tree: Self, _ walker: inout Lanewise.TreeWalker) {
        \(assignments.joined(separator: "\n"))
          }
        """
    }
  }

  extension String {
    var withoutBackticks: String { filter { $0 != "`" } }
  }
#endif
