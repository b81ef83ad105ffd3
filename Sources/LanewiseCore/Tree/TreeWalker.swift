/// What walks over a tree: it collects the leaves and the structure, or puts other leaves in place.
public struct TreeWalker {
  /// The leaves seen.
  package private(set) var leaves: [NDArray] = []
  /// The structure seen, as a list of parts in order.
  package private(set) var structure: [StructurePart] = []
  /// The path of each leaf, where asked for.
  package private(set) var paths: [TreePath]?
  /// The leaves to put in place of those seen; nil while collecting.
  private var replacements: ArraySlice<NDArray>?
  private let collectsStructure: Bool
  /// Where the walk is.
  private var path: [TreeKey] = []

  package init(collectingStructure: Bool = true, collectingPaths: Bool = false) {
    collectsStructure = collectingStructure
    if collectingPaths { paths = [] }
  }
  package init(replacements: some Collection<NDArray>) {
    collectsStructure = false
    self.replacements = ArraySlice(replacements)
  }

  /// Walks a property; `name` is what a path calls it: `.weights`.
  public mutating func callAsFunction<T: Tree>(_ value: T, _ name: String) -> T { property(value, .property(name)) }

  /// Walks a part that has a place instead of a name, such as an unnamed value of an enum's case: `[0]`.
  public mutating func callAsFunction<T: Tree>(_ value: T, _ index: Int) -> T { property(value, .index(index)) }

  /// A property of a type that is no tree is static, as by ``fixed(_:)``.
  @_disfavoredOverload
  public mutating func callAsFunction<T: Hashable>(_ value: T, _ name: String) -> T {
    if collectsStructure { structure.append(.field(.property(name))) }
    return fixed(value)
  }

  /// The same for a part that has a place instead of a name.
  @_disfavoredOverload
  public mutating func callAsFunction<T: Hashable>(_ value: T, _ index: Int) -> T {
    if collectsStructure { structure.append(.field(.index(index))) }
    return fixed(value)
  }

  /// A value that is part of the structure.
  public mutating func fixed<T: Hashable>(_ value: T) -> T {
    if collectsStructure { structure.append(.fixed(StaticValue(value))) }
    return value
  }

  /// Says which case an enum is, before the case's values are walked.
  public mutating func enumCase(_ name: String) {
    if collectsStructure { structure.append(.enumCase(name)) }
    if paths != nil { path.append(.property(name)) }
  }

  package mutating func leaf(_ x: NDArray) -> NDArray {
    if replacements != nil { return replacements!.popFirst() ?? x }
    leaves.append(x)
    if collectsStructure { structure.append(.leaf) }
    paths?.append(TreePath(path))
    return x
  }

  /// A value that is static as a whole; `key` is what it is compared by.
  package mutating func whole<T>(_ value: T, as key: some Hashable) -> T {
    if collectsStructure { stand(.fixed(StaticValue(key)), for: T.self) }
    return value
  }

  /// A collection, of which `count` values follow.
  package mutating func node(_ kind: StructurePart.Kind, _ type: Any.Type, count: Int) {
    if collectsStructure { stand(.node(kind, TypeKey(type), count: count), for: type) }
  }

  /// Walks an element of a collection.
  package mutating func child<T: Tree>(_ value: T, _ key: @autoclosure () -> TreeKey) -> T {
    guard paths != nil else { return enter(value) }
    path.append(key())
    defer { path.removeLast() }
    return enter(value)
  }

  /// Walks a value that is a node of its own: between an opening and a close, unless it stands for itself.
  package mutating func enter<T: Tree>(_ value: T) -> T {
    guard collectsStructure, T.self != NDArray.self else { return value.walk(&self) }
    let (start, depth) = (structure.count, path.count)
    structure.append(.open(TypeKey(T.self)))
    let result = value.walk(&self)
    if isOpening(structure[start], of: T.self) { structure.append(.close) }
    // The case of an enum is a step that nobody else takes back.
    path.removeLast(path.count - depth)
    return result
  }

  /// Walks the only content of a wrapper that shall not be seen.
  package mutating func unwrapped<T: Tree, Wrapper>(_ value: T, of wrapper: Wrapper.Type) -> T {
    if collectsStructure, let last = structure.last, isOpening(last, of: wrapper) { structure.removeLast() }
    return enter(value)
  }

  private mutating func property<T: Tree>(_ value: T, _ key: @autoclosure () -> TreeKey) -> T {
    if collectsStructure { structure.append(.field(key())) }
    return child(value, key())
  }

  /// A part that stands for a whole value, in place of the opening that was made for it.
  private mutating func stand(_ part: StructurePart, for type: Any.Type) {
    if let last = structure.last, isOpening(last, of: type) {
      structure[structure.count - 1] = part
    } else {
      structure.append(part)
    }
  }

  private func isOpening(_ part: StructurePart, of type: Any.Type) -> Bool {
    if case .open(let opened) = part { opened.type == type } else { false }
  }
}
