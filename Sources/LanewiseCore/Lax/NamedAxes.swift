// Collectives as they are: the face checks axes and takes trees.
extension Lax {
  package static func allReduce(_ op: AllReduce.Op, _ x: [NDArray], _ axisNames: [String]) -> [NDArray] {
    bind(AllReduce(op: op, axisNames: axisNames, count: x.count), x)
  }
  package static func axisIndex(named axisName: String) -> NDArray { bindOne(AxisIndex(axisName: axisName)) }
  package static func allGather(_ x: NDArray, _ axisName: String, _ dimension: Int, size: Int, tiled: Bool) -> NDArray {
    bindOne(AllGather(axisName: axisName, dimension: dimension, axisSize: size, tiled: tiled), x)
  }
  package static func reduceScatter(
    _ x: NDArray, _ axisName: String, _ dimension: Int, size: Int, tiled: Bool
  ) -> NDArray {
    bindOne(ReduceScatter(axisName: axisName, dimension: dimension, axisSize: size, tiled: tiled), x)
  }
  package static func exchange(_ x: NDArray, _ axisName: String, split: Int, concat: Int, tiled: Bool) -> NDArray {
    bindOne(AllToAll(axisName: axisName, splitAxis: split, concatAxis: concat, tiled: tiled), x)
  }
  package static func permute(_ x: NDArray, _ axisName: String, _ pairs: [(source: Int, target: Int)]) -> NDArray {
    bindOne(Permute(axisName: axisName, pairs: pairs), x)
  }
}
