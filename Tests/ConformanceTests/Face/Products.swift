import Lanewise
import LanewiseCore

// jax.numpy's products, and its polynomials.
extension FaceTable {
  mutating func addProducts() {
    module = "jax.numpy"
    array("matmul", "a b precision preferred_element_type") { matmul($0.x("a"), $0.x("b")) }
    array("dot", "a b precision preferred_element_type") { dot($0.x("a"), $0.x("b")) }
    binary("vdot", vdot)
    binary("inner", inner)
    binary("outer", outer)
    binary("kron", kron)
    array("vecdot", "x1 x2 axis") { vecdot($0.x("x1"), $0.x("x2"), axis: $0.int("axis", -1)) }
    array("tensordot", "a b axes") { a in
      guard let axes = a["axes"] else { return tensordot(a.x("a"), a.x("b")) }
      if let count = axes.int { return tensordot(a.x("a"), a.x("b"), axes: count) }
      let sides = (axes.items ?? []).map { side in side.int.map { [$0] } ?? side.items?.compactMap(\.int) ?? [] }
      return tensordot(a.x("a"), a.x("b"), axes: (sides.first ?? [], sides.last ?? []))
    }
    array("einsum", "subscripts *operands") { einsum($0.string("subscripts") ?? "", $0.xs("operands")) }
    array("trace", "a offset axis1 axis2") {
      trace($0.x("a"), offset: $0.int("offset", 0), axis1: $0.int("axis1", 0), axis2: $0.int("axis2", 1))
    }
    array("cross", "a b axisa axisb axisc axis") { cross($0.x("a"), $0.x("b"), axis: $0.int("axis", -1)) }
  }

  mutating func addLaxProducts() {
    module = "jax.lax"
    array("dot_general", "lhs rhs dimension_numbers precision preferred_element_type") { a in
      let pairs = (a["dimension_numbers"]?.items ?? []).map { pair in
        (pair.items ?? []).map { $0.items?.compactMap(\.int) ?? [] }
      }
      guard pairs.count == 2, pairs.allSatisfy({ $0.count == 2 }) else { return a.x("dimension_numbers") }
      return Lax.dotGeneral(
        a.x("lhs"), a.x("rhs"), contracting: (pairs[0][0], pairs[0][1]), batch: (pairs[1][0], pairs[1][1]),
        preferredElementType: a.dtype("preferred_element_type"))
    }
    array("dot", "lhs rhs precision preferred_element_type") {
      Lax.dot($0.x("lhs"), $0.x("rhs"), preferredElementType: $0.dtype("preferred_element_type"))
    }
    array("batch_matmul", "lhs rhs") { Lax.batchMatmul($0.x("lhs"), $0.x("rhs")) }
  }

  mutating func addPolynomials() {
    module = "jax.numpy"
    binary("polyval", polyval)
    binary("polyadd", polyadd)
    binary("polysub", polysub)
    binary("polymul", polymul)
    arrays("polydiv", "u v") { a in
      let (quotient, rest) = polydiv(a.x("u"), a.x("v"))
      return [quotient, rest]
    }
    unary("poly") { poly($0) }
    array("roots", "p strip_zeros") { roots($0.x("p"), stripZeros: $0.bool("strip_zeros", true)) }
    array("polyfit", "x y deg rcond full w") { a in
      polyfit(
        a.x("x"), a.x("y"), a.int("deg"), rcond: a.optionalDouble("rcond"), weights: a.optionalX("w"))
    }
    array("polyint", "p") { polyint($0.x("p")) }
    array("polyder", "p m") { polyder($0.x("p"), m: $0.int("m", 1)) }
    array("convolve", "a v mode") {
      convolve($0.x("a"), $0.x("v"), mode: $0.string("mode").flatMap(ConvolutionMode.init) ?? .full)
    }
    array("correlate", "a v mode") {
      correlate($0.x("a"), $0.x("v"), mode: $0.string("mode").flatMap(ConvolutionMode.init) ?? .valid)
    }
  }
}
