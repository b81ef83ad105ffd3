import LanewiseKernelABI

/// The reductions that end a group.
extension TileCompiler {
  mutating func emitFold(_ index: Int32) {
    let node = graph.nodes[Int(index)]
    let op = FoldOp(rawValue: node.operation)!
    let lane = node.dtype.lane
    var identity = SIMD2<UInt64>.zero
    identity[0] = op.identityBits(node.dtype)
    var fold = TileProgram.Fold(
      op: op, lane: lane, width: node.dtype.byteWidth, slot: 0, buffer: bufferOfNode[Int(index)], identity: identity)
    var temporaries: [Int32] = []
    switch program.layout.mode {
    case .rows:
      let result = newSlot()
      fold.slot = Int32(result)
      if let last = deferred(node.a) {
        emitFusedFold(fusedFold(last, op)!, result)
      } else {
        let source = stream(operand(node.a), byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
        write(kernel(KernelIndex.fold(op, lane), "\(op)_\(lane)"), result, source)
        release(node.a)
      }
    case .linear:
      let result = newSlot()
      fold.slot = Int32(result)
      let source = stream(operand(node.a), byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
      write(
        kernel(KernelIndex.foldRows(op, lane), "\(op)_rows_\(lane)"), result, source,
        immediate: program.layout.reduction.reduce)
      release(node.a)
    case .columns:
      // The accumulator outlives the tile: no other value may have its register.
      let register = Int32(registerSlots.count)
      let slot = newSlot()
      registerSlots.append(slot)
      registers.append(TileProgram.Register(slot: Int32(slot), index: register))
      fold.slot = Int32(slot)
      let source = stream(operand(node.a), byteWidth: node.dtype.laneWidth, temporaries: &temporaries)
      write(kernel(op.ofTwo(lane), "\(op)_\(lane)"), slot, slot, source)
      release(node.a)
    }
    freeRegisters.append(contentsOf: temporaries)
    cost += 0.1
    folds.append(fold)
  }
}

extension FoldOp {
  /// The kernel's entry that folds two streams.
  func ofTwo(_ lane: Lane) -> Int {
    self == .prod && lane == .f32 ? KernelIndex.product : KernelIndex.binary(binary, lane, .rr)
  }

  /// The operation that folds two elements.
  var binary: BinaryOp {
    switch self {
    case .sum: .add
    case .prod: .mul
    case .max: .max
    case .min: .min
    case .and: .and
    case .or: .or
    case .xor: .xor
    }
  }
}
