import LanewiseKernels
import Testing

/// A pair has the bits of its two operators, one after the other.
@Suite struct PairTests {
  private let a: [Float] = Float.pairs.0
  private let b: [Float] = Float.pairs.1

  private func apply(_ op: PairOp, _ x: Float, _ y: Float) -> Float {
    switch op {
    case .add: x + y
    case .sub: x - y
    case .mul: x * y
    case .div: x / y
    case .max: x.isNaN || y.isNaN ? .nan : x == y ? (x.sign == .plus ? x : y) : Swift.max(x, y)
    case .min: x.isNaN || y.isNaN ? .nan : x == y ? (x.sign == .minus ? x : y) : Swift.min(x, y)
    case .square: x * x
    case .sqrt: x.squareRoot()
    case .abs: Swift.abs(x)
    }
  }

  @Test(arguments: Build.withSuperinstructions) func everyPair(_ build: Build) throws {
    let c = Array(b.reversed())
    var kernels = Set<Int>()
    for first in PairOp.allCases {
      for sources in first.isUnary ? [.rr] : first.isCommutative ? [Sources.rr, .rc] : Sources.allCases {
        let x = sources == .cr ? [0.7] : a
        let y = sources == .rc ? [0.7] : b
        let inner = a.indices.map { apply(first, x.count == 1 ? x[0] : x[$0], y.count == 1 ? y[0] : y[$0]) }
        for second in PairOp.allCases {
          for form in second.isUnary ? [.unary] : PairForm.allCases.filter({ $0 != .unary }) {
            let z = form == .valueFirstConstant || form == .valueSecondConstant ? [1.3] : c
            let outer = a.indices.map { i -> Float in
              let other = z.count == 1 ? z[0] : z[i]
              return form == .valueSecondStream || form == .valueSecondConstant
                ? apply(second, other, inner[i]) : apply(second, inner[i], other)
            }
            let index = KernelIndex.pair(first, sources, second, form)
            kernels.insert(index)
            let got: [Float] = try build.run(index, count: a.count, [x, y, z])
            expectSame(got, outer, "\(first) \(sources), \(second) \(form)")
          }
        }
      }
    }
    // 17 forms of the first operator by 19 of the second.
    #expect(kernels.count == 17 * 19)
  }

  /// Steps of Horner's scheme round as their operations do.
  @Test(arguments: Build.withSuperinstructions) func stepsOfPolynomials(_ build: Build) throws {
    let coefficients: [Float] = [0.3, -1.7, 2.9]
    for steps in 2...KernelIndex.mostHornerSteps {
      let expected = a.indices.map { i in coefficients.prefix(steps).reduce(a[i]) { $0 * b[i] + $1 } }
      let operands = [a, b] + coefficients.prefix(steps).map { [$0] }
      let got: [Float] = try build.run(KernelIndex.horner(steps: steps), count: a.count, operands)
      expectSame(got, expected, "\(steps) steps")
    }
    #expect(KernelIndex.horner(steps: 1) == KernelIndex.absent)
    #expect(KernelIndex.horner(steps: KernelIndex.mostHornerSteps + 1) == KernelIndex.absent)
  }

  @Test(arguments: Build.withSuperinstructions) func absentForms(_ build: Build) {
    #expect(build.table[KernelIndex.pair(.add, .cr, .mul, .valueFirstStream)] == nil)
    #expect(build.table[KernelIndex.pair(.add, .rr, .mul, .unary)] == nil)
    #expect(
      KernelIndex.pair(.sub, .cr, .add, .valueSecondStream) == KernelIndex.pair(.sub, .cr, .add, .valueFirstStream))
  }
}
