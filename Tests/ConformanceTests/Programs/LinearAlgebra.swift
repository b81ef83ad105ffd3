import Lanewise

// Linear algebra: the cases of the corpus are expressions over several functions.
extension HandWritten {
  static let linearAlgebra: [String: Program] = {
    var programs: [String: Program] = [
      "cholesky": { [Linalg.cholesky($0[0])] }, "cholesky_notpd": { [Linalg.cholesky($0[0])] },
      "inv": { [Linalg.inv($0[0])] }, "inv_singular": { [Linalg.inv($0[0])] }, "det": { [Linalg.det($0[0])] },
      "solve": { [Linalg.solve($0[0], $0[1])] }, "solve_mat": { [Linalg.solve($0[0], $0[1])] },
      "solve_singular": { [Linalg.solve($0[0], $0[1])] },
      "solve_tri": { [Linalg.solveTriangular($0[0], $0[1], lower: true)] },
      "solve_tri_u": { [Linalg.solveTriangular($0[0].T, $0[1])] },
      "solve_tri_t": { [Linalg.solveTriangular($0[0], $0[1], trans: 1, lower: true)] },
      "lax_tri": { [Lax.triangularSolve($0[0], $0[1], leftSide: true, lower: true, unitDiagonal: true)] },
      "eigh_vals": { [Linalg.eigh($0[0]).eigenvalues] }, "svd_vals": { [Linalg.svdvals($0[0])] },
      "eig_vals": { [sort(abs(Linalg.eigvals($0[0])))] },
      "lu_solve": { [Linalg.luSolve(Linalg.luFactor($0[0]), $0[1])] },
      "scipy_solve_pos": { [Linalg.solve($0[0], $0[1], assumeA: .pos)] },
      "matrix_rank": { [Linalg.matrixRank($0[0])] }, "matrix_power": { [Linalg.matrixPower($0[0], 3)] },
      "matrix_power_neg": { [Linalg.matrixPower($0[0], -2)] }, "lstsq": { [Linalg.lstsq($0[0], $0[1]).x] },
      "expm": { [Linalg.expm($0[0] * 0.3)] }, "sqrtm": { [Linalg.sqrtm($0[0]).real] },
      "tensorinv": { [Linalg.tensorsolve($0[0], $0[1])] }, "block_diag": { [Linalg.blockDiag($0[0], $0[1])] },
      "toeplitz": { [Linalg.toeplitz($0[0][0])] }, "trace": { [Linalg.trace($0[0])] },
      "logdet_grad": { [grad({ (a: NDArray) in Linalg.slogdet(a).logabsdet })($0[0])] },
      "cross": { [Linalg.cross($0[0][.all, 0..<3], $0[1][.all, 0..<3])] }, "vecdot": { [Linalg.vecdot($0[0], $0[0])] },
      "outer": { [Linalg.outer($0[0][0], $0[1])] }, "matrix_norm": { [Linalg.matrixNorm($0[0])] },
      "norm": { [Linalg.norm($0[0])] }, "norm1": { [Linalg.norm($0[0], ord: 1)] },
      "norm_inf": { [Linalg.norm($0[0], ord: .inf)] }, "norm2": { [Linalg.norm($0[0], ord: 2)] },
      "norm_nuc": { [Linalg.norm($0[0], ord: .nuc)] }, "norm_axis": { [Linalg.norm($0[0], ord: nil, axis: 1)] },
      "norm_vec3": { [Linalg.norm($0[0][0], ord: 3)] },
    ]
    let several: [String: Program] = [
      "slogdet": { x in
        let (sign, logarithm) = Linalg.slogdet(x[0])
        return [sign, logarithm]
      },
      "eigh_recon": { x in
        let (w, v) = Linalg.eigh(x[0])
        return [matmul(v * w, v.T)]
      },
      "svd_recon": { x in
        let (u, s, vh) = Linalg.svd(x[0], fullMatrices: false)
        return [matmul(u * s, vh)]
      },
      "qr_recon": { x in
        let (q, r) = Linalg.qr(x[0])
        return [matmul(q, r)]
      },
      "qr_abs_r": { [abs(Linalg.qr($0[0], mode: .r))] },
      "qr_qtq": { x in
        let q = Linalg.qr(x[0]).q
        return [matmul(q.T, q)]
      },
      "qr_raw": { x in
        let (q, r) = Linalg.qr(x[0])
        return [q, r]
      },
      "householder": { x in
        let (q, r) = Lax.qr(x[0], fullMatrices: false)
        return [q, r]
      },
      "lu_factor": { x in
        let (lu, pivots) = Linalg.luFactor(x[0])
        return [lu, pivots]
      },
    ]
    programs.merge(several) { $1 }
    programs["slogdet_singular"] = programs["slogdet"]
    var named: [String: Program] = ["scipy/cg": { x in [Linalg.cg({ matmul(x[0], $0) }, x[1])] }]
    for (name, program) in programs { named["linalg/\(name)"] = program }
    return named
  }()
}
