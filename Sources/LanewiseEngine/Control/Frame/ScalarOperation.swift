import LanewiseKernelABI

/// What a record does, if it does one thing to one element.
enum ScalarOperation {
  case unary(UnaryOp, Lane)
  case binary(BinaryOp, Lane)
  case compare(CompareOp, Lane)
  /// The bool a: b or c.
  case select(Lane)
  case convert(from: Format, to: Format)
  case copy(byteWidth: Int)
  /// Of a and b, and of that and c.
  case pair(PairOp, PairOp, valueIsFirst: Bool, Lane)
  /// The element of the array a.
  case element(ScalarPlace, Lane)
  /// The element of the array a, which is the result, becomes b.
  case set(ScalarPlace, Lane)
  /// The result is where the place of the array a is.
  case view(ScalarPlace)
  /// The records of the first branch, or of the second one if the int32 a is above 0.
  case choose([ScalarRecords])
}

/// A place in an array that one or two int32 say.
struct ScalarPlace {
  /// A `lw_scalar_place`.
  var payload: UnsafeRawPointer
  /// The slots of the integers; 0 is none.
  var first, second: UInt16
  /// Whether no turn writes to the array.
  var isInConstant: Bool
}

/// Records that may be written as code, and where they are to be called.
struct ScalarRecords {
  var list: RecordWriter
  var place: RecordList

  func address(_ number: Int) -> UnsafeRawPointer { place.start! + number * Record.byteCount }
}

extension ScalarOperation {
  typealias Conversion = (
    source: (lane: Lane, register: ScalarRegister), target: (lane: Lane, register: ScalarRegister),
    opcode: ScalarOpcode?
  )

  /// How code converts an element; nil if it cannot.
  static func conversion(_ from: Format, _ to: Format) -> Conversion? {
    switch (from, to) {
    case (.i32, .f32): ((.i32, .i), (.f32, .x), .convertI32F32)
    case (.bool, .f32): ((.bool, .i), (.f32, .x), .convertI32F32)
    case (.i32, .f64): ((.i32, .i), (.f64, .x), .convertI32F64)
    case (.f32, .f64): ((.f32, .x), (.f64, .x), .convertF32F64)
    case (.f64, .f32): ((.f64, .x), (.f32, .x), .convertF64F32)
    case (.i64, .i32), (.i64, .u32): ((.i64, .i), (.i32, .i), .convertI64I32)
    case (.i32, .i64): ((.i32, .i), (.i64, .i), nil)
    case (.i32, .u32), (.u32, .i32): ((.i32, .i), (.i32, .i), nil)
    case (.bool, .i32), (.bool, .u32): ((.bool, .i), (.i32, .i), nil)
    default: nil
    }
  }
}

/// A record as ``ScalarCoder`` sees it.
struct ScalarRecord {
  var operation: ScalarOperation?
  var result, a, b, c: UInt16
  /// The result has one reader, which comes later in the same list.
  var isPassing: Bool
  /// More slots than these may be read and written.
  var isOpaque: Bool
}

/// A register of ``ScalarCode``: for floating point, and for integers and bools.
enum ScalarRegister: Int, CaseIterable {
  case x, i

  /// Nil for elements that no register holds.
  init?(_ lane: Lane) {
    switch lane {
    case .f32, .f64: self = .x
    case .i32, .u32, .i64, .bool: self = .i
    default: return nil
    }
  }
}

extension ScalarOpcode {
  static func load(_ lane: Lane) -> ScalarOpcode {
    switch lane {
    case .f32: .loadF32
    case .f64: .loadF64
    case .i64: .loadI64
    case .bool: .loadBool
    default: .loadI32
    }
  }

  static func store(_ lane: Lane) -> ScalarOpcode {
    switch lane {
    case .f32: .storeF32
    case .f64: .storeF64
    case .i64: .storeI64
    case .bool: .storeBool
    default: .storeI32
    }
  }

