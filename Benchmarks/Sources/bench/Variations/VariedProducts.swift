import Lanewise

extension Variations {
  func products() {
    func matrix(_ shape: Int...) -> NDArray { Random.normal(Random.key(22), shape) }
    for size in [4, 16, 64, 128, 256, 2048] {
      jitted("d_matmul_\(size)", matrix(size, size), matrix(size, size)) { matmul($0, $1) }
    }
    jitted("d_matmul_float64", matrix(512, 512).astype(.float64), matrix(512, 512).astype(.float64)) { matmul($0, $1) }
    jitted(
      "d_matmul_complex64", Lax.complex(matrix(256, 256), matrix(256, 256)),
      Lax.complex(matrix(256, 256), matrix(256, 256))
    ) {
      matmul($0, $1)
    }
    jitted("d_matmul_bfloat16", matrix(512, 512).astype(.bfloat16), matrix(512, 512).astype(.bfloat16)) {
      matmul($0, $1)
    }
    jitted("d_matmul_int32", Self.whole[..<65_536].reshape([256, 256]), Self.whole[..<65_536].reshape([256, 256])) {
      matmul($0, $1)
    }
    jitted("d_matmul_inner", matrix(100, 10_000), matrix(10_000, 100)) { matmul($0, $1) }
    jitted("d_matmul_outer", matrix(1000, 10), matrix(10, 1000)) { matmul($0, $1) }
    jitted("d_matmul_thin", matrix(10_000, 64), matrix(64, 64)) { matmul($0, $1) }
    jitted("d_matmul_transposed", matrix(512, 512), matrix(512, 512)) { matmul($0.T, $1) }
    jitted("d_batch_8", matrix(1000, 8, 8), matrix(1000, 8, 8)) { matmul($0, $1) }
    jitted("d_batch_3", matrix(10_000, 3, 3), matrix(10_000, 3, 3)) { matmul($0, $1) }
    jitted("d_batch_256", matrix(16, 256, 256), matrix(16, 256, 256)) { matmul($0, $1) }
    jitted("d_batch_matvec", matrix(1000, 32, 32), matrix(1000, 32)) { einsum("bij,bj->bi", $0, $1) }
    jitted("d_matvec_512", matrix(512, 512), matrix(512)) { matmul($0, $1) }
    jitted("d_vecmat_2048", matrix(2048), matrix(2048, 2048)) { matmul($0, $1) }
    jitted("d_matvec_int32", matrix(1000, 1000).astype(.int32), matrix(1000).astype(.int32)) { matmul($0, $1) }
    jitted("d_matvec_float64", matrix(1000, 1000).astype(.float64), matrix(1000).astype(.float64)) { matmul($0, $1) }
    jitted("d_dot_1m", Self.line, Self.positive) { matmul($0, $1) }
    jitted("d_dot_1000", matrix(1000), matrix(1000)) { matmul($0, $1) }
    jitted("d_outer", matrix(1000), matrix(1000)) { outer($0, $1) }
    jitted("d_chain", matrix(256, 256), matrix(256, 256)) { einsum("ij,jk,kl->il", $0, $1, $0) }
    jitted("d_trace_product", matrix(512, 512), matrix(512, 512)) { einsum("ij,ji->", $0, $1) }
    jitted("d_tensordot", matrix(50, 60, 70), matrix(70, 60, 40)) { tensordot($0, $1, axes: ([1, 2], [1, 0])) }
    jitted("d_bilinear", matrix(1000, 64), matrix(64, 64)) { einsum("bi,ij,bj->b", $0, $1, $0) }
    jitted("d_gram_grad", matrix(512, 512)) { grad { (x: NDArray) in sum(matmul(x, x.T)) }($0) }
    jitted("d_dense_relu", matrix(512, 512), matrix(512, 512), matrix(512)) { maximum(matmul($0, $1) + $2, 0) }
    jitted("d_dense_tanh_thin", matrix(1000, 32), matrix(32, 128), matrix(128)) { tanh(matmul($0, $1) + $2) }
    jitted("d_distances", matrix(1000, 16), matrix(1000, 16)) { x, y in
      sum(x * x, axis: 1)[.all, .newAxis] + sum(y * y, axis: 1) - 2 * matmul(x, y.T)
    }
  }

  func convolutions() {
    func field(_ shape: Int...) -> NDArray { Random.normal(Random.key(23), shape) }
    jitted("k_3x3_deep", field(8, 64, 28, 28), field(64, 64, 3, 3)) { Lax.conv($0, $1, [1, 1], .same) }
    jitted("k_3x3_stride", field(16, 16, 56, 56), field(32, 16, 3, 3)) { Lax.conv($0, $1, [2, 2], .same) }
    jitted("k_1x1", field(16, 64, 28, 28), field(128, 64, 1, 1)) { Lax.conv($0, $1, [1, 1], .same) }
    jitted("k_7x7", field(8, 3, 112, 112), field(32, 3, 7, 7)) { Lax.conv($0, $1, [2, 2], .same) }
    jitted("k_1d", field(16, 8, 1000), field(16, 8, 5)) { Lax.conv($0, $1, [1], .same) }
    jitted("k_depthwise", field(8, 32, 56, 56), field(32, 1, 3, 3)) {
      Lax.convGeneralDilated($0, $1, windowStrides: [1, 1], padding: .same, featureGroupCount: 32)
    }
    jitted("k_grad", field(8, 16, 28, 28), field(16, 16, 3, 3)) { x, k in
      grad { (k: NDArray) in sum(Lax.conv(x, k, [1, 1], .same) ** 2) }(k)
    }
    jitted("k_digits", field(64, 1, 28, 28), field(8, 1, 3, 3)) { Lax.conv($0, $1, [1, 1], .same) }
    jitted("k_mean_pool", field(16, 16, 56, 56)) {
      Lax.reduceWindow($0, 0, Lax.add, windowDimensions: [1, 1, 2, 2], windowStrides: [1, 1, 2, 2], padding: .valid) / 4
    }
    jitted("k_max_pool_3", field(16, 16, 56, 56)) {
      Lax.reduceWindow(
        $0, NDArray(-Float.infinity), Lax.max, windowDimensions: [1, 1, 3, 3], windowStrides: [1, 1, 1, 1],
        padding: .same)
    }
    jitted("k_max_pool_grad", field(16, 16, 56, 56)) { x in
      grad { (x: NDArray) in
        sum(
          Lax.reduceWindow(
            x, NDArray(-Float.infinity), Lax.max, windowDimensions: [1, 1, 2, 2], windowStrides: [1, 1, 2, 2],
            padding: .valid))
      }(x)
    }
    jitted("k_convolve", Self.line, linspace(0, 1, 31)) { convolve($0, $1, mode: .same) }
  }

