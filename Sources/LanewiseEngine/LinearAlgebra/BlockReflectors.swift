import COpenBLAS

/// Householder reflectors in blocks, of which each is I − VTVᵀ for an upper triangular T: they are applied by products
/// of matrices, which the workers share. Of float32 and float64. (Schreiber and Van Loan, "A storage-efficient WY
/// representation for products of Householder transformations", 1989.)
///
/// Matrices are stored by columns. Column j holds reflector j below its diagonal, where its 1 is left out, as LAPACK
/// stores them. The blocks depend on the shape alone.
struct BlockReflectors {
  let lapack: Lapack
  let matrix: UnsafeMutableRawPointer
  let rows, count: Int
  /// Elements from column to column.
  let stride: Int
  /// What LAPACK calls tau: 2/|v|² of each reflector v.
  let factors: UnsafeMutableRawPointer

  /// Whether there are so many reflectors that blocks are worth it, of a type that they can be of.
  static func areWorthIt(_ count: Int, _ type: DType) -> Bool { count >= 64 && !type.isComplex }

  private static let block = 32
  /// Columns that are changed at a time.
  private static let part = 64

  private var width: Int { lapack.width }
  private func at(_ row: Int, _ column: Int) -> UnsafeMutableRawPointer { matrix + (row + column * stride) * width }

  private var blocks: [Range<Int>] {
    Swift.stride(from: 0, to: count, by: Self.block).map { $0..<min($0 + Self.block, count) }
  }

  /// Makes the reflectors, as many as the matrix has columns or rows: it becomes R, with the reflectors below.
  func factor(columns: Int) {
    for block in blocks {
      let first = at(block.lowerBound, block.lowerBound)
      lapack.reflectorBlock(
        first, rows - block.lowerBound, block.count, stride: stride, factors + block.lowerBound * width)
      apply(
        block, transposed: true, to: at(0, block.upperBound), stride: stride, columns: columns - block.upperBound)
    }
  }

  /// Writes the first columns of the reflectors' product in their place.
  func writeProduct(columns: Int) {
    func writeIdentity(_ range: Range<Int>) {
      for column in range {
        at(0, column).initializeMemory(as: UInt8.self, repeating: 0, count: rows * width)
        Matrices.storeOne(at(column, column), lapack.type)
      }
    }
    writeIdentity(count..<columns)
    for block in blocks.reversed() {
      withVectors(of: block, transposed: false) { vectors in
        writeIdentity(block)
        vectors.apply(to: at(0, block.lowerBound), stride: stride, columns: columns - block.lowerBound)
      }
    }
  }

  /// C becomes the reflectors' product times C, whose columns are as far apart.
  func multiply(_ c: UnsafeMutableRawPointer, stride: Int, columns: Int) {
    for block in blocks.reversed() { apply(block, transposed: false, to: c, stride: stride, columns: columns) }
  }

  private func apply(
    _ block: Range<Int>, transposed: Bool, to c: UnsafeMutableRawPointer, stride: Int, columns: Int
  ) {
    guard columns > 0 else { return }
    withVectors(of: block, transposed: transposed) { $0.apply(to: c, stride: stride, columns: columns) }
  }

  /// V of a block, and T'Vᵀ: T' is T for the transposed of the product, else Tᵀ.
  private func withVectors(of block: Range<Int>, transposed: Bool, _ body: (Vectors) -> Void) {
    let (first, terms) = (block.lowerBound, block.count)
    let length = rows - first
    withScratch(UInt8.self, 2 * (length + terms) * terms * width) { memory in
      let lines = UnsafeMutableRawPointer(memory)
      let scaled = lines + length * terms * width
      let triangle = scaled + length * terms * width
      let turned = triangle + terms * terms * width
      triangle.initializeMemory(as: UInt8.self, repeating: 0, count: terms * terms * width)
      lapack.reflectorTriangle(at(first, first), length, terms, stride: stride, factors + first * width, triangle)
      if transposed { Matrices.transpose(triangle, rows: terms, columns: terms, to: turned, width: width) }
      Matrices.transpose(
        at(first, first), rows: terms, columns: length, stride: stride, to: lines, targetStride: terms, width: width)
      if width == 4 { setTop(Float.self, lines, terms) } else { setTop(Double.self, lines, terms) }
      // By rows the triangle is Tᵀ, as it is stored by columns.
      MatrixProduct.multiplyInexact(
        terms, length, terms, transposed ? turned : triangle, terms, lines, terms, CblasTrans, scaled, length,
        lapack.type)
      body(Vectors(type: lapack.type, first: first, length: length, terms: terms, lines: lines, scaled: scaled))
    }
  }

  /// What is above the diagonal is no part of V, and its diagonal is ones.
  private func setTop<T: BinaryFloatingPoint>(_: T.Type, _ lines: UnsafeMutableRawPointer, _ terms: Int) {
    let v = lines.assumingMemoryBound(to: T.self)
    for row in 0..<terms {
      v[row * terms + row] = 1
      for column in row + 1..<max(terms, row + 1) { v[row * terms + column] = 0 }
    }
  }

  /// V and T'Vᵀ of a block, both by rows; they begin at row `first` of what they are applied to.
  private struct Vectors {
    let type: DType
    let first, length, terms: Int
    let lines, scaled: UnsafeMutableRawPointer

    /// Cᵀ − CᵀV·T'Vᵀ in the place of Cᵀ: by rows, that is C by columns.
    func apply(to c: UnsafeMutableRawPointer, stride: Int, columns: Int) {
      let width = type.byteWidth
      let start = c + first * width
      let parts = (columns + BlockReflectors.part - 1) / BlockReflectors.part
      let work = 4 * length * terms * BlockReflectors.part
      forEachRange(parts, grain: 1, nanoseconds: max(1, work * width / 512)) { range in
        for index in range {
          let column = index * BlockReflectors.part
          let count = min(BlockReflectors.part, columns - column)
          let part = start + column * stride * width
          withScratch(UInt8.self, count * terms * width) { inner in
            MatrixProduct.multiplyInexact(
              count, terms, length, part, stride, lines, terms, CblasNoTrans, inner, terms, type)
            MatrixProduct.multiplyInexact(
              count, length, terms, inner, terms, scaled, length, CblasNoTrans, part, stride, sign: -1, type)
          }
        }
      }
    }
  }
}
