import LanewiseKernels
import Testing

/// A sum fused with several operations has the bits of the operations and the sum, one after the other.
@Suite struct FusedFoldTests {
  private func sum(_ build: Build, _ values: [Float]) throws -> Float {
    try build.run(KernelIndex.fold(.sum, .f32), count: values.count, [values], result: [0.5 as Float])[0]
  }

  @Test(arguments: Build.withSuperinstructions) func sumsOfPairs(_ build: Build) throws {
    var kernels = 0
    for count in counts {
      let a = (0..<count).map { Float($0) * 0.37 - 3 }
      let b = (0..<count).map { 1 / (Float($0) + 1) }
      for first in [PairOp.add, .sub, .mul] {
        for (sources, x, y) in [(Sources.rr, a, b), (.rc, a, [0.3]), (.cr, [0.3], b)] {
          if sources == .cr, first.isCommutative { continue }
          for (second, form, z) in [
            (PairOp.square, PairForm.unary, b), (.abs, .unary, b), (.mul, .valueFirstStream, b),
            (.mul, .valueFirstConstant, [1.7]),
          ] {
            let values: [Float] = try build.run(
              KernelIndex.pair(first, sources, second, form), count: count, [x, y, z])
            let got: [Float] = try build.run(
              KernelIndex.foldPair(first, sources, second, form), count: count, [x, y, z], result: [0.5])
            #expect(try got[0] == sum(build, values), "\(first) \(sources), \(second) \(form) of \(count)")
            kernels += 1
          }
          for second in sources == .cr ? [] : [PairOp.add, .sub, .mul] {
            let squares: [Float] = try build.run(
              KernelIndex.pair(first, sources, .square, .unary), count: count, [x, y])
            let binary: BinaryOp = second == .add ? .add : second == .sub ? .sub : .mul
            let values: [Float] = try build.run(
              KernelIndex.binary(binary, .f32, .rc), count: count, [squares, [Float(1.7)]])
            let got: [Float] = try build.run(
              KernelIndex.foldSquares(first, sources, second), count: count, [x, y, [Float(1.7)]], result: [0.5])
            #expect(try got[0] == sum(build, values), "\(first) \(sources), square, \(second) of \(count)")
            kernels += 1
          }
        }
      }
    }
    #expect(kernels == counts.count * (7 * 4 + 6 * 3))
  }
}
