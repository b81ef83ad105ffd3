import LanewiseEngine
import LanewiseKernels

/// A program of inputs of these types.
func makeProgram(_ inputs: [AbstractArray], _ write: (ProgramBuilder, [Slot]) -> [Slot]) -> Program {
  let builder = ProgramBuilder()
  let slots = inputs.map(builder.input)
  return builder.finish(write(builder, slots))
}

/// A program of one step.
func makeProgram(_ step: any Step, _ operands: [AbstractArray], _ results: [AbstractArray]) -> Program {
  makeProgram(operands) { b, x in b.step(step, x, results) }
}

/// Arrays of a test.
func int(_ value: Int32) -> TestArray { TestArray([value], [], .int32) }
func float(_ value: Float) -> TestArray { TestArray([value], [], .float32) }
func floats(_ values: [Float]) -> TestArray { TestArray(values, [values.count], .float32) }

func array(_ dtype: DType, _ dims: Int...) -> AbstractArray { AbstractArray(Shape(dims), dtype) }

extension Program {
  /// Compiles and runs.
  func run(_ inputs: [TestArray], donated: UInt64 = 0) -> [TestArray] {
    let results = Executable(self).run(inputs.map(\.storage), donated: donated)
    return zip(outputs, results).map { TestArray($1, types[Int($0.index)]) }
  }
}

extension TestArray {
  init(_ storage: Storage, _ type: AbstractArray) {
    self.init(zerosOf: type)
    bytes.withUnsafeMutableBytes {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: storage.address, count: $0.count))
    }
  }

  var storage: Storage {
    let storage = Storage(byteCount: bytes.count)
    bytes.withUnsafeBytes {
      if let base = $0.baseAddress { storage.address.copyMemory(from: base, byteCount: $0.count) }
    }
    return storage
  }

  var floats: [Float] { elements(Float.self) }
  var ints: [Int32] { elements(Int32.self) }
}

extension ProgramBuilder {
  func float(_ value: Float) -> Slot { scalar(bits: UInt64(value.bitPattern), .float32) }
  func int(_ value: Int32) -> Slot { scalar(bits: UInt64(UInt32(bitPattern: value)), .int32) }
  func bool(_ value: Bool) -> Slot { scalar(bits: value ? 1 : 0, .bool) }

  /// The instructions of another program, on these inputs.
  func inline(_ program: Program, _ inputs: [Slot]) -> [Slot] {
    var slots: [Slot] = []
    var pending: [Slot] = []
    for index in program.types.indices {
      let type = program.types[index]
      switch program.sources[index] {
      case .input(let number): slots.append(inputs[number])
      case .scalar(let bits): slots.append(scalar(bits: bits, type.dtype))
      case .constant(let storage): slots.append(constant(storage, type))
      case .instruction(let number):
        let instruction = program.instructions[Int(number)]
        let results = program.results(of: instruction)
        if results.lowerBound == index {
          let x = program.operands(of: instruction).map { slots[Int($0.index)] }
          pending = inline(instruction.operation, x, results.map { program.types[$0] })
        }
        slots.append(pending[index - results.lowerBound])
      }
    }
    return program.outputs.map { slots[Int($0.index)] }
  }

  private func inline(_ operation: Operation, _ x: [Slot], _ types: [AbstractArray]) -> [Slot] {
    switch operation {
    case .unary(let op): [unary(op, x[0])]
    case .binary(let op): [binary(op, x[0], x[1])]
    case .compare(let op): [compare(op, x[0], x[1])]
    case .select: [select(x[0], x[1], x[2])]
    case .fma: [fma(x[0], x[1], x[2])]
    case .convert: [convert(x[0], to: types[0].dtype)]
    case .bitcast: [bitcast(x[0], to: types[0])]
    case .iota(let dimension): [iota(types[0], dimension: dimension)]
    case .view(let offset, let strides): [view(x[0], shape: types[0].shape, offset: offset, strides: strides)]
    case .reshape: [reshape(x[0], types[0].shape)]
    case .reduce(let op, let axes): [reduce(op, x[0], axes: axes)]
    case .step(let step): self.step(step, x, types)
    }
  }
}
