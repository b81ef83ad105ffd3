import COpenBLAS

/// LAPACK for one element type: float32, float64, complex64 or complex128. Matrices are stored by columns.
///
/// A routine answers whether it succeeded; where it did not, what it wrote means nothing.
struct Lapack {
  let type: DType
  init(_ type: DType) { self.type = type }

  /// Bytes of an element, and of its real part.
  var width: Int { type.byteWidth }
  var realWidth: Int { type.realPart.byteWidth }

  /// The routine for the type.
  private func of<Routine>(_ s: Routine, _ d: Routine, _ c: Routine, _ z: Routine) -> Routine {
    switch type {
    case .float32: s
    case .float64: d
    case .complex64: c
    default: z
    }
  }
  private func of<Routine>(_ single: Routine, _ double: Routine) -> Routine {
    type.realPart == .float32 ? single : double
  }

  private func letter(_ scalar: Unicode.Scalar) -> CChar { CChar(scalar.value) }
  /// Distances between columns may not be 0.
  private func distance(_ rows: Int) -> blasint { blasint(max(1, rows)) }

  /// Runs a routine twice: first it says how much workspace it wants.
  private func withWorkspace(_ run: (_ work: UnsafeMutableRawPointer, _ size: UnsafeMutablePointer<blasint>) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { asked in
      var size: blasint = -1
      run(asked.baseAddress!, &size)
      // A float32 may have rounded the number down.
      let count =
        type.realPart == .float32
        ? Int(asked.load(as: Float.self).nextUp.rounded(.up)) : Int(asked.load(as: Double.self))
      size = blasint(max(1, count))
      withScratch(UInt8.self, max(1, count) * width) { run($0, &size) }
    }
  }

  // MARK: Triangles

  /// A = UᴴU for the Hermitian A of which the upper triangle is given, and which U takes the place of.
  func cholesky(_ a: UnsafeMutableRawPointer, _ n: Int, stride: Int) -> Bool {
    var (uplo, order, lda, info) = (letter("U"), blasint(n), distance(stride), blasint(0))
    of(spotrf_, dpotrf_, cpotrf_, zpotrf_)(&uplo, &order, a, &lda, &info, 1)
    return info == 0
  }

  /// L and U, one above the other, in the place of A, and the rows exchanged, counted from 1. A singular matrix is none
  /// that fails.
  func lu(_ a: UnsafeMutableRawPointer, _ m: Int, _ n: Int, _ pivots: UnsafeMutablePointer<blasint>) {
    var (rows, columns, lda, info) = (blasint(m), blasint(n), distance(m), blasint(0))
    of(sgetrf_, dgetrf_, cgetrf_, zgetrf_)(&rows, &columns, a, &lda, pivots, &info)
  }

  // MARK: Reflectors

  /// R, and below it the reflectors whose product is Q, in the place of A.
  func reflectors(_ a: UnsafeMutableRawPointer, _ m: Int, _ n: Int, _ taus: UnsafeMutableRawPointer) -> Bool {
    if BlockReflectors.areWorthIt(min(m, n), type) {
      BlockReflectors(lapack: self, matrix: a, rows: m, count: min(m, n), stride: m, factors: taus)
        .factor(columns: n)
      return true
    }
    var (rows, columns, lda, info) = (blasint(m), blasint(n), distance(m), blasint(0))
    withWorkspace { work, size in
      of(sgeqrf_, dgeqrf_, cgeqrf_, zgeqrf_)(&rows, &columns, a, &lda, taus, work, size, &info)
    }
    return info == 0
  }

  /// The same for few columns, which are `stride` apart. Of real matrices.
  func reflectorBlock(
    _ a: UnsafeMutableRawPointer, _ m: Int, _ n: Int, stride: Int, _ taus: UnsafeMutableRawPointer
  ) {
    var (rows, columns, lda, info) = (blasint(m), blasint(n), distance(stride), blasint(0))
    withScratch(UInt8.self, n * width) { work in
      of(sgeqr2_, dgeqr2_)(&rows, &columns, a, &lda, taus, work, &info)
    }
  }

  /// The upper triangular T of I − VTVᵀ, which is the product of k reflectors. Of real matrices.
  func reflectorTriangle(
    _ v: UnsafeRawPointer, _ m: Int, _ k: Int, stride: Int, _ taus: UnsafeRawPointer, _ t: UnsafeMutableRawPointer
  ) {
    var (direction, storage, rows, count) = (letter("F"), letter("C"), blasint(m), blasint(k))
    var (ldv, ldt) = (distance(stride), distance(k))
    of(slarft_, dlarft_)(&direction, &storage, &rows, &count, v, &ldv, taus, t, &ldt, 1, 1)
  }

