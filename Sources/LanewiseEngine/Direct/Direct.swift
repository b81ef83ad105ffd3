import LanewiseKernels

/// Single operations on arrays, without a program: what an operator on concrete arrays calls.
///
/// A small array costs one call of a kernel and one block of memory; a large one is split over ``Workers``. Half
/// precision is converted tile by tile, computed in float32, and converted back.
package enum Direct {
  /// `op(x)`. The result has the operand's dtype, but for `isFinite` (bool) and, of complex arrays, `abs`, `real` and
  /// `imag` (the parts' dtype).
  package static func unary(_ op: UnaryOp, _ x: Storage, _ dtype: DType, count: Int) -> Storage {
    var result = dtype
    switch op {
    case .isFinite: result = .bool
    case .abs, .real, .imag: result = dtype.realPart
    default: break
    }
    let kernel = found(KernelIndex.unary(op, dtype.lane))
    return map(kernel, x, x, x, dtype, dtype, dtype, result, count, 1, costly: op.rawValue >= UnaryOp.sqrt.rawValue)
  }

  /// `op(x, y)`; an operand with its `isScalar` set has one element, which meets all of the other's. If both have one
  /// element and `count` is 1, set neither.
  package static func binary(
    _ op: BinaryOp, _ x: Storage, _ y: Storage, _ dtype: DType, count: Int, xIsScalar: Bool, yIsScalar: Bool
  ) -> Storage {
    var result = dtype
    var isCostly = false
    switch op {
    case .complex: result = dtype == .float64 ? .complex128 : .complex64
    case .pow, .atan2, .rem: isCostly = true
    default: break
    }
    let kernel = found(KernelIndex.binary(op, dtype.lane, sources(xIsScalar, yIsScalar)))
    return map(
      kernel, x, y, y, dtype, dtype, dtype, result, count, 2, constants: (xIsScalar, yIsScalar, false),
      costly: isCostly)
  }

  /// `x op y` as bool. See ``binary(_:_:_:_:count:xIsScalar:yIsScalar:)``.
  package static func compare(
    _ op: CompareOp, _ x: Storage, _ y: Storage, _ dtype: DType, count: Int, xIsScalar: Bool, yIsScalar: Bool
  ) -> Storage {
    let kernel = found(KernelIndex.compare(op, dtype.lane, sources(xIsScalar, yIsScalar)))
    return map(
      kernel, x, y, y, dtype, dtype, dtype, .bool, count, 2, constants: (xIsScalar, yIsScalar, false), costly: false)
  }

  /// Elements of `x` where the predicate is true, of `y` where it is false. The predicate has `count` elements.
  package static func select(
    _ predicate: Storage, _ x: Storage, _ y: Storage, _ dtype: DType, count: Int, xIsScalar: Bool, yIsScalar: Bool
  ) -> Storage {
    let form: SelectSources = xIsScalar ? (yIsScalar ? .cc : .cr) : yIsScalar ? .rc : .rr
    // Bits are only moved: half precision needs no conversion.
    let moved: DType = dtype.isHalf ? .uint16 : dtype
    let kernel = found(KernelIndex.select(byteWidth: dtype.byteWidth, form))
    return map(
      kernel, predicate, x, y, .bool, moved, moved, moved, count, 3, constants: (false, xIsScalar, yIsScalar),
      costly: false)
  }

  /// The elements in another dtype.
  package static func convert(_ x: Storage, from: DType, to: DType, count: Int) -> Storage {
    if from == to { return x }
    // The kernels convert from and to every format, half precision too: nothing is to be done around them.
    let kernel = found(KernelIndex.convert(from: from.format, to: to.format))
    let result = Storage(byteCount: count &* to.byteWidth)
    let call = Call(
      kernel: kernel, result: result.address, a: x.address, b: x.address, c: x.address,
      widths: (to.byteWidth, from.byteWidth, 0, 0))
    call.run(count, nanoseconds: count / 8)
    return result
  }

  /// 0, 1, 2… of a number dtype.
  package static func iota(count: Int, _ dtype: DType) -> Storage {
    if dtype.isHalf { return convert(iota(count: count, .float32), from: .float32, to: dtype, count: count) }
    let result = Storage(byteCount: count &* dtype.byteWidth)
    let address = result.address
    Call(
      kernel: found(KernelIndex.iota(dtype.lane)), result: address, a: address, b: address, c: address,
      widths: (0, 0, 0, 0)
    )
    .part(0, count)
    return result
  }

  // MARK: Calling kernels

  @inline(__always)
  private static func found(_ entry: Int) -> Kernel {
    guard let kernel = KernelTable.kernel(entry) else { preconditionFailure("no kernel for this operation and dtype") }
    return kernel
  }

  @inline(__always)
  private static func sources(_ xIsScalar: Bool, _ yIsScalar: Bool) -> Sources {
    xIsScalar ? .cr : yIsScalar ? .rc : .rr
  }

  @inline(__always)
  private static func map(
    _ kernel: @escaping Kernel, _ a: Storage, _ b: Storage, _ c: Storage, _ aType: DType, _ bType: DType,
    _ cType: DType,
    _ resultType: DType, _ count: Int, _ operands: Int, constants: (Bool, Bool, Bool) = (false, false, false),
    costly: Bool
  ) -> Storage {
    let result = Storage(byteCount: count &* resultType.byteWidth)
    if aType.isHalf {
      return halfPrecision(kernel, a, b, aType, result, resultType, count, operands, (constants.0, constants.1))
    }
    let call = Call(
      kernel: kernel, result: result.address, a: a.address, b: b.address, c: c.address,
      widths: (
        resultType.byteWidth, constants.0 ? 0 : aType.byteWidth, constants.1 ? 0 : bType.byteWidth,
        constants.2 ? 0 : cType.byteWidth
      ))
    call.run(count, nanoseconds: costly ? count : count / 4)
    return result
  }

  /// A kernel and its operands; a width of 0 says that an operand is one element.
  fileprivate struct Call {
    let kernel: Kernel
    let result: UnsafeMutableRawPointer
    let a: UnsafeMutableRawPointer, b: UnsafeMutableRawPointer, c: UnsafeMutableRawPointer
    let widths: (Int, Int, Int, Int)

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
      withUnsafeTemporaryAllocation(byteCount: Record.byteCount + 4 * 8, alignment: 8) { memory in
        let record = memory.baseAddress.unsafelyUnwrapped
        let slots = record + Record.byteCount
        record.writeRecord(kernel, result: 0, 1, 2, 3)
        slots.storeBytes(of: result + start &* widths.0, as: UnsafeMutableRawPointer.self)
        slots.storeBytes(of: a + start &* widths.1, toByteOffset: 8, as: UnsafeMutableRawPointer.self)
        slots.storeBytes(of: b + start &* widths.2, toByteOffset: 16, as: UnsafeMutableRawPointer.self)
        slots.storeBytes(of: c + start &* widths.3, toByteOffset: 24, as: UnsafeMutableRawPointer.self)
        kernel(record, slots, count)
      }
    }
  }

  // MARK: Half precision

  private static let halfTile = 1024

  /// Converts a tile of each operand to float32, computes, and converts back (a bool result stays).
  @inline(never)
  private static func halfPrecision(
    _ kernel: @escaping Kernel, _ a: Storage, _ b: Storage, _ dtype: DType, _ result: Storage, _ resultType: DType,
    _ count: Int, _ operands: Int, _ constants: (Bool, Bool)
  ) -> Storage {
    let load = found(KernelIndex.convert(from: dtype.format, to: .f32))
    let store = resultType.isHalf ? found(KernelIndex.convert(from: .f32, to: resultType.format)) : nil
    let chunk = TileLayout.chunk
    Workers.run(chunks: (count + chunk - 1) / chunk, nanoseconds: count) { index in
      let tileBytes = halfTile * 4 + Record.padding
      let tiles = MemoryPool.allocate(3 * tileBytes)
      defer { MemoryPool.release(tiles, 3 * tileBytes) }
      func move(_ kernel: Kernel, _ result: UnsafeMutableRawPointer, _ x: UnsafeMutableRawPointer, _ count: Int) {
        Call(kernel: kernel, result: result, a: x, b: x, c: x, widths: (0, 0, 0, 0)).run(count, nanoseconds: 0)
      }
      let tileB = tiles + tileBytes
      let tileResult = tiles + 2 * tileBytes
      if constants.0 { move(load, tiles, a.address, 1) }
      if operands > 1, constants.1 { move(load, tileB, b.address, 1) }
      var start = index * chunk
      let end = min(count, start + chunk)
      while start < end {
        let length = min(halfTile, end - start)
        if !constants.0 { move(load, tiles, a.address + start * 2, length) }
        if operands > 1, !constants.1 { move(load, tileB, b.address + start * 2, length) }
        let target = result.address + start * resultType.byteWidth
        Call(
          kernel: kernel, result: store == nil ? target : tileResult, a: tiles, b: tileB, c: tileB, widths: (0, 0, 0, 0)
        ).run(length, nanoseconds: 0)
        if let store { move(store, target, tileResult, length) }
        start += length
      }
    }
    return result
  }
}
