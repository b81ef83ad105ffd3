import LanewiseKernelABI

/// Single operations on arrays, without a program: what an operator on concrete arrays calls.
///
/// A small array costs one call of a kernel and one block of memory; a large one is split over ``Workers``. Half
/// precision is converted tile by tile, computed in float32, and converted back.
package enum Direct {
  /// What an operation of several operands reads.
  package enum Operand {
    /// As many elements as the result has.
    case array(Storage)
    /// One element, which meets all elements of the others.
    case scalar(Storage)
    /// The same by the bits of its dtype's format, at most 8 bytes.
    case number(UInt64)

    @inline(__always)
    var isScalar: Bool { if case .array = self { false } else { true } }

    /// The operand's memory; a number's is made now.
    fileprivate var inMemory: Storage {
      switch self {
      case .array(let storage), .scalar(let storage): return storage
      case .number(let bits):
        let storage = Storage(byteCount: 8)
        storage.address.storeBytes(of: bits, as: UInt64.self)
        return storage
      }
    }
  }

  /// `op(x)`. The result has the operand's dtype, but for `isFinite` (bool) and, of complex arrays, `abs`, `real` and
  /// `imag` (the parts' dtype). nil where no kernel computes it.
  package static func unary(_ op: UnaryOp, _ x: Storage, _ dtype: DType, count: Int) -> Storage? {
    var result = dtype
    switch op {
    case .isFinite: result = .bool
    case .abs, .real, .imag: result = dtype.realPart
    default: break
    }
    guard let kernel = KernelTable.kernel(KernelIndex.unary(op, dtype.lane)) else { return nil }
    let x = Operand.array(x)
    return map(kernel, x, x, x, dtype, dtype, dtype, result, count, 1, costly: op.rawValue >= UnaryOp.sqrt.rawValue)
  }

  /// `op(x, y)`; a scalar meets all elements of the other. Not both are scalars. nil where no kernel computes it.
  package static func binary(_ op: BinaryOp, _ x: Operand, _ y: Operand, _ dtype: DType, count: Int) -> Storage? {
    var result = dtype
    var isCostly = false
    switch op {
    case .complex: result = dtype == .float64 ? .complex128 : .complex64
    case .pow, .atan2, .hypot, .rem: isCostly = true
    default: break
    }
    guard let kernel = KernelTable.kernel(KernelIndex.binary(op, dtype.lane, sources(x, y))) else { return nil }
    return map(kernel, x, y, y, dtype, dtype, dtype, result, count, 2, costly: isCostly)
  }

  /// `x · y + z`, rounded once, of float32 and float64; nil where no kernel computes it. One of the factors has `count`
  /// elements.
  package static func fma(_ x: Operand, _ y: Operand, _ z: Operand, _ dtype: DType, count: Int) -> Storage? {
    let (x, y) = x.isScalar ? (y, x) : (x, y)
    let form: FMASources = y.isScalar ? (z.isScalar ? .rcc : .rcr) : z.isScalar ? .rrc : .rrr
    guard !x.isScalar, let kernel = KernelTable.kernel(KernelIndex.fma(dtype.lane, form)), !dtype.isHalf else {
      return nil
    }
    return map(kernel, x, y, z, dtype, dtype, dtype, dtype, count, 3, costly: false)
  }

  /// `x op y` as bool. See ``binary(_:_:_:_:count:)``.
  package static func compare(_ op: CompareOp, _ x: Operand, _ y: Operand, _ dtype: DType, count: Int) -> Storage? {
    guard let kernel = KernelTable.kernel(KernelIndex.compare(op, dtype.lane, sources(x, y))) else { return nil }
    return map(kernel, x, y, y, dtype, dtype, dtype, .bool, count, 2, costly: false)
  }

  /// Elements of `x` where the predicate is true, of `y` where it is false; either may be a scalar. The predicate has
  /// `count` elements.
  package static func select(_ predicate: Storage, _ x: Operand, _ y: Operand, _ dtype: DType, count: Int) -> Storage {
    let form: SelectSources = x.isScalar ? (y.isScalar ? .cc : .cr) : y.isScalar ? .rc : .rr
    // Bits are only moved: half precision needs no conversion.
    let moved: DType = dtype.isHalf ? .uint16 : dtype
    let kernel = found(KernelIndex.select(byteWidth: dtype.byteWidth, form))
    return map(kernel, .array(predicate), x, y, .bool, moved, moved, moved, count, 3, costly: false)
  }

  /// The elements in another dtype.
  package static func convert(_ x: Storage, from: DType, to: DType, count: Int) -> Storage {
    if from == to { return x }
    // The kernels convert from and to every format, half precision too: nothing is to be done around them.
    let kernel = found(KernelIndex.convert(from: from.format, to: to.format))
    let result = Storage(byteCount: count &* to.byteWidth)
    let operand = Source(x.address, from.byteWidth)
    let call = Call(
      kernel: kernel, result: result.address, resultWidth: to.byteWidth, a: operand, b: operand, c: operand)
    call.run(count, nanoseconds: count / 8)
    return result
  }

  /// 0, 1, 2… of a number dtype.
  package static func iota(count: Int, _ dtype: DType) -> Storage {
    if dtype.isHalf { return convert(iota(count: count, .float32), from: .float32, to: dtype, count: count) }
    let result = Storage(byteCount: count &* dtype.byteWidth)
    let none = Source(result.address, 0)
    Call(
      kernel: found(KernelIndex.iota(dtype.lane)), result: result.address, resultWidth: 0, a: none, b: none, c: none
    )
    .part(0, count)
    return result
  }

  /// The element at `element`, of `byteWidth` bytes, `count` times.
  static func fill(
    _ target: UnsafeMutableRawPointer, with element: UnsafeMutableRawPointer, byteWidth: Int, _ count: Int
  ) {
    let one = Source(element, 0)
    let kernel = found(KernelIndex.fill(byteWidth: byteWidth))
    Call(kernel: kernel, result: target, resultWidth: byteWidth, a: one, b: one, c: one)
      .run(count, nanoseconds: count / 4)
  }

  // MARK: Calling kernels

  @inline(__always)
  static func found(_ entry: Int) -> Kernel {
    guard let kernel = KernelTable.kernel(entry) else { preconditionFailure("no kernel for this operation and dtype") }
    return kernel
  }

  @inline(__always)
  private static func sources(_ x: Operand, _ y: Operand) -> Sources {
    precondition(!(x.isScalar && y.isScalar), "a kernel of two operands takes one scalar at most")
    return x.isScalar ? .cr : y.isScalar ? .rc : .rr
  }

  @inline(__always)
  private static func map(
    _ kernel: @escaping Kernel, _ a: Operand, _ b: Operand, _ c: Operand, _ aType: DType, _ bType: DType,
    _ cType: DType, _ resultType: DType, _ count: Int, _ operands: Int, costly: Bool
  ) -> Storage {
    let result = Storage(byteCount: count &* resultType.byteWidth)
    if aType.isHalf { return halfPrecision(kernel, a, b, aType, result, resultType, count, operands) }
    let call = Call(
      kernel: kernel, result: result.address, resultWidth: resultType.byteWidth, a: Source(a, aType),
      b: Source(b, bType), c: Source(c, cType))
    call.run(count, nanoseconds: costly ? count : count / 4)
    return result
  }

  /// Where a kernel reads an operand; a width of 0 says that it is one element.
  fileprivate struct Source {
    /// nil for a number, which is then in `bits`.
    let address: UnsafeMutableRawPointer?
    let width: Int
    var bits: UInt64 = 0

    @inline(__always)
    init(_ address: UnsafeMutableRawPointer, _ width: Int) {
      self.address = address
      self.width = width
    }

    @inline(__always)
    init(_ operand: Operand, _ dtype: DType) {
      switch operand {
      case .array(let storage): (address, width) = (storage.address, dtype.byteWidth)
      case .scalar(let storage): (address, width) = (storage.address, 0)
      case .number(let bits):
        (address, width) = (nil, 0)
        self.bits = bits
      }
    }

    /// The address for the elements from `start` on; a number is put at `place`.
    @inline(__always)
    func located(_ start: Int, _ place: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
      if let address { return address + start &* width }
      place.storeBytes(of: bits, as: UInt64.self)
      return place
    }
  }

  /// A kernel and its operands.
  fileprivate struct Call {
    let kernel: Kernel
    let result: UnsafeMutableRawPointer
    let resultWidth: Int
    let a: Source, b: Source, c: Source

    @inline(__always)
    func run(_ count: Int, nanoseconds: Int) {
      if count <= TileLayout.chunk { return part(0, count) }
      split(count, nanoseconds)
    }

    @inline(never)
    private func split(_ count: Int, _ nanoseconds: Int) {
      let chunk = TileLayout.chunk
      Workers.run(chunks: (count + chunk - 1) / chunk, nanoseconds: nanoseconds) { index in
        part(index &* chunk, min(chunk, count &- index &* chunk))
      }
    }

    @inline(__always)
    func part(_ start: Int, _ count: Int) {
      // The record, four slots, and room for three numbers.
      withUnsafeTemporaryAllocation(byteCount: Record.byteCount + 7 * 8, alignment: 8) { memory in
        let record = memory.baseAddress.unsafelyUnwrapped
        let slots = record + Record.byteCount
        record.writeRecord(kernel, result: 0, 1, 2, 3)
        slots.storeBytes(of: result + start &* resultWidth, as: UnsafeMutableRawPointer.self)
        slots.storeBytes(of: a.located(start, slots + 32), toByteOffset: 8, as: UnsafeMutableRawPointer.self)
        slots.storeBytes(of: b.located(start, slots + 40), toByteOffset: 16, as: UnsafeMutableRawPointer.self)
        slots.storeBytes(of: c.located(start, slots + 48), toByteOffset: 24, as: UnsafeMutableRawPointer.self)
        kernel(record, slots, count)
      }
    }
  }

  // MARK: Half precision

  private static let halfTile = 1024

  /// Converts a tile of each operand to float32, computes, and converts back (a bool result stays).
  @inline(never)
  private static func halfPrecision(
    _ kernel: @escaping Kernel, _ a: Operand, _ b: Operand, _ dtype: DType, _ result: Storage, _ resultType: DType,
    _ count: Int, _ operands: Int
  ) -> Storage {
    let (x, y) = (a.inMemory, b.inMemory)
    let load = found(KernelIndex.convert(from: dtype.format, to: .f32))
    let store = resultType.isHalf ? found(KernelIndex.convert(from: .f32, to: resultType.format)) : nil
    let chunk = TileLayout.chunk
    Workers.run(chunks: (count + chunk - 1) / chunk, nanoseconds: count) { index in
      let tileBytes = halfTile * 4 + Record.padding
      let tiles = MemoryPool.allocate(3 * tileBytes)
      defer { MemoryPool.release(tiles, 3 * tileBytes) }
      func move(_ kernel: Kernel, _ result: UnsafeMutableRawPointer, _ x: UnsafeMutableRawPointer, _ count: Int) {
        let operand = Source(x, 0)
        Call(kernel: kernel, result: result, resultWidth: 0, a: operand, b: operand, c: operand).part(0, count)
      }
      let tileB = tiles + tileBytes
      let tileResult = tiles + 2 * tileBytes
      if a.isScalar { move(load, tiles, x.address, 1) }
      if operands > 1, b.isScalar { move(load, tileB, y.address, 1) }
      var start = index * chunk
      let end = min(count, start + chunk)
      while start < end {
        let length = min(halfTile, end - start)
        if !a.isScalar { move(load, tiles, x.address + start * 2, length) }
        if operands > 1, !b.isScalar { move(load, tileB, y.address + start * 2, length) }
        let target = result.address + start * resultType.byteWidth
        let second = Source(tileB, 0)
        Call(
          kernel: kernel, result: store == nil ? target : tileResult, resultWidth: 0, a: Source(tiles, 0), b: second,
          c: second
        ).part(0, length)
        if let store { move(store, target, tileResult, length) }
        start += length
      }
    }
    return result
  }
}
