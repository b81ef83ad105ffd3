import LanewiseKernelABI

/// A value of a program: an index into ``Program/types``.
package struct Slot: Hashable, Sendable {
  package let index: Int32
  package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}

/// What one instruction of a program does.
package enum Operation: Sendable {
  /// Elementwise: operands have the result's shape, or one element (which is broadcast).
  case unary(UnaryOp)
  case binary(BinaryOp)
  case compare(CompareOp)
  /// Operands: predicate (bool), value where true, value where false.
  case select
  /// `a * b + c` with one rounding.
  case fma
  /// To the result's dtype.
  case convert
  /// The same bits as another dtype of the same width.
  case bitcast
  /// Each element's index along a dimension.
  case iota(dimension: Int)
  /// The operand's elements at `offset + Σ index·stride`, one stride a result dimension, in elements of the operand.
  case view(offset: Int, strides: [Int])
  /// The same elements in row-major order, under another shape.
  case reshape
  /// A fold over axes of the operand; the result has the others.
  case reduce(FoldOp, axes: [Int])
  case step(any Step)
}

/// A typed program in single-assignment form, ready to be fused: what a jaxpr is lowered to.
package struct Program: Sendable {
  package struct Instruction: Sendable {
    package let operation: Operation
    package let operandStart: Int32, operandCount: Int32
    package let resultStart: Int32, resultCount: Int32
    /// What is computed in one region is not taken from another: see ``ProgramBuilder/apart(_:)``.
    package let region: Int32
  }

  /// How a value comes to be.
  package enum Source: Sendable {
    case input(Int)
    /// A scalar known when compiling: its bits, in the dtype's format.
    case scalar(UInt64)
    case constant(Storage)
    case instruction(Int32)
  }

  package internal(set) var types: [AbstractArray] = []
  package internal(set) var sources: [Source] = []
  package internal(set) var instructions: [Instruction] = []
  package internal(set) var operands: [Slot] = []
  package internal(set) var inputCount = 0
  package internal(set) var outputs: [Slot] = []

  package init() {}

  package func operands(of instruction: Instruction) -> ArraySlice<Slot> {
    operands[Int(instruction.operandStart)..<Int(instruction.operandStart + instruction.operandCount)]
  }
  /// The results of an instruction are consecutive values.
  package func results(of instruction: Instruction) -> Range<Int> {
    Int(instruction.resultStart)..<Int(instruction.resultStart + instruction.resultCount)
  }
}
