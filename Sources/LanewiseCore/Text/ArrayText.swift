/// The text of an array, letter for letter as NumPy 2.1 and JAX print it.
///
/// Lines wrap at 75 columns; an array of more than 1000 elements shows the first and last three along every longer
/// axis, and only those are read. ``PrintOptions`` say otherwise.
package enum ArrayText {
  /// `str(x)`: "[ 1.   2.5 -3. ]", "[]" for an array without elements, and the scalar's own text for rank 0.
  package static func text(
    of elements: ArrayElements, shape: [Int], options: PrintOptions = .standard
  ) -> String {
    if shape.isEmpty { return elements.scalar(0) }
    return Layout(elements, shape: shape, separator: " ", indent: 0, width: options.linewidth, options).text
  }

  /// `repr(x)`: "Array([ 1. ,  2.5, -3. ], dtype=float32)".
  ///
  /// The shape stands in it only where there are no elements, the weak type only where it is one. A dtype that does not
  /// fit on the last line is set off by blanks, not by a newline, as in JAX.
  package static func repr(
    of elements: ArrayElements, shape: [Int], dtypeName: String, weak: Bool = false,
    options: PrintOptions = .standard
  ) -> String {
    let prefix = "Array("
    let lineWidth = options.linewidth
    let type = "dtype=\(dtypeName)" + (weak ? ", weak_type=True)" : ")")
    let text =
      shape.contains(0)
      ? "[], shape=\(ScalarText.python(tuple: shape))"
      : Layout(elements, shape: shape, separator: ", ", indent: prefix.utf8.count, width: lineWidth - 1, options).text
    let lastLine = text.utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    // JAX counts three columns for the comma and what surrounds it, and none for the prefix of a single line.
    let gap = lastLine + 3 + type.utf8.count > lineWidth ? prefix.utf8.count : 1
    return prefix + text + "," + String(repeating: " ", count: gap) + type
  }

  /// `str(keys)` and `repr(keys)` of typed PRNG keys: the shape of the keys, and below it the words they hold.
  ///
  /// `shape` is the keys' own; `words` has one axis of `wordCount` more.
  package static func keys(
    of words: ArrayElements, shape: [Int], wordCount: Int = 2, dtypeName: String = "key<fry>",
    options: PrintOptions = .standard
  ) -> String {
    "Array(\(ScalarText.python(tuple: shape)), dtype=\(dtypeName)) overlaying:\n"
      + text(of: words, shape: shape + [wordCount], options: options)
  }
}

/// The brackets, separators and line breaks around the elements.
private struct Layout {
  private let separator: String
  private let bareSeparator: String
  private let isSummarised: Bool
  private let shape: [Int]
  private let edge: Int
  /// The texts of the elements that are shown, in the order in which they are.
  private var words: ArraySlice<String> = []
  private(set) var text = ""

  init(
    _ elements: ArrayElements, shape: [Int], separator: String, indent: Int, width: Int, _ options: PrintOptions
  ) {
    self.separator = separator
    self.shape = shape
    edge = options.edgeitems
    bareSeparator = separator == ", " ? "," : ""
    let count = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    isSummarised = count > options.threshold
    guard count > 0 else {
      text = "[]"
      return
    }
    words = elements.aligned(shown(axis: 0, base: 0), isScalar: shape.isEmpty, options)[...]
    text = lay(axis: 0, indent: indent + 1, width: width)
  }

  private func hides(_ axis: Int) -> Bool { isSummarised && shape[axis] > 2 * edge }

  /// The row-major indices of the elements that are shown; `base` counts in elements of `axis`.
  private func shown(axis: Int, base: Int) -> [Int] {
    guard axis < shape.count else { return [base] }
    let count = shape[axis]
    let indices = hides(axis) ? Array(0..<edge) + Array((count - edge)..<count) : Array(0..<count)
    return indices.flatMap { shown(axis: axis + 1, base: base * count + $0) }
  }

  /// The text of one sub-array without the indent of its first line.
  ///
  /// `indent` is where its elements begin in every line, the opening bracket included; `width` is what its lines may
  /// fill, the closing brackets of the outer axes being reserved.
  private mutating func lay(axis: Int, indent: Int, width: Int) -> String {
    guard axis < shape.count else { return words.removeFirst() }
    let isHiding = hides(axis)
    var rows: [String?] = []
    for _ in 0..<(isHiding ? 2 * edge : shape[axis]) {
      rows.append(lay(axis: axis + 1, indent: indent + 1, width: width - 1))
    }
    if isHiding { rows.insert(nil, at: edge) }
    let blanks = String(repeating: " ", count: indent)
    if axis + 1 < shape.count {
      let newlines = String(repeating: "\n", count: shape.count - axis - 1)
      return "[" + rows.map { $0 ?? "..." }.joined(separator: bareSeparator + newlines + blanks) + "]"
    }

    // The innermost axis fills its lines; what follows the last element is a bracket, as wide as a comma.
    let limit = width - 1
    var out = "["
    var column = indent
    var pending = ""
    for (position, row) in rows.enumerated() {
      let word = row ?? "..."
      if position > 0 {
        pending += separator
        column += separator.utf8.count
      }
      if column + word.utf8.count > limit, column > indent {
        out += pending.trimmingTrailingBlanks
        out += "\n" + blanks
        pending = ""
        column = indent
      }
      pending += word
      column += word.utf8.count
    }
    return out + pending + "]"
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: Substring {
    dropLast(utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count)
  }
}
