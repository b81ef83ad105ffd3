import LanewiseEngine
import LanewiseKernels

/// Runs a program one instruction after the other on arrays of `Double`: slow, and simple enough to be believed.
///
/// Knows the operations whose results are exact for small whole numbers, so that an executable has to agree bit by bit.
enum Interpreter {
  static func run(_ program: Program, _ inputs: [[Double]]) -> [[Double]] {
    var values = Array(repeating: [Double](), count: program.types.count)
    for index in program.types.indices {
      switch program.sources[index] {
      case .input(let number): values[index] = inputs[number]
      case .scalar(let bits): values[index] = [decode(bits, program.types[index].dtype)]
      case .constant(let storage): values[index] = elements(storage, program.types[index])
      case .instruction(let number):
        let instruction = program.instructions[Int(number)]
        guard Int(instruction.resultStart) == index else { continue }
        let operands = program.operands(of: instruction).map { values[Int($0.index)] }
        let types = program.operands(of: instruction).map { program.types[Int($0.index)] }
        let type = program.types[index]
        values[index] = evaluate(instruction.operation, operands, types, type).map { rounded($0, type.dtype) }
      }
    }
    return program.outputs.map { values[Int($0.index)] }
  }

  private static func evaluate(
    _ operation: Operation, _ x: [[Double]], _ types: [AbstractArray], _ type: AbstractArray
  ) -> [Double] {
    func at(_ operand: Int, _ index: Int) -> Double { x[operand].count == 1 ? x[operand][0] : x[operand][index] }
    func each(_ f: (Int) -> Double) -> [Double] { (0..<type.count).map(f) }
    switch operation {
    case .unary(let op):
      return each {
        let a = at(0, $0)
        switch op {
        case .neg: return -a
        case .abs: return abs(a)
        case .square: return a * a
        default: fatalError("the interpreter has no \(op)")
        }
      }
    case .binary(let op): return each { apply(op, at(0, $0), at(1, $0)) }
    case .compare(let op):
      return each { op.holds(at(0, $0), at(1, $0)) ? 1 : 0 }
    case .select: return each { at(0, $0) != 0 ? at(1, $0) : at(2, $0) }
    case .fma: return each { at(0, $0) * at(1, $0) + at(2, $0) }
    case .convert: return each { type.dtype == .bool ? (at(0, $0) != 0 ? 1 : 0) : at(0, $0) }
    case .iota(let dimension):
      return eachIndex(type.shape) { Double($0[dimension]) }
    case .view(let offset, let strides):
      return eachIndex(type.shape) { index in
        var place = offset
        for axis in strides.indices { place += index[axis] * strides[axis] }
        return x[0][place]
      }
    case .reshape: return x[0]
    case .reduce(let op, let axes):
      let shape = types[0].shape
      let kept = (0..<shape.rank).filter { !axes.contains($0) }
      let strides = Shape(kept.map { shape[$0] }).strides
      var result = Array(repeating: Double.nan, count: type.count)
      var position = 0
      _ = eachIndex(shape) { index in
        var place = 0
        for (axis, stride) in zip(kept, strides) { place += index[axis] * stride }
        let value = x[0][position]
        result[place] = result[place].isNaN ? value : apply(fold(op), result[place], value)
        position += 1
        return 0
      }
      return result.map { $0.isNaN ? 0 : $0 }
    case .step(let step) where step.name == "negate": return x[0].map { -$0 }
    case .step(let step as ConcatenateStep):
      let rows = types.map { $0.shape.dims.suffix(from: step.axis).reduce(1, *) }
      return (0..<type.count / rows.reduce(0, +)).flatMap { row in
        zip(x, rows).flatMap { $0[row * $1..<(row + 1) * $1] }
      }
    default: fatalError("the interpreter has no \(operation)")
    }
  }

  private static func fold(_ op: FoldOp) -> BinaryOp {
    switch op {
    case .sum: .add
    case .prod: .mul
    case .max: .max
    case .min: .min
    default: fatalError("the interpreter folds no \(op)")
    }
  }

  private static func apply(_ op: BinaryOp, _ a: Double, _ b: Double) -> Double {
    switch op {
    case .add: a + b
    case .sub: a - b
    case .mul: a * b
    case .div: a / b
    case .max, .or: max(a, b)
    case .min, .and: min(a, b)
    default: fatalError("the interpreter has no \(op)")
    }
  }

  /// What `f` gives for all indices of a shape, in row-major order.
  private static func eachIndex(_ shape: Shape, _ f: ([Int]) -> Double) -> [Double] {
    let dims = shape.dims
    var index = dims.map { _ in 0 }
    return (0..<shape.count).map { _ in
      let value = f(index)
      var axis = dims.count - 1
      while axis >= 0 {
        index[axis] += 1
        if index[axis] < dims[axis] { break }
        index[axis] = 0
        axis -= 1
      }
      return value
    }
  }

  // MARK: Elements in memory

  private static func rounded(_ value: Double, _ dtype: DType) -> Double {
    switch dtype {
    case .float16: Double(Float16(value))
    case .float32: Double(Float(value))
    default: value
    }
  }

  static func decode(_ bits: UInt64, _ dtype: DType) -> Double {
    switch dtype {
    case .bool: Double(bits & 1)
    case .int32: Double(Int32(truncatingIfNeeded: bits))
    case .float16: Double(Float16(bitPattern: UInt16(truncatingIfNeeded: bits)))
    case .float32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float64: Double(bitPattern: bits)
    default: fatalError("the interpreter has no \(dtype)")
    }
  }

  static func encode(_ value: Double, _ dtype: DType) -> UInt64 {
    switch dtype {
    case .bool: value != 0 ? 1 : 0
    case .int32: UInt64(UInt32(bitPattern: Int32(value)))
    case .float16: UInt64(Float16(value).bitPattern)
    case .float32: UInt64(Float(value).bitPattern)
    case .float64: value.bitPattern
    default: fatalError("the interpreter has no \(dtype)")
    }
  }

  static func elements(_ storage: Storage, _ type: AbstractArray) -> [Double] {
    let width = type.dtype.byteWidth
    return (0..<type.count).map { index in
      var bits: UInt64 = 0
      withUnsafeMutableBytes(of: &bits) {
        $0.copyMemory(from: UnsafeRawBufferPointer(start: storage.address + index * width, count: width))
      }
      return decode(bits, type.dtype)
    }
  }

  static func storage(_ values: [Double], _ dtype: DType) -> Storage {
    let width = dtype.byteWidth
    let storage = Storage(byteCount: values.count * width)
    for (index, value) in values.enumerated() {
      var bits = encode(value, dtype)
      withUnsafeBytes(of: &bits) {
        (storage.address + index * width).copyMemory(from: $0.baseAddress!, byteCount: width)
      }
    }
    return storage
  }
}

extension CompareOp {
  func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
    switch self {
    case .eq: a == b
    case .ne: a != b
    case .lt: a < b
    case .le: a <= b
    case .gt: a > b
    case .ge: a >= b
    }
  }
}
