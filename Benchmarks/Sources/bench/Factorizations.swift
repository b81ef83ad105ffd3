import Lanewise

/// Factorisations and what is solved with them.
func factorizations() -> [Workload] {
  let a = Random.normal(Random.key(6), [512, 512])
  let positive = matmul(a, a.T) / 512 + eye(512)
  let right = Random.normal(Random.key(7), [512])
  let small = Random.normal(Random.key(8), [256, 256])
  let symmetric = small + small.T
  let many = Random.normal(Random.key(9), [1000, 8, 8]) + 4 * eye(8)
  let cholesky = jit { Linalg.cholesky($0) }
  let solve = jit { (a: NDArray, b: NDArray) in Linalg.solve(a, b) }
  let inverse = jit { Linalg.inv($0) }
  let svd = jit { (x: NDArray) -> (NDArray, NDArray, NDArray) in
    let (u, s, vh) = Linalg.svd(x, fullMatrices: false)
    return (u, s, vh)
  }
  let eigh = jit { (x: NDArray) -> (NDArray, NDArray) in
    let (w, v) = Linalg.eigh(x)
    return (w, v)
  }
  let qr = jit { (x: NDArray) -> (NDArray, NDArray) in
    let (q, r) = Linalg.qr(x)
    return (q, r)
  }
  return [
    Workload(name: "cholesky_512") { cholesky(positive).blockUntilReady() },
    Workload(name: "solve_512") { solve(a, right).blockUntilReady() },
    Workload(name: "svd_256") { svd(small).0.blockUntilReady() },
    Workload(name: "eigh_256") { eigh(symmetric).1.blockUntilReady() },
    Workload(name: "qr_256") { qr(small).0.blockUntilReady() },
    Workload(name: "inv_8_of_1000") { inverse(many).blockUntilReady() },
  ]
}
