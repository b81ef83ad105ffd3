#if Macros
  import SwiftDiagnostics
  import SwiftSyntax

  /// Why `@Tree` cannot write a conformance.
  struct Refusal: DiagnosticMessage {
    let message: String
    let diagnosticID: MessageID
    var severity: DiagnosticSeverity { .error }

    private init(_ id: String, _ message: String) {
      self.message = "@Tree: " + message
      diagnosticID = MessageID(domain: "LanewiseMacros", id: id)
    }

    static func notAValue(_ declaration: some DeclGroupSyntax) -> Refusal {
      let name = declaration.asProtocol((any NamedDeclSyntax).self)?.name.text ?? "this"
      let isActor = declaration.is(ActorDeclSyntax.self)
      return Refusal(
        "notAValue",
        "\(name) is \(isActor ? "an actor" : "a class"), which has an identity, but transformations make new values of a tree; make it a struct or an enum."
      )
    }

    static let condition = Refusal(
      "condition", "what is inside #if is not seen; declare the properties and cases outside, or write walk by hand.")
    static let lazy = Refusal(
      "lazy", "a lazy property has no value before it is used; give it its value at the start, or compute it.")
    static let pattern = Refusal(
      "pattern", "properties that are declared together in a tuple are not seen; declare them one by one.")

    func at(_ node: some SyntaxProtocol) -> DiagnosticsError {
      DiagnosticsError(diagnostics: [Diagnostic(node: Syntax(node), message: self)])
    }
  }
#endif
