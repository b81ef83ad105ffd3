import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SpecialProgramsTests {
  /// The formula's values, rounded to float32.
  private func values(_ function: SpecialFunction, _ x: [[Float]]) -> [Float] {
    let type = array(.float32, x[0].count)
    let program = makeProgram(x.map { _ in type }) { b, x in [b.convert(function.formula(x, b)!, to: .float32)] }
    return program.run(x.map { floats($0) })[0].floats
  }

  private func check(_ function: SpecialFunction, _ x: [[Float]], ulps: Double = 0.51) {
    for (index, found) in values(function, x).enumerated() {
      let arguments = x.map { Double($0[index]) }
      let expected = arguments.count == 1 ? function.value(arguments[0]) : function.value(arguments[0], arguments[1])
      let rounded = Float(expected)
      guard rounded.isFinite else {
        #expect(found == rounded || rounded.isNaN && found.isNaN, "\(function)\(arguments): \(found)")
        continue
      }
      #expect(
        abs(Double(found) - expected) <= ulps * Double(max(rounded.ulp, .leastNormalMagnitude.ulp)),
        "\(function)\(arguments): \(found), not \(expected)")
    }
  }

  @Test func fresnelIntegralsAreRoundedOnce() {
    var random = SeededGenerator(1)
    let near = (0..<4000).map { _ in Float.random(in: -3...3, using: &random) }
    let far = (0..<4000).map { _ in Float.random(in: 0...40, using: &random).squareRoot() * 1000 }
    let edges: [Float] = [0, -0.0, 0.75, 0.74999994, -0.75, 1e-30, 1e-42, 3e7, 1e20, .infinity, -.infinity, .nan]
    check(.fresnelSine, [near + far + edges])
    check(.fresnelCosine, [near + far + edges])
  }

  @Test func spenceIsRoundedOnce() {
    var random = SeededGenerator(4)
    let near = (0..<4000).map { _ in Float.random(in: 0.0001...3, using: &random) }
    let far = (0..<2000).map { _ in Float.random(in: 0...100, using: &random) * 1000 + 1 }
    check(.spence, [near + far + [1, 0.5, 2, 1.0000001, 0.99999994, 1e-30, 1e-42, 3e38, .infinity]])
  }

  @Test func zetaIsRoundedOnce() {
    var random = SeededGenerator(2)
    let s = (0..<6000).map { _ in 1 + Float.random(in: 0...2, using: &random) * Float.random(in: 0...20, using: &random)
    }
    let q = (0..<6000).map { _ in
      Float.random(in: 0.001...3, using: &random) * Float.random(in: 0.001...30, using: &random)
    }
    check(.zeta, [s, q])
    check(.zeta, [[1, 1.0000001, 1.5, 30, 90, 2], [2, 1, 3e38, 0.5, 0.9, 1e-30]])
  }

  @Test func polygammaIsRoundedOnce() {
    var random = SeededGenerator(3)
    let n = (0..<4000).map { _ in Float(Int.random(in: 1...12, using: &random)) }
    let x = (0..<4000).map { _ in Float.random(in: 0.01...20, using: &random) }
    check(.polygamma, [n, x])
  }

  @Test func aFormulaIsNotANumberWhereItDoesNotHold() {
    #expect(values(.spence, [[-1, 0]]).allSatisfy { $0.isNaN })
    #expect(values(.zeta, [[0.5, 2, 2, 4], [1, 0, -0.5, -3]]).allSatisfy { $0.isNaN })
    #expect(values(.polygamma, [[0, 1.5, -1, 2], [1, 1, 1, -0.5]]).allSatisfy { $0.isNaN })
  }

  @Test func numbersWithoutAFormulaAreComputedOneByOne() {
    let type = array(.float32, 6)
    let program = makeProgram([type, type]) { b, x in
      b.step(
        SpecialStep(.zeta, completes: true), x + [b.convert(SpecialFunction.zeta.formula(x, b)!, to: .float32)], [type])
    }
    let (s, q): ([Float], [Float]) = ([2, 2, 3, 2, 0.5, .nan], [1, -0.5, -1.25, 0, 1, 1])
    let found = program.run([floats(s), floats(q)])[0].floats
    for (index, value) in found.enumerated() {
      let expected = Float(SpecialFunction.zeta.value(Double(s[index]), Double(q[index])))
      #expect(
        value == expected || value.isNaN && expected.isNaN, "ζ(\(s[index]), \(q[index])): \(value), not \(expected)")
    }
  }
}
