/// The axis of a batch: its size, and the name by which collectives know it.
package struct BatchAxis: Hashable, Sendable {
  package let name: String?
  package let size: Int

  package init(name: String?, size: Int) {
    self.name = name
    self.size = size
  }
}

extension Context {
  /// The size of the axis that collectives call `name`; an error where there is none.
  package static func axisSize(_ name: String) throws -> Int {
    let axes = current.axes
    if let axis = axes.last(where: { $0.name == name }) { return axis.size }
    let known = axes.compactMap(\.name).map { "'\($0)'" }.joined(separator: ", ")
    throw LanewiseError(
      .name,
      "unbound axis name: \(name). The following axis names (e.g. defined by pmap) are available to collective operations: [\(known)]."
    )
  }
}

extension Jaxpr {
  /// Whether an equation refers to the axis of that name.
  package func concerns(axisName: String?) -> Bool {
    axisName != nil && equations.contains { $0.primitive.concerns(axisName: axisName) }
  }
}
