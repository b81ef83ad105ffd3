import Lanewise

/// A generator of the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A function of three float64 numbers to three.
typealias VectorFunction = @Sendable (NDArray) -> NDArray

/// A transformation of such functions, and what it comes to without any transformation of its kind.
struct Layer: Sendable {
  let name: String
  let apply: @Sendable (@escaping VectorFunction) -> VectorFunction
  /// Loops written out, forward mode in place of reverse and the other way round, `jit` and `checkpoint` left out.
  let plain: @Sendable (@escaping VectorFunction) -> VectorFunction
  /// A derivative by central differences; nil where it is none.
  var numeric: (@Sendable (@escaping VectorFunction) -> VectorFunction)?
}

/// Transformations around a small function.
struct Nesting: Sendable, CustomStringConvertible {
  let base: (name: String, f: VectorFunction)
  /// From the innermost.
  let layers: [Layer]

  var description: String {
    layers.reversed().map { $0.name + "(" }.joined() + base.name + String(repeating: ")", count: layers.count)
  }

  var transformed: VectorFunction { layers.reduce(base.f) { $1.apply($0) } }
  var plain: VectorFunction { layers.reduce(base.f) { $1.plain($0) } }

  /// The same with the outermost derivative by differences; nil where there is none.
  var numeric: VectorFunction? {
    guard let outermost = layers.lastIndex(where: { $0.numeric != nil }) else { return nil }
    return layers.enumerated().reduce(base.f) { f, layer in
      layer.offset == outermost ? layer.element.numeric!(f) : layer.element.plain(f)
    }
  }

  /// The innermost layers alone, at the least of which two functions still disagree.
  var parts: [Nesting] { (1...layers.count).map { Nesting(base: base, layers: Array(layers[..<$0])) } }

  static func random(depth: Int, _ generator: inout SeededGenerator) -> Nesting {
    let layers = (0..<depth).map { _ in Layer.all.randomElement(using: &generator)! }
    return Nesting(base: bases.randomElement(using: &generator)!, layers: layers)
  }

  private static let matrix = NDArray([0.3, -0.7, 0.5, 0.9, 0.2, -0.4, -0.1, 0.8, 0.6], shape: [3, 3], dtype: .float64)

  /// Smooth functions, with loops, branches, indices, sorts, reductions and custom rules.
  static let bases: [(name: String, f: VectorFunction)] = [
    ("sine", { sin($0) }),
    ("polynomial", { x in 0.3 * x ** 3 - x * flip(x) }),
    ("matrix", { tanh(matmul(matrix, $0)) }),
    ("softmax", { NN.softmax($0) }),
    ("outer", { x in (outer(x, cos(x)) * matrix).sum(axis: 0) }),
    ("mean", { x in x * x.mean() + exp(-x * x) }),
    ("literal", { _ in NDArray([1, 2, 3], dtype: .float64) }),
    ("indices", { x in x[[2, 0, 0]] * x.at[1].multiply(x[2]) }),
    ("cumulative", { x in cumsum(sin(x)) * 0.5 }),
    ("rows", { x in Lax.map({ row in sin(row * x).sum() }, matrix) }),
    ("branch", { x in Lax.cond(x.sum() .> 0, { sin($0) * 2 }, { $0 * $0 }, x) }),
    ("choice", { x in Lax.switch(argmax(x), [{ sin($0) }, { $0 * $0 }, { 0.5 * $0 }], x) }),
    ("loop", { x in Lax.foriLoop(0, 3, { i, y in sin(y) + x * i * 0.1 }, x) }),
    (
      "scan",
      { x in
        let (last, all) = Lax.scan({ c, row in (tanh(c + row), c * x) }, x, matrix, reverse: true)
        return last + all.sum(axis: 0)
      }
    ),
    ("jvpRule", { customJVP({ (x: NDArray) in tanh(x) }, jvp: { x, t in (tanh(x), t * (1 - tanh(x) ** 2)) })($0) }),
    ("halved", { x in (x.astype(.float32) * 0.5).astype(.float64) * 0 + x * x }),
  ]
}

