import Foundation
import Testing

@testable import Lanewise

/// The cases of Goldens/indexing.json: what JAX reads and writes by random indices.
struct IndexingGolden: Sendable, CustomTestStringConvertible {
  let line: JSONValue

  static let all: [IndexingGolden] = {
    let file = Bundle.module.url(forResource: "indexing", withExtension: "json", subdirectory: "Goldens")!
    let document = try! JSONValue(parsing: try! Data(contentsOf: file))
    return document["cases"]!.arrayValue!.map(IndexingGolden.init)
  }()

  var testDescription: String { "\(line["x"]!["shape"]!) [\(line["index"]!)]" }

  func array(_ name: String) -> NDArray { Self.array(line[name]!) }

  var indices: [any ArrayIndex] {
    line["index"]!.arrayValue!.map { part in
      if let place = part.intValue { return place }
      switch part.stringValue {
      case "all": return BasicIndex.all
      case "...": return BasicIndex.ellipsis
      case "new": return BasicIndex.newAxis
      default: break
      }
      if let bounds = part["slice"]?.arrayValue {
        return BasicIndex.slice(bounds[0].intValue, bounds[1].intValue, bounds[2].intValue!)
      }
      return Self.array(part["array"] ?? part["mask"]!)
    }
  }

  private static func array(_ value: JSONValue) -> NDArray {
    let shape = value["shape"]!.arrayValue!.map { $0.intValue! }
    let data = value["data"]!.arrayValue!
    switch value["dtype"]!.stringValue! {
    case "bool": return NDArray(data.map { $0.boolValue! }, shape: shape)
    case "i32": return NDArray(data.map { Int32($0.intValue!) }, shape: shape)
    default: return NDArray(data.map { Float($0.doubleValue!) }, shape: shape)
    }
  }
}

/// 0, 1, 2, … in that shape.
func counted(_ shape: Int..., dtype: DType = .float32) -> NDArray {
  let count = shape.reduce(1, *)
  return Lax.reshape(Lax.iota(dtype, [count], 0), shape)
}

func floatsOf(_ x: NDArray) -> [Float] { x.asArray(Float.self) }
