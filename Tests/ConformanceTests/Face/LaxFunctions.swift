import Lanewise
import LanewiseCore

// The functions of jax.lax.
extension FaceTable {
  mutating func addLaxElementwise() {
    module = "jax.lax"
    unary("neg", Lax.neg)
    unary("sign", Lax.sign)
    unary("abs", Lax.abs)
    unary("bitwise_not", Lax.bitwiseNot)
    unary("population_count", Lax.populationCount)
    unary("clz", Lax.clz)
    unary("floor", Lax.floor)
    unary("ceil", Lax.ceil)
    unary("is_finite", Lax.isFinite)
    unary("sqrt", Lax.sqrt)
    unary("rsqrt", Lax.rsqrt)
    unary("cbrt", Lax.cbrt)
    unary("exp", Lax.exp)
    unary("exp2", Lax.exp2)
    unary("expm1", Lax.expm1)
    unary("log", Lax.log)
    unary("log1p", Lax.log1p)
    unary("sin", Lax.sin)
    unary("cos", Lax.cos)
    unary("tan", Lax.tan)
    unary("asin", Lax.asin)
    unary("acos", Lax.acos)
    unary("atan", Lax.atan)
    unary("sinh", Lax.sinh)
    unary("cosh", Lax.cosh)
    unary("tanh", Lax.tanh)
    unary("asinh", Lax.asinh)
    unary("acosh", Lax.acosh)
    unary("atanh", Lax.atanh)
    unary("logistic", Lax.logistic)
    unary("bessel_i0e", Lax.besselI0e)
    unary("bessel_i1e", Lax.besselI1e)
    unary("erf", Lax.erf)
    unary("erfc", Lax.erfc)
    unary("erf_inv", Lax.erfInv)
    unary("lgamma", Lax.lgamma)
    unary("digamma", Lax.digamma)
    unary("conj", Lax.conj)
    unary("real", Lax.real)
    unary("imag", Lax.imag)
    unary("stop_gradient", Lax.stopGradient)
    unary("square", Lax.square)
    unary("reciprocal", Lax.reciprocal)
    binary("add", Lax.add)
    binary("sub", Lax.sub)
    binary("mul", Lax.mul)
    binary("div", Lax.div)
    binary("rem", Lax.rem)
    binary("max", Lax.max)
    binary("min", Lax.min)
    binary("pow", Lax.pow)
    binary("atan2", Lax.atan2)
    binary("nextafter", Lax.nextafter)
    binary("bitwise_and", Lax.bitwiseAnd)
    binary("bitwise_or", Lax.bitwiseOr)
    binary("bitwise_xor", Lax.bitwiseXor)
    binary("shift_left", Lax.shiftLeft)
    binary("shift_right_arithmetic", Lax.shiftRightArithmetic)
    binary("shift_right_logical", Lax.shiftRightLogical)
    binary("complex", Lax.complex)
    binary("eq", Lax.eq)
    binary("ne", Lax.ne)
    binary("lt", Lax.lt)
    binary("le", Lax.le)
    binary("gt", Lax.gt)
    binary("ge", Lax.ge)
    array("round", "x rounding_method") { a in
      if case .name(let method) = a["rounding_method"] {
        return Lax.round(a.x("x"), toEven: method.hasSuffix("TO_NEAREST_EVEN"))
      }
      return Lax.round(a.x("x"))
    }
    array("integer_pow", "x y") { Lax.integerPow($0.x("x"), $0.int("y")) }
    array("select", "pred on_true on_false") { Lax.select($0.x("pred"), $0.x("on_true"), $0.x("on_false")) }
    array("select_n", "which *cases") { a in
      let cases = a.xs("cases")
      switch cases.count {
      case 2: return Lax.selectN(a.x("which"), cases[0], cases[1])
      case 3: return Lax.selectN(a.x("which"), cases[0], cases[1], cases[2])
      default: return a.x("which")
      }
    }
    array("clamp", "min x max") { Lax.clamp($0.x("min"), $0.x("x"), $0.x("max")) }
    array("convert_element_type", "operand new_dtype") {
      Lax.convertElementType($0.x("operand"), $0.dtype("new_dtype") ?? .float32)
    }
    array("bitcast_convert_type", "operand new_dtype") {
      Lax.bitcastConvertType($0.x("operand"), $0.dtype("new_dtype") ?? .float32)
    }
    array("reduce_precision", "operand exponent_bits mantissa_bits") {
      Lax.reducePrecision(
        $0.x("operand"), exponentBits: $0.int("exponent_bits"), mantissaBits: $0.int("mantissa_bits"))
    }
  }

