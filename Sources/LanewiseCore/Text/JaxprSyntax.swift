// What a jaxpr's text says, before anything is known of types and primitives.

/// Where something stands in the text. It is no part of what that is: any two are equal.
struct TextPosition: Hashable {
  let offset: Int
  static func == (_: TextPosition, _: TextPosition) -> Bool { true }
  func hash(into _: inout Hasher) {}
}

/// The parts of `{ lambda constants ; inputs . let equations in (outputs) }`.
struct ProgramParts: Hashable {
  var constants: [BinderSyntax] = []
  var inputs: [BinderSyntax] = []
  var equations: [EquationSyntax] = []
  var outputs: [AtomSyntax] = []
}

/// A program. Two of them are equal where they look the same, names of variables included.
final class ProgramSyntax: Hashable {
  let parts: ProgramParts
  let position: TextPosition
  /// What it looks like.
  let likeness: Likeness
  /// The programs that stand before it with a name, in their order.
  let definitions: [DefinitionSyntax]
  /// How deep programs nest in it.
  let depth: Int

  /// One object for each look that a program has in a text.
  final class Likeness: Sendable {}

  init(_ parts: ProgramParts, _ position: TextPosition, _ likeness: Likeness, definitions: [DefinitionSyntax] = []) {
    self.parts = parts
    self.position = position
    self.likeness = likeness
    self.definitions = definitions
    let inner = parts.equations.flatMap(\.programs) + definitions.map(\.program)
    depth = (inner.map(\.depth).max() ?? 0) + 1
  }

  static func == (a: ProgramSyntax, b: ProgramSyntax) -> Bool { a.likeness === b.likeness }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(likeness)) }
}

/// `let name = program in`.
struct DefinitionSyntax {
  let name: String
  let program: ProgramSyntax
}

/// `b:f32[3]`.
struct BinderSyntax: Hashable {
  let name: String
  let type: TypeSyntax
  let position: TextPosition
}

/// `f32[2,3]`.
struct TypeSyntax: Hashable {
  let name: String
  let dims: [Int]
  let position: TextPosition
}

/// `b:f32[3] = slice[limit_indices=(4,) start_indices=(1,) strides=None] a`.
struct EquationSyntax: Hashable {
  var results: [BinderSyntax]
  let primitive: String
  let parameters: [ParameterSyntax]
  let operands: [AtomSyntax]
  let position: TextPosition

  /// The programs among the parameters.
  var programs: [ProgramSyntax] { parameters.flatMap(\.value.programs) }
}

/// A variable or a number. Which of the two is decided where it is known what has a name: `inf` may be a variable.
struct AtomSyntax: Hashable {
  let text: String
  let position: TextPosition
}

/// `shape=(2,)`.
struct ParameterSyntax: Hashable {
  let name: String
  let value: ValueSyntax
  let position: TextPosition
}

indirect enum ValueSyntax: Hashable {
  case program(ProgramSyntax)
  case tuple([ValueSyntax])
  case list([ValueSyntax])
  case record(String, [ParameterSyntax])
  /// Anything else, as it is written.
  case text(String)

  /// The programs in it.
  var programs: [ProgramSyntax] {
    switch self {
    case .program(let program): [program]
    case .tuple(let items), .list(let items): items.flatMap(\.programs)
    case .record(_, let fields): fields.flatMap(\.value.programs)
    case .text: []
    }
  }
}
