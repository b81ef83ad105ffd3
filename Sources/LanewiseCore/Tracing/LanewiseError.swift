/// A mistake in a program over arrays: one sentence that names the operation, the shapes or dtypes, and what to do.
///
/// Outside ``catching(_:)`` such an error stops the program with its sentence; inside, it is thrown.
public struct LanewiseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The class of the error. Where JAX has a class for it, the name is JAX's.
  public enum Kind: String, Hashable, Sendable {
    /// Shapes that do not fit each other, or an axis, index or size out of range.
    case shape = "ShapeError"
    /// A dtype that the operation does not take.
    case dtype = "TypeError"
    /// A value that makes no sense to the operation (a bad einsum text, a negative size).
    case value = "ValueError"
    /// A result that is not a number, or infinite, where that is looked for (`Config.debugNaNs`).
    case floatingPoint = "FloatingPointError"
    /// A name that nothing has: of an axis, for a collective.
    case name = "NameError"
    /// A static index out of range.
    case index = "IndexError"
    /// A traced array used where a concrete value is needed.
    case concretization = "ConcretizationTypeError"
    /// A traced array used as a `Bool`, as by `if`.
    case tracerBool = "TracerBoolConversionError"
    /// A traced array used as an `Int`.
    case tracerInteger = "TracerIntegerConversionError"
    /// A traced array asked for its elements.
    case tracerArray = "TracerArrayConversionError"
    /// A boolean mask as an index while tracing: the result's shape would depend on values.
    case nonConcreteBooleanIndex = "NonConcreteBooleanIndexError"
    /// A tracer used after its transformation has ended.
    case unexpectedTracer = "UnexpectedTracerError"
  }

  public let kind: Kind
  public let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { "\(kind.rawValue): \(message)" }
}
