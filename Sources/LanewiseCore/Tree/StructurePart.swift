/// A piece of a tree's structure. The pieces of a tree in order are its structure, and compared as such.
package enum StructurePart: Hashable, Sendable {
  case leaf
  /// A static value; before a value of a dictionary, its key.
  case fixed(StaticValue)
  /// A collection: its values follow.
  case node(Kind, TypeKey, count: Int)
  /// A struct or enum: what it holds follows, up to the close.
  case open(TypeKey)
  case enumCase(String)
  /// What the next value is called.
  case field(TreeKey)
  case close

  package enum Kind: Hashable, Sendable {
    case list, tuple, dictionary, optional
  }
}

/// A type, compared by identity.
package struct TypeKey: Hashable, Sendable {
  package let type: Any.Type
  package init(_ type: Any.Type) { self.type = type }
  package static func == (a: TypeKey, b: TypeKey) -> Bool { a.type == b.type }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(type)) }
}

/// A static value of any hashable type: compared and printed, never handed out again.
package struct StaticValue: Hashable, @unchecked Sendable {
  /// `AnyHashable` holds 1 and 1.0 to be equal, so the type is compared too.
  private let type: TypeKey
  private let value: AnyHashable

  package init<T: Hashable>(_ value: T) {
    type = TypeKey(T.self)
    self.value = AnyHashable(value)
  }

  /// The value as a step of a path, where it is a dictionary's key.
  package var key: TreeKey {
    switch value.base {
    case let index as Int: .index(index)
    case let name as String: .key(name)
    default: .key(String(describing: value.base))
    }
  }

  /// The value as Python writes it.
  package var text: String {
    switch value.base {
    case let truth as Bool: truth ? "True" : "False"
    case let text as String: TreeKey.key(text).literal
    default: String(describing: value.base)
    }
  }
}

/// A floating-point number as a key: not equal to the zero of the other sign, and equal to itself where it is no number.
package struct ExactNumber<Number: BinaryFloatingPoint>: Hashable, CustomStringConvertible {
  private let value: Number
  package init(_ value: Number) { self.value = value }

  package static func == (a: ExactNumber, b: ExactNumber) -> Bool {
    (a.value == b.value && a.value.sign == b.value.sign) || (a.value.isNaN && b.value.isNaN)
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(value.isNaN ? 0 : value) }
  package var description: String { String(describing: value) }
}