  /// The first n columns of the product of k reflectors, in their place.
  func product(_ a: UnsafeMutableRawPointer, _ m: Int, _ n: Int, _ k: Int, _ taus: UnsafeRawPointer) -> Bool {
    if BlockReflectors.areWorthIt(k, type) {
      BlockReflectors(
        lapack: self, matrix: a, rows: m, count: k, stride: m, factors: UnsafeMutableRawPointer(mutating: taus)
      ).writeProduct(columns: n)
      return true
    }
    var (rows, columns, count, lda, info) = (blasint(m), blasint(n), blasint(k), distance(m), blasint(0))
    withWorkspace { work, size in
      of(sorgqr_, dorgqr_, cungqr_, zungqr_)(&rows, &columns, &count, a, &lda, taus, work, size, &info)
    }
    return info == 0
  }

  /// H of A = QHQᴴ, zero below the first subdiagonal, and below that the reflectors of Q, in the place of A.
  func hessenberg(_ a: UnsafeMutableRawPointer, _ n: Int, _ taus: UnsafeMutableRawPointer) -> Bool {
    var (order, first, lda, info) = (blasint(n), blasint(1), distance(n), blasint(0))
    withWorkspace { work, size in
      of(sgehrd_, dgehrd_, cgehrd_, zgehrd_)(&order, &first, &order, a, &lda, taus, work, size, &info)
    }
    return info == 0
  }

  /// T of the Hermitian A = QTQᴴ, which has the diagonal `d` and beside it `e`, and the reflectors of Q in the place of
  /// A, whose columns are `stride` apart.
  func tridiagonal(
    _ a: UnsafeMutableRawPointer, _ n: Int, stride: Int, isLower: Bool, _ d: UnsafeMutableRawPointer,
    _ e: UnsafeMutableRawPointer, _ taus: UnsafeMutableRawPointer
  ) -> blasint {
    if isLower, !type.isComplex, stride == n, tridiagonalByBlocks(a, n, d, e, taus) { return 0 }
    var (uplo, order, lda, info) = (letter(isLower ? "L" : "U"), blasint(n), distance(stride), blasint(0))
    withWorkspace { work, size in
      of(ssytrd_, dsytrd_, chetrd_, zhetrd_)(&uplo, &order, a, &lda, d, e, taus, work, size, &info, 1)
    }
    return info
  }

  /// The same for the first k columns of a real A of which the lower triangle is given, without what it changes in the
  /// others: that is −VWᵀ − WVᵀ for the reflectors V, with their ones, and the n × k matrix W.
  func tridiagonalBlock(
    _ a: UnsafeMutableRawPointer, _ n: Int, _ k: Int, stride: Int, _ e: UnsafeMutableRawPointer,
    _ taus: UnsafeMutableRawPointer, _ w: UnsafeMutableRawPointer
  ) {
    var (uplo, order, count) = (letter("L"), blasint(n), blasint(k))
    var (lda, ldw) = (distance(stride), distance(n))
    of(slatrd_, dlatrd_)(&uplo, &order, &count, a, &lda, e, taus, w, &ldw, 1)
  }

  // MARK: Values and vectors

  /// Which singular vectors are wanted.
  enum Vectors { case none, reduced, full }

  /// Singular values, the largest first, and vectors, by divide and conquer; A is lost.
  func svd(
    _ a: UnsafeMutableRawPointer, _ m: Int, _ n: Int, _ vectors: Vectors, _ s: UnsafeMutableRawPointer,
    _ u: UnsafeMutableRawPointer, _ vt: UnsafeMutableRawPointer
  ) -> Bool {
    let (small, large) = (min(m, n), max(m, n))
    var job = letter(vectors == .none ? "N" : vectors == .reduced ? "S" : "A")
    var (rows, columns, lda, info) = (blasint(m), blasint(n), distance(m), blasint(0))
    var ldvt = distance(vectors == .full ? n : small)
    withScratch(blasint.self, 8 * small) { integers in
      if type.isComplex {
        let reals = vectors == .none ? 7 * small : small * (5 * small + 5 + 2 * large + 2 * small + 1)
        withScratch(UInt8.self, reals * realWidth) { reals in
          withWorkspace { work, size in
            of(cgesdd_, zgesdd_)(
              &job, &rows, &columns, a, &lda, s, u, &lda, vt, &ldvt, work, size, reals, integers, &info, 1)
          }
        }
      } else {
        withWorkspace { work, size in
          of(sgesdd_, dgesdd_)(
            &job, &rows, &columns, a, &lda, s, u, &lda, vt, &ldvt, work, size, integers, &info, 1)
        }
      }
    }
    return info == 0
  }

