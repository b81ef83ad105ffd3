/// The first place at which two structures differ.
package struct StructureDifference {
  private let path: TreePath
  private let first: StructureNode
  private let second: StructureNode

  /// Nil where the structures are alike. The types of collections do not count: a list is a list.
  package init?(_ first: TreeStructure, _ second: TreeStructure) {
    guard first != second else { return nil }
    let (first, second) = (StructureNode(first.parts), StructureNode(second.parts))
    guard first.isDifferent(from: second) else { return nil }
    self = Self.find(first, second, [])
  }

  private init(path: [TreeKey], first: StructureNode, second: StructureNode) {
    (self.path, self.first, self.second) = (TreePath(path), first, second)
  }

  private static func find(_ first: StructureNode, _ second: StructureNode, _ path: [TreeKey]) -> StructureDifference {
    if first.kind == second.kind, first.children.map(\.key) == second.children.map(\.key) {
      for (a, b) in zip(first.children, second.children) where a.node.isDifferent(from: b.node) {
        return find(a.node, b.node, path + first.caseSteps + (a.key.map { [$0] } ?? []))
      }
    }
    return StructureDifference(path: path, first: first, second: second)
  }

  /// For an error's sentence: `at .layers[1] the value has * where the tangent has [*, *]`.
  package func sentence(_ one: String, _ other: String) -> String {
    let place = path.steps.isEmpty ? "" : "at \(path) "
    return "\(place)\(one) has \(first) where \(other) has \(second)"
  }
}

extension StructureNode {
  /// The case of an enum is a step of a path.
  fileprivate var caseSteps: [TreeKey] {
    if case .custom(_, let name?) = kind { [.property(name)] } else { [] }
  }

  fileprivate func isDifferent(from other: StructureNode) -> Bool {
    kind != other.kind || children.count != other.children.count
      || zip(children, other.children).contains { $0.key != $1.key || $0.node.isDifferent(from: $1.node) }
  }
}