  static func element(_ lane: Lane) -> ScalarOpcode {
    switch lane {
    case .f32: .elementF32
    case .f64: .elementF64
    case .i64: .elementI64
    case .bool: .elementBool
    default: .elementI32
    }
  }

  static func set(_ lane: Lane) -> ScalarOpcode {
    switch lane {
    case .f32: .setF32
    case .f64: .setF64
    case .i64: .set8
    case .bool: .setBool
    default: .set4
    }
  }

  var isMove: Bool { self == .move1 || self == .move4 || self == .move8 }
  var isStore: Bool { rawValue >= ScalarOpcode.storeF32.rawValue && rawValue <= ScalarOpcode.storeBool.rawValue }

  /// Whether one of a, b, the result and c is not an element, but an array or what becomes one.
  func isArray(_ operand: Int) -> Bool {
    switch self {
    case .elementF32, .elementF64, .elementI32, .elementI64, .elementBool: operand == 0
    case .setF32, .setF64, .setBool, .set4, .set8: operand == 2
    case .view: operand == 0 || operand == 2
    default: false
    }
  }

  /// Of the register and a; of a and the register; of a and b.
  static func binary(
    _ op: BinaryOp, _ lane: Lane
  ) -> (first: ScalarOpcode, second: ScalarOpcode?, two: ScalarOpcode?)? {
    switch (op, lane) {
    case (.add, .f32): (.addF32, .addF32, .addTwoF32)
    case (.sub, .f32): (.subF32, .subOfF32, .subTwoF32)
    case (.mul, .f32): (.mulF32, .mulF32, .mulTwoF32)
    case (.div, .f32): (.divF32, .divOfF32, .divTwoF32)
    case (.max, .f32): (.maxF32, .maxF32, .maxTwoF32)
    case (.min, .f32): (.minF32, .minF32, .minTwoF32)
    case (.add, .f64): (.addF64, .addF64, .addTwoF64)
    case (.sub, .f64): (.subF64, .subOfF64, .subTwoF64)
    case (.mul, .f64): (.mulF64, .mulF64, .mulTwoF64)
    case (.div, .f64): (.divF64, .divOfF64, .divTwoF64)
    case (.max, .f64): (.maxF64, .maxF64, .maxTwoF64)
    case (.min, .f64): (.minF64, .minF64, .minTwoF64)
    case (.add, .i32), (.add, .u32): (.addI32, .addI32, nil)
    case (.sub, .i32), (.sub, .u32): (.subI32, .subOfI32, nil)
    case (.mul, .i32), (.mul, .u32): (.mulI32, .mulI32, nil)
    case (.max, .i32): (.maxI32, .maxI32, nil)
    case (.min, .i32): (.minI32, .minI32, nil)
    case (.div, .i32): (.divI32, nil, nil)
    case (.rem, .i32): (.remI32, nil, nil)
    case (.floorDiv, .i32): (.floorDivI32, nil, nil)
    case (.floorRem, .i32): (.floorRemI32, nil, nil)
    case (.shiftRightArithmetic, .i32): (.shiftRightArithmeticI32, nil, nil)
    case (.shiftLeft, .i32), (.shiftLeft, .u32): (.shiftLeft32, nil, nil)
    case (.shiftRightLogical, .i32), (.shiftRightLogical, .u32): (.shiftRight32, nil, nil)
    case (.and, .i32), (.and, .u32): (.andI32, .andI32, nil)
    case (.or, .i32), (.or, .u32): (.orI32, .orI32, nil)
    case (.xor, .i32), (.xor, .u32): (.xorI32, .xorI32, nil)
    case (.add, .i64): (.addI64, .addI64, nil)
    case (.sub, .i64): (.subI64, .subOfI64, nil)
    case (.mul, .i64): (.mulI64, .mulI64, nil)
    case (.max, .i64): (.maxI64, .maxI64, nil)
    case (.min, .i64): (.minI64, .minI64, nil)
    case (.div, .i64): (.divI64, nil, nil)
    case (.rem, .i64): (.remI64, nil, nil)
    case (.floorDiv, .i64): (.floorDivI64, nil, nil)
    case (.floorRem, .i64): (.floorRemI64, nil, nil)
    case (.shiftRightArithmetic, .i64): (.shiftRightArithmeticI64, nil, nil)
    case (.and, .i64): (.andI64, .andI64, nil)
    case (.or, .i64): (.orI64, .orI64, nil)
    case (.xor, .i64): (.xorI64, .xorI64, nil)
    case (.and, .bool), (.min, .bool): (.andBool, .andBool, nil)
    case (.or, .bool), (.max, .bool): (.orBool, .orBool, nil)
    case (.xor, .bool): (.xorBool, .xorBool, nil)
    default: nil
    }
  }

