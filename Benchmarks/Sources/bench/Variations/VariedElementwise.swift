import Lanewise

extension Variations {
  func functions() {
    let (x, u, p) = (Self.line, Self.unit, Self.positive)
    let anywhere: [(String, @Sendable (NDArray) -> NDArray)] = [
      ("cos", { cos($0) }), ("tan", { tan($0) }), ("expm1", { expm1($0) }), ("exp2", { exp2($0) }),
      ("sinh", { sinh($0) }),
      ("cosh", { cosh($0) }), ("arctan", { arctan($0) }), ("arcsinh", { arcsinh($0) }), ("cbrt", { cbrt($0) }),
      ("erf", { Lax.erf($0) }), ("erfc", { Lax.erfc($0) }), ("sigmoid", { NN.sigmoid($0) }),
      ("softplus", { NN.softplus($0) }),
      ("silu", { NN.silu($0) }), ("gelu_tanh", { NN.gelu($0) }), ("elu", { NN.elu($0) }), ("floor", { floor($0) }),
      ("rint", { rint($0) }), ("abs", { abs($0) }), ("sign", { sign($0) }), ("cube", { $0 ** 3 }),
      ("seventh", { $0 ** 7 }),
      ("sinc", { sinc($0) }), ("clip", { clip($0, -1, 1) }),
      ("polynomial", { ((($0 * 2 + 1) * $0 - 3) * $0 + 0.5) * $0 }),
      ("grad_gelu", { vmap(grad { (x: NDArray) in 0.5 * x * (1 + Lax.erf(x * 0.7071)) })($0) }),
      ("grad_softplus", { vmap(grad { (x: NDArray) in NN.softplus(x) })($0) }),
      ("second_derivative", { vmap(grad(grad { (x: NDArray) in tanh(x) * x }))($0) }),
    ]
    for (name, f) in anywhere { jitted("f_" + name, x, f) }
    let within: [(String, @Sendable (NDArray) -> NDArray)] = [
      ("arcsin", { arcsin($0) }), ("arccos", { arccos($0) }), ("arctanh", { arctanh($0) }),
      ("erf_inv", { Lax.erfInv($0) }),
    ]
    for (name, f) in within { jitted("f_" + name, u, f) }
    let above: [(String, @Sendable (NDArray) -> NDArray)] = [
      ("sqrt", { sqrt($0) }), ("rsqrt", { Lax.rsqrt($0) }), ("log2", { log2($0) }), ("log10", { log10($0) }),
      ("log1p", { log1p($0) }), ("arccosh", { arccosh($0 + 1) }), ("lgamma", { Lax.lgamma($0) }),
      ("digamma", { Lax.digamma($0) }),
      ("power_1_5", { $0 ** 1.5 }), ("reciprocal", { 1 / $0 }), ("entropy", { -($0 * log($0)) }),
    ]
    for (name, f) in above { jitted("f_" + name, p, f) }
    jitted("f_arctan2", x, p) { arctan2($0, $1) }
    jitted("f_hypot", x, p) { hypot($0, $1) }
    jitted("f_logaddexp", x, p) { logaddexp($0, $1) }
    jitted("f_remainder", x, p) { remainder($0, $1) }
    jitted("f_floor_divide", x, p) { floorDivide($0, $1) }
    jitted("f_where", x, p) { `where`($0 .> $1, $0, $1 * 2) }
    jitted("f_maximum", x, p) { maximum($0, $1) }
    jitted("f_less", x, p) { $0 .< $1 }
    jitted("f_lerp", x, p, u) { $0 + ($1 - $0) * $2 }
  }

  func sizesAndDtypes() {
    let functions: [(String, @Sendable (NDArray) -> NDArray)] = [
      ("add", { $0 + 1.5 }), ("exp", { exp($0) }), ("sin", { sin($0) }), ("tanh", { tanh($0) }),
      ("log", { log(abs($0) + 1) }),
      ("gelu", { 0.5 * $0 * (1 + Lax.erf($0 * 0.7071)) }), ("wave", { sin($0) * exp(-$0 * $0) + cos($0) }),
      ("post_f", { (($0 + 2) ** 2 - 4).sum() }), ("sqrt", { sqrt(abs($0)) }), ("power", { abs($0) ** 1.3 }),
      ("relu_gradient", { vmap(grad { (x: NDArray) in maximum(0, x) })($0) }),
    ]
    for count in [1000, 10_000, 100_000, 10_000_000] {
      let x = linspace(-3, 3, count)
      for (name, f) in functions { jitted("\(name)_\(count)", x, f) }
    }
    for dtype in [DType.float64, .float16, .bfloat16] {
      let x = Self.line.astype(dtype)
      for (name, f) in functions { jitted("\(name)_\(dtype)", x, f) }
    }
    for (name, f) in functions.prefix(3) {
      let x = Lax.complex(Self.line, Self.unit)
      jitted("\(name)_complex64", x, f)
    }
    let z = Lax.complex(Self.line, Self.unit)
    jitted("abs_complex64", z) { abs($0) }
    jitted("power_of_complex64", z) { real(conj($0) * $0) }
    jitted("divide_complex64", z) { $0 / ($0 + 2) }
  }

  func integers() {
    let (x, y) = (Self.whole, Self.whole[.stride(by: -1)] + 1)
    jitted("i_add", x, y) { $0 + $1 }
    jitted("i_multiply", x, y) { $0 * $1 }
    jitted("i_floor_divide", x, y) { floorDivide($0, $1) }
    jitted("i_remainder", x, y) { remainder($0, $1) }
    jitted("i_xor_shift", x, y) { ($0 ^ ($0 << 3)) & $1 }
    jitted("i_popcount", x) { bitwiseCount($0) }
    jitted("i_maximum", x, y) { maximum($0, $1) }
    jitted("i_equal", x, y) { $0 .== $1 }
    jitted("i_to_float", x) { $0.astype(.float32) }
    jitted("i_from_float", Self.line) { $0.astype(.int32) }
    jitted("i_to_uint8", x) { $0.astype(.uint8) }
    jitted("i_square_int64", x.astype(.int64)) { $0 * $0 + 1 }
    jitted("i_add_uint8", x.astype(.uint8)) { $0 + 7 }
    jitted("i_not", x .> 500) { logicalNot($0) }
    jitted("i_remainder_7", x) { $0 % 7 }
    jitted("i_remainder_8", x) { $0 % 8 }
    jitted("i_divide_10", x) { floorDivide($0, 10) }
    jitted("i_divide_10_int64", x.astype(.int64)) { floorDivide($0, 10) }
    jitted("i_remainder_10_uint32", x.astype(.uint32)) { $0 % 10 }
  }
}
