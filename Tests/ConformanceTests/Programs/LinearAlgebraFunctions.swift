import Lanewise

// The functions of Tests/Oracle/linalg_cases.py.

/// A complex array's two parts; a real array itself.
private func parts(_ x: NDArray...) -> [NDArray] { x.flatMap { $0.dtype.isComplex ? [$0.real, $0.imag] : [$0] } }
private func complex(_ x: NDArray, _ y: NDArray) -> NDArray { Lax.complex(x, y) }

private func positive(_ x: NDArray) -> NDArray { matmul(x, conj(x.mT)) + eye(x.shape.last!, dtype: x.dtype) }
/// A square matrix with eigenvalues apart from each other.
private func wide(_ x: NDArray) -> NDArray { x + diag(2 * arange(1, x.shape.last! + 1).astype(x.dtype)) }

extension HandWritten {
  static let linearAlgebraFunctions: [String: Program] = {
    let programs = [factors, eigenvalues, equations, numbers, products].reduce([:]) { $0.merging($1) { $1 } }
    return Dictionary(uniqueKeysWithValues: programs.map { ("linear_algebra/\($0)", $1) })
  }()

  private static let factors: [String: Program] = [
    "cholesky_upper": { [Linalg.cholesky(positive($0[0]), upper: true)] },
    "cholesky_complex": { parts(Linalg.cholesky(positive(complex($0[0], $0[1])))) },
    "cholesky_triangle": { [Lax.cholesky(positive($0[0]) + triu($0[0], k: 1), symmetrizeInput: false)] },
    "qr_complete": { x in
      let (q, r) = Linalg.qr(x[0], mode: .complete)
      return [q, r]
    },
    "qr_of_wide": { x in
      let (q, r) = Linalg.qr(x[0])
      return [q, r]
    },
    "qr_of_batch": { x in
      let (q, r) = Linalg.qr(x[0])
      return [q, r]
    },
    "qr_complex": { x in
      let (q, r) = Linalg.qr(complex(x[0], x[1]))
      return parts(q, r)
    },
    "qr_raw": { x in
      let (h, tau) = Linalg.qr(x[0], mode: .raw)
      return [h, tau]
    },
    "reflectors": { x in
      let (a, taus) = Lax.geqrf(x[0])
      return [Lax.householderProduct(a, taus)]
    },
    "svd_full": { x in
      let (u, s, vh) = Linalg.svd(x[0])
      return [u, s, vh]
    },
    "svd_full_of_wide": { x in
      let (u, s, vh) = Linalg.svd(x[0])
      return [u, s, vh]
    },
    "svd_of_tall": { x in
      let (u, s, vh) = Linalg.svd(x[0], fullMatrices: false)
      return [u, s, vh]
    },
    "svd_of_wide": { x in
      let (u, s, vh) = Linalg.svd(x[0], fullMatrices: false)
      return [u, s, vh]
    },
    "svd_complex": { x in
      let (u, s, vh) = Linalg.svd(complex(x[0], x[1]), fullMatrices: false)
      return parts(u, s, vh)
    },
    "svd_hermitian": { x in
      let (u, s, vh) = Linalg.svd(wide(x[0]), hermitian: true)
      return [u, s, vh]
    },
    "svdvals": { [Linalg.svdvals($0[0])] },
    "lu_of_tall": { x in
      let (p, l, u) = Linalg.lu(x[0])
      return [p, l, u]
    },
    "lu_of_wide": { x in
      let (p, l, u) = Linalg.lu(x[0])
      return [p, l, u]
    },
    "lu_of_batch": { x in
      let (lu, pivots, permutation) = Lax.lu(x[0])
      return [lu, pivots, permutation]
    },
    "lu_complex": { x in
      let (lu, pivots, permutation) = Lax.lu(complex(x[0], x[1]))
      return parts(lu, pivots, permutation)
    },
    "polar_of_tall": { x in
      let (unitary, positive) = Linalg.polar(x[0])
      return [unitary, positive]
    },
    "polar_left": { x in
      let (unitary, positive) = Linalg.polar(x[0], left: true)
      return [unitary, positive]
    },
  ]

