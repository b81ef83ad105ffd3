import LanewiseEngine

/// Updates worked into an array by any function of an old and a new element (`lax.scatter` with a program, as
/// `lax.scatter_apply` makes it): operands x, indices, updates, then what the function has captured. They are worked in
/// one after the other, in the order of the indices.
package struct ScatterFunction: Composed {
  /// Where the updates go.
  package let places: Scatter
  /// Takes what was captured, the old element and the update.
  package let update: Jaxpr

  package init(_ places: Scatter, _ update: Jaxpr) {
    self.places = places
    self.update = update
  }

  package var name: String { places.name }
  package var arity: Int? { update.inputs.count + 1 }
  package var parameters: [Parameter] { places.parameters.dropLast() + [Parameter("update_jaxpr", .jaxpr(update))] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let element = AbstractArray([], x[0].dtype)
    let types = update.inputTypes.suffix(2) + update.outputTypes
    guard types.count == 3, types.allSatisfy({ $0.shape == element.shape && $0.dtype == element.dtype }) else {
      let stated = update.outputTypes.map(\.description).joined(separator: ", ")
      throw LanewiseError(
        .value,
        "\(name): the function of an element gives (\(stated)), but the array has the type \(x[0]); it must give one \(element)."
      )
    }
    return try places.abstract(Array(x.prefix(3)))
  }

  package func checked(_ x: [NDArray], _ errors: CheckState) -> [NDArray] {
    places.note(x, errors)
    let results = bind(self, x)
    errors.noteNaN(name, results)
    return results
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    guard axes.dropFirst(3).allSatisfy({ $0 == nil }) else { return batchedParts(x, axes, size: size) }
    let (scatter, operands) = places.batched(x, axes, size: size)
    return (bind(ScatterFunction(scatter, update), operands + x[3...]), [0])
  }

  /// Elements read, computed and written: all at once where no two indices name the same, or in a loop over them.
  func composed(_ x: [NDArray]) -> [NDArray] {
    let list = WindowList(places.dims, x)
    let captured = Array(x[3...])
    guard list.updates.size > 0 else { return [x[0]] }
    if places.uniqueIndices {
      return [written(x[0], list.indices, list.updates, captured, list)]
    }
    let count = captured.count
    let row = list.indices.aval.removing(axis: 0)
    let window = list.updates.aval.removing(axis: 0)
    let body = stage(captured.map(\.aval) + [x[0].aval, row, window]) { y in
      [written(y[count], y[count + 1], y[count + 2], Array(y[..<count]), list)]
    }
    let loop = Scan(
      body: body, length: list.indices.aval.shape[0], reverse: false, constantCount: count, carryCount: 1)
    return bind(loop, captured + [x[0], list.indices, list.updates])
  }

  /// The array with the updates at one index vector, or at a list of them.
  private func written(
    _ x: NDArray, _ indices: NDArray, _ updates: NDArray, _ captured: [NDArray], _ list: WindowList
  ) -> NDArray {
    let windowDims = Array(indices.ndim - 1..<updates.ndim)
    let old = Lax.gather(
      x, indices,
      GatherDims(offset: windowDims, collapsed: list.absentDims, startIndexMap: list.indexMap),
      sliceSizes: list.sizes, mode: places.mode)
    let each = captured.map { _ in false } + [true, true]
    let elementwise = update.batched(each, size: updates.size, force: [true]).jaxpr
    let flat = [old, updates].map { Lax.reshape($0, [updates.size]) }
    let new = Lax.reshape(elementwise(captured + flat)[0], updates.shape)
    return Lax.scatter(
      .set, x, indices, new,
      ScatterDims(
        updateWindow: windowDims, insertedWindow: list.absentDims, scatterDimsToOperand: list.indexMap),
      mode: places.mode, uniqueIndices: places.uniqueIndices)
  }
}

extension ScatterFunction {
  init(_ parameters: ParameterReader) throws {
    guard parameters["update_consts"]?.items?.isEmpty != false else { throw parameters.missing("update_consts") }
    self.init(try Scatter(.set, parameters), try parameters.jaxpr("update_jaxpr"))
  }
}

/// A scatter's indices as a list of index vectors, and its updates as a list of windows.
private struct WindowList {
  let indices, updates: NDArray
  /// The array's dimension that each component of an index vector is for.
  let indexMap: [Int]
  /// The array's dimensions that windows do not have, and the windows' extents in all of them.
  let absentDims, sizes: [Int]

  init(_ dims: ScatterDims, _ x: [NDArray]) {
    let (operand, updates) = (x[0], x[2])
    let batchRank = x[1].ndim - 1
    var indices = x[1]
    if !dims.operandBatching.isEmpty {
      // The place in a batch is one more component.
      indices = indices.dtype.byteWidth < 4 ? indices.converted(to: .int32) : indices
      let shape = Array(indices.shape.dropLast()) + [1]
      let places = dims.indicesBatching.map { Lax.iota(indices.dtype, shape, $0) }
      indices = Lax.concatenate([indices] + places, dimension: batchRank)
    }
    indexMap = dims.scatterDimsToOperand + dims.operandBatching
    let absent = (dims.insertedWindow + dims.operandBatching).sorted()
    absentDims = absent
    var extents = dims.updateWindow.map { updates.aval.shape[$0] }.makeIterator()
    sizes = (0..<operand.ndim).map { absent.contains($0) ? 1 : extents.next()! }
    let apart = (0..<updates.ndim).filter { !dims.updateWindow.contains($0) }
    let count = apart.reduce(1) { $0 * updates.aval.shape[$1] }
    self.indices = Lax.reshape(indices, [count, indexMap.count])
    self.updates = Lax.reshape(
      Lax.transpose(updates, apart + dims.updateWindow), [count] + dims.updateWindow.map { updates.aval.shape[$0] })
  }
}
