/// A text whose line breaks are chosen when it is laid out (the algebra of Wadler and Lindig).
///
/// A group is printed flat, every break of it as its flat text, where the group *alone* fits into what is left of the
/// line; otherwise all its own breaks become newlines and its inner groups decide anew. What follows a group on the
/// same line is not looked at, so a line may become longer than the width: JAX's printer has the same rule, and the
/// text of a jaxpr depends on it.
package indirect enum Document: Sendable {
  /// Text without a line break.
  case text(String)
  /// One document after the other.
  case concat([Document])
  /// A possible line break; `flat` is what stands in its place where the enclosing group is flat.
  case line(flat: String)
  /// A unit that is laid out flat where it fits.
  case group(Document)
  /// Newlines inside indent by so many blanks more.
  case nest(Int, Document)

  /// The empty document.
  package static let empty = Document.concat([])

  /// A possible line break, `flat` where it is not taken.
  package static func brk(_ flat: String = " ") -> Document { .line(flat: flat) }

  /// The documents with `separator` between each two of them.
  package static func join(_ separator: Document, _ documents: [Document]) -> Document {
    guard var last = documents.first else { return .empty }
    var all: [Document] = []
    all.reserveCapacity(documents.count * 2)
    for next in documents.dropFirst() {
      all.append(last)
      all.append(separator)
      last = next
    }
    all.append(last)
    return .concat(all)
  }

  /// The laid-out text, without a newline at its end.
  ///
  /// `width` is how many columns a line has, counted in Unicode scalars; exactly that many still fit. Time and memory
  /// are linear in the size of the document for any width, and neither grows the call stack.
  package func format(width: Int = 80) -> String {
    var agenda = Agenda(self, indent: 0, flat: false)
    var out = ""
    var column = 0
    while let (document, indent, flat) = agenda.next() {
      switch document {
      case .text(let text):
        out += text
        column += text.columns
      case .line(let text) where flat:
        out += text
        column += text.columns
      case .line:
        out += "\n"
        out += String(repeating: " ", count: indent)
        column = indent
      case .group(let child):
        agenda.push(child, indent: indent, flat: flat || child.fitsFlat(in: width - column))
      case .nest(let more, let child):
        agenda.push(child, indent: indent + more, flat: flat)
      case .concat(let children):
        agenda.push(children, indent: indent, flat: flat)
      }
    }
    return out
  }

  /// Whether the flat text has at most `width` columns. Stops at the first column too many.
  private func fitsFlat(in width: Int) -> Bool {
    var left = width
    var agenda = Agenda(self, indent: 0, flat: true)
    while left >= 0, let (document, _, _) = agenda.next() {
      switch document {
      case .text(let text), .line(flat: let text): left -= text.columns
      case .group(let child), .nest(_, let child): agenda.push(child, indent: 0, flat: true)
      case .concat(let children): agenda.push(children, indent: 0, flat: true)
      }
    }
    return left >= 0
  }
}

/// What is still to be laid out: a stack of partly consumed sequences, so that a concatenation of a million documents
/// costs one entry, also where only its beginning is measured.
private struct Agenda {
  private struct Frame {
    var rest: ArraySlice<Document>
    let indent: Int
    let flat: Bool
  }

  private var frames: [Frame]

  init(_ document: Document, indent: Int, flat: Bool) {
    frames = [Frame(rest: [document], indent: indent, flat: flat)]
  }

  mutating func next() -> (Document, indent: Int, flat: Bool)? {
    while let top = frames.indices.last {
      if let document = frames[top].rest.popFirst() {
        return (document, frames[top].indent, frames[top].flat)
      }
      frames.removeLast()
    }
    return nil
  }

  mutating func push(_ document: Document, indent: Int, flat: Bool) {
    push([document], indent: indent, flat: flat)
  }

  mutating func push(_ documents: [Document], indent: Int, flat: Bool) {
    if let top = frames.last, top.rest.isEmpty { frames.removeLast() }
    frames.append(Frame(rest: documents[...], indent: indent, flat: flat))
  }
}

extension String {
  /// How many columns the text takes: its Unicode scalars, as Python's `len` counts.
  fileprivate var columns: Int { unicodeScalars.count }
}