  static func unary(_ op: UnaryOp, _ lane: Lane) -> ScalarOpcode? {
    switch (op, lane) {
    case (.neg, .f32): .negF32
    case (.abs, .f32): .absF32
    case (.square, .f32): .squareF32
    case (.sqrt, .f32): .sqrtF32
    case (.neg, .f64): .negF64
    case (.abs, .f64): .absF64
    case (.square, .f64): .squareF64
    case (.sqrt, .f64): .sqrtF64
    case (.neg, .i32): .negI32
    case (.neg, .i64): .negI64
    case (.sign, .i32): .signI32
    case (.sign, .i64): .signI64
    case (.not, .bool): .notBool
    default: nil
    }
  }

  /// One of six opcodes that stand in the order of ``CompareOp``.
  private func comparing(_ op: CompareOp) -> ScalarOpcode { ScalarOpcode(rawValue: rawValue + UInt16(op.rawValue))! }

  /// acc op a, into i.
  static func compare(_ op: CompareOp, _ lane: Lane) -> ScalarOpcode? {
    switch lane {
    case .f32: eqF32.comparing(op)
    case .f64: eqF64.comparing(op)
    case .i32: eqI32.comparing(op)
    case .u32 where op == .eq || op == .ne: eqI32.comparing(op)
    case .i64: eqI64.comparing(op)
    default: nil
    }
  }

  /// What the first operation of a pair is of.
  enum PairOperands { case registerAndA, aAndRegister, aAndB }

  /// Two operations: the first one, and then of its result and the next operand, or the other way round. Their opcodes
  /// stand in the order of the first operations, four for each.
  static func pair(
    _ first: PairOp, of operands: PairOperands, _ second: PairOp, secondIsOf: Bool, _ lane: Lane
  ) -> ScalarOpcode? {
    let row: UInt16
    switch (first, operands) {
    case (.add, .aAndB): row = 4
    case (.sub, .aAndB): row = 5
    case (.mul, .aAndB): row = 6
    case (.add, _): row = 0
    case (.sub, .registerAndA): row = 1
    case (.sub, .aAndRegister): row = 2
    case (.mul, _): row = 3
    default: return nil
    }
    let column: UInt16
    switch second {
    case .add: column = 0
    case .sub: column = secondIsOf ? 2 : 1
    case .mul: column = 3
    default: return nil
    }
    return ScalarOpcode(rawValue: (lane == .f32 ? addAddF32 : addAddF64).rawValue + 4 * row + column)
  }

  /// acc op a · b, or a · b op acc.
  static func product(_ second: PairOp, valueIsFirst: Bool, _ lane: Lane) -> ScalarOpcode? {
    switch second {
    case .add: lane == .f32 ? .addProductF32 : .addProductF64
    case .sub where valueIsFirst: lane == .f32 ? .subOfProductF32 : .subOfProductF64
    case .sub: lane == .f32 ? .subProductF32 : .subProductF64
    case .mul: lane == .f32 ? .mulProductF32 : .mulProductF64
    default: nil
    }
  }
}

extension PairOp {
  /// The operation, but for the one of one operand.
  var binary: BinaryOp? {
    switch self {
    case .add: .add
    case .sub: .sub
    case .mul: .mul
    case .div: .div
    case .max: .max
    case .min: .min
    case .square, .sqrt, .abs: nil
    }
  }
}
