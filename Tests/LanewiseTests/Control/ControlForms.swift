import Lanewise

/// A function written with a loop or a branch, and the same function written out in Swift.
struct ControlForm: Sendable, CustomStringConvertible {
  let description: String
  /// Whether it has a reverse mode.
  var isReversible = true
  let looped: @Sendable (NDArray) -> NDArray
  let unrolled: @Sendable (NDArray) -> NDArray

  private static func rows(_ matrix: NDArray) -> [NDArray] { (0..<matrix.shape[0]).map { matrix[$0] } }
  private static let inputs = NDArray([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75], [2.0, 1.0, 0.5], [-0.3, 0.7, 1.1]])

  static let all: [ControlForm] = [
    ControlForm(
      description: "scan over captured inputs",
      looped: { x in
        Lax.scan({ c, row in (sin(c * row) + x, c * c) }, x, inputs).1.sum(axis: 0)
      },
      unrolled: { x in
        var (c, sum) = (x, x * 0)
        for row in rows(inputs) {
          sum = sum + c * c
          c = sin(c * row) + x
        }
        return sum
      }),
    ControlForm(
      description: "scan over differentiated inputs, backwards",
      looped: { x in
        let (c, ys) = Lax.scan({ c, row in (c * 0.5 + row * row, exp(c) * row) }, 0.0, x, reverse: true)
        return ys + c
      },
      unrolled: { x in
        var c: NDArray = 0.0
        var ys: [NDArray] = []
        for row in rows(x).reversed() {
          ys.append(exp(c) * row)
          c = c * 0.5 + row * row
        }
        return stack(ys.reversed()) + c
      }),
    ControlForm(
      description: "scan without inputs, whose counter is not differentiated",
      looped: { x in
        Lax.scan(
          { (c: (NDArray, NDArray), _: NDArray?) in ((c.0 + 1, c.1 * x + c.0), c.1) }, (0, x), nil as NDArray?,
          length: 4
        ).0.1
      },
      unrolled: { x in
        var y = x
        for i in 0..<4 { y = y * x + Float(i) }
        return y
      }),
    ControlForm(
      description: "foriLoop with known bounds",
      looped: { x in Lax.foriLoop(1, 4, { i, y in y * x + i }, x) },
      unrolled: { x in
        var y = x
        for i in 1..<4 { y = y * x + Float(i) }
        return y
      }),
    ControlForm(
      description: "foriLoop that updates an array in place",
      looped: { x in Lax.foriLoop(0, 3, { i, y in y.at[i].set(y[i] * y[(i + 1) % 3]) }, x) },
      unrolled: { x in
        var y = x
        for i in 0..<3 { y = y.at[i].set(y[i] * y[(i + 1) % 3]) }
        return y
      }),
    ControlForm(
      description: "whileLoop of a pair", isReversible: false,
      looped: { x in Lax.whileLoop({ i, _ in i .< 3 }, { i, y in (i + 1, sin(y) * x) }, (0, x)).1 },
      unrolled: { x in
        var y = x
        for _ in 0..<3 { y = sin(y) * x }
        return y
      }),
    ControlForm(
      description: "cond by the sign of the sum",
      looped: { x in Lax.cond(x.sum() .> 0, { sin($0) * x }, { $0 * $0 * $0 }, x) },
      unrolled: { x in `where`(x.sum() .> 0, sin(x) * x, x * x * x) }),
    ControlForm(
      description: "switch with residuals of several shapes",
      looped: { x in
        Lax.switch(
          x.sum().astype(.int32), [{ $0 * 2 }, { exp($0) * $0.sum() }, { y in y }], x)
      },
      unrolled: { x in
        let index = clip(x.sum().astype(.int32), 0, 2)
        return `where`(index .== 0, x * 2, `where`(index .== 1, exp(x) * x.sum(), x))
      }),
    ControlForm(
      description: "scan of cond of foriLoop",
      looped: { x in
        Lax.scan(
          { c, row in
            let next = Lax.cond(c.sum() .> 1, { Lax.foriLoop(0, 2, { _, v in v * row }, $0) }, { $0 + row }, c)
            return (next, next.sum())
          }, x, inputs
        ).0
      },
      unrolled: { x in
        var c = x
        for row in rows(inputs) { c = `where`(c.sum() .> 1, c * row * row, c + row) }
        return c
      }),
    ControlForm(
      description: "map", looped: { x in Lax.map({ sin($0) * $0 }, x) }, unrolled: { x in sin(x) * x }),
    ControlForm(
      description: "associativeScan of products", looped: { x in Lax.associativeScan({ $0 * $1 }, x) },
      unrolled: { x in cumprod(x, axis: 0) }),
  ]
}
