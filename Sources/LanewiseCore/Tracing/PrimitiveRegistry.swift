import LanewiseEngine
import LanewiseKernelABI

/// From a primitive's name and parameters, as text or JSON states them, to the primitive.
package enum PrimitiveRegistry {
  package typealias Maker = @Sendable (_ parameters: ParameterReader) throws -> any Primitive

  /// The primitive of that name with those parameters. A name that nobody has is an ``UnknownPrimitiveError``.
  package static func make(_ parameters: ParameterReader) throws -> any Primitive {
    guard let maker = makers[parameters.primitive] else { throw UnknownPrimitiveError(name: parameters.primitive) }
    return try maker(parameters)
  }

  package static let makers: [String: Maker] = {
    let groups = [structural, collections, linearAlgebra, calls, exchanges]
    var makers: [String: Maker] = groups.reduce([:]) { $0.merging($1) { $1 } }
    for primitive in ElementwiseUnary.all { makers[primitive.name] = { _ in primitive } }
    for primitive in ElementwiseBinary.all { makers[primitive.name] = { _ in primitive } }
    for primitive in ElementwiseSpecial.all { makers[primitive.name] = { _ in primitive } }
    for primitive in Comparison.all { makers[primitive.name] = { _ in primitive } }
    for (name, op) in zip(Reduce.names, Reduce.operations) {
      makers["reduce_" + name] = { Reduce(op: op, axes: try $0.ints("axes")) }
    }
    for op in Cumulative.Op.allCases {
      makers[op.rawValue] = {
        Cumulative(op: op, axis: try $0.int("axis"), reverse: try $0.bool("reverse", default: false))
      }
    }
    for combiner in Scatter.Combiner.allCases { makers[combiner.rawValue] = { try Scatter(combiner, $0) } }
    makers["scatter"] = { p in
      if p["update_jaxpr"] != nil { return try ScatterFunction(p) }
      return try Scatter(.set, p)
    }
    return makers
  }()

  /// Elementwise ones with parameters, and those that change shapes and dtypes.
  private static let structural: [String: Maker] = [
    "round": { p in
      // Python prints the case of this enumeration as its number, JSON as its name.
      let toEven = try p["rounding_method"]?.int.map { $0 == 1 } ?? p.name("rounding_method").hasSuffix("TO_NEAREST_EVEN")
      return toEven ? ElementwiseUnary.roundToEven : .roundAwayFromZero
    },
    "conj": { ElementwiseUnary.conj(try $0.dtype("input_dtype")) },
    "integer_pow": { IntegerPow(y: try $0.int("y")) },
    "reduce_precision": {
      ReducePrecision(exponentBits: try $0.int("exponent_bits"), mantissaBits: try $0.int("mantissa_bits"))
    },
    "select_n": { _ in SelectN() },
    "clamp": { _ in Clamp() },
    "fma": { _ in FusedMultiplyAdd() },
    "convert_element_type": {
      ConvertElementType(dtype: try $0.dtype("new_dtype"), weak: try $0.bool("weak_type", default: false))
    },
    "bitcast_convert_type": { BitcastConvertType(dtype: try $0.dtype("new_dtype")) },
    "broadcast_in_dim": {
      BroadcastInDim(shape: try $0.shape("shape"), dimensions: try $0.ints("broadcast_dimensions"))
    },
    "reshape": {
      Reshape(
        shape: try $0.shape("new_sizes"),
        dimensions: $0["dimensions"] == nil ? nil : try $0.ints("dimensions"))
    },
    "squeeze": { Squeeze(dimensions: try $0.ints("dimensions")) },
    "transpose": { Transpose(permutation: try $0.ints("permutation")) },
    "rev": { Rev(dimensions: try $0.ints("dimensions")) },
    "slice": {
      Slice(
        start: try $0.ints("start_indices"), limit: try $0.ints("limit_indices"),
        strides: $0["strides"] == nil ? nil : try $0.ints("strides"))
    },
    "iota": {
      Iota(dtype: try $0.dtype("dtype"), shape: try $0.shape("shape"), dimension: try $0.int("dimension"))
    },
  ]

  /// Those that move, choose, order and combine elements, and the random ones.
  private static let collections: [String: Maker] = [
    "concatenate": { Concatenate(dimension: try $0.int("dimension")) },
    "pad": { try Pad($0) },
    "dynamic_slice": { DynamicSlice(sizes: try $0.ints("slice_sizes")) },
    "dynamic_update_slice": { _ in DynamicUpdateSlice() },
    "gather": { try Gather($0) },
    "argmax": { try ArgReduce(isMax: true, $0) },
    "argmin": { try ArgReduce(isMax: false, $0) },
    "sort": {
      Sort(
        dimension: try $0.int("dimension"), isStable: try $0.bool("is_stable", default: true),
        keyCount: try $0.count("num_keys"), operandCount: $0.operandCount)
    },
    "top_k": { TopK(k: try $0.count("k")) },
    "partition": { KthPartition(kth: try $0.count("kth"), hasPlaces: try $0.bool("places")) },
    "searchsorted": { SearchSorted(isBehindEqual: try $0.name("side") == "right", dtype: try $0.dtype("dtype")) },
    "dot_general": { try DotGeneral($0) },
    "ragged_dot": { try RaggedDot($0) },
    "fft": { try Fourier($0) },
    "conv_general_dilated": { try Convolution($0) },
    "reduce": { GenericReduce(computation: try $0.jaxpr("jaxpr"), dimensions: try $0.ints("dimensions")) },
    "reduce_window": { GenericReduceWindow(computation: try $0.jaxpr("jaxpr"), window: try Window($0)) },
    "reduce_window_sum": { ReduceWindowFold(.sum, try Window($0)) },
    "reduce_window_max": { ReduceWindowFold(.max, try Window($0)) },
    "reduce_window_min": { ReduceWindowFold(.min, try Window($0)) },
    "select_and_gather_add": {
      SelectAndGatherAdd(selectsGreatest: try $0.selectsGreatest(), window: try Window($0))
    },
    "select_and_scatter_add": {
      SelectAndScatterAdd(selectsGreatest: try $0.selectsGreatest(), window: try Window($0))
    },
    "select_and_scatter": { try SelectAndScatter($0) },
    "random_bits": { RandomBits(bitWidth: try $0.int("bit_width"), shape: try $0.shape("shape")) },
    "random_split": { RandomSplit(shape: try $0.shape("shape")) },
    "random_fold_in": { _ in RandomFoldIn() },
    "random_seed": { RandomSeed(dtype: $0.keys) },
    "random_wrap": { RandomWrap(dtype: $0.keys) },
    "random_unwrap": { _ in RandomUnwrap() },
    "random_gamma": { RandomGamma(inLogSpace: try $0.bool("log_space", default: false)) },
    "threefry2x32": { _ in Threefry2x32() },
  ]

  /// Those that take matrices apart and solve with them.
  private static let linearAlgebra: [String: Maker] = [
    "cholesky": { _ in Cholesky() },
    "triangular_solve": { try TriangularSolve($0) },
    "tridiagonal_solve": {
      TridiagonalSolve(rows: try $0.count("m"), columns: try $0.count("n"), dtype: try $0.dtype("t"))
    },
    "lu": { _ in LU() },
    "lu_pivots_to_permutation": { LUPivotsToPermutation(permutationSize: try $0.count("permutation_size")) },
    "qr": { QR(fullMatrices: try $0.bool("full_matrices")) },
    "geqrf": { _ in Geqrf() },
    "householder_product": { _ in HouseholderProduct() },
    "svd": { p in
      guard p["subset_by_index"] == nil else { throw p.missing("subset_by_index") }
      return SVD(computeUV: try p.bool("compute_uv"), fullMatrices: try p.bool("full_matrices"))
    },
    "eigh": { p in
      guard p["subset_by_index"] == nil else { throw p.missing("subset_by_index") }
      return Eigh(
        lower: try p.bool("lower"), computeVectors: try p.bool("compute_vectors", default: true),
        sortEigenvalues: try p.bool("sort_eigenvalues", default: true))
    },
    "eig": {
      Eig(left: try $0.bool("compute_left_eigenvectors"), right: try $0.bool("compute_right_eigenvectors"))
    },
    "schur": { p in
      guard p["select_callable"] == nil, try !p.bool("sort_eig_vals", default: false) else {
        throw p.missing("select_callable")
      }
      return Schur(computeVectors: try p.bool("compute_schur_vectors"))
    },
    "hessenberg": { _ in Hessenberg() },
    "tridiagonal": { Tridiagonal(lower: try $0.bool("lower")) },
  ]

  /// Those that examples of a batch exchange data by.
  private static let exchanges: [String: Maker] = [
    "psum": { try AllReduce.make(.sum, $0) },
    "pmax": { try AllReduce.make(.max, $0) },
    "pmin": { try AllReduce.make(.min, $0) },
    "axis_index": { AxisIndex(axisName: try $0.name("axis_name")) },
    "all_gather": {
      AllGather(
        axisName: try $0.name("axis_name"), dimension: try $0.int("all_gather_dimension"),
        axisSize: try $0.count("axis_size"), tiled: try $0.bool("tiled", default: false))
    },
    "reduce_scatter": {
      ReduceScatter(
        axisName: try $0.name("axis_name"), dimension: try $0.int("scatter_dimension"),
        axisSize: try $0.count("axis_size"), tiled: try $0.bool("tiled", default: false))
    },
    "all_to_all": {
      AllToAll(
        axisName: try $0.name("axis_name"), splitAxis: try $0.int("split_axis"), concatAxis: try $0.int("concat_axis"),
        tiled: try $0.bool("tiled", default: false))
    },
    "ppermute": { parameters in
      let pairs = try (parameters["perm"]?.items ?? []).map { pair in
        guard let ints = pair.ints, ints.count == 2 else { throw parameters.missing("perm") }
        return (source: ints[0], target: ints[1])
      }
      return Permute(axisName: try parameters.name("axis_name"), pairs: pairs)
    },
  ]

  /// Those that hold programs, and those that do nothing to a value.
  private static let calls: [String: Maker] = [
    "scan": {
      Scan(
        body: try $0.jaxpr("jaxpr"), length: try $0.count("length"), reverse: try $0.bool("reverse", default: false),
        constantCount: try $0.count("num_consts"), carryCount: try $0.count("num_carry"),
        unroll: $0["unroll"] == nil ? 1 : try $0.int("unroll"))
    },
    "while": {
      While(
        condition: try $0.jaxpr("cond_jaxpr"), body: try $0.jaxpr("body_jaxpr"),
        conditionConstantCount: try $0.count("cond_nconsts"), bodyConstantCount: try $0.count("body_nconsts"))
    },
    "cond": { Cond(branches: try $0.jaxprs("branches")) },
    "pjit": { JitCall(label: try $0.name("name"), jaxpr: try $0.jaxpr("jaxpr")) },
    // A custom derivative is a function of the host language, so what is written down is the program without it.
    "custom_jvp_call": { try CustomJVPCall($0) },
    "custom_vjp_call_jaxpr": { try CustomVJPCall($0) },
    "custom_vmap_call": { JitCall(label: "custom_vmap_call", jaxpr: try $0.jaxpr("call")) },
    "xla_pmap": { try ParallelMap($0) },
    "custom_linear_solve": { try CustomLinearSolve($0) },
    "remat2": { try Checkpoint($0) },
    "checkpoint": { try Checkpoint($0) },
    "stop_gradient": { _ in StopGradient() },
    "copy": { Copy(name: $0.primitive, count: $0.operandCount) },
    "copy_p": { Copy(name: $0.primitive, count: $0.operandCount) },
    "device_put": { Copy(name: $0.primitive, count: $0.operandCount) },
    "optimization_barrier": { Copy(name: $0.primitive, count: $0.operandCount) },
  ]
}

/// A program names a primitive that does not exist here.
package struct UnknownPrimitiveError: Error, Hashable, CustomStringConvertible {
  package let name: String
  package var description: String { "there is no primitive '\(name)'" }
}
