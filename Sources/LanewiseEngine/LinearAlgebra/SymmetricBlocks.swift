/// Large real symmetric matrices, whose routines of LAPACK spend most of their time on products, on one thread: here the
/// workers share them. Matrices are stored by columns, the lower triangle is given, and the blocks depend on the order
/// alone.
extension Lapack {
  /// As ``tridiagonal(_:_:stride:isLower:_:_:_:)``. False, with nothing done, where that has to do it.
  func tridiagonalByBlocks(
    _ a: UnsafeMutableRawPointer, _ n: Int, _ d: UnsafeMutableRawPointer, _ e: UnsafeMutableRawPointer,
    _ taus: UnsafeMutableRawPointer
  ) -> Bool {
    let (block, tile) = (32, 64)
    /// The tile of a matrix of order `length` that begins on the diagonal, and all below it, from which VWᵀ + WVᵀ is
    /// taken: its columns are rows here.
    func update(columns: Int, length: Int, stride: Int) -> TiledProduct? {
      TiledProduct(
        type, columns, length, 2 * block, leftStride: stride, leftTransposed: true, rightStride: stride,
        resultStride: n, sign: -1)
    }
    guard n >= 4 * block, update(columns: tile, length: tile, stride: n) != nil else { return false }
    func at(_ row: Int, _ column: Int) -> UnsafeMutableRawPointer { a + (row + column * n) * width }
    var first = 0
    withScratch(UInt8.self, 4 * block * n * width) { memory in
      // The lines of V, of W, and of V again: VWᵀ + WVᵀ is one product.
      let lines = UnsafeMutableRawPointer(memory)
      let w = lines + 3 * block * n * width
      while n - first > 2 * block {
        let (end, rest) = (first + block, n - first)
        let length = n - end
        tridiagonalBlock(at(first, first), rest, block, stride: n, e + first * width, taus + first * width, w)
        for k in 0..<block {
          let (v, line) = (at(end, first + k), lines + k * length * width)
          line.copyMemory(from: v, byteCount: length * width)
          (line + block * length * width).copyMemory(from: w + (k * rest + block) * width, byteCount: length * width)
          (line + 2 * block * length * width).copyMemory(from: v, byteCount: length * width)
        }
        forEachRange(
          (length + tile - 1) / tile, grain: 1, nanoseconds: tile * length * block * width / 512
        ) { range in
          for index in range {
            let column = index * tile
            update(columns: min(tile, length - column), length: length - column, stride: length)?.run(
              lines + (block * length + column) * width, lines + column * width, at(end + column, end + column))
          }
        }
        for j in first..<end {
          (d + j * width).copyMemory(from: at(j, j), byteCount: width)
          at(j + 1, j).copyMemory(from: e + j * width, byteCount: width)
        }
        first = end
      }
    }
    let (d, e, taus) = (d + first * width, e + first * width, taus + first * width)
    return tridiagonal(at(first, first), n - first, stride: n, isLower: true, d, e, taus) == 0
  }

  /// As ``eigh(_:_:isLower:hasVectors:_:)``, by the tridiagonal matrix: reflectors make its vectors those of A. Nil where
  /// that has to do it: for small matrices, for complex ones, and for elements whose squares are too large or too small
  /// to be added up.
  func eighByBlocks(
    _ a: UnsafeMutableRawPointer, _ n: Int, hasVectors: Bool, _ w: UnsafeMutableRawPointer
  ) -> Bool? {
    guard BlockReflectors.areWorthIt(n - 1, type),
      type == .float32 ? isModerate(Float.self, a, n) : isModerate(Double.self, a, n)
    else { return nil }
    return withScratch(UInt8.self, 2 * n * width) { memory in
      let (beside, factors) = (UnsafeMutableRawPointer(memory), memory + n * width)
      guard tridiagonal(a, n, stride: n, isLower: true, w, beside, factors) == 0 else { return false }
      guard hasVectors else { return tridiagonalValues(w, beside, n) }
      return withScratch(UInt8.self, n * n * width) { vectors in
        guard tridiagonalVectors(w, beside, n, vectors) else { return false }
        // Of each column the reflector begins below the diagonal.
        BlockReflectors(lapack: self, matrix: a + width, rows: n - 1, count: n - 1, stride: n, factors: factors)
          .multiply(vectors + width, stride: n, columns: n)
        a.copyMemory(from: vectors, byteCount: n * n * width)
        return true
      }
    }
  }

  /// Whether the largest element of the lower triangle is one whose square is far from overflow, and from what is lost
  /// beneath the smallest normal number.
  private func isModerate<T: BinaryFloatingPoint>(_: T.Type, _ a: UnsafeRawPointer, _ n: Int) -> Bool {
    let elements = a.assumingMemoryBound(to: T.self)
    var largest: T = 0
    for column in 0..<n {
      for row in column..<n {
        let size = abs(elements[column * n + row])
        guard size <= .greatestFiniteMagnitude else { return false }
        largest = max(largest, size)
      }
    }
    let smallest = (T.leastNormalMagnitude / T.ulpOfOne).squareRoot()
    return largest >= smallest && largest <= 1 / smallest
  }
}