  func factorizations() {
    func matrix(_ shape: Int...) -> NDArray { Random.normal(Random.key(24), shape) }
    func positive(_ size: Int) -> NDArray {
      let a = matrix(size, size)
      return matmul(a, a.T) / NDArray(size) + eye(size)
    }
    jitted("l_cholesky_64", positive(64)) { Linalg.cholesky($0) }
    jitted("l_cholesky_1024", positive(1024)) { Linalg.cholesky($0) }
    jitted("l_cholesky_float64", positive(512).astype(.float64)) { Linalg.cholesky($0) }
    jitted("l_cholesky_batch", broadcastTo(positive(32), [100, 32, 32])) { Linalg.cholesky($0) }
    jitted("l_solve_float64", matrix(512, 512).astype(.float64), matrix(512).astype(.float64)) { Linalg.solve($0, $1) }
    jitted("l_solve_many", matrix(512, 512), matrix(512, 64)) { Linalg.solve($0, $1) }
    jitted("l_solve_batch", matrix(1000, 16, 16), matrix(1000, 16, 1)) { Linalg.solve($0, $1) }
    jitted("l_solve_64", matrix(64, 64), matrix(64)) { Linalg.solve($0, $1) }
    jitted("l_svd_64", matrix(64, 64)) { Linalg.svd($0, fullMatrices: false).u }
    jitted("l_svd_tall", matrix(512, 64)) { Linalg.svd($0, fullMatrices: false).u }
    jitted("l_eigh_64", positive(64)) { Linalg.eigh($0).eigenvectors }
    jitted("l_eigh_float64", positive(256).astype(.float64)) { Linalg.eigh($0).eigenvectors }
    jitted("l_qr_float64", matrix(512, 512).astype(.float64)) { Linalg.qr($0).q }
    jitted("l_eigvalsh", positive(256)) { Linalg.eigvalsh($0) }
    jitted("l_inv_float64", matrix(512, 512).astype(.float64)) { Linalg.inv($0) }
    jitted("l_qr_tall", matrix(1000, 50)) { Linalg.qr($0).q }
    jitted("l_lstsq", matrix(1000, 50), matrix(1000)) { Linalg.lstsq($0, $1).x }
    jitted("l_det", matrix(512, 512)) { Linalg.det($0) }
    jitted("l_inv", matrix(512, 512)) { Linalg.inv($0) }
    jitted("l_inv_4_batch", matrix(10_000, 4, 4)) { Linalg.inv($0) }
    jitted("l_det_3_batch", matrix(10_000, 3, 3)) { Linalg.det($0) }
    jitted("l_triangular", tril(positive(512)), matrix(512, 64)) { Linalg.solveTriangular($0, $1, lower: true) }
    jitted("l_expm", matrix(64, 64) * 0.1) { Linalg.expm($0) }
    jitted("l_pinv", matrix(200, 50)) { Linalg.pinv($0) }
    jitted("l_grad_logdet", positive(256)) { grad { (x: NDArray) in Linalg.slogdet(x).logabsdet }($0) }
    jitted("l_matrix_power", matrix(256, 256) * 0.05) { Linalg.matrixPower($0, 5) }
  }

  func transforms() {
    func signal(_ shape: Int...) -> NDArray {
      Lax.complex(Random.normal(Random.key(25), shape), Random.normal(Random.key(26), shape))
    }
    jitted("t_fft_1000", signal(1000)) { FFT.fft($0) }
    jitted("t_fft_1024", signal(1024)) { FFT.fft($0) }
    jitted("t_fft_10007", signal(10_007)) { FFT.fft($0) }
    jitted("t_fft_100k", signal(100_000)) { FFT.fft($0) }
    jitted("t_fft_1m", signal(1_000_000)) { FFT.fft($0) }
    jitted("t_fft_rows", signal(1000, 1000)) { FFT.fft($0) }
    jitted("t_fft_small_rows", signal(10_000, 64)) { FFT.fft($0) }
    jitted("t_fft2_512", signal(512, 512)) { FFT.fft2($0) }
    jitted("t_ifft_65536", signal(65_536)) { FFT.ifft($0) }
    jitted("t_fft_complex128", signal(65_536).astype(.complex128)) { FFT.fft($0) }
    jitted("t_rfft", Random.normal(Random.key(25), [524_288])) { FFT.rfft($0) }
    jitted("t_rfft_rows", Self.table) { FFT.rfft($0) }
    jitted("t_irfft", signal(262_145)) { FFT.irfft($0) }
    jitted("t_dct", Self.table) { FFT.dct($0) }
  }
}
