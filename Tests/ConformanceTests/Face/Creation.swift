import Lanewise
import LanewiseCore

// jax.numpy's new arrays.
extension FaceTable {
  mutating func addCreation() {
    module = "jax.numpy"
    array("zeros", "shape dtype") { zeros($0.shape(), dtype: $0.dtype()) }
    array("ones", "shape dtype") { ones($0.shape(), dtype: $0.dtype()) }
    array("empty", "shape dtype") { empty($0.shape(), dtype: $0.dtype()) }
    array("full", "shape fill_value dtype") { full($0.shape(), $0.x("fill_value"), dtype: $0.dtype()) }
    array("zeros_like", "a dtype shape") { zerosLike($0.x("a"), dtype: $0.dtype(), shape: $0.optionalInts("shape")) }
    array("ones_like", "a dtype shape") { onesLike($0.x("a"), dtype: $0.dtype(), shape: $0.optionalInts("shape")) }
    array("empty_like", "a dtype shape") { emptyLike($0.x("a"), dtype: $0.dtype(), shape: $0.optionalInts("shape")) }
    array("full_like", "a fill_value dtype shape") {
      fullLike($0.x("a"), $0.x("fill_value"), dtype: $0.dtype(), shape: $0.optionalInts("shape"))
    }
    array("array", "object dtype") { asarray($0.x("object"), dtype: $0.dtype()) }
    array("asarray", "a dtype") { asarray($0.x("a"), dtype: $0.dtype()) }
    array("copy", "a") { copy($0.x("a")) }
    array("indices", "dimensions dtype") { indices($0.ints("dimensions"), dtype: $0.dtype()) }
    array("eye", "N M k dtype") { eye($0.int("N"), $0.optionalInt("M"), k: $0.int("k", 0), dtype: $0.dtype()) }
    array("identity", "n dtype") { identity($0.int("n"), dtype: $0.dtype()) }
    array("tri", "N M k dtype") { tri($0.int("N"), $0.optionalInt("M"), k: $0.int("k", 0), dtype: $0.dtype()) }
    array("vander", "x N increasing") {
      vander($0.x("x"), n: $0.optionalInt("N"), increasing: $0.bool("increasing"))
    }
    array("arange", "start stop step dtype") { a in
      let bounds = ["start", "stop", "step"].compactMap { a[$0] }
      if let whole = bounds.map(\.int) as? [Int] {
        switch whole.count {
        case 1: return arange(whole[0], dtype: a.dtype())
        case 2: return arange(whole[0], whole[1], dtype: a.dtype())
        case 3: return arange(whole[0], whole[1], whole[2], dtype: a.dtype())
        default: return a.x("start")
        }
      }
      let real = bounds.map { $0.double ?? 0 }
      switch real.count {
      case 1: return arange(real[0], dtype: a.dtype())
      case 2: return arange(real[0], real[1], dtype: a.dtype())
      default: return arange(real[0], real[1], real[2], dtype: a.dtype())
      }
    }
    value("linspace", "start stop num endpoint retstep dtype") { a in
      let (count, endpoint) = (a.int("num", 50), a.bool("endpoint", true))
      guard let start = a["start"]?.pythonNumber, let stop = a["stop"]?.pythonNumber else {
        return .array(linspace(a.x("start"), a.x("stop"), count, endpoint: endpoint, dtype: a.dtype()))
      }
      if a.bool("retstep") {
        let (samples, step) = linspaceWithStep(start, stop, count, endpoint: endpoint, dtype: a.dtype())
        return .tuple([.array(samples), .array(step)])
      }
      return .array(linspace(start, stop, count, endpoint: endpoint, dtype: a.dtype()))
    }
    array("logspace", "start stop num endpoint base dtype") { a in
      guard a["start"]?.pythonNumber != nil, a["stop"]?.pythonNumber != nil else {
        return logspace(
          a.x("start"), a.x("stop"), a.int("num", 50), endpoint: a.bool("endpoint", true),
          base: a.optionalX("base") ?? 10, dtype: a.dtype())
      }
      return logspace(
        a.double("start"), a.double("stop"), a.int("num", 50), endpoint: a.bool("endpoint", true),
        base: a.double("base", 10), dtype: a.dtype())
    }
    array("geomspace", "start stop num endpoint dtype") { a in
      geomspace(
        a.double("start"), a.double("stop"), a.int("num", 50), endpoint: a.bool("endpoint", true), dtype: a.dtype())
    }
    array("fromfunction", "function shape dtype") { a in
      let f = a.callable("function")
      return fromfunction({ f($0.map(Value.array)).number ?? 0 }, a.shape(), dtype: a.dtype())
    }
    array("mgrid", "ranges") { a in
      let ranges = a.ranges("ranges")
      return ranges.count == 2 ? mgrid(ranges[0], ranges[1]) : mgrid(ranges.first ?? 0..<0)
    }
    value("ogrid", "ranges") { a in
      let ranges = a.ranges("ranges")
      return .list((ranges.count == 2 ? ogrid(ranges[0], ranges[1]) : ogrid(ranges.first ?? 0..<0)).map(Value.array))
    }
    arrays("ix_", "*args") { a in
      let x = a.xs("args")
      return x.count == 2 ? ix(x[0], x[1]) : x
    }
    addIndices()
    module = "jax.lax"
    array("iota", "dtype size") { Lax.iota($0.dtype() ?? .int32, $0.int("size")) }
    array("broadcasted_iota", "dtype shape dimension") {
      Lax.broadcastedIota($0.dtype() ?? .int32, $0.shape(), $0.int("dimension"))
    }
    array("full", "shape fill_value dtype") { Lax.full($0.shape(), $0.x("fill_value"), dtype: $0.dtype()) }
    array("full_like", "x fill_value dtype shape") {
      Lax.fullLike($0.x("x"), $0.x("fill_value"), dtype: $0.dtype(), shape: $0.optionalInts("shape"))
    }
  }

  private mutating func addIndices() {
    arrays("tril_indices", "n k m") { a in
      let (rows, columns) = trilIndices(a.int("n"), k: a.int("k", 0), m: a.optionalInt("m"))
      return [rows, columns]
    }
    arrays("triu_indices", "n k m") { a in
      let (rows, columns) = triuIndices(a.int("n"), k: a.int("k", 0), m: a.optionalInt("m"))
      return [rows, columns]
    }
    arrays("tril_indices_from", "arr k") { a in
      let (rows, columns) = trilIndices(from: a.x("arr"), k: a.int("k", 0))
      return [rows, columns]
    }
    arrays("triu_indices_from", "arr k") { a in
      let (rows, columns) = triuIndices(from: a.x("arr"), k: a.int("k", 0))
      return [rows, columns]
    }
    arrays("diag_indices", "n ndim") { diagIndices($0.int("n"), ndim: $0.int("ndim", 2)) }
    arrays("diag_indices_from", "arr") { diagIndices(from: $0.x("arr")) }
    arrays("mask_indices", "n mask_func k") { a in
      let mask = a.callable("mask_func")
      let (rows, columns) = maskIndices(
        a.int("n"), { mask([.array($0), .int($1)]).number ?? $0 }, k: a.int("k", 0))
      return [rows, columns]
    }
    arrays("unravel_index", "indices shape") { unravelIndex($0.x("indices"), $0.shape()) }
    array("ravel_multi_index", "multi_index dims mode order") { a in
      ravelMultiIndex(
        a.xs("multi_index"), a.ints("dims"), mode: a.bounds ?? .raise,
        order: a.string("order").flatMap(ElementOrder.init) ?? .c)
    }
  }
}
