import LanewiseKernelABI

/// Copies, and changes of the dtype: what moves elements or rewrites them, rather than computes.
extension TileCompiler {
  /// A stored copy: moves elements as they are in memory.
  mutating func emitCopy(_ index: Int32, _ node: Node) {
    let width = node.dtype.byteWidth
    let reference = resolve(node.a)
    let source = graph.nodes[Int(reference.node)]
    let isComputedHere =
      reference.map == Reference.inOrder && grouping.itemOfNode[Int(reference.node)] == grouping.itemOfNode[Int(index)]
    if states[Int(index)].uses > 0 || isComputedHere {
      let value = operand(node.a)
      var temporaries: [Int32] = []
      let from = stream(value, byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
      let result = beginResult(index, node)
      write(TileKernels.copy, result, from, immediate: node.dtype.laneWidth)
      freeRegisters.append(contentsOf: temporaries)
      release(node.a)
      return endResult(index, node)
    }
    let output = linearSlot(index)
    if graph.isUniform(reference) {
      let constant = rawConstant(reference)
      if program.layout.isAligned {
        write(kernel(KernelIndex.fill(byteWidth: width), "fill"), output, constant)
      } else {
        var temporaries: [Int32] = []
        let from = stream(Operand(slot: constant, isConstant: true), byteWidth: width, temporaries: &temporaries)
        write(TileKernels.copy, output, from, immediate: width)
        freeRegisters.append(contentsOf: temporaries)
      }
    } else if reference.map == Reference.inOrder {
      write(TileKernels.copy, output, linearSlot(reference.node), immediate: source.dtype.byteWidth)
    } else if program.layout.isRowOperand(graph.maps[Int(reference.map)].collapsed),
      graph.maps[Int(reference.map)].collapsed.innerStride == 1
    {
      let (operand, _) = rawMapped(reference, streamOnly: true)
      write(TileKernels.copy, output, operand.slot, immediate: width)
    } else {
      emitLoad(reference, into: output)
    }
    release(node.a)
  }

  mutating func emitConversion(_ index: Int32, _ node: Node) {
    let from = graph.nodes[Int(node.a.node)].dtype
    let value = operand(node.a)
    var temporaries: [Int32] = []
    let source = stream(value, byteWidth: from.laneWidth, temporaries: &temporaries)
    if node.dtype.isHalf {
      // Computing goes on in float32, with what half precision has room for.
      let half = takeRegister()
      temporaries.append(half)
      if node.kind == .bitcast, !from.isHalf {
        write(TileKernels.copy, slot(ofRegister: half), source, immediate: 2)
      } else if node.kind == .bitcast {
        writeConversion(from: .f32, to: from.format, slot(ofRegister: half), source)
      } else {
        writeConversion(from: from.laneFormat, to: node.dtype.format, slot(ofRegister: half), source)
      }
      let result = beginResult(index, node)
      writeConversion(from: node.dtype.format, to: .f32, result, slot(ofRegister: half))
      release(node.a)
    } else if node.kind == .bitcast {
      let result = beginResult(index, node)
      writeConversion(from: .f32, to: from.format, result, source)
      release(node.a)
    } else {
      // In place only where the result is not wider.
      if node.dtype.laneWidth <= from.laneWidth { release(node.a) }
      let result = beginResult(index, node)
      writeConversion(from: from.laneFormat, to: node.dtype.laneFormat, result, source)
      if node.dtype.laneWidth > from.laneWidth { release(node.a) }
    }
    freeRegisters.append(contentsOf: temporaries)
    cost += 0.1
    endResult(index, node)
  }
}
