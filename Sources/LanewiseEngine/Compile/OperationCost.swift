import LanewiseKernelABI

/// What an operation costs one thread, for deciding how to split work.
enum OperationCost {
  static func nanoseconds(_ node: Node) -> Double {
    let width = Double(node.dtype.laneWidth) / 4
    switch node.kind {
    case .unary:
      switch UnaryOp(rawValue: node.operation)! {
      case .neg, .abs, .sign, .square, .not, .floor, .ceil, .roundToEven, .roundAwayFromZero, .isFinite, .conj, .real,
        .imag:
        return 0.06 * width
      case .sqrt, .rsqrt, .reciprocal, .populationCount, .clz: return 0.2 * width
      case .lgamma, .digamma, .erfInv, .besselI0e, .besselI1e, .ndtri, .logNdtr: return 3 * width
      default: return 0.6 * width
      }
    case .binary:
      switch BinaryOp(rawValue: node.operation)! {
      case .div, .floorDiv, .floorRem, .hypot: return 0.2 * width
      case .rem, .pow, .atan2, .nextafter: return 1.5 * width
      default: return 0.06 * width
      }
    default: return 0.08 * width
    }
  }
}
