import LanewiseKernels
import LanewiseShims

#if canImport(LanewiseKernelsAVX2)
  import LanewiseKernelsAVX2
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The kernels of the build that suits this processor, chosen once at launch.
///
/// The environment variable `LANEWISE_KERNELS=baseline` chooses the build that runs on any processor of the
/// architecture.
package enum KernelTable {
  package typealias Entry = Kernel

  private nonisolated(unsafe) static let table: UnsafePointer<Entry?> = {
    let table = UnsafeMutablePointer<Entry?>.allocate(capacity: KernelIndex.count)
    #if canImport(LanewiseKernelsAVX2)
      if usesAVX2 {
        LanewiseKernelsAVX2.fillKernelTable(table)
        return UnsafePointer(table)
      }
    #endif
    LanewiseKernels.fillKernelTable(table)
    return UnsafePointer(table)
  }()

  /// Whether the kernels are those compiled for AVX2 and FMA.
  package static let usesAVX2: Bool = {
    if let wanted = getenv("LANEWISE_KERNELS"), String(cString: wanted) == "baseline" { return false }
    #if canImport(LanewiseKernelsAVX2)
      return lanewise_has_avx2_fma() != 0
    #else
      return false
    #endif
  }()

  /// The kernel at an index of `KernelIndex`, if the combination has one.
  @inline(__always)
  package static func kernel(_ index: Int) -> Entry? { table[index] }
}
