#if Macros
  import SwiftCompilerPlugin
  import SwiftSyntaxMacros

  @main struct Plugin: CompilerPlugin {
    let providingMacros: [any Macro.Type] = [TreeMacro.self]
  }
#else
  // Without the trait there is no swift-syntax to build a plugin of.
  @main enum Plugin { static func main() {} }
#endif
