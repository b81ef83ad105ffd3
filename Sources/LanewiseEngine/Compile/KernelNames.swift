import LanewiseKernelABI

/// The names of kernels, for texts of what runs.
enum KernelNames {
  /// The name of the kernel that a record calls.
  static func name(ofRecord record: UnsafeRawPointer) -> String { names[record.load(as: UInt.self)] ?? "?" }

  /// Kernels by address. Built on the first call: a text is the only thing that asks for names.
  private static let names: [UInt: String] = {
    var names: [UInt: String] = [:]
    func add(_ kernel: Kernel?, _ name: @autoclosure () -> String) {
      guard let kernel else { return }
      let address = unsafeBitCast(kernel, to: UInt.self)
      if names[address] == nil { names[address] = name() }
    }
    func add(_ entry: Int, _ name: @autoclosure () -> String) { add(KernelTable.kernel(entry), name()) }
    for lane in Lane.allCases {
      for op in UnaryOp.allCases { add(KernelIndex.unary(op, lane), "\(op)_\(lane)") }
      for sources in Sources.allCases {
        for op in BinaryOp.allCases { add(KernelIndex.binary(op, lane, sources), "\(op)_\(lane)") }
        for op in CompareOp.allCases { add(KernelIndex.compare(op, lane, sources), "\(op)_\(lane)") }
      }
      for op in FoldOp.allCases {
        add(KernelIndex.fold(op, lane), "\(op)_fold_\(lane)")
        add(KernelIndex.foldRows(op, lane), "\(op)_rows_\(lane)")
        for sources in Sources.allCases {
          for map in BinaryOp.allCases { add(KernelIndex.foldMap(op, lane, map, sources), "\(map)_\(op)_fold_\(lane)") }
        }
        for map in UnaryOp.allCases { add(KernelIndex.foldMap(op, lane, map), "\(map)_\(op)_fold_\(lane)") }
      }
      for sources in FMASources.allCases { add(KernelIndex.fma(lane, sources), "fma_\(lane)") }
    }
    for from in Format.allCases {
      for to in Format.allCases { add(KernelIndex.convert(from: from, to: to), "convert_\(from)_\(to)") }
    }
    for op in CompareOp.allCases {
      for lane in Lane.allCases {
        for sources in Sources.allCases {
          for values in SelectSources.allCases {
            add(KernelIndex.compareSelect(op, lane, sources, values), "\(op)_\(lane)_select")
          }
          add(KernelIndex.compareMirror(op, lane, sources), "\(op)_\(lane)_mirror")
          for join in [BinaryOp.and, .or] {
            add(KernelIndex.compareJoin(op, lane, sources, join), "\(op)_\(lane)_\(join)")
          }
        }
      }
    }
    for width in [1, 2, 4, 8, 16] {
      for sources in SelectSources.allCases { add(KernelIndex.select(byteWidth: width, sources), "select_\(width)") }
      add(KernelIndex.fill(byteWidth: width), "fill_\(width)")
      add(TileKernels.load(byteWidth: width), "load_\(width)")
      add(TileKernels.join(byteWidth: width), "join_\(width)")
      if width <= 8 {
        add(TileKernels.pad(byteWidth: width), "pad_\(width)")
        add(TileKernels.take(byteWidth: width), "take_\(width)")
        add(TileKernels.takeRows(byteWidth: width), "take_rows_\(width)")
      }
    }
    add(TileKernels.permute, "permute")
    add(TileKernels.permuteLines, "permute_lines")
    for first in PairOp.allCases {
      for sources in Sources.allCases {
        for second in PairOp.allCases {
          for form in PairForm.allCases {
            add(KernelIndex.pair(first, sources, second, form), "\(first)_\(second)_f32")
            add(KernelIndex.foldPair(first, sources, second, form), "\(first)_\(second)_sum_fold_f32")
          }
          add(KernelIndex.foldSquares(first, sources, second), "\(first)_square_\(second)_sum_fold_f32")
        }
      }
    }
    for steps in 2...KernelIndex.mostHornerSteps { add(KernelIndex.horner(steps: steps), "horner_\(steps)_f32") }
    add(TileKernels.copy, "copy")
    add(TileKernels.first, "convert")
    add(TileKernels.iota, "iota")
    addScalars { add($0, $1) }
    return names
  }()

  /// The kernels that frames have beside those of the table.
  private static func addScalars(_ add: (Kernel?, String) -> Void) {
    for lane in Lane.allCases {
      for op in UnaryOp.allCases { add(ScalarKernels.unary(op, lane), "\(op)_\(lane)_scalar") }
      for op in BinaryOp.allCases { add(ScalarKernels.binary(op, lane), "\(op)_\(lane)_scalar") }
      for op in CompareOp.allCases {
        add(ScalarKernels.compare(op, lane), "\(op)_\(lane)_scalar")
      }
      for first in PairOp.allCases {
        for second in PairOp.allCases {
          add(ScalarPairs.kernel(first, second, valueIsFirst: true, lane), "\(first)_\(second)_\(lane)_scalar")
          add(ScalarPairs.kernel(first, second, valueIsFirst: false, lane), "\(first)_\(second)_\(lane)_scalar_swapped")
        }
      }
    }
    for width in [1, 2, 4, 8, 16] {
      add(ScalarKernels.copy(byteWidth: width), "copy_\(width)_scalar")
      add(ScalarKernels.select(byteWidth: width), "select_\(width)_scalar")
    }
    for from in Format.allCases {
      for to in Format.allCases { add(ScalarKernels.convert(from: from, to: to), "convert_\(from)_\(to)_scalar") }
    }
    add(LoopKernels.whileLoop, "while")
    add(LoopKernels.scan, "scan")
    add(LoopKernels.choose, "switch")
    add(LoopKernels.step, "step")
    add(LoopKernels.move, "move")
    add(FrameBox.read, "read_box")
    add(FrameBox.view, "view_box")
    add(FrameBox.write, "write_box")
  }
}
