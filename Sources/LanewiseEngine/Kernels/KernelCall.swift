import LanewiseKernelABI

/// Calls a kernel outside the tiles, on whole pieces of memory. What a kernel does not look at may be left out.
@inline(__always)
func callKernel(
  _ kernel: Kernel, result: UnsafeMutableRawPointer, _ a: UnsafeRawPointer, _ b: UnsafeRawPointer? = nil,
  _ c: UnsafeRawPointer? = nil, second: UnsafeMutableRawPointer? = nil, immediate: Int = 0, count: Int
) {
  withUnsafeTemporaryAllocation(byteCount: Record.byteCount + 5 * 8, alignment: 8) { memory in
    let record = memory.baseAddress.unsafelyUnwrapped
    let slots = record + Record.byteCount
    record.writeRecord(kernel, result: 0, 1, 2, 3, 4, immediate: immediate)
    slots.storeBytes(of: result, as: UnsafeMutableRawPointer.self)
    slots.storeBytes(of: a, toByteOffset: 8, as: UnsafeRawPointer.self)
    slots.storeBytes(of: b, toByteOffset: 16, as: UnsafeRawPointer?.self)
    slots.storeBytes(of: c, toByteOffset: 24, as: UnsafeRawPointer?.self)
    slots.storeBytes(of: second, toByteOffset: 32, as: UnsafeMutableRawPointer?.self)
    kernel(record, slots, count)
  }
}
