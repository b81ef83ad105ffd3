import Foundation
import Lanewise
import LanewiseCore

/// A call of `jax.numpy.fft`, `lax`, `jax.nn`, `jax.image` or `jax.ops` with its arguments, and what it answered.
struct FieldCase: Sendable, CustomStringConvertible {
  let function: String
  let arguments: [NDArray]
  let expected: [Expected]
  let keywords: [String: JSONValue]
  let number: Int

  var description: String {
    let shapes = arguments.map { "\($0.dtype.shortName)\($0.shape)" }.joined(separator: ", ")
    return "#\(number) \(function)(\(shapes)) \(keywords)"
  }

  static let corpus: [FieldCase] = {
    let url = Bundle.module.url(forResource: "fields", withExtension: "json", subdirectory: "Goldens")!
    let document = try! JSONValue(parsing: Data(contentsOf: url))
    return document["cases"]!.arrayValue!.enumerated().map { FieldCase($1, number: $0) }
  }()

  private init(_ json: JSONValue, number: Int) {
    function = json["fn"]!.stringValue!
    keywords = json["kwargs"]!.objectValue!
    var arrays = json["args"]!.arrayValue!.map { Expected($0).array(weak: false) }
    if json["complex"]?.boolValue == true { arrays = [Lax.complex(arrays[0], arrays[1])] + arrays.dropFirst(2) }
    arguments = arrays
    expected = json["out"]!.arrayValue!.map(Expected.init)
    self.number = number
  }

  /// Whether JAX's bits are expected: those of random numbers, but not of LAPACK, nor of complex exponentials.
  private var isExact: Bool {
    function.hasPrefix("initializers.") && !function.hasSuffix("orthogonal") && expected.count == 1
  }

  /// The first difference of the results; complex ones are compared part by part.
  func difference(from x: NDArray) -> String? {
    let parts = x.dtype.isComplex ? [Lax.real(x), Lax.imag(x)] : [x]
    guard parts.count == expected.count else { return "\(x.dtype), where there are \(expected.count) parts" }
    // Parts of a sum that cancel are as far off as the largest are.
    let scale = expected.flatMap(\.data).filter(\.isFinite).map(abs).max() ?? 0
    for (part, expected) in zip(parts, expected) {
      if part.dtype != .float32 || isExact {
        guard part.dtype == expected.dtype, part.shape == expected.shape else {
          return "\(part.dtype)\(part.shape) instead of \(expected.dtype)\(expected.shape)"
        }
        let found = part.asArray(Float.self)
        if found != expected.data.map(Float.init) { return "\(found) instead of \(expected.data)" }
      } else if let difference = expected.difference(from: part) {
        let isClose = zip(part.asArray(Double.self), expected.data).allSatisfy {
          $0 == $1 || ($0.isNaN && $1.isNaN) || abs($0 - $1) <= 4e-6 * scale
        }
        if part.shape != expected.shape || !isClose { return difference }
      }
    }
    return nil
  }
}
