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
/// The environment variable `LANEWISE_KERNELS` chooses a lesser one: `baseline` runs on any processor of the
/// architecture, `avx2` on one with AVX2 and FMA.
package enum KernelTable {
  package typealias Entry = Kernel

  private nonisolated(unsafe) static let table: UnsafePointer<Entry?> = {
    let table = UnsafeMutablePointer<Entry?>.allocate(capacity: KernelIndex.count)
    #if arch(x86_64)
      switch level {
      case .avx512:
        lanewise_fill_kernel_table_avx2(table)
        lanewise_fill_kernel_table_avx512(table)
      case .avx2: lanewise_fill_kernel_table_avx2(table)
      case .baseline: lanewise_fill_kernel_table(table)
      }
    #else
      lanewise_fill_kernel_table(table)
    #endif
    return UnsafePointer(table)
  }()

  private enum Level: String { case baseline, avx2, avx512 }

  private static let level: Level = {
    let wanted = getenv("LANEWISE_KERNELS").flatMap { Level(rawValue: String(cString: $0)) } ?? .avx512
    if wanted == .avx512, lanewise_has_avx512() != 0 { return .avx512 }
    if wanted != .baseline, lanewise_has_avx2_fma() != 0 { return .avx2 }
    return .baseline
  }()

  /// The kernel at an index of `KernelIndex`, if the combination has one.
  @inline(__always)
  package static func kernel(_ index: Int) -> Entry? { table[index] }
}