  private static let eigenvalues: [String: Program] = [
    "eigh_vectors": { x in
      let (w, v) = Linalg.eigh(wide(x[0]))
      return [w, v]
    },
    "eigh_of_upper": { x in
      let (w, v) = Linalg.eigh(wide(x[0]), uplo: .upper, symmetrizeInput: false)
      return [w, v]
    },
    "eigh_complex": { x in
      let (w, v) = Linalg.eigh(wide(complex(x[0], x[1])))
      return parts(w, v)
    },
    "eigvalsh": { [Linalg.eigvalsh($0[0], uplo: .upper)] },
    "eig_vectors": { x in
      let (w, v) = Linalg.eig(x[0])
      return parts(w, v)
    },
    "eig_complex": { x in
      let (w, v) = Linalg.eig(complex(x[0], x[1]))
      return parts(w, v)
    },
    "eigvals": { parts(Linalg.eigvals($0[0])) },
    "eigvals_complex": { parts(Linalg.eigvals(complex($0[0], $0[1]))) },
    "schur_real": { x in
      let (t, z) = Linalg.schur(x[0])
      return [t, z]
    },
    "schur_complex": { x in
      let (t, z) = Linalg.schur(x[0], complex: true)
      return parts(t, z)
    },
    "rsf2csf": { x in
      let (realT, realZ) = Linalg.schur(x[0])
      let (t, z) = Linalg.rsf2csf(realT, realZ)
      return parts(tril(t, k: -1), matmul(matmul(z, t), conj(z.T)))
    },
    "eigh_tridiagonal": { [Linalg.eighTridiagonal($0[0], $0[1])] },
    "hessenberg": { x in
      let (a, taus) = Lax.hessenberg(x[0])
      return [a, taus]
    },
    "tridiagonal": { x in
      let (a, d, e, taus) = Lax.tridiagonal(x[0] + x[0].mT)
      return [a, d, e, taus]
    },
  ]

  private static let equations: [String: Program] = [
    "solve_shared": { [Linalg.solve(wide($0[0]), $0[1])] },
    "solve_broadcast": { [Linalg.solve(wide($0[0]), $0[1])] },
    "solve_vector": { [Linalg.solve(wide($0[0]), $0[1])] },
    "solve_complex": { parts(Linalg.solve(wide(complex($0[0], $0[1])), complex($0[2], $0[3]))) },
    "inv_of_batch": { [Linalg.inv(wide($0[0]))] },
    "inv_complex": { parts(Linalg.inv(wide(complex($0[0], $0[1])))) },
    "solve_positive": { [Linalg.solve(positive($0[0]), $0[1], assumeA: .pos, lower: true)] },
    "solve_positive_upper": { [Linalg.solve(positive($0[0]), $0[1], assumeA: .pos)] },
    "cho_solve_lower": { [Linalg.choSolve(Linalg.choFactor(positive($0[0]), lower: true), $0[1])] },
    "cho_solve_complex": { x in
      let a = positive(complex(x[0], x[1]))
      return parts(Linalg.choSolve(Linalg.choFactor(a), x[2].astype(a.dtype)))
    },
    "lu_solve_transposed": { [Linalg.luSolve(Linalg.luFactor(wide($0[0])), $0[1], trans: 1)] },
    "lu_solve_adjoint": { x in
      let a = wide(complex(x[0], x[1]))
      return parts(Linalg.luSolve(Linalg.luFactor(a), x[2].astype(a.dtype), trans: 2))
    },
    "triangular_adjoint": { x in
      parts(Linalg.solveTriangular(wide(complex(x[0], x[1])), complex(x[2], x[3]), trans: 2, lower: true))
    },
    "triangular_conjugate": { x in
      parts(Lax.triangularSolve(wide(complex(x[0], x[1])), complex(x[2], x[3]), conjugateA: true))
    },
    "triangular_right": { [Lax.triangularSolve(wide($0[0]), $0[1], lower: true, transposeA: true)] },
    "triangular_right_unit": { [Lax.triangularSolve($0[0], $0[1], unitDiagonal: true)] },
    "triangular_vector": { [Lax.triangularSolve(wide($0[0]), $0[1], lower: true)] },
    "tridiagonal_solve": { [Lax.tridiagonalSolve($0[0].at[0].set(0), $0[1] + 4, $0[2].at[-1].set(0), $0[3])] },
    "tridiagonal_solve_of_right": { x in
      func diagonal(_ elements: [Double]) -> NDArray { NDArray(elements, shape: [4], dtype: x[0].dtype) }
      return [
        Lax.tridiagonalSolve(diagonal([0, 1, 2, 3]), diagonal([5, 6, 7, 8]), diagonal([2, 1, 1, 0]), x[0])
      ]
    },
    "tensorsolve": { x in
      [Linalg.tensorsolve(x[0] + 3 * eye(6, dtype: x[0].dtype).reshape([2, 3, 6]), x[1])]
    },
    "tensorsolve_of_axes": { x in
      let shifted = moveaxis(3 * eye(6, dtype: x[0].dtype).reshape([2, 3, 6]), 2, 1)
      return [Linalg.tensorsolve(x[0] + shifted, x[1], axes: [1])]
    },
    "tensorinv": { [Linalg.tensorinv($0[0] + 3 * eye(4, dtype: $0[0].dtype).reshape([4, 2, 2]), ind: 1)] },
    "lstsq_of_tall": { x in
      let (solution, residuals, rank, s) = Linalg.lstsq(x[0], x[1])
      return [solution, residuals, rank, s]
    },
    "lstsq_of_wide": { [Linalg.lstsq($0[0], $0[1]).x] },
    "lstsq_deficient": { x in
      let (solution, _, rank, _) = Linalg.lstsq(matmul(x[0], x[1]), x[2], rcond: 1e-6)
      return [solution, rank]
    },
    "pinv_of_tall": { [Linalg.pinv($0[0])] },
    "pinv_complex": { parts(Linalg.pinv(complex($0[0], $0[1]))) },
    "pinv_hermitian": { [Linalg.pinv(wide($0[0]), hermitian: true)] },
    "pinv_deficient": { [Linalg.pinv(matmul($0[0], $0[1]), rtol: 1e-6)] },
    "pinv_singular": { [Linalg.pinv($0[0], rtol: 1e-8)] },
  ]

