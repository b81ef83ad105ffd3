/// Factors of small real matrices, and solutions by small triangular ones: a call of LAPACK would cost more than the
/// work.
struct SmallMatrices<T: BinaryFloatingPoint & BitwiseCopyable> {
  /// Rows and columns up to which a matrix is small.
  static var largest: Int { 16 }

  /// PA = LU of an m × n matrix in its place, stored by rows; see ``LUStep``. Where a column has nothing left but zeros,
  /// it stays as it is.
  static func factor(_ a: UnsafeMutablePointer<T>, _ m: Int, _ n: Int, _ pivots: UnsafeMutablePointer<Int32>) {
    for j in 0..<min(m, n) {
      let row = a + j * n
      var pivot = j
      var largest = abs(row[j])
      for i in j + 1..<max(m, j + 1) {
        let size = abs(a[i * n + j])
        if size > largest { (pivot, largest) = (i, size) }
      }
      pivots[j] = Int32(truncatingIfNeeded: pivot)
      if pivot != j {
        let other = a + pivot * n
        for k in 0..<n { (row[k], other[k]) = (other[k], row[k]) }
      }
      guard row[j] != 0 else { continue }
      for i in j + 1..<max(m, j + 1) {
        let below = a + i * n
        let factor = below[j] / row[j]
        below[j] = factor
        for k in j + 1..<max(n, j + 1) { below[k] -= factor * row[k] }
      }
    }
  }

  /// The lower triangle of A becomes L of A = LLᵀ; see ``CholeskyStep``. False where A is not positive definite.
  static func factorPositive(_ a: UnsafeMutablePointer<T>, _ n: Int) -> Bool {
    for j in 0..<n {
      let row = a + j * n
      var square = row[j]
      for k in 0..<j { square -= row[k] * row[k] }
      guard square > 0 else { return false }
      let diagonal = square.squareRoot()
      row[j] = diagonal
      for i in j + 1..<n {
        let below = a + i * n
        var rest = below[j]
        for k in 0..<j { rest -= below[k] * row[k] }
        below[j] = rest / diagonal
      }
    }
    return true
  }

  /// The X of op(A)·X = B in B's place, for a triangular A of this order and `lines` columns of B, whose rows are
  /// `stride` apart.
  static func solve(
    _ a: UnsafePointer<T>, _ b: UnsafeMutablePointer<T>, _ order: Int, _ lines: Int, stride: Int, isLower: Bool,
    transposes: Bool, hasUnitDiagonal: Bool
  ) {
    // Of op(A): from an element to that below it, and to that right of it.
    let (down, right) = transposes ? (1, order) : (order, 1)
    let goesDown = isLower != transposes
    for number in 0..<order {
      let i = goesDown ? number : order - 1 - number
      let row = b + i * stride
      for known in 0..<number {
        let j = goesDown ? known : order - 1 - known
        let factor = a[i * down + j * right]
        let other = b + j * stride
        for line in 0..<lines { row[line] -= factor * other[line] }
      }
      if hasUnitDiagonal { continue }
      let diagonal = a[i * order + i]
      for line in 0..<lines { row[line] /= diagonal }
    }
  }
}
