import LanewiseKernels
import Testing

@testable import LanewiseEngine

@Suite struct SimplifyProductsTests {
  private static let sizes = (batch: 3, m: 20, n: 7, k: 5)

  /// The transposes of products, and what else `more` reads of these.
  private func program(
    _ lhsTransposed: Bool, _ rhsTransposed: Bool, _ more: (ProgramBuilder, Slot) -> [Slot] = { _, _ in [] }
  ) -> Program {
    let (batch, m, n, k) = Self.sizes
    let left = lhsTransposed ? array(.float32, batch, k, m) : array(.float32, batch, m, k)
    let right = rhsTransposed ? array(.float32, batch, n, k) : array(.float32, batch, k, n)
    let step = DotStep(batch: batch, m: m, n: n, k: k, lhsTransposed: lhsTransposed, rhsTransposed: rhsTransposed)
    return makeProgram([left, right]) { b, x in
      let product = b.step(step, x, [array(.float32, batch, m, n)])[0]
      let reshaped = b.reshape(product, [1, batch, m, n])
      return [b.view(reshaped, shape: [batch, n, m], offset: 0, strides: [m * n, 1, n])] + more(b, product)
    }
  }

  private func expected(_ x: [Float], _ y: [Float], _ lhsTransposed: Bool, _ rhsTransposed: Bool) -> [Float] {
    let (batch, m, n, k) = Self.sizes
    var result: [Float] = []
    for number in 0..<batch {
      for column in 0..<n {
        for row in 0..<m {
          result.append(
            (0..<k).reduce(0) { sum, term in
              let left = lhsTransposed ? term * m + row : row * k + term
              let right = rhsTransposed ? column * k + term : term * n + column
              return sum + x[number * m * k + left] * y[number * k * n + right]
            })
        }
      }
    }
    return result
  }

  @Test(arguments: [false, true], [false, true])
  func theTransposeIsAProduct(_ lhsTransposed: Bool, _ rhsTransposed: Bool) {
    let (batch, m, n, k) = Self.sizes
    let (x, y) = ((0..<batch * m * k).map { Float($0 % 9 - 4) }, (0..<batch * k * n).map { Float($0 % 5 - 2) })
    func check(_ program: Program, items: Int) {
      #expect(Executable(program).items.count == items)
      #expect(program.run([floats(x), floats(y)])[0].floats == expected(x, y, lhsTransposed, rhsTransposed))
    }
    check(program(lhsTransposed, rhsTransposed), items: 1)
    // What others read, too, stays as it is.
    check(program(lhsTransposed, rhsTransposed) { _, product in [product] }, items: 2)
    check(program(lhsTransposed, rhsTransposed) { b, product in [b.unary(.neg, product)] }, items: 2)
  }

  /// Matrices of integers with vectors: sums that wrap around, computed as any sum is.
  @Test(arguments: [(1, 40, 1, 70), (1, 1, 40, 70), (3, 1, 40, 70), (3, 40, 1, 70)])
  func integerVectors(_ batch: Int, _ m: Int, _ n: Int, _ k: Int) {
    func check<T: FixedWidthInteger & BitwiseCopyable>(_ dtype: DType, _: T.Type) {
      let x = (0..<batch * m * k).map { T(truncatingIfNeeded: $0 &* 1_000_003) }
      let y = (0..<batch * k * n).map { T(truncatingIfNeeded: $0 &* 7_654_321) }
      for turned in 0..<4 {
        let (lhsTransposed, rhsTransposed) = (turned & 1 > 0, turned & 2 > 0)
        let shapes = [
          lhsTransposed ? [batch, k, m] : [batch, m, k], rhsTransposed ? [batch, n, k] : [batch, k, n],
        ]
        let step = DotStep(batch: batch, m: m, n: n, k: k, lhsTransposed: lhsTransposed, rhsTransposed: rhsTransposed)
        let program = makeProgram(shapes.map { AbstractArray(Shape($0), dtype) }) { b, x in
          b.step(step, x, [AbstractArray([batch, m, n], dtype)])
        }
        #expect(!Executable(program).description.contains("dot"))
        let want = (0..<batch * m * n).map { place -> T in
          let (number, row, column) = (place / (m * n), place / n % m, place % n)
          return (0..<k).reduce(0) { sum, term in
            sum &+ x[number * m * k + (lhsTransposed ? term * m + row : row * k + term)]
              &* y[number * k * n + (rhsTransposed ? column * k + term : term * n + column)]
          }
        }
        let got = program.run([TestArray(x, shapes[0], dtype), TestArray(y, shapes[1], dtype)])
        #expect(got[0].elements(T.self) == want, "\(dtype) \(turned)")
      }
    }
    check(.int32, Int32.self)
    check(.uint8, UInt8.self)
    check(.int64, Int64.self)
  }

  /// Many products of vectors, of vectors with numbers, and of the smallest matrices, are computed with what is around them.
  @Test(arguments: [(30, 1, 1, 200), (1500, 4, 4, 1), (30, 1, 6, 1), (30, 7, 1, 1), (1500, 3, 3, 3), (1500, 3, 1, 2)])
  func elementwiseOnes(_ batch: Int, _ m: Int, _ n: Int, _ k: Int) {
    let (x, y) = ((0..<batch * m * k).map { Float($0 % 9 - 4) }, (0..<batch * k * n).map { Float($0 % 5 - 2) })
    for turned in 0..<4 {
      let (isLeft, isRight) = (turned & 1 != 0, turned & 2 != 0)
      let left = isLeft ? array(.float32, batch, k, m) : array(.float32, batch, m, k)
      let right = isRight ? array(.float32, batch, n, k) : array(.float32, batch, k, n)
      let program = makeProgram([left, right]) { b, x in
        let step = DotStep(batch: batch, m: m, n: n, k: k, lhsTransposed: isLeft, rhsTransposed: isRight)
        return [b.unary(.neg, b.step(step, x, [array(.float32, batch, m, n)])[0])]
      }
      #expect(!Executable(program).description.contains("dot"))
      let expected = (0..<batch * m * n).map { place -> Float in
        let (number, row, column) = (place / (m * n), place / n % m, place % n)
        return (0..<k).reduce(0) { sum, term in
          let own = isLeft ? term * m + row : row * k + term
          let other = isRight ? column * k + term : term * n + column
          return sum - x[number * m * k + own] * y[number * k * n + other]
        }
      }
      #expect(program.run([floats(x), floats(y)])[0].floats == expected)
    }
  }
}