  private static let numbers: [String: Program] = [
    "det_of_one": { [Linalg.det($0[0])] }, "det_of_two": { [Linalg.det($0[0])] },
    "det_of_four": { [Linalg.det($0[0])] }, "det_singular": { [Linalg.det($0[0])] },
    "det_complex": { parts(Linalg.det(complex($0[0], $0[1]))) },
    "slogdet_of_four": { x in
      let (sign, logarithm) = Linalg.slogdet(x[0])
      return [sign, logarithm]
    },
    "slogdet_complex": { x in
      let (sign, logarithm) = Linalg.slogdet(complex(x[0], x[1]))
      return parts(sign, logarithm)
    },
    "matrix_rank": { [Linalg.matrixRank(matmul($0[0], $0[1]))] },
    "matrix_rank_above": { [Linalg.matrixRank($0[0], rtol: 0.8)] },
    "norms_of_matrices": { x in
      [.fro, .nuc, 1, -1, 2, -2, .inf, .negativeInf].map { Linalg.norm(x[0], ord: $0, axis: [2, 0], keepdims: true) }
    },
    "norms_of_vectors": { x in
      let orders: [NormOrder?] = [nil, 1, 2, 3, -1, 0.5, .inf, .negativeInf]
      return orders.map { Linalg.norm(x[0], ord: $0, axis: 1) }
    },
    "norm_zero": { [Linalg.norm(`where`($0[0] .> 0, $0[0], 0), ord: 0, axis: 0)] },
    "vector_norms": { [Linalg.vectorNorm($0[0], ord: 3, keepdims: true), Linalg.vectorNorm($0[0], axis: 0)] },
    "matrix_norms": { [Linalg.matrixNorm($0[0], keepdims: true), Linalg.matrixNorm($0[0], ord: .nuc)] },
    "conds": { x in
      let orders: [NormOrder?] = [nil, 1, -1, 2, -2, .fro, .inf]
      return orders.map { Linalg.cond(wide(x[0]), p: $0) }
    },
  ]

  private static let products: [String: Program] = [
    "multi_dot": { [Linalg.multiDot($0)] }, "multi_dot_of_vectors": { [Linalg.multiDot($0)] },
    "matrix_powers": { x in [0, 1, 2, 5, -1].map { Linalg.matrixPower(wide(x[0]), $0) } },
    "vecdot_complex": { parts(Linalg.vecdot(complex($0[0], $0[1]), complex($0[2], $0[3]), axis: 0)) },
    "diagonals": { x in
      [Linalg.diagonal(x[0], offset: 1), Linalg.trace(x[0], offset: -1), Linalg.matrixTranspose(x[0])]
    },
    "expm_of_batch": { [Linalg.expm($0[0])] }, "expm_small": { [Linalg.expm(0.002 * $0[0])] },
    "expm_large": { [Linalg.expm(8 * $0[0])] },
    "expm_complex": { parts(Linalg.expm(complex($0[0], $0[1]))) },
    "expm_of_triangle": { [Linalg.expm(triu($0[0]), upperTriangular: true)] },
    "sqrtm": { parts(Linalg.sqrtm($0[0])) },
    "toeplitz": { [Linalg.toeplitz($0[0], $0[1])] }, "block_diag": { [Linalg.blockDiag($0)] },
  ]
}
