import Foundation
import Lanewise
import LanewiseCore
import Testing

/// What JAX answers to the exercises, by name.
enum Golden {
  private static let cases: [String: JSONValue] = {
    let file = Bundle.module.url(forResource: "exercises", withExtension: "json", subdirectory: "Goldens")!
    let document = try! JSONValue(parsing: Data(contentsOf: file))
    let named = document["cases"]!.arrayValue!.map { ($0["name"]!.stringValue!, $0) }
    return Dictionary(uniqueKeysWithValues: named)
  }()

  static func text(_ name: String) -> String { cases[name]!["text"]!.stringValue! }

  static func array(_ name: String) -> NDArray {
    let value = cases[name]!["value"]!
    return NDArray(
      value["data"]!.arrayValue!.map { $0.doubleValue! }, shape: value["shape"]!.arrayValue!.map { $0.intValue! },
      dtype: DType(name: value["dtype"]!.stringValue!)!)
  }
}

/// The same shape and dtype, and every element within `tolerance` of JAX's, relative to the larger of it and 1.
func expectJAX(
  _ found: NDArray, _ name: String, _ tolerance: Double = 1e-5, sourceLocation: SourceLocation = #_sourceLocation
) {
  let wanted = Golden.array(name)
  #expect(found.shape == wanted.shape && found.dtype == wanted.dtype, sourceLocation: sourceLocation)
  for (index, (a, b)) in zip(found.asArray(Double.self), wanted.asArray(Double.self)).enumerated()
  where !(abs(a - b) <= tolerance * Swift.max(1, abs(b))) {
    Issue.record("\(name): element \(index) is \(a) instead of \(b)", sourceLocation: sourceLocation)
    return
  }
}
