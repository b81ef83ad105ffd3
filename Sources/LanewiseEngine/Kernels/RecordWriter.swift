import LanewiseKernels

extension UnsafeMutableRawPointer {
  /// Writes one instruction (see ``Record``) at this address.
  @inline(__always)
  func writeRecord(
    _ kernel: @escaping Kernel, result: UInt16, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, _ d: UInt16 = 0,
    immediate: Int = 0
  ) {
    storeBytes(of: kernel, as: Kernel.self)
    storeBytes(of: result, toByteOffset: Record.result, as: UInt16.self)
    storeBytes(of: a, toByteOffset: Record.operands, as: UInt16.self)
    storeBytes(of: b, toByteOffset: Record.operands + 2, as: UInt16.self)
    storeBytes(of: c, toByteOffset: Record.operands + 4, as: UInt16.self)
    storeBytes(of: d, toByteOffset: Record.operands + 6, as: UInt16.self)
    storeBytes(of: 0, toByteOffset: Record.operands + 8, as: UInt16.self)
    storeBytes(of: 0, toByteOffset: Record.operands + 10, as: UInt32.self)
    storeBytes(of: immediate, toByteOffset: Record.immediate, as: Int.self)
  }
}
