import LanewiseCore

extension Linalg {
  /// The exponentials of square matrices (`jax.scipy.linalg.expm`), by Padé approximations of A / 2ᵏ and k squarings.
  /// NaN where k would be more than `maxSquarings`.
  ///
  /// ```swift
  /// print(Linalg.expm([[0, 1], [0, 0]]))  // [[1. 1.]
  ///                                       //  [0. 1.]]
  /// ```
  public static func expm(_ a: NDArray, upperTriangular: Bool = false, maxSquarings: Int = 16) -> NDArray {
    guard Check.square("expm", a) else { return .poisoned(a.aval) }
    let operand = Promote.inexact(a)
    guard DTypeClass.lapack.accepts(operand.dtype) else {
      return fail(.dtype, "expm: it takes \(DTypeClass.lapack.rawValue), not \(operand.dtype).", like: operand.aval)
    }
    let one = { (a: NDArray) in
      MatrixFunctions.exponential(a, upperTriangular: upperTriangular, maxSquarings: maxSquarings)
    }
    guard a.ndim > 2 else { return one(operand) }
    guard a.size > 0 else { return operand }
    let flat = Lax.reshape(operand, [operand.size / (a.shape.last! * a.shape.last!)] + a.shape.suffix(2))
    return Lax.reshape(vmap(one)(flat), a.shape)
  }
  /// The exponentials by the defaults: the form that can be passed as a function.
  public static func expm(_ a: NDArray) -> NDArray { expm(a, upperTriangular: false) }

  /// The principal square root of a square matrix (`jax.scipy.linalg.sqrtm`), complex, by Schur's factors. It has no
  /// derivative.
  public static func sqrtm(_ a: NDArray) -> NDArray {
    guard Check.rank("sqrtm", a, 2, 2), Check.square("sqrtm", a) else { return .poisoned(a.aval) }
    let (t, z) = schur(a, complex: true)
    guard !t.isPoisoned else { return t }
    return Lax.matrixProduct(Lax.matrixProduct(z, MatrixFunctions.triangularRoot(t)), Lax.adjoint(z))
  }

  /// Complex Schur factors from real ones (`jax.scipy.linalg.rsf2csf`): the blocks of T are taken apart by rotations.
  public static func rsf2csf(_ t: NDArray, _ z: NDArray) -> (t: NDArray, z: NDArray) {
    guard Check.rank("rsf2csf", t, 2, 2), Check.square("rsf2csf", t), Check.rank("rsf2csf", z, 2, 2),
      Check.square("rsf2csf", z)
    else { return (.poisoned(t.aval), .poisoned(z.aval)) }
    guard t.shape == z.shape else {
      report(LanewiseError(.shape, "rsf2csf: shapes \(t.aval.shape) and \(z.aval.shape) must be equal."))
      return (.poisoned(t.aval), .poisoned(z.aval))
    }
    let dtype = MatrixFunctions.complexDType(Promotion.inexact(Promotion.join([t, z])).dtype)
    return MatrixFunctions.complexSchur(t.astype(dtype), z.astype(dtype))
  }
}

enum MatrixFunctions {
  static func complexDType(_ dtype: DType) -> DType { dtype.realPart == .float64 ? .complex128 : .complex64 }

  /// The coefficients of the Padé approximations and the norms up to which they hold (Higham 2005).
  private static let coefficients: [[Double]] = [
    [120, 60, 12, 1], [30240, 15120, 3360, 420, 30, 1], [17_297_280, 8_648_640, 1_995_840, 277200, 25200, 1512, 56, 1],
    [17_643_225_600, 8_821_612_800, 2_075_673_600, 302_702_400, 30_270_240, 2_162_160, 110880, 3960, 90, 1],
    [
      64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600, 1_187_353_796_428_800,
      129_060_195_264_000, 10_559_470_521_600, 670_442_572_800, 33_522_128_640, 1_323_241_920, 40_840_800, 960960,
      16380, 182, 1,
    ],
  ]
  private static let doubleBounds = [
    1.495585217958292e-2, 2.539398330063230e-1, 9.504178996162932e-1, 2.097847961257068,
  ]
  private static let singleBounds = [4.258730016922831e-1, 1.880152677804762]

  static func exponential(_ a: NDArray, upperTriangular: Bool, maxSquarings: Int) -> NDArray {
    let isDouble = a.dtype.realPart == .float64
    let (bounds, largest) = isDouble ? (doubleBounds, 5.371920351148152) : (singleBounds, 3.925724783138660)
    let size = Linalg.norm(a, ord: 1)
    let squarings = maximum(0, floor(log2(size / largest)))
    let scaled = a / power(2, squarings).astype(a.dtype)
    // The last of float32's is of degree 7.
    let degree = isDouble ? coefficients : Array(coefficients[..<3])
    let which = digitize(size, NDArray(bounds, dtype: size.dtype))
    let parts = Lax.switch(which, degree.map { c in { (a: NDArray) in pade(a, c) } }, scaled)
    let (odd, even) = (parts[0], parts[1])
    let ratio = upperTriangular
      ? Linalg.solveTriangular(even - odd, odd + even) : Linalg.solve(even - odd, odd + even)
    let (result, _) = Lax.scan(
      { (c: NDArray, i: NDArray) in
        (Lax.cond(i .< squarings, { Lax.matrixProduct($0, $0) }, { $0 }, c), zeros([0], dtype: c.dtype))
      }, ratio, arange(maxSquarings).astype(squarings.dtype))
    return `where`(squarings .> NDArray(weak: Double(maxSquarings)), NDArray.nan, result)
  }

