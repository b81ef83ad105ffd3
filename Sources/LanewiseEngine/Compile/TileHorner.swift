import LanewiseKernelABI

/// Steps of Horner's scheme for polynomials, `value · point + coefficient`, that follow each other: up to three of them
/// are one instruction.
extension TileCompiler {
  /// The steps that an instruction does.
  struct Horner {
    /// Its place among the instructions.
    var place: Int
    var result: UInt16, value: UInt16, point: UInt16
    var coefficients: [UInt16]

    /// The same with a step behind it that multiplies by `other`, if that is the point.
    func extended(by other: UInt16, _ coefficient: UInt16, to result: UInt16) -> Horner? {
      // The point is gone where the value is in its place.
      guard other != self.result, coefficients.count < KernelIndex.mostHornerSteps else { return nil }
      var steps = self
      // Of one step, either operand may be the point.
      if coefficients.count == 1, other == value { swap(&steps.value, &steps.point) }
      guard other == steps.point else { return nil }
      steps.coefficients.append(coefficient)
      steps.result = result
      return steps
    }
  }

  /// Writes a step: with the last instruction, if that does the steps before it and nothing else needs their value.
  ///
  /// - `kernel`: of this step alone.
  /// - `product`: the node of a · b, whose operands have been released.
  mutating func writeHornerStep(
    _ kernel: @escaping Kernel, _ product: Node, _ a: UInt16, _ b: UInt16, _ coefficient: UInt16, to result: UInt16
  ) {
    if let last = horner, last.place == body.count - 1,
      let steps = a == last.result && isSpent(product.a)
        ? last.extended(by: b, coefficient, to: result)
        : b == last.result && isSpent(product.b) ? last.extended(by: a, coefficient, to: result) : nil,
      let kernel = KernelTable.kernel(KernelIndex.horner(steps: steps.coefficients.count))
    {
      let c = steps.coefficients
      body[last.place] = record(kernel, result, steps.value, steps.point, c[0], c[1], c.count > 2 ? c[2] : 0)
      horner = steps
    } else {
      write(kernel, result, a, b, coefficient)
      horner = Horner(place: body.count - 1, result: result, value: a, point: b, coefficients: [coefficient])
    }
  }

  /// Whether the value that a reference shows is not needed any more.
  private func isSpent(_ unresolved: Reference) -> Bool {
    let reference = resolve(unresolved)
    return reference.map == Reference.inOrder && states[Int(reference.node)].uses == 0
      && !grouping.isStored[Int(reference.node)]
  }
}
