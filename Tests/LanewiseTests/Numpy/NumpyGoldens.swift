import Foundation
import Lanewise
import LanewiseCore

/// A call of `jax.numpy` with its arguments, and what it answered.
struct NumpyCase: CustomStringConvertible {
  let function: String
  let arguments: [NDArray]
  let expected: [Expected]
  let keywords: [String: JSONValue]
  let number: Int

  var description: String {
    let shapes = arguments.map { "\($0.dtype.shortName)\($0.shape)" }.joined(separator: ", ")
    return "#\(number) \(function)(\(shapes)) \(keywords)"
  }

  static let corpus: [NumpyCase] = {
    let url = Bundle.module.url(forResource: "numpy", withExtension: "json", subdirectory: "Goldens")!
    let document = try! JSONValue(parsing: Data(contentsOf: url))
    return document["cases"]!.arrayValue!.enumerated().map { NumpyCase($1, number: $0) }
  }()

  private init(_ json: JSONValue, number: Int) {
    function = json["fn"]!.stringValue!
    keywords = json["kwargs"]!.objectValue!
    arguments = json["args"]!.arrayValue!.map { Expected($0).array(weak: $0["weak"]?.boolValue ?? false) }
    expected = json["out"]!.arrayValue!.map(Expected.init)
    self.number = number
  }
}

/// An array as a golden file has it.
struct Expected {
  let dtype: DType
  let shape: [Int]
  let data: [Double]

  init(_ json: JSONValue) {
    dtype = DType(name: json["dtype"]!.stringValue!)!
    shape = json["shape"]!.arrayValue!.map { $0.intValue! }
    data = json["data"]!.arrayValue!.map { $0.number! }
  }

  func array(weak: Bool) -> NDArray {
    if weak {
      return dtype == .float32 ? NDArray(data[0]) : dtype == .bool ? NDArray(data[0] != 0) : NDArray(Int(data[0]))
    }
    return NDArray(data, shape: shape, dtype: dtype)
  }

  /// What differs, or nil: integers exactly, floating point to 2·10⁻⁵ of the value.
  func difference(from x: NDArray) -> String? {
    guard x.dtype == dtype else { return "dtype \(x.dtype) instead of \(dtype)" }
    guard x.shape == shape else { return "shape \(x.shape) instead of \(shape)" }
    for (index, (found, wanted)) in zip(x.asArray(Double.self), data).enumerated() {
      let isClose =
        dtype == .float32
        ? found == wanted || (found.isNaN && wanted.isNaN) || abs(found - wanted) <= 2e-5 * max(abs(wanted), 0.05)
        : found == wanted
      if !isClose { return "element \(index) is \(found) instead of \(wanted)" }
    }
    return nil
  }
}

extension JSONValue {
  /// A number, bool as 0 or 1, or a float that JSON cannot spell.
  var number: Double? {
    if let flag = boolValue { return flag ? 1 : 0 }
    if let text = stringValue { return Double(text) }
    return self["float"]?.number ?? doubleValue
  }
  /// A static argument as an array: Python's numbers are weakly typed.
  var scalar: NDArray? {
    if let whole = intValue { return NDArray(whole) }
    return number.map { NDArray($0) }
  }
  var integers: [Int]? { intValue.map { [$0] } ?? arrayValue?.compactMap(\.intValue) }
  var axis: (any AxisArgument)? { intValue ?? integers }
}
