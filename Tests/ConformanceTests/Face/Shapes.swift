import Lanewise
import LanewiseCore

// jax.numpy's rearrangements of elements.
extension FaceTable {
  mutating func addShapes() {
    module = "jax.numpy"
    func order(_ a: Arguments) -> ElementOrder { a.string("order").flatMap(ElementOrder.init) ?? .c }
    nonisolated(unsafe) let order = order
    array("reshape", "a shape order") { reshape($0.x("a"), $0.shape(), order: order($0)) }
    array("ravel", "a") { ravel($0.x("a")) }
    array("transpose", "a axes") { transpose($0.x("a"), $0.optionalInts("axes")) }
    array("permute_dims", "a axes") { permuteDims($0.x("a"), $0.ints("axes")) }
    unary("matrix_transpose", matrixTranspose)
    array("swapaxes", "a axis1 axis2") { swapaxes($0.x("a"), $0.int("axis1"), $0.int("axis2")) }
    array("moveaxis", "a source destination") {
      moveaxis($0.x("a"), $0.axes("source"), $0.axes("destination"))
    }
    array("rollaxis", "a axis start") { rollaxis($0.x("a"), $0.int("axis"), start: $0.int("start", 0)) }
    array("expand_dims", "a axis") { expandDims($0.x("a"), axis: $0.axes("axis")) }
    array("squeeze", "a axis") { squeeze($0.x("a"), axis: $0.axis) }
    unary("atleast_1d", atleast1d)
    unary("atleast_2d", atleast2d)
    unary("atleast_3d", atleast3d)
    array("broadcast_to", "array shape") { broadcastTo($0.x("array"), $0.shape()) }
    arrays("broadcast_arrays", "*args") { broadcastArrays($0.xs("args")) }
    array("flip", "m axis") { flip($0.x("m"), axis: $0.axis) }
    unary("fliplr", fliplr)
    unary("flipud", flipud)
    array("rot90", "m k axes") { rot90($0.x("m"), k: $0.int("k", 1), axes: $0.pair("axes", (0, 1))) }
    array("roll", "a shift axis") { roll($0.x("a"), $0.axes("shift"), axis: $0.axis) }
    array("tile", "A reps") { tile($0.x("A"), $0.ints("reps")) }
    array("repeat", "a repeats axis total_repeat_length") { a in
      let axis = a.optionalInt("axis")
      if let total = a.optionalInt("total_repeat_length") {
        return repeated(a.x("a"), a.x("repeats"), axis: axis, total: total)
      }
      if let count = a["repeats"]?.int { return repeated(a.x("a"), count, axis: axis) }
      return repeated(a.x("a"), a.ints("repeats"), axis: axis)
    }
    array("diag", "v k") { diag($0.x("v"), k: $0.int("k", 0)) }
    array("diagflat", "v k") { diagflat($0.x("v"), k: $0.int("k", 0)) }
    array("diagonal", "a offset axis1 axis2") {
      diagonal($0.x("a"), offset: $0.int("offset", 0), axis1: $0.int("axis1", 0), axis2: $0.int("axis2", 1))
    }
    array("tril", "m k") { tril($0.x("m"), k: $0.int("k", 0)) }
    array("triu", "m k") { triu($0.x("m"), k: $0.int("k", 0)) }

    module = "jax.Array"
    array("reshape", "self *shape") { a in
      let shape = a["shape"]?.items ?? []
      let extents = shape.count == 1 && shape[0].int == nil ? shape[0].items ?? [] : shape
      return a.x("self").reshape(extents.map { $0.int ?? 0 })
    }
    array("transpose", "self *axes") { a in
      let axes = a["axes"]?.items ?? []
      if axes.isEmpty { return a.x("self").transpose() }
      let order = axes.count == 1 ? axes[0].items ?? axes : axes
      return a.x("self").transpose(order.map { $0.int ?? 0 })
    }
    array("astype", "self dtype") { $0.x("self").astype($0.dtype() ?? .float32) }
    array("flatten", "self") { $0.x("self").flatten() }
    array("view", "self dtype") { Lax.bitcastConvertType($0.x("self"), $0.dtype() ?? .float32) }
    value("item", "self") { .array($0.x("self")) }
    value("tolist", "self") { a in .array(a.x("self")) }
    array("sum", "self axis dtype out keepdims") {
      $0.x("self").sum(axis: $0.axis, keepdims: $0.bool("keepdims"), dtype: $0.dtype())
    }
    array("mean", "self axis dtype out keepdims") {
      $0.x("self").mean(axis: $0.axis, keepdims: $0.bool("keepdims"), dtype: $0.dtype())
    }
    array("var", "self axis dtype out ddof keepdims") {
      $0.x("self").`var`(axis: $0.axis, ddof: $0.int("ddof", 0), keepdims: $0.bool("keepdims"))
    }
    array("max", "self axis out keepdims") { $0.x("self").max(axis: $0.axis, keepdims: $0.bool("keepdims")) }
    array("min", "self axis out keepdims") { $0.x("self").min(axis: $0.axis, keepdims: $0.bool("keepdims")) }
  }