  mutating func addLaxShapes() {
    module = "jax.lax"
    array("broadcast_in_dim", "operand shape broadcast_dimensions") {
      Lax.broadcastInDim($0.x("operand"), $0.shape(), $0.ints("broadcast_dimensions"))
    }
    array("broadcast", "operand sizes") { Lax.broadcast($0.x("operand"), $0.ints("sizes")) }
    array("collapse", "operand start_dimension stop_dimension") {
      Lax.collapse($0.x("operand"), $0.int("start_dimension"), $0.optionalInt("stop_dimension"))
    }
    array("reshape", "operand new_sizes dimensions") { a in
      let sizes = a.ints("new_sizes")
      guard let dimensions = a.optionalInts("dimensions") else { return Lax.reshape(a.x("operand"), sizes) }
      return Lax.reshape(a.x("operand"), sizes, dimensions: dimensions)
    }
    array("squeeze", "array dimensions") { Lax.squeeze($0.x("array"), $0.ints("dimensions")) }
    array("expand_dims", "array dimensions") { Lax.expandDims($0.x("array"), $0.ints("dimensions")) }
    array("transpose", "operand permutation") { Lax.transpose($0.x("operand"), $0.ints("permutation")) }
    array("rev", "operand dimensions") { Lax.rev($0.x("operand"), $0.ints("dimensions")) }
    array("slice", "operand start_indices limit_indices strides") {
      Lax.slice($0.x("operand"), $0.ints("start_indices"), $0.ints("limit_indices"), $0.optionalInts("strides"))
    }
    array("slice_in_dim", "operand start_index limit_index stride axis") { a in
      Lax.sliceInDim(
        a.x("operand"), a.int("start_index"), a.int("limit_index"), stride: a.int("stride", 1), axis: a.int("axis", 0))
    }
    array("concatenate", "operands dimension") { Lax.concatenate($0.xs("operands"), dimension: $0.int("dimension")) }
    array("pad", "operand padding_value padding_config") { a in
      let config = a.rows("padding_config", of: 3)
      return Lax.pad(a.x("operand"), a.x("padding_value"), config.map { ($0[0], $0[1], $0[2]) })
    }
    array("dynamic_slice", "operand start_indices slice_sizes") {
      Lax.dynamicSlice($0.x("operand"), $0.xs("start_indices"), $0.ints("slice_sizes"))
    }
    array("dynamic_update_slice", "operand update start_indices") {
      Lax.dynamicUpdateSlice($0.x("operand"), $0.x("update"), $0.xs("start_indices"))
    }
    array("dynamic_slice_in_dim", "operand start_index slice_size axis") {
      Lax.dynamicSliceInDim($0.x("operand"), $0.x("start_index"), $0.int("slice_size"), axis: $0.int("axis", 0))
    }
    array("dynamic_index_in_dim", "operand index axis keepdims") {
      Lax.dynamicIndexInDim(
        $0.x("operand"), $0.x("index"), axis: $0.int("axis", 0), keepdims: $0.bool("keepdims", true))
    }
    array("dynamic_update_slice_in_dim", "operand update start_index axis") {
      Lax.dynamicUpdateSliceInDim($0.x("operand"), $0.x("update"), $0.x("start_index"), axis: $0.int("axis"))
    }
    array("dynamic_update_index_in_dim", "operand update index axis") {
      Lax.dynamicUpdateIndexInDim($0.x("operand"), $0.x("update"), $0.x("index"), axis: $0.int("axis"))
    }
    array("index_in_dim", "operand index axis keepdims") {
      Lax.indexInDim($0.x("operand"), $0.int("index"), axis: $0.int("axis", 0), keepdims: $0.bool("keepdims", true))
    }
    array("argmax", "operand axis index_dtype") {
      Lax.argmax($0.x("operand"), axis: $0.int("axis"), indexDType: $0.dtype("index_dtype") ?? .int32)
    }
    array("argmin", "operand axis index_dtype") {
      Lax.argmin($0.x("operand"), axis: $0.int("axis"), indexDType: $0.dtype("index_dtype") ?? .int32)
    }
    array("reduce_sum_p.bind", "operand axes") { Lax.reduceSum($0.x("operand"), $0.ints("axes")) }
    array("reduce_prod_p.bind", "operand axes") { Lax.reduceProd($0.x("operand"), $0.ints("axes")) }
    array("reduce_max_p.bind", "operand axes") { Lax.reduceMax($0.x("operand"), $0.ints("axes")) }
    array("reduce_min_p.bind", "operand axes") { Lax.reduceMin($0.x("operand"), $0.ints("axes")) }
    array("reduce_and_p.bind", "operand axes") { Lax.reduceAnd($0.x("operand"), $0.ints("axes")) }
    array("reduce_or_p.bind", "operand axes") { Lax.reduceOr($0.x("operand"), $0.ints("axes")) }
  }
}

