import Lanewise
import LanewiseCore

// jax.numpy.linalg, jax.scipy.linalg and jax.lax.linalg.
extension FaceTable {
  mutating func addLinearAlgebra() {
    module = "jax.numpy.linalg"
    addNorms()
    addFactorizations()
    addSolving()
    unary("det") { Linalg.det($0) }
    unary("inv") { Linalg.inv($0) }
    unary("eigvals") { Linalg.eigvals($0) }
    unary("eigvalsh") { Linalg.eigvalsh($0) }
    unary("svdvals") { Linalg.svdvals($0) }
    unary("matrix_transpose") { Linalg.matrixTranspose($0) }
    array("matrix_rank", "M rtol") { Linalg.matrixRank($0.x("M"), rtol: $0.optionalX("rtol")) }
    array("matrix_power", "a n") { Linalg.matrixPower($0.x("a"), $0.int("n")) }
    array("pinv", "a rtol hermitian") {
      Linalg.pinv($0.x("a"), rtol: $0.optionalX("rtol"), hermitian: $0.bool("hermitian"))
    }
    array("multi_dot", "arrays") { Linalg.multiDot($0.xs("arrays")) }
    binary("matmul") { Linalg.matmul($0, $1) }
    binary("outer") { Linalg.outer($0, $1) }
    array("cross", "x1 x2 axis") { Linalg.cross($0.x("x1"), $0.x("x2"), axis: $0.int("axis", -1)) }
    array("vecdot", "x1 x2 axis") { Linalg.vecdot($0.x("x1"), $0.x("x2"), axis: $0.int("axis", -1)) }
    array("diagonal", "x offset") { Linalg.diagonal($0.x("x"), offset: $0.int("offset", 0)) }
    array("trace", "x offset dtype") { Linalg.trace($0.x("x"), offset: $0.int("offset", 0), dtype: $0.dtype()) }
    addSciPy()
  }

  private mutating func addNorms() {
    func order(_ a: Arguments) -> NormOrder? {
      switch a["ord"] {
      case .string("fro"): .fro
      case .string("nuc"): .nuc
      default: a.optionalDouble("ord").map { NormOrder($0) }
      }
    }
    nonisolated(unsafe) let order = order
    array("norm", "x ord axis keepdims") {
      Linalg.norm($0.x("x"), ord: order($0), axis: $0.axis, keepdims: $0.bool("keepdims"))
    }
    array("matrix_norm", "x keepdims ord") {
      Linalg.matrixNorm($0.x("x"), ord: order($0) ?? .fro, keepdims: $0.bool("keepdims"))
    }
    array("vector_norm", "x axis keepdims ord") {
      Linalg.vectorNorm(
        $0.x("x"), ord: order($0) ?? 2, axis: $0.optionalInt("axis"), keepdims: $0.bool("keepdims"))
    }
    array("cond", "x ord") { Linalg.cond($0.x("x"), p: order($0)) }
  }

  private mutating func addFactorizations() {
    array("cholesky", "a upper") { Linalg.cholesky($0.x("a"), upper: $0.bool("upper")) }
    arrays("slogdet", "a") { a in
      let (sign, logarithm) = Linalg.slogdet(a.x("a"))
      return [sign, logarithm]
    }
    arrays("eig", "a") { a in
      let (values, vectors) = Linalg.eig(a.x("a"))
      return [values, vectors]
    }
    arrays("eigh", "a UPLO symmetrize_input") { a in
      let (values, vectors) = Linalg.eigh(
        a.x("a"), uplo: a.string("UPLO") == "U" ? .upper : .lower, symmetrizeInput: a.bool("symmetrize_input", true))
      return [values, vectors]
    }
    value("svd", "a full_matrices compute_uv hermitian") { a in
      guard a.bool("compute_uv", true) else { return .array(Linalg.svdvals(a.x("a"))) }
      let (u, s, vh) = Linalg.svd(
        a.x("a"), fullMatrices: a.bool("full_matrices", true), hermitian: a.bool("hermitian"))
      return .tuple([u, s, vh].map(Value.array))
    }
    value("qr", "a mode") { a in
      if a.string("mode") == "r" { return .array(Linalg.qr(a.x("a"), mode: .r)) }
      let (q, r) = Linalg.qr(a.x("a"), mode: a.string("mode") == "complete" ? .complete : .reduced)
      return .tuple([.array(q), .array(r)])
    }
  }

