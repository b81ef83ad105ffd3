import Lanewise
import Testing

@testable import LanewiseCore

/// What is computed without `bind` is what `bind` would give, types and bits.
@Suite struct DirectPrimitivesTests {
  /// Arrays of many kinds that an operand may be: several elements, one, none, literals, weak types.
  static let operands: [NDArray] = [
    NDArray([1.5, -2, 0.25]), NDArray([4.0]), NDArray(7.0, dtype: .float32), 2.5, NDArray([Double]()),
    NDArray([3, -1, 2] as [Int32]), 3, NDArray(5 as Int32), NDArray([1.0, 2.0, 3.0], dtype: .float16),
    NDArray(1.5, dtype: .float16), NDArray([1.0, 2.0, 3.0], dtype: .complex64), NDArray(2.0, dtype: .complex128),
    NDArray([true, false, true]), true, ones([2, 1]) * 3, NDArray([[1, 2], [3, 4], [5, 6]] as [[Int32]]), ones([2, 3]),
    ones([1, 3]) * 2, ones([]).converted(to: .float32, weak: true),
  ]

  /// Compares with the program of the one operation, or expects both to refuse.
  private func check(_ p: any Primitive, _ x: [NDArray], _ direct: NDArray?) {
    let types = try? p.abstract(x.map(\.aval))
    guard let direct else { return }
    guard let types else {
      Issue.record("\(p.name) of \(x.map(\.aval)) is a mistake, but was computed directly")
      return
    }
    #expect(direct.aval == types[0], "\(p.name) of \(x.map(\.aval))")
    // A program computes with literals on the host.
    let expected = p.evaluateAsProgram(x.map { NDArray($0.aval, $0.storage!) }, types)[0]
    #expect(direct.debugDescription == expected.debugDescription, "\(p.name) of \(x.map(\.aval))")
  }

  @Test func unary() {
    var primitives: [any DirectUnary] = ElementwiseUnary.all
    primitives += [IntegerPow(y: 1), IntegerPow(y: 2), IntegerPow(y: 7), IntegerPow(y: 0), IntegerPow(y: -1)]
    primitives += [DType.float32, .int32, .bool, .complex64].map { ConvertElementType(dtype: $0, weak: false) }
    primitives += [Reduce(op: .sum, axes: [0]), Reduce(op: .max, axes: [1]), Reduce(op: .and, axes: [0])]
    primitives += [
      Reduce(op: .sum, axes: [1, 0]), Reduce(op: .max, axes: [0]), Reduce(op: .sum, axes: [0, 1]),
      Reduce(op: .prod, axes: []), Reshape(shape: [3, 1]),
    ]
    primitives += [BroadcastInDim(shape: [2, 3], dimensions: [1]), BroadcastInDim(shape: [1, 3, 1], dimensions: [1])]
    primitives += [BroadcastInDim(shape: [2], dimensions: []), Transpose(permutation: [1, 0]), Rev(dimensions: [0])]
    primitives += [
      Slice(start: [1], limit: [3], strides: nil), Slice(start: [0, 1], limit: [2, 3], strides: [1, 2]),
    ]
    for x in Self.operands {
      for p in primitives { check(p, [x], p.direct(x)) }
    }
  }

  @Test func binary() {
    let primitives: [any DirectBinary] = ElementwiseBinary.all + Comparison.all
    for x in Self.operands {
      for y in Self.operands {
        for p in primitives { check(p, [x, y], p.direct(x, y)) }
      }
    }
  }

  @Test func ternary() {
    let masks = [NDArray([true, false, true]), NDArray([[true, false, true]]), true, NDArray([2, 0, 1] as [Int32])]
    for mask in masks {
      for x in Self.operands {
        for y in Self.operands { check(SelectN(), [mask, x, y], SelectN().direct(mask, x, y)) }
      }
    }
  }

  @Test func sums() {
    for x in Self.operands {
      for y in Self.operands {
        for z in Self.operands { check(FusedMultiplyAdd(), [x, y, z], FusedMultiplyAdd().direct(x, y, z)) }
      }
    }
  }

  @Test func counting() {
    let shapes: [(Shape, Int)] = [([5], 0), ([2, 3], 0), ([2, 3], 1), ([2, 1, 2], 1), ([0], 0), ([3], 1), ([], 0)]
    for dtype in [DType.int32, .uint8, .float16, .float32, .complex64, .bool] {
      for (shape, dimension) in shapes {
        let iota = Iota(dtype: dtype, shape: shape, dimension: dimension)
        check(iota, [], iota.direct())
      }
    }
  }

  /// The commonest operations take this way.
  @Test func isTaken() throws {
    let x = NDArray([1.0, 2.0, 3.0])
    #expect(ElementwiseUnary.exp.direct(x) != nil)
    #expect(ElementwiseBinary.add.direct(x, x) != nil)
    #expect(ElementwiseBinary.mul.direct(NDArray.literal(.float(2), .float32), x) != nil)
    #expect(Comparison.lt.direct(x, NDArray.literal(.float(2), .float32)) != nil)
    #expect(Reduce(op: .sum, axes: [0]).direct(x) != nil)
    #expect(Slice(start: [1], limit: [3], strides: nil).direct(x) != nil)
    #expect(Reduce(op: .sum, axes: [0]).direct(ones([4, 4])) != nil)
    #expect(ElementwiseBinary.add.direct(ones([3, 1]), ones([1, 3])) != nil)
    #expect(FusedMultiplyAdd().direct(x, .literal(.float(2), .float32), x) != nil)
    #expect(Iota(dtype: .int32, shape: [5], dimension: 0).direct() != nil)
  }

  @Test func productsOfBool() {
    let x = NDArray([true, true, false])
    let y = NDArray([true, false, false])
    #expect(Lax.mul(x, y).asArray(Bool.self) == [true, false, false])
    #expect(jit { (x: NDArray) in Lax.mul(x, y) }(x).asArray(Bool.self) == [true, false, false])
    #expect(Lax.addAny(x, y).asArray(Bool.self) == [true, true, false])
  }

  /// Tracers and mistakes do not.
  @Test func isRefused() throws {
    let x = NDArray([1.0, 2.0, 3.0])
    _ = jit { (t: NDArray) in
      #expect(ElementwiseUnary.exp.direct(t) == nil)
      #expect(ElementwiseBinary.add.direct(x, t) == nil)
      #expect(!Context.evaluatesConstants)
      return t
    }(x)
    _ = grad { (t: NDArray) in
      #expect(ElementwiseBinary.add.direct(t, x) == nil)
      #expect(Context.evaluatesConstants)
      return Lax.reduceSum(t, [0])
    }(x)
    _ = vmap(
      { (t: NDArray) in
        #expect(!Context.evaluatesConstants)
        return t
      }, axisName: "i")(x)
    #expect(throws: LanewiseError.self) { try catching { x + NDArray([1.0, 2.0]) } }
    #expect(throws: LanewiseError.self) { try catching { x & x } }
  }
}
