import LanewiseEngine

/// The standard basis of the space in which some arrays lie together: one direction for each element of each.
private struct StandardBasis {
  let types: [AbstractArray]
  /// The number of directions before each array's own.
  let starts: [Int]
  let count: Int

  init(_ types: [AbstractArray]) {
    self.types = types
    var count = 0
    starts = types.map { type in
      defer { count += type.count }
      return count
    }
    self.count = count
  }

  /// For each array, its part of every direction: the directions lie along axis 0.
  var directions: [NDArray] {
    zip(types, starts).map { type, start in
      let shape = [count, type.count]
      let row = Lax.iota(.int32, shape, 0)
      let column = Lax.add(Lax.iota(.int32, shape, 1), NDArray.literal(.int(Int64(start)), .int32))
      return Lax.reshape(Lax.convertElementType(Lax.eq(row, column), type.dtype), [count] + type.shape.dims)
    }
  }

  /// The parts of `x`, whose axis 0 has an entry for each direction: one for each array.
  func split(_ x: NDArray) -> [NDArray] {
    zip(types, starts).map { type, start in Lax.sliceInDim(x, start, start + type.count, axis: 0) }
  }
}

/// The results of a function, and the derivatives of every result with respect to every moving operand.
package struct Jacobian {
  package let results: [NDArray]
  /// For each result, for each moving operand: an array of the result's shape, then the operand's.
  package let blocks: [[NDArray]]
}

/// The Jacobian by forward mode: one tangent for each element of the moving operands, all in one batch.
package func forwardJacobian(_ x: [NDArray], moving: [Bool], _ f: ([NDArray]) -> [NDArray]) -> Jacobian {
  let operands = zip(x, moving).filter(\.1).map(\.0.aval)
  let basis = StandardBasis(operands)
  var results: [NDArray] = []
  let tangents = batch(basis.directions, axes: operands.map { _ in 0 }, size: basis.count) { directions in
    var directions = directions.makeIterator()
    let (values, tangents) = jvp(x, moving.map { $0 ? directions.next() : nil }, f)
    results = values
    return zip(values, tangents).map { $1.orZeros($0.aval) }
  }
  let blocks = zip(results, tangents).map { result, tangent -> [NDArray] in
    let rows = Lax.moveBatch(tangent.value, from: tangent.axis, to: 0, size: basis.count)
    return zip(basis.split(rows), operands).map { part, operand in
      Lax.reshape(Lax.moveAxis(part, from: 0, to: result.ndim), result.shape + operand.shape.dims)
    }
  }
  return Jacobian(results: results, blocks: blocks)
}

/// The Jacobian by reverse mode: one cotangent for each element of the results, all in one batch.
package func reverseJacobian(_ x: [NDArray], moving: [Bool], _ f: ([NDArray]) -> [NDArray]) -> Jacobian {
  let operands = zip(x, moving).filter(\.1).map(\.0.aval)
  let (results, map) = linearize(x, moving: moving, f)
  let basis = StandardBasis(results.map(\.aval))
  let pulled = batch(basis.directions, axes: results.map { _ in 0 }, size: basis.count) { directions in
    zip(map.transpose(directions.map { $0 }), operands).map { $0.orZeros($1) }
  }
  let columns = pulled.map { ct in
    basis.split(Lax.moveBatch(ct.value, from: ct.axis, to: 0, size: basis.count))
  }
  let blocks = results.indices.map { index in
    zip(columns, operands).map { Lax.reshape($0[index], results[index].shape + $1.shape.dims) }
  }
  return Jacobian(results: results, blocks: blocks)
}
