import LanewiseCore

/// What a jitted function becomes for arguments of a kind (`jax.stages.Lowered`): its program, what is fused in it, and
/// what it costs.
///
/// ```swift
/// print(lower { (x: NDArray) in ((x + 2) ** 2 - 4).sum() }(ones([1_000_000])))
/// ```
public struct Lowered<Function>: CustomStringConvertible {
  /// The traced program.
  public let jaxpr: Jaxpr
  private let function: Function

  init(_ jaxpr: Jaxpr, _ function: Function) {
    self.jaxpr = jaxpr
    self.function = function
  }

  /// The function, compiled for arguments of this kind (`lowered.compile()`).
  public func compile() -> Function {
    _ = jaxpr.executable
    return function
  }

  /// What runs, group by group and step by step (`lowered.as_text()`).
  ///
  /// A *group* is elementwise work over one range of indices, with the reductions that end it; it runs tile by tile,
  /// and only its results go to memory. `in0` and `out0` are arguments and results, `tmp0` is an array in between, `t0`
  /// is a register of a tile. Several operations in one name, as `add_square_f32`, are one superinstruction. A *step*
  /// (`dot`, `gather`, a loop) runs between groups. *Blocks* are groups that run together on a few rows at a time; of
  /// an array `rows0` between them only those rows are kept. The last line says what is allocated for arrays in between.
  public var text: String { jaxpr.executable.description }

  public var description: String { text }

  /// What a call costs, counted (`cost_analysis()`, `memory_analysis()`).
  public var cost: CostAnalysis { CostAnalysis(jaxpr) }
}

/// What a call of a compiled program costs: counted on the program as it is fused, not measured.
///
/// ```swift
/// lower { (x: NDArray) in exp(x) * 2 + 1 }(ones([1000])).cost.flops  // 2000.0
/// ```
public struct CostAnalysis: Hashable, Sendable, CustomStringConvertible {
  /// Arithmetic operations, comparisons and choices on elements: one for each element of an elementwise result and each
  /// that a reduction folds, 2·m·n·k for a matrix product, the body's times the length for a loop, the costliest
  /// branch's for a branch.
  public let flops: Double
  /// Elements of exp, log, sqrt, sin, pow and the like, which are not among the `flops`.
  public let transcendentals: Double
  /// Bytes that groups and steps read from memory and write to it.
  public let bytesAccessed: Double
  /// Whether the number of turns of every loop is known. The body of one of which it is not counts once.
  public let isComplete: Bool
  /// Bytes of the arguments, of the results, and of what is allocated in between.
  public let argumentBytes: Int, outputBytes: Int, temporaryBytes: Int

  init(_ jaxpr: Jaxpr) {
    let cost = jaxpr.executable.program.cost
    flops = cost.flops
    transcendentals = cost.transcendentals
    bytesAccessed = cost.bytes
    isComplete = cost.isComplete
    argumentBytes = jaxpr.inputTypes.reduce(0) { $0 + $1.byteCount }
    outputBytes = jaxpr.outputTypes.reduce(0) { $0 + $1.byteCount }
    temporaryBytes = jaxpr.executable.plannedByteCount
  }

  public var description: String {
    func text(_ x: Double) -> String { Int(exactly: x).map(String.init) ?? "\(x)" }
    return
      "\(text(flops)) flops, \(text(transcendentals)) transcendentals, \(text(bytesAccessed)) bytes accessed"
      + (isComplete ? "" : " (a loop of unknown length counted as one turn)")
      + "; arguments \(argumentBytes) bytes, results \(outputBytes), temporaries \(temporaryBytes)"
  }
}
