import Lanewise
import LanewiseCore

// What jax.lax has beside operations of its own: shapes of convolutions and windows, products of groups, barriers.
extension FaceTable {
  mutating func addConvolutionShapes() {
    module = "jax.lax"
    value("ConvDimensionNumbers", "lhs_spec rhs_spec out_spec") { .object(Object(members: $0.values)) }
    value("conv_dimension_numbers", "lhs_shape rhs_shape dimension_numbers") { a in
      let dims = Lax.convDimensionNumbers(a.shape("lhs_shape"), a.shape("rhs_shape"), a.dimensionNumbers)
      let members = ["lhs_spec": dims.lhsSpec, "rhs_spec": dims.rhsSpec, "out_spec": dims.outSpec]
      return .object(Object(members: members.mapValues(Value.init(ints:))))
    }
    value("conv_general_permutations", "dimension_numbers") { a in
      let orders = Lax.convGeneralPermutations(a.dimensionNumbers ?? ("", "", ""))
      return .tuple([orders.lhs, orders.rhs, orders.out].map(Value.init(ints:)))
    }
    value("conv_shape_tuple", "lhs_shape rhs_shape strides padding batch_group_count") { a in
      Value(
        ints: Lax.convShapeTuple(
          a.shape("lhs_shape"), a.shape("rhs_shape"), a.ints("strides"), a.padding,
          batchGroupCount: a.int("batch_group_count", 1)))
    }
    typealias General = @Sendable ([Int], [Int], [Int], WindowPadding, (String, String, String)) -> [Int]
    let general: [(String, General)] = [
      ("conv_general_shape_tuple", { Lax.convGeneralShapeTuple($0, $1, $2, $3, $4) }),
      ("conv_transpose_shape_tuple", { Lax.convTransposeShapeTuple($0, $1, $2, $3, $4) }),
    ]
    for (name, shape) in general {
      value(name, "lhs_shape rhs_shape window_strides padding dimension_numbers") { a in
        Value(
          ints: shape(
            a.shape("lhs_shape"), a.shape("rhs_shape"), a.ints("window_strides"), a.padding,
            a.dimensionNumbers ?? ("", "", "")))
      }
    }
    value("padtype_to_pads", "in_shape window_shape window_strides padding") { a in
      let pads = Lax.padtypeToPads(a.shape("in_shape"), a.shape("window_shape"), a.ints("window_strides"), a.padding)
      return .list(pads.map { Value(ints: [$0.0, $0.1]) })
    }
    value(
      "reduce_window_shape_tuple",
      "operand_shape window_dimensions window_strides padding base_dilation window_dilation"
    ) { a in
      Value(
        ints: Lax.reduceWindowShapeTuple(
          a.shape("operand_shape"), a.ints("window_dimensions"), a.ints("window_strides"), a.pairs("padding"),
          baseDilation: a.optionalInts("base_dilation"), windowDilation: a.optionalInts("window_dilation")))
    }
  }

  mutating func addMoreLax() {
    module = "jax.lax"
    array(
      "conv_general_dilated_local",
      "lhs rhs window_strides padding filter_shape lhs_dilation rhs_dilation dimension_numbers"
    ) { a in
      Lax.convGeneralDilatedLocal(
        a.x("lhs"), a.x("rhs"), windowStrides: a.ints("window_strides"), padding: a.padding,
        filterShape: a.shape("filter_shape"), lhsDilation: a.optionalInts("lhs_dilation"),
        rhsDilation: a.optionalInts("rhs_dilation"), dimensionNumbers: a.dimensionNumbers)
    }
    array("ragged_dot", "lhs rhs group_sizes precision preferred_element_type") { a in
      Lax.raggedDot(
        a.x("lhs"), a.x("rhs"), a.x("group_sizes"), preferredElementType: a.dtype("preferred_element_type"))
    }
    value("optimization_barrier", "operand") { Lax.optimizationBarrier($0["operand"] ?? .none) }
    array(
      "_select_and_scatter",
      "operand select window_dimensions window_strides padding source init_value scatter"
    ) { a in
      let (select, scatter) = (a.callable("select"), a.callable("scatter"))
      return Lax.selectAndScatter(
        a.x("operand"), { select([.array($0), .array($1)]).number ?? $0 }, a.ints("window_dimensions"),
        a.ints("window_strides"), a.padding, a.x("source"), a.x("init_value"),
        { scatter([.array($0), .array($1)]).number ?? $0 })
    }
    module = "jax.numpy"
    array("fromstring", "string dtype count sep") { a in
      fromstring(
        a.string("string") ?? "", dtype: a.dtype(), count: a.int("count", -1), sep: a.string("sep") ?? "")
    }
  }
}

extension Arguments {
  /// Dimension numbers in an object of Python's.
  var convDimensions: ConvDimensionNumbers? {
    guard case .object = self["dimension_numbers"] else { return nil }
    return ConvDimensionNumbers(
      lhsSpec: member("lhs_spec", of: "dimension_numbers"), rhsSpec: member("rhs_spec", of: "dimension_numbers"),
      outSpec: member("out_spec", of: "dimension_numbers"))
  }
}

extension Value {
  init(ints: [Int]) { self = .tuple(ints.map(Value.int)) }
}
