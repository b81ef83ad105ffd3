import LanewiseEngine
import LanewiseKernelABI

/// The sum, greatest or smallest element of every window of an array (`lax.reduce_window` with `add`, `max` or `min`,
/// starting from its neutral element).
package struct ReduceWindowFold: Primitive {
  package let op: FoldOp
  package let window: Window

  package init(_ op: FoldOp, _ window: Window) {
    self.op = op
    self.window = window
  }

  package var name: String { op == .sum ? "reduce_window_sum" : op == .max ? "reduce_window_max" : "reduce_window_min" }
  package var parameters: [Parameter] { window.parameters() }
  package var computes: Bool { op == .sum }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try (op == .sum ? DTypeClass.number : .numberOrBool).check(name, x[0])
    return [x[0].with(shape: try window.result(name, x[0].shape))]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)
    guard out[0].dtype.isInexact, let tangent = t[0] else { return (out, [nil]) }
    if op == .sum { return (out, bind(self, [tangent])) }
    return (out, [bindOne(SelectAndGatherAdd(selectsGreatest: op == .max, window: window), tangent, x[0])])
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard op == .sum, let ct = cotangents[0] else { return notLinear(x) }
    if let split = window.split(x[0].aval.shape, into: ct.aval.shape) {
      let spread = Lax.broadcastInDim(ct, split.shape, split.places)
      return [Lax.reshape(spread, x[0].aval.shape.dims)]
    }
    let (low, high) = window.transposedPadding(x[0].aval.shape.dims, ct.shape)
    let spread = Lax.pad(
      ct, Lax.scalarZero(ct),
      low.indices.map { Pad.Axis(low: low[$0], high: high[$0], interior: window.strides[$0] - 1) })
    let none = low.map { _ in 0 }
    let moved = Window(
      extents: window.extents, strides: window.baseDilation, low: none, high: none, dilation: window.dilation)
    return [bindOne(ReduceWindowFold(.sum, moved), spread)]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(ReduceWindowFold(op, window.inserting(axes[0]!)), x), axes)
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    b.step(WindowFoldStep(op, window), [x[0], b.identity(of: op, results[0].dtype)], results)
  }
}

/// Of every window, the value at the place of its greatest (or smallest) element: operands are the values and the array
/// that is looked at. The derivative of `reduce_window_max` (or `min`).
package struct SelectAndGatherAdd: Primitive {
  package let selectsGreatest: Bool
  package let window: Window

  package var name: String { "select_and_gather_add" }
  package var arity: Int? { 2 }
  package var parameters: [Parameter] {
    window.parameters() + [Parameter("select_prim", .name(selectsGreatest ? "ge" : "le"))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.sameDType(name, x)
    try DTypeClass.orderedOrBool.check(name, x[0])
    guard x[0].shape == x[1].shape else { throw ShapeRule.mismatch(name, x) }
    return [x[0].with(shape: try window.result(name, x[0].shape))]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    (bind(self, x), [t[0].map { bind(self, [$0, x[1]])[0] }])
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0], x[0].isLinear, case .known(let looked) = x[1] else { return notLinear(x) }
    guard window.dilation.allSatisfy({ $0 == 1 }) else {
      report(
        LanewiseError(
          .value,
          "\(name): there is no reverse-mode derivative of the extremes of a dilated window, here by \(ParameterValue.ints(window.dilation)); use a window without dilation, or forward mode."
        ))
      return [.poisoned(x[0].aval), nil]
    }
    let none = window.extents.map { _ in 0 }
    // Between the elements of a dilated array is what is never selected.
    let border = Lax.identity(of: selectsGreatest ? .max : .min, looked.dtype)
    let isDilated = window.baseDilation.contains { $0 != 1 }
    let spread = isDilated ? Lax.pad(looked, border, window.baseDilation.map { Pad.Axis(interior: $0 - 1) }) : looked
    let plain = Window(extents: window.extents, strides: window.strides, low: window.low, high: window.high)
    let scattered = bindOne(SelectAndScatterAdd(selectsGreatest: selectsGreatest, window: plain), ct, spread)
    return [isDilated ? Lax.slice(scattered, none, scattered.shape, window.baseDilation) : scattered, nil]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let operands = zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }
    return (bind(SelectAndGatherAdd(selectsGreatest: selectsGreatest, window: window.inserting(0)), operands), [0])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let border = b.identity(of: selectsGreatest ? .max : .min, results[0].dtype)
    return b.step(WindowSelectStep(.gather, selectsGreatest: selectsGreatest, window), x + [border], results)
  }
}

/// Adds a value for every window at the place of its greatest (or smallest) element: operands are the values and the
/// array that is looked at. The transpose of ``SelectAndGatherAdd``.
package struct SelectAndScatterAdd: Primitive {
  package let selectsGreatest: Bool
  package let window: Window

  package var name: String { "select_and_scatter_add" }
  package var arity: Int? { 2 }
  package var parameters: [Parameter] {
    window.parameters(hasBaseDilation: false) + [Parameter("select_prim", .name(selectsGreatest ? "ge" : "le"))]
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    try ShapeRule.sameDType(name, x)
    try DTypeClass.orderedOrBool.check(name, x[0])
    let windows = try window.result(name, x[1].shape)
    guard x[0].shape == windows else {
      throw LanewiseError(
        .shape,
        "\(name): an array of shape \(x[1].shape) has windows of shape \(windows), but there are values of shape \(x[0].shape); there must be one for each window."
      )
    }
    return [x[1]]
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    (bind(self, x), [t[0].map { bind(self, [$0, x[1]])[0] }])
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0], x[0].isLinear, case .known(let looked) = x[1] else { return notLinear(x) }
    return [bindOne(SelectAndGatherAdd(selectsGreatest: selectsGreatest, window: window), ct, looked), nil]
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let operands = zip(x, axes).map { Lax.moveBatch($0, from: $1, to: 0, size: size) }
    return (bind(SelectAndScatterAdd(selectsGreatest: selectsGreatest, window: window.inserting(0)), operands), [0])
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let border = b.identity(of: selectsGreatest ? .max : .min, results[0].dtype)
    return b.step(WindowSelectStep(.scatter, selectsGreatest: selectsGreatest, window), x + [border], results)
  }
}

extension ParameterReader {
  /// Whether windows select their greatest element.
  func selectsGreatest() throws -> Bool {
    switch try name("select_prim") {
    case "ge": true
    case "le": false
    default: throw missing("select_prim")
    }
  }
}