  mutating func addJoining() {
    module = "jax.numpy"
    array("concatenate", "arrays axis") { a in
      // None joins flattened arrays; left out, the axis is 0.
      concatenate(a.xs("arrays"), axis: a.values["axis"] == nil ? 0 : a.optionalInt("axis"))
    }
    array("concat", "arrays axis") { concat($0.xs("arrays"), axis: $0.int("axis", 0)) }
    array("c_", "arrays") { columnStack($0.xs("arrays")) }
    array("r_", "parts") { a in
      let parts = a["parts"]?.items ?? []
      return concatenate(
        parts.map { part in
          if case .slice(let start, let stop?, let step) = part { return arange(start ?? 0, stop, step ?? 1) }
          return atleast1d(part.asArray ?? 0)
        })
    }
    array("block", "arrays") { a in
      let rows = a["arrays"]?.items ?? []
      if rows.contains(where: \.isArray) { return block(rows.compactMap(\.asArray)) }
      return block(rows.map { ($0.items ?? []).compactMap(\.asArray) })
    }
    arrays("unstack", "x axis") { unstack($0.x("x"), axis: $0.int("axis", 0)) }
    editing()
    array("stack", "arrays axis") { stack($0.xs("arrays"), axis: $0.int("axis", 0)) }
    array("vstack", "tup") { vstack($0.xs("tup")) }
    array("hstack", "tup") { hstack($0.xs("tup")) }
    array("dstack", "tup") { dstack($0.xs("tup")) }
    array("column_stack", "tup") { columnStack($0.xs("tup")) }
    array("append", "arr values axis") { append($0.x("arr"), $0.x("values"), axis: $0.optionalInt("axis")) }
    let parameters = "ary indices_or_sections axis"
    arrays("split", parameters) { a in
      if let count = a["indices_or_sections"]?.int { return split(a.x("ary"), count, axis: a.int("axis", 0)) }
      return split(a.x("ary"), a.ints("indices_or_sections"), axis: a.int("axis", 0))
    }
    arrays("array_split", parameters) { a in
      if let count = a["indices_or_sections"]?.int { return arraySplit(a.x("ary"), count, axis: a.int("axis", 0)) }
      return arraySplit(a.x("ary"), a.ints("indices_or_sections"), axis: a.int("axis", 0))
    }
    arrays("hsplit", parameters) { a in
      if let count = a["indices_or_sections"]?.int { return hsplit(a.x("ary"), count) }
      return hsplit(a.x("ary"), a.ints("indices_or_sections"))
    }
    arrays("vsplit", parameters) { a in
      if let count = a["indices_or_sections"]?.int { return vsplit(a.x("ary"), count) }
      return vsplit(a.x("ary"), a.ints("indices_or_sections"))
    }
    arrays("dsplit", parameters) { dsplit($0.x("ary"), $0.int("indices_or_sections")) }
    arrays("meshgrid", "*xi indexing sparse") { a in
      let indexing = a.string("indexing").flatMap(GridIndexing.init) ?? .xy
      let x = a.xs("xi")
      // Swift has no call with a list in place of arguments.
      switch x.count {
      case 2: return meshgrid(x[0], x[1], indexing: indexing, sparse: a.bool("sparse"))
      case 3: return meshgrid(x[0], x[1], x[2], indexing: indexing, sparse: a.bool("sparse"))
      default: return x
      }
    }
  }

