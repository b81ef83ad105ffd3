import LanewiseKernelABI

// `Record` says where what is. Its numbers stand here again, as a getter of another module is not always inlined, and a
// small array's operation is not much longer than four calls.
@inline(__always) private var resultOffset: Int { 8 }
@inline(__always) private var operandsOffset: Int { 10 }
@inline(__always) private var immediateOffset: Int { 24 }

extension UnsafeMutableRawPointer {
  /// Writes one instruction (see ``Record``) at this address.
  @inline(__always)
  func writeRecord(
    _ kernel: @escaping Kernel, result: UInt16, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, _ d: UInt16 = 0,
    _ e: UInt16 = 0, immediate: Int = 0
  ) {
    storeBytes(of: kernel, as: Kernel.self)
    storeBytes(of: result, toByteOffset: resultOffset, as: UInt16.self)
    storeBytes(of: a, toByteOffset: operandsOffset, as: UInt16.self)
    storeBytes(of: b, toByteOffset: operandsOffset + 2, as: UInt16.self)
    storeBytes(of: c, toByteOffset: operandsOffset + 4, as: UInt16.self)
    storeBytes(of: UInt32(d) | UInt32(e) &<< 16, toByteOffset: operandsOffset + 6, as: UInt32.self)
    storeBytes(of: 0, toByteOffset: operandsOffset + 10, as: UInt32.self)
    storeBytes(of: immediate, toByteOffset: immediateOffset, as: Int.self)
  }
}
