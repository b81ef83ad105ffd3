/// Why a text is not a jaxpr, and where: line and column count from 1, columns in bytes.
///
/// ```swift
/// do {
///   _ = try Jaxpr(parsing: "{ lambda ; a:f32[3]. let b:f32[3] = sin c in (b,) }")
/// } catch {
///   print(error)  // line 1, column 41: there is no variable 'c' here.
/// }
/// ```
public struct JaxprTextError: Error, Hashable, Sendable, CustomStringConvertible {
  public let line: Int
  public let column: Int
  /// One sentence.
  public let message: String

  package init(_ message: String, line: Int, column: Int) {
    self.message = message
    self.line = line
    self.column = column
  }

  public var description: String { "line \(line), column \(column): \(message)" }
}
