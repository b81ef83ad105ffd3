import Lanewise
import Testing

/// Functions that run as one program on long arrays: the same as on short ones.
@Suite struct OnePassTests {
  @Test(arguments: [7, 40_000]) func longAndShortArraysAgree(count: Int) {
    let elements = (0..<count).map { (i: Int) -> Float in i % 5 == 3 ? .nan : Float(i * 7919 % 1013) - 500 }
    let x = NDArray(elements)
    let numbers = elements.filter { !$0.isNaN }
    #expect(Float(nanmax(x)) == numbers.max() && Float(nanmin(x)) == numbers.min())
    #expect(nanmax(x, keepdims: true).shape == [1])
    #expect(Float(nanmax(full([count], .nan))).isNaN)
    let whole = NDArray((0..<count).map { Int32($0 * 31 % 11) })
    let steps = diff(whole).asArray(Int.self)
    #expect(steps == (1..<count).map { $0 * 31 % 11 - ($0 - 1) * 31 % 11 })
    #expect(diff(whole, n: 2).size == count - 2)
    #expect(sum(bincount(whole)).asArray(Int.self) == [count] && bincount(whole).size <= 11)
    let few = isin(whole, NDArray([3, 7] as [Int32])).asArray(Bool.self)
    #expect(few == (0..<count).map { [3, 7].contains($0 * 31 % 11) })
    let (mantissa, exponent) = frexp(`where`(isnan(x), 0.0, x))
    #expect(ldexp(mantissa, exponent).asArray(Float.self) == elements.map { $0.isNaN ? 0 : $0 })
  }

  @Test(arguments: [7, 40_000]) func roundingNormsAndSlopes(count: Int) {
    let elements = (0..<count).map { Float($0 % 101 - 50) / 4 }
    let x = NDArray(elements)
    #expect(trunc(x).asArray(Float.self) == elements.map { $0.rounded(.towardZero) })
    // Whole sixteenths below 2²⁴ of them: exact in any order.
    let squares = elements.reduce(Double(0)) { $0 + Double($1) * Double($1) }
    #expect(Float(Linalg.norm(x)) == Float(squares.squareRoot()))
    #expect(Linalg.norm(x, keepdims: true).shape == [1])
    for (spacing, scale) in [(1.0, 1), (0.5, 2)] as [(NDArray, Float)] {
      let slopes = gradient(x, spacing: spacing)[0].asArray(Float.self)
      #expect(slopes[0] == (elements[1] - elements[0]) * scale)
      #expect((1..<count - 1).allSatisfy { slopes[$0] == (elements[$0 + 1] - elements[$0 - 1]) / 2 * scale })
    }
  }

  @Test(arguments: [7, 40_000]) func functionsOfSeveralOperations(count: Int) {
    let elements = (0..<count).map { (i: Int) -> Float in
      i % 11 == 3 ? .nan : i % 11 == 5 ? -.infinity : Float(i % 101 - 50) / 4
    }
    let x = NDArray(elements)
    let lengths = elements.prefix(3).map { ($0 * $0 + 9).squareRoot() }
    #expect(allclose(hypot(x, 3)[..<3], NDArray(lengths)).asArray(Bool.self) == [true])
    #expect(hypot(3, x).asArray(Float.self)[5] == .infinity)
    #expect(
      nanToNum(x, nan: 7, neginf: -9).asArray(Float.self)
        == elements.map { $0.isNaN ? 7 : $0.isInfinite ? -9 : $0 })
    #expect(isclose(x, x + 1e-9).asArray(Bool.self) == elements.map { !$0.isNaN })
    #expect(isclose(x, x, equalNaN: true).asArray(Bool.self).allSatisfy { $0 })
    let finite = elements.map { $0.isFinite ? $0 : 0.125 }
    #expect(
      round(NDArray(finite), decimals: 1).asArray(Float.self)
        == finite.map { ($0 * 10).rounded(.toNearestOrEven) / 10 })
    let whole = NDArray((0..<count).map { Int32($0 % 101 - 50) })
    let quotients = (0..<count).map { Int((Double($0 % 101 - 50) / 7).rounded(.down)) }
    #expect(floorDivide(whole, 7).asArray(Int.self) == quotients)
    #expect((7 * floorDivide(whole, 7) + whole % 7).asArray(Int.self) == whole.asArray(Int.self))
    let side = count == 7 ? 4 : 200
    let square = reshape(arange(side * side), [side, side]) + 1
    let expected = (0..<side * side).map { $0 % side <= $0 / side + 1 ? $0 + 1 : 0 }
    #expect(ravel(tril(square, k: 1)).asArray(Int.self) == expected)
    #expect((tril(square, k: 1) + triu(square, k: 2) .== square).asArray(Bool.self).allSatisfy { $0 })
  }

  @Test func conversionsOfLongArraysAreThoseOfShortOnes() {
    let elements: [Float] = [-1.7, 0.2, .nan, 3e9, -3e9, .infinity]
    let long = tile(NDArray(elements), [20])
    let expected = NDArray(elements).asArray(Int.self)
    #expect(Array(long.asArray(Int.self).prefix(6)) == expected)
    #expect(Array(long.asArray(Double.self).prefix(2)) == [Double(Float(-1.7)), Double(Float(0.2))])
    #expect(Array(long.asArray(UInt8.self).prefix(2)) == Array(NDArray(elements).asArray(UInt8.self).prefix(2)))
  }
}
