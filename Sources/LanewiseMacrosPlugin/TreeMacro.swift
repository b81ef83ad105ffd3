#if Macros
  import SwiftSyntax
  import SwiftSyntaxBuilder
  import SwiftSyntaxMacros

  /// `@Tree`: the conformance of a struct or an enum to the protocol `Tree`.
  struct TreeMacro: ExtensionMacro {
    static func expansion(
      of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
      providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
      in context: some MacroExpansionContext
    ) throws -> [ExtensionDeclSyntax] {
      let access = declaration.access(in: context)
      let members: String
      let stored: [any SyntaxProtocol]
      if let declaration = declaration.as(StructDeclSyntax.self) {
        let properties = try StoredProperty.all(of: declaration)
        members = StructWalk(properties).text(access: access)
        stored = properties.compactMap(\.type)
      } else if let declaration = declaration.as(EnumDeclSyntax.self) {
        let cases = try EnumCase.all(of: declaration)
        members = EnumWalk(cases).text(access: access)
        stored = cases.flatMap { $0.values.map(\.type) }
      } else {
        throw Refusal.notAValue(declaration).at(node)
      }
      // The compiler names no protocol where the conformance is declared already.
      let conformance = protocols.isEmpty ? "" : ": Lanewise.Tree"
      let parameters = GenericParameters(declaration).withoutConstraint(usedIn: stored)
      let condition =
        parameters.isEmpty ? "" : " where " + parameters.map { "\($0): Lanewise.Tree" }.joined(separator: ", ")
      return [
        try ExtensionDeclSyntax("extension \(type.trimmed)\(raw: conformance)\(raw: condition) {\n\(raw: members)\n}")
      ]
    }
  }

  extension DeclGroupSyntax {
    /// The access that a requirement of a public protocol needs here, with a space: that of the type, which is at most
    /// that of the types around it. Of an extension around it only its own modifier is seen.
    fileprivate func access(in context: some MacroExpansionContext) -> String {
      var levels = [level]
      for outer in context.lexicalContext {
        guard let outer = outer.asProtocol((any DeclGroupSyntax).self) else { continue }
        if outer.is(ExtensionDeclSyntax.self) {
          if levels[levels.count - 1] == nil { levels[levels.count - 1] = outer.level }
        } else {
          levels.append(outer.level)
        }
      }
      guard !levels.contains(nil) else { return "" }
      return levels.contains("package") ? "package " : "public "
    }

    private var level: String? { modifiers.map(\.name.text).first { ["public", "package"].contains($0) } }
  }

  /// The parameters of a generic type.
  private struct GenericParameters {
    private let clause: GenericParameterClauseSyntax?

    init(_ declaration: some DeclGroupSyntax) {
      clause =
        declaration.as(StructDeclSyntax.self)?.genericParameterClause
        ?? declaration.as(EnumDeclSyntax.self)?.genericParameterClause
    }

    /// Those that the stored types speak of, and of which nothing is known.
    func withoutConstraint(usedIn types: [any SyntaxProtocol]) -> [String] {
      let used = Set(types.flatMap { $0.tokens(viewMode: .sourceAccurate).map(\.text) })
      return (clause?.parameters ?? []).filter { $0.inheritedType == nil && used.contains($0.name.text) }.map(
        \.name.text)
    }
  }
#endif