  private mutating func addSolving() {
    binary("solve") { Linalg.solve($0, $1) }
    arrays("lstsq", "a b rcond") { a in
      let (x, residuals, rank, s) = Linalg.lstsq(a.x("a"), a.x("b"), rcond: a.optionalX("rcond"))
      return [x, residuals, rank, s]
    }
    array("tensorsolve", "a b axes") { Linalg.tensorsolve($0.x("a"), $0.x("b"), axes: $0.optionalInts("axes")) }
    array("tensorinv", "a ind") { Linalg.tensorinv($0.x("a"), ind: $0.int("ind", 2)) }
  }

  private mutating func addSciPy() {
    module = "jax.scipy.linalg"
    array("solve", "a b lower overwrite_a overwrite_b debug check_finite assume_a") { a in
      guard let kind = a.string("assume_a") else { return Linalg.solve(a.x("a"), a.x("b")) }
      return Linalg.solve(
        a.x("a"), a.x("b"), assumeA: MatrixKind(rawValue: kind) ?? .gen, lower: a.bool("lower"))
    }
    array("solve_triangular", "a b trans lower unit_diagonal") {
      Linalg.solveTriangular(
        $0.x("a"), $0.x("b"), trans: $0.int("trans", 0), lower: $0.bool("lower"),
        unitDiagonal: $0.bool("unit_diagonal"))
    }
    arrays("lu_factor", "a") { a in
      let (lu, pivots) = Linalg.luFactor(a.x("a"))
      return [lu, pivots]
    }
    array("lu_solve", "lu_and_piv b trans") { a in
      let factors = a.xs("lu_and_piv")
      guard factors.count == 2 else { return a.x("b") }
      return Linalg.luSolve((factors[0], factors[1]), a.x("b"), trans: a.int("trans", 0))
    }
    value("cho_factor", "a lower") { a in
      let (c, lower) = Linalg.choFactor(a.x("a"), lower: a.bool("lower"))
      return .tuple([.array(c), .bool(lower)])
    }
    array("cho_solve", "c_and_lower b") { a in
      let (c, lower) = a.interpreter.pair(a["c_and_lower"] ?? .none)
      return Linalg.choSolve((c.number ?? 0, a.interpreter.isTrue(lower)), a.x("b"))
    }
    array("cholesky", "a lower") { Linalg.cholesky($0.x("a"), upper: !$0.bool("lower")) }
    unary("expm") { Linalg.expm($0) }
    unary("sqrtm") { Linalg.sqrtm($0) }
    unary("inv") { Linalg.inv($0) }
    unary("det") { Linalg.det($0) }
    array("block_diag", "*arrs") { Linalg.blockDiag($0.xs("arrs")) }
    array("toeplitz", "c r") { Linalg.toeplitz($0.x("c"), $0.optionalX("r")) }
    array("hilbert", "n") { Linalg.hilbert($0.int("n")) }
    value("hessenberg", "a calc_q overwrite_a check_finite") { a in
      guard a.bool("calc_q") else { return .array(Linalg.hessenberg(a.x("a"))) }
      let (h, q) = Linalg.hessenbergFactors(a.x("a"))
      return .tuple([.array(h), .array(q)])
    }
    value("funm", "A func disp") { a in
      let f = a.callable("func")
      let (value, error) = Linalg.funmWithError(a.x("A")) { f([.array($0)]).number ?? 0 }
      return a.bool("disp", true) ? .array(value) : .tuple([.array(value), .array(error)])
    }
    value("expm_frechet", "A E method compute_expm") { a in
      let (value, slope) = Linalg.expmFrechet(a.x("A"), a.x("E"))
      return a.bool("compute_expm", true) ? .tuple([.array(value), .array(slope)]) : .array(slope)
    }
    module = "jax.lax.linalg"
    arrays("qdwh", "x is_hermitian max_iterations eps") { a in
      let (u, h, iterations, isConverged) = Lax.qdwh(
        a.x("x"), maxIterations: a.int("max_iterations", 10), eps: a.optionalDouble("eps"))
      return [u, h, iterations, isConverged]
    }
    arrays("qr", "x full_matrices") { a in
      let (q, r) = Lax.qr(a.x("x"), fullMatrices: a.bool("full_matrices", true))
      return [q, r]
    }
    array("cholesky", "x symmetrize_input") {
      Lax.cholesky($0.x("x"), symmetrizeInput: $0.bool("symmetrize_input", true))
    }
    array("triangular_solve", "a b left_side lower transpose_a conjugate_a unit_diagonal") { a in
      Lax.triangularSolve(
        a.x("a"), a.x("b"), leftSide: a.bool("left_side"), lower: a.bool("lower"),
        transposeA: a.bool("transpose_a"), conjugateA: a.bool("conjugate_a"), unitDiagonal: a.bool("unit_diagonal"))
    }
  }
}
