import Lanewise

// Functions at the places where their derivatives are a matter of convention: ties, zeros, infinities.
extension HandWritten {
  static let edgeDerivatives: [String: Program] = {
    let functions: [String: @Sendable (NDArray) -> NDArray] = [
      "e00": { abs($0) }, "e01_64": { sign($0) }, "e02": { maximum(0, $0) }, "e03_64": { maximum($0, $0) },
      "e04": { minimum($0, 1) }, "e05_64": { sqrt($0) }, "e06": { NN.relu($0) },
      "e07_64": { `where`($0 .> 0, log($0), 0) }, "e08": { $0 ** 2 }, "e09_64": { $0 ** 0.5 }, "e10": { $0 ** 0 },
      "e11_64": { power($0, 0.0) }, "e12": { sinc($0) }, "e13_64": { Linalg.norm($0) }, "e14": { Linalg.norm($0) },
      "e15_64": { logaddexp($0, $0) }, "e16": { arctan2($0, 0) }, "e17_64": { clip($0, 0, 1) },
      "e18": { NN.logSigmoid($0) }, "e19_64": { NN.softplus($0) }, "e20": { floor($0) }, "e21_64": { round($0) },
      "e22": { max($0) }, "e23_64": { min($0) }, "e24": { prod($0) }, "e25_64": { prod($0) }, "e26": { cumprod($0) },
      "e27_64": { sort($0) }, "e28": { median($0) }, "e29_64": { std($0) }, "e30": { $0.`var`() },
      "e31_64": { NN.logsumexp($0) }, "e32": { NN.logsumexp($0) }, "e34": { NN.gelu($0) }, "e35_64": { NN.elu($0) },
      "e36": { NN.leakyRelu($0) }, "e37_64": { abs($0) ** 1.5 }, "e38": { cbrt($0) }, "e39_64": { remainder($0, 3) },
      "e40": { hypot($0, $0) }, "e41_64": { Lax.clamp(0, $0, 1) }, "e42": { Lax.rsqrt($0) }, "e43_64": { tan($0) },
      "e44": { nanToNum($0) }, "e45_64": { Lax.erfInv($0) }, "e46": { Lax.max($0, zerosLike($0)) },
      "e47_64": { sum(`where`($0 .== 0, 1, $0)) },
    ]
    let programs = functions.map { name, f in ("edge_derivatives/\(name)", { [f($0[0])] } as Program) }
    return Dictionary(uniqueKeysWithValues: programs)
  }()
}
