/// Which axis of each array of a tree holds the batch: one for all of it, or one for each part, as deep as need be.
///
/// It is written as what it is for: an axis, nil for no batch, a list for an array of trees, a dictionary for a
/// dictionary or for the properties of a struct by name.
///
/// ```swift
/// vmap(predict, inAxes: (["weights": 0, "bias": nil], 0))
/// ```
public indirect enum AxisTree: Sendable {
  case axis(Int?)
  case list([AxisTree])
  case named([String: AxisTree])

  /// The axis for the array at the end of some steps, or what is wrong with them.
  package func axis(at steps: ArraySlice<TreeKey>) -> Result<Int?, Mismatch> {
    switch self {
    case .axis(let axis): return .success(axis)
    case .list(let parts):
      guard let step = steps.first, let place = Int(step.name), parts.indices.contains(place) else {
        return .failure(Mismatch())
      }
      return parts[place].axis(at: steps.dropFirst())
    case .named(let parts):
      guard let step = steps.first, let part = parts[step.name] else { return .failure(Mismatch()) }
      return part.axis(at: steps.dropFirst())
    }
  }

  package struct Mismatch: Error {}
}

extension AxisTree: ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(integerLiteral axis: Int) { self = .axis(axis) }
  public init(nilLiteral: ()) { self = .axis(nil) }
  public init(arrayLiteral parts: AxisTree...) { self = .list(parts) }
  public init(dictionaryLiteral parts: (String, AxisTree)...) {
    self = .named(Dictionary(parts, uniquingKeysWith: { first, _ in first }))
  }
}
