import LanewiseEngine

/// Of every window of an array an element is selected, and a value worked in at its place, both by any function of two
/// elements (XLA's `SelectAndScatter`): operands are the array, a value for each window, and what the result starts
/// from.
package struct SelectAndScatter: Composed {
  /// Whether the first of two elements is kept.
  package let select: Jaxpr
  /// What is at the place already, and the value.
  package let scatter: Jaxpr
  package let window: Window

  package init(select: Jaxpr, scatter: Jaxpr, window: Window) {
    self.select = select
    self.scatter = scatter
    self.window = window
  }

  package var name: String { "select_and_scatter" }
  package var arity: Int? { 3 }
  package var parameters: [Parameter] {
    window.parameters(hasBaseDilation: false) + [
      Parameter("scatter_consts", .tuple([])), Parameter("scatter_jaxpr", .jaxpr(scatter)),
      Parameter("select_consts", .tuple([])), Parameter("select_jaxpr", .jaxpr(select)),
    ]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.sameDType(name, x)
    let element = AbstractArray([], x[0].dtype)
    func isFunction(_ f: Jaxpr, to result: AbstractArray) -> Bool {
      f.inputTypes.map(\.tangentType) == [element, element] && f.outputTypes.map(\.tangentType) == [result]
    }
    guard isFunction(select, to: AbstractArray([], .bool)), isFunction(scatter, to: element) else {
      throw LanewiseError(
        .value,
        "\(name): for an array of type \(x[0]), one function must take two \(element) and give bool[], the other two and give one."
      )
    }
    let windows = try window.result(name, x[0].shape)
    guard x[1].shape == windows, x[2].shape.isScalar else {
      throw LanewiseError(
        .shape,
        "\(name): an array of shape \(x[0].shape) has windows of shape \(windows), but there are values of shape \(x[1].shape), and one of shape \(x[2].shape) to start from; there must be one for each window, and a number."
      )
    }
    return [x[0]]
  }

  /// The places of the selected elements by a fold of every window; the values by a scatter.
  func composed(_ x: [NDArray]) -> [NDArray] {
    let (array, values, initial) = (x[0], x[1], x[2])
    let places = Lax.reshape(Lax.iota(.int32, [array.size], 0), array.shape)
    let none = NDArray.literal(.int(-1), .int32)
    let types = [AbstractArray([], array.dtype), AbstractArray([], .int32)]
    let fold = stage(types + types) { x in
      let (element, place, candidate, other) = (x[0], x[1], x[2], x[3])
      let isKept = Lax.and(Lax.ne(place, none), select([element, candidate])[0])
      return [Lax.select(isKept, element, candidate), Lax.select(isKept, place, other)]
    }
    let selected = bind(
      GenericReduceWindow(computation: fold, window: window),
      [Lax.stopGradient(array), places, Lax.scalarZero(array), none])[1]
    let elements = ScatterDims(updateWindow: [], insertedWindow: [0], scatterDimsToOperand: [0])
    let placing = Scatter(combiner: .set, dims: elements, mode: .fillOrDrop, dtype: array.dtype)
    let start = Lax.broadcastInDim(initial, [array.size], [])
    let indices = Lax.reshape(selected, [values.size, 1])
    let result = bind(ScatterFunction(placing, scatter), [start, indices, Lax.reshape(values, [values.size])])[0]
    return [Lax.reshape(result, array.shape)]
  }
}

extension SelectAndScatter {
  init(_ parameters: ParameterReader) throws {
    for name in ["select_consts", "scatter_consts"] where parameters[name]?.items?.isEmpty == false {
      throw parameters.missing(name)
    }
    self.init(
      select: try parameters.jaxpr("select_jaxpr"), scatter: try parameters.jaxpr("scatter_jaxpr"),
      window: try Window(parameters))
  }
}
