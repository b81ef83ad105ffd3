import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SimplifyComplexTests {
  /// |z|² as z · conj(z) and the other way round: no complex number is made.
  @Test(arguments: [false, true]) func squaresOfMagnitudes(_ isSecond: Bool) {
    let count = 1001
    let z = (0..<count).map { Complex<Float>(Float($0) * 0.37 - 100, Float($0 % 13) - 6.1) }
    let program = makeProgram([array(.complex64, count)]) { b, x in
      let conjugate = b.unary(.conj, x[0])
      return [b.unary(.real, isSecond ? b.binary(.mul, x[0], conjugate) : b.binary(.mul, conjugate, x[0]))]
    }
    let got = program.run([TestArray(z, [count], .complex64)])[0].floats
    #expect(got == z.map { $0.real * $0.real + $0.imaginary * $0.imaginary })
    #expect(!Executable(program).description.contains("mul_c64"))
  }

  /// The product of other numbers stays what it is.
  @Test func otherProducts() {
    let program = makeProgram([array(.complex64, 9), array(.complex64, 9)]) { b, x in
      [b.unary(.real, b.binary(.mul, b.unary(.conj, x[0]), x[1]))]
    }
    #expect(Executable(program).description.contains("mul_c64"))
  }
}