// Gathers and scatters; their dimension numbers are objects of Python's.
extension FaceTable {
  private typealias Scattering =
    @Sendable (NDArray, NDArray, NDArray, ScatterDimensionNumbers, IndexingMode) -> NDArray

  private mutating func scattering(_ name: String, _ f: @escaping Scattering) {
    array(name, "operand scatter_indices updates dimension_numbers mode") { a in
      f(a.x("operand"), a.x("scatter_indices"), a.x("updates"), a.scatterDimensions, a.indexingMode ?? .drop)
    }
  }

  mutating func addGathering() {
    module = "jax.lax"
    value("GatherDimensionNumbers", "offset_dims collapsed_slice_dims start_index_map") {
      .object(Object(members: $0.values))
    }
    value("ScatterDimensionNumbers", "update_window_dims inserted_window_dims scatter_dims_to_operand_dims") {
      .object(Object(members: $0.values))
    }
    array("gather", "operand start_indices dimension_numbers slice_sizes mode") { a in
      let dimensions = GatherDimensionNumbers(
        offsetDims: a.member("offset_dims", of: "dimension_numbers"),
        collapsedSliceDims: a.member("collapsed_slice_dims", of: "dimension_numbers"),
        startIndexMap: a.member("start_index_map", of: "dimension_numbers"))
      return Lax.gather(
        a.x("operand"), a.x("start_indices"), dimensions, a.ints("slice_sizes"), mode: a.indexingMode ?? .fill)
    }
    array("scatter_apply", "operand scatter_indices func dimension_numbers update_shape unique_indices mode") { a in
      let f = a.callable("func")
      return Lax.scatterApply(
        a.x("operand"), a.x("scatter_indices"), { f([.array($0)]).number ?? $0 }, a.scatterDimensions,
        updateShape: a.shape("update_shape"), mode: a.indexingMode ?? .drop, uniqueIndices: a.bool("unique_indices"))
    }
    scattering("scatter") { Lax.scatter($0, $1, $2, $3, mode: $4) }
    scattering("scatter_add") { Lax.scatterAdd($0, $1, $2, $3, mode: $4) }
    scattering("scatter_mul") { Lax.scatterMul($0, $1, $2, $3, mode: $4) }
    scattering("scatter_min") { Lax.scatterMin($0, $1, $2, $3, mode: $4) }
    scattering("scatter_max") { Lax.scatterMax($0, $1, $2, $3, mode: $4) }
  }
}

extension Arguments {
  fileprivate var scatterDimensions: ScatterDimensionNumbers {
    ScatterDimensionNumbers(
      updateWindowDims: member("update_window_dims", of: "dimension_numbers"),
      insertedWindowDims: member("inserted_window_dims", of: "dimension_numbers"),
      scatterDimsToOperandDims: member("scatter_dims_to_operand_dims", of: "dimension_numbers"))
  }
}
