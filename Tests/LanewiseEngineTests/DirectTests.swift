import LanewiseEngine
import LanewiseKernels
import Testing

@Suite struct DirectTests {
  private static let counts = [0, 1, 8, 1000, 32_768, 100_003]

  @Test(arguments: counts, [DType.float32, .float64, .int32, .float16]) func binary(count: Int, dtype: DType) {
    let x = (0..<count).map { Double($0 % 31 - 15) }
    let y = (0..<count).map { Double($0 % 7 - 3) }
    let a = Interpreter.storage(x, dtype)
    let b = Interpreter.storage(y, dtype)
    let one = Interpreter.storage([5], dtype)
    let type = AbstractArray([count], dtype)
    var bits: UInt64 = 0
    withUnsafeMutableBytes(of: &bits) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: one.address, count: dtype.byteWidth))
    }
    func run(_ a: Direct.Operand, _ b: Direct.Operand) -> [Double] {
      Interpreter.elements(Direct.binary(.sub, a, b, dtype, count: count)!, type)
    }
    #expect(run(.array(a), .array(b)) == zip(x, y).map { $0 - $1 })
    for five in [Direct.Operand.scalar(one), .number(bits)] {
      #expect(run(.array(a), five) == x.map { $0 - 5 })
      #expect(run(five, .array(b)) == y.map { 5 - $0 })
      let isLess = Direct.compare(.lt, .array(a), five, dtype, count: count)!
      #expect(Interpreter.elements(isLess, type.with(dtype: .bool)) == x.map { $0 < 5 ? 1 : 0 })
    }
    let less = Direct.compare(.lt, .array(a), .array(b), dtype, count: count)!
    #expect(Interpreter.elements(less, type.with(dtype: .bool)) == zip(x, y).map { $0 < $1 ? 1 : 0 })
    for five in [Direct.Operand.scalar(one), .number(bits)] {
      let chosen = Direct.select(less, .array(a), five, dtype, count: count)
      #expect(Interpreter.elements(chosen, type) == zip(x, y).map { $0 < $1 ? $0 : 5 })
      let fives = Direct.select(less, five, .number(0), dtype, count: count)
      #expect(Interpreter.elements(fives, type) == zip(x, y).map { $0 < $1 ? 5 : 0 })
    }
  }

  @Test(arguments: counts) func unaryAndConvert(count: Int) {
    let x = (0..<count).map { Double($0 % 31 - 15) }
    let type = AbstractArray([count], .float16)
    let half = Interpreter.storage(x, .float16)
    #expect(Interpreter.elements(Direct.unary(.neg, half, .float16, count: count)!, type) == x.map { -$0 })
    let finite = Direct.unary(.isFinite, half, .float16, count: count)!
    #expect(Interpreter.elements(finite, type.with(dtype: .bool)) == x.map { _ in 1 })
    let integers = Direct.convert(half, from: .float16, to: .int32, count: count)
    #expect(Interpreter.elements(integers, type.with(dtype: .int32)) == x)
  }

  /// Rows are folded as an executable folds them, to the bit.
  @Test(arguments: [(1, 1), (1, 8), (7, 3), (1, 5000), (3, 300), (20, 1500), (1000, 32), (1, 32_768)])
  func fold(rows: Int, length: Int) throws {
    let x = (0..<rows * length).map { Double($0 % 97 - 31) }
    for (op, dtype) in [(FoldOp.sum, DType.float32), (.max, .float32), (.prod, .float64), (.min, .int32)] {
      let storage = Interpreter.storage(dtype.isInteger ? x : x.map { 1 + $0 / 1000 }, dtype)
      let builder = ProgramBuilder()
      let input = builder.input(AbstractArray([rows, length], dtype))
      let executable = Executable(builder.finish([builder.reduce(op, input, axes: [1])]))
      let type = AbstractArray([rows], dtype)
      let direct = try #require(Direct.fold(op, storage, dtype, rows: rows, length: length))
      #expect(Interpreter.elements(direct, type) == Interpreter.elements(executable.run([storage])[0], type))
    }
  }

  /// Columns, too.
  @Test(arguments: [(1, 4, 4), (3, 5, 2), (1, 16, 8), (2, 7, 9), (1, 2, 64), (4, 15, 2)])
  func foldColumns(outer: Int, reduce: Int, inner: Int) throws {
    let x = (0..<outer * reduce * inner).map { Double($0 % 97 - 31) }
    for (op, dtype) in [
      (FoldOp.sum, DType.float32), (.max, .float32), (.prod, .float64), (.min, .int32), (.xor, .int32),
    ] {
      let storage = Interpreter.storage(dtype.isInteger ? x : x.map { 1 + $0 / 1000 }, dtype)
      let builder = ProgramBuilder()
      let input = builder.input(AbstractArray([outer, reduce, inner], dtype))
      let executable = Executable(builder.finish([builder.reduce(op, input, axes: [1])]))
      let type = AbstractArray([outer, inner], dtype)
      let direct = try #require(
        Direct.foldColumns(op, storage, dtype, outer: outer, reduce: reduce, inner: inner))
      #expect(Interpreter.elements(direct, type) == Interpreter.elements(executable.run([storage])[0], type))
    }
  }

  @Test func fma() throws {
    let x = Interpreter.storage([1.5, -2, 3], .float32)
    let y = Interpreter.storage([2], .float32)
    let type = AbstractArray([3], .float32)
    func elements(_ a: Direct.Operand, _ b: Direct.Operand, _ c: Direct.Operand) -> [Double]? {
      Direct.fma(a, b, c, .float32, count: 3).map { Interpreter.elements($0, type) }
    }
    #expect(elements(.array(x), .array(x), .array(x)) == [3.75, 2, 12])
    #expect(elements(.array(x), .scalar(y), .array(x)) == [4.5, -6, 9])
    #expect(elements(.scalar(y), .array(x), .scalar(y)) == [5, -2, 8])
    #expect(elements(.array(x), .array(x), .scalar(y)) == [4.25, 6, 11])
    #expect(elements(.scalar(y), .scalar(y), .array(x)) == nil)
    #expect(Direct.fma(.array(x), .array(x), .array(x), .float16, count: 3) == nil)
  }

  @Test func whatHasNoKernel() {
    let storage = Interpreter.storage([1, 0], .bool)
    #expect(Direct.unary(.exp, storage, .bool, count: 2) == nil)
    #expect(Direct.binary(.mul, .array(storage), .array(storage), .bool, count: 2) == nil)
    #expect(Direct.compare(.lt, .array(storage), .array(storage), .complex64, count: 1) == nil)
    #expect(Direct.fold(.sum, storage, .bool, rows: 1, length: 2) == nil)
  }

  @Test func foldsThatTakeMore() {
    let storage = Interpreter.storage([1, 2], .float16)
    #expect(Direct.fold(.sum, storage, .float16, rows: 1, length: 2) == nil)
    #expect(Direct.fold(.sum, storage, .float32, rows: 1, length: 0) == nil)
    #expect(Direct.fold(.sum, storage, .float32, rows: 1, length: 1_000_000) == nil)
    #expect(Direct.foldColumns(.sum, storage, .float16, outer: 1, reduce: 2, inner: 2) == nil)
    #expect(Direct.foldColumns(.sum, storage, .float32, outer: 1, reduce: 2, inner: 1) == nil)
    #expect(Direct.foldColumns(.sum, storage, .float32, outer: 1, reduce: 100, inner: 2) == nil)
  }

  @Test func view() {
    let x = Interpreter.storage((0..<6).map(Double.init), .int32)
    func elements(_ shape: Shape, _ offset: Int, _ strides: [Int]) -> [Double] {
      Interpreter.elements(
        Direct.view(x, .int32, shape, offset: offset, strides: strides), AbstractArray(shape, .int32))
    }
    #expect(elements([3, 2], 0, [1, 3]) == [0, 3, 1, 4, 2, 5])
    #expect(elements([3, 40], 0, [0, 0]) == [Double](repeating: 0, count: 120))
    #expect(elements([2, 1], 3, [0, 0]) == [3, 3])
    #expect(elements([2, 2], 5, [0, -1]) == [5, 4, 5, 4])
    #expect(elements([], 4, []) == [4])
    #expect(elements([0, 2], 0, [1, 1]) == [])
    let written = Direct.replacing(
      x, .int32, [2, 2], offset: 5, strides: [-3, -1, 0, 0, 0, 0, 0, 0],
      with: Interpreter.storage([9, 8, 7, 6], .int32))
    #expect(Interpreter.elements(written, AbstractArray([6], .int32)) == [0, 6, 7, 3, 8, 9])
    #expect(Direct.view(x, .int32, [1, 6, 1], offset: 0, strides: [0, 1, 7] as [Int]) === x)
    #expect(Direct.view(x, .int32, [6], offset: 0, strides: [0] as [Int]) !== x)
  }
}
