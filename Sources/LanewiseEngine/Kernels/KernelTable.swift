import LanewiseKernelABI
import LanewiseShims

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
    #if arch(x86_64)
      if usesAVX2 {
        lanewise_fill_kernel_table_x86_64_v3(table)
        return UnsafePointer(table)
      }
    #endif
    lanewise_fill_kernel_table(table)
    return UnsafePointer(table)
  }()

  /// Whether the kernels are those compiled for AVX2 and FMA.
  package static let usesAVX2: Bool = {
    if let wanted = getenv("LANEWISE_KERNELS"), String(cString: wanted) == "baseline" { return false }
    return lanewise_has_avx2_fma() != 0
  }()

  /// The kernel at an index of `KernelIndex`, if the combination has one.
  @inline(__always)
  package static func kernel(_ index: Int) -> Entry? { table[index] }
}
