import LanewiseKernelABI

/// Instructions on scalars that run over and over: the body of a loop, and its condition.
///
/// A value that the next instruction needs stays in a register; an operand is read where it is, and, if it is a slice
/// of a scan, at the turn's place, so that nothing has to be moved along. What is no instruction here is called.
///
/// | offset | what |
/// |---|---|
/// | 0 | ``ScalarOpcode`` |
/// | 2, 4 | slots of a and b, `UInt16` each |
/// | 8, 12 | bytes from one turn's a and b to the next's, `Int32` each |
/// | 8 | of a call, the record's address |
/// | 12 | of flow, how far to go, in bytes, `Int32` |
struct ScalarCode {
  let start: UnsafeRawPointer
  /// Slots to be moved on with every turn, since calls use them.
  let cells: RawList<LoopKernels.Cell>
  /// Whether no operand moves with the turns.
  let isStill: Bool

  static let byteCount = 16
  static let strides = 8
  static let jump = 12

  /// - `turns`: how often `turn` goes back, and once.
  func run(_ slots: UnsafeRawPointer, turns: Int) {
    if isStill { run(slots, turns, StillTurn()) } else { run(slots, turns, MovingTurn()) }
  }

  @inline(__always)
  private func run<T: Turn>(_ slots: UnsafeRawPointer, _ turns: Int, _ first: T) {
    var pc = start
    var turn = first
    var f: Float = 0
    var d: Double = 0
    var i: Int64 = 0
    while true {
      switch pc.load(as: ScalarOpcode.self) {
      case .end: return
      case .jump:
        pc += jumpDistance(pc)
        continue
      case .jumpIfPositive:
        if i > 0 {
          pc += jumpDistance(pc)
          continue
        }
      case .turn:
        turn.number &+= 1
        if turn.number < turns {
          pc += jumpDistance(pc)
          continue
        }
      case .goOn:
        if i != 0 {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnEqF32:
        if f == a(pc, slots, turn, Float.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnNeF32:
        if f != a(pc, slots, turn, Float.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnLtF32:
        if f < a(pc, slots, turn, Float.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnLeF32:
        if f <= a(pc, slots, turn, Float.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnGtF32:
        if f > a(pc, slots, turn, Float.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnGeF32:
        if f >= a(pc, slots, turn, Float.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnEqF64:
        if d == a(pc, slots, turn, Double.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnNeF64:
        if d != a(pc, slots, turn, Double.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnLtF64:
        if d < a(pc, slots, turn, Double.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnLeF64:
        if d <= a(pc, slots, turn, Double.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnGtF64:
        if d > a(pc, slots, turn, Double.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnGeF64:
        if d >= a(pc, slots, turn, Double.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnEqI32:
        if Int32(truncatingIfNeeded: i) == a(pc, slots, turn, Int32.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnNeI32:
        if Int32(truncatingIfNeeded: i) != a(pc, slots, turn, Int32.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnLtI32:
        if Int32(truncatingIfNeeded: i) < a(pc, slots, turn, Int32.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnLeI32:
        if Int32(truncatingIfNeeded: i) <= a(pc, slots, turn, Int32.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnGtI32:
        if Int32(truncatingIfNeeded: i) > a(pc, slots, turn, Int32.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnGeI32:
        if Int32(truncatingIfNeeded: i) >= a(pc, slots, turn, Int32.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnEqI64:
        if i == a(pc, slots, turn, Int64.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnNeI64:
        if i != a(pc, slots, turn, Int64.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnLtI64:
        if i < a(pc, slots, turn, Int64.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnLeI64:
        if i <= a(pc, slots, turn, Int64.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnGtI64:
        if i > a(pc, slots, turn, Int64.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .goOnGeI64:
        if i >= a(pc, slots, turn, Int64.self) {
          pc += jumpDistance(pc)
          continue
        }
      case .call:
        let record = pc.load(fromByteOffset: ScalarCode.strides, as: UnsafeRawPointer.self)
        record.load(as: Kernel.self)(
          record, slots, Int(record.load(fromByteOffset: RecordList.countField, as: UInt32.self)))
        f = 0
        d = 0
        i = 0
      case .advance: advance(slots)

      case .loadF32: f = a(pc, slots, turn, Float.self)
      case .loadF64: d = a(pc, slots, turn, Double.self)
      case .loadI32: i = Int64(a(pc, slots, turn, Int32.self))
      case .loadI64: i = a(pc, slots, turn, Int64.self)
      case .loadBool: i = Int64(a(pc, slots, turn, UInt8.self))
      case .storeF32: store(pc, slots, turn, f)
      case .storeF64: store(pc, slots, turn, d)
      case .storeI32: store(pc, slots, turn, Int32(truncatingIfNeeded: i))
      case .storeI64: store(pc, slots, turn, i)
      case .storeBool: store(pc, slots, turn, UInt8(truncatingIfNeeded: i))
      case .move1: store(pc, slots, turn, b(pc, slots, turn, UInt8.self))
      case .move4: store(pc, slots, turn, b(pc, slots, turn, UInt32.self))
      case .move8: store(pc, slots, turn, b(pc, slots, turn, UInt64.self))

      case .addF32: f = f + a(pc, slots, turn, Float.self)
      case .subF32: f = f - a(pc, slots, turn, Float.self)
      case .mulF32: f = f * a(pc, slots, turn, Float.self)
      case .divF32: f = f / a(pc, slots, turn, Float.self)
      case .subOfF32: f = a(pc, slots, turn, Float.self) - f
      case .divOfF32: f = a(pc, slots, turn, Float.self) / f
      case .maxF32: f = larger(f, a(pc, slots, turn, Float.self))
      case .minF32: f = smaller(f, a(pc, slots, turn, Float.self))
      case .addTwoF32: f = a(pc, slots, turn, Float.self) + b(pc, slots, turn, Float.self)
      case .subTwoF32: f = a(pc, slots, turn, Float.self) - b(pc, slots, turn, Float.self)
      case .mulTwoF32: f = a(pc, slots, turn, Float.self) * b(pc, slots, turn, Float.self)
      case .divTwoF32: f = a(pc, slots, turn, Float.self) / b(pc, slots, turn, Float.self)
      case .maxTwoF32: f = larger(a(pc, slots, turn, Float.self), b(pc, slots, turn, Float.self))
      case .minTwoF32: f = smaller(a(pc, slots, turn, Float.self), b(pc, slots, turn, Float.self))
      case .negF32: f = -f
      case .absF32: f = f.magnitude
      case .squareF32: f = f * f
      case .sqrtF32: f = f.squareRoot()
      case .addAddF32: f = (f + a(pc, slots, turn, Float.self)) + b(pc, slots, turn, Float.self)
      case .addSubF32: f = (f + a(pc, slots, turn, Float.self)) - b(pc, slots, turn, Float.self)
      case .addSubOfF32: f = b(pc, slots, turn, Float.self) - (f + a(pc, slots, turn, Float.self))
      case .addMulF32: f = (f + a(pc, slots, turn, Float.self)) * b(pc, slots, turn, Float.self)
      case .subAddF32: f = (f - a(pc, slots, turn, Float.self)) + b(pc, slots, turn, Float.self)
      case .subSubF32: f = (f - a(pc, slots, turn, Float.self)) - b(pc, slots, turn, Float.self)
      case .subSubOfF32: f = b(pc, slots, turn, Float.self) - (f - a(pc, slots, turn, Float.self))
      case .subMulF32: f = (f - a(pc, slots, turn, Float.self)) * b(pc, slots, turn, Float.self)
      case .subOfAddF32: f = (a(pc, slots, turn, Float.self) - f) + b(pc, slots, turn, Float.self)
      case .subOfSubF32: f = (a(pc, slots, turn, Float.self) - f) - b(pc, slots, turn, Float.self)
      case .subOfSubOfF32: f = b(pc, slots, turn, Float.self) - (a(pc, slots, turn, Float.self) - f)
      case .subOfMulF32: f = (a(pc, slots, turn, Float.self) - f) * b(pc, slots, turn, Float.self)
      case .mulAddF32: f = f * a(pc, slots, turn, Float.self) + b(pc, slots, turn, Float.self)
      case .mulSubF32: f = f * a(pc, slots, turn, Float.self) - b(pc, slots, turn, Float.self)
      case .mulSubOfF32: f = b(pc, slots, turn, Float.self) - f * a(pc, slots, turn, Float.self)
      case .mulMulF32: f = f * a(pc, slots, turn, Float.self) * b(pc, slots, turn, Float.self)
      case .addProductF32: f = f + a(pc, slots, turn, Float.self) * b(pc, slots, turn, Float.self)
      case .subProductF32: f = f - a(pc, slots, turn, Float.self) * b(pc, slots, turn, Float.self)
      case .subOfProductF32: f = a(pc, slots, turn, Float.self) * b(pc, slots, turn, Float.self) - f
      case .mulProductF32: f = a(pc, slots, turn, Float.self) * b(pc, slots, turn, Float.self) * f

      case .addF64: d = d + a(pc, slots, turn, Double.self)
      case .subF64: d = d - a(pc, slots, turn, Double.self)
      case .mulF64: d = d * a(pc, slots, turn, Double.self)
      case .divF64: d = d / a(pc, slots, turn, Double.self)
      case .subOfF64: d = a(pc, slots, turn, Double.self) - d
      case .divOfF64: d = a(pc, slots, turn, Double.self) / d
      case .maxF64: d = larger(d, a(pc, slots, turn, Double.self))
      case .minF64: d = smaller(d, a(pc, slots, turn, Double.self))
      case .addTwoF64: d = a(pc, slots, turn, Double.self) + b(pc, slots, turn, Double.self)
      case .subTwoF64: d = a(pc, slots, turn, Double.self) - b(pc, slots, turn, Double.self)
      case .mulTwoF64: d = a(pc, slots, turn, Double.self) * b(pc, slots, turn, Double.self)
      case .divTwoF64: d = a(pc, slots, turn, Double.self) / b(pc, slots, turn, Double.self)
      case .maxTwoF64: d = larger(a(pc, slots, turn, Double.self), b(pc, slots, turn, Double.self))
      case .minTwoF64: d = smaller(a(pc, slots, turn, Double.self), b(pc, slots, turn, Double.self))
      case .negF64: d = -d
      case .absF64: d = d.magnitude
      case .squareF64: d = d * d
      case .sqrtF64: d = d.squareRoot()
      case .addAddF64: d = (d + a(pc, slots, turn, Double.self)) + b(pc, slots, turn, Double.self)
      case .addSubF64: d = (d + a(pc, slots, turn, Double.self)) - b(pc, slots, turn, Double.self)
      case .addSubOfF64: d = b(pc, slots, turn, Double.self) - (d + a(pc, slots, turn, Double.self))
      case .addMulF64: d = (d + a(pc, slots, turn, Double.self)) * b(pc, slots, turn, Double.self)
      case .subAddF64: d = (d - a(pc, slots, turn, Double.self)) + b(pc, slots, turn, Double.self)
      case .subSubF64: d = (d - a(pc, slots, turn, Double.self)) - b(pc, slots, turn, Double.self)
      case .subSubOfF64: d = b(pc, slots, turn, Double.self) - (d - a(pc, slots, turn, Double.self))
      case .subMulF64: d = (d - a(pc, slots, turn, Double.self)) * b(pc, slots, turn, Double.self)
      case .subOfAddF64: d = (a(pc, slots, turn, Double.self) - d) + b(pc, slots, turn, Double.self)
      case .subOfSubF64: d = (a(pc, slots, turn, Double.self) - d) - b(pc, slots, turn, Double.self)
      case .subOfSubOfF64: d = b(pc, slots, turn, Double.self) - (a(pc, slots, turn, Double.self) - d)
      case .subOfMulF64: d = (a(pc, slots, turn, Double.self) - d) * b(pc, slots, turn, Double.self)
      case .mulAddF64: d = d * a(pc, slots, turn, Double.self) + b(pc, slots, turn, Double.self)
      case .mulSubF64: d = d * a(pc, slots, turn, Double.self) - b(pc, slots, turn, Double.self)
      case .mulSubOfF64: d = b(pc, slots, turn, Double.self) - d * a(pc, slots, turn, Double.self)
      case .mulMulF64: d = d * a(pc, slots, turn, Double.self) * b(pc, slots, turn, Double.self)
      case .addProductF64: d = d + a(pc, slots, turn, Double.self) * b(pc, slots, turn, Double.self)
      case .subProductF64: d = d - a(pc, slots, turn, Double.self) * b(pc, slots, turn, Double.self)
      case .subOfProductF64: d = a(pc, slots, turn, Double.self) * b(pc, slots, turn, Double.self) - d
      case .mulProductF64: d = a(pc, slots, turn, Double.self) * b(pc, slots, turn, Double.self) * d

      case .addI32: i = Int64(Int32(truncatingIfNeeded: i) &+ a(pc, slots, turn, Int32.self))
      case .subI32: i = Int64(Int32(truncatingIfNeeded: i) &- a(pc, slots, turn, Int32.self))
      case .subOfI32: i = Int64(a(pc, slots, turn, Int32.self) &- Int32(truncatingIfNeeded: i))
      case .mulI32: i = Int64(Int32(truncatingIfNeeded: i) &* a(pc, slots, turn, Int32.self))
      case .maxI32: i = Swift.max(i, Int64(a(pc, slots, turn, Int32.self)))
      case .minI32: i = Swift.min(i, Int64(a(pc, slots, turn, Int32.self)))
      case .divI32: i = Int64(quotient(Int32(truncatingIfNeeded: i), a(pc, slots, turn, Int32.self)))
      case .remI32: i = Int64(remainder(Int32(truncatingIfNeeded: i), a(pc, slots, turn, Int32.self)))
      case .shiftLeft32:
        let places = a(pc, slots, turn, UInt32.self)
        i = places < 32 ? Int64(Int32(truncatingIfNeeded: i &<< Int64(places))) : 0
      case .shiftRight32:
        let places = a(pc, slots, turn, UInt32.self)
        i = places < 32 ? Int64(Int32(bitPattern: UInt32(truncatingIfNeeded: i) &>> places)) : 0
      case .addI64: i = i &+ a(pc, slots, turn, Int64.self)
      case .subI64: i = i &- a(pc, slots, turn, Int64.self)
      case .mulI64: i = i &* a(pc, slots, turn, Int64.self)
      case .subOfI64: i = a(pc, slots, turn, Int64.self) &- i
      case .maxI64: i = Swift.max(i, a(pc, slots, turn, Int64.self))
      case .minI64: i = Swift.min(i, a(pc, slots, turn, Int64.self))
      case .divI64: i = quotient(i, a(pc, slots, turn, Int64.self))
      case .remI64: i = remainder(i, a(pc, slots, turn, Int64.self))
      case .andI32: i = i & Int64(a(pc, slots, turn, Int32.self))
      case .andI64: i = i & a(pc, slots, turn, Int64.self)
      case .andBool: i = i & Int64(a(pc, slots, turn, UInt8.self))
      case .orI32: i = i | Int64(a(pc, slots, turn, Int32.self))
      case .orI64: i = i | a(pc, slots, turn, Int64.self)
      case .orBool: i = i | Int64(a(pc, slots, turn, UInt8.self))
      case .xorI32: i = i ^ Int64(a(pc, slots, turn, Int32.self))
      case .xorI64: i = i ^ a(pc, slots, turn, Int64.self)
      case .xorBool: i = i ^ Int64(a(pc, slots, turn, UInt8.self))
      case .notBool: i = i ^ 1
      case .negI32: i = Int64(0 &- Int32(truncatingIfNeeded: i))
      case .negI64: i = 0 &- i
      case .signI32: i = Int64(Int32(truncatingIfNeeded: i).signum())
      case .signI64: i = i.signum()

      case .eqF32: i = f == a(pc, slots, turn, Float.self) ? 1 : 0
      case .neF32: i = f != a(pc, slots, turn, Float.self) ? 1 : 0
      case .ltF32: i = f < a(pc, slots, turn, Float.self) ? 1 : 0
      case .leF32: i = f <= a(pc, slots, turn, Float.self) ? 1 : 0
      case .gtF32: i = f > a(pc, slots, turn, Float.self) ? 1 : 0
      case .geF32: i = f >= a(pc, slots, turn, Float.self) ? 1 : 0
      case .eqF64: i = d == a(pc, slots, turn, Double.self) ? 1 : 0
      case .neF64: i = d != a(pc, slots, turn, Double.self) ? 1 : 0
      case .ltF64: i = d < a(pc, slots, turn, Double.self) ? 1 : 0
      case .leF64: i = d <= a(pc, slots, turn, Double.self) ? 1 : 0
      case .gtF64: i = d > a(pc, slots, turn, Double.self) ? 1 : 0
      case .geF64: i = d >= a(pc, slots, turn, Double.self) ? 1 : 0
      case .eqI32: i = Int32(truncatingIfNeeded: i) == a(pc, slots, turn, Int32.self) ? 1 : 0
      case .neI32: i = Int32(truncatingIfNeeded: i) != a(pc, slots, turn, Int32.self) ? 1 : 0
      case .ltI32: i = Int32(truncatingIfNeeded: i) < a(pc, slots, turn, Int32.self) ? 1 : 0
      case .leI32: i = Int32(truncatingIfNeeded: i) <= a(pc, slots, turn, Int32.self) ? 1 : 0
      case .gtI32: i = Int32(truncatingIfNeeded: i) > a(pc, slots, turn, Int32.self) ? 1 : 0
      case .geI32: i = Int32(truncatingIfNeeded: i) >= a(pc, slots, turn, Int32.self) ? 1 : 0
      case .eqI64: i = i == a(pc, slots, turn, Int64.self) ? 1 : 0
      case .neI64: i = i != a(pc, slots, turn, Int64.self) ? 1 : 0
      case .ltI64: i = i < a(pc, slots, turn, Int64.self) ? 1 : 0
      case .leI64: i = i <= a(pc, slots, turn, Int64.self) ? 1 : 0
      case .gtI64: i = i > a(pc, slots, turn, Int64.self) ? 1 : 0
      case .geI64: i = i >= a(pc, slots, turn, Int64.self) ? 1 : 0

      case .chooseF32: f = i != 0 ? a(pc, slots, turn, Float.self) : b(pc, slots, turn, Float.self)
      case .keepOrF32: f = i != 0 ? f : a(pc, slots, turn, Float.self)
      case .orKeepF32: f = i != 0 ? a(pc, slots, turn, Float.self) : f
      case .chooseF64: d = i != 0 ? a(pc, slots, turn, Double.self) : b(pc, slots, turn, Double.self)
      case .keepOrF64: d = i != 0 ? d : a(pc, slots, turn, Double.self)
      case .orKeepF64: d = i != 0 ? a(pc, slots, turn, Double.self) : d
      case .chooseI32: i = Int64(i != 0 ? a(pc, slots, turn, Int32.self) : b(pc, slots, turn, Int32.self))
      case .chooseI64: i = Int64(i != 0 ? a(pc, slots, turn, Int64.self) : b(pc, slots, turn, Int64.self))
      case .chooseBool: i = Int64(i != 0 ? a(pc, slots, turn, UInt8.self) : b(pc, slots, turn, UInt8.self))

      case .convertI32F32: f = Float(Int32(truncatingIfNeeded: i))
      case .convertI32F64: d = Double(Int32(truncatingIfNeeded: i))
      case .convertF32F64: d = Double(f)
      case .convertF64F32: f = Float(d)
      case .convertI64I32: i = Int64(Int32(truncatingIfNeeded: i))
      }
      pc += ScalarCode.byteCount
    }
  }
}

extension ScalarCode {
  @inline(__always)
  private func advance(_ slots: UnsafeRawPointer) {
    let slots = UnsafeMutableRawPointer(mutating: slots)
    var index = 0
    while index < cells.count {
      let cell = cells.start.unsafelyUnwrapped + index
      let slot = slots + cell.pointee.slot &* 8
      slot.storeBytes(of: slot.load(as: Int.self) &+ cell.pointee.stride, as: Int.self)
      index &+= 1
    }
  }
}

/// The turn that runs, and how far an operand has moved until then.
private protocol Turn {
  var number: Int { get set }
  func distance(_ pc: UnsafeRawPointer, _ operand: Int) -> Int
}

private struct MovingTurn: Turn {
  var number = 0

  @inline(__always)
  func distance(_ pc: UnsafeRawPointer, _ operand: Int) -> Int {
    number &* Int(pc.load(fromByteOffset: ScalarCode.strides + 4 * operand, as: Int32.self))
  }
}

private struct StillTurn: Turn {
  var number = 0

  @inline(__always)
  func distance(_ pc: UnsafeRawPointer, _ operand: Int) -> Int { 0 }
}

@inline(__always)
private func jumpDistance(_ pc: UnsafeRawPointer) -> Int {
  Int(pc.load(fromByteOffset: ScalarCode.jump, as: Int32.self))
}

@inline(__always)
private func address(_ pc: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ turn: some Turn, _ operand: Int)
  -> UnsafeMutableRawPointer
{
  let slot = Int(pc.load(fromByteOffset: 2 + 2 * operand, as: UInt16.self))
  return slots.load(fromByteOffset: slot &* 8, as: UnsafeMutableRawPointer.self) + turn.distance(pc, operand)
}

@inline(__always)
private func a<T: BitwiseCopyable>(
  _ pc: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ turn: some Turn, _: T.Type
) -> T {
  address(pc, slots, turn, 0).load(as: T.self)
}

@inline(__always)
private func b<T: BitwiseCopyable>(
  _ pc: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ turn: some Turn, _: T.Type
) -> T {
  address(pc, slots, turn, 1).load(as: T.self)
}

@inline(__always)
private func store<T: BitwiseCopyable>(
  _ pc: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ turn: some Turn, _ value: T
) {
  address(pc, slots, turn, 0).storeBytes(of: value, as: T.self)
}