extension Layer {
  static let all: [Layer] = [
    Layer(name: "jit", apply: { f in jit(f) }, plain: { $0 }),
    Layer(name: "checkpoint", apply: { f in checkpoint(f) }, plain: { $0 }),
    Layer(name: "checkpointDots", apply: { f in checkpoint(f, policy: .dotsSaveable) }, plain: { $0 }),
    batch("vmap", inAxis: 0, outAxis: 0), batch("vmapOfColumns", inAxis: 1, outAxis: 1),
    Layer(
      name: "grad", apply: { f in grad { (f($0) * weights).sum() } },
      plain: { f in { x in stack(columns(f, x).map { ($0 * weights).sum() }) } },
      numeric: { f in { x in stack(differences(f, x).map { ($0 * weights).sum() }) } }),
    Layer(
      name: "vjp", apply: { f in { x in vjp(f, x).1(sin(x)) } },
      plain: { f in { x in stack(columns(f, x).map { ($0 * sin(x)).sum() }) } },
      numeric: { f in { x in stack(differences(f, x).map { ($0 * sin(x)).sum() }) } }),
    Layer(
      name: "jvp", apply: { f in { x in jvp(f, x, cos(x)).1 } },
      plain: { f in { x in stack(rows(f, x).map { ($0 * cos(x)).sum() }) } },
      numeric: { f in { x in difference(f, x, cos(x)) } }),
    Layer(
      name: "jacrev", apply: { f in { x in 0.5 * jacrev(f)(x).sum(axis: 0) } },
      plain: { f in { x in 0.5 * stack(columns(f, x).map { $0.sum() }) } },
      numeric: { f in { x in 0.5 * stack(differences(f, x).map { $0.sum() }) } }),
    Layer(
      name: "linearize", apply: { f in { x in linearize(f, x).1(x) } },
      plain: { f in { x in stack(rows(f, x).map { ($0 * x).sum() }) } },
      numeric: { f in { x in difference(f, x, x) } }),
    Layer(
      name: "scan",
      apply: { f in
        { x in
          let (last, all) = Lax.scan({ c, w in (f(c) * 0.5 + w * x, f(c * w)) }, x, steps)
          return last + all.mean(axis: 0)
        }
      },
      plain: { f in
        { x in
          var (c, all) = (x, [NDArray]())
          for w in steps {
            all.append(f(c * w))
            c = f(c) * 0.5 + w * x
          }
          return c + stack(all).mean(axis: 0)
        }
      }),
  ]

  private static let weights = NDArray([0.5, -0.8, 0.3], dtype: .float64)
  private static let steps = NDArray([0.7, -0.4], dtype: .float64)
  private static let examples = NDArray([[1.0, -0.5, 0.8], [0.6, 0.9, -1.1]], dtype: .float64)

  private static func batch(_ name: String, inAxis: Int, outAxis: Int) -> Layer {
    Layer(
      name: name,
      apply: { f in
        { x in
          let xs = examples * x
          let ys = vmap(f, inAxes: inAxis, outAxes: outAxis)(inAxis == 0 ? xs : xs.T)
          return 0.5 * ys.sum(axis: outAxis)
        }
      },
      plain: { f in { x in 0.5 * stack((examples * x).map { f($0) }).sum(axis: 0) } })
  }

  private static func unit(_ place: Int) -> NDArray { zeros([3], dtype: .float64).at[place].set(1) }

  /// The derivatives by each number, in forward mode.
  private static func columns(_ f: @escaping VectorFunction, _ x: NDArray) -> [NDArray] {
    (0..<3).map { jvp(f, x, unit($0)).1 }
  }

  /// The gradients of each result, in reverse mode.
  private static func rows(_ f: @escaping VectorFunction, _ x: NDArray) -> [NDArray] {
    let (_, pullback) = vjp(f, x)
    return (0..<3).map { pullback(unit($0)) }
  }

  private static func difference(_ f: VectorFunction, _ x: NDArray, _ dx: NDArray) -> NDArray {
    let h = 1e-5
    return (f(x + h * dx) - f(x - h * dx)) / (2 * h)
  }

  private static func differences(_ f: VectorFunction, _ x: NDArray) -> [NDArray] {
    (0..<3).map { difference(f, x, unit($0)) }
  }
}