  /// Eigenvalues of a Hermitian matrix, the smallest first, and in its place the eigenvectors, by divide and conquer, if
  /// they are wanted; else A is lost.
  func eigh(
    _ a: UnsafeMutableRawPointer, _ n: Int, isLower: Bool, hasVectors: Bool, _ w: UnsafeMutableRawPointer
  ) -> Bool {
    if isLower, let succeeded = eighByBlocks(a, n, hasVectors: hasVectors, w) { return succeeded }
    var (job, uplo) = (letter(hasVectors ? "V" : "N"), letter(isLower ? "L" : "U"))
    var (order, lda) = (blasint(n), distance(n))
    var (integerCount, info) = (blasint(3 + 5 * n), blasint(0))
    withScratch(blasint.self, 3 + 5 * n) { integers in
      // What the divisions need, and so much as lets the products go by blocks.
      if type.isComplex {
        var (count, realCount) = (blasint(n * n + 66 * n + 1), blasint(1 + 5 * n + 2 * n * n))
        withScratch(UInt8.self, Int(count) * width) { work in
          withScratch(UInt8.self, Int(realCount) * realWidth) { reals in
            of(cheevd_, zheevd_)(
              &job, &uplo, &order, a, &lda, w, work, &count, reals, &realCount, integers, &integerCount, &info, 1, 1)
          }
        }
      } else {
        var count = blasint(1 + 66 * n + 2 * n * n)
        withScratch(UInt8.self, Int(count) * width) { work in
          of(ssyevd_, dsyevd_)(
            &job, &uplo, &order, a, &lda, w, work, &count, integers, &integerCount, &info, 1, 1)
        }
      }
    }
    return info == 0
  }

  /// Eigenvalues, the smallest first, and eigenvectors of the symmetric tridiagonal matrix with the diagonal `d`, whose
  /// place the eigenvalues take, and `e` beside it, which is lost.
  func tridiagonalVectors(
    _ d: UnsafeMutableRawPointer, _ e: UnsafeMutableRawPointer, _ n: Int, _ z: UnsafeMutableRawPointer
  ) -> Bool {
    var (job, order, ldz, info) = (letter("I"), blasint(n), distance(n), blasint(0))
    var (count, integerCount) = (blasint(1 + 4 * n + n * n), blasint(3 + 5 * n))
    withScratch(blasint.self, Int(integerCount)) { integers in
      withScratch(UInt8.self, Int(count) * width) { work in
        of(sstedc_, dstedc_)(&job, &order, d, e, z, &ldz, work, &count, integers, &integerCount, &info, 1)
      }
    }
    return info == 0
  }

  /// The eigenvalues alone.
  func tridiagonalValues(_ d: UnsafeMutableRawPointer, _ e: UnsafeMutableRawPointer, _ n: Int) -> Bool {
    var (order, info) = (blasint(n), blasint(0))
    of(ssterf_, dsterf_)(&order, d, e, &info)
    return info == 0
  }

  /// Eigenvalues of any square matrix, and eigenvectors where there is a place for them; A is lost. Of a real matrix
  /// the values are two lists, of real and of imaginary parts, one behind the other, and the vectors of two conjugate
  /// values are a real and an imaginary part, side by side.
  func eig(
    _ a: UnsafeMutableRawPointer, _ n: Int, _ w: UnsafeMutableRawPointer, left: UnsafeMutableRawPointer?,
    right: UnsafeMutableRawPointer?
  ) -> Bool {
    var (jobLeft, jobRight) = (letter(left == nil ? "N" : "V"), letter(right == nil ? "N" : "V"))
    var (order, lda, info) = (blasint(n), distance(n), blasint(0))
    if type.isComplex {
      withScratch(UInt8.self, 2 * n * realWidth) { reals in
        withWorkspace { work, size in
          of(cgeev_, zgeev_)(
            &jobLeft, &jobRight, &order, a, &lda, w, left, &lda, right, &lda, work, size, reals, &info, 1, 1)
        }
      }
    } else {
      withWorkspace { work, size in
        of(sgeev_, dgeev_)(
          &jobLeft, &jobRight, &order, a, &lda, w, w + n * width, left, &lda, right, &lda, work, size, &info, 1, 1)
      }
    }
    return info == 0
  }

  /// T of A = ZTZᴴ, which is triangular (of a real matrix with blocks of 2 × 2 for conjugate eigenvalues), in the
  /// place of A, and Z where there is a place for it.
  func schur(_ a: UnsafeMutableRawPointer, _ n: Int, vectors: UnsafeMutableRawPointer?) -> Bool {
    var (job, sort) = (letter(vectors == nil ? "N" : "V"), letter("N"))
    var (order, lda, selected, info) = (blasint(n), distance(n), blasint(0), blasint(0))
    withScratch(UInt8.self, 2 * n * width) { values in
      if type.isComplex {
        withScratch(UInt8.self, n * realWidth) { reals in
          withWorkspace { work, size in
            of(cgees_, zgees_)(
              &job, &sort, nil, &order, a, &lda, &selected, values, vectors, &lda, work, size, reals, nil, &info, 1, 1)
          }
        }
      } else {
        withWorkspace { work, size in
          of(sgees_, dgees_)(
            &job, &sort, nil, &order, a, &lda, &selected, values, values + n * width, vectors, &lda, work, size, nil,
            &info, 1, 1)
        }
      }
    }
    return info == 0
  }
}
