/// Products without BLAS: integers and bool, and what is too small for a call to pay.
struct OwnProduct: ElementVisitor {
  let step: DotStep
  let tasks: Range<Int>, panels: Int
  let lhs, rhs: UnsafeRawPointer
  let result: UnsafeMutableRawPointer

  func visit<E: Element>(_ type: E.Type) {
    let (m, n, k) = (step.m, step.n, step.k)
    if m == n, n == k, !step.lhsTransposed, !step.rhsTransposed {
      // Turns and rotations by the thousand: sizes that the compiler knows.
      switch m {
      case 2: return squares(2, type)
      case 3: return squares(3, type)
      case 4: return squares(4, type)
      default: break
      }
    }
    let (rowStride, rowStep) = step.lhsTransposed ? (1, m) : (k, 1)
    let (columnStride, columnStep) = step.rhsTransposed ? (k, 1) : (1, n)
    for task in tasks {
      let (batch, rows, columns) = step.panel(task, of: panels)
      let a = lhs.assumingMemoryBound(to: type) + batch * m * k
      let b = rhs.assumingMemoryBound(to: type) + batch * k * n
      let c = result.assumingMemoryBound(to: type) + batch * m * n
      if step.rhsTransposed || n == 1 || m * n * k <= DotStep.tiny {
        for i in rows {
          for j in columns {
            var total = E.zero
            let x = a + i * rowStride
            let y = b + j * columnStride
            for p in 0..<k { total = E.sum(total, E.product(x[p * rowStep], y[p * columnStep])) }
            c[i * n + j] = total
          }
        }
      } else {
        // Row by row of the rhs, a band of columns at a time, so that the band of the rhs stays in the cache.
        let band = max(64, 8192 / max(k, 1) & ~15)
        for start in stride(from: columns.lowerBound, to: columns.upperBound, by: band) {
          let width = min(band, columns.upperBound - start)
          MatrixProduct.own(
            rows.count, width, k, a + rows.lowerBound * rowStride, rowStride, step: rowStep, b + start, n,
            c + rows.lowerBound * n + start, n)
        }
      }
    }
  }

  @inline(__always)
  private func squares<E: Element>(_ size: Int, _ type: E.Type) {
    for task in tasks {
      let a = lhs.assumingMemoryBound(to: type) + task * size * size
      let b = rhs.assumingMemoryBound(to: type) + task * size * size
      let c = result.assumingMemoryBound(to: type) + task * size * size
      for i in 0..<size {
        for j in 0..<size {
          var total = E.zero
          for p in 0..<size { total = E.sum(total, E.product(a[i * size + p], b[p * size + j])) }
          c[i * size + j] = total
        }
      }
    }
  }
}
