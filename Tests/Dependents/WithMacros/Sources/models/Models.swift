import Lanewise
import LanewiseMacros

@Tree struct Dense {
  var kernel: NDArray
  var bias: NDArray?
}

/// Cases that hold trees with names and without, static values, or nothing.
@Tree enum Layer {
  case dense(Dense)
  case affine(scale: NDArray, NDArray, times: Int)
  case `switch`, relu

  func callAsFunction(_ x: NDArray) -> NDArray {
    switch self {
    case .dense(let dense): matmul(x, dense.kernel) + (dense.bias ?? 0.0)
    case .affine(let scale, let shift, let times): x * scale * Float(times) + shift
    case .switch: -x
    case .relu: maximum(0, x)
    }
  }
}

@Tree enum Mode { case train, test }

/// Static by being `Hashable`, and no tree.
struct Shift: Hashable { var by: UInt8 }

@Tree public struct Model: Sendable {
  static let version = 1
  let epsilon = 0.5
  let heads: [String: NDArray]
  var layers: [Layer] { didSet { fatalError("no transformation sets a property") } }
  var mode = Mode.train
  var shift: Shift, `repeat`: Int
  var layerCount: Int { layers.count }
  private var hidden: NDArray

  /// The only initialiser: it takes away the one that the compiler makes.
  init(_ layers: [Layer], shift: UInt8 = 0) {
    self.layers = layers
    self.shift = Shift(by: shift)
    heads = ["b": ones([3]), "a": ones([2])]
    `repeat` = 2
    hidden = 3.0
  }

  func callAsFunction(_ x: NDArray) -> NDArray {
    layers.reduce(x) { $1($0) } * (mode == .train ? 1 : 10) + Float(shift.by)
  }
}

/// What it holds has to be a tree; the tag is only a name.
@Tree struct Tagged<Tag, Content> {
  var content: [Content]
}

@Tree indirect enum Chain {
  case end
  case link(NDArray, next: Chain)

  var sum: NDArray {
    switch self {
    case .end: 0.0
    case .link(let x, let next): x.sum() + next.sum
    }
  }
}

enum Outer {
  @Tree package struct Inner: Tree { package var x: NDArray }
}
