import Lanewise
import Testing

/// Every mistake is an error with a sentence that names the function, never a trap.
@Suite struct LinalgErrorTests {
  private let wide = ones([2, 3])
  private let square = eye(3)
  private let vector = ones([3])

  @Test func matricesThatAreNotSquare() {
    let functions: [(String, (NDArray) -> Any)] = [
      ("cholesky", { Linalg.cholesky($0) }), ("inv", { Linalg.inv($0) }), ("det", { Linalg.det($0) }),
      ("slogdet", { Linalg.slogdet($0) }), ("eig", { Linalg.eig($0) }), ("eigvals", { Linalg.eigvals($0) }),
      ("eigh", { Linalg.eigh($0) }), ("eigvalsh", { Linalg.eigvalsh($0) }), ("schur", { Linalg.schur($0) }),
      ("expm", { Linalg.expm($0) }), ("sqrtm", { Linalg.sqrtm($0) }), ("solve", { Linalg.solve($0, ones([2])) }),
      ("cho_factor", { Linalg.choFactor($0) }), ("cho_solve", { Linalg.choSolve(($0, true), ones([2])) }),
      ("lu_solve", { Linalg.luSolve(($0, zeros([2], dtype: .int32)), ones([2])) }),
      ("solve_triangular", { Linalg.solveTriangular($0, ones([2])) }), ("matrix_power", { Linalg.matrixPower($0, 2) }),
      ("svd", { Linalg.svd($0, hermitian: true) }), ("pinv", { Linalg.pinv($0, hermitian: true) }),
      ("cond", { Linalg.cond($0, p: 1) }), ("rsf2csf", { Linalg.rsf2csf($0, $0) }),
    ]
    for (name, function) in functions {
      expectError(name, .shape, "(2, 3)", "2 rows and 3 columns", "square") { function(wide) }
      // The same where the function is compiled, batched and differentiated.
      expectError(name, .shape, "square") { jit({ (x: NDArray) in leaves(function(x)) })(wide) }
      expectError(name, .shape, "square") { vmap({ (x: NDArray) in leaves(function(x)) })(ones([4, 2, 3])) }
      expectError(name, .shape, "square") { jvp({ (x: NDArray) in leaves(function(x)) }, wide, wide) }
    }
  }

  /// The arrays of a result of any form.
  private func leaves(_ result: Any) -> [NDArray] {
    (result as? NDArray).map { [$0] } ?? Mirror(reflecting: result).children.compactMap { $0.value as? NDArray }
  }

  @Test func tooFewDimensions() {
    let functions: [(String, (NDArray) -> Any)] = [
      ("qr", { Linalg.qr($0) }), ("svd", { Linalg.svd($0) }), ("svdvals", { Linalg.svdvals($0) }),
      ("pinv", { Linalg.pinv($0) }), ("inv", { Linalg.inv($0) }), ("lu_factor", { Linalg.luFactor($0) }),
      ("lu", { Linalg.lu($0) }), ("polar", { Linalg.polar($0) }), ("cond", { Linalg.cond($0) }),
      ("matrix_norm", { Linalg.matrixNorm($0) }), ("trace", { Linalg.trace($0) }), ("lstsq", { Linalg.lstsq($0, $0) }),
    ]
    for (name, function) in functions { expectError(name, .shape, "(3,)", "2 dimensions") { function(vector) } }
    expectError("cholesky", .shape, "(3,)", "two at least") { Lax.cholesky(vector) }
    expectError("polar", .shape, "2 dimensions") { Linalg.polar(ones([2, 3, 3])) }
    expectError("outer", .shape, "(3, 3)", "1 dimension") { Linalg.outer(square, vector) }
  }