  private mutating func editing() {
    array("insert", "arr obj values axis") { a in
      if let place = a["obj"]?.int { return insert(a.x("arr"), place, a.x("values"), axis: a.optionalInt("axis")) }
      return insert(a.x("arr"), a.ints("obj"), a.x("values"), axis: a.optionalInt("axis"))
    }
    array("delete", "arr obj axis") { a in
      if let place = a["obj"]?.int { return delete(a.x("arr"), place, axis: a.optionalInt("axis")) }
      return delete(a.x("arr"), a.ints("obj"), axis: a.optionalInt("axis"))
    }
    array("resize", "a new_shape") { resize($0.x("a"), $0.shape("new_shape")) }
    array("trim_zeros", "filt trim") { a in
      trimZeros(a.x("filt"), trim: a.string("trim") == "f" ? .front : a.string("trim") == "b" ? .back : .both)
    }
    array("fill_diagonal", "a val inplace") { fillDiagonal($0.x("a"), $0.x("val")) }
    array("put", "a ind v mode inplace") { put($0.x("a"), $0.x("ind"), $0.x("v"), mode: $0.bounds) }
    array("place", "arr mask vals inplace") { place($0.x("arr"), $0.x("mask"), $0.x("vals")) }
    func order(_ a: Arguments) -> BitOrder { a.string("bitorder").flatMap(BitOrder.init) ?? .big }
    nonisolated(unsafe) let order = order
    array("packbits", "a axis bitorder") {
      packbits($0.x("a"), axis: $0.optionalInt("axis"), bitorder: order($0))
    }
    array("unpackbits", "a axis count bitorder") {
      unpackbits($0.x("a"), axis: $0.optionalInt("axis"), count: $0.optionalInt("count"), bitorder: order($0))
    }
    array("apply_along_axis", "func1d axis arr") { a in
      let f = a.callable("func1d")
      return applyAlongAxis({ f([.array($0)]).number ?? $0 }, a.int("axis"), a.x("arr"))
    }
    array("apply_over_axes", "func a axes") { a in
      let f = a.callable("func")
      return applyOverAxes({ f([.array($0), .int($1)]).number ?? $0 }, a.x("a"), a.ints("axes"))
    }
    array("piecewise", "x condlist funclist") { a in
      let functions = (a["funclist"]?.items ?? []).map { part in
        { (x: NDArray) in part.number ?? a.interpreter.call(part, [.array(x)]).number ?? x }
      }
      return piecewise(a.x("x"), a.xs("condlist"), functions)
    }
  }

  mutating func addPadding() {
    module = "jax.numpy"
    array("pad", "array pad_width mode constant_values end_values") { a in
      let x = a.x("array")
      let value = a.optionalX("constant_values") ?? a.optionalX("end_values") ?? 0
      guard let mode = PadMode(rawValue: a.string("mode") ?? "constant") else {
        return a.interpreter.fault("\(a.function) with mode \(a.string("mode")!)").number ?? 0
      }
      if let width = a["pad_width"]?.int { return pad(x, width, mode: mode, value: value) }
      if a["pad_width"]?.items?.first?.int != nil {
        return pad(x, a.pair("pad_width"), mode: mode, value: value)
      }
      return pad(x, a.pairs("pad_width"), mode: mode, value: value)
    }
  }
}
