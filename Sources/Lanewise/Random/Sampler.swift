import LanewiseCore
import Synchronization

/// A function of keys as a compiled program, as JAX compiles each of its own: one program for every shape and dtype.
///
/// The name is what a jaxpr calls it.
final class Sampler: Sendable {
  /// A call's arrays, and what a program is compiled for beside their types.
  struct Arguments: ArgumentPack {
    struct Static: Hashable, Sendable {
      var shape: [Int]
      var dtype: DType
      var axis = 0
    }

    var arrays: [NDArray]
    let settings: Static

    var leafCounts: [Int] { [arrays.count] }
    var key: NDArray { arrays[0] }
    var shape: [Int] { settings.shape }
    var dtype: DType { settings.dtype }
    var axis: Int { settings.axis }

    /// A parameter in the dtype that is computed in, with the rank of the result.
    func parameter(_ index: Int, as dtype: DType? = nil) -> NDArray {
      Sampler.widened(arrays[index].converted(to: dtype ?? self.dtype), to: shape.count)
    }
    /// A parameter in the dtype that is computed in, repeated to the shape of the result.
    func full(_ index: Int, as dtype: DType? = nil) -> NDArray {
      Broadcasting.expand(parameter(index, as: dtype), to: Shape(shape))
    }

    func walk(_ w: inout TreeWalker) -> Arguments {
      Arguments(arrays: arrays.map { $0.walk(&w) }, settings: w.fixed(settings))
    }
  }

  /// What a kind of call was compiled to.
  private struct Known {
    let settings: Arguments.Static
    let types: [AbstractArray]
    let defaults: DefaultDTypes
    let program: Jaxpr
  }
  private static let mostKnown = 64

  private let function: JitFunction<Arguments, NDArray>
  /// The newest first.
  private let known = Mutex<[Known]>([])

  init(_ name: String, _ body: @escaping (Arguments) -> NDArray) { function = JitFunction(name: name, body) }

  func callAsFunction(_ arrays: NDArray..., shape: [Int], dtype: DType, axis: Int = 0) -> NDArray {
    self(Arguments(arrays: arrays, settings: .init(shape: shape, dtype: dtype, axis: axis)))
  }

  func callAsFunction(_ arguments: Arguments) -> NDArray {
    program(arguments)?.run(arguments.arrays)[0] ?? function(arguments)
  }

  /// The program for arrays that are there, with no tree to walk; nil where more is to be seen to.
  private func program(_ arguments: Arguments) -> Jaxpr? {
    let context = Context.current
    guard !Context.isTracing, !Faults.areSought, !context.isJitDisabled, context.axes.isEmpty, context.error == nil,
      arguments.arrays.allSatisfy({ $0.node.kind == .concrete || $0.node.kind == .literal })
    else { return nil }
    let defaults = DefaultDTypes.current
    let found = known.withLock { known -> Jaxpr? in
      for (index, kind) in known.enumerated()
      where kind.settings == arguments.settings && kind.defaults == defaults
        && kind.types.elementsEqual(arguments.arrays, by: { $0 == $1.aval })
      {
        if index > 0 { known.swapAt(0, index) }
        return kind.program
      }
      return nil
    }
    if let found { return found }
    let program = function.lowered(arguments)
    guard context.error == nil, program.constants.isEmpty else { return nil }
    let kind = Known(
      settings: arguments.settings, types: arguments.arrays.map(\.aval), defaults: defaults, program: program)
    known.withLock { known in
      if known.count == Self.mostKnown { known.removeLast(known.count / 2) }
      known.insert(kind, at: 0)
    }
    return program
  }
}

extension Sampler {
  /// Samples of a distribution with parameters, which broadcast to the shape; where none is given it is that of the
  /// parameters. The default dtype is that of floating point.
  static func drawn(
    _ name: String, _ sampler: Sampler, _ key: NDArray, _ parameters: [NDArray], _ shape: (any ShapeArgument)?,
    _ dtype: DType?, _ takes: DTypeClass = .floating
  ) -> NDArray {
    let dtype = dtype ?? DefaultDTypes.current.float
    guard let shape = shape?._shape ?? commonShape(name, parameters) else {
      return .poisoned(AbstractArray(parameters[0].aval.shape, dtype))
    }
    return checked(name, key, shape, dtype, takes, parameters: parameters) { key in
      if let odd = parameters.first(where: { !DTypeClass.orderedOrBool.accepts($0.dtype) }) {
        return fail(
          .dtype, "Random.\(name): a parameter has dtype \(odd.dtype); it must be a real number.",
          like: AbstractArray(Shape(shape), dtype))
      }
      return sampler(Arguments(arrays: [key] + parameters, settings: .init(shape: shape, dtype: dtype)))
    }
  }

