/// Arrays that are put together from elements, for those who need them as a whole.
extension FrameScope {
  /// Gives every pack its place before anything is written, so that its elements are computed there.
  func placePacks() {
    for index in graph.nodes.indices where graph.nodes[index].kind == .pack && isNeeded[index] {
      let node = graph.nodes[index]
      // Whoever reads an element later finds it there: nobody may take the place, or write to it.
      let place = writer.place(node.count, node.dtype, isLasting: true)
      set(index, place)
      for (number, element) in graph.packs[Int(node.payload)].enumerated() {
        guard element.map == Reference.inOrder, destinations[element.node] == nil,
          isInvariant[Int(element.node)] == isInvariant[index], scalarKernel(Int(element.node)) != nil
        else { continue }
        destinations[element.node] = Destination(
          place: writer.element(place, number, node.dtype), occupant: -1)
      }
    }
  }

  /// Brings those elements to their places that are not there.
  func writePack(_ index: Int) {
    let node = graph.nodes[index]
    let moves = graph.packs[Int(node.payload)].enumerated().map { number, element in
      FrameMove(
        to: writer.element(value(Int32(index)), number, node.dtype), from: self.element(element),
        type: AbstractArray([], node.dtype))
    }
    FrameMove.write(moves, writer, list(for: index))
  }

  /// The value that a reference to one element shows.
  private func element(_ reference: Reference) -> FrameValue {
    let offset = reference.map >= 0 ? graph.maps[Int(reference.map)].offset : 0
    return writer.element(value(reference.node), offset, graph.nodes[Int(reference.node)].dtype)
  }
}
