/// Where the inputs and outputs of a program are whose arrays may have been taken apart.
extension FrameScope {
  /// The inputs of a graph whose arrays may have been taken apart.
  static func parts(
    of inputs: [Input], _ split: ElementSplitter.Result, _ writer: FrameWriter
  ) -> [Input] {
    guard split.graph.inputCount > inputs.count else { return inputs }
    var dtypes = Array(repeating: DType.bool, count: split.graph.inputCount)
    for node in split.graph.nodes where node.kind == .input { dtypes[Int(node.payload)] = node.dtype }
    return zip(inputs, split.inputs).flatMap { input, parts in
      // A step that works in place would write beyond an element.
      parts.count == 1
        ? [input]
        : parts.enumerated().map { index, part in
          Input(value: writer.element(input.value, index, dtypes[part]), isInvariant: input.isInvariant)
        }
    }
  }

  /// An output of the graph, and where the caller wants it.
  struct Target {
    var output: Int
    var place: FrameValue
    var type: AbstractArray
    /// The graph's input whose value is there.
    var occupant: Int?
    /// No byte behind the elements may be written.
    var isExact = false
    /// It is an element of an array.
    var isElement = false
  }

  /// Where the parts of an output of the program go that is wanted at a place.
  ///
  /// - `occupant`: the program's input whose value is there.
  func targets(
    _ output: Int, at place: FrameValue, _ type: AbstractArray, occupant: Int? = nil, exactly: Bool = false
  ) -> [Target] {
    let parts = outputParts[output]
    let occupants = occupant.map { inputParts[$0] }
    guard type.count != 1, parts.count > 1 else {
      return [
        Target(
          output: parts.lowerBound, place: place, type: type, occupant: occupants?.lowerBound, isExact: exactly)
      ]
    }
    return parts.enumerated().map { index, part in
      Target(
        output: part, place: writer.element(place, index, type.dtype), type: AbstractArray([], type.dtype),
        occupant: occupants.map { $0.lowerBound + index }, isExact: true, isElement: true)
    }
  }

  /// Writes the moves that bring outputs from where they are to where they are wanted.
  func writeMoves(_ targets: [Target], _ outputs: [FrameValue]) {
    FrameMove.write(
      targets.map { FrameMove(to: $0.place, from: outputs[$0.output], type: $0.type) }, writer, list)
  }
}