  @Test func shapesThatDoNotFit() {
    expectError("solve", .shape, "(3, 3)", "(2,)", "3 elements") { Linalg.solve(square, ones([2])) }
    expectError("solve", .shape, "(3, 3)", "(2, 4)", "3 rows") { Linalg.solve(square, ones([2, 4])) }
    expectError("solve", .shape, "broadcast") { Linalg.solve(ones([2, 3, 3]), ones([5, 3, 1])) }
    expectError("triangular_solve", .shape, "(3, 3)", "(2, 4)") { Lax.triangularSolve(square, ones([2, 4]), leftSide: true) }
    expectError("tridiagonal_solve", .shape, "(3,)", "[…, m, n]") { Lax.tridiagonalSolve(vector, vector, vector, vector) }
    expectError("tridiagonal_solve", .shape, "do not fit") { Lax.tridiagonalSolve(vector, vector, vector, ones([4, 1])) }
    expectError("lstsq", .shape, "as many rows") { Linalg.lstsq(wide, vector) }
    expectError("tensorsolve", .shape, "(3, 3)", "(2,)") { Linalg.tensorsolve(square, ones([2])) }
    expectError("tensorinv", .shape, "ind 1") { Linalg.tensorinv(wide, ind: 1) }
    expectError("tensorinv", .shape, "ind 0") { Linalg.tensorinv(square, ind: 0) }
    expectError("cross", .shape, "both must be 3") { Linalg.cross(ones([2]), ones([2])) }
    expectError("vecdot", .shape, "must be equal") { Linalg.vecdot(ones([2]), vector) }
    expectError("multi_dot", .value, "two at least") { Linalg.multiDot([square]) }
    expectError("multi_dot", .shape, "(3, 3)", "(2, 3)") { Linalg.multiDot([square, wide]) }
    expectError("multi_dot", .shape, "(2, 3, 3)") { Linalg.multiDot([ones([2, 3, 3]), square]) }
    expectError("householder_product", .shape, "(2, 3)") { Lax.householderProduct(wide, ones([2])) }
    expectError("eigh_tridiagonal", .shape, "one element less") { Linalg.eighTridiagonal(vector, vector) }
    expectError("rsf2csf", .shape, "must be equal") { Linalg.rsf2csf(square, eye(2)) }
    expectError("block_diag", .shape, "(2, 3, 3)") { Linalg.blockDiag(ones([2, 3, 3])) }
    expectError("cond", .value, "empty") { Linalg.cond(zeros([0, 3])) }
  }

  @Test func dtypesAndValues() {
    let half = square.astype(.float16)
    expectError("cholesky", .dtype, "float16", "complex128") { Linalg.cholesky(half) }
    expectError("svd", .dtype, "bfloat16") { Linalg.svd(square.astype(.bfloat16)) }
    expectError("lu", .dtype, "float16") { Linalg.inv(half) }
    expectError("expm", .dtype, "float16") { Linalg.expm(half) }
    expectError("triangular_solve", .dtype, "int32") { Lax.triangularSolve(eye(3, dtype: .int32), ones([3], dtype: .int32)) }
    expectError("lu_pivots_to_permutation", .value, "2 rows") { Lax.luPivotsToPermutation(zeros([3], dtype: .int32), 2) }
    expectError("solve_triangular", .value, "trans is 3") { Linalg.solveTriangular(square, vector, trans: 3) }
    expectError("norm", .value, ".nuc") { Linalg.norm(square, ord: 3) }
    expectError("norm", .value, "Frobenius") { Linalg.norm(vector, ord: .fro) }
  }

  @Test func derivativesThatNobodyKnows() {
    let tangent = ones([3, 3])
    func error(_ name: String, _ f: @escaping (NDArray) -> NDArray) {
      expectError(name, .value, "not known") { jvp(f, square, tangent) }
      expectError(name, .value, "not known") { grad { (x: NDArray) in f(x).real.sum() }(square) }
    }
    error("eig") { Linalg.eig($0).eigenvectors }
    error("schur") { Linalg.schur($0).t }
    error("svd") { Linalg.svd($0).u }
    error("geqrf") { Linalg.qr($0, mode: .raw).q }
    error("hessenberg") { Lax.hessenberg($0).a }
    error("tridiagonal") { Lax.tridiagonal($0).d }
    expectError("qr", .value, "(2, 3)") { jvp({ (x: NDArray) in Linalg.qr(x).r }, wide, wide) }
    expectError("qr", .value, "full Q") { jvp({ (x: NDArray) in Linalg.qr(x, mode: .complete).r }, ones([3, 2]), ones([3, 2])) }
  }
}
