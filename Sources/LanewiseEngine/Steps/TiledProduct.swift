import LanewiseKernelABI
import LanewiseShims

/// A product of two matrices of float32 or float64 by kernels that keep tiles of the result in registers, where the
/// processor has such kernels; else BLAS has to do it.
///
/// A sum is made of blocks of at most 256 terms, one after the other, whoever makes it: its bits do not depend on how the
/// result is divided.
package struct TiledProduct {
  /// rows · columns of the result, and terms of its sums.
  package let m, n, k: Int
  private let width: Int
  private let multiply, packing: Kernel
  /// Bytes from row to row, and from term to term of the left matrix.
  private let leftRow, leftTerm, resultRow: Int
  /// Bytes from one stored row of the right matrix to the next; these are its columns if it is transposed.
  private let rightStride: Int
  private let rightTransposed: Bool
  private let sign: Int

  /// Strides are elements from one stored row to the next. The product is stored, or with `sign` added to what is there
  /// (1), or taken from it (−1). Nil without kernels, and for vectors, for which there are others.
  package init?(
    _ type: DType, _ m: Int, _ n: Int, _ k: Int, leftStride: Int, leftTransposed: Bool = false, rightStride: Int,
    rightTransposed: Bool = false, resultStride: Int, sign: Int = 0
  ) {
    guard min(m, n) > 1, type == .float32 || type == .float64,
      let multiply = KernelTable.kernel(KernelIndex.matrixTiles(type.lane)),
      let packing = KernelTable.kernel(
        rightTransposed ? KernelIndex.packColumns(type.lane) : KernelIndex.packRows(type.lane))
    else { return nil }
    (self.m, self.n, self.k) = (m, n, k)
    (self.multiply, self.packing) = (multiply, packing)
    width = type.byteWidth
    (leftRow, leftTerm) = leftTransposed ? (width, leftStride * width) : (leftStride * width, width)
    (self.rightStride, self.rightTransposed) = (rightStride * width, rightTransposed)
    resultRow = resultStride * width
    self.sign = sign
  }

  /// What it takes one thread, roughly: 128 multiplications of float32 in a nanosecond.
  package var nanoseconds: Int { m * n * k * width / 512 }

  // MARK: Blocks

  /// Bytes of a row of a panel of the right matrix: three registers.
  private static let panelWidth = 192
  private var panelColumns: Int { Self.panelWidth / width }
  private static let blockTerms = 256
  private static let blockRows = 64

  /// Panels are worth their making where each is read by several tiles from beyond the first cache; and from memory, where
  /// columns of them would be read in runs of 192 bytes.
  private var packsRight: Bool {
    let bytes = k * n * width
    return rightTransposed || bytes > 1 << 20 || m > 32 && bytes > 1 << 16
  }

  /// Rows far apart fall on the same places of the first cache.
  private var packsLeft: Bool { max(leftRow, leftTerm) >= 1024 && n > 2 * panelColumns }

  /// The right matrix, or a part of it, as the kernel reads it.
  private struct Panels {
    let start: UnsafeRawPointer
    let term, panel: Int

    func from(term count: Int, panel number: Int = 0) -> Panels {
      Panels(start: start + count * term + number * panel, term: term, panel: panel)
    }
  }

  private func direct(_ right: UnsafeRawPointer) -> Panels {
    Panels(start: right, term: rightStride, panel: Self.panelWidth)
  }

  private func pack(_ terms: Range<Int>, _ columns: Range<Int>, of right: UnsafeRawPointer, to panels: Panels) {
    let (first, second) = rightTransposed ? (columns, terms) : (terms, columns)
    var packing = lw_packing(terms: Int64(terms.count), row: Int64(rightStride), panel: Int64(panels.panel))
    callKernel(
      self.packing, result: UnsafeMutableRawPointer(mutating: panels.start),
      right + first.lowerBound * rightStride + second.lowerBound * width, &packing, count: columns.count)
  }

  private func forEachBlock(of size: Int = blockTerms, _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    for first in stride(from: range.lowerBound, to: range.upperBound, by: size) {
      body(first..<min(first + size, range.upperBound))
    }
  }

  /// Blocks of columns, and of so many terms at most, of which the panels are within so many bytes.
  private func forEachBlock(
    _ most: Int, within bytes: Int, _ body: (_ terms: Range<Int>, _ columns: Range<Int>, _ panels: Panels) -> Void
  ) {
    let panel = min(k, most) * Self.panelWidth
    let columns = min(n, max(1, bytes / panel) * panelColumns)
    withScratch(UInt8.self, (columns + panelColumns - 1) / panelColumns * panel) { memory in
      let panels = Panels(start: memory, term: Self.panelWidth, panel: panel)
      forEachBlock(of: columns, 0..<n) { columns in
        forEachBlock(of: most, 0..<k) { terms in body(terms, columns, panels) }
      }
    }
  }

  /// Rows and columns of the result; the panels begin with the first of the columns and of the terms.
  private func multiply(
    _ rows: Range<Int>, _ columns: Range<Int>, _ terms: Range<Int>, _ left: UnsafeRawPointer, _ right: Panels,
    _ result: UnsafeMutableRawPointer
  ) {
    let target = result + columns.lowerBound * width
    if !packsLeft {
      forEachBlock(terms) { block in
        multiply(
          rows.count, block, left + rows.lowerBound * leftRow + block.lowerBound * leftTerm, leftRow, leftTerm,
          right.from(term: block.lowerBound - terms.lowerBound), target + rows.lowerBound * resultRow, columns.count)
      }
      return
    }
    let isByRow = leftTerm == width
    // A line of the cache more than there is in a row, so that rows do not fall on the same places.
    let stride = (isByRow ? Self.blockTerms : Self.blockRows) * width + 64
    withScratch(UInt8.self, stride * (isByRow ? Self.blockRows : Self.blockTerms)) { copy in
      let copy = UnsafeMutableRawPointer(copy)
      forEachBlock(terms) { block in
        for first in Swift.stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockRows) {
          let count = min(Self.blockRows, rows.upperBound - first)
          let source = left + first * leftRow + block.lowerBound * leftTerm
          let (lines, bytes, distance) =
            isByRow ? (count, block.count * width, leftRow) : (block.count, count * width, leftTerm)
          for line in 0..<lines { (copy + line * stride).copyMemory(from: source + line * distance, byteCount: bytes) }
          multiply(
            count, block, copy, isByRow ? stride : width, isByRow ? width : stride,
            right.from(term: block.lowerBound - terms.lowerBound), target + first * resultRow, columns.count)
        }
      }
    }
  }

  /// One block of terms.
  private func multiply(
    _ rows: Int, _ terms: Range<Int>, _ left: UnsafeRawPointer, _ leftRow: Int, _ leftTerm: Int, _ right: Panels,
    _ result: UnsafeMutableRawPointer, _ columns: Int
  ) {
    var tiling = lw_tiling(
      rows: Int64(rows), terms: Int64(terms.count), left_row: Int64(leftRow), left_term: Int64(leftTerm),
      right_term: Int64(right.term), right_panel: Int64(right.panel), result_row: Int64(resultRow),
      sign: Int64(sign == 0 && terms.lowerBound > 0 ? 1 : sign))
    callKernel(multiply, result: result, left, right.start, &tiling, count: columns)
  }

  // MARK: Running

  /// The product, on this thread.
  package func run(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ result: UnsafeMutableRawPointer) {
    if !packsRight { return multiply(0..<m, 0..<n, 0..<k, left, direct(right), result) }
    // Panels that a second-level cache holds.
    forEachBlock(Self.blockTerms, within: 1 << 19) { terms, columns, panels in
      pack(terms, columns, of: right, to: panels)
      multiply(0..<m, columns, terms, left, panels, result)
    }
  }

  /// The product, by all workers.
  package func runShared(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ result: UnsafeMutableRawPointer) {
    if !packsRight { return multiplyShared(0..<n, 0..<k, left, direct(right), result) }
    forEachBlock(16 * Self.blockTerms, within: 1 << 23) { terms, columns, panels in
      packShared(terms, columns, right, panels)
      multiplyShared(columns, terms, left, panels, result)
    }
  }

  /// Long runs of the source for each worker.
  private func packShared(_ terms: Range<Int>, _ columns: Range<Int>, _ right: UnsafeRawPointer, _ panels: Panels) {
    let bytes = terms.count * columns.count * width
    let (lines, step) = rightTransposed ? (columns, panelColumns) : (terms, 16)
    let parts = (lines.count + step - 1) / step
    forEachRange(parts, grain: max(1, parts * (1 << 15) / bytes), nanoseconds: max(1, bytes / 16 / parts)) { range in
      let part =
        lines.lowerBound + range.lowerBound * step..<min(lines.lowerBound + range.upperBound * step, lines.upperBound)
      if rightTransposed {
        pack(terms, part, of: right, to: panels.from(term: 0, panel: range.lowerBound))
      } else {
        pack(part, columns, of: right, to: panels.from(term: part.lowerBound - terms.lowerBound))
      }
    }
  }

  private func multiplyShared(
    _ columns: Range<Int>, _ terms: Range<Int>, _ left: UnsafeRawPointer, _ right: Panels,
    _ result: UnsafeMutableRawPointer
  ) {
    // Some tasks for each thread, of rows if there are enough, else of columns as well.
    let wanted = 4 * Workers.threadCount
    let rows = min(Self.blockRows, max(16, ((m + wanted - 1) / wanted + 7) & ~7))
    let rowTasks = (m + rows - 1) / rows
    let panels = (columns.count + panelColumns - 1) / panelColumns
    let width = max(1, panels * rowTasks / wanted)
    let columnTasks = rowTasks >= wanted ? 1 : (panels + width - 1) / width
    let panelsEach = columnTasks == 1 ? panels : width
    forEachRange(rowTasks * columnTasks, grain: 1, nanoseconds: max(1, nanoseconds / (rowTasks * columnTasks))) {
      for task in $0 {
        let (row, panel) = (task / columnTasks * rows, task % columnTasks * panelsEach)
        let column = columns.lowerBound + panel * panelColumns
        multiply(
          row..<min(row + rows, m), column..<min(column + panelsEach * panelColumns, columns.upperBound), terms, left,
          right.from(term: 0, panel: panel), result)
      }
    }
  }
}
