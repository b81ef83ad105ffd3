/// A structure as the tree that it describes: what prints and compares it.
struct StructureNode {
  enum Kind: Hashable {
    case leaf, none, list, tuple, dictionary
    case fixed(StaticValue)
    case custom(TypeKey, enumCase: String?)
  }

  let kind: Kind
  let children: [(key: TreeKey?, node: StructureNode)]

  init(_ parts: [StructurePart]) {
    var rest = parts[...]
    self.init(parsing: &rest)
  }

  private init(_ kind: Kind, _ children: [(key: TreeKey?, node: StructureNode)] = []) {
    self.kind = kind
    self.children = children
  }

  private init(parsing rest: inout ArraySlice<StructurePart>) {
    switch rest.popFirst() {
    case .leaf: self.init(.leaf)
    case .fixed(let value): self.init(.fixed(value))
    case .enumCase(let name): self.init(.fixed(StaticValue(name)))
    case .field: self.init(parsing: &rest)
    case .open(let type): self.init(type, parsing: &rest)
    case .node(.optional, _, let count) where count > 0: self.init(parsing: &rest)
    case .node(.optional, _, _), .close, nil: self.init(.none)
    case .node(.list, _, let count):
      self.init(.list, (0..<count).map { (.index($0), StructureNode(parsing: &rest)) })
    case .node(.tuple, _, let count):
      self.init(.tuple, (0..<count).map { (.index($0), StructureNode(parsing: &rest)) })
    case .node(.dictionary, _, let count):
      self.init(
        .dictionary,
        (0..<count).map { _ in
          guard case .fixed(let key) = rest.popFirst() else { return (nil, StructureNode(.none)) }
          return (key.key, StructureNode(parsing: &rest))
        })
    }
  }

  /// A struct or enum, after its opening.
  private init(_ type: TypeKey, parsing rest: inout ArraySlice<StructurePart>) {
    var name: String?
    var children: [(key: TreeKey?, node: StructureNode)] = []
    var key: TreeKey?
    while let part = rest.first {
      switch part {
      case .close:
        rest.removeFirst()
        self.init(.custom(type, enumCase: name), children)
        return
      case .enumCase(let text):
        rest.removeFirst()
        name = text
      case .field(let step):
        rest.removeFirst()
        key = step
      default:
        children.append((key, StructureNode(parsing: &rest)))
        key = nil
      }
    }
    self.init(.custom(type, enumCase: name), children)
  }

  /// The number of nodes; what is static is none.
  var count: Int { isStatic ? 0 : children.reduce(1) { $0 + $1.node.count } }

  /// Whether it is a static value: one, or a case of an enum that holds nothing.
  private var isStatic: Bool {
    switch kind {
    case .fixed: true
    case .custom(_, let name): name != nil && children.isEmpty
    default: false
    }
  }
}

extension StructureNode: CustomStringConvertible {
  var description: String {
    let texts = children.map(\.node.description)
    switch kind {
    case .leaf: return "*"
    case .none: return "None"
    case .fixed(let value): return value.text
    case .list: return "[\(texts.joined(separator: ", "))]"
    case .tuple: return Self.tuple(texts)
    case .dictionary:
      return "{\(zip(children, texts).map { "\($0.key?.literal ?? ""): \($1)" }.joined(separator: ", "))}"
    case .custom(let type, let name):
      if isStatic { return name ?? "" }
      let statics =
        (name.map { [TreeKey.key($0).literal] } ?? []) + children.filter(\.node.isStatic).map(\.node.description)
      let others = children.filter { !$0.node.isStatic }.map(\.node.description)
      let head = statics.isEmpty ? "namedtuple[\(type.type)]" : "\(type.type)[\(Self.tuple(statics))]"
      return "CustomNode(\(head), [\(others.joined(separator: ", "))])"
    }
  }

  /// A tuple of one has a comma.
  private static func tuple(_ texts: [String]) -> String {
    "(\(texts.joined(separator: ", "))\(texts.count == 1 ? "," : ""))"
  }
}
