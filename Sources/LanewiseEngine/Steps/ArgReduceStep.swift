import LanewiseKernelABI

/// The index of the largest or smallest element along an axis (JAX's `argmax`, `argmin`).
///
/// - Operand: any dtype that orders. Result: indices of the result's integer dtype; the operand's shape without the axis.
/// - The first NaN wins; of equals, the lowest index; −0 equals +0. Of no elements the index is 0.
package struct ArgReduceStep: Step {
  package let isMax: Bool
  package let axis: Int

  package init(isMax: Bool, axis: Int) {
    self.isMax = isMax
    self.axis = axis
  }

  package var name: String { isMax ? "argmax" : "argmin" }

  /// A comparison for each element.
  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    Cost(flops: operands[0].count, moving: operands, results)
  }

  package func run(_ call: StepCall) {
    let layout = AxisLayout(call.operandTypes[0].shape, axis: axis)
    guard layout.lines > 0 else { return }
    if layout.length == 0 {
      for line in 0..<layout.lines { call.store(0, at: line) }
    } else if layout.inner == 1, layout.length <= ShortLineSearch.longest {
      ShortLineSearch(call, isMax: isMax, length: layout.length).run(lines: layout.lines)
    } else if layout.inner == 1 {
      LineSearch(call, isMax: isMax, length: layout.length).run(lines: layout.lines)
    } else {
      ColumnSearch(call, layout, isMax: isMax).run()
    }
  }
}

/// Contiguous lines, by the kernel that carries the best element and its place from tile to tile.
private struct LineSearch {
  private let call: StepCall, length: Int
  private let kernel: Kernel
  /// Half precision is searched as float32.
  private let widen: Kernel?
  private let width: Int, laneWidth: Int

  private static let tile = 2048

  init(_ call: StepCall, isMax: Bool, length: Int) {
    let dtype = call.operandTypes[0].dtype
    (self.call, self.length) = (call, length)
    (kernel, widen) = dtype.searchKernels(KernelIndex.argFold, isMax: isMax)
    (width, laneWidth) = (dtype.byteWidth, dtype.laneWidth)
  }

  func run(lines: Int) {
    if lines >= Workers.threadCount || length < 1 << 16 {
      forEachRange(lines, grain: max(1, 32768 / length), nanoseconds: max(1, length / 8)) { range in
        withScratch(UInt8.self, 16 + 4 * Self.tile) { memory in
          for line in range { call.store(best(line, 0..<length, memory), at: line) }
        }
      }
      return
    }
    // A long line in parts, and then the parts' bests: the first of these is the line's.
    let parts = 8 * Workers.threadCount
    withScratch(UInt8.self, 16 * parts) { values in
      withScratch(Int.self, parts) { places in
        for line in 0..<lines {
          Workers.run(chunks: parts, nanoseconds: length / 8) { part in
            withScratch(UInt8.self, 16 + 4 * Self.tile) { memory in
              places[part] = best(line, length * part / parts..<length * (part + 1) / parts, memory)
              (values + part * laneWidth).update(from: memory, count: laneWidth)
            }
          }
          withScratch(UInt8.self, 16) { state in
            UnsafeMutableRawPointer(state).storeBytes(of: -1, toByteOffset: 8, as: Int.self)
            callKernel(kernel, result: state, values, count: parts)
            let part = UnsafeRawPointer(state).load(fromByteOffset: 8, as: Int.self)
            call.store(places[part], at: line)
          }
        }
      }
    }
  }

  /// The place of the best of a range; the element is left at `memory`, which has room for a state and a tile.
  private func best(_ line: Int, _ range: Range<Int>, _ memory: UnsafeMutablePointer<UInt8>) -> Int {
    let state = UnsafeMutableRawPointer(memory)
    state.storeBytes(of: -1, toByteOffset: 8, as: Int.self)
    let elements = call.operand(0) + line * length * width
    var start = range.lowerBound
    while start < range.upperBound {
      let count = min(Self.tile, range.upperBound - start)
      var tile = elements + start * width
      if let widen {
        callKernel(widen, result: state + 16, tile, count: count)
        tile = UnsafeRawPointer(state + 16)
      }
      callKernel(kernel, result: state, tile, immediate: start, count: count)
      start += count
    }
    return state.load(fromByteOffset: 8, as: Int.self)
  }
}

extension DType {
  /// The kernel that searches elements of this dtype, and, for half precision, the one that makes them float32 before.
  func searchKernels(_ entry: (ArgFoldOp, Lane) -> Int, isMax: Bool) -> (search: Kernel, widen: Kernel?) {
    (
      KernelTable.kernel(entry(isMax ? .max : .min, isHalf ? .f32 : lane))!,
      isHalf ? KernelTable.kernel(KernelIndex.convert(from: format, to: .f32)) : nil
    )
  }
}

extension StepCall {
  /// Stores an index in the result's integer dtype.
  @inline(__always) func store(_ index: Int, at position: Int) {
    let result = result(0)
    switch resultTypes[0].dtype.byteWidth {
    case 1: result.storeBytes(of: UInt8(truncatingIfNeeded: index), toByteOffset: position, as: UInt8.self)
    case 2: result.storeBytes(of: UInt16(truncatingIfNeeded: index), toByteOffset: 2 * position, as: UInt16.self)
    case 4: result.storeBytes(of: UInt32(truncatingIfNeeded: index), toByteOffset: 4 * position, as: UInt32.self)
    default: result.storeBytes(of: index, toByteOffset: 8 * position, as: Int.self)
    }
  }
}
