import Lanewise

// Trees as users write them by hand, for the tests of the tree functions.

struct Dense: Tree, Sendable {
  var kernel: NDArray
  var bias: NDArray?

  func walk(_ w: inout TreeWalker) -> Dense { Dense(kernel: w(kernel, "kernel"), bias: w(bias, "bias")) }
}

/// An enum whose cases hold trees, static values, both, or nothing.
enum Layer: Tree, Sendable {
  case dense(Dense)
  case scaled(NDArray, by: Float)
  case relu

  func walk(_ w: inout TreeWalker) -> Layer {
    switch self {
    case .dense(let dense):
      w.enumCase("dense")
      return .dense(w(dense, 0))
    case .scaled(let shift, let factor):
      w.enumCase("scaled")
      return .scaled(w(shift, 0), by: w(factor, "by"))
    case .relu:
      w.enumCase("relu")
      return .relu
    }
  }

  func callAsFunction(_ x: NDArray) -> NDArray {
    switch self {
    case .dense(let dense): matmul(x, dense.kernel) + (dense.bias ?? 0.0)
    case .scaled(let shift, let factor): x * factor + shift
    case .relu: maximum(0, x)
    }
  }
}

enum Mode: StaticTree { case train, test }

struct Network: Tree, Sendable {
  var layers: [Layer]
  var heads: [String: NDArray]
  var mode: Mode
  var stride: UInt8

  func walk(_ w: inout TreeWalker) -> Network {
    Network(
      layers: w(layers, "layers"), heads: w(heads, "heads"), mode: w(mode, "mode"), stride: w(stride, "stride"))
  }

  func callAsFunction(_ x: NDArray) -> NDArray { layers.reduce(x) { $1($0) } }

  static func sample(bias: NDArray? = zeros([2]), factor: Float = 2, mode: Mode = .train) -> Network {
    Network(
      layers: [
        .dense(Dense(kernel: NDArray([[1.0, -2.0], [3.0, 4.0]]), bias: bias)), .scaled(1.0, by: factor), .relu,
      ],
      heads: ["b": ones([3]), "a": ones([4])], mode: mode, stride: 3)
  }
}

/// The message of the error that `body` makes; empty where it makes none.
func message<R>(_ body: () -> R) -> String {
  do {
    _ = try catching(body)
    return ""
  } catch { return "\(error)" }
}
