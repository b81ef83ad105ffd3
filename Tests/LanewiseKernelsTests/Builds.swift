import LanewiseKernelABI
import LanewiseKernels

// The builds have the same function, so they meet in this file alone.

func fillBaseline(_ table: UnsafeMutablePointer<Kernel?>) { LanewiseKernels.fillKernelTable(table) }

#if arch(x86_64)
  import LanewiseKernelsAVX2
  import LanewiseKernelsAVX512

  func fillAVX2(_ table: UnsafeMutablePointer<Kernel?>) { LanewiseKernelsAVX2.fillKernelTable(table) }
  func fillAVX512(_ table: UnsafeMutablePointer<Kernel?>) {
    fillAVX2(table)
    LanewiseKernelsAVX512.fillKernelTable(table)
  }
#else
  func fillAVX2(_ table: UnsafeMutablePointer<Kernel?>) { fatalError("not an x86-64 processor") }
  func fillAVX512(_ table: UnsafeMutablePointer<Kernel?>) { fatalError("not an x86-64 processor") }
#endif
