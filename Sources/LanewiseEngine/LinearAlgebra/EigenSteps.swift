/// Eigenvectors and eigenvalues of Hermitian matrices (JAX's `eigh`).
///
/// - Operand: A `[…, n, n]`, of which one triangle is read. Results: the eigenvectors, columns of `[…, n, n]`, unless
///   only values are wanted; the eigenvalues `[…, n]`, real, the smallest first.
package struct EighStep: MatrixStep {
  package let isLower, valuesOnly: Bool
  package init(isLower: Bool, valuesOnly: Bool = false) {
    self.isLower = isLower
    self.valuesOnly = valuesOnly
  }

  package var name: String { "eigh" }
  func flops(rows: Int, columns: Int) -> Int { (valuesOnly ? 2 : 9) * rows * rows * rows }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let n = extents.rows
    guard extents.count > 0 else { return }
    forEachMatrix(call) { index in
      let offset = index * extents.count * lapack.width
      let w = call.result(valuesOnly ? 0 : 1) + index * n * lapack.realWidth
      withScratch(UInt8.self, extents.count * lapack.width) { matrix in
        Matrices.transpose(call.operand(0) + offset, rows: n, columns: n, to: matrix, width: lapack.width)
        let succeeded = lapack.eigh(matrix, n, isLower: isLower, hasVectors: !valuesOnly, w)
        if !succeeded { Matrices.fillNaN(w, type.dtype.realPart, count: n) }
        guard !valuesOnly else { return }
        Matrices.transpose(matrix, rows: n, columns: n, to: call.result(0) + offset, width: lapack.width)
        if !succeeded { Matrices.fillNaN(call.result(0) + offset, type.dtype, count: extents.count) }
      }
    }
  }
}

/// Eigenvalues of any square matrices, and eigenvectors (JAX's `eig`).
///
/// - Operand: A `[…, n, n]`. Results: the eigenvalues `[…, n]`, complex, in LAPACK's order; then the left and the right
///   eigenvectors that are wanted, columns of `[…, n, n]`, complex.
package struct EigStep: MatrixStep {
  package let hasLeft, hasRight: Bool
  package init(hasLeft: Bool, hasRight: Bool) {
    self.hasLeft = hasLeft
    self.hasRight = hasRight
  }

  package var name: String { "eig" }
  func flops(rows: Int, columns: Int) -> Int { 25 * rows * rows * rows }

  package func run(_ call: StepCall) {
    let type = call.operandTypes[0]
    let (extents, lapack) = (MatrixExtents(type), Lapack(type.dtype))
    let (n, width) = (extents.rows, lapack.width)
    let resultType = call.resultTypes[0].dtype
    guard extents.count > 0 else { return }
    let wanted = (hasLeft ? 1 : 0) + (hasRight ? 1 : 0)
    forEachMatrix(call) { index in
      withScratch(UInt8.self, ((1 + wanted) * extents.count + 2 * n) * width) { block in
        let matrix = UnsafeMutableRawPointer(block)
        let values = matrix + extents.count * width
        let vectors = (0..<wanted).map { values + (2 * n + $0 * extents.count) * width }
        Matrices.transpose(
          call.operand(0) + index * extents.count * width, rows: n, columns: n, to: matrix, width: width)
        let succeeded = lapack.eig(
          matrix, n, values, left: hasLeft ? vectors.first : nil, right: hasRight ? vectors.last : nil)
        let targets = (0...wanted).map {
          call.result($0) + index * ($0 == 0 ? n : extents.count) * resultType.byteWidth
        }
        guard succeeded else {
          for (place, target) in targets.enumerated() {
            Matrices.fillNaN(target, resultType, count: place == 0 ? n : extents.count)
          }
          return
        }
        switch type.dtype {
        case .float32: RealPairs<Float>(n: n, values: values).write(vectors, targets)
        case .float64: RealPairs<Double>(n: n, values: values).write(vectors, targets)
        default:
          targets[0].copyMemory(from: values, byteCount: n * width)
          for (vectors, target) in zip(vectors, targets.dropFirst()) {
            Matrices.transpose(vectors, rows: n, columns: n, to: target, width: width)
          }
        }
      }
    }
  }
}

/// What LAPACK gives for a real matrix: conjugate pairs of values and vectors as their parts.
private struct RealPairs<Part: RealElement> {
  let n: Int
  let values: UnsafeRawPointer

  func write(_ vectors: [UnsafeMutableRawPointer], _ targets: [UnsafeMutableRawPointer]) {
    let parts = values.assumingMemoryBound(to: Part.self)
    let w = targets[0].assumingMemoryBound(to: Complex<Part>.self)
    for i in 0..<n { w[i] = Complex(parts[i], parts[n + i]) }
    for (vectors, target) in zip(vectors, targets.dropFirst()) {
      let from = UnsafePointer(vectors.assumingMemoryBound(to: Part.self))
      let to = target.assumingMemoryBound(to: Complex<Part>.self)
      var column = 0
      while column < n {
        let isPair = w[column].imaginary != 0 && column + 1 < n
        for row in 0..<n {
          let real = from[column * n + row]
          let imaginary = isPair ? from[(column + 1) * n + row] : 0
          to[row * n + column] = Complex(real, imaginary)
          if isPair { to[row * n + column + 1] = Complex(real, -imaginary) }
        }
        column += isPair ? 2 : 1
      }
    }
  }
}
