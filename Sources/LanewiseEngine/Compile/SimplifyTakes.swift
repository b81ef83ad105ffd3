import LanewiseKernelABI

/// A gather of single elements, or of whole rows, as a node: a group computes it where what it takes is used, and the
/// indices with it.
extension Simplifier {
  mutating func take(_ step: GatherStep, _ instruction: Program.Instruction) -> Reference? {
    let type = program.types[Int(instruction.resultStart)]
    let (source, array) = operand(instruction, 0)
    let indices = (1..<Int(instruction.operandCount)).map { operand(instruction, $0) }
    guard type.count > 1, array.count > 1, array.count <= Int32.max, !type.dtype.isHalf, type.dtype.byteWidth <= 8,
      indices.count == step.startIndexMap.count, step.operandBatchingDims.isEmpty,
      indices.allSatisfy({ $0.1.dtype == .int32 && $0.1.shape.dims.last == 1 })
    else { return nil }
    var take = Take(length: 1, last: array.count - 1, stride: 1, wrap: 0, fill: nil)
    if case .fill(let bits) = step.mode { take.fill = bits }
    var places: Reference
    if step.sliceSizes.allSatisfy({ $0 == 1 }) {
      let columns = indices.map { inShape($0.0, $0.1, type.shape) }
      places = columns[0]
      if columns.count == 1 {
        take.last = array.shape[step.startIndexMap[0]] - 1
        take.stride = array.shape.strides[step.startIndexMap[0]]
        unwrap(&places, &take)
      } else {
        places = self.places(step, columns, in: array.shape, type)
      }
    } else if let length = step.rowLength(array.shape, type.shape) {
      (take.length, take.last, take.stride) = (length, array.shape[0] - 1, length)
      places = indices[0].0
      unwrap(&places, &take)
      places = inMemory(places, indices[0].1)
    } else {
      return nil
    }
    return moved(.take, graph.takes.number(of: take), inMemory(source, array), places, type)
  }

  /// An array that is read here and there, as it lies in memory.
  private mutating func inMemory(_ reference: Reference, _ type: AbstractArray) -> Reference {
    whole(reference.map == Reference.inOrder ? reference : .inOrder(copy(reference, type)), type)
  }

  /// The same elements in another shape.
  private mutating func inShape(_ reference: Reference, _ type: AbstractArray, _ shape: Shape) -> Reference {
    if reference.map < 0 || graph.isUniform(reference) { return reference }
    guard let map = graph.maps[Int(reference.map)].reshaped(shape) else { return .inOrder(copy(reference, type)) }
    return Reference(node: reference.node, map: intern(map))
  }

  /// Has the take itself count from the end, where the indices are `select(i < 0, i + extent, i)`.
  private func unwrap(_ places: inout Reference, _ take: inout Take) {
    guard let integers = graph.countedFromEnd(places, extent: take.last + 1) else { return }
    take.wrap = take.last + 1
    places = integers
  }

  /// The step that counts from the end itself, and its indices, if those of a gather are `select(i < 0, i + extent, i)`.
  func countingFromEnd(
    _ step: any Step, _ index: Int, _ reference: Reference, of array: AbstractArray?
  ) -> (step: GatherStep, indices: Reference)? {
    guard index > 0, let array, var gather = step as? GatherStep, gather.startIndexMap.count == 1,
      let integers = graph.countedFromEnd(reference, extent: array.shape[gather.startIndexMap[0]])
    else { return nil }
    gather.countsFromEnd = true
    return (gather, integers)
  }

  /// For each element of the result the one place of its index vector in the array, −1 if that is outside.
  private mutating func places(
    _ step: GatherStep, _ columns: [Reference], in array: Shape, _ result: AbstractArray
  ) -> Reference {
    func number(_ value: Int, _ dtype: DType = .int32) -> Reference { .first(scalar(UInt64(value), dtype)) }
    func node(
      _ kind: Node.Kind, _ operation: UInt8, _ dtype: DType, _ a: Reference, _ b: Reference? = nil,
      _ c: Reference? = nil
    ) -> Reference {
      var node = Node(
        kind: kind, operation: operation, dtype: dtype, operandCount: c != nil ? 3 : b != nil ? 2 : 1, a: a,
        count: result.count, shape: result.shape)
      if let b { node.b = b }
      if let c { node.c = c }
      return .inOrder(shared(node))
    }
    var place: Reference?
    var isInside: Reference?
    for (column, dim) in zip(columns, step.startIndexMap) {
      let last = array[dim] - 1
      var index = column
      if case .fill = step.mode {
        // Negative indices are large ones without a sign.
        let unsigned = node(.bitcast, 0, .uint32, index)
        let isLow = node(.compare, CompareOp.le.rawValue, .bool, unsigned, number(last, .uint32))
        isInside = isInside.map { node(.binary, BinaryOp.and.rawValue, .bool, $0, isLow) } ?? isLow
      } else {
        index = node(.binary, BinaryOp.max.rawValue, .int32, index, number(0))
        index = node(.binary, BinaryOp.min.rawValue, .int32, index, number(last))
      }
      let stride = array.strides[dim]
      if stride != 1 { index = node(.binary, BinaryOp.mul.rawValue, .int32, index, number(stride)) }
      place = place.map { node(.binary, BinaryOp.add.rawValue, .int32, $0, index) } ?? index
    }
    guard let isInside else { return place! }
    return node(.select, 0, .int32, isInside, place!, .first(scalar(0xFFFF_FFFF, .int32)))
  }
}

extension GatherStep {
  /// The elements of a row, if whole ones are taken, one behind the other.
  fileprivate func rowLength(_ array: Shape, _ result: Shape) -> Int? {
    guard startIndexMap == [0], sliceSizes[0] == 1, sliceSizes.dropFirst().elementsEqual(array.dims.dropFirst()),
      offsetDims == Array(result.rank - offsetDims.count..<result.rank)
    else { return nil }
    let length = array.count / array[0]
    return length > 1 && result.count > length ? length : nil
  }
}