  /// The odd and the even part of the numerator, one above the other.
  private static func pade(_ a: NDArray, _ c: [Double]) -> NDArray {
    let square = Lax.matrixProduct(a, a)
    var powers = [eye(a.shape[0], dtype: a.dtype), square]
    while powers.count < Swift.min(c.count / 2, 5) { powers.append(Lax.matrixProduct(powers.last!, square)) }
    func sum(_ first: Int, _ range: Range<Int>) -> NDArray {
      range.dropFirst().reduce(powers[range.lowerBound] * c[first + 2 * range.lowerBound]) {
        $0 + powers[$1] * c[first + 2 * $1]
      }
    }
    guard c.count > 10 else { return stack([Lax.matrixProduct(a, sum(1, 0..<c.count / 2)), sum(0, 0..<c.count / 2)]) }
    // Of degree 13: the highest powers are the sixth times lower ones.
    func whole(_ first: Int) -> NDArray {
      let high = (1...3).dropFirst().reduce(powers[1] * c[first + 8]) { $0 + powers[$1] * c[first + 6 + 2 * $1] }
      return Lax.matrixProduct(powers[3], high) + sum(first, 0..<4)
    }
    return stack([Lax.matrixProduct(a, whole(1)), whole(0)])
  }

  /// The upper triangular U with U² = T, column by column: what is above the diagonal of one solves a triangular
  /// equation with the columns before.
  static func triangularRoot(_ t: NDArray) -> NDArray {
    let n = t.shape[0]
    let roots = Lax.sqrt(Lax.diagonals(t))
    let (rows, identity) = (Lax.iota(.int32, [n], 0), Lax.identity(n, like: t))
    return Lax.foriLoop(
      0, n,
      { j, u in
        let root = Lax.dynamicSlice(roots, [j], [1])
        let column = Lax.reshape(Lax.dynamicSlice(t, [NDArray(0 as Int32), j], [n, 1]), [n])
        let isAbove = rows .< j
        let pivots = roots + root
        // Where the pivot is zero the element is zero too, or there is no root.
        let isZero = pivots .== 0
        let shifts = `where`(isAbove, root, 1) + (isZero & isAbove).astype(t.dtype)
        let a = u + identity * shifts
        let solved = Lax.triangularSolve(a, `where`(isAbove, column, 0), leftSide: true)
        let above = `where`(isZero, `where`(solved .== 0, solved, solved / 0), solved)
        let whole = `where`(isAbove, above, `where`(rows .== j, root, 0))
        return Lax.dynamicUpdateSlice(u, Lax.reshape(whole, [n, 1]), [NDArray(0 as Int32), j])
      }, zerosLike(t))
  }

  static func complexSchur(_ t: NDArray, _ z: NDArray) -> (NDArray, NDArray) {
    let n = t.shape[0]
    guard n > 1 else { return (t, z) }
    let (places, epsilon) = (arange(n), FloatingPointClass.epsilon(t.dtype))
    return Lax.foriLoop(
      NDArray(1 as Int32), NDArray(Int32(n)),
      { (i: NDArray, factors: (NDArray, NDArray)) -> (NDArray, NDArray) in
        let (t, z) = factors
        let m = n - i
        func at(_ row: NDArray, _ column: NDArray) -> NDArray {
          Lax.reshape(Lax.dynamicSlice(t, [row, column], [1, 1]), [])
        }
        let below = at(m, m - 1)
        let isLarge = abs(below) .> epsilon * (abs(at(m - 1, m - 1)) + abs(at(m, m)))
        let mu = Linalg.eigvals(Lax.dynamicSlice(t, [m - 1, m - 1], [2, 2]))[0] - at(m, m)
        let r = Linalg.norm(stack([mu, below])).astype(t.dtype)
        let (c, s) = (mu / r, below / r)
        let turn = `where`(
          isLarge, stack([stack([Lax.conj(c), s]), stack([-s, c])]), eye(2, dtype: t.dtype))
        let back = Lax.adjoint(turn)
        let rows = Lax.dynamicSlice(t, [m - 1, NDArray(0 as Int32)], [2, n])
        let turned = `where`(places .>= m - 1, Lax.matrixProduct(turn, rows), rows)
        let first = Lax.dynamicUpdateSlice(t, turned, [m - 1, NDArray(0 as Int32)])
        let columns = Lax.dynamicSlice(first, [NDArray(0 as Int32), m - 1], [n, 2])
        let isUpper = expandDims(places .< m + 1, axis: 1)
        let moved = `where`(isUpper, Lax.matrixProduct(columns, back), columns)
        let second = Lax.dynamicUpdateSlice(first, moved, [NDArray(0 as Int32), m - 1])
        let vectors = Lax.dynamicSlice(z, [NDArray(0 as Int32), m - 1], [n, 2])
        return (
          Lax.dynamicUpdateSlice(second, zeros([1, 1], dtype: t.dtype), [m, m - 1]),
          Lax.dynamicUpdateSlice(z, Lax.matrixProduct(vectors, back), [NDArray(0 as Int32), m - 1])
        )
      }, (t, z))
  }
}
