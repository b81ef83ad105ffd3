import LanewiseEngine

/// A function of the host program, called with concrete arrays while a program runs (`jax.pure_callback`,
/// `io_callback`, `jax.debug.callback`).
package struct HostCall: Primitive {
  package enum Kind: String, Sendable {
    /// A function of its operands alone: it may be called any number of times, or not at all.
    case pure = "pure_callback"
    /// Called once each time the program comes to it, in order.
    case ordered = "io_callback"
    /// The same without results; differentiation leaves it alone.
    case debug = "debug_callback"
  }

  package let kind: Kind
  package let resultTypes: [AbstractArray]
  package let body: @Sendable ([NDArray]) -> [NDArray]

  package init(kind: Kind, resultTypes: [AbstractArray], body: @escaping @Sendable ([NDArray]) -> [NDArray]) {
    self.kind = kind
    self.resultTypes = resultTypes
    self.body = body
  }

  package var name: String { kind.rawValue }
  package var resultCount: Int { resultTypes.count }
  package var hasEffect: Bool { kind != .pure }
  package var parameters: [Parameter] {
    [Parameter("callback", .name("<function>"))] + (kind == .debug ? [Parameter("effect", .name("Debug"))] : [])
  }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] { resultTypes }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    guard kind != .debug else { return (bind(self, x), []) }
    report(
      LanewiseError(
        .value,
        "\(name): a function of the host program cannot be differentiated; wrap it with customJVP or customVJP, or its operands in stopGradient."
      ))
    return (resultTypes.map { .poisoned($0) }, resultTypes.map { _ in nil })
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] { notLinear(x) }

  /// One call for each example, in order.
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    let shared = zip(x, axes).filter { $1 == nil }.map(\.0)
    let stacked = zip(x, axes).compactMap { value, axis in axis.map { Lax.moveAxis(value, from: $0, to: 0) } }
    let types = shared.map(\.aval) + stacked.map { $0.aval.removing(axis: 0) }
    let body = stage(types) { given in
      var (constants, slices) = (given[..<shared.count].makeIterator(), given[shared.count...].makeIterator())
      return bind(self, axes.map { $0 == nil ? constants.next()! : slices.next()! })
    }
    let loop = Scan(body: body, length: size, reverse: false, constantCount: shared.count, carryCount: 0)
    return (bind(loop, shared + stacked), resultTypes.map { _ in 0 })
  }

  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    b.step(
      HostStep(isPure: kind == .pure) { call in
        let operands = call.operandTypes.enumerated().map { index, type in
          NDArray.make(type) { $0.copyMemory(from: call.operand(index), byteCount: type.byteCount) }
        }
        for (index, value) in checked(operands).enumerated() {
          call.result(index).copyMemory(from: value.storage!.address, byteCount: value.aval.byteCount)
        }
      }, x, results)
  }

  package func evaluate(_ x: [NDArray], _ results: [AbstractArray]) -> [NDArray] { checked(x) }

  /// The results of the call; zeros, after a report, where they are not of the stated types.
  private func checked(_ x: [NDArray]) -> [NDArray] {
    let values = Context.with(nil) { body(x) }
    guard values.count == resultTypes.count else { return mismatch(values) }
    let converted = zip(values, resultTypes).map { $0.isLiteral ? $0.converted(to: $1.dtype) : $0 }
    let fits = zip(converted, resultTypes).allSatisfy {
      $0.aval.shape == $1.shape && $0.dtype == $1.dtype && $0.storage != nil
    }
    return fits ? converted : mismatch(values)
  }

  private func mismatch(_ values: [NDArray]) -> [NDArray] {
    func text(_ types: [AbstractArray]) -> String { "(" + types.map(\.description).joined(separator: ", ") + ")" }
    if !values.contains(where: \.isPoisoned) {
      report(
        LanewiseError(
          .shape,
          "\(name): the host's function gave results of types \(text(values.map(\.aval))) where \(text(resultTypes)) was promised."
        ))
    }
    return resultTypes.map { Lax.full($0.shape.dims, .int(0), $0.dtype) }.map { NDArray($0.aval, $0.storage!) }
  }
}
