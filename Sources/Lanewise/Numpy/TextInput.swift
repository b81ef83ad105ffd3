import LanewiseCore

/// The numbers in a text, as an array of one dimension (`jnp.fromstring`). Blanks around numbers do not count; a
/// separator of blanks alone stands for any number of them.
///
/// - Parameters:
///   - dtype: nil is the default floating-point dtype.
///   - count: how many numbers to read; -1 is all.
///   - sep: what stands between numbers; it must not be empty.
///
/// ```swift
/// print(fromstring("1, 2.5, -3", sep: ","))  // [ 1.   2.5 -3. ]
/// ```
public func fromstring(_ string: String, dtype: DType? = nil, count: Int = -1, sep: String) -> NDArray {
  let dtype = dtype ?? DefaultDTypes.current.float
  func wrong(_ what: String) -> NDArray { fail(.value, "fromstring: \(what)", like: AbstractArray([0], dtype)) }
  guard !sep.isEmpty, !dtype.isKey else { return wrong("it needs a separator, and a dtype of numbers.") }
  let separator = sep.trimmed
  var words =
    separator.isEmpty
    ? string.split(whereSeparator: \.isWhitespace)
    : string.split(separator: separator, omittingEmptySubsequences: false)
  // A separator may stand behind the last number.
  if words.last?.allSatisfy(\.isWhitespace) == true { words.removeLast() }
  if count >= 0 {
    guard words.count >= count else { return wrong("the text has \(words.count) numbers, but count is \(count).") }
    words = Array(words.prefix(count))
  }
  var numbers: [Scalar] = []
  for word in words {
    guard let number = Scalar(pythonText: String(word).trimmed), number.fits(dtype) else {
      return wrong("'\(String(word).trimmed)' is no number of dtype \(dtype).")
    }
    numbers.append(number)
  }
  return .make(AbstractArray([numbers.count], dtype)) { address in
    for (index, number) in numbers.enumerated() { number.store(as: dtype, at: address + index * dtype.byteWidth) }
  }
}

extension Scalar {
  /// Whether the number is written as those of a dtype are.
  fileprivate func fits(_ dtype: DType) -> Bool {
    switch self {
    case .int, .uint: true
    case .bool: dtype == .bool
    case .float: dtype.isInexact
    case .complex: dtype.isComplex
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let tail = drop { $0.isWhitespace }
    return String(tail.prefix(tail.count - tail.reversed().prefix { $0.isWhitespace }.count))
  }
}