  /// Checks key, shape and dtype as every sampler does, then `sample`s.
  ///
  /// - `parameters`: arrays that must broadcast to the shape.
  static func checked(
    _ name: String, _ key: NDArray, _ shape: [Int], _ dtype: DType, _ takes: DTypeClass, parameters: [NDArray] = [],
    _ sample: (NDArray) -> NDArray
  ) -> NDArray {
    guard let extents = Lax.checkedShape("Random.\(name)", shape, nil) else {
      return .poisoned(AbstractArray([], dtype))
    }
    let result = AbstractArray(extents, dtype)
    guard let key = RandomKey.checked(name, key) else { return .poisoned(result) }
    guard takes.accepts(dtype) else {
      return fail(
        .dtype, "Random.\(name): the dtype \(dtype) was asked for, but it makes \(takes.rawValue).", like: result)
    }
    if parameters.contains(where: \.isPoisoned) { return .poisoned(result) }
    for parameter in parameters where parameter.ndim > 0 && !fits(parameter.shape, shape) {
      return fail(
        .shape,
        "Random.\(name): a parameter of shape \(parameter.aval.shape) cannot be broadcast to the shape \(extents) of the result.",
        like: result)
    }
    return sample(key)
  }

  /// Whether an array of shape `own` broadcasts to `shape`.
  private static func fits(_ own: [Int], _ shape: [Int]) -> Bool {
    own.count <= shape.count && zip(own.reversed(), shape.reversed()).allSatisfy { $0 == 1 || $0 == $1 }
  }

  /// `x` with leading dimensions of extent 1, so that it has `rank` of them.
  static func widened(_ x: NDArray, to rank: Int) -> NDArray {
    guard x.ndim < rank else { return x }
    let extra = rank - x.ndim
    return Lax.broadcastInDim(x, Array(repeating: 1, count: extra) + x.shape, Array(extra..<rank))
  }

  /// The shape that parameters have together; nil where they have none, which has been reported.
  static func commonShape(_ name: String, _ x: [NDArray]) -> [Int]? {
    var common: [Int] = []
    for shape in x.map(\.shape) {
      let rank = Swift.max(common.count, shape.count)
      func extent(_ of: [Int], _ axis: Int) -> Int { axis < rank - of.count ? 1 : of[axis - (rank - of.count)] }
      let pairs = (0..<rank).map { (extent(common, $0), extent(shape, $0)) }
      guard pairs.allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else {
        report(ShapeRule.mismatch("Random.\(name)", x.map(\.aval)))
        return nil
      }
      common = pairs.map { $0 == 1 ? $1 : $0 }
    }
    return common
  }
}

/// The limits of a floating-point dtype (`jnp.finfo`).
struct FloatLimits {
  let bits: Int, mantissaBits: Int
  /// The smallest positive number that is not subnormal.
  let tiny: Double

  init(_ dtype: DType) {
    switch dtype {
    case .float64: (bits, mantissaBits, tiny) = (64, 52, 0x1p-1022)
    case .float16: (bits, mantissaBits, tiny) = (16, 10, 0x1p-14)
    case .bfloat16: (bits, mantissaBits, tiny) = (16, 7, 0x1p-126)
    default: (bits, mantissaBits, tiny) = (32, 23, 0x1p-126)
    }
  }

  /// The distance from 1 to the next larger number.
  var eps: Double { Self.power(-mantissaBits) }
  /// The distance from 1 to the next smaller number.
  var epsneg: Double { Self.power(-mantissaBits - 1) }
  /// The unsigned integer of the same width.
  var unsigned: DType { bits == 64 ? .uint64 : bits == 16 ? .uint16 : .uint32 }

  private static func power(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
}
